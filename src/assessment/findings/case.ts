/** A question put to the evidence: what is in scope becomes a case, and the case is judged. Pure. */
import { type Case, decide, type Judged, unbound, type Weighing, weigh } from '#assessment/findings/judge.ts';
import { type Presumed, presumedOn } from '#assessment/findings/presume.ts';
import { type Item, inScope, type Missed } from '#assessment/findings/scope.ts';
import { hull } from '#assessment/findings/shares.ts';
import { levelOf, originsIn, type Status } from '#assessment/findings/weigh.ts';
import type { Presumption, Proof, Standard, StrengthTable } from '#assessment/standards/standards.ts';
import { daysOfPeriod, overlaps, type Period } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { rowsWith } from '#core/lookup.ts';
import { type Claim, type Evidence, topmost } from '#evidence/claims/claims.ts';
import type { Route } from '#store/tables.ts';

export interface Question {
  readonly standard: Standard;
  readonly proof: Proof;
  readonly strength: StrengthTable;
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly route?: Route | undefined;
  readonly dutyBearer?: string | undefined;
  readonly held?: 'all' | 'originals' | undefined;
  /** Presumptions that may be relied on; by default none. */
  readonly presume?: readonly Presumption[] | undefined;
}

interface Answered {
  readonly it: Case;
  readonly weighed: Weighing;
  readonly judged: Judged;
  readonly missed: readonly Missed[];
  readonly route: Route | undefined;
  readonly held: 'all' | 'originals';
  readonly dutyBearer: string;
  readonly binding: Binding;
  readonly presumptions: readonly Presumed[];
}

/** Whether the standard bound the duty-bearer then. */
export type Binding = 'bound' | 'not-bound' | 'unknown';

/** The case that a question makes, and its judgement; a standard that did not bind the duty-bearer then gives no verdict. */
export function answer(evidence: Evidence, question: Question): Answered {
  const { standard, place, period, held = 'all', dutyBearer = evidence.dossier.dutyBearer } = question;
  const route = routeOf(question);
  if (!evidence.parties.has(dutyBearer))
    throw new Problem('row.missing', { where: 'party', what: dutyBearer });
  const { items, missed } = inScope(evidence, standard, { place, period, route, held });
  const presumptions = (question.presume ?? []).map(it => presumedOn(evidence, it, dutyBearer));
  const presumes = presumptions.some(it => it.whyNot === null);
  const it = {
    ...caseOf(evidence, question, route, items),
    presumed: presumes ? elementsIn(standard) : NONE,
  };
  const binding = bindingOf(evidence, standard, dutyBearer, period);
  const idle = unbound(it).map(
    ({ claim, bearing: { element }, subject }): Missed => ({
      claim: claim.id,
      element,
      why: 'binding',
      is: subject.id,
    }),
  );
  const weighed = weigh(it);
  const decided = decide(it, weighed);
  const judged = binding === 'not-bound' ? notBound(decided) : decided;
  return {
    it,
    weighed,
    judged,
    missed: [...missed, ...idle],
    route,
    held,
    dutyBearer,
    binding,
    presumptions,
  };
}

const NONE: ReadonlySet<string> = new Set();

/** A presumption is never of an exception: that burden lies on whoever relies on it. */
function elementsIn(standard: Standard): ReadonlySet<string> {
  return new Set([standard, ...standard.basis].flatMap(it => it.elements.map(element => element.id)));
}

export interface ElementStatus {
  readonly status: Status;
  readonly origins: { readonly for: number; readonly against: number };
}

/** What a question comes to, without what would change it: the verdict and where each element stands. */
export interface Outcome {
  readonly verdict: Judged['verdict'];
  readonly because: Judged['because'];
  readonly elements: readonly ({ readonly id: string } & ElementStatus)[];
}

/** As a finding has them, at a fraction of its work. Throws as `answer`. */
export function outcome(evidence: Evidence, question: Question): Outcome {
  const { standard } = question;
  const { judged } = answer(evidence, question);
  const all = [standard, ...standard.basis].flatMap(inner => inner.elements);
  return {
    verdict: judged.verdict,
    because: judged.because,
    elements: all.map(({ id }) => ({ id, ...statusIn(judged, id) })),
  };
}

/** An element's status and how many origins stand on each side; of what was not judged, unknown. */
export function statusIn(judged: Judged, element: string): ElementStatus {
  const state = judged.elements.get(element);
  if (!state) return { status: 'unknown', origins: { for: 0, against: 0 } };
  return { status: state.status, origins: { for: originsIn(state.pro), against: originsIn(state.con) } };
}

/** A standard that gives a verdict is asked of rules unless another route is named; one that maps takes every subject. */
function routeOf({ standard, route }: Question): Route | undefined {
  if (route !== undefined && !standard.routes.includes(route))
    throw new Problem('route.unfit', {
      what: route,
      where: `${standard.id} (${standard.routes.join(', ')})`,
    });
  return route ?? (standard.kind === 'verdict' ? standard.routes[0] : undefined);
}

function caseOf(
  evidence: Evidence,
  { standard, proof, strength }: Question,
  route: Route | undefined,
  items: readonly Item[],
): Omit<Case, 'presumed'> {
  const stands = (id: string) => (evidence.claims.get(id)?.state ?? 'withdrawn') !== 'withdrawn';
  const attacks = rowsWith(evidence.answers, 'kind', 'undercuts')
    .filter(answer => stands(answer.claim) && stands(answer.answers))
    .map(({ claim, answers }) => ({ from: claim, to: answers }));
  const claims = new Set<Claim>();
  for (const { claim } of items) claims.add(claim);
  const near = attacksOn(claims, attacks);
  const levels = new Map([...claims].map(claim => [claim.id, levelOf(claim, strength)]));
  const inPlay = new Set([...levels.keys(), ...near.flatMap(it => [it.from, it.to])]);
  return {
    standard,
    proof,
    table: strength,
    route,
    items,
    attacks: near,
    levels,
    shares: route === 'pattern' ? sharesOf(evidence) : new Map(),
    hidden: new Set([...inPlay].filter(id => evidence.claims.get(id)?.protection === 'protected')),
  };
}

/** Shares of a cohort's members by claim. A claim that gives several does not say of what: they make one interval. */
function sharesOf({ figures }: Evidence): Case['shares'] {
  const given = rowsWith(figures, 'counted', 'share-of-respondents')
    .filter(it => it.low !== null || it.high !== null)
    .map(it => ({ claim: it.claim, low: (it.low ?? 0) / 100, high: (it.high ?? 100) / 100 }));
  return new Map([...Map.groupBy(given, it => it.claim)].map(([claim, shares]) => [claim, hull(shares)]));
}

/** The attacks on which it depends whether these claims stand: on them, on their attackers, and so on. */
function attacksOn(claims: Iterable<Claim>, all: Case['attacks']): Case['attacks'] {
  if (all.length === 0) return [];
  const onTo = Map.groupBy(all, attack => attack.to);
  const wanted = [...claims].map(claim => claim.id);
  const seen = new Set(wanted);
  const found: { from: string; to: string }[] = [];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    for (const attack of onTo.get(id) ?? []) {
      found.push(attack);
      if (!seen.has(attack.from)) wanted.push(attack.from);
      seen.add(attack.from);
    }
  }
  return found;
}

/**
 * Whether the standard bound the duty-bearer's state at some time of the period. Unknown where the table has no row for
 * it, or one that does not say from when.
 */
function bindingOf(
  evidence: Evidence,
  standard: Standard,
  dutyBearer: string,
  period: Period | undefined,
): Binding {
  const state = evidence.parties.get(topmost(dutyBearer, evidence.parties))?.place;
  const rows = standard.binds.filter(row => row.state === state);
  const then = rows.filter(row => !row.never && (period === undefined || overlaps(row, period)));
  if (rows.length > 0 && then.length === 0) return 'not-bound';
  const since = then.some(row => period === undefined || Number.isFinite(daysOfPeriod(row).first));
  return since ? 'bound' : 'unknown';
}

function notBound(judged: Judged): Judged {
  return { ...judged, verdict: 'none', because: 'not-bound' };
}
