/**
 * Scores of what a sentence may hold: sums of learned weights of plain features (classes and words beside an edge,
 * distances, quotation marks). Weights are data, `lexicons/weights.bin` and each language's own. The features
 * are written once, for reading and for learning.
 */
import { classId, classSet, FIRST_CUE } from '#evidence/reading/classes.ts';
import type { Edges, Tokens } from '#evidence/reading/tokens.ts';

/** What takes features: a sum of weights, or a list to learn from. */
export interface Sink {
  add(template: number, a: number, b: number): void;
}

/** Features are told apart by hash; 2^19 places hold some hundred thousand with few clashes. */
export const PLACES = 1 << 19;

export function place(template: number, a: number, b: number): number {
  let hash =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b) ^ Math.imul(template + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & (PLACES - 1);
}

export class Sum implements Sink {
  readonly #weights: Int8Array;
  total = 0;

  constructor(weights: Int8Array) {
    this.#weights = weights;
  }

  add(template: number, a: number, b: number): void {
    this.total += this.#weights[place(template, a, b)] as number;
  }
}

const OPEN = classId('quote-open');
const CLOSE = classId('quote-close');
const COMMA = classId('comma');
const STOP = classId('stop');
const CAPITAL = classId('capital');
const PRONOUN = classId('pronoun');
const THAT = classId('that');
const BY = classId('by');
const NAMES = classSet('capital pronoun body person plural noun word relative time');
const BETWEEN = classSet('have be modal adverb adverb-ly negation clitic');

export interface Cue {
  /** The token that decides. */
  readonly head: number;
  /** First token. */
  readonly from: number;
  /** Last token. */
  readonly last: number;
}

/** Features of one text, by position. */
export class Features {
  readonly #c: Uint8Array;
  readonly #w: Int32Array;
  readonly #quoteOf: Int32Array;
  readonly #stems: Int32Array;
  readonly #endings: Int32Array;
  readonly #n: number;
  #from = 0;
  #to = 0;

  constructor(tokens: Tokens) {
    this.#c = tokens.classes;
    this.#w = tokens.words;
    this.#quoteOf = tokens.quoteOf;
    this.#stems = tokens.stems;
    this.#endings = tokens.endings;
    this.#n = tokens.tokens.length;
  }

  #class(at: number): number {
    return at >= 0 && at < this.#n ? (this.#c[at] as number) : 0;
  }

  #word(at: number): number {
    return at >= 0 && at < this.#n ? (this.#w[at] as number) : 0;
  }

  /** A sentence is read the same after a full stop, a bullet, a heading or nothing: what stands outside is an edge. */
  #inside(at: number): number {
    return at >= this.#from && at < this.#to ? (this.#c[at] as number) : 0;
  }

  #wordInside(at: number): number {
    return at >= this.#from && at < this.#to ? (this.#w[at] as number) : 0;
  }

  #stem(at: number): number {
    return at >= 0 && at < this.#n ? (this.#stems[at] as number) : 0;
  }

  #ending(at: number): number {
    return at >= 0 && at < this.#n ? (this.#endings[at] as number) : 0;
  }

  /** The sentence that the next features are of. */
  within({ from, to }: Edges): void {
    this.#from = from;
    this.#to = to;
  }

  #quoted(at: number): number {
    return at >= 0 && at < this.#n && (this.#quoteOf[at] as number) >= 0 ? 1 : 0;
  }

  /** Whether the word at `at` introduces something that somebody says or thinks. */
  cue(sink: Sink, at: number, { from, to }: Edges): void {
    const of = this.#inside(at);
    const word = this.#wordInside(at);
    const b1 = this.#inside(at - 1);
    const b2 = this.#inside(at - 2);
    const b3 = this.#inside(at - 3);
    const a1 = this.#inside(at + 1);
    const a2 = this.#inside(at + 2);
    const a3 = this.#inside(at + 3);
    sink.add(0, of, 0);
    sink.add(1, word, 0);
    sink.add(2, of, b1);
    sink.add(3, of, a1);
    sink.add(4, word, b1);
    sink.add(5, word, a1);
    sink.add(6, this.#wordInside(at - 1), 0);
    sink.add(7, this.#wordInside(at + 1), 0);
    sink.add(8, word, this.#wordInside(at + 1));
    sink.add(9, word, this.#wordInside(at - 1));
    sink.add(10, b2 * 64 + b1, of);
    sink.add(11, a1 * 64 + a2, of);
    sink.add(12, b3 * 4096 + b2 * 64 + b1, 0);
    sink.add(13, a1 * 4096 + a2 * 64 + a3, 0);
    sink.add(14, b1 * 64 + a1, of);
    const quoted = this.#quoted(at);
    sink.add(15, of, quoted);
    let subject = at - 1;
    while (subject >= from && at - subject < 5 && BETWEEN[this.#inside(subject)]) subject -= 1;
    sink.add(16, this.#inside(subject), of);
    sink.add(17, this.#wordInside(subject), of);
    sink.add(18, Math.min(this.#ahead(at, Math.min(to, at + 12), OPEN), 6), of);
    sink.add(19, Math.min(this.#behind(at, Math.max(from, at - 11), CLOSE), 6), of);
    sink.add(20, Math.min(this.#ahead(at, Math.min(to, at + 8), THAT), 4), of);
    sink.add(21, Math.min(at - from, 8), of);
    sink.add(22, Math.min(to - at, 8), of);
    sink.add(23, a2, of);
    sink.add(24, this.#wordInside(at + 2), of);
    sink.add(25, word, a2);
    let other = 0;
    for (let last = at - 1; last >= from && last > at - 30; last -= 1)
      if (this.#inside(last) >= FIRST_CUE) {
        other = this.#inside(last);
        break;
      }
    sink.add(26, other, of);
    sink.add(27, b1, a1);
    sink.add(28, b2 * 64 + b1, a1);
    sink.add(29, b1, a1 * 64 + a2);
    const stem = this.#stem(at);
    const ending = this.#ending(at);
    const that = this.#ahead(at, Math.min(to, at + 12), THAT);
    sink.add(170, stem, of);
    sink.add(171, stem, b1);
    sink.add(172, stem, a1);
    sink.add(173, stem, that > 0 ? 1 : 0);
    sink.add(174, ending, of);
    sink.add(175, ending, b1 * 64 + a1);
    sink.add(176, ending, that > 0 ? Math.min(that, 3) : 0);
    sink.add(177, this.#around(at - 1, at + 1), of);
    sink.add(178, that > 0 ? this.#inside(at + that - 1) : 0, a1 * 64 + of);
    sink.add(179, Math.min(that, 7), a1 * 64 + of);
  }

  /** Whether one quotation holds both places: what stands between interrupts it. */
  #around(before: number, after: number): number {
    const quote = this.#quoteAt(before);
    return quote >= 0 && quote === this.#quoteAt(after) ? 1 : 0;
  }

  /** How many tokens ahead the next of a class stands, before `to`; 0 where none does. */
  #ahead(at: number, to: number, wanted: number): number {
    for (let next = at + 1; next < to; next += 1) if (this.#inside(next) === wanted) return next - at;
    return 0;
  }

  /** How many tokens behind the last of a class stands, from `from` on; 0 where none does. */
  #behind(at: number, from: number, wanted: number): number {
    for (let last = at - 1; last >= from; last -= 1) if (this.#inside(last) === wanted) return at - last;
    return 0;
  }

  /** How far a cue reaches to the left: `at` would be its first token. */
  cueFrom(sink: Sink, at: number, head: number): void {
    const of = this.#inside(head);
    sink.add(30, this.#inside(at), this.#inside(at - 1) * 8 + head - at);
    sink.add(31, this.#wordInside(at), head - at);
    sink.add(32, this.#wordInside(at - 1), head - at);
    sink.add(33, of, head - at);
    sink.add(34, this.#wordInside(at), this.#wordInside(at - 1));
    sink.add(35, this.#inside(at - 1), this.#inside(at - 2));
  }

  /** How far a cue reaches to the right: `at` would be its last token. */
  cueLast(sink: Sink, at: number, head: number): void {
    const of = this.#inside(head);
    sink.add(36, this.#inside(at), this.#inside(at + 1) * 8 + at - head);
    sink.add(37, this.#wordInside(at), at - head);
    sink.add(38, this.#wordInside(at + 1), at - head);
    sink.add(39, of, at - head);
    sink.add(40, this.#wordInside(head), at - head);
    sink.add(41, this.#wordInside(head), this.#wordInside(at + 1));
    sink.add(42, this.#inside(at + 1), this.#inside(at + 2));
  }

  /** No speaker, or none here. */
  sourceless(sink: Sink, cue: Cue): void {
    const of = this.#inside(cue.head);
    sink.add(50, of, 0);
    sink.add(51, this.#wordInside(cue.head), 0);
    sink.add(52, this.#inside(cue.from - 1), this.#inside(cue.last + 1));
    sink.add(53, this.#inside(cue.from - 1), this.#inside(cue.from - 2));
    sink.add(54, this.#inside(cue.from), of);
    sink.add(55, this.#wordInside(cue.last), 0);
    sink.add(56, this.#ending(cue.head), of);
    sink.add(57, this.#ending(cue.head), this.#inside(cue.from - 1) * 64 + this.#inside(cue.last + 1));
  }

  /** `at` would be the first token of the speaker. */
  sourceFrom(sink: Sink, at: number, cue: Cue, { from }: Edges): void {
    const side = at < cue.from ? 1 : 0;
    const of = this.#inside(cue.head) * 2 + side;
    const here = this.#inside(at);
    const before = this.#inside(at - 1);
    const distance = side ? cue.from - at : at - cue.last;
    sink.add(60, here, before * 2 + side);
    sink.add(61, this.#wordInside(at), side);
    sink.add(62, this.#wordInside(at - 1), side);
    sink.add(63, here * 64 + before, of);
    sink.add(64, bucket(distance), of);
    sink.add(65, at === from ? 1 : 0, here * 2 + side);
    sink.add(66, before * 64 + this.#inside(at - 2), side);
    sink.add(67, here * 64 + this.#inside(at + 1), side);
    sink.add(68, this.#quoted(at), of);
    sink.add(69, this.#wordInside(cue.head), before * 2 + side);
    if (!side) sink.add(70, this.#inside(cue.last + 1), bucket(distance));
    sink.add(71, this.#ending(cue.head), side);
    sink.add(72, this.#stem(at), side);
  }

  /** `at` would be the last token of the speaker. */
  sourceLast(sink: Sink, at: number, cue: Cue): void {
    const side = at < cue.from ? 1 : 0;
    const of = this.#inside(cue.head) * 2 + side;
    const here = this.#inside(at);
    const after = this.#inside(at + 1);
    sink.add(80, here, after * 2 + side);
    sink.add(81, this.#wordInside(at), side);
    sink.add(82, this.#wordInside(at + 1), side);
    sink.add(83, here * 64 + after, of);
    sink.add(84, after * 64 + this.#inside(at + 2), side);
    sink.add(85, here * 64 + this.#inside(at - 1), side);
    if (side) {
      const gap = cue.from - at - 1;
      sink.add(86, bucket(gap), of);
      sink.add(87, after * 8 + Math.min(gap, 7), this.#inside(cue.from));
      sink.add(88, this.#wordInside(cue.head), bucket(gap));
    } else sink.add(89, after, bucket(at - cue.last));
  }

  sourcePair(sink: Sink, first: number, last: number, cue: Cue): void {
    const side = first < cue.from ? 1 : 0;
    const length = bucket(last - first);
    sink.add(90, length, this.#inside(cue.head) * 2 + side);
    sink.add(91, this.#inside(first) * 64 + this.#inside(last), length * 2 + side);
    let names = 0;
    let commas = 0;
    let quotes = 0;
    for (let at = first; at <= last; at += 1) {
      const of = this.#inside(at);
      if (of === CAPITAL) names += 1;
      if (of === COMMA) commas += 1;
      if (of === OPEN || of === CLOSE || of === STOP) quotes += 1;
    }
    sink.add(92, Math.min(names, 2) * 4 + Math.min(commas, 3), length);
    if (quotes) sink.add(93, quotes, side);
    sink.add(94, this.#inside(first) === PRONOUN ? 1 : 0, length);
    // a comma on both sides is the end of an apposition
    sink.add(95, Math.min(commas, 3) * 64 + this.#inside(last + 1), side);
    let verbs = 0;
    for (let at = last + 1; at < cue.from && at < last + 12; at += 1)
      if (!NAMES[this.#inside(at)]) verbs += 1;
    sink.add(96, Math.min(verbs, 5), side);
  }

  /** No content on this side: 0 before the cue, 1 after it. */
  contentless(sink: Sink, cue: Cue, source: Edges | null, side: number, { from, to }: Edges): void {
    const of = this.#class(cue.head) * 2 + side;
    const begins = source && source.from < cue.from ? source.from : cue.from;
    const ends = source && source.from > cue.last ? source.to : cue.last + 1;
    sink.add(100, of, 0);
    sink.add(101, this.#word(cue.head), side);
    sink.add(102, this.#class(ends), of);
    sink.add(103, this.#class(ends) * 64 + this.#class(ends + 1), side);
    sink.add(104, this.#class(begins - 1), of);
    sink.add(105, this.#class(begins - 1) * 64 + this.#class(begins - 2), side);
    sink.add(106, this.#class(begins - 1) * 64 + this.#class(ends), side);
    sink.add(107, source ? (source.from < cue.from ? 1 : 2) : 0, of);
    sink.add(108, this.#word(ends), of);
    sink.add(109, this.#class(cue.from - 1) === BY ? 1 : 0, side);
    sink.add(110, this.#class(cue.last + 1), of);
    sink.add(111, bucket(to - ends), this.#class(ends) * 2 + side);
    sink.add(112, bucket(begins - from), this.#class(begins - 1) * 2 + side);
    sink.add(113, bucket(begins - from) * 16 + bucket(to - ends), of);
    sink.add(114, this.#quoted(begins - 1) * 2 + this.#quoted(ends + 1), of);
    sink.add(115, this.#stem(cue.head), side);
    sink.add(116, this.#ending(cue.head), side);
    sink.add(117, this.#around(begins - 1, ends), side);
    sink.add(118, this.#around(begins - 1, ends) * 64 + this.#class(ends), side);
    sink.add(119, this.#stem(cue.head), this.#class(ends) * 2 + side);
  }

  contentFrom(sink: Sink, at: number, cue: Cue, source: Edges | null, side: number, { from }: Edges): void {
    const of = this.#class(cue.head);
    const here = this.#class(at);
    const before = this.#class(at - 1);
    if (side) {
      const after = source && source.from > cue.last ? source.to : cue.last + 1;
      const distance = at - after;
      sink.add(120, bucket(distance), of);
      sink.add(121, here * 64 + before, Math.min(distance, 3));
      sink.add(122, this.#word(at), Math.min(distance, 3));
      sink.add(123, this.#word(at - 1), of);
      sink.add(124, this.#word(cue.head), Math.min(distance, 3) * 64 + here);
      sink.add(125, this.#class(after) * 64 + this.#class(after + 1), distance);
      sink.add(126, here, of);
      sink.add(127, here * 64 + this.#class(at + 1), before);
    } else {
      sink.add(130, here * 64 + before, of);
      sink.add(131, at === from ? 1 : 0, of);
      sink.add(132, this.#word(at - 1), 0);
      sink.add(133, this.#word(at), 0);
      sink.add(134, before * 64 + this.#class(at - 2), here === OPEN ? 1 : 0);
      sink.add(135, this.#quoted(at), this.#quoted(at - 1));
      sink.add(136, at < from ? 1 : 0, here);
    }
  }

  contentLast(sink: Sink, at: number, cue: Cue, source: Edges | null, side: number, { to }: Edges): void {
    const of = this.#class(cue.head);
    const here = this.#class(at);
    const after = this.#class(at + 1);
    const quoted = this.#quoted(at) * 2 + this.#quoted(at + 1);
    if (side) {
      const ends = at + 1 >= to || (at + 2 >= to && after === STOP) ? 1 : 0;
      sink.add(140, here * 64 + after, quoted);
      sink.add(141, ends, of);
      sink.add(142, this.#word(at + 1), of);
      sink.add(143, after * 64 + this.#class(at + 2), quoted);
      sink.add(144, after * 4096 + this.#class(at + 2) * 64 + this.#class(at + 3), 0);
      sink.add(145, bucket(at - cue.last), of * 2 + ends);
      sink.add(146, this.#word(at + 1), this.#class(at + 2));
      sink.add(147, this.#word(at + 1), this.#word(at + 2));
      sink.add(148, this.#word(cue.head), ends);
      sink.add(149, this.#word(at), after);
      sink.add(159, ends, this.#class(cue.last + 1));
    } else {
      const begins = source && source.from < cue.from ? source.from : cue.from;
      sink.add(150, bucket(begins - at), of);
      sink.add(151, here * 64 + after, Math.min(begins - at, 3));
      sink.add(152, after * 64 + this.#class(begins - 1), Math.min(begins - at, 3));
      sink.add(153, quoted, of);
    }
  }

  contentPair(sink: Sink, first: number, last: number, cue: Cue, side: number): void {
    const length = bucket(last - first);
    const of = this.#class(cue.head) * 2 + side;
    sink.add(160, length, of);
    const opening = this.#quoteAt(first);
    const closing = this.#quoteAt(last);
    const same = opening < 0 ? (closing < 0 ? 0 : 1) : opening === closing ? 2 : closing < 0 ? 3 : 4;
    sink.add(
      161,
      same * 4 + (this.#class(first) === OPEN ? 1 : 0) + (this.#class(last) === CLOSE ? 2 : 0),
      side,
    );
    sink.add(162, this.#class(first), length * 2 + side);
    sink.add(163, this.#class(first) === OPEN ? 1 : 0, this.#class(last + 1) * 2 + side);
  }

  #quoteAt(at: number): number {
    return at >= 0 && at < this.#n ? (this.#quoteOf[at] as number) : -1;
  }
}

/** Distances 0 to 5 as they are, then by and by coarser. */
function bucket(distance: number): number {
  if (distance <= 5) return distance;
  if (distance <= 8) return 6;
  if (distance <= 12) return 7;
  if (distance <= 20) return 8;
  return distance <= 35 ? 9 : 10;
}
