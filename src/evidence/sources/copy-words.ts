/**
 * A text as two copies of it are compared: its words as numbers (letters folded, digits kept), and its skeleton,
 * the names, numbers and quotations in their order, which survive when a machine swaps the words between them.
 * Nothing here knows a language.
 */

export interface CopyWords {
  /** One number for each word; equal words have equal numbers. */
  readonly ids: Int32Array;
  /** UTF-16 index of each word's first unit, and after its last. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly skeleton: readonly number[];
}

/** Scripts without spaces between words go letter by letter. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** An opening mark inside ends the search: a text of nothing but marks must not take their number times 600. */
const QUOTED = /“[^“”]{2,600}”|«[^«»]{2,600}»|"[^"\n]{2,600}"|„[^„“”]{2,600}[“”]/gu;
/** What may stand before the first word of a sentence: its capital says nothing. */
const SENTENCE_END = /[.!?…:\n“”«»"„–—]|\s-+\s/;
const CAPITAL = /^\p{Lu}/u;
/** Where so large a share of words has capitals, capitals name nothing: headlines, shouting, tables. */
const MOST_NAMES = 0.4;
/** Comparing two skeletons takes the product of their lengths. */
const MOST_ITEMS = 1500;

export function copyWords(text: string): CopyWords {
  const found = [...text.matchAll(WORD)];
  const starts = Int32Array.from(found, it => it.index);
  const ends = Int32Array.from(found, it => it.index + it[0].length);
  const ids = Int32Array.from(found, it => numberOf(folded(it[0])));
  const raw = found.map(it => it[0]);
  return { ids, starts, ends, skeleton: skeletonOf(text, raw, { ids, starts, ends }) };
}

/** FNV-1a with a last stir: 32 bits, the same on every machine. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return stirred(hash);
}

/** Spreads the bits of a number (the finish of MurmurHash3). */
export function stirred(number: number): number {
  let it = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35);
  return it ^ (it >>> 16);
}

/** One number for a run of numbers. */
export function joined(ids: ArrayLike<number>, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(stirred(hash) ^ (ids[at] ?? 0), 0x01000193);
  return stirred(hash);
}

function folded(word: string): string {
  const low = word.toLowerCase();
  const plain = /^[\x20-\x7e]*$/.test(low) ? low : low.normalize('NFKD').replace(/\p{M}/gu, '');
  // grouping marks differ by language: 22,000 and 22.000 are one number
  return isNumber(plain) ? plain.replace(/[.,](?=\d{3}(?!\d))/g, '') : plain;
}

function isNumber(word: string): boolean {
  return /^\p{N}/u.test(word);
}

type Places = Pick<CopyWords, 'ids' | 'starts' | 'ends'>;

function skeletonOf(text: string, raw: readonly string[], places: Places): number[] {
  const inside = quotations(text, places);
  const names = namesIn(text, raw, places);
  const items: number[] = [];
  for (let at = 0; at < raw.length && items.length < MOST_ITEMS; at += 1) {
    const end = inside.get(at);
    if (end !== undefined) {
      items.push(joined(places.ids, at, end));
      at = end - 1;
      continue;
    }
    const id = places.ids[at] ?? 0;
    const word = raw[at] ?? '';
    if (isNumber(word) || (CAPITAL.test(word) && names.has(id))) items.push(id);
  }
  return items;
}

/** First word of each quotation → the word after its last; one word between marks is no quotation. */
function quotations(text: string, { starts }: Places): Map<number, number> {
  const found = new Map<number, number>();
  let at = 0;
  for (const match of text.matchAll(QUOTED)) {
    const end = match.index + match[0].length;
    while (at < starts.length && (starts[at] ?? 0) < match.index) at += 1;
    const first = at;
    while (at < starts.length && (starts[at] ?? 0) < end) at += 1;
    if (at - first > 1) found.set(first, at);
  }
  return found;
}

/** Words that carry a capital where no sentence begins: with one they are names wherever they stand. */
function namesIn(text: string, raw: readonly string[], { ids, starts, ends }: Places): Set<number> {
  const names = new Set<number>();
  let capitals = 0;
  for (const [at, word] of raw.entries()) {
    if (!CAPITAL.test(word)) continue;
    capitals += 1;
    const before = text.slice(at === 0 ? 0 : ends[at - 1], starts[at]);
    if (at > 0 && word.length > 1 && !SENTENCE_END.test(before)) names.add(ids[at] ?? 0);
  }
  return capitals > raw.length * MOST_NAMES ? new Set() : names;
}
