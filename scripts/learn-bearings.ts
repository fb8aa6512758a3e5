/**
 * Learns what speaks for or against an indicator from passages written for the project, and writes it beside the
 * lexicons. Deterministic: the same passages give the same bytes.
 *
 *     node scripts/learn-bearings.ts [--plain en=FILE --plain es=FILE --plain pt=FILE] [--without second,third] [--dry]
 *
 * It learns from `test/cases/bearings/learn` and the first three sets beside it, never from the others. A plain file
 * holds news of other things, a sentence a line. What each set gives is printed; `--without` keeps sets unseen.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featuresIn, loudness, partsOf, stemPlace, tellingOf } from '#evidence/reading/bearing-scores.ts';
import { patternsIn, termsIn, termsWithin } from '#evidence/reading/bearings.ts';
import { lexiconOf } from '#evidence/reading/lexicon.ts';
import { read } from '#evidence/reading/reading.ts';
import { type Edges, tokenise } from '#evidence/reading/tokens.ts';
import { hashOf } from '#evidence/reading/vocabulary.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { calibrated } from './calibrated.ts';
import { randomOf, variantsOf } from './variants.ts';

const LANGUAGES = ['en', 'es', 'pt'];
const CASES = join(import.meta.dirname, '../test/cases/bearings');
const OUT = join(import.meta.dirname, '../lexicons/bearings.json');
const NAMES =
  'documents threats movement isolation wages overtime conditions deception debt violence vulnerability';
const OUTPUTS = NAMES.split(' ').flatMap(name => [`ilo11.${name} supports`, `ilo11.${name} rebuts`]);
const SETS = { first: '', second: 'second', third: 'third', fourth: 'fourth', fifth: 'fifth' };
const LEARNED = ['first', 'second', 'third'];
/** A feature counts that so many passages have, or the same in another language. */
const FEWEST = 3;
const EPOCHS = 16;
const RATE = 0.3;
const DECAY = 1e-4;
const FOLDS = 5;
const SEED = 42;
/** What a passage of another indicator weighs, as it may well bear on this one too, and a sentence of the news. */
const [ELSEWHERE, PLAIN] = [0.5, 0.25];
/** Log odds; see `BearingWeights`. */
const [LEAST, VETO] = [-0.8, -5];
/** Steps in one unit of a weight. */
const STEPS = 32;
/** The share of what would be proposed that may be passed over for want of a telling word. */
const PASSED = 0.002;

/** A part of a sentence that is scored by itself. */
interface Part {
  readonly edges: Edges;
  readonly features: readonly number[];
  readonly scale: number;
}

interface Passage {
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

const raw = await loadLexicons();
const { values } = parseArgs({
  options: {
    plain: { type: 'string', multiple: true, default: [] },
    without: { type: 'string', default: '' },
    dry: { type: 'boolean' },
  },
});
let groups = 0;

/** Patterns were fitted to the sets beside `learn`: what they find there proves nothing, and is left out. */
function passage(
  text: string,
  language: string,
  about: Pick<Passage, 'group' | 'about' | 'labels' | 'weight'>,
  ruled = true,
): Passage {
  const it = tokenise(text, lexiconOf(language, raw[language]));
  const parts = it.sentences.flatMap(sentence => {
    const hits = termsIn(it, sentence);
    const found = ruled ? patternsIn(it, sentence, hits) : [];
    const rules = found.map(({ element, direction }) => hashOf(`${element} ${direction}`));
    return partsOf(it, sentence).map((edges): Part => {
      const seen = new Set<number>();
      featuresIn(it, edges, termsWithin(hits, edges), rules, feature => seen.add(feature));
      return { edges, features: [...seen], scale: loudness(edges) };
    });
  });
  return { ...about, language, text, parts, stems: it.stems };
}

const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n');
const labelsOf = (sign: string | undefined, element: string) =>
  sign === '+' ? [`${element} supports`] : sign === '-' ? [`${element} rebuts`] : [];

/** A line is a sign and the same pattern in three languages, `{one/other}` where words may be exchanged. */
function written(): Passage[] {
  const random = randomOf(7);
  const folder = join(CASES, 'learn');
  return readdirSync(folder)
    .sort()
    .flatMap(file => {
      let element = '';
      return linesOf(join(folder, file)).flatMap(line => {
        if (line.startsWith('# ')) {
          element = `ilo11.${line.slice(2)}`;
          return [];
        }
        groups += 1;
        const about = { group: groups, about: element, labels: labelsOf(line[0], element) };
        const patterns = line.slice(2).split(' | ');
        if (patterns.length !== LANGUAGES.length) throw new Error(`${file}: not in three languages: ${line}`);
        return patterns.flatMap((pattern, at) => {
          const variants = variantsOf(pattern, random);
          const weight = (1 + 0.25 * (variants.length - 1)) / variants.length;
          return variants.map(text => passage(text, LANGUAGES[at] as string, { ...about, weight }));
        });
      });
    });
}

function setOf(folder: string, language: string): Passage[] {
  let element = '';
  return linesOf(join(CASES, folder, `${language}.txt`)).flatMap(line => {
    if (line.startsWith('# ')) element = `ilo11.${line.slice(2)}`;
    if (line.startsWith('#') || line === '' || element.startsWith('ilo11.promise')) return [];
    groups += 1;
    const about = { group: groups, about: element, labels: labelsOf(line[0], element), weight: 1 };
    return [passage(line.slice(2), language, about, false)];
  });
}

function news(): Passage[] {
  return values.plain.flatMap(it => {
    const [language = '', file = ''] = it.split('=');
    return linesOf(file).map(text => {
      groups += 1;
      return passage(text, language, { group: groups, about: null, labels: [], weight: PLAIN });
    });
  });
}

/** A row of weights for each feature, one for each output. */
class Model {
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

/** Whether what models propose of passages they had not seen is right, by log odds. */
function outcomes(passages: readonly Passage[]): [number, boolean][] {
  const all: [number, boolean][] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = new Model(passages.filter(({ group }) => group % FOLDS !== fold));
    for (const it of passages.filter(({ group, about }) => about && group % FOLDS === fold)) {
      const odds = model.odds(it);
      for (const [output, own] of odds.entries())
        if (own >= LEAST && own > (odds[output ^ 1] as number))
          all.push([own, it.labels.includes(OUTPUTS[output] as string)]);
    }
  }
  return all;
}

const base64 = (bytes: ArrayBufferView) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** One weight for each stem: whether it tells of anything at all. */
function tellingIn(passages: readonly Passage[]): Int8Array {
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

/** As `bearingWeights` reads it. */
function packed(model: Model, passages: readonly Passage[], calibration: object) {
  const kept = [...model.rows]
    .map(([feature, row]) => {
      const steps = Array.from(row, weight => Math.max(-127, Math.min(127, Math.round(weight * STEPS))));
      return { feature, pairs: steps.flatMap((step, output) => (Math.abs(step) > 1 ? [output, step] : [])) };
    })
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => a.feature - b.feature);
  const telling = tellingIn(passages);
  const sums = passages
    .filter(it => it.labels.length > 0)
    .map(it => Math.max(...it.parts.map(({ edges }) => tellingOf(it.stems, edges, telling))))
    .sort((a, b) => a - b);
  return {
    outputs: OUTPUTS,
    bias: Array.from(model.bias, bias => Number(bias.toFixed(3))),
    ...{
      step: 1 / STEPS,
      least: LEAST,
      veto: VETO,
      enough: Math.floor(sums[Math.floor(sums.length * PASSED)] ?? 0) - STEPS,
    },
    calibration,
    keys: base64(Int32Array.from(kept, ({ feature }) => feature)),
    counts: base64(Uint8Array.from(kept, ({ pairs }) => pairs.length / 2)),
    pairs: base64(Int8Array.from(kept.flatMap(({ pairs }) => pairs))),
    telling: base64(telling),
  };
}

const unseen = values.without.split(',');
const passages = [
  ...written(),
  ...LEARNED.filter(set => !unseen.includes(set)).flatMap(set =>
    LANGUAGES.flatMap(language => setOf(SETS[set as keyof typeof SETS], language)),
  ),
  ...news(),
];
const model = new Model(passages);
const bearings = packed(model, passages, values.dry ? [] : calibrated(outcomes(passages)));
const json = `${JSON.stringify(bearings)}\n`;
process.stdout.write(`${passages.length} passages, ${json.length} bytes, enough ${bearings.enough}\n`);
for (const [set, folder] of Object.entries(SETS)) {
  if (!existsSync(join(CASES, folder, 'en.txt'))) continue;
  const figures = LANGUAGES.map(language => {
    let [right, wrong, missed] = [0, 0, 0];
    const lexicons = { [language]: { ...(raw[language] as object) }, shared: { bearings } };
    for (const { text, about, labels } of setOf(folder, language)) {
      const found = read(text, lexicons, language).bearings.filter(it => it.element === about);
      const names = found.map(it => `${it.element} ${it.direction}`);
      if (labels.some(label => names.includes(label))) right += 1;
      else missed += labels.length;
      if (names.some(name => !labels.includes(name))) wrong += 1;
    }
    return `${language} ${(right / (right + wrong)).toFixed(2)}/${(right / (right + missed)).toFixed(2)}`;
  });
  process.stdout.write(`${set}: precision/recall ${figures.join(', ')}\n`);
}
if (!values.dry) writeFileSync(OUT, json);
