/** Where a passage's words stand, letter for letter, in a text: whole words, with hyphens that can be the same. */
import { hyphensAgree, type Normal } from '#evidence/sources/normal.ts';
import type { Wanted } from '#evidence/sources/wanted.ts';

export interface Place {
  /** Index in the normal text. */
  readonly at: number;
  readonly length: number;
}

/** Words that stand more often than this cannot be told apart one by one. */
export const MANY = 48;
/** After so many the rest counts as found, whole words or not: a text of one letter is not looked through. */
const TRIED = 5000;

/** All places, or those that begin from `from` to `to`; at most `MANY` and one. */
export function occurrences(
  wanted: Pick<Wanted, 'words' | 'whole' | 'at' | 'before' | 'after'>,
  normal: Normal,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Place[] {
  const { words } = wanted;
  const found: Place[] = [];
  let tried = 0;
  for (
    let at = normal.text.indexOf(words, from);
    at >= 0 && at <= to;
    at = normal.text.indexOf(words, at + 1)
  ) {
    tried += 1;
    if (tried > TRIED || isWhole(wanted, normal, at)) found.push({ at, length: words.length });
    if (found.length > MANY) break;
  }
  return found;
}

function isWhole(
  { words, whole, at: own, before, after }: Pick<Wanted, 'words' | 'whole' | 'at' | 'before' | 'after'>,
  normal: Normal,
  at: number,
): boolean {
  const to = at + words.length;
  // not in the midst of what stands for several units, such as a ligature
  if (at > 0 && normal.from[at] === normal.from[at - 1]) return false;
  if (to < normal.text.length && normal.from[to] === normal.from[to - 1]) return false;
  return (
    headOf(before, words) === headOf(normal.text.slice(Math.max(0, at - REACH), at), words) &&
    tailOf(after, words) === tailOf(normal.text.slice(to, to + REACH), words) &&
    hyphensAgree(whole, own, normal, at, words.length)
  );
}

/** Units looked at on either side; no more than a package keeps around a passage. */
const REACH = 24;

/** The part of a word or number that runs into the words from before: “un” of “unpaid”, “1,” of “1,200”. */
function headOf(before: string, words: string): string {
  const digits = /^\p{N}/u.test(words);
  const run = digits ? /[\p{L}\p{M}\p{N}.,:/$€£-]*$/u : /[\p{L}\p{M}\p{N}']*$/u;
  return run.exec(before.slice(-REACH))?.[0] ?? '';
}

function tailOf(after: string, words: string): string {
  const digits = /\p{N}$/u.test(words);
  const run = digits ? /^(?:[\p{L}\p{M}\p{N}]|[.,:/-](?=\p{N}))*/u : /^[\p{L}\p{M}\p{N}]*(?:'\p{L}+)?/u;
  return run.exec(after.slice(0, REACH))?.[0] ?? '';
}
