/**
 * Learns the weights of reading from labelled texts, and writes them beside the lexicons. Deterministic: the same
 * texts give the same bytes. Run once when labels or features change; reading itself only reads what it writes.
 *
 *     node scripts/learn.ts --en TRAIN.jsonl --held DEV.jsonl --es ES.jsonl --pt PT.jsonl
 *                           [--trees es=FILE --trees pt=FILE] [--folds FILE] [--dry]
 *
 * A line is `{docId, text, quotes: [{spans, speakerSpans, verbSpans}], ignore: [[start, end]]}`, UTF-16 offsets.
 * One table of weights is shared by all languages; beside it each language has its own, and what reading uses is
 * their sum. A language without labels reads with the shared table. Confidence is calibrated on texts that were not
 * learned from: the held ones for English, five folds for the others.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import {
  attributionsIn,
  type Choice,
  contentChoice,
  cueFroms,
  cueLasts,
  isCandidate,
  speakerChoice,
} from '#evidence/reading/attribution.ts';
import { classSet, FIRST_CUE } from '#evidence/reading/classes.ts';
import { lexiconOf } from '#evidence/reading/lexicon.ts';
import { type Lexicons, read } from '#evidence/reading/reading.ts';
import { Features, PLACES, place, type Sink } from '#evidence/reading/scores.ts';
import { type Edges, sentenceAt, type Tokens, tokenise } from '#evidence/reading/tokens.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { calibrated } from './calibrated.ts';

type Span = readonly [number, number];
interface Label {
  readonly start: number;
  readonly end: number;
  readonly spans?: Span[];
  readonly speakerSpans?: Span[];
  readonly verbSpans?: Span[];
}
interface Labelled {
  readonly docId: string;
  readonly text: string;
  readonly quotes: Label[];
  readonly ignore?: Span[];
}

/** One decision: features of each choice, and the choice that is right. */
type Lesson = { readonly tables: readonly string[]; readonly weight: number } & (
  | { readonly kind: 'whether'; readonly features: Int32Array; readonly right: 0 | 1 }
  | { readonly kind: 'which'; readonly choices: Int32Array[]; readonly right: number }
  | {
      readonly kind: 'pair';
      readonly none: Int32Array;
      readonly firsts: Int32Array[];
      readonly lasts: Int32Array[];
      readonly pairs: (readonly [first: number, last: number, features: Int32Array])[];
      /** −1: none. */
      readonly right: number;
    }
);

/** Weights are kept in sixteenths; smaller ones than this many are noise and left out. */
const SCALE = 16;
const LEAST = 3;
const EPOCHS = 4;
/** Of each epoch but the first. */
const SNAPSHOTS = 8;
const RATE = 0.1;
const SEED = 42;
/** Which tables beside the shared one a language learns in; Spanish and Portuguese have few labels and learn together. */
const TABLES: Readonly<Record<string, readonly string[]>> = { en: ['en'], es: ['romance'], pt: ['romance'] };
const WEIGHT: Readonly<Record<string, number>> = { en: 0.5, es: 1.5, pt: 1.5 };
/** What a label of a further treebank weighs beside those of the folds. */
const TREES = 0.4;
/**
 * Log odds above which a cue of a kind is proposed: of what is said few are missed, of what is meant only the sure;
 * `inner` stands in another's content; `surety` is the share in which a sure content counts for its cue.
 */
const ENGLISH = {
  ...{ say: -1.4, label: -1.1, according: -3, noun: -0.2, judge: 0.4, ask: 0.4, show: 0.6, colon: 0.4 },
  ...{ attitude: 2, reaction: -0.8, asking: -2, 'says-as': -4, inner: 3, other: 1.3, surety: 0.1 },
};
const ROMANCE = {
  ...{ say: -0.4, label: -0.9, according: -1, noun: -0.2, judge: 0.4, show: -0.4, think: -0.4, colon: 0.4 },
  ...{ ask: -0.8, inner: 1, other: 1.3, surety: 0 },
};
/** With fewer labels fewer cues are sure. */
const SPANISH = { ...ROMANCE, say: -1.2, ask: -1.2, show: -1.2, according: -0.2, think: 0 };
const THRESHOLDS: Readonly<Record<string, object>> = {
  shared: ENGLISH,
  en: ENGLISH,
  es: SPANISH,
  pt: ROMANCE,
};

class List implements Sink {
  #list: number[] = [];
  add(template: number, a: number, b: number): void {
    this.#list.push(place(template, a, b));
  }
  take(): Int32Array {
    const list = Int32Array.from(this.#list);
    this.#list = [];
    return list;
  }
}

class Learner {
  #moments = 0;
  readonly #tables = new Map<string, { weights: Float32Array; squares: Float32Array; sum: Float64Array }>();

  #table(name: string) {
    const known = this.#tables.get(name) ?? {
      weights: new Float32Array(PLACES),
      squares: new Float32Array(PLACES),
      sum: new Float64Array(PLACES),
    };
    this.#tables.set(name, known);
    return known;
  }

  learn(lessons: readonly Lesson[]): void {
    const order = lessons.map((_, index) => index);
    const random = randomOf(SEED);
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = Math.floor(random() * (at + 1));
        [order[at], order[other]] = [order[other] as number, order[at] as number];
      }
      for (const [done, index] of order.entries()) {
        this.#step(lessons[index] as Lesson);
        if (epoch > 0 && done % Math.ceil(order.length / SNAPSHOTS) === 0) this.#remember();
      }
    }
  }

  /** The mean over many moments of learning swings less with the order of the lessons than where it ends. */
  #remember(): void {
    this.#moments += 1;
    for (const { weights, sum } of this.#tables.values())
      for (let at = 0; at < PLACES; at += 1) sum[at] = (sum[at] as number) + (weights[at] as number);
  }

  /** What reading uses: shared and own weights together, in whole parts. */
  table(names: readonly string[] = []): Int8Array {
    const tables = ['shared', ...names].map(name => this.#table(name).sum);
    return Int8Array.from({ length: PLACES }, (_, at) => {
      const sum = tables.reduce((total, table) => total + (table[at] as number), 0);
      const value = Math.max(-127, Math.min(127, Math.round((sum / this.#moments) * SCALE)));
      return Math.abs(value) < LEAST ? 0 : value;
    });
  }

  #step(lesson: Lesson): void {
    const tables = ['shared', ...lesson.tables].map(name => this.#table(name));
    const dot = (features: Int32Array) => {
      let sum = 0;
      for (const { weights } of tables) for (const at of features) sum += weights[at] as number;
      return sum;
    };
    /** AdaGrad: often seen features move less. */
    const move = (features: Int32Array, error: number) => {
      if (Math.abs(error) < 1e-3) return;
      for (const { weights, squares } of tables)
        for (const at of features) {
          const slope = error * lesson.weight + 1e-6 * (weights[at] as number);
          squares[at] = (squares[at] as number) + slope * slope;
          weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt((squares[at] as number) + 1e-2);
        }
    };
    if (lesson.kind === 'whether') {
      move(lesson.features, 1 / (1 + Math.exp(-dot(lesson.features))) - lesson.right);
      return;
    }
    if (lesson.kind === 'which') {
      const shares = softmax(lesson.choices.map(dot));
      for (const [at, choice] of lesson.choices.entries())
        move(choice, (shares[at] as number) - (at === lesson.right ? 1 : 0));
      return;
    }
    const firsts = lesson.firsts.map(dot);
    const lasts = lesson.lasts.map(dot);
    const scores = lesson.pairs.map(([a, b, own]) => (firsts[a] as number) + (lasts[b] as number) + dot(own));
    const shares = softmax([...scores, dot(lesson.none)]);
    const errors = shares.map(
      (share, at) => share - (at === (lesson.right < 0 ? scores.length : lesson.right) ? 1 : 0),
    );
    const before = new Float64Array(firsts.length);
    const after = new Float64Array(lasts.length);
    move(lesson.none, errors.at(-1) as number);
    for (const [at, [a, b, own]] of lesson.pairs.entries()) {
      const error = errors[at] as number;
      before[a] = (before[a] as number) + error;
      after[b] = (after[b] as number) + error;
      move(own, error);
    }
    for (const [at, features] of lesson.firsts.entries()) move(features, before[at] as number);
    for (const [at, features] of lesson.lasts.entries()) move(features, after[at] as number);
  }
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map(score => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map(power => power / sum);
}

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const TRAILING = classSet('comma stop colon semicolon dash');

function lessonsOf(document: Labelled, language: string, raw: unknown, share = 1): Lesson[] {
  const it = tokenise(document.text, lexiconOf(language, raw));
  const features = new Features(it);
  const sink = new List();
  const about = { tables: TABLES[language] ?? [language], weight: (WEIGHT[language] ?? 1) * share };
  const lessons: Lesson[] = [];
  const heads = new Map<number, { label: Label; cue: Edges }>();
  for (const label of document.quotes) {
    const cue = rangeOf(it, label.verbSpans?.[0]);
    const head = cue ? headOf(it, cue) : undefined;
    if (cue && head !== undefined && !heads.has(head)) heads.set(head, { label, cue });
  }
  const unsure = rangesOf(it, document.ignore);
  for (const sentence of it.sentences) {
    features.within(sentence);
    for (let at = sentence.from; at < sentence.to; at += 1) {
      if (!isCandidate(it, at)) continue;
      if (!heads.has(at) && unsure.some(range => at >= range.from - 4 && at < range.to + 4)) continue;
      features.cue(sink, at, sentence);
      lessons.push({ ...about, kind: 'whether', features: sink.take(), right: heads.has(at) ? 1 : 0 });
    }
  }
  const taken = (add: () => void) => {
    add();
    return sink.take();
  };
  const which = (places: readonly number[], right: number, add: (at: number) => void) => {
    const index = places.indexOf(right);
    const choices = places.map(at => taken(() => add(at)));
    if (index >= 0) lessons.push({ ...about, kind: 'which', choices, right: index });
  };
  const pair = (choice: Choice, right: Edges | null) => {
    const pairs: [number, number, Int32Array][] = [];
    let index = -1;
    for (const [i, a] of choice.firsts.entries())
      for (const [j, b] of choice.lasts.entries()) {
        if (!choice.fits(a, b)) continue;
        if (right && a === right.from && b === right.to - 1) index = pairs.length;
        pairs.push([i, j, taken(() => choice.pair(sink, a, b))]);
      }
    const lesson = {
      none: taken(() => choice.none(sink)),
      firsts: choice.firsts.map(at => taken(() => choice.first(sink, at))),
      lasts: choice.lasts.map(at => taken(() => choice.last(sink, at))),
    };
    // what is right but no candidate teaches nothing
    if (!right || index >= 0) lessons.push({ ...about, kind: 'pair', ...lesson, pairs, right: index });
  };
  for (const [head, { label, cue: range }] of heads) {
    const sentence = sentenceAt(it, head) as Edges;
    features.within(sentence);
    const cue = { head, from: range.from, last: range.to - 1 };
    if (label.verbSpans?.length === 1) {
      which(cueFroms(it, head, sentence), cue.from, at => features.cueFrom(sink, at, head));
      which(cueLasts(it, head, sentence), cue.last, at => features.cueLast(sink, at, head));
    }
    const source = nearest(
      rangesOf(it, label.speakerSpans).map(edges => trimmed(it, edges)),
      cue,
    );
    pair(speakerChoice(it, features, cue, sentence), source);
    const contents = rangesOf(it, label.spans?.length ? label.spans : [[label.start, label.end]]);
    for (const side of [0, 1])
      pair(
        contentChoice(it, features, cue, source, side, sentence),
        contentOn(it, contents, cue, side, sentence),
      );
  }
  return lessons;
}

function rangesOf(it: Tokens, spans: readonly Span[] = []): Edges[] {
  return spans.map(span => rangeOf(it, span)).filter(range => range !== null);
}

function rangeOf(it: Tokens, span: Span | undefined): Edges | null {
  if (!span) return null;
  const from = it.ends.findIndex(end => end > span[0]);
  let to = from;
  while (from >= 0 && to < it.tokens.length && (it.starts[to] ?? 0) < span[1]) to += 1;
  return from >= 0 && to > from ? { from, to } : null;
}

/** The token by which a cue is told: the first that the lexicon knows as one. */
function headOf(it: Tokens, { from, to }: Edges): number | undefined {
  const all = Array.from({ length: to - from }, (_, index) => from + index);
  return all.find(at => (it.classes[at] as number) >= FIRST_CUE) ?? all.find(at => isCandidate(it, at));
}

function trimmed(it: Tokens, { from, to }: Edges): Edges {
  let [first, after] = [from, to];
  while (after > first + 1 && TRAILING[it.classes[after - 1] as number]) after -= 1;
  while (after > first + 1 && TRAILING[it.classes[first] as number]) first += 1;
  return { from: first, to: after };
}

function nearest(ranges: readonly Edges[], cue: { from: number; last: number }): Edges | null {
  const gap = (it: Edges) => Math.min(Math.abs(it.to - cue.from), Math.abs(it.from - cue.last));
  return ranges.toSorted((a, b) => gap(a) - gap(b))[0] ?? null;
}

/** The content before the cue or after it, as far as the sentence holds it; a quotation as a whole. */
function contentOn(
  it: Tokens,
  contents: readonly Edges[],
  cue: { from: number; last: number },
  side: number,
  { from, to }: Edges,
): Edges | null {
  const parts = contents.filter(part => (side ? part.from > cue.last : part.to <= cue.from));
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const whole = side && parts.length > 1 && first.from < to ? first : { from: first.from, to: last.to };
  let after = whole.to;
  while (
    after > whole.from + 1 &&
    TRAILING[it.classes[after - 1] as number] &&
    (it.quoteOf[after - 1] as number) < 0
  )
    after -= 1;
  const quote = it.quotes[it.quoteOf[after - 1] as number];
  const begins = !side && quote && whole.from === from && quote.from < from ? quote.from : whole.from;
  return { from: begins, to: after };
}

/** Lexicons that read with a table: compiled once, and not for each document. */
function lexiconsWith(language: string, table: Int8Array): Lexicons {
  const learned = { table, scale: SCALE, thresholds: THRESHOLDS[language] };
  return { [language]: { ...(raw[language] as object), learned } };
}

function outcomes(documents: readonly Labelled[], language: string, lexicons: Lexicons): [number, boolean][] {
  const lexicon = lexiconOf(language, lexicons[language]);
  const { weights, threshold } = lexicon;
  if (!weights) return [];
  return documents.flatMap(document => {
    const it = tokenise(document.text, lexicon);
    const unsure = rangesOf(it, document.ignore);
    const labels = document.quotes.map(label => ({
      contents: rangesOf(it, label.spans?.length ? label.spans : [[label.start, label.end]]),
      sources: rangesOf(it, label.speakerSpans),
    }));
    return attributionsIn(it, weights, threshold)
      .filter(({ contents }) => !contents.some(part => unsure.some(range => meets(part, range))))
      .map(({ contents, speaker, score, margin }): [number, boolean] => {
        const right = labels.some(
          label =>
            label.contents.some(part => contents.some(other => meets(part, other))) &&
            (speaker ? label.sources.some(source => meets(source, speaker)) : label.sources.length === 0),
        );
        return [Math.min(score, margin), right];
      });
  });
}

function predicted(document: Labelled, language: string, lexicons: Lexicons): string {
  const { claims } = read(document.text, lexicons, language);
  const quotes = claims
    .filter(it => it.cue !== null)
    .map(({ start, end, spans, speaker, cue }) => ({
      start,
      end,
      spans,
      speakerSpans: speaker ? [[speaker.start, speaker.end]] : [],
      verbSpans: cue ? [[cue.start, cue.end]] : [],
    }));
  return JSON.stringify({ docId: document.docId, quotes });
}

function meets(a: Edges, b: Edges): boolean {
  return a.from < b.to && b.from < a.to;
}

const { values } = parseArgs({
  options: {
    en: { type: 'string' },
    held: { type: 'string' },
    es: { type: 'string' },
    pt: { type: 'string' },
    trees: { type: 'string', multiple: true, default: [] },
    dry: { type: 'boolean' },
    folds: { type: 'string' },
  },
});
const folder = join(import.meta.dirname, '..', 'lexicons');
const raw = await loadLexicons();
const documentsIn = (file: string | undefined): Labelled[] =>
  file === undefined
    ? []
    : readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
const held = documentsIn(values.held);
const sets = (['en', 'es', 'pt'] as const).map(language => {
  const documents = documentsIn(values[language]);
  return { language, documents, lessons: documents.map(it => lessonsOf(it, language, raw[language])) };
});
/** Labels of treebanks (`scripts/treebank.ts`) teach every fold, and are in none. */
const trees = values.trees.flatMap(it => {
  const [language = '', file] = it.split('=');
  return documentsIn(file).flatMap(document => lessonsOf(document, language, raw[language], TREES));
});

const FOLDS = 5;
const seen: Record<string, [number, boolean][]> = { en: [], es: [], pt: [] };
const predictions: Record<string, string[]> = { es: [], pt: [] };
for (let fold = 0; fold < FOLDS; fold += 1) {
  const learner = new Learner();
  learner.learn([
    ...trees,
    ...sets.flatMap(({ language, lessons }) =>
      lessons.filter((_, at) => language === 'en' || at % FOLDS !== fold).flat(),
    ),
  ]);
  for (const { language, documents } of sets.filter(it => it.language !== 'en')) {
    const lexicons = lexiconsWith(language, learner.table(TABLES[language]));
    const own = documents.filter((_, at) => at % FOLDS === fold);
    seen[language]?.push(...outcomes(own, language, lexicons));
    predictions[language]?.push(...own.map(document => predicted(document, language, lexicons)));
  }
}
// what models that had not seen a document read in it, for the scorer
if (values.folds)
  for (const [language, lines] of Object.entries(predictions))
    writeFileSync(`${values.folds}-${language}.jsonl`, `${lines.join('\n')}\n`);
const learner = new Learner();
learner.learn([...trees, ...sets.flatMap(({ lessons }) => lessons.flat())]);
seen.en?.push(...outcomes(held, 'en', lexiconsWith('en', learner.table(TABLES.en))));
for (const language of ['shared', 'en', 'es', 'pt']) {
  const table = learner.table(TABLES[language]);
  const points = calibrated(language === 'shared' ? Object.values(seen).flat() : (seen[language] ?? []));
  const about = { scale: SCALE, thresholds: THRESHOLDS[language], calibration: points };
  const where = language === 'shared' ? folder : join(folder, language);
  const bytes = deflateRawSync(table, { level: 9 });
  process.stdout.write(
    `${language}: ${table.filter(weight => weight !== 0).length} weights, ${bytes.length} bytes, ${JSON.stringify(points)}\n`,
  );
  if (values.dry) continue;
  writeFileSync(join(where, 'weights.bin'), bytes);
  writeFileSync(join(where, 'weights.json'), `${JSON.stringify(about)}\n`);
}
