/** The review desk: what waits for a person, what the person decides, and files that are added. */
import { Hono } from 'hono';
import { z } from 'zod';
import { loadElements, loadStandards, standardOf } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import {
  addBytes,
  attachBytes,
  BINDS,
  bear,
  carriedTo,
  type Decision,
  decide,
  type Evidence,
  edit,
  type Further,
  isUnsure,
  linkAnswer,
  partyNamed,
  proposalsById,
  sourceTitles,
  unasked,
  undo,
} from '#evidence/claims/claims.ts';
import { asked, body, lang, limit, offset, word } from '#server/asked.ts';
import { choiceOf } from '#server/incoming.ts';
import type { Live } from '#server/live.ts';
import { findRow, readText } from '#store/store.ts';
import { GROUPS, inOrder, ORDERS, type Ranked, talliesOf } from '#triage/triage.ts';
import type { Language } from '#words/language.ts';
import { sayWhy } from '#words/triage.ts';

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

/** Proposals that are chosen together and decided in one act: seconds, in which the dossier is not open to others. */
const MAX_CHOSEN = 5000;

const where = z.strictObject({
  source: id.optional(),
  kind: id.optional(),
  speaker: id.optional(),
  element: id.optional(),
});
type Where = z.infer<typeof where>;

const deciding = z.object({
  decision: z.enum(['accept', 'reject', 'withdraw']),
  ids: z.array(id).max(MAX_DECIDED).default([]),
  /** Instead of ids: all that wait and fit. `n`: how many the person was shown. */
  where: where.optional(),
  n: z.number().int().min(0).optional(),
  changes,
  /** Why the rule that is borne on binds everybody posted. */
  binds: z.string().min(1).max(2000).optional(),
  /** Sets for each what was set for the last claim of its source and speaker. */
  carry: z.boolean().default(false),
});

const bearing = z.object({
  claim: id,
  element: id,
  direction: z.enum(['supports', 'rebuts']),
  /** An id, `programme`, or `rule:NAME` and the like. */
  subject: z.string().min(1).max(300),
  reason: z.string().min(1).max(2000),
});

const asking = {
  source: word,
  kind: word,
  speaker: word,
  element: word,
  order: z.enum(ORDERS).default('settles'),
  group: z.enum(GROUPS).optional(),
  lang,
  offset,
  limit,
};

/** Characters of the text before and after a proposal that a person sees. */
const AROUND = 280;

export const deskRoutes = (live: Live) => {
  const actor = { by: live.by };
  const { triage } = live;
  return new Hono()
    .use(async (context, next) => {
      if (context.req.method === 'POST' && live.store.readOnly)
        throw new Problem('store.read-only', { what: live.store.location });
      await next();
    })
    .get('/review', asked(asking), async context => {
      const { lang: language, offset: from, limit: count, ...query } = context.req.valid('query');
      const evidence = await live.evidence();
      const [ranked, desk] = [await triage.ranked(evidence), await triage.desk()];
      const chosen = inOrder(ranked, desk, query);
      const decided = [...desk.decided.values()].filter(
        it => query.source === undefined || it === query.source,
      );
      const rows = chosen.slice(from, from + count);
      return context.json({
        total: chosen.length,
        decided: decided.length,
        readOnly: live.store.readOnly,
        ...(await tallies(live, chosen)),
        rows: await cards(live, evidence, rows, language),
      });
    })
    .post('/review', body(deciding), async context => {
      const { decision, ids, where, n, changes: set, carry, binds } = context.req.valid('json');
      const named = where ? await fitting(live, decision, where, n) : ids;
      if (named.length === 0) throw new Problem('usage.missing', { where: 'ids', what: 'ids' });
      const standards = decision === 'accept' ? await loadStandards() : [];
      const carried = carry ? await carriedFor(live, named) : null;
      const claims = await decide(live.store, actor, decision, named, {
        changes: set,
        ...(binds === undefined ? {} : { binds }),
        changesOf: it => carried?.get(it.id)?.changes ?? {},
        standardOf: element => standardOf(standards, element),
      });
      return context.json({ claims, n: named.length, seq: await live.seq() });
    })
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
    .post('/bearings', body(bearing), async context => {
      const { element, ...bears } = context.req.valid('json');
      const standard =
        element === BINDS.element ? BINDS.standard : standardOf(await loadStandards(), element);
      const made = await bear(live.store, actor, { ...bears, element, standard });
      return context.json({ id: made, seq: await live.seq() });
    })
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
        : await addBytes(
            live.store,
            actor,
            bytes,
            file.name,
            about,
            {},
            await furtherFor(live, text('model')),
          );
      return context.json({ ...added, seq: await live.seq() });
    });
};

/** The server's model, where it is wished for (`model=true`). */
async function furtherFor({ store, model }: Live, wished: string | undefined): Promise<Further | undefined> {
  if (wished !== 'true') return undefined;
  return { model: await choiceOf(store, model), elements: await loadElements() };
}

/** The ids of what fits a choice, where as many fit as were shown. Throws `choice.large`, `choice.changed`. */
async function fitting(
  live: Live,
  decision: Decision,
  where: Where,
  n: number | undefined,
): Promise<string[]> {
  const { triage } = live;
  const ranked = await triage.ranked(await live.evidence());
  const all = inOrder(ranked, await triage.desk(), where).map(it => it.waits);
  // what is unsure is never accepted as one of many
  const ids = all.filter(it => decision !== 'accept' || !isUnsure(it)).map(it => it.id);
  if (ids.length > MAX_CHOSEN) throw new Problem('choice.large', { what: ids.length, limit: MAX_CHOSEN });
  if (n !== undefined && all.length !== n)
    throw new Problem('choice.changed', { what: all.length, where: n });
  return ids;
}

async function carriedFor(live: Live, ids: readonly string[]) {
  const proposals = await proposalsById(live.store, ids);
  return carriedTo(live.store, await live.evidence(), [...proposals.values()]);
}

/** Choices of a list that are sent. */
const MOST = 200;

async function tallies(live: Live, chosen: readonly Ranked[]) {
  const { kinds, sources, speakers, elements, classes } = talliesOf(chosen);
  const few = sources.slice(0, MOST);
  const titles = await sourceTitles(
    live.store,
    few.map(it => it.id),
  );
  return {
    kinds,
    sources: few.map(it => ({ ...it, name: titles.get(it.id) ?? it.id })),
    speakers: speakers.slice(0, MOST),
    elements: elements.slice(0, MOST),
    classes,
  };
}

/** Proposals as they are decided on: their words in their place, why they matter, and what is carried to them. */
async function cards(live: Live, evidence: Evidence, rows: readonly Ranked[], language: Language) {
  const proposals = await proposalsById(
    live.store,
    rows.map(it => it.waits.id),
  );
  const carried = await carriedTo(live.store, evidence, [...proposals.values()]);
  const texts = new Map<string, string>();
  for (const { waits } of rows)
    if (!texts.has(waits.text)) texts.set(waits.text, (await readText(live.store, waits.text)) ?? '');
  return rows.flatMap(({ waits, class: number, why }) => {
    const proposal = proposals.get(waits.id);
    if (!proposal) return [];
    const { body: found, sourceDate, ...row } = proposal;
    const text = texts.get(row.text) ?? '';
    const party = waits.speaker === null ? undefined : partyNamed(evidence, waits.speaker);
    return [
      {
        ...row,
        found: JSON.parse(found) as Found,
        speaker: waits.speaker,
        party: party ?? null,
        class: number,
        why: why ? sayWhy(why, language) : null,
        carried: carried.get(row.id) ?? null,
        written:
          row.kind === 'claim' ? unasked(JSON.parse(found), evidence.dossier.sendingState, sourceDate) : null,
        before: text.slice(Math.max(0, row.start - AROUND), row.start),
        after: text.slice(row.end, row.end + AROUND),
      },
    ];
  });
}

/** What reading says about a proposal; which members are there depends on its kind. */
interface Found {
  readonly mode?: string;
  readonly speaker?: { readonly name: string; readonly text: string } | string | null;
  readonly places?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly cue?: { readonly text: string } | null;
  readonly element?: string;
  readonly direction?: string;
  readonly value?: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly comparator?: string;
  readonly unit?: string | null;
  readonly currency?: string | null;
  readonly claim?: string | number | null;
  readonly score?: number;
  /** Of words found again: in how many places they may as well be. */
  readonly oneOf?: number;
  /** Of a bearing that follows from another: why, and what to mind. */
  readonly reason?: string;
  /** Of a copy: the source that has the words too. */
  readonly of?: string;
}
