/** Two numbers that are the ends of one figure: “between 10 and 20”, “10–20”, “more than 10 and less than 20”. */
import { classId } from '#evidence/reading/classes.ts';
import { type Comparator, comparatorAfter, comparatorBefore, sideOf } from '#evidence/reading/comparators.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import { type Quantity, quantityAt } from '#evidence/reading/quantities.ts';
import type { Tokens } from '#evidence/reading/tokens.ts';
import { isDate, isYear } from '#evidence/reading/uncounted.ts';
import { unitAt } from '#evidence/reading/units.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

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
const COORDINATOR = classId('coordinator');

/** “between 10 and 20”, “from 10 to 20”, “10–20”; null where `first` stands alone. */
export function rangeAt(it: Tokens, at: number, sentence: number, first: Quantity): RangeFound | null {
  const { tokens, classes, lexicon } = it;
  const begin = first.from;
  const skip = classes[begin - 1] === DETERMINER && begin - 1 > sentence ? 1 : 0;
  const opener = begin - skip > sentence ? (tokens[begin - skip - 1] as Word).lower : '';
  let next = first.to;
  const join = tokens[next]?.lower ?? '';
  const open = opener === '' ? undefined : lexicon.between.get(opener);
  // “de cuatro o cinco”: what stands before opens nothing
  const opened = open?.has(join) ? open : undefined;
  const joins = opened ?? lexicon.between.get('');
  if (!joins?.has(join)) return doubleAt(it, at, sentence, first);
  next += 1;
  while (classes[next] === DETERMINER) next += 1;
  const second = quantityAt(it, next);
  if (
    !second ||
    second.value < first.value ||
    (first.percent && !second.percent) ||
    (first.money && second.percent) ||
    (!opened && isYear(it, first)) ||
    (classes[first.to] === COORDINATOR && !opened && !isNear(first, second)) ||
    isDate(it, first, second)
  )
    return null;
  const low = first.value * sharedMagnitude(first, second);
  return {
    from: opened ? begin - 1 - skip : begin,
    quantity: { ...second, money: second.money ?? first.money, percent: second.percent || first.percent },
    range: { value: low, low, high: second.value, comparator: 'between' },
  };
}

/** “two or three”: an estimate; “10 or 1000”: a choice. */
function isNear(first: Quantity, second: Quantity): boolean {
  return second.value <= 2 * first.value * sharedMagnitude(first, second);
}

/** “2.5 to 3 million” is of millions on both sides; 1 where the first number stands for itself. */
function sharedMagnitude(first: Quantity, second: Quantity): number {
  const { magnitude } = second;
  if (magnitude === 1 || first.magnitude > 1) return 1;
  // “from 200 to 3 million” is not
  return first.value < second.value / magnitude ? magnitude : 1;
}

/** “more than 10 and less than 20”: a low and a high end in one. */
function doubleAt(it: Tokens, at: number, sentence: number, first: Quantity): RangeFound | null {
  const before = comparatorBefore(it, first.from, sentence);
  const unit = unitAt(it, first.to);
  const after = before ? null : comparatorAfter(it, first.to);
  let next = after?.to ?? first.to;
  if (!joins(it, next) && unit && !after) next = unit.to;
  if ((!before && !after) || !joins(it, next)) return null;
  if (it.tokens[next]?.text === ',' && joins(it, next + 1)) next += 1;
  const second = before ? comparedAt(it, next + 1) : followedAt(it, next + 1);
  if (!second || second.quantity.percent !== first.percent) return null;
  const [a, b] = [sideOf((before ?? after)?.value ?? 'exactly'), sideOf(second.comparator)];
  if (a === b || a === null || b === null) return null;
  const ends = [first.value, second.quantity.value] as const;
  const [low, high] = a === 'low' ? ends : [ends[1], ends[0]];
  if (low >= high) return null;
  return {
    from: before ? at - before.length : first.from,
    quantity: { ...second.quantity, money: second.quantity.money ?? first.money },
    range: { value: low, low, high, comparator: 'between' },
  };
}

interface Compared {
  readonly quantity: Quantity;
  readonly comparator: Comparator;
}

/** “less than 20”, “less than the 20”. */
function comparedAt(it: Tokens, at: number): Compared | null {
  const found = phraseAt(it.lexicon.comparatorsAhead, it.tokens, at);
  if (!found) return null;
  const next = at + found.length;
  const quantity = quantityAt(it, it.classes[next] === DETERMINER ? next + 1 : next);
  return quantity && { quantity, comparator: found.value };
}

/** “20 at least”. */
function followedAt(it: Tokens, at: number): Compared | null {
  const quantity = quantityAt(it, at);
  const found = quantity && comparatorAfter(it, quantity.to);
  return quantity && found && { quantity: { ...quantity, to: found.to }, comparator: found.value };
}

function joins({ tokens, lexicon }: Tokens, at: number): boolean {
  const word = tokens[at];
  return word?.parts?.[0]?.kind === 'joiner' || word?.text === ',' || lexicon.but.has(word?.lower ?? '');
}
