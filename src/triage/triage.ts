/**
 * The door of triage: what waits for a person, by what it would settle in the dossier. Kept in memory for a dossier
 * that is served; after an act only what it touched is worked out again.
 */
import { loadProofs, loadStandards, loadStrength } from '#assessment/standards/standards.ts';
import { rowsWith } from '#core/lookup.ts';
import {
  type Choice,
  chosenFrom,
  type Desk,
  type Evidence,
  loadDesk,
  renewDesk,
  type Waits,
} from '#evidence/claims/claims.ts';
import type { Store } from '#store/store.ts';
import {
  countedOf,
  missingLegsOf,
  type Open,
  type Scales,
  type Standing,
  sidesOf,
  standingOf,
  unansweredOf,
} from '#triage/open.ts';
import { type Class, inText, type Ranked, rank, surest } from '#triage/rank.ts';

export { type Crossed, crosswalk } from '#triage/crosswalk.ts';
export { CLASSES, type Class, type Ranked } from '#triage/rank.ts';

export const ORDERS = ['settles', 'confidence', 'text'] as const;
export type Order = (typeof ORDERS)[number];
export const GROUPS = ['source', 'speaker'] as const;
export type Group = (typeof GROUPS)[number];

export interface Triage {
  /** All that waits, what settles most first. */
  ranked(evidence: Evidence): Promise<readonly Ranked[]>;
  desk(): Promise<Desk>;
}

/** What is kept between two questions. */
interface Kept {
  readonly desk: Desk;
  readonly evidence: Evidence;
  readonly open: Open;
  readonly ranked: readonly Ranked[];
}

export function triageOf(store: Store): Triage {
  let kept: Kept | null = null;
  let desk: Desk | null = null;
  // one after the other: two questions never work out the same twice
  let turn: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.catch(() => undefined).then(work);
    turn = done;
    return done;
  };
  async function current(): Promise<Desk> {
    desk = desk ? await renewDesk(store, desk) : await loadDesk(store);
    return desk;
  }
  async function renew(evidence: Evidence): Promise<readonly Ranked[]> {
    const now = await current();
    if (kept?.evidence === evidence && kept.desk.waiting === now.waiting) return kept.ranked;
    const open = await openOf(evidence, kept);
    const ranked = rank([...now.waiting.values()], open, evidence);
    kept = { desk: now, evidence, open, ranked };
    return ranked;
  }
  return { ranked: evidence => next(() => renew(evidence)), desk: () => next(current) };
}

async function openOf(evidence: Evidence, kept: Kept | null): Promise<Open> {
  if (kept?.evidence === evidence) return kept.open;
  const standing =
    kept && sameFindings(kept.evidence, evidence)
      ? ({ elements: kept.open.elements, pillars: kept.open.pillars } satisfies Standing)
      : standingOf(evidence, await scales());
  return {
    ...standing,
    ...sidesOf(evidence),
    ...countedOf(evidence),
    unanswered: unansweredOf(evidence),
    missingLegs: missingLegsOf(evidence),
  };
}

async function scales(): Promise<Scales> {
  const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
  return { standards: standards.filter(it => !it.stub), proofs, strength };
}

/** True where no finding can differ: all that bears, answers or is a share is still the same. */
function sameFindings(before: Evidence, after: Evidence): boolean {
  const shares = (of: Evidence) =>
    rowsWith(of.figures, 'counted', 'share-of-respondents')
      .map(it => `${it.id} ${it.claim} ${it.low}`)
      .join();
  const claims = [
    ...after.bearings.map(it => it.claim),
    ...after.answers.flatMap(it => [it.claim, it.answers]),
  ];
  return (
    before.bearings === after.bearings &&
    before.answers === after.answers &&
    before.subjects === after.subjects &&
    before.dossier === after.dossier &&
    shares(before) === shares(after) &&
    claims.every(id => before.claims.get(id) === after.claims.get(id))
  );
}

export interface DeskQuery extends Choice {
  readonly order?: Order | undefined;
  readonly group?: Group | undefined;
}

/** What waits and fits, in an order; groups stand together, each where its first row stands. */
export function inOrder(
  ranked: readonly Ranked[],
  desk: Desk,
  { order = 'settles', group, ...choice }: DeskQuery,
): readonly Ranked[] {
  const fitting = new Set(chosenFrom(desk, choice));
  const chosen = ranked.filter(it => fitting.has(it.waits));
  const by = { settles: null, confidence: surest, text: inText }[order];
  const rows = by ? chosen.toSorted((a, b) => by(a.waits, b.waits)) : chosen;
  return group ? [...Map.groupBy(rows, it => it.waits[group]).values()].flat() : rows;
}

export interface Tally {
  readonly id: string;
  readonly n: number;
}

/** How much waits of each kind, source, speaker and element, and in each class. */
export function talliesOf(rows: readonly Ranked[]) {
  const of = (key: (it: Waits) => string | null): Tally[] => {
    const counts = new Map<string, number>();
    for (const { waits } of rows) {
      const id = key(waits);
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  };
  const classes: Partial<Record<Class, number>> = {};
  for (const it of rows) classes[it.class] = (classes[it.class] ?? 0) + 1;
  return {
    kinds: of(it => it.kind),
    sources: of(it => it.source),
    speakers: of(it => it.speaker),
    elements: of(it => it.element),
    classes,
  };
}
