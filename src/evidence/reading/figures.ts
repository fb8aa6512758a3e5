/** Figures: numbers with what they allow (low, high), comparator, what is counted, currency and period. */
import { classId, classSet } from '#evidence/reading/classes.ts';
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import { clean, type NumberFound, numberAt } from '#evidence/reading/numbers.ts';
import { phraseAt, phraseBefore } from '#evidence/reading/phrases.ts';
import { placed, type Sentence, type Token, type Tokens } from '#evidence/reading/tokens.ts';
import { BEGINS } from '#evidence/reading/vocabulary.ts';

export type Comparator = 'exactly' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'between';

export interface FigureFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  /** What is counted, as it is printed; `percent`; `share` of one; null where nothing is named. */
  readonly unit: string | null;
  /** ISO 4217; null where it is no money, or money of no certain country. */
  readonly currency: string | null;
  readonly per: string | null;
  readonly rule: string;
  readonly confidence: number;
}

/** A number with the sign, currency or percent that belongs to it. */
interface Quantity extends NumberFound {
  readonly from: number;
  readonly percent: boolean;
  /** ISO 4217, or `XXX` for money of no certain country. */
  readonly money: string | null;
}

type Range = Pick<FigureFound, 'value' | 'low' | 'high' | 'comparator'>;
interface Found {
  readonly figure: FigureFound;
  readonly to: number;
}

const OF = classId('of');
const STOP = classId('stop');
const DETERMINER = classId('determiner');
const BAD_UNIT = classSet(
  'be have modal coordinator subordinator preposition that relative pronoun possessive determiner to as by for of adverb clitic question negation genitive',
);
/** Tokens of the name of what is counted. */
const LONGEST_UNIT = 4;

export class Figures {
  readonly #it: Tokens;
  readonly #lexicon: Lexicon;
  #dollar: boolean | null = null;

  constructor(it: Tokens) {
    this.#it = it;
    this.#lexicon = it.lexicon;
  }

  in({ from, to }: Sentence): FigureFound[] {
    const found: FigureFound[] = [];
    for (let at = from; at < to; ) {
      const begins = ((this.#it.begins[at] as number) & BEGINS.figure) !== 0;
      const figure = begins ? (this.#plural(at) ?? this.#counted(at, from)) : null;
      if (figure) found.push(figure.figure);
      at = figure ? figure.to : at + 1;
    }
    return found;
  }

  #token(at: number): Token {
    return this.#it.tokens[at] as Token;
  }

  /** “tens of thousands of workers”: 20,000 to 100,000. */
  #plural(at: number): Found | null {
    const match = phraseAt(this.#lexicon.plurals, this.#it.tokens, at);
    if (!match) return null;
    const [low, high] = match.value;
    const to = at + match.length;
    const quantity: Quantity = {
      from: at,
      to,
      value: low,
      half: 0,
      fraction: false,
      words: true,
      percent: false,
      money: null,
    };
    return this.#finish(
      at,
      this.#withMoney(quantity),
      { value: low, low, high, comparator: 'between' },
      'plural',
    );
  }

  #counted(at: number, sentence: number): Found | null {
    const quantity = this.#quantity(at);
    return quantity && (this.#range(at, sentence, quantity) ?? this.#single(sentence, quantity));
  }

  /** “between 10 and 20”, “from 10 to 20”, “10–20”, “more than 10 and less than 20”. */
  #range(at: number, sentence: number, first: Quantity): Found | null {
    const begin = first.from;
    const skip = this.#it.classes[begin - 1] === DETERMINER && begin - 1 > sentence ? 1 : 0;
    const opener = begin - skip > sentence ? this.#token(begin - skip - 1).word.lower : '';
    const opened = opener === '' ? undefined : this.#lexicon.between.get(opener);
    const from = opened ? begin - 1 - skip : begin;
    const joins = opened ?? this.#lexicon.between.get('');
    let next = first.to;
    if (!joins?.has(this.#it.tokens[next]?.word.lower ?? '')) return this.#double(at, sentence, first);
    next += 1;
    while (this.#it.classes[next] === DETERMINER) next += 1;
    const second = this.#quantity(next);
    if (
      !second ||
      second.value < first.value ||
      (first.percent && !second.percent) ||
      (first.money && second.percent) ||
      (!opened && this.#isYear(first)) ||
      this.#isDate(first, second)
    )
      return null;
    const low = first.value * this.#sharedMagnitude(first, second);
    return this.#finish(
      from,
      { ...second, money: second.money ?? first.money, percent: second.percent || first.percent },
      { value: low, low, high: second.value, comparator: 'between' },
      'range',
    );
  }

  /** “2.5 to 3 million” is of millions on both sides; 1 where the first number stands for itself. */
  #sharedMagnitude(first: Quantity, second: Quantity): number {
    const magnitude = this.#magnitudeIn(second);
    if (magnitude === 1 || this.#magnitudeIn(first) > 1) return 1;
    const smaller = !first.money && first.value < 1000 && second.value / magnitude > first.value;
    return smaller || second.value >= 1000 * first.value ? magnitude : 1;
  }

  /** What the last word of a number multiplies by: 1,000,000 of “3 million”. */
  #magnitudeIn({ to }: Quantity): number {
    const parts = this.#token(to - 1).word.parts;
    const [part] = parts ?? [];
    return parts?.length === 1 && part?.kind === 'magnitude' ? part.value : 1;
  }

  /** “more than 10 and less than 20”: a low and a high end in one. */
  #double(at: number, sentence: number, first: Quantity): Found | null {
    const before = phraseBefore(this.#lexicon.comparators, this.#it.tokens, first.from, sentence);
    if (!before) return null;
    let next = first.to;
    const unit = this.#unit(first.to);
    if (!this.#joins(next) && unit) next = unit.to;
    if (!this.#joins(next)) return null;
    next += 1;
    const second = phraseAt(this.#lexicon.comparatorsAhead, this.#it.tokens, next);
    const high = second && this.#quantity(next + second.length);
    if (!second || !high || high.percent !== first.percent) return null;
    const [a, b] = [sideOf(before.value), sideOf(second.value)];
    if (a === b || a === null || b === null) return null;
    const [low, top] = a === 'low' ? [first.value, high.value] : [high.value, first.value];
    if (low > top) return null;
    const range: Range = { value: low, low, high: top, comparator: 'between' };
    return this.#finish(at - before.length, { ...high, money: high.money ?? first.money }, range, 'range');
  }

  #joins(at: number): boolean {
    const kind = this.#it.tokens[at]?.word.parts?.[0]?.kind;
    return (
      kind === 'joiner' ||
      this.#it.tokens[at]?.word.text === ',' ||
      this.#lexicon.but.has(this.#it.tokens[at]?.word.lower ?? '')
    );
  }

  #single(sentence: number, quantity: Quantity): Found | null {
    if (this.#isNoQuantity(quantity, sentence)) return null;
    const before =
      phraseBefore(this.#lexicon.comparators, this.#it.tokens, quantity.from, sentence) ??
      this.#beyondMoney(quantity.from, sentence);
    const unit = this.#unitOf(quantity);
    const compared = before !== null && before.value !== 'about' && before.value !== 'exactly';
    const after = compared ? null : (this.#after(quantity.to) ?? (unit && this.#after(unit.to)));
    const comparator = after?.value ?? before?.value ?? 'exactly';
    const range = { ...bounds(comparator, quantity), value: quantity.value, comparator };
    const from = before ? quantity.from - before.length : quantity.from;
    const found = this.#finish(from, quantity, range, before || after ? 'compared' : 'number');
    if (!after) return found;
    const to = Math.max(found.to, after.to);
    return { to, figure: { ...found.figure, end: this.#token(to - 1).end } };
  }

  /** “or more” after a number, but not “or more than 30”. */
  #after(at: number) {
    const found = phraseAt(this.#lexicon.after, this.#it.tokens, at);
    const to = at + (found?.length ?? 0);
    return found && !this.#lexicon.than.has(this.#it.tokens[to]?.word.lower ?? '')
      ? { value: found.value, to }
      : null;
  }

  /** “more than the 22,000”: a determiner between. */
  #beyondMoney(at: number, sentence: number) {
    if (this.#it.classes[at - 1] !== DETERMINER || at - 1 <= sentence) return null;
    const found = phraseBefore(this.#lexicon.comparators, this.#it.tokens, at - 1, sentence);
    return found && { ...found, length: found.length + 1 };
  }

  /** A number in digits or words at `at`, with its percent sign or currency on either side. */
  #quantity(at: number): Quantity | null {
    const prefix = phraseAt(this.#lexicon.currencies, this.#it.tokens, at);
    const begin = prefix ? at + prefix.length : at;
    if (prefix && !this.#it.tokens[begin]?.word.number && !this.#it.tokens[begin]?.word.parts) return null;
    const number = this.#share(begin) ?? this.#leading(begin) ?? numberAt(this.#it, begin);
    if (!number) return null;
    const { word } = this.#token(begin);
    if (
      number.words &&
      number.to === begin + 1 &&
      this.#lexicon.lone.has(word.lower) &&
      !this.#counts(number.to) &&
      !this.#minus(begin)
    )
      return null;
    if (number.fraction && number.words && number.value < 1 && !this.#ends(number.to)) return null;
    const negative = this.#minus(begin);
    const value = negative ? -number.value : number.value;
    return this.#withMoney({
      ...number,
      value,
      from: negative && !prefix ? at - 1 : at,
      percent: false,
      money: prefix?.value ?? null,
    });
  }

  /** “two out of three”, “one in five”: a share of one. */
  #share(at: number): NumberFound | null {
    const above = numberAt(this.#it, at);
    const join = above && phraseAt(this.#lexicon.outOf, this.#it.tokens, above.to);
    const below = join && numberAt(this.#it, above.to + join.length);
    if (
      !below ||
      !Number.isInteger(above.value) ||
      !Number.isInteger(below.value) ||
      above.value >= below.value ||
      above.value <= 0 ||
      below.value > 1000
    )
      return null;
    return {
      value: clean(above.value / below.value),
      half: 0,
      to: below.to,
      fraction: true,
      words: false,
    };
  }

  /** “.25”: digits after a decimal mark alone. */
  #leading(at: number): NumberFound | null {
    const { tokens, text } = this.#it;
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

  #withMoney(quantity: Quantity): Quantity {
    const { tokens, classes } = this.#it;
    const percent = phraseAt(this.#lexicon.percent, tokens, quantity.to);
    if (percent) return { ...quantity, percent: true, to: quantity.to + percent.length };
    if (quantity.money) return quantity;
    const skip = classes[quantity.to] === OF ? 1 : 0;
    const suffix = phraseAt(this.#lexicon.currencies, tokens, quantity.to + skip);
    // “1 $10 bill”: the sign is the next number’s
    const next = suffix && quantity.to + skip + suffix.length;
    const sign = suffix && !this.#token(quantity.to + skip).word.letters;
    if (sign && next && tokens[next]?.word.number && tokens[next]?.start === tokens[next - 1]?.end)
      return quantity;
    return suffix
      ? this.#withCents({ ...quantity, money: suffix.value, to: quantity.to + skip + suffix.length })
      : quantity;
  }

  /** “75 USD million”; “thirteen dollars and forty-five cents”, “15 dollars 50”. */
  #withCents(quantity: Quantity): Quantity {
    const { tokens, classes } = this.#it;
    const [part] = tokens[quantity.to]?.word.parts ?? [];
    if (part?.kind === 'magnitude' && part.value >= 1000)
      return {
        ...quantity,
        value: quantity.value * part.value,
        half: quantity.half * part.value,
        to: quantity.to + 1,
      };
    const joined = part?.kind === 'joiner' || part?.kind === 'point' ? 1 : 0;
    const cents = numberAt(this.#it, quantity.to + joined);
    if (
      !cents ||
      !Number.isInteger(cents.value) ||
      cents.value < 1 ||
      cents.value > 99 ||
      !Number.isInteger(quantity.value)
    )
      return quantity;
    const named = this.#lexicon.minor.has(tokens[cents.to]?.word.lower ?? '');
    const ends = cents.to >= tokens.length || classes[cents.to] === STOP;
    if (!named && (cents.value < 10 || !ends)) return quantity;
    return {
      ...quantity,
      value: clean(quantity.value + cents.value / 100),
      half: 0.005,
      to: cents.to + (named ? 1 : 0),
    };
  }

  /** “one” counts only before what it counts in: money, percent, a thousand. */
  #counts(at: number): boolean {
    return (
      phraseAt(this.#lexicon.percent, this.#it.tokens, at) !== null ||
      phraseAt(this.#lexicon.currencies, this.#it.tokens, at) !== null
    );
  }

  /** A share in words is followed by what it is a share of, or by nothing. */
  #ends(at: number): boolean {
    const of = this.#it.classes[at];
    return (
      of === undefined || of === OF || of === DETERMINER || !this.#token(at).word.letters || this.#counts(at)
    );
  }

  #minus(at: number): boolean {
    const before = this.#it.tokens[at - 1];
    if (!before) return false;
    if (this.#lexicon.minus.has(before.word.lower))
      return phraseBefore(this.#lexicon.comparators, this.#it.tokens, at, Math.max(0, at - 4)) === null;
    const ahead = this.#it.text[before.start - 1];
    return (
      before.word.text === '-' &&
      before.end === this.#token(at).start &&
      (ahead === undefined || /[\s(<>=]/.test(ahead))
    );
  }

  #finish(from: number, quantity: Quantity, range: Range, rule: string): Found {
    const unit = this.#unitOf(quantity);
    const at = unit?.to ?? quantity.to;
    const per = phraseAt(this.#lexicon.per, this.#it.tokens, at);
    const to = per ? at + per.length : at;
    const known = quantity.money || quantity.percent || unit;
    return {
      to,
      figure: {
        ...placed(this.#it, { from, to }),
        ...range,
        unit: quantity.percent
          ? 'percent'
          : quantity.fraction && quantity.value < 1
            ? 'share'
            : (unit?.text ?? null),
        currency: this.#currency(quantity),
        per: per?.value ?? null,
        rule,
        confidence: known ? 0.9 : 0.5,
      },
    };
  }

  /** Money of no certain country is taken for dollars if its sign is “$” and the text names no other money of that sign. */
  #currency({ money, from }: Quantity): string | null {
    if (money !== 'XXX') return money;
    if (this.#token(from).word.text !== '$') return null;
    this.#dollar ??= !this.#it.tokens.some(
      ({ word }) =>
        word.text !== '$' &&
        this.#lexicon.currencies
          .get(word.lower)
          ?.some(([words, code]) => words.length === 1 && SIGNED.has(code)),
    );
    return this.#dollar ? 'USD' : null;
  }

  #unitOf(quantity: Quantity) {
    if (quantity.percent) return null;
    if (quantity.money)
      return quantity.money === 'XXX' && this.#token(quantity.to - 1).word.letters
        ? { text: this.#token(quantity.to - 1).word.lower, to: quantity.to }
        : null;
    // “three million of patients”, as Spanish and Portuguese have it
    const large = this.#magnitudeIn(quantity) > 1 || quantity.value >= 1e6;
    return this.#unit(quantity.to + (large && this.#it.classes[quantity.to] === OF ? 1 : 0));
  }

  /** The counted noun: the words after the number up to a plural, at most four, or none. */
  #unit(at: number): { text: string; to: number } | null {
    const words: Token[] = [];
    for (let index = at; index < at + LONGEST_UNIT; index += 1) {
      if (!this.#isUnit(index)) break;
      const token = this.#token(index);
      words.push(token);
      if (token.word.lower.endsWith('s') && !token.word.capital) break;
    }
    const plural = words.findLastIndex(({ word }) => word.lower.endsWith('s'));
    const used = plural >= 0 ? words.slice(0, plural + 1) : words.slice(0, 1);
    return used.length > 0
      ? { text: used.map(({ word }) => word.lower).join(' '), to: at + used.length }
      : null;
  }

  #isUnit(at: number): boolean {
    const word = this.#it.tokens[at]?.word;
    return (
      word?.letters === true &&
      !this.#lexicon.notUnits.has(word.lower) &&
      BAD_UNIT[this.#it.classes[at] as number] !== 1 &&
      !this.#lexicon.monthNumbers.has(word.lower) &&
      phraseAt(this.#lexicon.per, this.#it.tokens, at) === null
    );
  }

  /** Years, days of a month, times, list numbers and numbers of articles count nothing. */
  #isNoQuantity(quantity: Quantity, sentence: number): boolean {
    const { tokens } = this.#it;
    // an escape in a web address: %20
    if (
      tokens[quantity.from - 1]?.word.text === '%' &&
      tokens[quantity.from - 1]?.end === this.#token(quantity.from).start
    )
      return true;
    if (quantity.percent || quantity.money) return false;
    const [before, after] = [tokens[quantity.from - 1], tokens[quantity.to]];
    const months = this.#lexicon.monthNumbers;
    if (
      quantity.from > sentence &&
      before &&
      (months.has(before.word.lower) || this.#lexicon.notQuantities.has(before.word.lower))
    )
      return true;
    if (
      quantity.from > sentence + 1 &&
      before &&
      this.#it.classes[quantity.from - 1] === OF &&
      months.has(tokens[quantity.from - 2]?.word.lower ?? '')
    )
      return true;
    if (after && months.has(after.word.lower)) return true;
    if (
      after &&
      this.#it.classes[quantity.to] === OF &&
      months.has(tokens[quantity.to + 1]?.word.lower ?? '')
    )
      return true;
    if (
      !quantity.words &&
      after &&
      after.start === this.#token(quantity.to - 1).end &&
      this.#lexicon.ordinals.has(after.word.lower)
    )
      return true;
    if (
      quantity.from === sentence &&
      !quantity.words &&
      (after?.word.text === ')' ||
        (this.#it.classes[quantity.to] === STOP &&
          quantity.to + 1 < tokens.length &&
          tokens[quantity.to + 1]?.start !== after?.end &&
          (this.#it.sentences.at(-1)?.to ?? 0) > quantity.to + 1))
    )
      return true;
    return this.#isYear(quantity) || this.#isTime(quantity);
  }

  #isTime({ from, to, words }: Quantity): boolean {
    if (words) return false;
    const { tokens } = this.#it;
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

  #isDate(first: Quantity, second: Quantity): boolean {
    return (
      this.#lexicon.monthNumbers.has(this.#it.tokens[second.to]?.word.lower ?? '') ||
      (this.#it.classes[second.to] === OF &&
        this.#lexicon.monthNumbers.has(this.#it.tokens[second.to + 1]?.word.lower ?? '')) ||
      (this.#isYear(first) && this.#isYear(second))
    );
  }

  #isYear({ from, to, value, money, percent }: Quantity): boolean {
    if (
      money ||
      percent ||
      to - from !== 1 ||
      value > 2100 ||
      !/^(?:1[5-9]|20)\d\d$/.test(this.#token(from).word.text)
    )
      return false;
    return !this.#isUnit(to) || phraseBefore(this.#lexicon.comparators, this.#it.tokens, from, 0) === null;
  }
}

/** Currencies other than the dollar whose sign is “$”, or that print it in the texts of one country. */
const SIGNED = new Set(['XXX', 'MXN', 'ARS', 'COP', 'CLP', 'CUP', 'BRL']);

function sideOf(comparator: Comparator): 'low' | 'high' | null {
  if (comparator === 'more-than' || comparator === 'at-least') return 'low';
  return comparator === 'less-than' || comparator === 'at-most' ? 'high' : null;
}

function bounds(
  comparator: Comparator,
  { value, half }: Quantity,
): { low: number | null; high: number | null } {
  if (comparator === 'about') return { low: clean(value - half), high: clean(value + half) };
  const side = sideOf(comparator);
  return side === null
    ? { low: value, high: value }
    : { low: side === 'low' ? value : null, high: side === 'high' ? value : null };
}
