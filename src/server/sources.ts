/** The reading room: sources, and one source's text with everything found in it. */
import { Hono } from 'hono';
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import { claimsBySource } from '#evidence/claims/claims.ts';
import { listSources, newestOf } from '#evidence/sources/sources.ts';
import { asked, lang, limit, offset, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { outletIn, pieceOf } from '#server/marks.ts';
import { pagePictures } from '#server/page-pictures.ts';
import { findRow, findRows, historyOf, readText } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export const sourceRoutes = (live: Live) => {
  const drawn = pagePictures(live.store);
  return new Hono()
    .get('/sources', asked({ q: word, held: word, lang, offset, limit }), async context => {
      const { q, held, offset: from, limit: count } = context.req.valid('query');
      const [page, evidence] = await Promise.all([
        listSources(live.store, { search: q, held, offset: from, limit: count }),
        live.evidence(),
      ]);
      const claims = claimsBySource(evidence);
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
        const { source, texts, text } = await textOf(live, id, wanted);
        const history = await historyOf(live.store, `sources/${id}`);
        return context.json({
          source,
          texts: texts.map(({ id: textId, kind, extractor }) => ({ id: textId, kind, extractor })),
          text: text ? await pieceOf(live, text, at) : null,
          history: history.map(({ entry }) => entry),
        });
      },
    )
    .get('/sources/:id/outlet', asked({ text: word, at: from, lang }), async context => {
      const { text: wanted, at } = context.req.valid('query');
      const { source, text } = await textOf(live, context.req.param('id'), wanted);
      return context.json(text ? await outletIn(live, source, text, at) : { marks: [] });
    })
    .get('/sources/:id/pages/:picture{[0-9]+.png}', asked({ width, lang }), async context => {
      const source = await sourceOf(live, context.req.param('id'));
      const page = Number.parseInt(context.req.param('picture'), 10);
      const png = await drawn.picture(source, page, context.req.valid('query').width);
      return context.body(png, 200, { 'content-type': 'image/png' });
    })
    .get('/sources/:id/pages/:page{[0-9]+}', asked({ text: word, lang }), async context => {
      const { source, text } = await textOf(live, context.req.param('id'), context.req.valid('query').text);
      const page = Number(context.req.param('page'));
      const { boxes, ...printed } = await drawn.page(source, page);
      const body = text ? ((await readText(live.store, text.id)) ?? '') : '';
      const fits = text !== null && startOf(text, page) === printed.start && boxes.every(isWord(body));
      return context.json({ ...printed, boxes: fits ? boxes : [], fits });
    });
};

const from = z.coerce.number().int().min(0).default(0);
/** Pixels. */
const width = z.coerce.number().int().min(50).max(2000).default(800);

async function sourceOf(live: Live, id: string): Promise<Row<'sources'>> {
  const source = await findRow(live.store, 'sources', id);
  if (!source) throw new Problem('row.missing', { where: 'source', what: id });
  return source;
}

/** The text that is asked for, else the latest of the original, else whatever there is. */
async function textOf(live: Live, id: string, wanted: string | undefined) {
  const source = await sourceOf(live, id);
  const texts = await findRows(live.store, 'texts', 'source', id);
  const text = texts.find(it => it.id === wanted) ?? newestOf(texts) ?? texts[0] ?? null;
  return { source, texts, text };
}

function startOf({ pages }: Row<'texts'>, page: number): number | undefined {
  return page === 1 ? 0 : pagesOf({ pages })[page - 2];
}

function pagesOf({ pages }: Pick<Row<'texts'>, 'pages'>): number[] {
  return (pages ?? '').split(' ').flatMap(it => (it === '' ? [] : [Number(it)]));
}

/** A box shows one word of the text: else it was measured for another text than this one. */
function isWord(body: string) {
  return ({ start, end }: { readonly start: number; readonly end: number }) =>
    start < end && !/\s/.test(body.slice(start, end));
}
