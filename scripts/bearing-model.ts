/** The model of bearings: passages as features, and the weights that tell best what they speak for. */
import { stemPlace } from '#evidence/reading/bearing-scores.ts';
import type { Edges } from '#evidence/reading/tokens.ts';
import { randomOf } from './variants.ts';

const NAMES =
  'documents threats movement isolation wages overtime conditions deception debt violence vulnerability';
export const OUTPUTS = NAMES.split(' ').flatMap(name => [`ilo11.${name} supports`, `ilo11.${name} rebuts`]);
/** A feature counts that so many passages have, or the same in another language. */
const FEWEST = 3;
const EPOCHS = 16;
const RATE = 0.3;
const DECAY = 1e-4;
const SEED = 42;
/** Steps in one unit of a weight. */
export const STEPS = 32;
/** What a passage of another indicator weighs: it may well bear on this one too. */
const ELSEWHERE = 0.5;

/** A part of a sentence that is scored by itself. */
export interface Part {
  readonly edges: Edges;
  readonly features: readonly number[];
  readonly scale: number;
}

export interface Passage {
  /** Of its pattern: its variants and translations are learned from or kept apart together. */
  readonly group: number;
  readonly language: string;
  /** The element it was written for; null for news. */
  readonly about: string | null;
  readonly labels: readonly string[];
  readonly text: string;
  readonly weight: number;
  readonly parts: readonly Part[];
  readonly stems: Int32Array;
}

/** A row of weights for each feature, one for each output. */
export class Model {
  readonly rows = new Map<number, Float32Array>();
  readonly bias = new Float32Array(OUTPUTS.length).fill(-3);

  constructor(passages: readonly Passage[]) {
    const seen = new Map<number, Set<string>>();
    for (const { parts, group, language } of passages)
      for (const feature of parts.flatMap(part => part.features)) {
        const of = seen.get(feature) ?? new Set();
        if (of.size < FEWEST) seen.set(feature, of.add(group + language));
      }
    for (const [feature, of] of seen)
      if (of.size >= FEWEST) this.rows.set(feature, new Float32Array(OUTPUTS.length));
    this.#learn(passages);
  }

  /** AdaGrad on the log loss of each output by itself; the mean of the later epochs is kept. */
  #learn(passages: readonly Passage[]): void {
    const random = randomOf(SEED);
    const lessons = passages.flatMap(it =>
      it.parts.map(part => ({ it, rows: this.#rowsOf(part), scale: part.scale })),
    );
    const squares = new Map([...this.rows.values()].map(row => [row, new Float32Array(row.length)]));
    const sums = new Map([...this.rows.values()].map(row => [row, new Float32Array(row.length)]));
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      for (let at = lessons.length - 1; at > 0; at -= 1) {
        const other = Math.floor(random() * (at + 1));
        [lessons[at], lessons[other]] = [lessons[other] as never, lessons[at] as never];
      }
      for (const { it, rows, scale } of lessons)
        for (const [output, name] of OUTPUTS.entries()) {
          const right = it.labels.includes(name) ? 1 : 0;
          const own = it.about === null || right === 1 || name.startsWith(`${it.about} `);
          const odds = rows.reduce((sum, row) => sum + (row[output] as number), 0) * scale;
          const share = 1 / (1 + Math.exp(-odds - (this.bias[output] as number)));
          const error = (share - right) * it.weight * (own ? 1 : ELSEWHERE);
          if (Math.abs(error) < 2e-3) continue;
          this.bias[output] = (this.bias[output] as number) - 0.01 * error;
          for (const row of rows) {
            const slope = error * scale + DECAY * (row[output] as number);
            const square = squares.get(row) as Float32Array;
            square[output] = (square[output] as number) + slope * slope;
            row[output] =
              (row[output] as number) - (RATE * slope) / Math.sqrt((square[output] as number) + 0.5);
          }
        }
      if (epoch < EPOCHS / 2) continue;
      for (const [row, sum] of sums)
        for (const [at, weight] of row.entries()) sum[at] = (sum[at] as number) + weight;
    }
    for (const [row, sum] of sums) row.set(sum.map(weight => weight / (EPOCHS - EPOCHS / 2)));
  }

  #rowsOf({ features }: Part): Float32Array[] {
    return features.map(feature => this.rows.get(feature)).filter(row => row !== undefined);
  }

  /** The most of any part, by output. */
  odds({ parts }: Passage): number[] {
    const all = parts.map(part => ({ rows: this.#rowsOf(part), scale: part.scale }));
    return OUTPUTS.map((_, output) =>
      Math.max(
        ...all.map(
          ({ rows, scale }) =>
            rows.reduce((sum, row) => sum + (row[output] as number), 0) * scale +
            (this.bias[output] as number),
        ),
      ),
    );
  }
}

/** One weight for each stem: whether it tells of anything at all. */
export function tellingIn(passages: readonly Passage[]): Int8Array {
  const weights = new Float32Array(1 << 16);
  const squares = new Float32Array(1 << 16);
  const lessons = passages.flatMap(it => it.parts.map(({ edges, scale }) => ({ it, edges, scale })));
  const random = randomOf(SEED);
  for (let step = 0; step < lessons.length * EPOCHS; step += 1) {
    const { it, edges, scale } = lessons[Math.floor(random() * lessons.length)] as (typeof lessons)[0];
    const places = Array.from(it.stems.subarray(edges.from, edges.to), stemPlace);
    const odds = places.reduce((sum, at) => sum + (weights[at] as number), 0) * scale;
    const error = 1 / (1 + Math.exp(-odds)) - (it.labels.length > 0 ? 1 : 0);
    for (const at of places) {
      const slope = error * scale * (it.about === null ? 1 : it.weight);
      squares[at] = (squares[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt((squares[at] as number) + 0.5);
    }
  }
  return Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round(weight * STEPS))));
}
