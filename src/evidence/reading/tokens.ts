/** Text to tokens, sentences and quotations. Offsets are UTF-16 indices into the text; `from` and `to` count tokens. */
import { classId } from '#evidence/reading/classes.ts';
import { isLatin, patternFor } from '#evidence/reading/letters.ts';
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import { quotationsOf } from '#evidence/reading/quotations.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';

/** A run of tokens. */
export interface Edges {
  /** First token. */
  readonly from: number;
  /** After the last token. */
  readonly to: number;
}

export interface Sentence extends Edges {
  readonly paragraph: number;
}

export interface Tokens {
  readonly text: string;
  readonly lexicon: Lexicon;
  /** The word of each token, by position. */
  readonly tokens: readonly Word[];
  /** Where each token starts and ends in the text, by position. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The class of each token, by position. */
  readonly classes: Uint8Array;
  /** The id of each word, by position. */
  readonly words: Int32Array;
  /** The stem of each, likewise. */
  readonly stems: Int32Array;
  /** The ending of each, likewise. */
  readonly endings: Int32Array;
  /** What may begin at a token, a sum of `BEGINS`, by position. */
  readonly begins: Uint8Array;
  readonly sentences: readonly Sentence[];
  /** From the opening mark to after the closing one, or after the paragraph where the next one goes on with it. */
  readonly quotes: readonly Edges[];
  /** The quotation in which a token stands, its marks included, by position; -1 outside. */
  readonly quoteOf: Int32Array;
}

/** Where a run of tokens stands in the text. */
export function placed({ starts, ends }: Tokens, { from, to }: Edges): { start: number; end: number } {
  return { start: starts[from] as number, end: ends[to - 1] as number };
}

/** Whether nothing stands between a token and the one before it. */
export function touches({ starts, ends }: Tokens, at: number): boolean {
  return at > 0 && at < starts.length && ends[at - 1] === starts[at];
}

/** The sentence in which a token stands. */
export function sentenceAt({ sentences }: Tokens, at: number): Sentence | undefined {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle] as Sentence).from <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}

/** What stands between a token and the one before it. */
export function gap({ starts, ends, text }: Tokens, at: number): string {
  return at > 0 && at < starts.length ? text.slice(ends[at - 1], starts[at]) : '\n';
}

const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{N}{1,2}(?=,\p{N}{1,2}(?!\p{N}))(?:(?<=\p{N},\p{N}{1,2})|(?=(?:,\p{N}{1,2}){2,}(?!\p{N})))|\p{N}+(?:[.,'’\u202f\u00a0]\p{N}+)*|[Uu]\$[DSds](?!\p{L})|\p{L}{1,3}\$|\p{Lu}{3}(?=\p{N}{2})|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:(?!['’]s(?![\p{L}\p{N}]))(?:['’&\u2010\u2011-]|\.(?=\p{Ll}))[\p{L}\p{M}\p{N}]+)*|--+|[<>]=|\.\.\.|''|``|[^\s\p{L}\p{N}]/uy;
const tokenPattern = patternFor(TOKEN);
/** Tokens; a longer run without a full stop is cut, so that time stays in proportion to the text. */
const LONGEST_SENTENCE = 400;

const OPEN = classId('quote-open');
const CLOSE = classId('quote-close');
const STOP = classId('stop');
const ACCORDING = classId('cue-according');
const BRACKET = classId('bracket-close');

const NEWLINE = 10;
const DOT = 46;
const SPACE = 32;
/** By code: what ends a run of letters and is itself one token, whatever stands around. */
const LONE = tableOf(',;:!?()[]“”«»"');
const LETTERS = tableOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúüñçãõâêôàÁÉÍÓÚÜÑÇÃÕÂÊÔÀ');

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(1 << 14);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** After the token at `start`; the same where white space stands there. Plain words and lone marks are by far the most. */
function endOfToken(text: string, start: number, code: number, pattern: RegExp): number {
  if (code === SPACE) return start;
  if (LONE[code]) return start + 1;
  if (LETTERS[code]) {
    let end = start + 1;
    let next = text.charCodeAt(end);
    while (LETTERS[next]) {
      end += 1;
      next = text.charCodeAt(end);
    }
    // after one of these nothing else can be part of the word
    if (next === SPACE || next === NEWLINE || LONE[next] || (next === DOT && closesAt(text, start, end)))
      return end;
  }
  if (code === DOT && isSpace(text.charCodeAt(start + 1))) return start + 1;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** A full stop before white space ends a word; one letter before it may be an initial. */
function closesAt(text: string, start: number, end: number): boolean {
  return end - start > 1 && isSpace(text.charCodeAt(end + 1));
}

/** The end of the text counts as white space. */
function isSpace(code: number): boolean {
  return code === SPACE || code === NEWLINE || Number.isNaN(code);
}

/** Tokens before their quotations and sentences are known. */
export type Shown = Omit<Tokens, 'sentences' | 'quotes' | 'quoteOf'>;

export function tokenise(text: string, lexicon: Lexicon): Tokens {
  const { paragraphs, ...shown } = cut(text, lexicon);
  const quotes = quotationsOf(shown, paragraphs);
  const quoteOf = new Int32Array(shown.tokens.length).fill(-1);
  for (const [index, { from, to }] of quotes.entries()) quoteOf.fill(index, from, to);
  return { ...shown, sentences: sentencesOf(shown, paragraphs), quotes, quoteOf };
}

/** The tokens of a text, and after which each paragraph ends. */
function cut(text: string, lexicon: Lexicon): Shown & { paragraphs: number[] } {
  const table = new Table(text, lexicon);
  const paragraphs: number[] = [];
  const pattern = tokenPattern(isLatin(text));
  for (let start = 0; start < text.length; ) {
    const code = text.charCodeAt(start);
    if (code === NEWLINE && paragraphs.at(-1) !== table.count) paragraphs.push(table.count);
    const end = code === NEWLINE ? start : endOfToken(text, start, code, pattern);
    if (end > start) table.add(start, end, code === DOT && end === start + 1);
    start = Math.max(end, start + 1);
  }
  if (paragraphs.at(-1) !== table.count) paragraphs.push(table.count);
  return { ...table.done(), paragraphs };
}

/** UTF-16 units to a token of prose: most texts need no more room than their length over this. */
const SPARSEST = 4;

/** What is known of tokens, by position, as it grows. */
class Table {
  count = 0;
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly #tokens: Word[] = [];
  #starts: Int32Array;
  #ends: Int32Array;
  #classes: Uint8Array;
  #words: Int32Array;
  #stems: Int32Array;
  #endings: Int32Array;
  #begins: Uint8Array;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
    const room = Math.ceil(text.length / SPARSEST) + 1;
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
    this.#classes = new Uint8Array(room);
    this.#words = new Int32Array(room);
    this.#stems = new Int32Array(room);
    this.#endings = new Int32Array(room);
    this.#begins = new Uint8Array(room);
  }

  #grow(): void {
    const room = this.#starts.length * 2;
    const numbers = (all: Int32Array) => {
      const more = new Int32Array(room);
      more.set(all);
      return more;
    };
    const bytes = (all: Uint8Array) => {
      const more = new Uint8Array(room);
      more.set(all);
      return more;
    };
    this.#starts = numbers(this.#starts);
    this.#ends = numbers(this.#ends);
    this.#classes = bytes(this.#classes);
    this.#words = numbers(this.#words);
    this.#stems = numbers(this.#stems);
    this.#endings = numbers(this.#endings);
    this.#begins = bytes(this.#begins);
  }

  add(from: number, end: number, dot: boolean): void {
    const start = dot && this.#isShort(from) ? (this.#starts[this.count - 1] as number) : from;
    if (start < from) this.count -= 1;
    const word = this.#lexicon.word(this.#text, start, end);
    const at = this.count;
    if (at === this.#starts.length) this.#grow();
    this.#tokens[at] = word;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#classes[at] = word.class;
    this.#words[at] = word.id;
    this.#stems[at] = word.stem;
    this.#endings[at] = word.ending;
    this.#begins[at] = word.begins;
    this.count += 1;
  }

  /** Whether the word that ends at `end` takes a full stop: “J.”, “Sen.”. */
  #isShort(end: number): boolean {
    const last = this.#tokens[this.count - 1];
    if (!last || this.#ends[this.count - 1] !== end) return false;
    return last.initial || this.#lexicon.abbreviations.has(last.lower);
  }

  done(): Shown {
    const [tokens, lexicon, classes] = [this.#tokens, this.#lexicon, this.#classes];
    for (let at = 0; at < this.count; at += 1)
      if (((this.#begins[at] as number) & BEGINS.according) !== 0 && phraseAt(lexicon.according, tokens, at))
        classes[at] = ACCORDING;
    return {
      text: this.#text,
      lexicon,
      tokens,
      starts: this.#starts.subarray(0, this.count),
      ends: this.#ends.subarray(0, this.count),
      classes: classes.subarray(0, this.count),
      words: this.#words.subarray(0, this.count),
      stems: this.#stems.subarray(0, this.count),
      endings: this.#endings.subarray(0, this.count),
      begins: this.#begins.subarray(0, this.count),
    };
  }
}

function sentencesOf(it: Shown, paragraphs: readonly number[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const [paragraph, to] of paragraphs.entries()) {
    for (let at = from; at < to; at += 1) {
      if (at + 1 !== to && at + 1 - from < LONGEST_SENTENCE && !endsSentence(it, at, to)) continue;
      sentences.push({ from, to: at + 1, paragraph });
      from = at + 1;
    }
    from = to;
  }
  return sentences;
}

const BULLET = '•';

/** A full stop, or a closing mark after one, before a capital letter, an opening mark or a number; a bullet. */
function endsSentence(it: Shown, at: number, to: number): boolean {
  const { tokens, classes, lexicon, starts, ends } = it;
  const kind = classes[at];
  const token = tokens[at] as Word;
  const short = token.initials || token.dotted;
  const closing = (kind === CLOSE || kind === BRACKET) && at > 0 && classes[at - 1] === STOP;
  if (kind !== STOP && !short && !closing) return token.text === BULLET;
  const next = classes[at + 1];
  if (next === CLOSE || next === BRACKET || next === STOP || ends[at] === starts[at + 1]) return false;
  const after = tokens[at + 1] as Word;
  if (short) return next === OPEN || lexicon.opensSentence(after);
  return next === OPEN || after.number || after.capital || '¿¡-–—•«('.includes(after.text) || at + 1 === to;
}
