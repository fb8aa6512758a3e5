/**
 * From the bearings in scope to a verdict, on one route, with some claims withdrawn. Pure and quick, since
 * what would change the answer is found by asking it many times.
 */
import { cohortShare } from '#assessment/findings/cohort.ts';
import { BINDING, type Item } from '#assessment/findings/scope.ts';
import { ANY, type Share } from '#assessment/findings/shares.ts';
import { setAside } from '#assessment/findings/stand.ts';
import {
  type Body,
  bodyOf,
  type Level,
  originsIn,
  type Status,
  statusOf,
} from '#assessment/findings/weigh.ts';
import {
  evaluate,
  type Proof,
  type Standard,
  type StrengthTable,
  type Truth,
} from '#assessment/standards/standards.ts';
import type { Route, Row } from '#store/tables.ts';

export type Verdict = 'met' | 'not-met' | 'open' | 'none';
export type Because = null | 'not-shown' | 'balanced' | 'not-examined' | 'not-bound' | 'maps-only';

export interface Judged {
  readonly verdict: Verdict;
  readonly because: Because;
  readonly subject: string | null;
  readonly elements: ReadonlyMap<string, ElementState>;
  /** One for each subject that was judged apart. */
  readonly subjects: readonly { readonly id: string; readonly verdict: Verdict }[];
}

export interface ElementState {
  readonly status: Status;
  readonly for: readonly Item[];
  readonly against: readonly Item[];
  readonly aside: readonly Item[];
  readonly pro: Body;
  readonly con: Body;
  /** Supported by a presumption alone. */
  readonly presumed: boolean;
}

export interface Case {
  readonly standard: Standard;
  readonly proof: Proof;
  readonly table: StrengthTable;
  readonly route: Route | undefined;
  readonly items: readonly Item[];
  readonly attacks: readonly { from: string; to: string }[];
  readonly levels: ReadonlyMap<string, Level>;
  /** Shares of a cohort's members that a claim gives. */
  readonly shares: ReadonlyMap<string, Share>;
  /** Elements that are presumed where they are alleged and nothing that counts speaks against them. */
  readonly presumed: ReadonlySet<string>;
  /** Protected claims: they count, and are never listed as what would change the answer. */
  readonly hidden: ReadonlySet<string>;
}

/** `without`: claims taken as withdrawn; `taken`: elements taken as supported or refuted. */
export function judge(it: Case, without: ReadonlySet<string> = new Set(), taken: Taken = {}): Judged {
  return decide(it, weigh(it, without), taken);
}

/** Elements whose status is taken for granted. */
export interface Taken {
  readonly supported?: ReadonlySet<string>;
  readonly refuted?: ReadonlySet<string>;
}

/** The elements as the evidence shows them, for each subject that is judged apart, or for all at once. */
export interface Weighing {
  readonly apart: boolean;
  readonly subjects: readonly {
    readonly subject: Row<'subjects'> | null;
    readonly elements: ReadonlyMap<string, ElementState>;
  }[];
}

export function weigh(it: Case, without: ReadonlySet<string> = new Set()): Weighing {
  const left = it.items.filter(item => !without.has(item.claim.id));
  const aside = setAside(it.attacks.filter(({ from, to }) => !without.has(from) && !without.has(to)));
  const apart = judgedApart(it.route);
  if (!apart)
    return { apart, subjects: [{ subject: null, elements: elementsOf(it, bound(it, left, aside), aside) }] };
  const subjects = [...Map.groupBy(left, item => item.subject.id).values()].map(items => ({
    subject: items[0]?.subject ?? null,
    elements: elementsOf(it, items, aside),
  }));
  return { apart, subjects };
}

/** One worker's passport and another's debt never make a victim: these routes judge each subject by itself. */
export function judgedApart(route: Route | undefined): boolean {
  return route === 'person' || route === 'pattern';
}

/** On the route of rules, bearings of rules of which it does not stand that they bind everybody posted. */
export function unbound(it: Case): readonly Item[] {
  const counted = new Set(bound(it, it.items, setAside(it.attacks)));
  return it.items.filter(item => item.bearing.standard !== BINDING && !counted.has(item));
}

/** The verdict on what was weighed, with the status of some elements taken for granted. */
export function decide(it: Case, { apart, subjects }: Weighing, taken: Taken = {}): Judged {
  const judged = subjects.map(({ subject, elements }) => judgeSubject(it, subject, elements, taken));
  const [only] = judged;
  if (!apart && only) return only;
  const best = judged.toSorted(
    (a, b) => RANK[a.verdict] - RANK[b.verdict] || documented(b) - documented(a),
  )[0];
  return {
    ...(best ?? judgeSubject(it, null, elementsOf(it, [], new Set()), taken)),
    subjects: judged.map(({ subject, verdict }) => ({ id: subject ?? '', verdict })),
  };
}

const RANK: Readonly<Record<Verdict, number>> = { met: 0, open: 1, 'not-met': 2, none: 3 };

function documented(judged: Judged): number {
  return [...judged.elements.values()].filter(state => state.status !== 'unknown').length;
}

/** On the route of rules, a rule's bearings count only while it stands that the rule binds everybody posted. */
function bound(it: Case, items: readonly Item[], aside: ReadonlySet<string>): readonly Item[] {
  if (it.route !== 'rules') return items;
  const bindings = Map.groupBy(
    items.filter(item => item.bearing.standard === BINDING),
    item => item.subject.id,
  );
  const binds = (subject: string) => {
    const state = stateOf(it, BINDING, bindings.get(subject) ?? [], aside);
    return state.for.length > 0 && state.status !== 'refuted';
  };
  const known = new Map(
    [...new Set(items.map(item => item.subject.id))].map(subject => [subject, binds(subject)]),
  );
  return items.filter(item => known.get(item.subject.id));
}

function stateOf(
  it: Case,
  element: string,
  items: readonly Item[],
  aside: ReadonlySet<string>,
): ElementState {
  const standing = items.filter(item => !aside.has(item.claim.id));
  const side = (direction: string) => standing.filter(item => item.bearing.direction === direction);
  const [pros, cons] = [side('supports'), side('rebuts')];
  const [pro, con] = [bodyIn(it, pros), bodyIn(it, cons)];
  const status = statusOf(it.proof, pro, con, it.table);
  const presumed = isPresumed(it, element, status, { alleged: pros.length > 0, con });
  return {
    status: presumed ? 'supported' : status,
    presumed,
    for: pros,
    against: cons,
    aside: items.filter(item => aside.has(item.claim.id)),
    pro,
    con,
  };
}

/** A presumption makes up for what is alleged and not shown; it yields to any contrary evidence that counts. */
export function isPresumed(
  { presumed }: Pick<Case, 'presumed'>,
  element: string,
  status: Status,
  { alleged, con }: { readonly alleged: boolean; readonly con: Body },
): boolean {
  return status === 'unknown' && alleged && presumed.has(element) && originsIn(con) === 0;
}

function bodyIn(it: Case, items: readonly Item[]): Body {
  return bodyOf(
    items.map(({ claim }) => ({
      claim: claim.id,
      origin: claim.origin,
      level: it.levels.get(claim.id) ?? 0,
    })),
  );
}

function elementsOf(
  it: Case,
  items: readonly Item[],
  aside: ReadonlySet<string>,
): ReadonlyMap<string, ElementState> {
  const byElement = Map.groupBy(items, item => item.bearing.element);
  const all = [it.standard, ...it.standard.basis].flatMap(standard => [
    ...standard.elements,
    ...standard.exceptions,
  ]);
  return new Map(
    all.map(element => [element.id, stateOf(it, element.id, byElement.get(element.id) ?? [], aside)]),
  );
}

function judgeSubject(
  it: Case,
  subject: Row<'subjects'> | null,
  elements: ReadonlyMap<string, ElementState>,
  taken: Taken,
): Judged {
  const id = subject?.id ?? null;
  const truth = (element: string): Truth =>
    taken.supported?.has(element)
      ? true
      : taken.refuted?.has(element)
        ? false
        : truthOf(elements.get(element));
  const kind = it.standard.kind;
  if (kind !== 'verdict')
    return { verdict: 'none', because: 'maps-only', subject: id, elements, subjects: [] };
  const share = it.route === 'pattern' ? shareIn(it, elements, taken) : null;
  const value = truthFor(it, subject, truth, share);
  if (value !== null)
    return { verdict: value ? 'met' : 'not-met', because: null, subject: id, elements, subjects: [] };
  return { verdict: 'open', because: whyOpen(it, elements, truth), subject: id, elements, subjects: [] };
}

/** Whether the standard is met for a subject, once each element's truth (and a cohort's share) is known. */
export function truthFor(
  { standard, route }: Case,
  subject: Row<'subjects'> | null,
  truth: (element: string) => Truth,
  share: Share | null,
): Truth {
  const whole = wholeTruth(standard, truth);
  return route === 'pattern' ? patternTruth(standard, subject, whole, share ?? ANY) : whole;
}

/** The rule holds, and no exception that somebody has invoked is made out: its burden lies on whoever relies on it. */
function wholeTruth(standard: Standard, truth: (element: string) => Truth): Truth {
  const rule = evaluate(standard.rule, truth, id => {
    const basis = standard.basis.find(it => it.id === id);
    return basis ? wholeTruth(basis, truth) : null;
  });
  const excepted = standard.exceptions.some(exception => truth(exception.id) === true);
  return rule === true && excepted ? false : rule;
}

/** A share of single cases: only people chosen by chance speak for others, whichever way the answer goes. */
function patternTruth(
  { pattern }: Standard,
  subject: Row<'subjects'> | null,
  whole: Truth,
  { low, high }: Share,
): Truth {
  if (subject?.frame !== 'probability' || !pattern) return null;
  if (whole === false || high < pattern.threshold) return false;
  return whole === true && low >= pattern.threshold ? true : null;
}

/** The share of a cohort to whom the whole rule applies. */
export function shareIn(it: Case, elements: ReadonlyMap<string, ElementState>, taken: Taken = {}): Share {
  const isSupported = (element: string) => elements.get(element)?.status === 'supported';
  return cohortShare(
    it,
    [...elements.values()].flatMap(state => state.for),
    isSupported,
    taken,
  );
}

export function truthOf(state: { readonly status: Status } | undefined): Truth {
  if (state?.status === 'supported') return true;
  return state?.status === 'refuted' ? false : null;
}

/** What keeps it open, in this order: nobody has spoken to an element; sources are balanced; not enough is shown. */
function whyOpen(
  it: Case,
  elements: ReadonlyMap<string, ElementState>,
  truth: (element: string) => Truth,
): Because {
  const needed = [it.standard, ...it.standard.basis].flatMap(standard => standard.elements);
  const open = needed.filter(element => truth(element.id) === null).map(element => elements.get(element.id));
  const silent = open.some(
    state =>
      !state || originsIn(state.pro) + originsIn(state.con) + state.for.length + state.against.length === 0,
  );
  if (silent) return 'not-examined';
  return open.some(state => state?.status === 'conflicting') ? 'balanced' : 'not-shown';
}
