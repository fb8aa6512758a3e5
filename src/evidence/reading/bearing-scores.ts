/**
 * What speaks for or against an element of a standard, as a sum of learned weights: of words, of their neighbours, of
 * the terms and patterns of the lexicon. Linear in the length of a sentence; only sentences with a telling word are scored.
 */
import { classSet } from '#evidence/reading/classes.ts';
import type { Edges, Token, Tokens } from '#evidence/reading/tokens.ts';

/** What an output is of: an element of a standard and a direction. */
export interface Output {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
}

export interface BearingWeights {
  readonly outputs: readonly Output[];
  readonly bias: Float32Array;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Log odds from which an output is proposed. */
  readonly least: number;
  /** Log odds below which a pattern that says so is not believed. */
  readonly veto: number;
  /** What the telling words of a sentence must add up to, so that it is scored. */
  readonly enough: number;
  /** How telling a stem is at most, in steps, by its last 16 bits. */
  readonly telling: Uint8Array;
  readonly table: BearingTable;
  /** The share that was right among passages with such log odds. */
  readonly confidence: (logOdds: number) => number;
}

const PLAIN = classSet(
  'comma stop colon semicolon dash bracket-open bracket-close quote-open quote-close sign determiner preposition of by to as for coordinator be have genitive clitic that relative',
);
const MARKS = classSet(
  'comma stop colon semicolon dash bracket-open bracket-close quote-open quote-close sign',
);
const CUTS = classSet('comma semicolon colon dash bracket-open bracket-close quote-open quote-close');
/** Open words apart, at most, to be taken as a pair. */
const APART = 4;
/** Words that a negation reaches. */
const REACH = 6;
/** Tokens of a part of a sentence that is scored by itself: at least, and at most. */
const SHORTEST = 9;
const LONGEST = 28;

/** One number for a kind of feature and what it is of. */
export function featureOf(kind: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) | 0;
}

export const KIND = { word: 1, stem: 2, pair: 3, near: 4, negated: 5, three: 6, term: 7, terms: 8, rule: 9, gap: 10 } as const;

/** What is seen in a run of tokens: each feature once. */
export function featuresIn(
  it: Tokens,
  { from, to }: Edges,
  terms: readonly number[],
  rules: readonly number[],
): Set<number> {
  const { classes, words, stems, lexicon } = it;
  const seen = new Set<number>();
  const open: number[] = [];
  let negatedUntil = -1;
  let before = 1;
  let earlier = 1;
  for (let at = from; at < to; at += 1) {
    const of = classes[at] as number;
    if (MARKS[of]) {
      before = 2;
      earlier = 1;
      continue;
    }
    const [word, stem] = [words[at] as number, stems[at] as number];
    seen.add(featureOf(KIND.word, word));
    seen.add(featureOf(KIND.stem, stem));
    seen.add(featureOf(KIND.pair, before, word));
    seen.add(featureOf(KIND.three, featureOf(0, earlier, before), word));
    seen.add(featureOf(KIND.gap, earlier, word));
    earlier = before;
    before = word;
    if (!PLAIN[of]) {
      if (at <= negatedUntil) seen.add(featureOf(KIND.negated, stem));
      for (let back = 1; back <= APART && back <= open.length; back += 1)
        seen.add(featureOf(KIND.near, open[open.length - back] as number, stem));
      open.push(stem);
    }
    const { lower } = (it.tokens[at] as Token).word;
    if (lexicon.negations.has(lower) || lower.endsWith("n't") || lower.endsWith('n’t')) negatedUntil = at + REACH;
  }
  for (const [at, term] of terms.entries()) {
    seen.add(featureOf(KIND.term, term));
    for (const other of terms.slice(at + 1))
      seen.add(featureOf(KIND.terms, Math.min(term, other), Math.max(term, other)));
  }
  for (const rule of rules) seen.add(featureOf(KIND.rule, rule));
  return seen;
}

/** A sentence as it is where it is short, else its parts at marks, and each two that follow each other. */
export function partsOf(it: Tokens, sentence: Edges): Edges[] {
  if (sentence.to - sentence.from <= LONGEST) return [sentence];
  const cuts = [sentence.from];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const length = at + 1 - (cuts.at(-1) as number);
    if ((CUTS[it.classes[at] as number] && length >= SHORTEST) || length >= LONGEST) cuts.push(at + 1);
  }
  if (sentence.to - (cuts.at(-1) as number) < SHORTEST && cuts.length > 1) cuts.pop();
  cuts.push(sentence.to);
  const parts: Edges[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    parts.push({ from: cuts[at] as number, to: cuts[at + 1] as number });
    const end = cuts[at + 2];
    if (end !== undefined && end - (cuts[at] as number) <= LONGEST)
      parts.push({ from: cuts[at] as number, to: end });
  }
  return parts;
}

/** Weights are worth this much of a feature in a run of that many features: longer runs are not louder. */
export function loudness(features: number): number {
  return 6 / Math.sqrt(Math.max(6, features));
}

/** Features and their weights, a pair of output and weight each; found by open addressing. */
export class BearingTable {
  readonly #keys: Int32Array;
  readonly #begins: Int32Array;
  readonly #pairs: Int8Array;
  readonly #places: Int32Array;

  constructor(keys: Int32Array, counts: Uint8Array, pairs: Int8Array) {
    this.#keys = keys;
    this.#pairs = pairs;
    this.#begins = new Int32Array(keys.length + 1);
    for (let at = 0; at < keys.length; at += 1)
      this.#begins[at + 1] = (this.#begins[at] as number) + (counts[at] as number) * 2;
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(keys.length * 2 + 2))).fill(-1);
    for (const [at, key] of keys.entries()) this.#places[this.#placeOf(key)] = at;
  }

  #placeOf(key: number): number {
    const mask = this.#places.length - 1;
    let place = key & mask;
    for (;;) {
      const at = this.#places[place] as number;
      if (at < 0 || this.#keys[at] === key) return place;
      place = (place + 1) & mask;
    }
  }

  /** Adds the weights of a feature to the sums by output. */
  add(feature: number, sums: Float32Array): void {
    const at = this.#places[this.#placeOf(feature)] as number;
    if (at < 0) return;
    for (let pair = this.#begins[at] as number; pair < (this.#begins[at + 1] as number); pair += 2) {
      const output = this.#pairs[pair] as number;
      sums[output] = (sums[output] as number) + (this.#pairs[pair + 1] as number);
    }
  }
}

/** Whether a sentence has words that tell anything; most of a text has none. */
export function isTelling(it: Tokens, { from, to }: Edges, { telling, enough }: BearingWeights): boolean {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += telling[(it.stems[at] as number) & 0xffff] as number;
  return sum >= enough;
}

/** Log odds by output of what is seen in a run of tokens. */
export function oddsOf(features: ReadonlySet<number>, { table, bias, step }: BearingWeights): Float32Array {
  const sums = new Float32Array(bias.length);
  for (const feature of features) table.add(feature, sums);
  const scale = loudness(features.size) * step;
  return sums.map((sum, output) => sum * scale + (bias[output] as number));
}

/** Of JSON as `scripts/learn-bearings.ts` writes it: keys, counts and pairs are bytes in base64. */
export function bearingWeights(
  raw: unknown,
  confidence: (points: unknown) => (logOdds: number) => number,
): BearingWeights | null {
  if (typeof raw !== 'object' || raw === null || !('keys' in raw)) return null;
  const data = raw as Readonly<Record<string, unknown>>;
  const numbers = (key: string) => (Array.isArray(data[key]) ? data[key].map(Number) : []);
  const outputs = (Array.isArray(data.outputs) ? data.outputs.map(String) : []).map((name): Output => {
    const [element = '', direction] = name.split(' ');
    return { element, direction: direction === 'rebuts' ? 'rebuts' : 'supports' };
  });
  return {
    outputs,
    bias: Float32Array.from(numbers('bias')),
    step: Number(data.step),
    least: Number(data.least),
    veto: Number(data.veto),
    enough: Number(data.enough),
    telling: bytesOf(data.telling),
    table: new BearingTable(
      new Int32Array(bytesOf(data.keys).buffer),
      bytesOf(data.counts),
      new Int8Array(bytesOf(data.pairs).buffer),
    ),
    confidence: confidence(data.calibration),
  };
}

function bytesOf(base64: unknown): Uint8Array<ArrayBuffer> {
  const text = atob(String(base64));
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
