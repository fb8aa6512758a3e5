/** What every method answers with, and how a row of it is made. Pure. */
import type { Bars } from '#numbers/population/graphs.ts';
import { type Histories, pairOverlaps } from '#numbers/population/histories.ts';
import type { PopulationNote } from '#words/population.ts';

export const METHODS = ['log-linear', 'chao', 'sample-coverage', 'dga', 'latent-class'] as const;
export type Method = (typeof METHODS)[number];
export type Choice = 'main-effects' | 'stepwise-aic' | 'stepwise-p' | 'least-bic';

export interface Model {
  readonly model: string;
  readonly estimate: number;
  readonly bic?: number;
  readonly aic?: number;
  /** Where the multinomial likelihood is highest; the estimate is n + exp(intercept) of the Poisson model. */
  readonly multinomial?: number;
}

export type IntervalKind = 'profile' | 'bca' | 'log-normal' | 'posterior';

export interface Range {
  readonly kind: IntervalKind;
  readonly low: number | null;
  readonly high: number | null;
  /** Monte Carlo standard errors: another seed moves the ends by about this. Null where nothing was drawn. */
  readonly errors: readonly [low: number, high: number] | null;
}

export interface Estimate {
  readonly method: Method;
  /** How a model was chosen, where the method has several. */
  readonly choice: Choice | null;
  readonly lists: readonly string[];
  readonly observed: number;
  /** Of the table, so that two versions of it are told apart. */
  readonly table: string;
  /** Null where it was refused. */
  readonly estimate: number | null;
  /** Ends of the first of `intervals`. */
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly intervals: readonly Range[];
  /** The model itself, its near rivals, the peaks of a posterior, or the chains' medians. */
  readonly models: readonly Model[];
  readonly refused: readonly PopulationNote[];
  /** What weakens it, though it was not refused. */
  readonly warnings: readonly PopulationNote[];
  /** Of a Bayesian method, for a drawing. */
  readonly posterior: Bars | null;
  /** By how much the chains differ, 1 where they agree; of `latent-class` alone. */
  readonly rhat: number | null;
  /** Of what was drawn; null where nothing was. */
  readonly seed: number | null;
}

/** Fewer people on a pair of lists than this carry no estimate well. */
const THIN = 5;

/** A row of the answer; what is not a finite number is not given, and without an estimate there is always a reason. */
export function row(table: Histories, method: Method, level: number, found: Partial<Estimate>): Estimate {
  const { estimate = null, intervals = [], refused = [], models = [] } = found;
  const known = estimate !== null && Number.isFinite(estimate);
  const end = (it: number | null) => (known && it !== null && Number.isFinite(it) ? it : null);
  const kept = intervals.map(it => ({ ...it, low: end(it.low), high: end(it.high) }));
  return {
    method,
    choice: found.choice ?? null,
    lists: table.lists,
    observed: table.observed,
    table: table.sha256,
    estimate: known ? estimate : null,
    low: kept[0]?.low ?? null,
    high: kept[0]?.high ?? null,
    level,
    intervals: kept,
    models: models.filter(it => Number.isFinite(it.estimate)),
    refused: known || refused.length > 0 ? refused : ['no-maximum'],
    warnings: found.warnings ?? [],
    posterior: found.posterior ?? null,
    rhat: found.rhat ?? null,
    seed: found.seed ?? null,
  };
}

export function thin(table: Histories): PopulationNote[] {
  return pairOverlaps(table).some(count => count < THIN) ? ['thin-overlap'] : [];
}
