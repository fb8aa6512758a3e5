/** What two texts have in common: runs of the same words, and how much of their skeletons stands in the same order. */
import { type CopyWords, joined } from '#evidence/sources/copy-words.ts';

/** A run of the same words in both texts; places are those of words. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Shorter runs are phrases that anybody might write. */
const LEAST_RUN = 6;
/** Places looked at where a run begins in several: text that repeats itself must not take the square of its length. */
const MOST_PLACES = 4;

/** Runs from the beginning of `a` to its end, each the longest that is found where it begins. */
export function sharedRuns(a: Int32Array, b: Int32Array): Run[] {
  const places = placesOf(b);
  const found: Run[] = [];
  for (let at = 0; at + LEAST_RUN <= a.length; ) {
    const length = (start: number) => lengthOf(a, b, at, start);
    const starts = places.get(joined(a, at, at + LEAST_RUN)) ?? [];
    const best = starts.reduce<Run>(
      (top, start) => (length(start) > top.length ? { a: at, b: start, length: length(start) } : top),
      { a: at, b: 0, length: 0 },
    );
    if (best.length >= LEAST_RUN) found.push(best);
    at += best.length >= LEAST_RUN ? best.length : 1;
  }
  return found;
}

function placesOf(b: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at + LEAST_RUN <= b.length; at += 1) {
    const key = joined(b, at, at + LEAST_RUN);
    const known = places.get(key);
    if (!known) places.set(key, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  return places;
}

function lengthOf(a: Int32Array, b: Int32Array, from: number, start: number): number {
  let length = 0;
  while (from + length < a.length && start + length < b.length && a[from + length] === b[start + length])
    length += 1;
  return length;
}

/** How many words of a text lie in the runs; words that several runs hold count once. */
export function covered(runs: readonly Run[], side: 'a' | 'b', length: number): number {
  const held = new Uint8Array(length);
  for (const run of runs) held.fill(1, run[side], run[side] + run.length);
  return held.reduce((sum, it) => sum + it, 0);
}

/** How many items of both skeletons stand in the same order (the longest common subsequence). */
export function sameOrder(a: readonly number[], b: readonly number[]): number {
  let before = new Uint16Array(b.length + 1);
  for (const item of a) {
    const row = new Uint16Array(b.length + 1);
    for (let at = 0; at < b.length; at += 1)
      row[at + 1] = item === b[at] ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    before = row;
  }
  return before[b.length] ?? 0;
}

/** How many words both texts have, in any order. */
export function sameWords({ ids: a }: CopyWords, { ids: b }: CopyWords): number {
  const left = new Map<number, number>();
  for (const id of a) left.set(id, (left.get(id) ?? 0) + 1);
  return b.reduce((sum, id) => {
    const n = left.get(id) ?? 0;
    if (n > 0) left.set(id, n - 1);
    return n > 0 ? sum + 1 : sum;
  }, 0);
}
