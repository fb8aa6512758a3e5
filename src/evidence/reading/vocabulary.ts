/** Word forms: what is known of each is looked up once, and found again by the place where it stands in a text. */
import { classId, FIRST_CUE } from '#evidence/reading/classes.ts';
import { numberOf } from '#evidence/reading/digits.ts';
import { isLatin, patternFor } from '#evidence/reading/letters.ts';
import { type NumberPart, partsOf } from '#evidence/reading/number-parts.ts';
import { type Counted, countedIn } from '#evidence/reading/number-words.ts';

/** One word form, as it is printed; what is known of it is looked up once. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Equal for forms that differ in case only. */
  readonly id: number;
  /** Equal for most forms of one verb or noun: their first letters, without accents. */
  readonly stem: number;
  /** Equal for forms that end alike. */
  readonly ending: number;
  readonly class: number;
  /** Opens with a capital letter. */
  readonly capital: boolean;
  /** Two capital letters or more and nothing else: an acronym. */
  readonly upper: boolean;
  /** One capital letter, as in “J. Smith”. */
  readonly initial: boolean;
  /** Capital letters with full stops, as in “U.S.”. */
  readonly initials: boolean;
  /** Shortened, with its full stop: “Sen.”. */
  readonly dotted: boolean;
  /** Digits. */
  readonly number: boolean;
  /** Letters. */
  readonly letters: boolean;
  /** What its digits say; null where it has none. */
  readonly amount: { readonly value: number; readonly half: number } | null;
  /** What it is within a number in words: “twenty-one” has two parts. */
  readonly parts: readonly NumberPart[] | null;
  /** A number and what it counts in one word: “three-year”. */
  readonly counted: Counted | null;
  /** What may begin with it: a sum of `BEGINS`. */
  readonly begins: number;
  /** Terms of bearings that begin with it. */
  readonly terms: readonly TermUse[] | null;
  /** What must follow it to make a loaded label. */
  readonly loaded: readonly (readonly string[])[] | null;
}

/** What a word may begin, and whether it is one, so that most are passed over by one byte. */
export const BEGINS = {
  figure: 1,
  date: 2,
  place: 4,
  term: 8,
  label: 16,
  according: 32,
  /** Begins or ends one. */
  quotation: 64,
  /** Has letters: it is a word, no number and no mark. */
  letters: 128,
} as const;

/** A term of bearings, and the words that must follow the first. */
export interface TermUse {
  readonly term: number;
  readonly rest: readonly string[];
}

const MARKS: Readonly<Record<string, string>> = {
  ',': 'comma',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
  '...': 'stop',
  ':': 'colon',
  ';': 'semicolon',
  '–': 'dash',
  '—': 'dash',
  '-': 'dash',
  '--': 'dash',
  '(': 'bracket-open',
  '[': 'bracket-open',
  ')': 'bracket-close',
  ']': 'bracket-close',
};

/** A form is looked up once; beyond so many the memory of them is begun anew. */
const MOST_FORMS = 200_000;
const FORMS = 1 << 16;
const DOTTED = patternFor(/^[\p{L}\p{M}]+\.$/u);
const HAS_LETTER = patternFor(/^['’]?\p{M}|\p{L}/u);
const INITIALS = patternFor(/^(?:\p{Lu}\.){2,}$/u);
const DIGIT = patternFor(/^\p{N}/u);
const CAPITAL = patternFor(/^\p{Lu}/u);
const ACCENT = /[\u0300-\u036f]/g;
/** Letters. */
const STEM = 5;
const ENDING = 2;

/** What a language knows of single words, by their lower-case form. */
export interface Known {
  readonly classes: ReadonlyMap<string, number>;
  /** Endings that show a class; longer ones first. */
  readonly suffixes: readonly (readonly [ending: string, of: number])[];
  /** Behind a verb after a hyphen. */
  readonly clitics: ReadonlySet<string>;
  readonly decimal: string;
  readonly joinsTens: boolean;
  readonly lone: ReadonlySet<string>;
  part(lower: string): NumberPart | undefined;
  terms(lower: string): readonly TermUse[] | null;
  loaded(lower: string): readonly (readonly string[])[] | null;
  begins(word: Omit<Word, 'begins'>): number;
}

/** Finds the word that stands in a text from `start` to `end`. */
export function vocabulary(known: Known): (text: string, start: number, end: number) => Word {
  const { classes, suffixes, clitics, decimal } = known;
  const [number, capital, open] = ['number', 'capital', 'word'].map(classId) as [number, number, number];
  /** “perguntou-lhe” is of the class of its verb. */
  const withoutClitics = (lower: string): number | undefined => {
    const [verb = '', ...rest] = clitics.size > 0 && lower.includes('-') ? lower.split('-') : [];
    return rest.length > 0 && rest.every(part => clitics.has(part)) ? classes.get(verb) : undefined;
  };
  let table: (Form | undefined)[] = new Array(FORMS);
  let count = 0;
  const look = (text: string): Word => {
    const latin = isLatin(text);
    const dotted = text.length > 1 && text.endsWith('.') && DOTTED(latin).test(text);
    const lower = (dotted ? text.slice(0, -1) : text).toLowerCase();
    const letters = HAS_LETTER(latin).test(text);
    const initials = INITIALS(latin).test(text);
    const digits = !letters && DIGIT(latin).test(text);
    const upper = CAPITAL(latin).test(text);
    let of = classes.get(lower) ?? withoutClitics(lower);
    if (of !== undefined && of >= FIRST_CUE && upper && text.length > 1 && text === text.toUpperCase())
      of = capital;
    of ??= digits
      ? number
      : !letters
        ? classId(MARKS[text] ?? 'sign')
        : upper
          ? capital
          : (suffixOf(lower, suffixes) ?? open);
    const parts = letters ? partsOf(lower, known.part) : null;
    const plain = /^[a-z]*$/.test(lower) ? lower : lower.normalize('NFD').replace(ACCENT, '');
    const word = {
      text,
      lower,
      id: hashOf(lower),
      stem: hashOf(plain.slice(0, STEM)),
      ending: hashOf(lower.slice(-ENDING)),
      class: of,
      capital: upper,
      upper: lower.length > 1 && upper && !dotted && !initials && text === text.toUpperCase(),
      initial: upper && text.length === 1,
      dotted,
      initials,
      number: digits,
      letters,
      amount: digits ? numberOf(text, { decimal }) : null,
      parts,
      counted: letters && !parts ? countedIn(lower, known) : null,
      terms: letters ? known.terms(lower) : null,
      loaded: letters ? known.loaded(lower) : null,
    };
    return { ...word, begins: known.begins(word) };
  };
  return (text: string, start: number, end: number): Word => {
    const hash = hashOf(text, start, end);
    const place = hash & (FORMS - 1);
    for (let entry = table[place]; entry; entry = entry.next)
      if (
        entry.hash === hash &&
        entry.word.text.length === end - start &&
        standsAt(text, start, entry.word.text)
      )
        return entry.word;
    if (count >= MOST_FORMS) {
      table = new Array(FORMS);
      count = 0;
    }
    count += 1;
    // a copy: a slice would keep the whole text in memory
    const word = look(` ${text.slice(start, end)}`.slice(1));
    table[place] = { word, hash, next: table[place] };
    return word;
  };
}

/** The class that the longest ending of a word shows. */
function suffixOf(lower: string, suffixes: Known['suffixes']): number | undefined {
  for (const [end, of] of suffixes) if (lower.length > end.length + 2 && lower.endsWith(end)) return of;
  return undefined;
}

/** A form, and the next one in its place of the table. */
interface Form {
  readonly word: Word;
  readonly hash: number;
  readonly next: Form | undefined;
}

function standsAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1)
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}

/** FNV-1a over UTF-16 units: the same number for the same word on every machine. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
