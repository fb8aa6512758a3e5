/** Numbers that count nothing: years, days of a month, times, list numbers and numbers of articles. */
import { classId } from '#evidence/reading/classes.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import type { Quantity } from '#evidence/reading/quantities.ts';
import { type Tokens, touches } from '#evidence/reading/tokens.ts';
import { isUnit } from '#evidence/reading/units.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

const OF = classId('of');
const STOP = classId('stop');

export function countsNothing(it: Tokens, quantity: Quantity, sentence: number): boolean {
  if (isEscape(it, quantity) || isUnknownSign(it, quantity)) return true;
  if (quantity.percent || quantity.money) return false;
  return (
    isNamed(it, quantity, sentence) ||
    isBeforeMonth(it, quantity.to) ||
    isOrdinal(it, quantity) ||
    isListNumber(it, quantity, sentence) ||
    isYear(it, quantity) ||
    isTime(it, quantity) ||
    isHour(it, quantity)
  );
}

/** “%20” in a web address. */
function isEscape(it: Tokens, { from }: Quantity): boolean {
  return it.tokens[from - 1]?.text === '%' && touches(it, from);
}

/** “<>”, “=>”: signs that compare in no certain way. */
function isUnknownSign(it: Tokens, { from }: Quantity): boolean {
  const { tokens } = it;
  const [sign, before] = [tokens[from - 1], tokens[from - 2]];
  return (
    sign !== undefined &&
    before !== undefined &&
    touches(it, from - 1) &&
    /^[<>]$/.test(sign.text) &&
    /^[<>=]$/.test(before.text)
  );
}

/** “May 3”, “article 135”, “mayo de 2013”. */
function isNamed({ tokens, classes, lexicon }: Tokens, { from }: Quantity, sentence: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (from > sentence && (lexicon.monthNumbers.has(before) || lexicon.notQuantities.has(before))) return true;
  return (
    from > sentence + 1 && classes[from - 1] === OF && lexicon.monthNumbers.has(tokens[from - 2]?.lower ?? '')
  );
}

function isBeforeMonth({ tokens, classes, lexicon }: Tokens, at: number): boolean {
  const month = classes[at] === OF ? at + 1 : at;
  return lexicon.monthNumbers.has(tokens[month]?.lower ?? '');
}

function isOrdinal(it: Tokens, { to, words }: Quantity): boolean {
  const after = it.tokens[to];
  // “18th”, “18th-century”
  const [ending = ''] = after?.lower.split('-') ?? [];
  return !words && touches(it, to) && it.lexicon.ordinals.has(ending);
}

/** “1) …” and “1. …” at the head of a sentence. */
function isListNumber(it: Tokens, { from, to, words }: Quantity, sentence: number): boolean {
  const { tokens, classes, sentences } = it;
  if (from !== sentence || words) return false;
  const after = tokens[to];
  return (
    after?.text === ')' ||
    (classes[to] === STOP &&
      to + 1 < tokens.length &&
      !touches(it, to + 1) &&
      (sentences.at(-1)?.to ?? 0) > to + 1)
  );
}

function isTime(it: Tokens, { from, to, words }: Quantity): boolean {
  if (words) return false;
  const joins = (at: number, mark: RegExp) => {
    const [a, b, c] = [it.tokens[at - 1], it.tokens[at], it.tokens[at + 1]];
    return (
      a !== undefined &&
      b !== undefined &&
      c !== undefined &&
      mark.test(b.text) &&
      touches(it, at) &&
      touches(it, at + 1) &&
      a.number &&
      c.number
    );
  };
  return joins(to, /^[:/]$/) || joins(from - 1, /^[:/]$/);
}

/** “from 3 to 5 May”, “2013–2018”. */
export function isDate(it: Tokens, first: Quantity, second: Quantity): boolean {
  return isBeforeMonth(it, second.to) || isHour(it, second) || (isYear(it, first) && isYear(it, second));
}

/** “7 p.m.”. */
function isHour({ lexicon, tokens }: Tokens, { to }: Quantity): boolean {
  return phraseAt(lexicon.clock, tokens, to) !== null;
}

export function isYear(it: Tokens, { from, to, value, money, percent }: Quantity): boolean {
  const printed = (it.tokens[from] as Word).text;
  if (money || percent || to - from !== 1 || value > 2100 || !/^(?:1[5-9]|20)\d\d$/.test(printed))
    return false;
  return !isUnit(it, to) || phraseBefore(it.lexicon.comparators, it.tokens, from, 0) === null;
}
