/** Numbers that count nothing: years, days of a month, times, list numbers and numbers of articles. */
import { classId } from '#evidence/reading/classes.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import type { Quantity } from '#evidence/reading/quantities.ts';
import type { Token, Tokens } from '#evidence/reading/tokens.ts';
import { isUnit } from '#evidence/reading/units.ts';

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
function isEscape({ tokens }: Tokens, { from }: Quantity): boolean {
  const before = tokens[from - 1];
  return before?.word.text === '%' && before.end === tokens[from]?.start;
}

/** “<>”, “=>”: signs that compare in no certain way. */
function isUnknownSign({ tokens }: Tokens, { from }: Quantity): boolean {
  const [sign, before] = [tokens[from - 1], tokens[from - 2]];
  return (
    sign !== undefined &&
    before?.end === sign.start &&
    /^[<>]$/.test(sign.word.text) &&
    /^[<>=]$/.test(before.word.text)
  );
}

/** “May 3”, “article 135”, “mayo de 2013”. */
function isNamed({ tokens, classes, lexicon }: Tokens, { from }: Quantity, sentence: number): boolean {
  const before = tokens[from - 1]?.word.lower ?? '';
  if (from > sentence && (lexicon.monthNumbers.has(before) || lexicon.notQuantities.has(before))) return true;
  return (
    from > sentence + 1 &&
    classes[from - 1] === OF &&
    lexicon.monthNumbers.has(tokens[from - 2]?.word.lower ?? '')
  );
}

function isBeforeMonth({ tokens, classes, lexicon }: Tokens, at: number): boolean {
  const month = classes[at] === OF ? at + 1 : at;
  return lexicon.monthNumbers.has(tokens[month]?.word.lower ?? '');
}

function isOrdinal({ tokens, lexicon }: Tokens, { to, words }: Quantity): boolean {
  const after = tokens[to];
  // “18th”, “18th-century”
  const [ending = ''] = after?.word.lower.split('-') ?? [];
  return !words && after?.start === tokens[to - 1]?.end && lexicon.ordinals.has(ending);
}

/** “1) …” and “1. …” at the head of a sentence. */
function isListNumber(
  { tokens, classes, sentences }: Tokens,
  { from, to, words }: Quantity,
  sentence: number,
): boolean {
  if (from !== sentence || words) return false;
  const after = tokens[to];
  return (
    after?.word.text === ')' ||
    (classes[to] === STOP &&
      to + 1 < tokens.length &&
      tokens[to + 1]?.start !== after?.end &&
      (sentences.at(-1)?.to ?? 0) > to + 1)
  );
}

function isTime({ tokens }: Tokens, { from, to, words }: Quantity): boolean {
  if (words) return false;
  const touches = (at: number, mark: RegExp) => {
    const [a, b, c] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    return (
      a !== undefined &&
      b !== undefined &&
      c !== undefined &&
      mark.test(b.word.text) &&
      a.end === b.start &&
      b.end === c.start &&
      a.word.number &&
      c.word.number
    );
  };
  return touches(to, /^[:/]$/) || touches(from - 1, /^[:/]$/);
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
  const printed = (it.tokens[from] as Token).word.text;
  if (money || percent || to - from !== 1 || value > 2100 || !/^(?:1[5-9]|20)\d\d$/.test(printed))
    return false;
  return !isUnit(it, to) || phraseBefore(it.lexicon.comparators, it.tokens, from, 0) === null;
}
