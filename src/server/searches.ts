/** Searches for an answer to a claim, put down by a person. */
import { Hono } from 'hono';
import { z } from 'zod';
import { recordSearch } from '#evidence/claims/claims.ts';
import { body } from '#server/asked.ts';
import type { Live } from '#server/live.ts';

const words = z.string().min(1).max(2000);

export const searchRoutes = (live: Live) =>
  new Hono().post(
    '/searches',
    body(z.object({ claim: words, places: words, languages: words, found: words, at: words })),
    async context => {
      const id = await recordSearch(live.store, { by: live.by }, context.req.valid('json'));
      return context.json({ id, seq: await live.seq() });
    },
  );
