/**
 * The verdict without some claims, as `judge` would give it, but only what the claims touch is weighed again: it is
 * asked thousands of times to find what would change an answer. After each question all is put back.
 */

import { cohortShare } from '#assessment/findings/cohort.ts';
import { type Case, judgedApart, truthFor, truthOf, type Verdict } from '#assessment/findings/judge.ts';
import { Pan } from '#assessment/findings/pan.ts';
import { BINDING, type Item } from '#assessment/findings/scope.ts';
import { ANY, type Share } from '#assessment/findings/shares.ts';
import { setAside } from '#assessment/findings/stand.ts';
import type { Status } from '#assessment/findings/weigh.ts';
import type { Truth } from '#assessment/standards/standards.ts';

type Put = readonly [item: Item, by: 1 | -1];

/** All subjects are judged as one. */
const TOGETHER = '';
const NOTHING: ReadonlySet<string> = new Set();

export class Scales {
  readonly #case: Case;
  readonly #apart: boolean;
  /** Pans by subject and element; of rules, all in one subject, and their bindings by rule. */
  readonly #pans = new Map<string, Map<string, Pan>>();
  readonly #bindings = new Map<string, Pan>();
  readonly #statuses = new Map<string, Map<string, Status>>();
  readonly #byClaim: ReadonlyMap<string, readonly Item[]>;
  readonly #bySubject: ReadonlyMap<string, readonly Item[]>;
  readonly #attacked: ReadonlySet<string>;
  readonly #aside: ReadonlySet<string>;
  /** Rules of which it does not stand that they bind everybody posted: their bearings do not count. */
  readonly #unbound = new Set<string>();
  /** Of subjects judged apart: how many have each verdict. */
  readonly #verdicts = new Map<string, Truth>();
  readonly #counts = { yes: 0, no: 0, open: 0 };
  readonly #elements: ReadonlySet<string>;

  constructor(it: Case) {
    this.#case = it;
    this.#apart = judgedApart(it.route);
    this.#elements = new Set(
      [it.standard, ...it.standard.basis].flatMap(one =>
        [...one.elements, ...one.exceptions].map(element => element.id),
      ),
    );
    this.#byClaim = Map.groupBy(it.items, item => item.claim.id);
    this.#bySubject = Map.groupBy(it.items, item => item.subject.id);
    this.#attacked = new Set(it.attacks.flatMap(attack => [attack.from, attack.to]));
    this.#aside = setAside(it.attacks);
    const standing = it.items.filter(item => !this.#aside.has(item.claim.id));
    for (const item of standing) if (isBinding(item)) this.#put(item, 1);
    if (it.route === 'rules')
      for (const id of this.#bySubject.keys()) if (!this.#binds(id)) this.#unbound.add(id);
    for (const item of standing) if (!isBinding(item)) this.#put(item, 1);
    for (const [subject, pans] of this.#pans)
      this.#statuses.set(subject, new Map([...pans].map(([id, pan]) => [id, pan.status(it, id)])));
    if (this.#apart) for (const id of this.#bySubject.keys()) this.#count(id, this.#truthOf(id, NOTHING), 1);
  }

  /** As `judge(case, without)` has it. */
  verdict(without: ReadonlySet<string>): Verdict {
    if (this.#case.standard.kind !== 'verdict') return 'none';
    const done: Put[] = [];
    const put = (item: Item, by: 1 | -1) => {
      if (this.#put(item, by)) done.push([item, by]);
    };
    const aside = this.#asideWithout(without);
    const touched = this.#touched(without, aside);
    for (const [item, by] of touched) if (isBinding(item)) put(item, by);
    const turned = this.#turned(touched);
    for (const [item, by] of touched) if (!isBinding(item) && !turned.has(item.subject.id)) put(item, by);
    for (const [subject, binds] of turned) this.#turn(subject, binds, without, aside, put);
    const subjects = this.#apart ? this.#subjectsOf(without, touched) : [TOGETHER];
    const verdict = this.#verdictOn(subjects, new Set(done.map(([item]) => this.#key(item))), without);
    for (const subject of turned.keys()) this.#unbound.delete(subject);
    for (const [item, by] of done) this.#put(item, by === 1 ? -1 : 1);
    for (const [subject, binds] of turned) if (binds) this.#unbound.add(subject);
    return verdict;
  }

  #verdictOn(
    subjects: readonly string[],
    changed: ReadonlySet<string>,
    without: ReadonlySet<string>,
  ): Verdict {
    if (!this.#apart) return verdictOf(this.#truthOf(TOGETHER, changed));
    const before = subjects.map(id => [id, this.#verdicts.get(id)] as const);
    for (const [id, truth] of before) {
      if (truth !== undefined) this.#count(id, truth, -1);
      const left = this.#bySubject.get(id)?.some(item => !without.has(item.claim.id));
      if (left) this.#count(id, this.#truthOf(id, changed, without), 1);
    }
    const verdict = this.#best();
    for (const [id, truth] of before) {
      const now = this.#verdicts.get(id);
      if (now !== undefined) this.#count(id, now, -1);
      if (truth !== undefined) this.#count(id, truth, 1);
    }
    return verdict;
  }

  /** Of subjects judged apart, one for whom it is met decides, then one for whom it is open. */
  #best(): Verdict {
    const { yes, no, open } = this.#counts;
    if (yes + no + open === 0) return verdictOf(truthFor(this.#case, null, () => null, ANY));
    return yes > 0 ? 'met' : open > 0 ? 'open' : 'not-met';
  }

  #count(subject: string, truth: Truth, by: 1 | -1): void {
    this.#counts[truth === null ? 'open' : truth ? 'yes' : 'no'] += by;
    if (by === 1) this.#verdicts.set(subject, truth);
    else this.#verdicts.delete(subject);
  }

  /** `changed`: keys of pans whose status is not what it was at the start. */
  #truthOf(subject: string, changed: ReadonlySet<string>, without: ReadonlySet<string> = NOTHING): Truth {
    const status = (element: string): Status => {
      const known = changed.has(keyOf(subject, element)) ? undefined : this.#statuses.get(subject);
      if (known) return known.get(element) ?? 'unknown';
      return this.#pans.get(subject)?.get(element)?.status(this.#case, element) ?? 'unknown';
    };
    const truth = (element: string) => truthOf({ status: status(element) });
    const row = this.#apart ? (this.#bySubject.get(subject)?.[0]?.subject ?? null) : null;
    const share = this.#case.route === 'pattern' ? this.#shareOf(subject, status, without) : null;
    return truthFor(this.#case, row, truth, share);
  }

  /** A cohort's shares are read from single claims, all of them again. */
  #shareOf(subject: string, status: (element: string) => Status, without: ReadonlySet<string>): Share {
    const aside = this.#asideWithout(without);
    const standing = (this.#bySubject.get(subject) ?? []).filter(
      ({ claim, bearing }) =>
        bearing.direction === 'supports' && !without.has(claim.id) && !aside.has(claim.id),
    );
    const own = this.#elements;
    return cohortShare(
      this.#case,
      standing.filter(item => own.has(item.bearing.element)),
      element => status(element) === 'supported',
    );
  }

  #binds(subject: string): boolean {
    const pan = this.#bindings.get(subject);
    return pan?.some === true && pan.status(this.#case, BINDING) !== 'refuted';
  }

  /** Rules that now bind everybody and did not, or the other way. */
  #turned(touched: readonly Put[]): Map<string, boolean> {
    if (this.#case.route !== 'rules') return new Map();
    const subjects = new Set(touched.filter(([item]) => isBinding(item)).map(([item]) => item.subject.id));
    const now = [...subjects].map(id => [id, this.#binds(id)] as const);
    return new Map(now.filter(([id, binds]) => binds === this.#unbound.has(id)));
  }

  /** All bearings of a rule come to count, or cease to. */
  #turn(
    subject: string,
    binds: boolean,
    without: ReadonlySet<string>,
    aside: ReadonlySet<string>,
    put: (item: Item, by: 1 | -1) => void,
  ): void {
    const items = (this.#bySubject.get(subject) ?? []).filter(item => !isBinding(item));
    if (binds) {
      this.#unbound.delete(subject);
      for (const item of items) if (!without.has(item.claim.id) && !aside.has(item.claim.id)) put(item, 1);
    } else {
      for (const item of items) if (!this.#aside.has(item.claim.id)) put(item, -1);
      this.#unbound.add(subject);
    }
  }

  #subjectsOf(without: ReadonlySet<string>, touched: readonly Put[]): string[] {
    const gone = [...without].flatMap(id => this.#byClaim.get(id) ?? []);
    return [...new Set([...gone, ...touched.map(([item]) => item)].map(item => item.subject.id))];
  }

  #asideWithout(without: ReadonlySet<string>): ReadonlySet<string> {
    if (![...without].some(id => this.#attacked.has(id))) return this.#aside;
    return setAside(this.#case.attacks.filter(({ from, to }) => !without.has(from) && !without.has(to)));
  }

  /** Bearings that leave with their claims, and those of claims that stand or fall with them. */
  #touched(without: ReadonlySet<string>, aside: ReadonlySet<string>): Put[] {
    const gone = [...without].filter(id => !this.#aside.has(id)).flatMap(id => this.#byClaim.get(id) ?? []);
    const touched = gone.map((item): Put => [item, -1]);
    if (aside === this.#aside) return touched;
    const changed = [...this.#attacked].filter(
      id => !without.has(id) && aside.has(id) !== this.#aside.has(id),
    );
    return [
      ...touched,
      ...changed.flatMap(id =>
        (this.#byClaim.get(id) ?? []).map((item): Put => [item, aside.has(id) ? -1 : 1]),
      ),
    ];
  }

  /** Answers whether it counts at all. */
  #put(item: Item, by: 1 | -1): boolean {
    const level = this.#case.levels.get(item.claim.id) ?? 0;
    if (isBinding(item)) panIn(this.#bindings, item.subject.id).put(item, level, by);
    else if (this.#unbound.has(item.subject.id)) return false;
    else {
      const subject = this.#apart ? item.subject.id : TOGETHER;
      const pans = this.#pans.get(subject) ?? new Map<string, Pan>();
      this.#pans.set(subject, pans);
      panIn(pans, item.bearing.element).put(item, level, by);
    }
    return true;
  }

  #key(item: Item): string {
    return keyOf(this.#apart ? item.subject.id : TOGETHER, item.bearing.element);
  }
}

function isBinding({ bearing }: Item): boolean {
  return bearing.standard === BINDING;
}

function keyOf(subject: string, element: string): string {
  return `${element} ${subject}`;
}

function panIn(pans: Map<string, Pan>, key: string): Pan {
  const pan = pans.get(key) ?? new Pan();
  pans.set(key, pan);
  return pan;
}

function verdictOf(truth: Truth): Verdict {
  return truth === null ? 'open' : truth ? 'met' : 'not-met';
}
