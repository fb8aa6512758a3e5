/** `probanza serve`: the workbench on 127.0.0.1, until it is stopped. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { serve } from '#server/server.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

export async function run(context: Context): Promise<undefined> {
  return serveUntilStopped(context, await loadEvidence(await context.dossier()));
}

export async function serveUntilStopped(context: Context, evidence: Evidence): Promise<undefined> {
  const server = await serve(evidence, portOf(context));
  context.io.stderr.write(`${say(workWords.serving, context.language, { address: server.address })}\n`);
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return undefined;
}

function portOf(context: Context): { port?: number } {
  const asked = context.text('port');
  if (asked === undefined) return {};
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port > 65_535)
    throw new Problem('usage.value', { what: asked, where: '--port' });
  return { port };
}
