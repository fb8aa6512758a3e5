/** Profile likelihood of the population's size, multinomial as in Cormack (1992). Pure. */
import { lnGamma } from '#core/special.ts';
import { type Histories, heldBy } from '#numbers/population/histories.ts';
import { lattice } from '#numbers/population/lattice.ts';
import { type Fit, keptOf } from '#numbers/population/log-linear.ts';
import { newton } from '#numbers/population/poisson.ts';

export interface Profile {
  /** Where the multinomial likelihood is highest: up to 1 % below n + exp(intercept). */
  readonly top: number;
  readonly low: number;
  /** Null where the likelihood never falls far enough: the data set no upper bound. */
  readonly high: number | null;
}

/** Two-sided quantiles of the standard normal, by level; half their square is the drop of the log-likelihood. */
const QUANTILES: Readonly<Record<string, number>> = { 0.95: 1.959963984540054, 0.8: 1.2815515655446004 };
export const LEVELS = Object.keys(QUANTILES).map(Number);

export function quantileAt(level: number): number {
  return QUANTILES[level] ?? Number.NaN;
}

/** Sizes whose profile log-likelihood lies within the level's drop of the highest. */
export function profile(table: Histories, { terms, estimate }: Fit, level: number): Profile | null {
  const at = likelihood(table, terms);
  const top = peak(at, table.observed, estimate);
  const drop = quantileAt(level) ** 2 / 2;
  const highest = at(top);
  if (highest === null) return null;
  const inside = (n: number) => (at(n) ?? Number.NEGATIVE_INFINITY) >= highest - drop;
  const low = inside(table.observed) ? table.observed : edge(inside, top, table.observed);
  let far = table.observed + 2 * (top - table.observed) + 10;
  while (inside(far) && far < table.observed * 1e6) far = table.observed + 3 * (far - table.observed);
  return { top, low, high: inside(far) ? null : edge(inside, top, far) };
}

type Likelihood = (n: number) => number | null;

function likelihood(table: Histories, terms: readonly number[]): Likelihood {
  const { open, terms: kept } = keptOf(heldBy(table), terms, 0);
  const design = lattice(table.lists.length, kept, open);
  const counts = Float64Array.from(table.counts);
  return n => {
    counts[0] = n - table.observed;
    const mu = newton(design, counts)?.mu;
    if (!mu) return null;
    const fits = counts.reduce(
      (sum, count, i) => sum + (count > 0 ? count * Math.log((mu[i] ?? 0) / n) : 0),
      0,
    );
    return lnGamma(n + 1) - lnGamma(n - table.observed + 1) + fits;
  };
}

/** The highest point near the estimate, by golden section. */
function peak(at: Likelihood, observed: number, estimate: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [observed, observed + 2 * (estimate - observed) + 5];
  const value = (n: number) => at(n) ?? Number.NEGATIVE_INFINITY;
  while (b - a > 1e-5 * b) {
    const [left, right] = [b - ratio * (b - a), a + ratio * (b - a)];
    if (value(left) > value(right)) b = right;
    else a = left;
  }
  return (a + b) / 2;
}

function edge(inside: (n: number) => boolean, from: number, to: number): number {
  let [near, far] = [from, to];
  for (let round = 0; round < 60 && Math.abs(far - near) > 1e-6 * far; round++) {
    const middle = (near + far) / 2;
    if (inside(middle)) near = middle;
    else far = middle;
  }
  return near;
}
