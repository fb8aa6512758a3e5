/** Numbers in words: the longest run of words that makes one number. */
import type { NumberFound, NumberPart } from '#evidence/reading/numbers.ts';
import { gap, type Token, type Tokens } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

/** What a word is within a number in words; null where it is none. */
export function partsOf(lower: string, find: (word: string) => NumberPart | undefined): Word['parts'] {
  const whole = find(lower);
  if (whole) return [whole];
  if (!lower.includes('-')) return null;
  const parts = lower.split('-').map(find);
  return parts.every(part => part !== undefined) ? parts : null;
}

interface Part extends NumberPart {
  readonly at: number;
}

/** Words: the longest run of parts that makes one number. */
export function wordsAt(it: Tokens, at: number): NumberFound | null {
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
