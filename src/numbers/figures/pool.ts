/**
 * One number from independent estimates, only when it is asked for: inverse variance with the variance between them
 * (DerSimonian & Laird 1986), counts on the log scale, heterogeneity beside it (Higgins & Thompson 2002). Pure.
 */
import { Problem } from '#core/errors.ts';
import { isClosed } from '#core/intervals.ts';
import { normalQuantile } from '#core/special.ts';
import type { FigureGroup } from '#numbers/figures/figures.ts';

export interface Pooled {
  readonly figures: readonly string[];
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly scale: 'log' | 'plain';
  /** Variance between the estimates, on the scale. */
  readonly tau2: number;
  /** Share of what they differ by that is more than chance, 0 to 1. */
  readonly i2: number;
  readonly q: number;
}

/**
 * Of figures of one line whose low and high are confidence intervals at `level`: who asks says so. Throws `pool.refused`
 * for fewer than two, for open ends, for two of one origin, and for figures of different lines.
 */
export function pool(groups: readonly FigureGroup[], ids: readonly string[], level: number): Pooled {
  const refuse = (what: string) => new Problem('pool.refused', { what });
  const [group, other] = groups.filter(it => it.figures.some(figure => ids.includes(figure.id)));
  const chosen = (group?.figures ?? []).filter(it => ids.includes(it.id));
  if (other || !group) throw refuse(ids.join(', '));
  if (chosen.length < 2 || chosen.length < new Set(ids).size) throw refuse(ids.join(', '));
  if (new Set(chosen.map(it => it.unit)).size > 1)
    throw refuse([...new Set(chosen.map(it => it.unit))].join(', '));
  if (new Set(chosen.map(it => it.origin)).size < chosen.length)
    throw refuse(chosen.map(it => it.origin).join(', '));
  const log = chosen.every(it => (it.low ?? 0) > 0) && chosen.every(it => it.unit !== 'percent');
  const z = normalQuantile((1 + level) / 2);
  const to = (n: number) => (log ? Math.log(n) : n);
  const estimates = chosen.map(it => {
    if (!isClosed(it) || it.low === it.high) throw refuse(`${it.id}: ${it.low ?? '…'}–${it.high ?? '…'}`);
    const [low, high] = [to(it.low), to(it.high)];
    return { mean: (low + high) / 2, variance: ((high - low) / (2 * z)) ** 2 };
  });
  return {
    figures: chosen.map(it => it.id),
    level,
    scale: log ? 'log' : 'plain',
    ...meta(estimates, z, log),
  };
}

function meta(estimates: readonly { mean: number; variance: number }[], z: number, log: boolean) {
  const weighed = (tau2: number) => {
    const weights = estimates.map(it => 1 / (it.variance + tau2));
    const sum = weights.reduce((a, b) => a + b, 0);
    const mean = weights.reduce((a, w, i) => a + w * (estimates[i]?.mean ?? 0), 0) / sum;
    return { weights, sum, mean };
  };
  const fixed = weighed(0);
  const q = fixed.weights.reduce((a, w, i) => a + w * ((estimates[i]?.mean ?? 0) - fixed.mean) ** 2, 0);
  const df = estimates.length - 1;
  const c = fixed.sum - fixed.weights.reduce((a, w) => a + w * w, 0) / fixed.sum;
  const tau2 = Math.max(0, (q - df) / c);
  const { mean, sum } = weighed(tau2);
  const reach = z / Math.sqrt(sum);
  const back = (n: number) => (log ? Math.exp(n) : n);
  return {
    estimate: back(mean),
    low: back(mean - reach),
    high: back(mean + reach),
    tau2,
    i2: q > 0 ? Math.max(0, (q - df) / q) : 0,
    q,
  };
}
