/** The reading room: sources, and one source's text with everything found in it. */
import { Hono } from 'hono';
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import { onceFor } from '#core/lookup.ts';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import { listSources, newestOf } from '#evidence/sources/sources.ts';
import { asked, lang, limit, offset, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { findRow, findRows, historyOf, readText } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** Characters of a text sent at once: a book is read in pieces. */
const PIECE = 120_000;

export const sourceRoutes = (live: Live) =>
  new Hono()
    .get('/sources', asked({ q: word, held: word, lang, offset, limit }), async context => {
      const { q, held, offset: from, limit: count } = context.req.valid('query');
      const [page, evidence] = await Promise.all([
        listSources(live.store, { search: q, held, offset: from, limit: count }),
        live.evidence(),
      ]);
      const claims = bySource(evidence);
      return context.json({
        total: page.total,
        rows: page.rows.map(row => ({ ...row, claims: claims.get(row.id)?.length ?? 0 })),
      });
    })
    .get(
      '/sources/:id',
      asked({ lang, text: word, at: z.coerce.number().int().min(0).default(0) }),
      async context => {
        const { text: wanted, at } = context.req.valid('query');
        const id = context.req.param('id');
        const source = await findRow(live.store, 'sources', id);
        if (!source) throw new Problem('row.missing', { where: 'source', what: id });
        const texts = await findRows(live.store, 'texts', 'source', id);
        const text = texts.find(it => it.id === wanted) ?? newestOf(texts) ?? texts[0];
        const history = await historyOf(live.store, `sources/${id}`);
        return context.json({
          source,
          texts: texts.map(({ id: textId, kind, extractor }) => ({ id: textId, kind, extractor })),
          text: text ? await pieceOf(live, text, at) : null,
          history: history.map(({ entry }) => entry),
        });
      },
    );

/** Claims by the source they rest on. */
const bySource = onceFor((evidence: Evidence) => Map.groupBy(evidence.claims.values(), it => it.source.id));

async function pieceOf(live: Live, text: Row<'texts'>, at: number) {
  const [body, evidence, proposals] = await Promise.all([
    readText(live.store, text.id),
    live.evidence(),
    findRows(live.store, 'proposals', 'text', text.id),
  ]);
  const length = body?.length ?? 0;
  const from = Math.min(Math.floor(at / PIECE) * PIECE, Math.max(0, length - 1));
  const to = Math.min(length, from + PIECE);
  const inside = (it: { start: number; end: number }) => it.start < to && it.end > from;
  const own = bySource(evidence).get(text.source) ?? [];
  const claims = own.filter(it => it.text.id === text.id && inside(it.passage));
  return {
    id: text.id,
    kind: text.kind,
    extractor: text.extractor,
    from,
    to,
    length,
    body: body?.slice(from, to) ?? '',
    pages: (text.pages ?? '')
      .split(' ')
      .filter(it => it !== '')
      .map(Number),
    claims: claims.map(it => ({
      id: it.id,
      start: it.passage.start,
      end: it.passage.end,
      side: it.side,
      state: it.state,
      proposition: it.proposition,
      asserterName: partyName(evidence, it.asserter),
    })),
    proposals: proposals
      .filter(it => it.state === 'waiting' && inside(it))
      .map(({ id, kind, start, end, confidence }) => ({ id, kind, start, end, confidence })),
  };
}
