/**
 * The door of the population: how many whom nobody counted, from lists that overlap. Every method stands beside the others,
 * with the models close to the best and what was refused; one number alone is never given. Pure: draws come from a seed.
 */
import { chao, sampleCoverage } from '#numbers/population/bounds.ts';
import { type Estimate, METHODS, type Method, row, thin } from '#numbers/population/estimate.ts';
import { averaged, barsOf } from '#numbers/population/graphs.ts';
import { type Histories, mostOverlap } from '#numbers/population/histories.ts';
import { latentClasses } from '#numbers/population/latent.ts';
import { logLinear } from '#numbers/population/models.ts';
import { quantileAt } from '#numbers/population/profile.ts';

export { type Estimate, METHODS, type Method, type Model, type Range } from '#numbers/population/estimate.ts';
export { type Histories, readHistories } from '#numbers/population/histories.ts';
export { LEVELS } from '#numbers/population/profile.ts';

export interface Options {
  readonly method?: Method | undefined;
  readonly level?: number | undefined;
  /** Most unseen people of the Bayesian grid; where absent it grows until the data decide, to `MOST_UNSEEN`. */
  readonly cap?: number | undefined;
  /** Tables drawn again for a bootstrap; 0 draws none. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
  /** Told on the way of what takes long; what it throws ends the work. */
  readonly onStep?: ((method: Method, done: number, of: number) => void) | undefined;
}

/** Of DiCiccio & Efron: with a thousand the ends still move by a tenth. */
export const RESAMPLES = 10_000;
/** Sampling of latent classes: chains, and states a chain. */
const CHAINS = { chains: 10, burnIn: 10_000, draws: 1000, thin: 20 };
/** Chains that differ by more than this have not reached the same place; Vehtari et al. (2021) are stricter. */
const MOST_RHAT = 1.05;
/** Weight at the end of the grid above which the cap decides. */
const AT_CAP = 0.001;
/** The longest grid, in unseen people, so that time and memory stay bounded. */
export const MOST_UNSEEN = 250_000;

export function population(table: Histories, options: Options = {}): Estimate[] {
  const { method, level = 0.95, cap, resamples = RESAMPLES, seed = 1, onStep } = options;
  const wanted = METHODS.filter(it => method === undefined || it === method);
  return wanted.flatMap(it => {
    if (mostOverlap(table) < 2) return [row(table, it, level, { refused: ['no-overlap'] })];
    const step = onStep && ((done: number, of: number) => onStep(it, done, of));
    if (it === 'log-linear') return logLinear(table, level, { resamples, seed, onStep: step });
    if (it === 'chao') return [lowerBound(table, level)];
    if (it === 'sample-coverage') return [coverage(table, level)];
    if (it === 'dga') return [graphs(table, level, cap)];
    return [latent(table, level, seed, step)];
  });
}

/** The interval is Chao's (1987): log-normal in the unseen. */
function lowerBound(table: Histories, level: number): Estimate {
  const found = chao(table);
  if (!found) return row(table, 'chao', level, {});
  const unseen = found.estimate - table.observed;
  const spread = Math.exp(quantileAt(level) * Math.sqrt(Math.log(1 + (found.se / unseen) ** 2)));
  const [low, high] = [table.observed + unseen / spread, table.observed + unseen * spread];
  return row(table, 'chao', level, {
    estimate: found.estimate,
    intervals: [{ kind: 'log-normal', low, high, errors: null }],
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

function graphs(table: Histories, level: number, cap: number | undefined): Estimate {
  const k = table.lists.length;
  if (k < 3 || k > 5) return row(table, 'dga', level, { refused: ['three-to-five'] });
  let most = Math.min(cap ?? table.observed * 10, MOST_UNSEEN);
  let found = averaged(table, most, level);
  while (cap === undefined && found.atCap > AT_CAP && most < MOST_UNSEEN) {
    most = Math.min(most * 2, MOST_UNSEEN);
    found = averaged(table, most, level);
  }
  const several = found.modes.length > 1 ? ['several-modes' as const] : [];
  return row(table, 'dga', level, {
    estimate: found.median,
    intervals: [{ kind: 'posterior', low: found.low, high: found.high, errors: null }],
    models: [
      { model: 'mean', estimate: found.mean },
      ...found.modes.map(estimate => ({ model: 'mode', estimate })),
    ],
    refused: found.atCap > AT_CAP ? ['at-cap'] : [],
    warnings: several,
    posterior: found.bars,
  });
}

function latent(
  table: Histories,
  level: number,
  seed: number,
  onStep: ((done: number, of: number) => void) | undefined,
): Estimate {
  if (table.lists.length < 3) return row(table, 'latent-class', level, { refused: ['three-lists'] });
  const { draws, rhat } = latentClasses(table, { ...CHAINS, seed, onStep });
  const sorted = Float64Array.from(draws.flatMap(it => [...it])).sort();
  const at = (of: Float64Array, share: number) => of[Math.floor(share * (of.length - 1))] ?? table.observed;
  const [low, high] = [at(sorted, (1 - level) / 2), at(sorted, (1 + level) / 2)];
  const mean = sorted.reduce((sum, it) => sum + it, 0) / sorted.length;
  const counts = new Map<number, number>();
  for (const size of sorted) counts.set(size, (counts.get(size) ?? 0) + 1);
  const width = at(sorted, 1) - table.observed + 1;
  return row(table, 'latent-class', level, {
    estimate: at(sorted, 0.5),
    intervals: [{ kind: 'posterior', low, high, errors: null }],
    models: [
      { model: 'mean', estimate: mean },
      ...draws.map((chain, i) => ({ model: `chain ${i + 1}`, estimate: at(chain.toSorted(), 0.5) })),
    ],
    refused: rhat > MOST_RHAT ? ['chains-differ'] : [],
    warnings: thin(table),
    posterior: barsOf(i => counts.get(table.observed + i) ?? 0, table.observed, width, sorted.length),
    rhat,
    seed,
  });
}
