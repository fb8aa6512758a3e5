/** What the page that reads needs to read as the command line does: the lexicons with their learned weights. */
import { Hono } from 'hono';
import { loadLexicons } from '#evidence/sources/sources.ts';

type Packed = Readonly<Record<string, unknown>>;

/** Weights are bytes: they travel as base64 under `table`. Loaded once for a server. */
export const lexiconRoutes = () => {
  let kept: Promise<Packed> | null = null;
  return new Hono().get('/lexicons', async context => {
    kept ??= allPacked().catch(error => {
      kept = null;
      throw error;
    });
    return context.json({ lexicons: await kept });
  });
};

async function allPacked(): Promise<Packed> {
  const lexicons = await loadLexicons();
  return Object.fromEntries(Object.entries(lexicons).map(([code, raw]) => [code, packed(raw)]));
}

function packed(raw: unknown): Packed {
  const record = raw as Packed;
  if (record.table instanceof Int8Array)
    return { ...record, table: Buffer.from(record.table).toString('base64') };
  return 'learned' in record ? { ...record, learned: packed(record.learned) } : record;
}
