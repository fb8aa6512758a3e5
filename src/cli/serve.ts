/** `probanza serve`: the workbench on 127.0.0.1, until it is stopped. */
import type { Context } from '#cli/context.ts';
import { modelOf } from '#cli/model.ts';
import { Problem } from '#core/errors.ts';
import { serve } from '#server/server.ts';
import type { Store } from '#store/store.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

export async function run(context: Context): Promise<undefined> {
  return serveUntilStopped(context, await context.dossier({ write: 'if-possible' }));
}

export async function serveUntilStopped(context: Context, store: Store): Promise<undefined> {
  const tell = (line: string) => context.io.stderr.write(`${line}\n`);
  const model = await modelOf(context);
  // loading a hundred thousand claims takes some seconds
  const slow = setTimeout(() => tell(workWords.loading[context.language]), 1000);
  const server = await serve(store, {
    ...portOf(context),
    model,
    by: context.by,
    onBuild: () => tell(workWords.building[context.language]),
  });
  clearTimeout(slow);
  tell(say(workWords.serving, context.language, { address: server.address }));
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
