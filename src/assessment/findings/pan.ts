/** Bearings that are weighed together: how many of each origin and level stand on each side, kept up as they change. */
import { type Case, isPresumed } from '#assessment/findings/judge.ts';
import type { Item } from '#assessment/findings/scope.ts';
import { type Level, type Status, statusOf } from '#assessment/findings/weigh.ts';

type Direction = Item['bearing']['direction'];
type Counts = [number, number, number, number];

export class Pan {
  readonly #origins = { supports: new Map<string, Counts>(), rebuts: new Map<string, Counts>() };
  readonly #body: Record<Direction, Counts> = { supports: [0, 0, 0, 0], rebuts: [0, 0, 0, 0] };
  #items = 0;

  /** Puts one bearing on (1) or takes it off (-1). */
  put({ bearing: { direction }, claim }: Item, level: Level, by: 1 | -1): void {
    const origins = this.#origins[direction];
    const levels = origins.get(claim.origin) ?? [0, 0, 0, 0];
    origins.set(claim.origin, levels);
    const body = this.#body[direction];
    const before = best(levels);
    levels[level] += by;
    const after = best(levels);
    if (before >= 0) body[before as Level] -= 1;
    if (after >= 0) body[after as Level] += 1;
    if (direction === 'supports') this.#items += by;
  }

  status(it: Pick<Case, 'proof' | 'table' | 'presumed'>, element: string): Status {
    const status = statusOf(it.proof, this.#body.supports, this.#body.rebuts, it.table);
    const presumed = isPresumed(it, element, status, { alleged: this.some, con: this.#body.rebuts });
    return presumed ? 'supported' : status;
  }

  /** Whether anything is for it at all: a binding needs that too. */
  get some(): boolean {
    return this.#items > 0;
  }
}

/** The highest level of which there is one; below 0 where there is none. */
function best(levels: Counts): number {
  for (let level = 3; level >= 0; level -= 1) if ((levels[level as Level] ?? 0) > 0) return level;
  return -1;
}
