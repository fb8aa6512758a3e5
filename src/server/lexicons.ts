/** The lexicons, loaded once for a server: for texts that are added, and for the page that reads by itself. */
import { Hono } from 'hono';
import { onceFor } from '#core/lookup.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

type Lexicons = Awaited<ReturnType<typeof loadLexicons>>;

let kept: Promise<Lexicons> | null = null;

/** Throws `standard.invalid` naming the file that is broken, and looks again the next time. */
export function lexicons(): Promise<Lexicons> {
  kept ??= loadLexicons().catch(error => {
    kept = null;
    throw error;
  });
  return kept;
}

/** Megabytes that never change while the server runs: made bytes once. Weights travel as base64 under `table`. */
const written = onceFor((all: Lexicons) =>
  Buffer.from(
    JSON.stringify({
      lexicons: Object.fromEntries(Object.entries(all).map(([code, raw]) => [code, packed(raw)])),
    }),
  ),
);

export const lexiconRoutes = () =>
  new Hono().get('/lexicons', async context =>
    context.body(written(await lexicons()), 200, { 'content-type': 'application/json' }),
  );

function packed(raw: unknown): Readonly<Record<string, unknown>> {
  const record = raw as Readonly<Record<string, unknown>>;
  if (record.table instanceof Int8Array)
    return { ...record, table: Buffer.from(record.table).toString('base64') };
  return 'learned' in record ? { ...record, learned: packed(record.learned) } : record;
}
