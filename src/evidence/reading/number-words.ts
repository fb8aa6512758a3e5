/** Numbers in words: the longest run of words that makes one number. */
import { classId } from '#evidence/reading/classes.ts';
import { ADDED, isOrdinal, isTens, type NumberPart } from '#evidence/reading/number-parts.ts';
import type { NumberFound } from '#evidence/reading/numbers.ts';
import { gap, type Tokens, touches } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

export interface Counted {
  readonly value: number;
  readonly unit: string;
  /** Its number is “one”, or another word that is mostly none. */
  readonly lone: boolean;
}

/** “three-year”: a number and what it counts. */
export function countedIn(
  lower: string,
  {
    part,
    lone,
    joinsTens,
  }: { part(word: string): NumberPart | undefined; lone: ReadonlySet<string>; joinsTens: boolean },
): Counted | null {
  if (!lower.includes('-')) return null;
  const words = lower.split('-');
  const parts: Part[] = [];
  for (
    let found = part(words[0] ?? '');
    found && ADDED.has(found.kind);
    found = part(words[parts.length] ?? '')
  )
    parts.push({ ...found, at: parts.length });
  const unit = words.slice(parts.length).join('-');
  if (parts.length === 0 || !/^\p{L}/u.test(unit)) return null;
  const read = new Run(parts, joinsTens).read();
  return read && { value: read.value, unit, lone: parts.length === 1 && lone.has(words[0] ?? '') };
}

interface Part extends NumberPart {
  readonly at: number;
}

/** Words: the longest run of parts that makes one number. */
export function wordsAt(it: Tokens, at: number): NumberFound | null {
  const parts: Part[] = [];
  for (let index = at; index < it.tokens.length && parts.length < LONGEST; index += 1) {
    const word = it.tokens[index] as Word;
    if (index > at && word.text === '-' && isInner(it, index)) continue;
    if (!word.parts || (index > at && !isBlank(it, index))) break;
    for (const { kind, value } of word.parts) parts.push({ kind, value, at: index });
  }
  const [first] = parts;
  if (!first || !OPENING.has(first.kind)) return null;
  const read = runOf(it, parts);
  if (!read) return null;
  const to = (parts[read.parts - 1] as Part).at + 1;
  const whole = read.fraction && it.classes[to] === OF ? wholeAt(it, to + 1) : null;
  if (whole) return { value: read.value * whole.value, half: 0, to: whole.to, fraction: false, words: true };
  return { value: read.value, half: 0.5 * read.unit, to, fraction: read.fraction, words: true };
}

/** Whether nothing but white space stands before a token. */
function isBlank(it: Tokens, at: number): boolean {
  return touches(it, at) || gap(it, at).trim() === '';
}

/** The longest number; without its last word where that makes no share: “dez quartos” are ten rooms. */
function runOf(it: Tokens, parts: readonly Part[]) {
  const { joinsTens } = it.lexicon;
  const read = new Run(parts, joinsTens).read();
  if (!read?.fraction || isPartOf(it, parts.slice(0, read.parts))) return read;
  return read.parts > 1 ? new Run(parts.slice(0, read.parts - 1), joinsTens).read() : null;
}

/** “third” alone is an ordinal, and “quinta” is more often none; “tercera parte” is a share. */
function isPartOf({ tokens, lexicon }: Tokens, parts: readonly Part[]): boolean {
  const [first, last] = [parts[0] as Part, parts.at(-1) as Part];
  if (lexicon.partWords.has(tokens[last.at + 1]?.lower ?? '')) return true;
  if (first === last && first.value > 2) return false;
  if (first.value > last.value && lexicon.rooms.has(tokens[last.at]?.lower ?? '')) return false;
  return first.value > 1 || !lexicon.onlyParts.has(tokens[last.at]?.lower ?? '');
}

/** “(a quarter of) a million”. */
function wholeAt({ tokens }: Tokens, at: number): { value: number; to: number } | null {
  const article = tokens[at]?.parts?.[0]?.kind === 'article' ? 1 : 0;
  const [part, more] = tokens[at + article]?.parts ?? [];
  return part?.kind === 'magnitude' && part.value >= 1000 && !more
    ? { value: part.value, to: at + article + 1 }
    : null;
}

const OF = classId('of');
const LONGEST = 24;
const OPENING: ReadonlySet<string> = new Set(['one', 'magnitude', 'fraction', 'article']);

/** “ninety - five”, “five - eighths” in texts that part their marks from words: a hyphen that is no range. */
function isInner({ tokens }: Tokens, at: number): boolean {
  const [before, after] = [tokens[at - 1]?.parts?.at(-1), tokens[at + 1]?.parts?.[0]];
  if (before?.kind !== 'one' || !after) return false;
  return after.kind === 'fraction' || (after.kind === 'one' && isTens(before.value) && after.value < 10);
}

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
      const below = (this.#parts[this.#at] as Part).value;
      const part = 1 / below;
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
    const [next, after, third] = [1, 2, 3].map(ahead => this.#parts[this.#at + ahead]);
    // “two hundred and fifty-four hundredths”
    if (!this.#joinsTens && next?.kind === 'one' && after?.kind === 'one' && third?.kind === 'fraction')
      return false;
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
      const part = this.#parts[this.#at] as Part;
      const tens = this.#parts[this.#at - 1] as Part;
      this.#at += 1;
      // “one hundred thirty fifths”: a hundred parts of thirty-five
      if (
        !this.#joinsTens &&
        tens.kind === 'one' &&
        isTens(tens.value) &&
        tens.value < value &&
        isOrdinal(part)
      )
        return this.#done((value - tens.value) / (tens.value + part.value), 0, true);
      const below = part.value;
      return this.#kind() === 'magnitude'
        ? this.#scaled(value / below, 0)
        : this.#done(value / below, 0, true);
    }
    // “three twenty fifths”, “um vinte e cinco avos”: a second number, and what makes it a denominator
    if (kind === 'one') {
      const begin = this.#at;
      const below = this.#whole();
      const ends = this.#kind();
      const more = ends === 'fraction' ? (this.#parts[this.#at] as Part).value : 0;
      if (below && (ends === 'denominator' || more >= 1000 || (more > 0 && below.value % 10 === 0))) {
        this.#at += 1;
        return this.#done(value / (more >= 1000 ? below.value * more : below.value + more), 0, true);
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
    if (counted && after?.kind === 'fraction') return { value: next.value / after.value, length: 2 };
    const third = this.#parts[this.#at + ahead + 2];
    return counted && after?.kind === 'one' && isTens(next.value) && third?.kind === 'fraction'
      ? { value: (next.value + after.value) / third.value, length: 3 }
      : null;
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
