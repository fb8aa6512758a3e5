/** Confidence intervals of a share or a mean from its variance and degrees of freedom. Pure. */
import { betaQuantile, studentQuantile } from '#core/special.ts';

export const INTERVALS = ['logit', 'beta', 'asin', 'mean'] as const;
export type IntervalKind = (typeof INTERVALS)[number];

export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Where nothing says how much answers vary there is no interval: no degrees of freedom. */
export function meanInterval(estimate: number, se: number, df: number, level: number): Ends | null {
  if (!(df > 0)) return null;
  const reach = studentQuantile((1 + level) / 2, df) * se;
  return { low: estimate - reach, high: estimate + reach };
}

/**
 * Of a share strictly between 0 and 1. `n`: answers, for the effective number of `beta`; `logitSe`: the error of the logit
 * where it was estimated by itself.
 */
export function shareInterval(
  kind: IntervalKind,
  p: number,
  se: number,
  df: number,
  n: number,
  level: number,
  logitSe: number | null = null,
): Ends | null {
  if (!(df > 0)) return null;
  const t = studentQuantile((1 + level) / 2, df);
  if (kind === 'mean') return { low: p - t * se, high: p + t * se };
  if (se === 0) return { low: p, high: p };
  if (kind === 'logit') {
    const middle = Math.log(p / (1 - p));
    const reach = t * (logitSe ?? se / (p * (1 - p)));
    const back = (it: number) => 1 / (1 + Math.exp(-it));
    return { low: back(middle - reach), high: back(middle + reach) };
  }
  if (kind === 'asin') {
    const middle = Math.asin(Math.sqrt(p));
    const reach = (t * se) / (2 * Math.sqrt(p * (1 - p)));
    const back = (it: number) => Math.sin(Math.min(Math.PI / 2, Math.max(0, it))) ** 2;
    return { low: back(middle - reach), high: back(middle + reach) };
  }
  const tail = (1 - level) / 2;
  const effective = effectiveSize(p, se, df, n, level);
  return {
    low: betaQuantile(tail, effective * p, effective * (1 - p) + 1),
    high: betaQuantile(1 - tail, effective * p + 1, effective * (1 - p)),
  };
}

/** Korn & Graubard (1998): answers of a simple sample that would say as much. */
function effectiveSize(p: number, se: number, df: number, n: number, level: number): number {
  const q = (1 + level) / 2;
  return ((p * (1 - p)) / se ** 2) * (studentQuantile(q, n - 1) / studentQuantile(q, df)) ** 2;
}

/**
 * Where nobody, or everybody, answers yes there is no variance to go by: the one-sided bound of Clopper & Pearson on the
 * number of clusters that answered, the fewest that the answers can stand for.
 */
export function oneSided(p: 0 | 1, clusters: number, level: number): Ends | null {
  if (clusters < 1) return null;
  const reach = 1 - ((1 - level) / 2) ** (1 / clusters);
  return p === 0 ? { low: 0, high: reach } : { low: 1 - reach, high: 1 };
}
