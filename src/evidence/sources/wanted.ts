/** A passage as it is looked for: its words and what stood around them, in normal form. */
import { type Normal, normalOf } from '#evidence/sources/normal.ts';

export interface Passage {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  /** What stood around the same words at other places of the old text, in normal form. */
  readonly others?: readonly Around[];
  /** Whether one of them has all the same around it, as far as is looked. */
  readonly repeated?: boolean;
}

/** What stands around words; `edge` where the text begins or ends there. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly edge: { readonly before: boolean; readonly after: boolean };
}

export interface Wanted extends Around {
  readonly words: string;
  /** Where the words stand in `whole`, the passage with its surroundings. */
  readonly whole: Normal;
  readonly at: number;
  readonly others: readonly Around[];
  /** What must stand on both sides to move at once: 32 units, or all that is known where the words stood elsewhere too. */
  readonly near?: { readonly before: string; readonly after: string };
  /** How far down the old text it stood, 0 to 1. */
  readonly share: number;
  readonly page: number | null;
}

/** Units around a passage that vouch for it, where the old text is at hand. */
export const WIDE = 256;
const NEAR = 32;

export function wantedOf(passage: Passage, oldLength: number): Wanted {
  const { exact, prefix, suffix, start, end, page, others = [], repeated } = passage;
  const whole = normalOf(prefix + exact + suffix);
  const [at, to] = rangeIn(whole, prefix.length, prefix.length + exact.length);
  const before = whole.text.slice(0, at);
  const after = whole.text.slice(to);
  const reach = others.length > 0 ? WIDE : NEAR;
  const near = { before: before.slice(-reach), after: after.slice(0, reach) };
  const known = before.length >= NEAR && after.length >= NEAR;
  return {
    words: whole.text.slice(at, to),
    whole,
    at,
    before,
    after,
    edge: { before: start <= prefix.length, after: end + suffix.length >= oldLength },
    others,
    ...(known && !repeated ? { near } : {}),
    share: start / Math.max(1, oldLength),
    page,
  };
}

/** The units that a stretch of the original gave, without white space at either end. */
function rangeIn({ text, from, to: until }: Normal, start: number, end: number): [number, number] {
  let at = 0;
  while (at < text.length && ((until[at] ?? 0) <= start || text[at] === ' ') && (from[at] ?? 0) < end)
    at += 1;
  let to = at;
  while (to < text.length && (from[to] ?? 0) < end) to += 1;
  while (to > at && text[to - 1] === ' ') to -= 1;
  return [at, to];
}
