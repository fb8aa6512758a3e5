/** `probanza population`: the size of a group from overlapping lists, every method beside the others. */
import { oneOf, refused } from '#cli/choices.ts';
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { readFileBytes } from '#evidence/sources/sources.ts';
import {
  type Estimate,
  type Histories,
  LEVELS,
  METHODS,
  type Method,
  MOST_UNSEEN,
  population,
  type Range,
  readHistories,
} from '#numbers/population/population.ts';
import { formatNumber, type Language, say as sentence } from '#words/language.ts';
import { populationNotes, populationWords as words } from '#words/population.ts';
import { tableWords } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const [file, more] = context.args;
  if (file === undefined || more !== undefined)
    throw new Problem('usage.missing', { where: 'population', what: 'FILE' });
  const asked = oneOf(context, 'method', ['all', ...METHODS], true);
  const method = asked === 'all' ? undefined : asked;
  const level = levelOf(context.text('level'));
  const cap = within(context, 'cap', 1, MOST_UNSEEN);
  const resamples = within(context, 'resamples', 0, MOST_RESAMPLES);
  const seed = within(context, 'seed', 0, MOST_SEED);
  const found = readHistories(new TextDecoder().decode(await readFileBytes(file)), file);
  const onStep = context.io.stderr.isTTY ? progress(context) : undefined;
  const rows = population(found, { method, level, cap, resamples, seed, onStep });
  if (onStep) context.io.stderr.write(CLEAR);
  context.print(rows, () => printed(found, rows, context.language));
  return undefined;
}

function levelOf(asked: string | undefined): number | undefined {
  if (asked === undefined) return undefined;
  if (LEVELS.includes(Number(asked))) return Number(asked);
  throw refused('level', asked, LEVELS.join(', '));
}

const MOST_RESAMPLES = 1_000_000;
const MOST_SEED = 2 ** 31 - 1;

function within(context: Context, option: string, least: number, most: number): number | undefined {
  const asked = context.text(option);
  if (asked === undefined) return undefined;
  if (/^\d+$/.test(asked) && Number(asked) >= least && Number(asked) <= most) return Number(asked);
  throw refused(option, asked, `${least} … ${most}`);
}

const CLEAR = '\r\u001b[K';

/** One line that is renewed; an interrupt ends the command as it is. */
function progress({ io, language }: Context): (method: Method, done: number, of: number) => void {
  return (method, done, of) => {
    const limit = formatNumber(Math.floor((100 * done) / of), language);
    io.stderr.write(`${CLEAR}${sentence(words.working, language, { what: method, limit })}`);
  };
}

function printed(found: Histories, rows: readonly Estimate[], language: Language): string {
  const say = (n: number | null) => (n === null ? '–' : formatNumber(Math.round(n), language));
  const notes = (row: Estimate) =>
    [
      ...row.refused.map(it => `${words.refused[language]}: ${populationNotes[it][language]}`),
      ...row.warnings.map(it => populationNotes[it][language]),
    ].join('; ');
  const head = [words.method, words.estimate, words.interval, words.models, tableWords.why].map(
    it => it[language],
  );
  const body = rows.map(row => [
    row.choice ? `${row.method}, ${words.choices[row.choice][language]}` : row.method,
    say(row.estimate),
    row.intervals.map(it => ranged(it, say, language)).join('; ') || '–',
    row.models
      .slice(0, 4)
      .map(it => `${it.model} ${say(it.estimate)}`)
      .join('; '),
    notes(row),
  ]);
  const seen = sentence(words.seen, language, {
    what: say(found.observed),
    where: String(found.lists.length),
    limit: found.sha256.slice(0, 16),
  });
  return `${seen}\n${table(head, body)}\n${words.critique[language]}`;
}

function ranged(
  { kind, low, high, errors }: Range,
  say: (n: number | null) => string,
  language: Language,
): string {
  const end = (n: number | null, error: number | undefined) =>
    error === undefined ? say(n) : `${say(n)} ± ${say(error)}`;
  const upper = high === null ? '∞' : end(high, errors?.[1]);
  return `${words.kinds[kind][language]} ${end(low, errors?.[0])} – ${upper}`;
}
