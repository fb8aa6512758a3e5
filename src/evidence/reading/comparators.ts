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
  return beyond && { ...beyond, length: beyond.length + 1 };
}

/** “or more” after a number, but not “or more than 30”. */
export function comparatorAfter({ lexicon, tokens }: Tokens, at: number) {
  const found = phraseAt(lexicon.after, tokens, at);
  const to = at + (found?.length ?? 0);
  return found && !lexicon.than.has(tokens[to]?.word.lower ?? '') ? { value: found.value, to } : null;
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
