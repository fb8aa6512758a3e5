/** From a table of interviews to the sums of the survey, in one pass by SQL, after its columns were checked. */
import { Problem } from '#core/errors.ts';
import { type Dataset, named } from '#evidence/datasets/datasets.ts';
import type { Cell, Sizes } from '#numbers/survey/sums.ts';
import { secondKey } from '#numbers/survey/variance.ts';

/** Columns of the design; absent where the design has no such part. */
export interface Design {
  readonly weight?: string | undefined;
  readonly strata?: string | undefined;
  readonly psu?: string | undefined;
  readonly stage2?: string | undefined;
  readonly fpc?: string | undefined;
  readonly fpc2?: string | undefined;
  readonly by?: string | undefined;
  readonly margins: readonly string[];
  /** Whether clusters need not be told apart: no error is asked for, or each row is one and sums of squares tell it. */
  readonly pool: boolean;
}

/** What is summed: an SQL expression that is a number, or NULL where the answer is missing. */
export interface Question {
  readonly y: string;
  readonly x?: string | undefined;
  /** Whether y is 1, 0 or NULL alone: then its squares need no sum of their own. */
  readonly share: boolean;
  /** Tested in the same pass over the rows. */
  readonly checks: readonly Check[];
}

/** What no row may hold. */
export interface Check {
  readonly code: 'dataset.number' | 'survey.code' | 'survey.weight';
  readonly column: string;
  /** An SQL expression that is TRUE of a row at fault. */
  readonly bad: string;
}

export interface Interviews {
  readonly cells: readonly Cell[];
  readonly sizes: Sizes;
  /** Values of the domain's column, in their order; one that is missing stands as empty and has no row. */
  readonly domains: readonly string[];
}

/** Throws `dataset.column`, naming what there is. */
export function hasColumns(dataset: Dataset, columns: readonly (string | undefined)[]): void {
  for (const column of columns)
    if (column !== undefined && !dataset.columns.includes(column))
      throw new Problem('dataset.column', {
        where: dataset.name,
        what: column,
        limit: dataset.columns.slice(0, 40).join(', '),
      });
}

/**
 * A column as numbers; NULL where empty or no number. A comma stands before decimals where there is no point; where commas
 * separate the cells too, “1,234” could be either and is none.
 */
export function numberSql(column: string, { commas }: Pick<Dataset, 'commas'>): string {
  const text = `trim(${named(column)})`;
  const unclear = commas ? '' : `WHEN regexp_full_match(${text}, '-?[0-9]{1,3}(,[0-9]{3})+') THEN NULL`;
  const comma = `CASE WHEN contains(${text}, '.') THEN NULL ${unclear} ELSE replace(${text}, ',', '.') END`;
  const number = `coalesce(TRY_CAST(${named(column)} AS DOUBLE), TRY_CAST(${comma} AS DOUBLE))`;
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}

export function numberCheck(column: string, dataset: Dataset): Check {
  const bad = `trim(${named(column)}) <> '' AND ${numberSql(column, dataset)} IS NULL`;
  return { code: 'dataset.number', column, bad };
}

function weightCheck(column: string, dataset: Dataset): Check {
  return { code: 'survey.weight', column, bad: `coalesce(${numberSql(column, dataset)} > 0, FALSE) = FALSE` };
}

/** Throws what its columns deserve: `dataset.column`, `dataset.number`, `survey.weight`, `survey.fpc`. */
export async function interviews(dataset: Dataset, design: Design, question: Question): Promise<Interviews> {
  const { weight, strata, psu, stage2, fpc, fpc2, by, margins } = design;
  hasColumns(dataset, [weight, strata, psu, stage2, fpc, fpc2, by, ...margins]);
  const checks = [...question.checks, ...(weight === undefined ? [] : [weightCheck(weight, dataset)])];
  const rows = await dataset.ask(sumsSql(design, { ...question, checks }, dataset));
  checks.forEach((check, i) => {
    passed(check, i, rows);
  });
  const sizes = {
    first: fpc === undefined ? null : await sizesOf(dataset, design, fpc, [strata]),
    second: fpc2 === undefined ? null : await sizesOf(dataset, design, fpc2, [strata, psu]),
  };
  const cells = rows.map(row => cellOf(row, margins.length));
  const domains = [...new Set(cells.map(it => it.domain))].filter(it => it !== '').sort(naturally);
  return { cells, sizes, domains: by === undefined ? [] : domains };
}

const naturally = new Intl.Collator('en', { numeric: true }).compare;

type Found = Readonly<Record<string, unknown>>;

/** Throws the check's Problem with the first value at fault, and how many rows there are of them. */
function passed({ code, column }: Check, i: number, rows: readonly Found[]): void {
  const limit = rows.reduce((sum, row) => sum + Number(row[`bad${i}`]), 0);
  if (limit === 0) return;
  const values = rows.flatMap(row => (Number(row[`bad${i}`]) > 0 ? [String(row[`first${i}`])] : []));
  throw new Problem(code, { where: column, what: values.sort()[0] ?? '', limit });
}

function textSql(column: string | undefined): string {
  return column === undefined ? `''` : `coalesce(${named(column)}, '')`;
}

/**
 * One pass. Sums are exact decimals of twelve places, so that threads and the order of rows change no digit; a row that
 * names no cluster is a cluster.
 */
function sumsSql(design: Design, question: Question, dataset: Dataset): string {
  const { weight, strata, psu, stage2, by, margins, pool } = design;
  const { y, x, share, checks } = question;
  const cluster = psu === undefined ? 'CAST(row_number() OVER () AS VARCHAR)' : textSql(psu);
  const keys = [
    `${textSql(by)} AS domain`,
    `${textSql(strata)} AS stratum`,
    `${pool ? `''` : cluster} AS psu`,
    `${pool ? `''` : textSql(stage2)} AS ssu`,
    ...margins.map((it, i) => `${textSql(it)} AS m${i}`),
  ];
  const names = ['domain', 'stratum', 'psu', 'ssu', ...margins.map((_, i) => `m${i}`)].join(', ');
  const faults = checks.map(
    ({ column, bad }, i) => `, CASE WHEN ${bad} THEN coalesce(${named(column)}, '') END AS fault${i}`,
  );
  const told = checks.map((_, i) => `, count(fault${i}) AS bad${i}, min(fault${i}) AS first${i}`);
  return `
    WITH rows AS (
      SELECT ${keys.join(', ')}, ${weight === undefined ? '1.0::DOUBLE' : numberSql(weight, dataset)} AS w,
        ${x === undefined ? '' : `CAST(${x} AS DOUBLE) AS x,`}
        ${x === undefined ? `CAST(${y} AS DOUBLE)` : `CASE WHEN (${x}) IS NULL THEN NULL ELSE CAST(${y} AS DOUBLE) END`} AS y
        ${faults.join('')}
      FROM data)
    SELECT ${names}, count(*) AS rows, count(y) AS n, ${sumSql('w', 'y IS NULL')} AS lost_w,
      ${sumSql('w', 'y IS NOT NULL')} AS w, ${share ? sumSql('w', 'y = 1') : sumSql('w * y')} AS wy
      ${share ? '' : `, ${sumSql('w * y * y')} AS wyy`}
      ${x === undefined ? '' : `, ${sumSql('w * x', 'y IS NOT NULL')} AS wx`}
      ${pool && share ? `, ${sumSql('w * w', 'y = 1')} AS yes, ${sumSql('w * w', 'y = 0')} AS no` : ''}
      ${told.join('')}
    FROM rows GROUP BY ${names} ORDER BY ${names}`;
}

function sumSql(of: string, where = 'TRUE'): string {
  return `CAST(coalesce(sum(CAST(${of} AS DECIMAL(38, 12))) FILTER (WHERE ${where}), 0) AS VARCHAR)`;
}

function cellOf(row: Found, margins: number): Cell {
  const text = (column: string) => String(row[column]);
  const number = (column: string) => Number(row[column]);
  return {
    domain: text('domain'),
    stratum: text('stratum'),
    psu: text('psu'),
    ssu: text('ssu'),
    margins: Array.from({ length: margins }, (_, i) => text(`m${i}`)),
    rows: number('rows'),
    n: number('n'),
    w: number('w'),
    wy: number('wy'),
    wyy: number('wyy' in row ? 'wyy' : 'wy'),
    wx: number('wx' in row ? 'wx' : 'w'),
    allW: number('w') + number('lost_w'),
    ...('yes' in row ? { pooled: { yes: number('yes'), no: number('no') } } : {}),
  };
}

/** One size for each stratum (and cluster): units in the population, or up to 1 the share drawn. */
async function sizesOf(
  dataset: Dataset,
  { psu, stage2 }: Design,
  column: string,
  keys: readonly (string | undefined)[],
): Promise<Map<string, number>> {
  const check = numberCheck(column, dataset);
  passed(check, 0, await dataset.ask(firstFault(check)));
  const size = numberSql(column, dataset);
  const [stratum, cluster] = keys;
  const unit = cluster === undefined && keys.length === 1 ? psu : stage2;
  const units = unit === undefined ? 'count(*)' : `count(DISTINCT ${named(unit)})`;
  const rows = await dataset.ask(
    `SELECT ${textSql(stratum)} AS a, ${textSql(cluster)} AS b, min(${size}) AS least, max(${size}) AS most,
       count(*) - count(${size}) AS open, ${units} AS units FROM data GROUP BY a, b`,
  );
  return new Map(
    rows.map(row => {
      const [least, most] = [Number(row.least), Number(row.most)];
      const small = most > 1 && most < Number(row.units);
      if (least !== most || Number(row.open) > 0 || !(most > 0) || small)
        throw new Problem('survey.fpc', { where: column, what: [row.a, row.b].filter(Boolean).join(' / ') });
      return [keys.length > 1 ? secondKey(String(row.a), String(row.b)) : String(row.a), most];
    }),
  );
}

function firstFault({ column, bad }: Check): string {
  return `SELECT count(*) AS bad0, min(coalesce(${named(column)}, '')) AS first0 FROM data WHERE ${bad}`;
}
