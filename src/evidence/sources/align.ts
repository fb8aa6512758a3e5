/**
 * Two lists laid beside each other: stretches that are the same, and between them what one has and the other not.
 * Bounded: where lists differ too much for an exact answer, items that each has once hold the rest apart.
 */
import { diffArrays } from 'diff';

/** From–to in each list, the last one not included. */
export interface Stretch {
  readonly same: boolean;
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

/** The time of an exact answer grows with the square of the differences. */
const MOST_EDITS = 1500;

/** And with the length of lists that repeat themselves. */
const MOST_STEPS = 50_000_000;

export function align<T>(a: readonly T[], b: readonly T[], most = MOST_EDITS): Stretch[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const found: Stretch[] = [];
  push(found, { same: true, a: [0, head], b: [0, head] });
  for (const it of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), most))
    push(found, { same: it.same, a: [it.a[0] + head, it.a[1] + head], b: [it.b[0] + head, it.b[1] + head] });
  push(found, { same: true, a: [a.length - tail, a.length], b: [b.length - tail, b.length] });
  return found;
}

function middle<T>(a: readonly T[], b: readonly T[], most: number): Stretch[] {
  const edits = Math.min(most, Math.floor(MOST_STEPS / Math.max(1, a.length + b.length)));
  return leastEdits(a, b) > edits ? byAnchors(a, b) : (exact(a, b, edits) ?? byAnchors(a, b));
}

/** What is in one list and not in the other must go or come, whatever the order. */
function leastEdits<T>(a: readonly T[], b: readonly T[]): number {
  const left = new Map<T, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  for (const item of b) left.set(item, (left.get(item) ?? 0) - 1);
  return [...left.values()].reduce((sum, n) => sum + Math.abs(n), 0);
}

function exact<T>(a: readonly T[], b: readonly T[], most: number): Stretch[] | undefined {
  const parts = diffArrays([...a], [...b], { maxEditLength: most });
  if (parts === undefined) return undefined;
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    const [inA, inB] = [added ? 0 : count, removed ? 0 : count];
    push(found, { same: !added && !removed, a: [i, i + inA], b: [j, j + inB] });
    i += inA;
    j += inB;
  }
  return found;
}

/** What is taken away and what is put in its place are one stretch. */
function push(found: Stretch[], next: Stretch): void {
  const last = found.at(-1);
  if (next.a[0] === next.a[1] && next.b[0] === next.b[1]) return;
  if (last?.same === next.same)
    found[found.length - 1] = { same: next.same, a: [last.a[0], next.a[1]], b: [last.b[0], next.b[1]] };
  else found.push(next);
}

function byAnchors<T>(a: readonly T[], b: readonly T[]): Stretch[] {
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const [atA, atB] of [...rising(anchors(a, b)), [a.length, b.length] as const]) {
    push(found, { same: false, a: [i, atA], b: [j, atB] });
    if (atA < a.length) push(found, { same: true, a: [atA, atA + 1], b: [atB, atB + 1] });
    [i, j] = [atA + 1, atB + 1];
  }
  return found;
}

/** Places of items that each list has exactly once, in the order of `a`. */
function anchors<T>(a: readonly T[], b: readonly T[]): [number, number][] {
  const [inA, inB] = [once(a), once(b)];
  return [...inA].flatMap(([item, at]): [number, number][] => {
    const other = inB.get(item);
    return at === null || other === undefined || other === null ? [] : [[at, other]];
  });
}

/** Where an item stands; null where it stands twice. */
function once<T>(list: readonly T[]): Map<T, number | null> {
  const places = new Map<T, number | null>();
  for (const [at, item] of list.entries()) places.set(item, places.has(item) ? null : at);
  return places;
}

/** The longest selection whose places rise in the second list too (patience sorting). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}
