/** What interviews say, row by row: of a population, or of those who answered alone; what is not shown, and why. Pure. */
import { calibrated, type Margins, residual } from '#numbers/survey/calibrate.ts';
import { designEffect, differenceOf, type Measure, type Target, targetOf } from '#numbers/survey/estimate.ts';
import {
  type Ends,
  type IntervalKind,
  meanInterval,
  oneSided,
  shareInterval,
} from '#numbers/survey/interval.ts';
import { type Replication, replicated, replicatesOf } from '#numbers/survey/replicates.ts';
import { type Cell, type Sizes, sumOf } from '#numbers/survey/sums.ts';
import { freedom, type Lonely, variance } from '#numbers/survey/variance.ts';
import type { SurveyNote } from '#words/survey.ts';

/** A share is the mean of yes (1) and no (0). */
export type Asked = 'share' | Measure;

export interface Request {
  readonly asked: Asked;
  /** Values of the domain's column that get a row of their own, beside all together. */
  readonly domains: readonly string[];
  /** Two of the domains whose means are compared. */
  readonly compare: readonly [string, string] | null;
  readonly interval: IntervalKind;
  readonly level: number;
  /** The declared probability design; null where there is none. */
  readonly frame: string | null;
  readonly sizes: Sizes;
  readonly lonely: Lonely;
  readonly by: 'taylor' | Replication;
  readonly margins: Margins;
}

export interface Row {
  /** Empty for all together. */
  readonly domain: string;
  readonly asked: Asked;
  /** Of whom the estimate holds. */
  readonly of: 'population' | 'respondents';
  /** With an answer, and without one. */
  readonly n: number;
  readonly missing: number;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly df: number | null;
  readonly deff: number | null;
  /** Fewer than ten people, or what would tell of them by subtraction: nothing is said. */
  readonly suppressed: boolean;
  /** Of a share: what it is if none, or all, of those without an answer had said yes. Null where none are missing. */
  readonly bounds: Ends | null;
  readonly notes: readonly SurveyNote[];
}

/** Fewer people than this in a row are not shown. */
export const SMALL = 10;

/** Throws `survey.lonely`, `survey.pairs`, `survey.strata`, `survey.margin`. */
export function survey(cells: readonly Cell[], request: Request): Row[] {
  const known = calibrated(cells, request.margins);
  const wanted = ['', ...request.domains];
  const hidden = suppressed(cells, request.domains);
  const rows = wanted.map(domain =>
    hidden.has(domain) ? hiddenRow(cells, domain, request) : rowOf(known, cells, domain, request),
  );
  return request.compare ? [...rows, differenceRow(known, cells, request.compare, hidden, request)] : rows;
}

const inside = (domain: string) => (cell: Cell) => domain === '' || cell.domain === domain;

/** Domains of fewer than ten answers; where one alone is hidden, the next smallest too, since all together is shown. */
function suppressed(cells: readonly Cell[], domains: readonly string[]): Set<string> {
  const counts = ['', ...domains].map(domain => ({
    domain,
    n: sumOf(cells.filter(inside(domain)), it => it.n),
  }));
  const [small, open] = [counts.filter(it => it.n < SMALL), counts.filter(it => it.n >= SMALL)];
  if (small.some(it => it.domain === '')) return new Set(counts.map(it => it.domain));
  const [next] = open.filter(it => it.domain !== '').sort((a, b) => a.n - b.n);
  const [alone, more] = small;
  const also = alone && !more && alone.n > 0 && next ? [next] : [];
  return new Set([...small, ...also].map(it => it.domain));
}

function counted(cells: readonly Cell[], domain: string): { n: number; missing: number } {
  const own = cells.filter(inside(domain));
  const n = sumOf(own, it => it.n);
  return { n, missing: sumOf(own, it => it.rows) - n };
}

function emptyRow(cells: readonly Cell[], domain: string, request: Request): Row {
  return {
    domain,
    asked: request.asked,
    of: request.frame === null ? 'respondents' : 'population',
    ...counted(cells, domain),
    estimate: null,
    se: null,
    low: null,
    high: null,
    level: request.level,
    df: null,
    deff: null,
    suppressed: false,
    bounds: null,
    notes: [],
  };
}

/** How many there are is not said either. */
function hiddenRow(cells: readonly Cell[], domain: string, request: Request): Row {
  const row = emptyRow(cells, domain, request);
  const nobody = row.n === 0 && row.missing === 0;
  return {
    ...row,
    n: 0,
    missing: 0,
    suppressed: !nobody,
    notes: [row.n === 0 ? 'no-respondents' : 'small-cell'],
  };
}

function rowOf(known: readonly Cell[], cells: readonly Cell[], domain: string, request: Request): Row {
  const { asked, frame, level, interval } = request;
  const row = emptyRow(cells, domain, request);
  if (frame === null && asked === 'total') return { ...row, notes: ['no-frame', 'no-total'] };
  const measure: Measure = asked === 'share' ? 'mean' : asked;
  const measured: Measured = of => targetOf(of, inside(domain), measure);
  const target = measured(known);
  const shown = { ...row, estimate: finite(target.estimate), bounds: boundsOf(known, domain, row, asked) };
  if (frame === null) return { ...shown, notes: ['no-frame'] };
  const spread = varianceOf(known, cells, target, measured, request);
  const se = Math.sqrt(spread);
  const { df, clusters } = freedom(known, inside(domain));
  const edge = asked === 'share' && (target.estimate === 0 || target.estimate === 1);
  const ends = edge
    ? oneSided(target.estimate as 0 | 1, clusters, level)
    : asked === 'share'
      ? shareInterval(interval, target.estimate, se, df, row.n, level, onLogit(known, measured, request))
      : meanInterval(target.estimate, se, df, level);
  return {
    ...shown,
    se: finite(se),
    low: finite(ends?.low),
    high: finite(ends?.high),
    df,
    deff: designEffect(known, inside(domain), measure, spread),
    notes: [...(edge ? ['one-sided' as const] : []), ...(df > 0 ? [] : ['no-freedom' as const])],
  };
}

/** What is estimated, of the cells as they are weighed. */
type Measured = (cells: readonly Cell[]) => Target;

function varianceOf(
  known: readonly Cell[],
  before: readonly Cell[],
  { scores, squares }: Target,
  measured: Measured,
  request: Request,
): number {
  const { by, sizes, lonely, margins } = request;
  if (by !== 'taylor') return replicatedOf(known, request, by, again => measured(again).estimate);
  return variance(known, residual(known, before, scores, margins.length), { sizes, lonely }, squares);
}

/** The known totals hold in every replicate: the adjustment is made again in each. */
function replicatedOf(
  cells: readonly Cell[],
  { sizes, margins }: Request,
  by: Replication,
  estimate: (cells: readonly Cell[]) => number,
): number {
  return replicated(cells, replicatesOf(cells, by, sizes), again => estimate(calibrated(again, margins)));
}

/** Replicates give the error of the logit itself; of a linearised error it follows. Null where that is not asked for. */
function onLogit(cells: readonly Cell[], measured: Measured, request: Request): number | null {
  const { by, interval } = request;
  if (by === 'taylor' || interval !== 'logit') return null;
  const logit = (p: number) => Math.log(p / (1 - p));
  return Math.sqrt(replicatedOf(cells, request, by, again => logit(measured(again).estimate)));
}

function finite(it: number | undefined): number | null {
  return it !== undefined && Number.isFinite(it) ? it : null;
}

function boundsOf(cells: readonly Cell[], domain: string, { missing }: Row, asked: Asked): Ends | null {
  if (asked !== 'share' || missing === 0) return null;
  const own = cells.filter(inside(domain));
  const all = sumOf(own, it => it.allW);
  const yes = sumOf(own, it => it.wy);
  return { low: yes / all, high: (yes + all - sumOf(own, it => it.w)) / all };
}

function differenceRow(
  known: readonly Cell[],
  before: readonly Cell[],
  [a, b]: readonly [string, string],
  hidden: ReadonlySet<string>,
  request: Request,
): Row {
  const row = { ...emptyRow(known, '', request), domain: `${a} − ${b}`, asked: 'mean' as const };
  if (hidden.has(a) || hidden.has(b))
    return { ...row, n: 0, missing: 0, suppressed: true, notes: ['small-cell'] };
  const both = [a, b].map(it => counted(known, it));
  const counts = {
    n: both.reduce((sum, it) => sum + it.n, 0),
    missing: both.reduce((sum, it) => sum + it.missing, 0),
  };
  const measured: Measured = of =>
    differenceOf(targetOf(of, inside(a), 'mean'), targetOf(of, inside(b), 'mean'));
  const target = measured(known);
  const shown = { ...row, ...counts, estimate: finite(target.estimate) };
  if (request.frame === null) return { ...shown, notes: ['no-frame'] };
  const either = (cell: Cell) => cell.domain === a || cell.domain === b;
  const se = Math.sqrt(varianceOf(known, before, target, measured, request));
  const { df } = freedom(known, either);
  const ends = meanInterval(target.estimate, se, df, request.level);
  return { ...shown, se, low: finite(ends?.low), high: finite(ends?.high), df };
}
