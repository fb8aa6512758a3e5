/**
 * What a reader will and will not see, before anything leaves, and what of it may tell who somebody is: names of
 * withheld parties in what stays, counts of few people, and persons who are alone at a place, in a role, at a time.
 */
import type { Evidence } from '#evidence/claims/claims.ts';
import { chaptersOf } from '#report/build.ts';
import { fold, leaks, namesOf } from '#report/leaks.ts';
import type { ReportOptions } from '#report/options.ts';
import { type Audience, type Redacted, redact } from '#report/redact.ts';
import { saying } from '#report/saying.ts';

export type DangerKind = 'name' | 'metadata' | 'small-cell' | 'alone';

export interface Danger {
  readonly kind: DangerKind;
  /** The party, figure or claim in question. */
  readonly id: string;
  readonly where: string;
}

export interface Preview {
  readonly audience: Audience;
  readonly shown: { readonly claims: number; readonly sources: number; readonly parties: number };
  readonly withheld: Redacted['withheld'];
  /** Rows of other tables that go with withheld claims and parties. */
  readonly rows: number;
  readonly dangers: readonly Danger[];
}

/** Counts of fewer people than this may point at them. */
const FEW = 10;

export async function previewReport(evidence: Evidence, options: ReportOptions): Promise<Preview> {
  const redacted = redact(evidence, options.redaction);
  const found: Danger[] = [];
  for (const language of options.languages) {
    const chapters = await chaptersOf(saying(evidence, redacted, options, language));
    const named = leaks(evidence, redacted.withheld, chapters);
    found.push(...named.map(it => ({ ...it, kind: 'name' as const, where: `${language} ${it.where}` })));
  }
  const left = redacted.evidence;
  return {
    audience: options.redaction.audience,
    shown: {
      claims: left.claims.size,
      sources: new Set([...left.claims.values()].map(it => it.source.id)).size,
      parties: left.parties.size,
    },
    withheld: redacted.withheld,
    rows: rowsIn(evidence) - rowsIn(left),
    dangers: [...unlike(found), ...metadata(evidence, redacted), ...smallCells(left), ...alone(left)],
  };
}

function unlike(all: readonly Danger[]): Danger[] {
  return [...new Map(all.map(it => [`${it.id} ${it.where}`, it])).values()];
}

function rowsIn(evidence: Evidence): number {
  const { bearings, answers, figures, terms, rates, agreements, measures, requests, replies, events } =
    evidence;
  const lists = [bearings, answers, figures, terms, rates, agreements, measures, requests, replies, events];
  return lists.reduce((sum, list) => sum + list.length, 0);
}

/** Withheld names in what is written of a file that is still cited: its name, author, taker and grader. */
function metadata(evidence: Evidence, { evidence: left, withheld }: Redacted): Danger[] {
  const names = withheld.parties.flatMap(id => namesOf(evidence, id).map(name => ({ id, name })));
  const sources = new Map([...left.claims.values()].map(it => [it.source.id, it.source]));
  return [...sources.values()].flatMap(source => {
    const { title, author, publisher, name, url, capturedBy, captureHow, gradedBy, gradeReason } = source;
    const text = fold(
      [title, author, publisher, name, url, capturedBy, captureHow, gradedBy, gradeReason].join(' '),
    );
    const hits = names.filter(it => text.includes(it.name));
    return hits.map(({ id }) => ({ kind: 'metadata' as const, id, where: `sources ${source.id}` }));
  });
}

/** Stocks and flows of people below ten; money and shares are none. */
function smallCells(left: Evidence): Danger[] {
  const few = left.figures.filter(
    it => it.currency === null && it.measure !== 'rate' && it.high !== null && it.high > 0 && it.high < FEW,
  );
  const cohorts = [...left.subjects.values()].filter(it => it.n !== null && it.n > 0 && it.n < FEW);
  return [
    ...few.map(it => ({ kind: 'small-cell' as const, id: it.claim, where: `figures ${it.id}` })),
    ...cohorts.map(it => ({ kind: 'small-cell' as const, id: it.id, where: `subjects ${it.id}` })),
  ];
}

/** Single people who tell what they lived, of whom there is one only at a place, in a role, in a year. */
function alone(left: Evidence): Danger[] {
  const told = [...left.claims.values()].filter(
    it => it.knowledge === 'first-hand' && left.parties.get(it.asserter)?.kind === 'person',
  );
  const role = (id: string) => left.parties.get(id)?.parent ?? 'person';
  const groups = Map.groupBy(
    told,
    it => `${it.place} × ${role(it.asserter)} × ${it.from?.slice(0, 4) ?? '–'}`,
  );
  return [...groups]
    .filter(([, claims]) => new Set(claims.map(it => it.asserter)).size === 1)
    .map(([where, [first]]) => ({ kind: 'alone', id: first?.id ?? '', where }));
}
