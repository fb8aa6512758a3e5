/** A number with the sign, currency or percent that belongs to it, on either side. */
import { classId } from '#evidence/reading/classes.ts';
import { clean } from '#evidence/reading/digits.ts';
import { type NumberFound, numberAt } from '#evidence/reading/numbers.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import type { Token, Tokens } from '#evidence/reading/tokens.ts';

export interface Quantity extends NumberFound {
  readonly from: number;
  readonly percent: boolean;
  /** ISO 4217, or `XXX` for money of no certain country. */
  readonly money: string | null;
}

const OF = classId('of');
const STOP = classId('stop');
const DETERMINER = classId('determiner');

/** A number in digits or words at `at`, with its percent sign or currency. */
export function quantityAt(it: Tokens, at: number): Quantity | null {
  const { lexicon, tokens } = it;
  const prefix = phraseAt(lexicon.currencies, tokens, at);
  const begin = prefix ? at + prefix.length : at;
  if (prefix && !tokens[begin]?.word.number && !tokens[begin]?.word.parts) return null;
  const number = shareAt(it, begin) ?? leadingAt(it, begin) ?? numberAt(it, begin);
  if (!number) return null;
  const { word } = tokens[begin] as Token;
  const negative = isNegative(it, begin);
  const alone = number.words && number.to === begin + 1 && lexicon.lone.has(word.lower);
  if (alone && !counts(it, number.to) && !negative) return null;
  if (number.fraction && number.words && number.value < 1 && !ends(it, number.to)) return null;
  return withMoney(it, {
    ...number,
    value: negative ? -number.value : number.value,
    from: negative && !prefix ? at - 1 : at,
    percent: false,
    money: prefix?.value ?? null,
  });
}

/** “two out of three”, “one in five”: a share of one. */
function shareAt(it: Tokens, at: number): NumberFound | null {
  const above = numberAt(it, at);
  const join = above && phraseAt(it.lexicon.outOf, it.tokens, above.to);
  const below = join && numberAt(it, above.to + join.length);
  if (
    !below ||
    !Number.isInteger(above.value) ||
    !Number.isInteger(below.value) ||
    above.value >= below.value ||
    above.value <= 0 ||
    below.value > 1000
  )
    return null;
  return { value: clean(above.value / below.value), half: 0, to: below.to, fraction: true, words: false };
}

/** “.25”: digits after a decimal mark alone. */
function leadingAt({ tokens, text }: Tokens, at: number): NumberFound | null {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (
    !before ||
    !token?.word.number ||
    before.end !== token.start ||
    !/^[.,]$/.test(before.word.text) ||
    !/^\d+$/.test(token.word.text)
  )
    return null;
  if (before.start > 0 && !/[\s(-]/.test(text[before.start - 1] ?? '')) return null;
  return {
    value: Number(`0.${token.word.text}`),
    half: 0.5 * 10 ** -token.word.text.length,
    to: at + 1,
    fraction: false,
    words: false,
  };
}

export function withMoney(it: Tokens, quantity: Quantity): Quantity {
  const { tokens, classes, lexicon } = it;
  const percent = phraseAt(lexicon.percent, tokens, quantity.to);
  if (percent) return { ...quantity, percent: true, to: quantity.to + percent.length };
  if (quantity.money) return quantity;
  const skip = classes[quantity.to] === OF ? 1 : 0;
  const suffix = phraseAt(lexicon.currencies, tokens, quantity.to + skip);
  if (!suffix) return quantity;
  // “1 $10 bill”: the sign is the next number’s
  const next = quantity.to + skip + suffix.length;
  const sign = !(tokens[quantity.to + skip] as Token).word.letters;
  if (sign && tokens[next]?.word.number && tokens[next]?.start === tokens[next - 1]?.end) return quantity;
  return withCents(it, { ...quantity, money: suffix.value, to: next });
}

/** “75 USD million”; “thirteen dollars and forty-five cents”, “15 dollars 50”. */
function withCents(it: Tokens, quantity: Quantity): Quantity {
  const { tokens, classes, lexicon } = it;
  const [part] = tokens[quantity.to]?.word.parts ?? [];
  if (part?.kind === 'magnitude' && part.value >= 1000)
    return {
      ...quantity,
      value: quantity.value * part.value,
      half: quantity.half * part.value,
      to: quantity.to + 1,
    };
  const joined = part?.kind === 'joiner' || part?.kind === 'point' ? 1 : 0;
  const cents = numberAt(it, quantity.to + joined);
  if (
    !cents ||
    !Number.isInteger(cents.value) ||
    cents.value < 1 ||
    cents.value > 99 ||
    !Number.isInteger(quantity.value)
  )
    return quantity;
  const named = lexicon.minor.has(tokens[cents.to]?.word.lower ?? '');
  const last = cents.to >= tokens.length || classes[cents.to] === STOP;
  if (!named && (cents.value < 10 || !last)) return quantity;
  return {
    ...quantity,
    value: clean(quantity.value + cents.value / 100),
    half: 0.005,
    to: cents.to + (named ? 1 : 0),
  };
}

/** “one” counts only before what it counts in: money, percent, a thousand. */
function counts({ lexicon, tokens }: Tokens, at: number): boolean {
  return phraseAt(lexicon.percent, tokens, at) !== null || phraseAt(lexicon.currencies, tokens, at) !== null;
}

/** A share in words is followed by what it is a share of, or by nothing. */
function ends(it: Tokens, at: number): boolean {
  const of = it.classes[at];
  return (
    of === undefined ||
    of === OF ||
    of === DETERMINER ||
    !(it.tokens[at] as Token).word.letters ||
    counts(it, at)
  );
}

function isNegative({ lexicon, tokens, text }: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (lexicon.minus.has(before.word.lower))
    return phraseBefore(lexicon.comparators, tokens, at, Math.max(0, at - 4)) === null;
  const ahead = text[before.start - 1];
  return (
    before.word.text === '-' &&
    before.end === tokens[at]?.start &&
    (ahead === undefined || /[\s(<>=]/.test(ahead))
  );
}

/** What the last word of a number multiplies by: 1,000,000 of “3 million”. */
export function magnitudeIn({ tokens }: Tokens, { to }: Quantity): number {
  const parts = tokens[to - 1]?.word.parts;
  const [part] = parts ?? [];
  return parts?.length === 1 && part?.kind === 'magnitude' ? part.value : 1;
}
