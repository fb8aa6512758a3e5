/** Words that are looked for again: claims that drifted, originals extracted anew, later versions of a document. */
import { Hono } from 'hono';
import { Problem } from '#core/errors.ts';
import { listDrifted, listVersions, reextract } from '#evidence/claims/claims.ts';
import { asked, lang, word } from '#server/asked.ts';
import { lexicons } from '#server/lexicons.ts';
import type { Live } from '#server/live.ts';

export const anchorRoutes = (live: Live) => {
  const actor = { by: live.by };
  return new Hono()
    .use(async (context, next) => {
      if (context.req.method === 'POST' && live.store.readOnly)
        throw new Problem('store.read-only', { what: live.store.location });
      await next();
    })
    .get('/anchors', asked({ source: word, lang }), async context =>
      context.json({
        readOnly: live.store.readOnly,
        rows: await listDrifted(live.store, context.req.valid('query').source),
      }),
    )
    .get('/versions/:id', asked({ lang }), async context =>
      context.json({ rows: await listVersions(live.store, context.req.param('id')) }),
    )
    .post('/texts/:id', async context => {
      const done = await reextract(live.store, actor, context.req.param('id'), await lexicons());
      return context.json({ ...done, seq: await live.seq() });
    });
};
