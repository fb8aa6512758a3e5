/** Numbers in digits and in words: `numberAt` reads the longest one that begins at a token. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import type { Token, Tokens } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

export interface NumberFound {
  readonly value: number;
  /** Half of the last digit that is printed: what rounding leaves open. */
  readonly half: number;
  /** After its last token. */
  readonly to: number;
  /** A share of one, as in “two thirds”. */
  readonly fraction: boolean;
  readonly words: boolean;
}

/** One part of a number in words; “twenty-one” has two. */
export interface NumberPart {
  readonly kind: 'one' | 'magnitude' | 'fraction' | 'joiner' | 'article' | 'point' | 'denominator';
  readonly value: number;
}

const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

export function numberAt(it: Tokens, at: number): NumberFound | null {
  const token = it.tokens[at];
  if (!token) return null;
  const found = token.word.number ? digitsAt(it, at) : token.word.parts ? wordsAt(it, at) : null;
  if (!found || !Number.isFinite(found.value)) return null;
  // one printed number is what it says; what was multiplied or added may hold binary noise
  return found.to === at + 1 && !found.words
    ? found
    : { ...found, value: clean(found.value), half: clean(found.half) };
}

/** Binary noise away: 28.1 million is 28100000, not 28100000.000000004. */
export function clean(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** “1.3x10^6”, “12.32e+14”, “2.5^-1”. */
const POWER = /([\d.,]+)(?:\s?[x×]\s?10\^([+-]?\d+)|e([+-]?\d+)|\^([+-]*\d+))(?![\p{L}\d])/uy;

function powerAt(it: Tokens, at: number): NumberFound | null {
  const { start, end } = it.tokens[at] as Token;
  const next = it.text[end] ?? '';
  const mark = next === ' ' ? (it.text[end + 1] ?? '') : next;
  if (!'^ex×'.includes(mark) || mark === '') return null;
  POWER.lastIndex = start;
  const match = POWER.exec(it.text);
  const base = match && numberOf(match[1] ?? '', it.lexicon);
  if (!match || !base) return null;
  const [, , ten, short, power] = match;
  const exponent = Number((ten ?? short ?? power ?? '').replace(/^[+-]*(?=[+-])/, ''));
  const value = power === undefined ? Number(`${base.value}e${exponent}`) : base.value ** exponent;
  let to = at + 1;
  while ((it.tokens[to]?.start ?? Number.POSITIVE_INFINITY) < POWER.lastIndex) to += 1;
  return { value, half: 0, to, fraction: false, words: false };
}

function digitsAt(it: Tokens, at: number): NumberFound | null {
  const power = powerAt(it, at);
  if (power) return power;
  const { tokens, lexicon, text } = it;
  let to = at + 1;
  let printed = (tokens[at] as Token).word.text;
  if (VULGAR[printed] !== undefined)
    return { value: VULGAR[printed] as number, half: 0, to, fraction: true, words: false };
  // 40 000: groups of three after a space
  while (
    /^\d{1,3}(?: \d{3})*$/.test(printed) &&
    /^\d{3}(?:[.,]\d+)?$/.test(tokens[to]?.word.text ?? '') &&
    gap(it, to) === ' '
  ) {
    printed += ` ${tokens[to]?.word.text}`;
    to += 1;
  }
  const base =
    to === at + 1 ? (tokens[at] as Token).word.amount : numberOf(printed.replaceAll(' ', ''), lexicon);
  if (!base) return null;
  let { value, half } = base;
  let fraction = false;
  const vulgar = VULGAR[tokens[to]?.word.text ?? ''];
  const over = fractionAt(it, to);
  if (vulgar !== undefined && Number.isInteger(value)) [value, half, to] = [value + vulgar, 0, to + 1];
  else if (
    tokens[to]?.word.text === '/' &&
    gap(it, to) === '' &&
    gap(it, to + 1) === '' &&
    Number.isInteger(value)
  ) {
    const below = tokens[to + 1]?.word.amount;
    const date = tokens[to + 2]?.word.text === '/';
    if (below && !date && below.value > 1 && below.value <= 100 && value < below.value && value > 0)
      [value, half, to, fraction] = [value / below.value, 0, to + 2, true];
  } else if (over && Number.isInteger(value) && gap(it, to).trim() === '' && value < 1000)
    [value, half, to] = [value + over.value, 0, over.to];
  const near = tokens[to];
  const short = near && gap(it, to).length <= 1 ? lexicon.short.get(near.word.text) : undefined;
  const attached = near?.start === tokens[to - 1]?.end;
  if (
    short !== undefined &&
    !near?.word.parts?.some(part => part.kind === 'magnitude') &&
    (attached || !/^[a-jl-z]$/.test(near?.word.text ?? '')) &&
    !/^\p{L}/u.test(text[near?.end ?? 0] ?? '')
  )
    return { value: value * short, half: half * short, to: to + 1, fraction: false, words: false };
  const more = magnitudesAt(it, to, value, half);
  return { ...more, fraction, words: false };
}

/** “4/5” as a part of a mixed number. */
function fractionAt(it: Tokens, at: number): { value: number; to: number } | null {
  const [above, slash, below] = [it.tokens[at], it.tokens[at + 1], it.tokens[at + 2]];
  if (
    !above?.word.number ||
    slash?.word.text !== '/' ||
    !below?.word.number ||
    above.end !== slash.start ||
    slash.end !== below.start
  )
    return null;
  const [a, b] = [Number(above.word.text), Number(below.word.text)];
  return a > 0 && a < b ? { value: a / b, to: at + 3 } : null;
}

/** “4 thousand 3 hundred and 21”, “3 million and a half”: what multiplies a number in digits, and what is added. */
function magnitudesAt(
  it: Tokens,
  from: number,
  value: number,
  half: number,
): { value: number; half: number; to: number } {
  let at = from;
  let [total, scale] = [value, Number.POSITIVE_INFINITY];
  let rest = half;
  for (let magnitude = magnitudeOf(it, at); magnitude !== null; magnitude = magnitudeOf(it, at)) {
    total *= magnitude;
    rest *= magnitude;
    scale = magnitude;
    at += 1;
  }
  if (scale === Number.POSITIVE_INFINITY) return { value: total, half: rest, to: at };
  const joined = kindAt(it, at) === 'joiner' ? at + 1 : at;
  const part = joined > at ? partAt(it, joined) : null;
  if (part) {
    const more = magnitudeOf(it, part.to);
    return more === null
      ? { value: total + part.value * scale, half: 0, to: part.to }
      : { value: total + part.value * more, half: 0, to: part.to + 1 };
  }
  const words = joined > at && it.tokens[joined]?.word.parts ? wordsAt(it, joined) : null;
  if (words && !words.fraction && words.value > 0 && words.value < scale && scale <= 1000)
    return { value: total + words.value, half: words.half, to: words.to };
  const next = it.tokens[joined];
  if (next?.word.number && gap(it, at) === ' ') {
    const more = digitsAt(it, joined);
    if (
      more &&
      more.value < scale &&
      more.value > 0 &&
      (joined > at ? more.to === joined + 1 && scale <= 1000 : more.to > joined + 1)
    )
      return { value: total + more.value, half: more.half, to: more.to };
  }
  return { value: total, half: rest, to: at };
}

/** “a half”, “three quarters”. */
function partAt(it: Tokens, at: number): { value: number; to: number } | null {
  const above = it.tokens[at]?.word.parts;
  const [one] = above ?? [];
  const begin = above?.length === 1 && (one?.kind === 'article' || one?.kind === 'one') ? at + 1 : at;
  const below = it.tokens[begin]?.word.parts;
  if (below?.length !== 1 || below[0]?.kind !== 'fraction') return null;
  return { value: (begin > at && one?.kind === 'one' ? one.value : 1) / below[0].value, to: begin + 1 };
}

function kindAt(it: Tokens, at: number): NumberPart['kind'] | undefined {
  const parts = it.tokens[at]?.word.parts;
  return parts?.length === 1 ? parts[0]?.kind : undefined;
}

function magnitudeOf(it: Tokens, at: number): number | null {
  const parts = it.tokens[at]?.word.parts;
  return parts?.length === 1 && parts[0]?.kind === 'magnitude' ? parts[0].value : null;
}

function gap(it: Tokens, at: number): string {
  const [before, token] = [it.tokens[at - 1], it.tokens[at]];
  return before && token ? it.text.slice(before.end, token.start) : '\n';
}

interface Part extends NumberPart {
  readonly at: number;
}

/** Words: the longest run of parts that makes one number. */
function wordsAt(it: Tokens, at: number): NumberFound | null {
  const parts: Part[] = [];
  for (let index = at; index < it.tokens.length && parts.length < LONGEST; index += 1) {
    const { word } = it.tokens[index] as Token;
    if (!word.parts || (index > at && !/^[\s-]*$/.test(gap(it, index)))) break;
    for (const part of word.parts) parts.push({ ...part, at: index });
  }
  const [first] = parts;
  if (!first || first.kind === 'joiner' || first.kind === 'point' || first.kind === 'denominator')
    return null;
  const run = new Run(parts, it.lexicon.joinsTens);
  const read = run.read();
  return (
    read && {
      value: read.value,
      half: 0.5 * read.unit,
      to: (parts[read.parts - 1] as Part).at + 1,
      fraction: read.fraction,
      words: true,
    }
  );
}

const LONGEST = 24;

class Run {
  readonly #parts: readonly Part[];
  readonly #joinsTens: boolean;
  #at = 0;

  constructor(parts: readonly Part[], joinsTens: boolean) {
    this.#parts = parts;
    this.#joinsTens = joinsTens;
  }

  #kind(ahead = 0): NumberPart['kind'] | undefined {
    return this.#parts[this.#at + ahead]?.kind;
  }

  read(): { value: number; unit: number; parts: number; fraction: boolean } | null {
    // “a half”, “half a million”, “quarter million”
    const article = this.#kind() === 'article' ? 1 : 0;
    if (this.#kind(article) === 'fraction') {
      this.#at += article;
      const part = 1 / (this.#parts[this.#at] as Part).value;
      this.#at += 1;
      const next = this.#kind() === 'article' && this.#kind(1) === 'magnitude' ? 1 : 0;
      if (this.#kind(next) === 'magnitude') {
        this.#at += next;
        return this.#done(part * this.#product(), 0, false);
      }
      return this.#done(part, 0, true);
    }
    const whole = this.#whole();
    if (!whole) return null;
    return this.#withFraction(whole.value, whole.unit);
  }

  /** Ones, hundreds, thousands: `unit` is the least that is named. A greater magnitude multiplies all smaller before it. */
  #whole(): { value: number; unit: number } | null {
    const groups: number[] = [];
    let current = 0;
    let least = 1;
    let last = Number.POSITIVE_INFINITY;
    const begin = this.#at;
    for (; this.#at < this.#parts.length; this.#at += 1) {
      const { kind, value } = this.#parts[this.#at] as Part;
      if (kind === 'joiner') {
        if (this.#at === begin || !this.#goesOn(last)) break;
      } else if (kind === 'article') {
        if (this.#kind(1) !== 'magnitude') break;
      } else if (kind === 'one') {
        // “fifty two” is one number, “two fifty” and “two two” are not
        if ((current % 100 !== 0 && (value >= 10 || current % 10 !== 0)) || (current !== 0 && value >= 100))
          break;
        current += value;
        last = value < 10 ? 1 : value < 100 ? 10 : 100;
        least = value % 10 !== 0 || value === 0 ? 1 : value % 100 !== 0 ? 10 : 100;
      } else if (kind === 'magnitude') {
        let sum = current;
        while (value >= 1000 && groups.length > 0 && (groups.at(-1) as number) < value)
          sum += groups.pop() as number;
        current = 0;
        if (value < 1000) current = (sum || 1) * value;
        else groups.push((sum || 1) * value);
        least = value;
        last = value;
      } else break;
    }
    return this.#at > begin ? { value: groups.reduce((a, b) => a + b, 0) + current, unit: least } : null;
  }

  /** After “and”: a smaller number that is no fraction. */
  #goesOn(last: number): boolean {
    const [next, after] = [this.#parts[this.#at + 1], this.#parts[this.#at + 2]];
    if (
      after?.kind === 'fraction' &&
      !(this.#joinsTens && next?.kind === 'one' && last >= 10 && last < 1000 && next.value < last)
    )
      return false;
    if (next?.kind === 'article') return after?.kind === 'magnitude' && after.value < last;
    return next?.kind === 'one' && (next.value < last || (last === 100 && next.value < 100));
  }

  #withFraction(value: number, unit: number) {
    const kind = this.#kind();
    if (kind === 'point' && !this.#part(1)) {
      const digits = this.#digits();
      if (digits) return this.#scaled(value + digits.value, digits.unit);
    }
    if (kind === 'fraction') {
      const below = (this.#parts[this.#at] as Part).value;
      this.#at += 1;
      return this.#kind() === 'magnitude'
        ? this.#scaled(value / below, 0)
        : this.#done(value / below, 0, true);
    }
    // “three twenty fifths”, “um vinte e cinco avos”: a second number, and what makes it a denominator
    if (kind === 'one') {
      const begin = this.#at;
      const below = this.#whole();
      const ends = this.#kind();
      if (below && (ends === 'denominator' || (ends === 'fraction' && below.value % 10 === 0))) {
        const more = ends === 'fraction' ? (this.#parts[this.#at] as Part).value : 0;
        this.#at += 1;
        return this.#done(value / (below.value + more), 0, true);
      }
      this.#at = begin;
    }
    if (kind === 'joiner' || kind === 'point') {
      const part = this.#part(1);
      if (part) {
        this.#at += 1 + part.length;
        // “two and a half million”, but “a billion and a half million” and “a billion and a half”
        if (unit < 1000) return this.#scaled(value + part.value, 0);
        const magnitude = this.#kind() === 'magnitude' ? this.#product() : unit;
        return this.#done(value + part.value * magnitude, 0, false);
      }
    }
    return this.#done(value, unit, false);
  }

  /** “a half”, “three quarters”, so many parts ahead. */
  #part(ahead: number): { value: number; length: number } | null {
    const [next, after] = [this.#parts[this.#at + ahead], this.#parts[this.#at + ahead + 1]];
    if (next?.kind === 'fraction') return { value: 1 / next.value, length: 1 };
    const counted = next?.kind === 'article' || (next?.kind === 'one' && next.value < 100);
    return counted && after?.kind === 'fraction' ? { value: next.value / after.value, length: 2 } : null;
  }

  /** “point seventy-one”, “point nought four”: what follows the decimal mark. */
  #digits(): { value: number; unit: number } | null {
    const begin = this.#at;
    this.#at += 1;
    let text = '';
    for (let part = this.#parts[this.#at]; part?.kind === 'one'; part = this.#parts[this.#at]) {
      if (text === '' && part.value >= 10) {
        text = String(this.#whole()?.value ?? '');
        break;
      }
      text += String(part.value);
      this.#at += 1;
    }
    if (/^\d{1,12}$/.test(text)) return { value: Number(`0.${text}`), unit: 10 ** -text.length };
    this.#at = begin;
    return null;
  }

  #scaled(value: number, unit: number) {
    const product = this.#kind() === 'magnitude' ? this.#product() : 1;
    return this.#done(value * product, unit * product, false);
  }

  #product(): number {
    let product = 1;
    for (; this.#kind() === 'magnitude'; this.#at += 1) product *= (this.#parts[this.#at] as Part).value;
    return product;
  }

  #done(value: number, unit: number, fraction: boolean) {
    return { value, unit, parts: this.#at, fraction };
  }
}

/** Digits with grouping and decimal marks by the language and by shape: 1,234.5 and 1.234,5. */
export function numberOf(
  text: string,
  lexicon: Pick<Lexicon, 'decimal'>,
): { value: number; half: number } | null {
  const plain = text.replace(/[\u202f\u00a0'’]/g, '');
  const marks = plain.replace(/\d/g, '');
  const last = plain.search(/[.,]\d*$/);
  const tail = last < 0 ? '' : plain.slice(last + 1);
  const repeated = marks.length > 1 && marks[0] === marks.at(-1);
  const zero = /^0[.,]/.test(plain);
  const grouped =
    tail.length === 3 &&
    !zero &&
    (marks.length === 1 ? marks !== lexicon.decimal || false : repeated) &&
    /^\d{1,3}[.,]/.test(plain);
  // 22,24,26 is a list
  if (
    marks.length > 1 &&
    repeated &&
    !plain
      .split(/[.,]/)
      .slice(1)
      .every(group => group.length === 3)
  )
    return null;
  const decimals = last < 0 || grouped ? '' : tail;
  const whole = (decimals === '' ? plain : plain.slice(0, last)).replace(/[.,]/g, '');
  if (!/^\d{1,18}$/.test(whole)) return null;
  const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  const half =
    decimals === ''
      ? 0.5 * 10 ** (value === 0 ? 0 : Math.min(zeros, whole.length - 1))
      : 0.5 * 10 ** -decimals.length;
  return { value, half };
}

/** What a word is within a number in words; null where it is none. */
export function partsOf(lower: string, find: (word: string) => NumberPart | undefined): Word['parts'] {
  const whole = find(lower);
  if (whole) return [whole];
  if (!lower.includes('-')) return null;
  const parts = lower.split('-').map(find);
  return parts.every(part => part !== undefined) ? parts : null;
}
