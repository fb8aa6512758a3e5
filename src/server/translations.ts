/** Propositions in another language, put down by a person. */
import { Hono } from 'hono';
import { z } from 'zod';
import { translate, untranslate } from '#evidence/claims/claims.ts';
import { body } from '#server/asked.ts';
import type { Live } from '#server/live.ts';

const claim = z.string().min(1).max(200);
const lang = z.string().min(2).max(35);

export const translationRoutes = (live: Live) => {
  const actor = { by: live.by };
  return new Hono()
    .post(
      '/translations',
      body(z.object({ claim, lang, proposition: z.string().min(1).max(5000) })),
      async context => {
        const id = await translate(live.store, actor, context.req.valid('json'));
        return context.json({ id, seq: await live.seq() });
      },
    )
    .post('/translations/take', body(z.object({ claim, lang })), async context => {
      const { claim: of, lang: language } = context.req.valid('json');
      const id = await untranslate(live.store, actor, of, language);
      return context.json({ id, seq: await live.seq() });
    });
};
