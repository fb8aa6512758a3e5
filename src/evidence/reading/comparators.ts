/** Comparators: what stands before or after a number and opens one of its ends, and the low and high that follow. */
import { classId } from '#evidence/reading/classes.ts';
import { clean } from '#evidence/reading/digits.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import type { Quantity } from '#evidence/reading/quantities.ts';
import type { Tokens } from '#evidence/reading/tokens.ts';

export type Comparator = 'exactly' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'between';

const DETERMINER = classId('determiner');

/** “more than” before a number, or “more than the”: a determiner between. */
export function comparatorBefore(it: Tokens, at: number, sentence: number) {
  const { comparators } = it.lexicon;
  const found = phraseBefore(comparators, it.tokens, at, sentence);
  if (found || it.classes[at - 1] !== DETERMINER || at - 1 <= sentence) return found;
  const beyond = phraseBefore(comparators, it.tokens, at - 1, sentence);
  // “about a 20-minute walk”, but “over a 40-year career” is no more than 40
  const article = it.tokens[at - 1]?.parts?.[0]?.kind === 'article';
  if (!beyond || (article && beyond.value !== 'about')) return null;
  return { ...beyond, length: beyond.length + 1 };
}

/** “or more”, “or more than” after a number, but not “or more than 30”. */
export function comparatorAfter({ lexicon, tokens }: Tokens, at: number) {
  const found = phraseAt(lexicon.after, tokens, at);
  if (!found) return null;
  const to = at + found.length;
  if (!lexicon.than.has(tokens[to]?.lower ?? '')) return { value: found.value, to };
  const next = tokens[to + 1];
  return next?.number || next?.parts ? null : { value: found.value, to: to + 1 };
}

export function sideOf(comparator: Comparator): 'low' | 'high' | null {
  if (comparator === 'more-than' || comparator === 'at-least') return 'low';
  return comparator === 'less-than' || comparator === 'at-most' ? 'high' : null;
}

export function bounds(
  comparator: Comparator,
  { value, half }: Quantity,
): { low: number | null; high: number | null } {
  if (comparator === 'about') return { low: clean(value - half), high: clean(value + half) };
  const side = sideOf(comparator);
  return side === null
    ? { low: value, high: value }
    : { low: side === 'low' ? value : null, high: side === 'high' ? value : null };
}
