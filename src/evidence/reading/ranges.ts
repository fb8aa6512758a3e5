/** Two numbers that are the ends of one figure: “between 10 and 20”, “10–20”, “more than 10 and less than 20”. */
import { classId } from '#evidence/reading/classes.ts';
import { type Comparator, sideOf } from '#evidence/reading/comparators.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import { magnitudeIn, type Quantity, quantityAt } from '#evidence/reading/quantities.ts';
import type { Token, Tokens } from '#evidence/reading/tokens.ts';
import { isDate, isYear } from '#evidence/reading/uncounted.ts';
import { unitAt } from '#evidence/reading/units.ts';

/** What a figure allows; an open end is null. */
export interface Range {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
}
export interface RangeFound {
  /** First token. */
  readonly from: number;
  /** The last number, with the money or percent of either. */
  readonly quantity: Quantity;
  readonly range: Range;
}

const DETERMINER = classId('determiner');

/** “between 10 and 20”, “from 10 to 20”, “10–20”; null where `first` stands alone. */
export function rangeAt(it: Tokens, at: number, sentence: number, first: Quantity): RangeFound | null {
  const { tokens, classes, lexicon } = it;
  const begin = first.from;
  const skip = classes[begin - 1] === DETERMINER && begin - 1 > sentence ? 1 : 0;
  const opener = begin - skip > sentence ? (tokens[begin - skip - 1] as Token).word.lower : '';
  const opened = opener === '' ? undefined : lexicon.between.get(opener);
  const joins = opened ?? lexicon.between.get('');
  let next = first.to;
  if (!joins?.has(tokens[next]?.word.lower ?? '')) return doubleAt(it, at, sentence, first);
  next += 1;
  while (classes[next] === DETERMINER) next += 1;
  const second = quantityAt(it, next);
  if (
    !second ||
    second.value < first.value ||
    (first.percent && !second.percent) ||
    (first.money && second.percent) ||
    (!opened && isYear(it, first)) ||
    isDate(it, first, second)
  )
    return null;
  const low = first.value * sharedMagnitude(it, first, second);
  return {
    from: opened ? begin - 1 - skip : begin,
    quantity: { ...second, money: second.money ?? first.money, percent: second.percent || first.percent },
    range: { value: low, low, high: second.value, comparator: 'between' },
  };
}

/** “2.5 to 3 million” is of millions on both sides; 1 where the first number stands for itself. */
function sharedMagnitude(it: Tokens, first: Quantity, second: Quantity): number {
  const magnitude = magnitudeIn(it, second);
  if (magnitude === 1 || magnitudeIn(it, first) > 1) return 1;
  const smaller = !first.money && first.value < 1000 && second.value / magnitude > first.value;
  return smaller || second.value >= 1000 * first.value ? magnitude : 1;
}

/** “more than 10 and less than 20”: a low and a high end in one. */
function doubleAt(it: Tokens, at: number, sentence: number, first: Quantity): RangeFound | null {
  const before = phraseBefore(it.lexicon.comparators, it.tokens, first.from, sentence);
  if (!before) return null;
  let next = first.to;
  const unit = unitAt(it, first.to);
  if (!joins(it, next) && unit) next = unit.to;
  if (!joins(it, next)) return null;
  next += 1;
  const second = phraseAt(it.lexicon.comparatorsAhead, it.tokens, next);
  const high = second && quantityAt(it, next + second.length);
  if (!second || !high || high.percent !== first.percent) return null;
  const [a, b] = [sideOf(before.value), sideOf(second.value)];
  if (a === b || a === null || b === null) return null;
  const [low, top] = a === 'low' ? [first.value, high.value] : [high.value, first.value];
  if (low > top) return null;
  return {
    from: at - before.length,
    quantity: { ...high, money: high.money ?? first.money },
    range: { value: low, low, high: top, comparator: 'between' },
  };
}

function joins({ tokens, lexicon }: Tokens, at: number): boolean {
  const word = tokens[at]?.word;
  return word?.parts?.[0]?.kind === 'joiner' || word?.text === ',' || lexicon.but.has(word?.lower ?? '');
}
