/** Requests: how each stands, letters that ask, and what a person records of them. */
import { Hono } from 'hono';
import { z } from 'zod';
import { ask } from '#assessment/findings/findings.ts';
import { loadStandards } from '#assessment/standards/standards.ts';
import { isPartialDate } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { rowsWith } from '#core/lookup.ts';
import { type Evidence, findParty, partyName } from '#evidence/claims/claims.ts';
import {
  addReply,
  calendarOf,
  countingOf,
  type Draft,
  draftOf,
  letterDocx,
  letterText,
  noteState,
  type Request,
  recordRequest,
  requests,
} from '#response/requests/requests.ts';
import { asked, body, lang, listed, periodOf, place, word } from '#server/asked.ts';
import { attachment } from '#server/leaving.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import { REPLY_KINDS, REQUEST_STATES } from '#store/tables.ts';
import { say } from '#words/language.ts';
import { requestPageWords as words } from '#words/pages/requests.ts';

const name = z.string().min(1).max(200);
/** A letter as a page asks for it: parties by id or name, several addressees with `; ` between. */
const letter = {
  from: name,
  to: z.string().min(1).max(2000),
  about: word,
  basis: word,
  standard: word,
  place,
  period: word,
  claims: word,
  questions: z.string().max(10_000).default(''),
  days: z.coerce.number().int().min(1).max(3650).optional(),
  working: place,
  lang,
};
type Asked = z.infer<z.ZodObject<typeof letter>>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Neither is an answer. */
const UNANSWERED: ReadonlySet<string> = new Set(['silence', 'deferral']);

export const requestRoutes = (live: Live, now: () => Date) => {
  const actor = { by: live.by };
  const today = () => now().toISOString().slice(0, 10);
  const draft = async (query: Asked) => draftFor(await live.evidence(), query, today());
  return new Hono()
    .get('/requests', asked({ lang }), async context => {
      const { lang: language } = context.req.valid('query');
      const evidence = await live.evidence();
      const all = once(evidence, `requests ${today()}`, () => requests(evidence, today()));
      const overdue = all
        .flatMap(it => it.standing)
        .filter(it => it.late === 'overdue' || it.late === 'very-overdue');
      const answered = all.filter(it => it.replies.some(one => !UNANSWERED.has(one.kind))).length;
      return context.json({
        sentence: say(words.sentence, language, { n: all.length, answered, overdue: overdue.length }),
        rows: all.toReversed().map(it => rowOf(it, evidence)),
        parties: once(evidence, 'party names', () =>
          [...evidence.parties.values()].map(it => it.name).sort(),
        ),
        standards: (await loadStandards())
          .filter(it => !it.stub)
          .map(it => ({ id: it.id, name: it.title[language] })),
      });
    })
    .get('/requests/draft', asked(letter), async context => {
      const evidence = await live.evidence();
      const drafted = draftOf(evidence, await draft(context.req.valid('query')));
      return context.json({
        text: letterText(drafted),
        questions: drafted.questions.length,
        due: drafted.due,
      });
    })
    .get('/requests/letter', asked({ ...letter, format: z.enum(['docx', 'txt']) }), async context => {
      const { format, ...query } = context.req.valid('query');
      const drafted = draftOf(await live.evidence(), await draft(query));
      return format === 'docx'
        ? attachment(await letterDocx(drafted), DOCX, 'letter.docx')
        : attachment(letterText(drafted), 'text/plain; charset=utf-8', 'letter.txt');
    })
    .get('/requests/calendar', asked({ lang }), async context => {
      const evidence = await live.evidence();
      const text = calendarOf(
        evidence,
        requests(evidence, today()),
        today(),
        context.req.valid('query').lang,
      );
      return attachment(text, 'text/calendar; charset=utf-8', 'requests.ics');
    })
    .post('/requests', body(z.object(letter)), async context => {
      const asks = await draft(context.req.valid('json'));
      const kept = await recordRequest(live.store, actor, await live.evidence(), asks);
      return context.json({ id: kept.request, seq: await live.seq() });
    })
    .post(
      '/requests/reply',
      body(
        z.object({
          request: name,
          party: name,
          kind: z.enum(REPLY_KINDS),
          date: z.string().refine(isPartialDate, 'is not a date'),
          summary: z.string().min(1).max(5000),
          enclosures: z.array(name).max(50).default([]),
          lang,
        }),
      ),
      async context => {
        const { lang: language, ...given } = context.req.valid('json');
        const evidence = await live.evidence();
        const id = await addReply(live.store, actor, evidence, {
          ...given,
          party: partyId(evidence, given.party),
          language,
        });
        return context.json({ id, seq: await live.seq() });
      },
    )
    .post(
      '/requests/state',
      body(z.object({ request: name, state: z.enum(REQUEST_STATES) })),
      async context => {
        const { request, state } = context.req.valid('json');
        await noteState(live.store, actor, request, state);
        return context.json({ id: request, seq: await live.seq() });
      },
    );
};

function rowOf(it: Request, evidence: Evidence) {
  return {
    ...it,
    asker: partyName(evidence, it.asker),
    standing: it.standing.map(one => ({ ...one, name: partyName(evidence, one.party) })),
    replies: it.replies.map(one => ({
      ...one,
      name: partyName(evidence, one.party),
      enclosures: rowsWith(evidence.enclosures, 'reply', one.id).map(its => its.source),
    })),
  };
}

async function draftFor(evidence: Evidence, query: Asked, sent: string): Promise<Draft> {
  const { standard, place: host, period, days, working, lang: language } = query;
  const scope = { place: host, period: periodOf(period) };
  return {
    from: partyId(evidence, query.from),
    to: listed(query.to, ';').map(it => partyId(evidence, it)),
    about: query.about,
    basis: query.basis,
    sent,
    deadline: days === undefined ? undefined : countingOf(days, working),
    finding: standard ? await ask(evidence, { standard, ...scope, language }) : undefined,
    claims: listed(query.claims ?? '', ' '),
    questions: listed(query.questions, '\n'),
    language,
  };
}

/** Of an id, a name, or a part of a name that only one party has. Throws `row.missing`. */
function partyId(evidence: Evidence, asks: string): string {
  const party = findParty(evidence, asks);
  if (!party) throw new Problem('row.missing', { where: 'party', what: asks });
  return party.id;
}
