/** How much of what stood around a passage stands around a place. */
import { standsAfter, standsBefore } from '#evidence/sources/edits.ts';
import type { Around } from '#evidence/sources/wanted.ts';

/** Shares of 0 to 1; null where too little is known of that side. */
export interface Sides {
  readonly before: number | null;
  readonly after: number | null;
  readonly sum: number;
  /** The better share of a side of which enough is known to vouch alone. */
  readonly alone: number;
  /** Nothing at all differs, and something is known. */
  readonly same: boolean;
}

/** Fewer units than this vouch for nothing, except that a text begins or ends there. */
const LEAST = 12;
/** Fewer units than this do not vouch without the other side. */
const ALONE = 64;

export function sidesOf({ before, after, edge }: Around, text: string, at: number, to: number): Sides {
  const left =
    before.length >= LEAST ? standsBefore(before, text, at) : edge.before ? edgeAt(before.length, at) : null;
  const right =
    after.length >= LEAST
      ? standsAfter(after, text, to)
      : edge.after
        ? edgeAt(after.length, text.length - to)
        : null;
  return {
    before: left,
    after: right,
    alone: Math.max(before.length < ALONE ? 0 : (left ?? 0), after.length < ALONE ? 0 : (right ?? 0)),
    sum: (left ?? 0) + (right ?? 0),
    same: (left === null || left === 1) && (right === null || right === 1) && (left ?? right) !== null,
  };
}

function edgeAt(was: number, is: number): number {
  return is <= was + LEAST ? 1 : 0;
}

const BOTH = 0.75;
const ONE = 0.9;

/** Unrelated prose agrees by about 0.3. */
export function agrees({ before, after, alone }: Sides, how: 'both' | 'one'): boolean {
  if (how === 'one') return alone >= ONE;
  return Math.min(before ?? 1, after ?? 1) >= BOTH && (before ?? after) !== null;
}
