/**
 * Learns what speaks for or against an indicator from passages written for the project, and writes it beside the
 * lexicons. Deterministic: the same passages give the same bytes.
 *
 *     node scripts/learn-bearings.ts [--plain en=FILE --plain es=FILE --plain pt=FILE] [--without second,third] [--dry]
 *
 * It learns from `test/cases/bearings/learn` and the first five sets beside it, never from the sixth. A plain file
 * holds news of other things, a sentence a line. What each set gives is printed; `--without` keeps sets unseen.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featuresIn, loudness, partsOf, tellingOf } from '#evidence/reading/bearing-scores.ts';
import { patternsIn, termsIn, termsWithin } from '#evidence/reading/bearings.ts';
import { lexiconOf } from '#evidence/reading/lexicon.ts';
import { read } from '#evidence/reading/reading.ts';
import { tokenise } from '#evidence/reading/tokens.ts';
import { hashOf } from '#evidence/reading/vocabulary.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { Model, OUTPUTS, type Part, type Passage, STEPS, tellingIn } from './bearing-model.ts';
import { calibrated } from './calibrated.ts';
import { randomOf, variantsOf } from './variants.ts';

const LANGUAGES = ['en', 'es', 'pt'];
const CASES = join(import.meta.dirname, '../test/cases/bearings');
const OUT = join(import.meta.dirname, '../lexicons/bearings.json');
const SETS = { first: '', second: 'second', third: 'third', fourth: 'fourth', fifth: 'fifth' };
const LEARNED = ['first', 'second', 'third', 'fourth', 'fifth'];
const FOLDS = 5;
/** What a sentence of the news weighs. */
const PLAIN = 0.25;
/** Log odds; see `BearingWeights`. */
const [LEAST, VETO] = [-1.3, -5];
/** The share of what would be proposed that may be passed over for want of a telling word. */
const PASSED = 0.002;

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
