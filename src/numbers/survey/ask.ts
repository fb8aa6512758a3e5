/** A question to a table of interviews: its columns and codes are checked, then it is summed and estimated. */
import { z } from 'zod';
import { compileSql, findStandard, type Standard } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import type { Dataset } from '#evidence/datasets/datasets.ts';
import { INTERVALS } from '#numbers/survey/interval.ts';
import {
  type Check,
  hasColumns,
  interviews,
  numberCheck,
  numberSql,
  type Question,
} from '#numbers/survey/interviews.ts';
import {
  answerSql,
  columnsOf,
  elementSql,
  type Mapping,
  strangers,
  unknownSql,
} from '#numbers/survey/mapping.ts';
import { REPLICATES } from '#numbers/survey/replicates.ts';
import { type Asked, type Request, type Row, survey } from '#numbers/survey/rows.ts';
import { LONELY } from '#numbers/survey/variance.ts';

const column = z.string().min(1).optional();

/** Names of columns, but for what says otherwise. One of the first five is asked. */
export const askingShape = z.strictObject({
  positive: column,
  mean: column,
  total: column,
  ratio: column,
  /** The id of a standard. */
  standard: column,
  over: column,
  weight: column,
  strata: column,
  psu: column,
  stage2: column,
  fpc: column,
  fpc2: column,
  by: column,
  /** Two values of `by`, with a comma. */
  compare: z.string().optional(),
  frame: z.string().optional(),
  interval: z.enum(INTERVALS).optional(),
  level: z.number().min(0.5).max(0.999).optional(),
  lonely: z.enum(LONELY).optional(),
  variance: z.enum(['taylor', ...REPLICATES]).optional(),
  margins: z
    .array(z.strictObject({ column: z.string(), totals: z.record(z.string(), z.number()) }))
    .optional(),
});

export type Asking = {
  readonly [K in keyof z.infer<typeof askingShape>]: z.infer<typeof askingShape>[K] | undefined;
};

export interface Surveyed {
  readonly rows: readonly (Row & { readonly standard?: Ruled; readonly unasked?: 'no' | 'unknown' })[];
  readonly request: Request;
  readonly standard: Standard | null;
}

interface Ruled {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** Throws a Problem for whatever of the question does not fit the table. */
export async function ask(
  dataset: Dataset,
  asking: Asking,
  mapping: Mapping,
  standards: readonly Standard[],
): Promise<Surveyed> {
  const { asked, question, standard } = await questionOf(dataset, asking, mapping, standards);
  const margins = asking.margins ?? [];
  const frame = asking.frame ?? mapping.survey?.frame ?? null;
  const design = { ...asking, margins: margins.map(it => it.column), pool: pooled(asking, question, frame) };
  const found = await interviews(dataset, design, question);
  const request: Request = {
    asked,
    domains: found.domains,
    compare: compared(asking.compare, found.domains),
    interval: asking.interval ?? 'logit',
    level: asking.level ?? 0.95,
    frame,
    sizes: found.sizes,
    lonely: asking.lonely ?? 'fail',
    by: asking.variance ?? 'taylor',
    margins: margins.map(it => new Map(Object.entries(it.totals))),
  };
  const rows = survey(found.cells, request);
  if (!standard) return { rows, request, standard };
  const { id, version, sha256 } = standard;
  const ruled = { standard: { id, version, sha256 }, unasked: mapping.unasked ?? 'unknown' };
  return { rows: rows.map(row => ({ ...row, ...ruled })), request, standard };
}

/** A million rows that are each a cluster are a few sums, where their squares are all that the error takes. */
function pooled(
  { psu, stage2, variance, margins }: Asking,
  { share }: Question,
  frame: string | null,
): boolean {
  if (frame === null) return true;
  const plain = (variance ?? 'taylor') === 'taylor' && (margins ?? []).length === 0;
  return share && plain && psu === undefined && stage2 === undefined;
}

interface Asks {
  readonly asked: Asked;
  readonly question: Question;
  readonly standard: Standard | null;
}

const KINDS = ['positive', 'mean', 'total', 'ratio', 'standard'] as const;

async function questionOf(
  dataset: Dataset,
  asking: Asking,
  mapping: Mapping,
  standards: readonly Standard[],
): Promise<Asks> {
  const [kind, more] = KINDS.filter(it => asking[it] !== undefined);
  const { over } = asking;
  if (kind === undefined || more !== undefined || (kind === 'ratio') !== (over !== undefined))
    throw new Problem('survey.asked', {});
  const of = asking[kind] as string;
  if (kind === 'standard') {
    if (mapping.elements === undefined) throw new Problem('survey.asked', {});
    return classified(dataset, mapping, findStandard(standards, of));
  }
  hasColumns(dataset, [of, over]);
  if (kind === 'positive') {
    const coded = mapping.codes?.[of];
    const y = `CAST(${answerSql(of, coded)} AS INTEGER)`;
    const checks = [codeCheck(of, unknownSql(of, coded))];
    return { asked: 'share', question: { y, share: true, checks }, standard: null };
  }
  const checks = [of, ...(over === undefined ? [] : [over])].map(it => numberCheck(it, dataset));
  const x = over === undefined ? undefined : numberSql(over, dataset);
  return { asked: kind, question: { y: numberSql(of, dataset), x, share: false, checks }, standard: null };
}

function codeCheck(of: string, unknown: string): Check {
  return { code: 'survey.code', column: of, bad: unknown };
}

/** Each respondent by the compiled rule; every column and code of the mapping is checked first. */
async function classified(dataset: Dataset, mapping: Mapping, standard: Standard): Promise<Asks> {
  const [stranger] = strangers(mapping, standard);
  if (stranger !== undefined) throw new Problem('mapping.element', { what: stranger, where: standard.id });
  const bound = columnsOf(mapping);
  hasColumns(
    dataset,
    bound.map(it => it.column),
  );
  const checks = bound.map(({ column: of, coded }) => codeCheck(of, unknownSql(of, coded)));
  const y = compileSql(standard, elementSql(mapping));
  return { asked: 'share', question: { y, share: true, checks }, standard };
}

/** Values may hold commas: the two are those that, joined, are what was asked. */
function compared(asked: string | undefined, domains: readonly string[]): [string, string] | null {
  if (asked === undefined || asked === '') return null;
  for (const a of domains) for (const b of domains) if (a !== b && asked === `${a},${b}`) return [a, b];
  const where = `--compare (${domains.slice(0, 20).join(', ')})`;
  throw new Problem('usage.value', { what: asked, where });
}
