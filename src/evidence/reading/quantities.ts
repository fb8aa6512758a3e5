/** A number with the sign, currency or percent that belongs to it, on either side. */
import { classId } from '#evidence/reading/classes.ts';
import { comparatorAfter } from '#evidence/reading/comparators.ts';
import { clean } from '#evidence/reading/digits.ts';
import { type NumberFound, numberAt } from '#evidence/reading/numbers.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import { type Tokens, touches } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

export interface Quantity extends NumberFound {
  readonly from: number;
  readonly percent: boolean;
  /** ISO 4217, or `XXX` for money of no certain country. */
  readonly money: string | null;
  /** What it counts, where both are one word. */
  readonly counted: string | null;
  /** What the last word of the number multiplies by: 1,000,000 of “3 million”. */
  readonly magnitude: number;
}

const OF = classId('of');
const STOP = classId('stop');
const DETERMINER = classId('determiner');
const RELATIVE = classId('relative');
/** Tokens of a phrase like “no more than”. */
const LONGEST_SINGLE = 4;

/** A number in digits or words at `at`, with its percent sign or currency. */
export function quantityAt(it: Tokens, at: number): Quantity | null {
  const { lexicon, tokens } = it;
  const prefix = phraseAt(lexicon.currencies, tokens, at);
  const begin = prefix ? at + prefix.length : at;
  if (prefix && !tokens[begin]?.number && !tokens[begin]?.parts) return null;
  const alone = numberAt(it, begin);
  const number = shareAt(it, alone) ?? leadingAt(it, begin) ?? alone;
  if (!number) return prefix ? null : compoundAt(it, at);
  const negative = isNegative(it, begin, number.to);
  if (isPronoun(it, begin, number) && !negative) return null;
  const share = number.fraction && number.words && number.value < 1;
  if (share && (isHalfOf(it, begin) || !ends(it, number.to))) return null;
  const quantity = {
    ...number,
    to: share && lexicon.partWords.has(tokens[number.to]?.lower ?? '') ? number.to + 1 : number.to,
    value: negative ? -number.value : number.value,
    from: negative && !prefix ? at - 1 : at,
    percent: false,
    money: null,
    counted: null,
    magnitude: magnitudeBefore(it, number.to),
  };
  return withMoney(it, prefix ? inMoney(quantity, prefix.value) : quantity);
}

/** A currency, or one with what it multiplies by: `EUR`, and `EUR 1000000` of “120 MEUR”. */
function inMoney(quantity: Quantity, money: string): Quantity {
  const [code = '', times = '1'] = money.split(' ');
  const by = Number(times);
  return { ...quantity, money: code, value: quantity.value * by, half: quantity.half * by };
}

/** “three-year”, “one-yen”: a number and what it counts in one word. */
function compoundAt({ tokens, lexicon }: Tokens, at: number): Quantity | null {
  const counted = tokens[at]?.counted;
  if (!counted) return null;
  const { value, unit, lone } = counted;
  const money = phraseAt(lexicon.currencies, [{ lower: unit }], 0)?.value ?? null;
  if ((lone && !money) || lexicon.notUnits.has(unit)) return null;
  return { ...{ value, money, counted: unit, from: at, to: at + 1 }, ...COMPOUND };
}

const COMPOUND = { magnitude: 1, half: 0.5, fraction: false, words: true, percent: false };

/** “one” that counts nothing: it counts before money or percent, as “only one”, as “one or two”, and on a line of its own. */
function isPronoun(it: Tokens, at: number, { to, words }: NumberFound): boolean {
  const { lexicon, tokens } = it;
  if (!words || to !== at + 1 || !lexicon.lone.has((tokens[at] as Word).lower)) return false;
  const single = phraseBefore(lexicon.singles, tokens, at, Math.max(0, at - LONGEST_SINGLE));
  const before = single ? at - single.length - 1 : -1;
  const only = single && it.classes[before] !== DETERMINER && it.classes[to] !== RELATIVE;
  return !(counts(it, to) || only || isAlone(it, at, to) || opensRange(it, at, to));
}

function opensRange({ lexicon, tokens }: Tokens, at: number, to: number): boolean {
  const next = tokens[to + 1];
  const joined = lexicon.between.get(tokens[at - 1]?.lower ?? '') ?? lexicon.between.get('');
  const joins = joined?.has(tokens[to]?.lower ?? '');
  const [part] = next?.parts ?? [];
  return joins === true && (next?.number === true || (part?.kind === 'one' && part.value > 1));
}

/** Nothing else on the line, as in the cell of a table. */
function isAlone(it: Tokens, from: number, to: number): boolean {
  const start = it.starts[from] as number;
  const before = it.text.slice(Math.max(0, start - 3), start);
  return (start <= 3 || before.includes('\n')) && before.trim() === '' && endsLine(it, to);
}

/** “the second half” is no share. */
function isHalfOf({ lexicon, tokens }: Tokens, at: number): boolean {
  return lexicon.halfOf.has(tokens[at - 1]?.lower ?? '');
}

/** “two out of three”, “one in five”: a share of one. */
function shareAt(it: Tokens, above: NumberFound | null): NumberFound | null {
  const join = above && phraseAt(it.lexicon.outOf, it.tokens, above.to);
  const below = join && numberAt(it, above.to + join.length);
  if (
    !below ||
    !Number.isInteger(above.value) ||
    !Number.isInteger(below.value) ||
    above.value <= 0 ||
    below.value < 2 ||
    below.value > 1000 ||
    // “2000 over 3” is a fraction on a line of its own: else something is paid over three years
    (above.value >= below.value && (join.length > 1 || !endsLine(it, below.to)))
  )
    return null;
  return { value: clean(above.value / below.value), half: 0, to: below.to, fraction: true, words: false };
}

/** “.25”: digits after a decimal mark alone. */
function leadingAt(it: Tokens, at: number): NumberFound | null {
  const { tokens, text, starts } = it;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (
    !before ||
    !token?.number ||
    !touches(it, at) ||
    !/^[.,]$/.test(before.text) ||
    !/^\d+$/.test(token.text)
  )
    return null;
  const ahead = text[(starts[at - 1] as number) - 1];
  if (ahead !== undefined && !/[\s(-]/.test(ahead)) return null;
  return {
    value: Number(`0.${token.text}`),
    half: 0.5 * 10 ** -token.text.length,
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
  const sign = !(tokens[quantity.to + skip] as Word).letters;
  if (sign && tokens[next]?.number && touches(it, next)) return quantity;
  return withCents(it, { ...inMoney(quantity, suffix.value), to: next });
}

/** “75 USD million”; “thirteen dollars and forty-five cents”, “15 dollars 50”. */
function withCents(it: Tokens, quantity: Quantity): Quantity {
  const { tokens, classes, lexicon } = it;
  const [part] = tokens[quantity.to]?.parts ?? [];
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
  const named = lexicon.minor.has(tokens[cents.to]?.lower ?? '');
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

function endsLine({ ends, text }: Tokens, at: number): boolean {
  const end = ends[at - 1] as number;
  const after = text.slice(end, end + 3);
  return (after.includes('\n') || end + 3 >= text.length) && /^\.?\s*$/.test(after.split('\n')[0] ?? '');
}

/** A share in words is followed by what it is a share of, or by nothing. */
function ends(it: Tokens, at: number): boolean {
  const of = it.classes[at];
  return (
    of === undefined ||
    of === OF ||
    of === DETERMINER ||
    !(it.tokens[at] as Word).letters ||
    it.lexicon.partWords.has((it.tokens[at] as Word).lower) ||
    comparatorAfter(it, at) !== null ||
    counts(it, at)
  );
}

function isNegative(it: Tokens, at: number, to: number): boolean {
  const { lexicon, tokens } = it;
  const before = tokens[at - 1];
  if (!before) return false;
  if (lexicon.minus.has(before.lower))
    return phraseBefore(lexicon.comparators, tokens, at, Math.max(0, at - 4)) === null;
  if (before.text !== '-') return false;
  const ahead = it.text[(it.starts[at - 1] as number) - 1];
  return touches(it, at) ? ahead === undefined || /[\s(<>=]/.test(ahead) : isAlone(it, at - 1, to);
}

function magnitudeBefore({ tokens }: Tokens, at: number): number {
  const parts = tokens[at - 1]?.parts;
  const [part] = parts ?? [];
  return parts?.length === 1 && part?.kind === 'magnitude' ? part.value : 1;
}
