/**
 * Bias-corrected and accelerated intervals (BCa; Efron 1987, DiCiccio & Efron 1996): people are drawn again from the
 * table, the whole choice of a model is made again on each draw, and the jackknife leaves one person out. Pure.
 */
import type { Random } from '#core/random.ts';
import { normalBelow, normalQuantile } from '#core/special.ts';
import type { Histories } from '#numbers/population/histories.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Monte Carlo standard error of each end: another seed moves it by about this. */
  readonly lowError: number;
  readonly highError: number;
  /** Draws that gave an estimate; the rest had no maximum. */
  readonly used: number;
  readonly resamples: number;
  readonly acceleration: number;
}

export interface Resampling {
  readonly resamples: number;
  readonly random: Random;
  /** Told after some of the draws; what it throws ends the work. */
  readonly onStep?: ((done: number, of: number) => void) | undefined;
}

type Estimator = (table: Histories) => number | null;

const STEP = 100;

/** Null where fewer than half of the draws have an estimate: then the interval would be that of the easy half. */
export function bca(
  table: Histories,
  estimator: Estimator,
  level: number,
  { resamples, random, onStep }: Resampling,
): Interval | null {
  const whole = estimator(table);
  if (whole === null || !Number.isFinite(whole)) return null;
  const drawn = new Float64Array(resamples);
  const counts = new Float64Array(table.counts.length);
  const again: Histories = { ...table, counts };
  let used = 0;
  for (let round = 0; round < resamples; round++) {
    random.multinomial(table.observed, table.counts, counts);
    const estimate = estimator(again);
    if (estimate !== null && Number.isFinite(estimate)) drawn[used++] = estimate;
    if ((round + 1) % STEP === 0) onStep?.(round + 1, resamples);
  }
  if (used < resamples / 2) return null;
  const sorted = drawn.subarray(0, used).sort();
  const below = Math.min(used - 0.5, Math.max(0.5, sorted.filter(it => it < whole).length)) / used;
  const bias = normalQuantile(below);
  const acceleration = accelerationOf(table, estimator, whole);
  const end = (share: number) => {
    const z = bias + normalQuantile(share);
    return endAt(sorted, normalBelow(bias + z / (1 - acceleration * z)));
  };
  const [low, high] = [end((1 - level) / 2), end((1 + level) / 2)];
  return {
    low: low.value,
    high: high.value,
    lowError: low.error,
    highError: high.error,
    used,
    resamples,
    acceleration,
  };
}

/** Of the estimates with one person left out, each history's as often as it has people. */
function accelerationOf(table: Histories, estimator: Estimator, whole: number): number {
  const counts = Float64Array.from(table.counts);
  const less: Histories = { ...table, counts, observed: table.observed - 1 };
  const left = Array.from(table.counts.keys()).flatMap(cell => {
    const people = table.counts[cell] ?? 0;
    if (people === 0) return [];
    counts[cell] = people - 1;
    const estimate = estimator(less) ?? whole;
    counts[cell] = people;
    return [{ people, estimate }];
  });
  const mean = left.reduce((sum, it) => sum + it.people * it.estimate, 0) / table.observed;
  const moment = (power: number) =>
    left.reduce((sum, it) => sum + it.people * (mean - it.estimate) ** power, 0);
  const spread = moment(2);
  return spread > 0 ? moment(3) / (6 * spread ** 1.5) : 0;
}

/** Type 7 quantile; its error from the order statistics two binomial deviations apart. */
function endAt(sorted: Float64Array, share: number): { value: number; error: number } {
  const at = (q: number) => {
    const place = Math.min(1, Math.max(0, q)) * (sorted.length - 1);
    const lower = Math.floor(place);
    const [a, b] = [sorted[lower] ?? 0, sorted[Math.min(lower + 1, sorted.length - 1)] ?? 0];
    return a + (b - a) * (place - lower);
  };
  const off = Math.sqrt((share * (1 - share)) / sorted.length);
  return { value: at(share), error: (at(share + off) - at(share - off)) / 2 };
}
