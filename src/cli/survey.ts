/** `probanza survey`: what interviews say of a population, or of those who answered alone. */
import { readFile } from 'node:fs/promises';
import { compileSql, findStandard, loadStandards, type Standard } from '#assessment/standards/standards.ts';
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Dataset, openDataset } from '#evidence/datasets/datasets.ts';
import {
  type Asked,
  answerSql,
  type Cell,
  checkCodes,
  checkNumbers,
  columnsOf,
  type Design,
  elementSql,
  hasColumns,
  INTERVALS,
  interviews,
  LONELY,
  type Mapping,
  type Margins,
  numberSql,
  type Question,
  REPLICATES,
  type Request,
  type Row,
  readMapping,
  strangers,
  survey,
  unknownSql,
} from '#numbers/survey/survey.ts';
import { formatNumber, type Language, say as sentence } from '#words/language.ts';
import { surveyNotes, surveyWords as words } from '#words/survey.ts';

export async function run(context: Context): Promise<undefined> {
  const [file, more] = context.args;
  if (file === undefined || more !== undefined)
    throw new Problem('usage.missing', { where: 'survey', what: 'FILE' });
  const mapping = await mappingOf(context);
  const dataset = await openDataset(file);
  try {
    const { asked, question, standard } = await questionOf(context, dataset, mapping);
    const design = designOf(context, dataset);
    const found = await interviews(dataset, design, question);
    const request: Request = {
      asked,
      domains: found.domains,
      compare: compareOf(context, found.domains),
      interval: choice(context, 'interval', INTERVALS) ?? 'logit',
      level: Number(choice(context, 'level', ['0.95', '0.9', '0.8']) ?? '0.95'),
      frame: context.text('frame') ?? mapping.survey?.frame ?? null,
      sizes: found.sizes,
      lonely: choice(context, 'lonely', LONELY) ?? 'fail',
      by: choice(context, 'variance', ['taylor', ...REPLICATES] as const) ?? 'taylor',
      margins: marginsOf(context, found.cells),
    };
    const rows = survey(found.cells, request).map(row =>
      standard ? { ...row, standard: ruled(standard), unasked: mapping.unasked ?? 'unknown' } : row,
    );
    context.print(rows, () => printed(rows, request, standard, mapping, context.language));
    return undefined;
  } finally {
    await dataset.close();
  }
}

async function mappingOf(context: Context): Promise<Mapping> {
  const file = context.text('map');
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem('file.missing', { what: file, where: file });
  });
  return readMapping(text, file);
}

interface Asks {
  readonly asked: Asked;
  readonly question: Question;
  readonly standard: Standard | null;
}

async function questionOf(context: Context, dataset: Dataset, mapping: Mapping): Promise<Asks> {
  const given = ['positive', 'mean', 'total', 'ratio', 'standard'].filter(
    it => context.text(it) !== undefined,
  );
  const [kind] = given;
  if (
    given.length !== 1 ||
    (kind === 'standard') !== (context.text('map') !== undefined && kind === 'standard')
  )
    throw new Problem('survey.asked', {});
  if (kind === 'standard') return classified(context, dataset, mapping);
  const column = context.need(kind as string);
  const over = context.text('over');
  if ((kind === 'ratio') !== (over !== undefined)) throw new Problem('survey.asked', {});
  hasColumns(dataset, [column, over]);
  if (kind === 'positive') {
    const coded = mapping.codes?.[column];
    await checkCodes(dataset, column, unknownSql(column, coded));
    const y = `CAST(${answerSql(column, coded)} AS INTEGER)`;
    return { asked: 'share', question: { y }, standard: null };
  }
  await checkNumbers(dataset, column);
  if (over !== undefined) await checkNumbers(dataset, over);
  const x = over === undefined ? undefined : numberSql(over);
  return { asked: kind as Asked, question: { y: numberSql(column), x }, standard: null };
}

/** Each respondent by the compiled rule; every column and code of the mapping is checked first. */
async function classified(context: Context, dataset: Dataset, mapping: Mapping): Promise<Asks> {
  const standard = findStandard(await loadStandards(), context.need('standard'));
  const [stranger] = strangers(mapping, standard);
  if (stranger !== undefined) throw new Problem('mapping.element', { what: stranger, where: standard.id });
  const bound = columnsOf(mapping);
  hasColumns(
    dataset,
    bound.map(it => it.column),
  );
  for (const { column, coded } of bound) await checkCodes(dataset, column, unknownSql(column, coded));
  return { asked: 'share', question: { y: compileSql(standard, elementSql(mapping)) }, standard };
}

function designOf(context: Context, dataset: Dataset): Design {
  const [fpc, fpc2] = (context.text('fpc') ?? '').split(',');
  const single = context.text('fpc');
  const both = single !== undefined && !dataset.columns.includes(single) && fpc2 !== undefined;
  return {
    weight: context.text('weight'),
    strata: context.text('strata'),
    psu: context.text('psu'),
    stage2: context.text('stage2'),
    fpc: both ? fpc : single,
    fpc2: context.text('fpc2') ?? (both ? fpc2 : undefined),
    by: context.text('by'),
    margins: context.texts('margin').map(it => it.split('=')[0] ?? ''),
  };
}

/** `--margin COL=VALUE:PEOPLE,VALUE:PEOPLE` */
function marginsOf(context: Context, cells: readonly Cell[]): Margins {
  if (cells.length === 0) return [];
  return context.texts('margin').map(asked => {
    const totals = asked.slice(asked.indexOf('=') + 1).split(',');
    return new Map(
      totals.map(it => {
        const at = it.lastIndexOf(':');
        const people = Number(it.slice(at + 1));
        if (at < 1 || !(people > 0)) throw refused('margin', asked, 'COL=VALUE:PEOPLE,…');
        return [it.slice(0, at), people];
      }),
    );
  });
}

function compareOf(context: Context, domains: readonly string[]): [string, string] | null {
  const asked = context.text('compare');
  if (asked === undefined) return null;
  for (const a of domains) for (const b of domains) if (a !== b && asked === `${a},${b}`) return [a, b];
  throw refused('compare', asked, domains.slice(0, 20).join(', '));
}

function choice<T extends string>(context: Context, option: string, allowed: readonly T[]): T | undefined {
  const asked = context.text(option);
  const found = allowed.find(it => it === asked);
  if (asked !== undefined && !found) throw refused(option, asked, allowed.join(', '));
  return found;
}

function refused(option: string, what: string, allowed: string): Problem {
  return new Problem('usage.value', { what, where: `--${option} (${allowed})` });
}

function ruled({ id, version, sha256 }: Standard) {
  return { id, version, sha256 };
}

function printed(
  rows: readonly Row[],
  request: Request,
  standard: Standard | null,
  mapping: Mapping,
  language: Language,
): string {
  const share = request.asked === 'share';
  const say = (n: number | null) =>
    n === null ? '–' : share ? percent(n, language) : formatNumber(rounded(n), language);
  const head = [words.domain, words.n, words.missing, words.estimate, words.interval, words.deff].map(
    it => it[language],
  );
  const body = rows.map(row => [
    row.domain || words.all[language],
    row.suppressed ? '< 10' : formatNumber(row.n, language),
    row.suppressed ? '–' : formatNumber(row.missing, language),
    say(row.estimate),
    row.low === null || row.high === null ? '–' : `${say(row.low)} – ${say(row.high)}`,
    row.deff === null ? '–' : formatNumber(rounded(row.deff), language),
  ]);
  const notes = [...new Set(rows.flatMap(it => it.notes))].map(it => `· ${surveyNotes[it][language]}`);
  const bounds = rows.flatMap(row =>
    row.bounds
      ? [
          `· ${row.domain || words.all[language]}: ${words.bounds[language]}: ${say(row.bounds.low)}, ${say(row.bounds.high)}`,
        ]
      : [],
  );
  const whom =
    request.frame === null
      ? words.of.respondents[language]
      : sentence(words.of.population, language, { what: request.frame });
  const rule = standard
    ? [
        sentence(words.rule, language, {
          what: standard.title[language],
          where: standard.version,
          limit: standard.sha256.slice(0, 12),
        }),
        words.unasked[mapping.unasked ?? 'unknown'][language],
      ]
    : [];
  return [whom, ...rule, table(head, body), ...notes, ...bounds].join('\n');
}

function percent(share: number, language: Language): string {
  return `${formatNumber(Math.round(share * 1000) / 10, language)} %`;
}

/** Four figures that mean something. */
function rounded(n: number): number {
  return Number(n.toPrecision(n >= 1000 ? 6 : 4));
}
