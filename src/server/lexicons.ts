/** What the page that reads needs to read as the command line does: the lexicons with their learned weights. */
import { Hono } from 'hono';
import { loadLexicons } from '#evidence/sources/sources.ts';

/** Weights are bytes: they travel as base64 under `table`. */
export const lexiconRoutes = () =>
  new Hono().get('/lexicons', async context => {
    const lexicons = await loadLexicons();
    return context.json({
      lexicons: Object.fromEntries(Object.entries(lexicons).map(([code, raw]) => [code, packed(raw)])),
    });
  });

function packed(raw: unknown): Record<string, unknown> {
  const record = raw as Record<string, unknown>;
  if (record.table instanceof Int8Array)
    return { ...record, table: Buffer.from(record.table).toString('base64') };
  return 'learned' in record ? { ...record, learned: packed(record.learned) } : record;
}
