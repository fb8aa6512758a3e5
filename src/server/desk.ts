/** The review desk: what waits for a person, what the person decides, and files that are added. */
import { Hono } from 'hono';
import { z } from 'zod';
import { loadStandards, standardOf } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import {
  addBytes,
  attachBytes,
  decide,
  edit,
  linkAnswer,
  undo,
  waitingPage,
} from '#evidence/claims/claims.ts';
import { asked, body, lang, limit, offset, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { findRow, readText } from '#store/store.ts';

const MAX_DECIDED = 500;
/** What may be said of a source as it is added. */
const ABOUT = [
  'title',
  'publisher',
  'author',
  'date',
  'url',
  'lang',
  'kind',
  'grade',
  'gradeReason',
] as const;
const id = z.string().min(1).max(200);
const changes = z.record(z.string().max(40), z.string().max(5000)).default({});

/** Characters of the text before and after a proposal that a person sees. */
const AROUND = 280;

export const deskRoutes = (live: Live) => {
  const actor = { by: live.by };
  return new Hono()
    .use(async (context, next) => {
      if (context.req.method === 'POST' && live.store.readOnly)
        throw new Problem('store.read-only', { what: live.store.location });
      await next();
    })
    .get('/review', asked({ source: word, kind: word, lang, offset, limit }), async context => {
      const { source, kind, offset: from, limit: count } = context.req.valid('query');
      const page = await waitingPage(live.store, { source, kind, offset: from, limit: count });
      const texts = new Map<string, string>();
      for (const { text } of page.rows)
        if (!texts.has(text)) texts.set(text, (await readText(live.store, text)) ?? '');
      const rows = page.rows.map(({ body: found, ...row }) => {
        const text = texts.get(row.text) ?? '';
        return {
          ...row,
          found: JSON.parse(found) as Found,
          before: text.slice(Math.max(0, row.start - AROUND), row.start),
          after: text.slice(row.end, row.end + AROUND),
        };
      });
      return context.json({ total: page.total, readOnly: live.store.readOnly, rows });
    })
    .post(
      '/review',
      body(
        z.object({
          decision: z.enum(['accept', 'reject', 'withdraw']),
          ids: z.array(id).min(1).max(MAX_DECIDED),
          changes,
        }),
      ),
      async context => {
        const { decision, ids, changes: set } = context.req.valid('json');
        const standards = decision === 'accept' ? await loadStandards() : [];
        const claims = await decide(live.store, actor, decision, ids, {
          changes: set,
          standardOf: element => standardOf(standards, element),
        });
        return context.json({ claims, seq: await live.seq() });
      },
    )
    .post('/edits/:id', body(z.object({ changes })), async context => {
      await edit(live.store, actor, context.req.param('id'), context.req.valid('json').changes);
      return context.json({ seq: await live.seq() });
    })
    .post(
      '/answers',
      body(
        z.object({
          claim: id,
          answers: id,
          kind: z.enum(['rebuts', 'undercuts']),
          reason: z.string().min(1).max(2000),
        }),
      ),
      async context => {
        const answer = context.req.valid('json');
        for (const claim of [answer.claim, answer.answers])
          if (!(await findRow(live.store, 'claims', claim)))
            throw new Problem('row.missing', { where: 'claim', what: claim });
        return context.json({ id: await linkAnswer(live.store, actor, answer), seq: await live.seq() });
      },
    )
    .post('/undo', async context =>
      context.json({ ...(await undo(live.store, actor)), seq: await live.seq() }),
    )
    .post('/sources', async context => {
      const form = await context.req.parseBody();
      const file = form.file;
      if (!(file instanceof File)) throw new Problem('usage.missing', { where: 'file', what: 'file' });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const text = (name: string) =>
        typeof form[name] === 'string' && form[name] !== '' ? form[name] : undefined;
      const source = text('source');
      const about = Object.fromEntries(ABOUT.map(name => [name, text(name)]));
      const added = source
        ? await attachBytes(live.store, actor, bytes, file.name, source)
        : await addBytes(live.store, actor, bytes, file.name, about);
      return context.json({ ...added, seq: await live.seq() });
    });
};

/** What reading says about a proposal; which members are there depends on its kind. */
interface Found {
  readonly mode?: string;
  readonly speaker?: { readonly name: string; readonly text: string } | null;
  readonly cue?: { readonly text: string } | null;
  readonly element?: string;
  readonly direction?: string;
  readonly value?: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly comparator?: string;
  readonly unit?: string | null;
  readonly currency?: string | null;
  readonly claim?: string;
  readonly score?: number;
  /** In how many places the words may as well be. */
  readonly places?: number;
  /** Of a copy: the source that has the words too. */
  readonly of?: string;
}
