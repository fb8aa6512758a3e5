/**
 * A text as two extractions of it agree on: one space for any white space, no soft hyphens, no ligatures, one kind of
 * quotation mark and dash, composed letters. Every unit knows where it came from. Superscripts and fractions are left
 * alone: “10²” is not “102”.
 */

export interface Normal {
  readonly text: string;
  /** For each unit of `text`, where what it stands for begins and ends in the original. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** For each unit, whether a hyphen that `text` leaves out stands before it: none, a real one, one of a line's end. */
  readonly hyphen: Uint8Array;
}

const NONE = 0;
const REAL = 1;
const LINE_END = 2;

/** Characters of no width: a soft hyphen, joiners, marks of direction and byte order. */
const BLANK = '\u00AD\u200B-\u200F\u2060\uFEFF';
const QUOTE = '"\u00AB\u00BB\u201C-\u201F\u2033';
const SINGLE = "'\u2018-\u201B\u2032\u2039\u203A\u0060\u00B4";

/** Pieces that are not taken as they stand; a single plain space is. */
const SPECIAL = new RegExp(
  `[-\u00AD\u2010-\u2015\u2212](?:[ \t]*\r?\n\\s*)?|[${BLANK}]+|[^\\S ][\\s${BLANK}]*| [\\s${BLANK}]+|[${QUOTE}${SINGLE}\u2026]|\\p{M}+|[\u2126\u212A\u212B\uFB00-\uFB06\uFF01-\uFF5E]|[\u{1D400}-\u{1D7FF}]`,
  'gu',
);

export function normalOf(text: string): Normal {
  const out = new Builder(text.length + 16);
  let done = 0;
  for (const match of text.matchAll(SPECIAL)) {
    out.copy(text, done, match.index);
    done = match.index + match[0].length;
    out.put(match[0], match.index, done, text);
  }
  out.copy(text, done, text.length);
  return out.done();
}

class Builder {
  #units: Uint16Array;
  #from: Int32Array;
  #to: Int32Array;
  #hyphen: Uint8Array;
  #length = 0;
  #next = NONE;

  constructor(size: number) {
    this.#units = new Uint16Array(size);
    this.#from = new Int32Array(size);
    this.#to = new Int32Array(size);
    this.#hyphen = new Uint8Array(size);
  }

  copy(text: string, start: number, end: number): void {
    for (let at = start; at < end; at += 1) this.#add(text.charCodeAt(at), at, at + 1);
  }

  put(piece: string, start: number, end: number, text: string): void {
    if (/^\p{M}/u.test(piece)) this.#compose(piece, end);
    else if (/^[-\u00AD\u2010-\u2015\u2212]/.test(piece)) this.#hyphenate(piece, start, end, text);
    else this.#write(plainOf(piece), start, end);
  }

  /** A hyphen between two letters is left out and remembered, with the line that ends on it. */
  #hyphenate(piece: string, start: number, end: number, text: string): void {
    const breaks = piece.length > 1;
    const inWord =
      !/^[\u2012\u2015\u2212]/.test(piece) &&
      /\p{L}\p{M}*$/u.test(text.slice(Math.max(0, start - 8), start)) &&
      /^\p{L}/u.test(text.slice(end, end + 2));
    const soft = piece.startsWith('\u00AD');
    if (inWord) {
      const dash = /^[\u2013\u2014]/.test(piece);
      this.#next = Math.max(this.#next, soft ? NONE : breaks && !dash ? LINE_END : REAL);
      return;
    }
    if (!soft) this.#write('-', start, start + 1);
    if (breaks) this.#write(' ', start + 1, end);
  }

  /** Marks join the letter before them. */
  #compose(marks: string, end: number): void {
    if (this.#length === 0) {
      this.#write(marks, end - marks.length, end);
      return;
    }
    const pair = (this.#units[this.#length - 1] ?? 0) >> 10 === 0x37 && this.#length > 1;
    this.#length -= pair ? 2 : 1;
    const base = String.fromCharCode(...this.#units.subarray(this.#length, this.#length + (pair ? 2 : 1)));
    this.#next = this.#hyphen[this.#length] ?? NONE;
    this.#write((base + marks).normalize('NFC'), this.#from[this.#length] ?? 0, end);
  }

  #write(plain: string, from: number, to: number): void {
    for (let at = 0; at < plain.length; at += 1) this.#add(plain.charCodeAt(at), from, to);
  }

  #add(unit: number, from: number, to: number): void {
    if (this.#length === this.#units.length) this.#grow();
    const at = this.#length++;
    this.#units[at] = unit;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#hyphen[at] = this.#next;
    this.#next = NONE;
  }

  #grow(): void {
    const size = this.#units.length * 2;
    const larger = <T extends Uint16Array | Int32Array | Uint8Array>(of: T, into: T): T => {
      into.set(of);
      return into;
    };
    this.#units = larger(this.#units, new Uint16Array(size));
    this.#from = larger(this.#from, new Int32Array(size));
    this.#to = larger(this.#to, new Int32Array(size));
    this.#hyphen = larger(this.#hyphen, new Uint8Array(size));
  }

  done(): Normal {
    const length = this.#length;
    return {
      text: new TextDecoder('utf-16le').decode(this.#units.subarray(0, length)),
      from: this.#from.subarray(0, length),
      to: this.#to.subarray(0, length),
      hyphen: this.#hyphen.subarray(0, length),
    };
  }
}

const BLANKS = new RegExp(`^[${BLANK}]+$`);
const QUOTES = new RegExp(`^[${QUOTE}]$`);
const SINGLES = new RegExp(`^[${SINGLE}]$`);

function plainOf(piece: string): string {
  if (BLANKS.test(piece)) return '';
  if (/^\s/.test(piece)) return ' ';
  if (QUOTES.test(piece)) return '"';
  if (SINGLES.test(piece)) return "'";
  return piece === '\u2026' ? '...' : piece.normalize('NFKC');
}

/** Whether the hyphens inside two stretches of equal units can be the same: one of a line's end may be real or not. */
export function hyphensAgree(a: Normal, atA: number, b: Normal, atB: number, length: number): boolean {
  for (let i = 1; i < length; i += 1) {
    const [x, y] = [a.hyphen[atA + i], b.hyphen[atB + i]];
    if (x !== y && x !== LINE_END && y !== LINE_END) return false;
  }
  return true;
}
