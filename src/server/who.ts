/** Who says so: claims filtered and searched, each with its answers; and one claim whole. */
import { Hono } from 'hono';
import { Problem } from '#core/errors.ts';
import { rowsWith } from '#core/lookup.ts';
import {
  type Claim,
  type ClaimLine,
  claimLine,
  type Evidence,
  fittingClaims,
  partyName,
} from '#evidence/claims/claims.ts';
import { whoAnswer } from '#report/report.ts';
import { asked, lang, limit, offset, periodOf, place, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import { findRefs, historyOf, readText } from '#store/store.ts';
import type { Side } from '#store/tables.ts';

const filters = {
  q: word,
  asserter: word,
  side: word,
  place,
  period: word,
  type: word,
  state: word,
  element: word,
  source: word,
};

/** Characters of the text before and after a passage that go with it. */
const AROUND = 600;

export const whoRoutes = (live: Live) =>
  new Hono()
    .get('/claims', asked({ ...filters, lang, offset, limit }), async context => {
      const { q, period, lang: language, offset: from, limit: count, ...filter } = context.req.valid('query');
      const evidence = await live.evidence();
      const found =
        q === undefined
          ? undefined
          : await once(evidence, `found ${q}`, () => findRefs(live.store, q, 'claim'));
      const key = JSON.stringify([filter, period, q]);
      const { claims, ...about } = once(evidence, `claims ${key}`, () => {
        const fitting = fittingClaims(inOrder(evidence), { ...filter, period: periodOf(period), found });
        return { claims: fitting, asserters: byAsserter(fitting, evidence), years: byYear(fitting) };
      });
      return context.json({
        ...once(evidence, `who ${language} ${key}`, () => whoAnswer(claims, evidence, language)),
        ...about,
        total: claims.length,
        rows: claims.slice(from, from + count).map(claim => withAnswers(claim, evidence)),
      });
    })
    .get('/claims/:id', asked({ lang }), async context => {
      const evidence = await live.evidence();
      const claim = evidence.claims.get(context.req.param('id'));
      if (!claim) throw new Problem('row.missing', { where: 'claim', what: context.req.param('id') });
      return context.json(await wholeClaim(claim, evidence, live));
    });

/** A claim as it is listed with the claims that answer it. */
export function withAnswers(claim: Claim, evidence: Evidence) {
  const line = claimLine(claim, evidence);
  return { ...line, answerLines: linesOf(line.answeredBy, evidence) };
}

function linesOf(ids: readonly string[], evidence: Evidence): ClaimLine[] {
  return ids.flatMap(id => {
    const claim = evidence.claims.get(id);
    return claim ? [claimLine(claim, evidence)] : [];
  });
}

async function wholeClaim(claim: Claim, evidence: Evidence, { store }: Live) {
  const { passage, text, source } = claim;
  const [history, body] = await Promise.all([
    historyOf(store, `claims/${claim.id}`),
    readText(store, text.id),
  ]);
  const from = Math.max(0, passage.start - AROUND);
  const to = Math.min(body?.length ?? 0, passage.end + AROUND);
  return {
    line: claimLine(claim, evidence),
    claim: { ...claim, passage: passage.id, text: text.id, source: source.id },
    asserter: evidence.parties.get(claim.asserter) ?? null,
    reporter: claim.reporter === null ? null : (evidence.parties.get(claim.reporter) ?? null),
    originName: evidence.origins.get(claim.origin)?.name ?? partyName(evidence, claim.origin),
    source,
    passage: {
      ...passage,
      before: body?.slice(from, passage.start) ?? passage.prefix,
      after: body?.slice(passage.end, to) ?? passage.suffix,
    },
    bearings: rowsWith(evidence.bearings, 'claim', claim.id).map(it => ({
      ...it,
      subjectName: evidence.subjects.get(it.subject)?.name ?? it.subject,
    })),
    answeredBy: answersOf(evidence, 'answers', claim.id),
    answers: answersOf(evidence, 'claim', claim.id),
    figures: rowsWith(evidence.figures, 'claim', claim.id),
    terms: rowsWith(evidence.terms, 'claim', claim.id),
    translations: await translationsOf(claim, evidence, store),
    searches: rowsWith(evidence.searches, 'claim', claim.id),
    history: history.map(({ entry, payload }, index) => ({
      seq: entry.seq,
      at: entry.at,
      by: entry.by,
      act: entry.act,
      changed: changedColumns(history[index - 1]?.payload?.row ?? {}, payload?.row ?? {}),
    })),
  };
}

/** Translations of a claim; stale where its proposition was put in other words since. */
async function translationsOf(claim: Claim, evidence: Evidence, store: Live['store']) {
  const own = await historyOf(store, `claims/${claim.id}`);
  return Promise.all(
    rowsWith(evidence.translations, 'claim', claim.id).map(async row => {
      const since = (await historyOf(store, `translations/${row.id}`)).at(-1)?.entry.seq ?? 0;
      const then = own.findLast(it => it.entry.seq < since)?.payload?.row.proposition;
      return { ...row, stale: then !== undefined && then !== claim.proposition };
    }),
  );
}

function answersOf(evidence: Evidence, column: 'claim' | 'answers', id: string) {
  const other = column === 'claim' ? 'answers' : 'claim';
  return rowsWith(evidence.answers, column, id).flatMap(row => {
    const claim = evidence.claims.get(row[other]);
    return claim ? [{ kind: row.kind, reason: row.reason, line: claimLine(claim, evidence) }] : [];
  });
}

type Row = Readonly<Record<string, unknown>>;

function changedColumns(before: Row, after: Row): { column: string; was: string; is: string }[] {
  return Object.keys(after)
    .filter(column => Object.keys(before).length > 0 && before[column] !== after[column])
    .map(column => ({ column, was: String(before[column] ?? ''), is: String(after[column] ?? '') }));
}

/** The same evidence with its claims in the order in which they are listed. */
function inOrder(evidence: Evidence): Evidence {
  return once(evidence, 'in order', () => ({
    ...evidence,
    claims: new Map([...evidence.claims.values()].sort(newest).map(claim => [claim.id, claim])),
  }));
}

/** The latest first; what has no date at the end. */
function newest(a: Claim, b: Claim): number {
  const [x, y] = [a.from ?? a.source.date ?? '', b.from ?? b.source.date ?? ''];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? 1 : -1;
}

type Sides = { [S in Side]: number };

/** Claims counted by side for each key. */
function countBy(claims: readonly Claim[], keyOf: (claim: Claim) => string): [string, Sides][] {
  const counts = new Map<string, Sides>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const sides = counts.get(key) ?? { critical: 0, defending: 0, neutral: 0 };
    sides[claim.side] += 1;
    counts.set(key, sides);
  }
  return [...counts];
}

/** Whoever asserts most, by side. */
function byAsserter(claims: readonly Claim[], evidence: Evidence) {
  const all = ({ critical, defending, neutral }: Sides) => critical + defending + neutral;
  return countBy(claims, it => it.asserter)
    .sort(([a, x], [b, y]) => all(y) - all(x) || (a < b ? -1 : 1))
    .slice(0, 12)
    .map(([id, sides]) => ({ id, name: partyName(evidence, id), ...sides }));
}

/** Claims by the year of which they speak, or in which their source was published. */
function byYear(claims: readonly Claim[]) {
  return countBy(claims, it => (it.from ?? it.source.date ?? '').slice(0, 4))
    .filter(([year]) => year !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, sides]) => ({ year: Number(year), ...sides }));
}
