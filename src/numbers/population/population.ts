/**
 * The door of the population: how many whom nobody counted, from lists that overlap. Every method stands beside the others,
 * with the models close to the best and what was refused; one number alone is never given. Pure.
 */
import { chao, sampleCoverage } from '#numbers/population/bounds.ts';
import { byBic, stepwise } from '#numbers/population/choose.ts';
import { averaged } from '#numbers/population/graphs.ts';
import { type Histories, modelName, mostOverlap, pairOverlaps } from '#numbers/population/histories.ts';
import { type Fit, fitModel, mainEffects, refusal } from '#numbers/population/log-linear.ts';
import { profile, quantileAt } from '#numbers/population/profile.ts';
import type { PopulationNote } from '#words/population.ts';

export { type Histories, readHistories } from '#numbers/population/histories.ts';
export { LEVELS } from '#numbers/population/profile.ts';

export const METHODS = ['log-linear', 'chao', 'sample-coverage', 'dga'] as const;
export type Method = (typeof METHODS)[number];

export interface Model {
  readonly model: string;
  readonly estimate: number;
  readonly bic?: number;
  readonly aic?: number;
}

export interface Estimate {
  readonly method: Method;
  /** How a model was chosen, where the method has several. */
  readonly choice: 'main-effects' | 'stepwise-aic' | 'least-bic' | null;
  readonly lists: readonly string[];
  readonly observed: number;
  /** Of the table, so that two versions of it are told apart. */
  readonly table: string;
  /** Null where it was refused. */
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** The model itself, its near rivals, or the peaks of a posterior. */
  readonly models: readonly Model[];
  readonly refused: readonly PopulationNote[];
  /** What weakens it, though it was not refused. */
  readonly warnings: readonly PopulationNote[];
}

export interface Options {
  readonly method?: Method | undefined;
  readonly level?: number | undefined;
  /** Most unseen people of the Bayesian grid. */
  readonly cap?: number | undefined;
}

/** Fewer people on a pair of lists than this carry no estimate well. */
const THIN = 5;
/** Weight at the end of the grid above which the cap decides. */
const AT_CAP = 0.001;

export function population(table: Histories, { method, level = 0.95, cap }: Options = {}): Estimate[] {
  const wanted = METHODS.filter(it => method === undefined || it === method);
  return wanted.flatMap(it => {
    if (mostOverlap(table) < 2) return [row(table, it, level, { refused: ['no-overlap'] })];
    if (it === 'log-linear') return logLinear(table, level);
    if (it === 'chao') return [lowerBound(table, level)];
    if (it === 'sample-coverage') return [coverage(table, level)];
    return [graphs(table, level, cap ?? table.observed * 10)];
  });
}

/** A row of the answer; what is not a finite number is not given, and without an estimate there is always a reason. */
function row(table: Histories, method: Method, level: number, found: Partial<Estimate>): Estimate {
  const { estimate = null, low = null, high = null, refused = [], models = [] } = found;
  const known = estimate !== null && Number.isFinite(estimate);
  const end = (it: number | null) => (known && it !== null && Number.isFinite(it) ? it : null);
  return {
    method,
    choice: found.choice ?? null,
    lists: table.lists,
    observed: table.observed,
    table: table.sha256,
    estimate: known ? estimate : null,
    low: end(low),
    high: end(high),
    level,
    models: models.filter(it => Number.isFinite(it.estimate)),
    refused: known || refused.length > 0 ? refused : ['no-maximum'],
    warnings: found.warnings ?? [],
  };
}

function logLinear(table: Histories, level: number): Estimate[] {
  const main = mainEffects(table.lists.length);
  const refused = refusal(table, main);
  const independent = refused.length > 0 ? null : fitModel(table, main);
  const stepped = stepwise(table);
  const { close, order } = byBic(table);
  return [
    { choice: 'main-effects' as const, fits: independent ? [independent] : [], refused },
    {
      choice: 'stepwise-aic' as const,
      fits: stepped ? [stepped.fit] : [],
      warnings: stepped?.endedEmpty ? ['ended-empty' as const] : [],
    },
    {
      choice: 'least-bic' as const,
      fits: close,
      warnings: order < table.lists.length - 1 ? ['lower-order' as const] : [],
    },
  ].map(it => fromFits(table, level, it));
}

interface Chosen {
  readonly choice: NonNullable<Estimate['choice']>;
  /** The chosen one first. */
  readonly fits: readonly Fit[];
  readonly refused?: readonly PopulationNote[];
  readonly warnings?: readonly PopulationNote[];
}

function fromFits(table: Histories, level: number, chosen: Chosen): Estimate {
  const { choice, fits, refused = [], warnings = [] } = chosen;
  const [best] = fits;
  const range = best && profile(table, best, level);
  const unbounded = range?.high === null ? ['unbounded' as const] : [];
  return row(table, 'log-linear', level, {
    choice,
    estimate: best?.estimate ?? null,
    low: range?.low ?? null,
    high: range?.high ?? null,
    models: fits.map(({ terms, estimate, bic, aic }) => ({ model: modelName(terms), estimate, bic, aic })),
    refused,
    warnings: [...warnings, ...unbounded, ...thin(table)],
  });
}

function thin(table: Histories): PopulationNote[] {
  return pairOverlaps(table).some(count => count < THIN) ? ['thin-overlap'] : [];
}

/** The interval is Chao's (1987): log-normal in the unseen. */
function lowerBound(table: Histories, level: number): Estimate {
  const found = chao(table);
  if (!found) return row(table, 'chao', level, {});
  const unseen = found.estimate - table.observed;
  const spread = Math.exp(quantileAt(level) * Math.sqrt(Math.log(1 + (found.se / unseen) ** 2)));
  return row(table, 'chao', level, {
    estimate: found.estimate,
    low: table.observed + unseen / spread,
    high: table.observed + unseen * spread,
    models: [{ model: 'Mth Chao (LB)', estimate: found.estimate }],
    warnings: ['lower-bound', ...thin(table)],
  });
}

/** Of high coverage above this share the one estimate is used, below it the one-step; Chao et al. (2001). */
const HIGH_COVERAGE = 0.55;

function coverage(table: Histories, level: number): Estimate {
  if (table.lists.length < 3) return row(table, 'sample-coverage', level, { refused: ['three-lists'] });
  const found = sampleCoverage(table);
  if (!found) return row(table, 'sample-coverage', level, { refused: ['no-overlap'] });
  return row(table, 'sample-coverage', level, {
    estimate: found.coverage >= HIGH_COVERAGE ? found.high : found.oneStep,
    models: [
      { model: 'independent', estimate: found.independent },
      { model: 'high coverage', estimate: found.high },
      { model: 'one-step', estimate: found.oneStep },
    ],
    warnings: ['no-interval', ...(found.coverage < HIGH_COVERAGE ? ['low-coverage' as const] : [])],
  });
}

/** The longest grid, in unseen people, so that time and memory stay bounded. */
export const MOST_UNSEEN = 250_000;

function graphs(table: Histories, level: number, cap: number): Estimate {
  const k = table.lists.length;
  if (k < 3 || k > 5) return row(table, 'dga', level, { refused: ['three-to-five'] });
  const found = averaged(table, Math.min(cap, MOST_UNSEEN), level);
  const several = found.modes.length > 1 ? ['several-modes' as const] : [];
  return row(table, 'dga', level, {
    estimate: found.median,
    low: found.low,
    high: found.high,
    models: [
      { model: 'mean', estimate: found.mean },
      ...found.modes.map(estimate => ({ model: 'mode', estimate })),
    ],
    refused: found.atCap > AT_CAP ? ['at-cap'] : [],
    warnings: several,
  });
}
