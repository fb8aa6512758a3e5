/**
 * What speaks for or against an element of a standard, as a sum of learned weights: of words, of their neighbours, of
 * the terms and patterns of the lexicon. Linear in the length of a sentence; only sentences with a telling word are scored.
 */
import { classSet } from '#evidence/reading/classes.ts';
import type { Edges, Tokens } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

/** What an output is of: an element of a standard and a direction. */
export interface Output {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
}

export interface BearingWeights {
  readonly outputs: readonly Output[];
  /** Of which elements there are outputs; patterns alone speak for others. */
  readonly elements: ReadonlySet<string>;
  readonly bias: Float32Array;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Log odds from which an output is proposed. */
  readonly least: number;
  /** Log odds below which a pattern that says so is not believed. */
  readonly veto: number;
  /** What the stems of a part must add up to, so that it is scored. */
  readonly enough: number;
  /** What each stem tells of anything at all, in steps, by its place. */
  readonly telling: Int8Array;
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
export function featureOf(kind: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) | 0;
}

export const KIND = {
  word: 1,
  stem: 2,
  pair: 3,
  near: 4,
  negated: 5,
  three: 6,
  term: 7,
  terms: 8,
  rule: 9,
  gap: 10,
} as const;

/** Tells `see` what is seen in a run of tokens; some of it more than once. */
export function featuresIn(
  it: Tokens,
  { from, to }: Edges,
  terms: readonly number[],
  rules: readonly number[],
  see: (feature: number) => void,
): void {
  const { classes, words, stems } = it;
  /** Stems of the last open words. */
  const open = new Int32Array(APART);
  let opened = 0;
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
    see(featureOf(KIND.word, word, 0));
    see(featureOf(KIND.stem, stem, 0));
    see(featureOf(KIND.pair, before, word));
    see(featureOf(KIND.three, featureOf(0, earlier, before), word));
    see(featureOf(KIND.gap, earlier, word));
    earlier = before;
    before = word;
    if (!PLAIN[of]) {
      if (at <= negatedUntil) see(featureOf(KIND.negated, stem, 0));
      for (let back = 1; back <= APART && back <= opened; back += 1)
        see(featureOf(KIND.near, open[(opened - back) % APART] as number, stem));
      open[opened % APART] = stem;
      opened += 1;
    }
    if (isNegation(it, at)) negatedUntil = at + REACH;
  }
  for (let one = 0; one < terms.length; one += 1) {
    see(featureOf(KIND.term, terms[one] as number, 0));
    for (let other = one + 1; other < terms.length; other += 1)
      see(featureOf(KIND.terms, terms[one] as number, terms[other] as number));
  }
  for (const rule of rules) see(featureOf(KIND.rule, rule, 0));
}

/** “not”, “nobody”, “couldn’t”. */
export function isNegation({ lexicon, tokens }: Tokens, at: number): boolean {
  const { lower } = tokens[at] as Word;
  return lexicon.negations.has(lower) || lower.endsWith("n't") || lower.endsWith('n’t');
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

/** What a weight is worth in a run of tokens: longer runs are not louder. */
export function loudness({ from, to }: Edges): number {
  return 2 / Math.sqrt(Math.max(2, to - from));
}

/** Features and their weights, a pair of output and weight each; found by open addressing. */
export class BearingTable {
  readonly #keys: Int32Array;
  readonly #begins: Int32Array;
  readonly #pairs: Int8Array;
  readonly #places: Int32Array;
  /** The last sum that a feature was added to. */
  readonly #added: Int32Array;
  #sum = 0;

  constructor(keys: Int32Array, counts: Uint8Array, pairs: Int8Array) {
    this.#keys = keys;
    this.#pairs = pairs;
    this.#begins = new Int32Array(keys.length + 1);
    for (let at = 0; at < keys.length; at += 1)
      this.#begins[at + 1] = (this.#begins[at] as number) + (counts[at] as number) * 2;
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(keys.length * 2 + 2))).fill(-1);
    this.#added = new Int32Array(keys.length);
    for (let at = 0; at < keys.length; at += 1) this.#places[this.#placeOf(keys[at] as number)] = at;
  }

  /** What is added from here on belongs to another run of tokens. */
  begin(): void {
    this.#sum = (this.#sum + 1) | 0;
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

  /** Adds the weights of a feature to the sums by output, once in a run. */
  add(feature: number, sums: Float32Array): void {
    const at = this.#places[this.#placeOf(feature)] as number;
    if (at < 0 || this.#added[at] === this.#sum) return;
    this.#added[at] = this.#sum;
    const end = this.#begins[at + 1] as number;
    for (let pair = this.#begins[at] as number; pair < end; pair += 2) {
      const output = this.#pairs[pair] as number;
      sums[output] = (sums[output] as number) + (this.#pairs[pair + 1] as number);
    }
  }
}

/** Whether the words of a part tell anything, each by itself; most of a text does not, and is not scored. */
export function isTelling(it: Tokens, part: Edges, { telling, enough }: BearingWeights): boolean {
  return tellingOf(it.stems, part, telling) >= enough;
}

/** What the stems of a run of tokens tell, in steps, were it of one token. */
export function tellingOf(stems: Int32Array, part: Edges, telling: Int8Array): number {
  let sum = 0;
  for (let at = part.from; at < part.to; at += 1) sum += telling[stemPlace(stems[at] as number)] as number;
  return sum * loudness(part);
}

/** Where a stem has its place among those that tell. */
export function stemPlace(stem: number): number {
  return (stem ^ (stem >>> 16)) & 0xffff;
}

/** Log odds by output of what is seen in a run of tokens. */
export function oddsOf(
  it: Tokens,
  part: Edges,
  terms: readonly number[],
  rules: readonly number[],
  { table, bias, step }: BearingWeights,
): Float32Array {
  const sums = new Float32Array(bias.length);
  table.begin();
  featuresIn(it, part, terms, rules, feature => table.add(feature, sums));
  const scale = loudness(part) * step;
  for (let output = 0; output < sums.length; output += 1)
    sums[output] = (sums[output] as number) * scale + (bias[output] as number);
  return sums;
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
    elements: new Set(outputs.map(({ element }) => element)),
    bias: Float32Array.from(numbers('bias')),
    step: Number(data.step),
    least: Number(data.least),
    veto: Number(data.veto),
    enough: Number(data.enough),
    telling: new Int8Array(bytesOf(data.telling).buffer),
    table: new BearingTable(
      new Int32Array(bytesOf(data.keys).buffer),
      bytesOf(data.counts),
      new Int8Array(bytesOf(data.pairs).buffer),
    ),
    confidence: confidence(data.calibration),
  };
}

/** By the engine where it can: a loop over 700,000 letters is a tenth of the first article's time. */
function bytesOf(base64: unknown): Uint8Array<ArrayBuffer> {
  const engine = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (engine.fromBase64) return engine.fromBase64(String(base64));
  const text = atob(String(base64));
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
