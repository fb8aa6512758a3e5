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
}

/** What is summed: an SQL expression that is a number, or NULL where the answer is missing. */
export interface Question {
  readonly y: string;
  readonly x?: string | undefined;
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

/** A column as numbers, with a decimal comma where there is no point; NULL where empty. */
export function numberSql(column: string): string {
  const text = `trim(${named(column)})`;
  return `TRY_CAST(CASE WHEN contains(${text}, '.') THEN ${text} ELSE replace(${text}, ',', '.') END AS DOUBLE)`;
}

/** Throws `dataset.number` for the first value of the column that is no number. */
export async function checkNumbers(dataset: Dataset, column: string): Promise<void> {
  const bad = `${named(column)} IS NOT NULL AND trim(${named(column)}) <> '' AND (${numberSql(column)} IS NULL OR NOT isfinite(${numberSql(column)}))`;
  const [row] = await dataset.ask(`SELECT min(${named(column)}) AS it FROM data WHERE ${bad}`);
  if (row && row.it !== null) throw new Problem('dataset.number', { where: column, what: String(row.it) });
}

/** Throws `survey.code` for the first value that `unknown` is true of. */
export async function checkCodes(dataset: Dataset, column: string, unknown: string): Promise<void> {
  const [row] = await dataset.ask(`SELECT min(${named(column)}) AS it FROM data WHERE ${unknown}`);
  if (row && row.it !== null) throw new Problem('survey.code', { where: column, what: String(row.it) });
}

/** Throws what its columns deserve: `dataset.column`, `dataset.number`, `survey.weight`, `survey.fpc`. */
export async function interviews(dataset: Dataset, design: Design, question: Question): Promise<Interviews> {
  const { weight, strata, psu, stage2, fpc, fpc2, by, margins } = design;
  hasColumns(dataset, [weight, strata, psu, stage2, fpc, fpc2, by, ...margins]);
  if (weight !== undefined) await checkWeights(dataset, weight);
  const rows = await dataset.ask(sumsSql(design, question));
  const sizes = {
    first: fpc === undefined ? null : await sizesOf(dataset, design, fpc, [strata]),
    second: fpc2 === undefined ? null : await sizesOf(dataset, design, fpc2, [strata, psu]),
  };
  const cells = rows.map(row => cellOf(row, margins.length));
  const domains = [...new Set(cells.map(it => it.domain))].filter(it => it !== '').sort(naturally);
  return { cells, sizes, domains: by === undefined ? [] : domains };
}

const naturally = new Intl.Collator('en', { numeric: true }).compare;

async function checkWeights(dataset: Dataset, column: string): Promise<void> {
  const w = numberSql(column);
  const [row] = await dataset.ask(
    `SELECT count(*) AS n, min(coalesce(${named(column)}, '')) AS it FROM data WHERE ${w} IS NULL OR NOT (${w} > 0) OR NOT isfinite(${w})`,
  );
  const n = Number(row?.n ?? 0);
  if (n > 0) throw new Problem('survey.weight', { where: column, what: String(row?.it), limit: n });
}

function textSql(column: string | undefined): string {
  return column === undefined ? `''` : `coalesce(${named(column)}, '')`;
}

/**
 * Sums are exact decimals of twelve places, so that threads and the order of rows change no digit; a row that names no
 * cluster is a cluster.
 */
function sumsSql({ weight, strata, psu, stage2, by, margins }: Design, { y, x = '1.0' }: Question): string {
  const sum = (of: string) => `CAST(coalesce(sum(CAST(${of} AS DECIMAL(38, 12))), 0) AS VARCHAR)`;
  const keys = [
    `${textSql(by)} AS domain`,
    `${textSql(strata)} AS stratum`,
    `${psu === undefined ? 'CAST(row_number() OVER () AS VARCHAR)' : textSql(psu)} AS psu`,
    `${textSql(stage2)} AS ssu`,
    ...margins.map((it, i) => `${textSql(it)} AS m${i}`),
  ];
  const names = ['domain', 'stratum', 'psu', 'ssu', ...margins.map((_, i) => `m${i}`)];
  return `
    WITH rows AS (
      SELECT ${keys.join(', ')}, ${weight === undefined ? '1.0' : numberSql(weight)} AS w,
        CAST(${x} AS DOUBLE) AS x, CASE WHEN (${x}) IS NULL THEN NULL ELSE CAST(${y} AS DOUBLE) END AS y
      FROM data)
    SELECT ${names.join(', ')}, count(*) AS rows, count(y) AS n, ${sum('w')} AS all_w,
      ${sum('CASE WHEN y IS NOT NULL THEN w END')} AS w, ${sum('w * y')} AS wy, ${sum('w * y * y')} AS wyy,
      ${sum('CASE WHEN y IS NOT NULL THEN w * x END')} AS wx
    FROM rows GROUP BY ${names.join(', ')} ORDER BY ${names.join(', ')}`;
}

function cellOf(row: Readonly<Record<string, unknown>>, margins: number): Cell {
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
    wyy: number('wyy'),
    wx: number('wx'),
    allW: number('all_w'),
  };
}

/** One size for each stratum (and cluster): units in the population, or up to 1 the share drawn. */
async function sizesOf(
  dataset: Dataset,
  { psu, stage2 }: Design,
  column: string,
  keys: readonly (string | undefined)[],
): Promise<Map<string, number>> {
  await checkNumbers(dataset, column);
  const size = numberSql(column);
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
