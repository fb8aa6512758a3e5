/**
 * Whether withdrawing some claims moves anything at all: asked thousands of times to find what would change an answer,
 * so only what the claims touch is weighed again. Where no status moves, the verdict cannot.
 */
import { type Case, judgedApart } from '#assessment/findings/judge.ts';
import { BINDING, type Item } from '#assessment/findings/scope.ts';
import { setAside } from '#assessment/findings/stand.ts';
import { type Level, type Status, statusOf } from '#assessment/findings/weigh.ts';

type Direction = 'supports' | 'rebuts';

/** Bearings that are weighed together: how many of each origin and level stand on each side. */
class Pan {
  readonly #origins = { supports: new Map<string, number[]>(), rebuts: new Map<string, number[]>() };
  readonly #body: Record<Direction, [number, number, number, number]> = {
    supports: [0, 0, 0, 0],
    rebuts: [0, 0, 0, 0],
  };
  #items = 0;

  /** Puts one bearing on (1) or takes it off (-1). */
  put({ bearing: { direction }, claim }: Item, level: Level, by: 1 | -1): void {
    const levels = this.#origins[direction].get(claim.origin) ?? [0, 0, 0, 0];
    this.#origins[direction].set(claim.origin, levels);
    const body = this.#body[direction];
    const before = levels.findLastIndex(n => n > 0);
    levels[level] = (levels[level] ?? 0) + by;
    const after = levels.findLastIndex(n => n > 0);
    if (before >= 0) body[before as Level] -= 1;
    if (after >= 0) body[after as Level] += 1;
    if (direction === 'supports') this.#items += by;
  }

  status({ proof, table }: Case): Status {
    return statusOf(proof, this.#body.supports, this.#body.rebuts, table);
  }

  /** Whether anything is for it at all: a binding needs that too. */
  get some(): boolean {
    return this.#items > 0;
  }
}

function bindingKey(subject: string): string {
  return `${BINDING} ${subject}`;
}

function isBinding({ bearing }: Item): boolean {
  return bearing.standard === BINDING;
}

export class Scales {
  readonly #case: Case;
  readonly #pans = new Map<string, Pan>();
  readonly #before = new Map<string, { readonly status: Status; readonly some: boolean }>();
  readonly #items: Map<string, readonly Item[]>;
  readonly #subjects: Map<string, readonly Item[]>;
  /** Rules of which it does not stand that they bind everybody posted: their bearings do not count. */
  #unbound: ReadonlySet<string> = new Set();
  readonly #attacked: Set<string>;
  readonly #aside: ReadonlySet<string>;

  constructor(it: Case) {
    this.#case = it;
    this.#items = Map.groupBy(it.items, item => item.claim.id);
    this.#attacked = new Set(it.attacks.flatMap(attack => [attack.from, attack.to]));
    this.#aside = setAside(it.attacks);
    this.#subjects = Map.groupBy(it.items, item => item.subject.id);
    const standing = it.items.filter(item => !this.#aside.has(item.claim.id));
    for (const item of standing) if (isBinding(item)) this.#put(item, 1);
    this.#unbound = new Set(
      it.route === 'rules' ? [...this.#subjects.keys()].filter(id => !this.#binds(id)) : [],
    );
    for (const item of standing) if (!isBinding(item)) this.#put(item, 1);
    for (const [key, pan] of this.#pans) this.#before.set(key, { status: pan.status(it), some: pan.some });
  }

  #binds(subject: string): boolean {
    const pan = this.#pans.get(bindingKey(subject));
    return pan?.some === true && pan.status(this.#case) !== 'refuted';
  }

  /** False only where no element of any subject, and no binding, would have another status. Units: claims. */
  moves(without: ReadonlySet<string>): boolean {
    const touched = this.#touched(without);
    if (judgedApart(this.#case.route) && this.#empties(without)) return true;
    // a cohort's shares are read from single claims: any of them may matter
    if (this.#case.route === 'pattern' && touched.length > 0) return true;
    for (const [item, by] of touched) this.#put(item, by);
    const moved = touched.some(([item]) => {
      const [pan, before] = [this.#pans.get(this.#key(item)), this.#before.get(this.#key(item))];
      return pan?.status(this.#case) !== before?.status || pan?.some !== before?.some;
    });
    for (const [item, by] of touched) this.#put(item, by === 1 ? -1 : 1);
    return moved;
  }

  /** A subject of whom nothing is left is not judged at all. */
  #empties(without: ReadonlySet<string>): boolean {
    const subjects = new Set(
      [...without].flatMap(id => this.#items.get(id) ?? []).map(item => item.subject.id),
    );
    return [...subjects].some(id => this.#subjects.get(id)?.every(item => without.has(item.claim.id)));
  }

  /** Bearings that leave with their claims, and those of claims that stand or fall with them. */
  #touched(without: ReadonlySet<string>): [Item, 1 | -1][] {
    const gone = [...without].filter(id => !this.#aside.has(id)).flatMap(id => this.#items.get(id) ?? []);
    const touched = gone.map((item): [Item, -1] => [item, -1]);
    if (![...without].some(id => this.#attacked.has(id))) return touched;
    const aside = setAside(
      this.#case.attacks.filter(({ from, to }) => !without.has(from) && !without.has(to)),
    );
    const changed = [...this.#attacked].filter(
      id => !without.has(id) && aside.has(id) !== this.#aside.has(id),
    );
    return [
      ...touched,
      ...changed.flatMap(id =>
        (this.#items.get(id) ?? []).map((item): [Item, 1 | -1] => [item, aside.has(id) ? -1 : 1]),
      ),
    ];
  }

  #put(item: Item, by: 1 | -1): void {
    if (!isBinding(item) && this.#unbound.has(item.subject.id)) return;
    const key = this.#key(item);
    const pan = this.#pans.get(key) ?? new Pan();
    this.#pans.set(key, pan);
    pan.put(item, this.#case.levels.get(item.claim.id) ?? 0, by);
  }

  /** Bindings are weighed for each rule; the elements of rules together, of persons and cohorts each by itself. */
  #key({ bearing, subject }: Item): string {
    if (bearing.standard === BINDING) return bindingKey(subject.id);
    return judgedApart(this.#case.route) ? `${bearing.element} ${subject.id}` : bearing.element;
  }
}
