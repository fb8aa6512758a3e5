/**
 * Figures, measured on the public specification of Recognizers-Text (MIT), which stands outside the project; where it is
 * absent it says so. Of what is labelled with a number, the share that is read right; and figures in texts where nothing
 * is labelled. `SHOW=1` prints each fault.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FigureProposal, type Lexicons, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

const SPEC = join(import.meta.dirname, '../../shared/corpus/gold/figures-ms-spec.jsonl');

interface Entity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Null where a unit stands without a number: no figure. */
  readonly value: string | null;
  readonly unit: string | null;
}
interface Line {
  readonly lang: string;
  readonly model: string;
  readonly text: string;
  readonly entities: readonly Entity[];
}
type Right = (figure: FigureProposal, entity: Entity) => boolean;

/** What must agree for a figure to be read right, by the model of the specification. */
const KINDS: readonly (readonly [name: string, model: string, right: Right])[] = [
  ['numbers', 'NumberModel', isValue],
  ['percent', 'PercentModel', (it, entity) => isValue(it, entity) && it.unit === 'percent'],
  ['ranges and comparators', 'NumberRangeModel', hasEnds],
  ['currency', 'CurrencyModel', (it, entity) => isValue(it, entity) && isCurrency(it, entity)],
  ['dimensions', 'DimensionModel', isValue],
];

export async function figuresBench(): Promise<void> {
  if (!existsSync(SPEC)) {
    process.stdout.write('figures: skipped: no corpus\n');
    return;
  }
  const lexicons = await loadLexicons();
  const lines: Line[] = readFileSync(SPEC, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  for (const [name, model, right] of KINDS) {
    const scores = ['en', 'es', 'pt'].map(language => {
      const own = lines.filter(it => it.model === model && it.lang === language);
      return `${language} ${scored(own, lexicons, right)}`;
    });
    process.stdout.write(`figures, ${name}: ${scores.join('   ')}\n`);
  }
}

function scored(lines: readonly Line[], lexicons: Lexicons, right: Right): string {
  let [good, all, extra] = [0, 0, 0];
  for (const { lang, text, entities } of lines) {
    const { figures } = read(text, lexicons, lang);
    for (const entity of entities) {
      if (entity.value === null) continue;
      const near = figures.filter(it => it.start < entity.end && entity.start < it.end);
      const hit = near.some(it => right(it, entity));
      all += 1;
      if (hit) good += 1;
      else show(`${lang} “${entity.text}” ${entity.value} ${entity.unit ?? ''}`, near, text);
    }
    if (entities.length > 0) continue;
    extra += figures.length;
    if (figures.length > 0) show(`${lang} nothing labelled`, figures, text);
  }
  return `${((100 * good) / all).toFixed(1)} % of ${all}, ${extra} where nothing is labelled`;
}

function show(wanted: string, found: readonly FigureProposal[], text: string): void {
  if (!process.env.SHOW) return;
  const told = found.map(
    it => `${it.comparator} ${it.low}…${it.high} ${it.currency ?? ''} ${it.unit ?? ''} “${it.exact}”`,
  );
  process.stdout.write(`  ${wanted} | ${told.join('; ') || 'nothing'} | ${text.slice(0, 160)}\n`);
}

function same(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-6 * Math.max(1e-9, Math.abs(b));
}

function isValue(figure: FigureProposal, { value }: Entity): boolean {
  return same(figure.value, Number(value?.replace('%', '').replace(',', '.')));
}

/** “[20,30)”, “(100,)”: both ends. */
function hasEnds({ low, high }: FigureProposal, { value }: Entity): boolean {
  const [a = '', b = ''] = (value ?? '').slice(1, -1).split(',');
  return same(low, a === '' ? null : Number(a)) && same(high, b === '' ? null : Number(b));
}

/** The specification's names of currencies, as ISO 4217; a name of several countries' money leaves the country open. */
const NAMES: readonly (readonly [name: RegExp, code: string])[] = [
  [/canad/i, 'CAD'],
  [/austral/i, 'AUD'],
  [/zeland|zealand/i, 'NZD'],
  [/d[oó]l[al]/i, 'USD'],
  [/yuan/i, 'CNY'],
  [/yen/i, 'JPY'],
  [/euro/i, 'EUR'],
  [/pound|libra/i, 'GBP'],
  [/peso mexicano|mexican peso/i, 'MXN'],
  [/lira/i, 'TRY'],
  [/kip/i, 'LAK'],
  [/rupee/i, 'INR'],
  [/costa rica/i, 'CRC'],
];

function isCurrency({ currency, unit }: FigureProposal, entity: Entity): boolean {
  const code = NAMES.find(([name]) => name.test(entity.unit ?? ''))?.[1];
  return code ? currency === code : currency !== null || unit !== null;
}
