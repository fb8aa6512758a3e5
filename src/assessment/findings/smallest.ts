/** The smallest sets that change an answer, found by trying; how far the search went is said with them. Pure. */

/** What was searched: every set of at most `size` parts. `exact`: no larger set can be a smallest one. */
export interface Bound {
  readonly exact: boolean;
  readonly size: number;
  /** Parts that come into question; claims that copy one another are one part. */
  readonly of: number;
}

export interface Smallest<T> {
  readonly sets: readonly (readonly T[])[];
  readonly bound: Bound;
}

/** Sets tried at most, but for single parts, which are always tried. */
const MOST_TRIES = 20_000;

/** Sets that change the answer and of which no part does, as far as they can all be tried. */
export function smallest<T>(
  parts: readonly T[],
  changes: (set: readonly T[]) => boolean,
  most = MOST_TRIES,
): Smallest<T> {
  const found: T[][] = parts.filter(part => changes([part])).map(part => [part]);
  const alone = new Set(found.flat());
  const rest = parts.filter(part => !alone.has(part));
  let size = Math.min(1, parts.length);
  let left = most - parts.length;
  for (let next = 2; next <= rest.length; next += 1) {
    left -= choose(rest.length, next);
    if (left < 0) break;
    const before = found.map(set => new Set(set));
    for (const set of combinations(rest, next))
      if (!before.some(smaller => smaller.size < next && isWithin(smaller, set)) && changes(set))
        found.push(set);
    size = next;
  }
  const exact = size >= rest.length;
  return { sets: found, bound: { exact, size, of: parts.length } };
}

function isWithin<T>(smaller: ReadonlySet<T>, set: readonly T[]): boolean {
  let shared = 0;
  for (const it of set) if (smaller.has(it)) shared += 1;
  return shared === smaller.size;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index += 1) {
    const item = items[index] as T;
    for (const rest of combinations(items, size - 1, index + 1)) yield [item, ...rest];
  }
}
