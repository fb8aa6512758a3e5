/** Estimates that need no choice of model: Chao's lower bound with list effects, and sample coverage. Pure. */
import { type Histories, heldBy, size } from '#numbers/population/histories.ts';
import { mainEffects } from '#numbers/population/log-linear.ts';
import { dense, newton } from '#numbers/population/poisson.ts';

/**
 * “Mth Chao (LB)” of Rivest & Baillargeon (2007): main effects and ηⱼ·max(lists − j + 1, 0) for j = 3…k, ηⱼ ≥ 0. The
 * first negative η leaves and the rest is fitted again. A lower bound only where people differ or lists depend positively.
 */
export function chao(table: Histories): { estimate: number; se: number } | null {
  const most = Math.max(...Array.from(table.counts, (count, cell) => (count > 0 ? size(cell) : 0)));
  const cells = Array.from(table.counts, (_, cell) => cell).slice(1);
  const main = mainEffects(table.lists.length);
  let steps = Array.from({ length: Math.max(0, most - 2) }, (_, i) => i + 3);
  for (;;) {
    const rows = cells.map(cell => [
      1,
      ...main.map(list => (cell & list ? 1 : 0)),
      ...steps.map(step => Math.max(size(cell) - step + 1, 0)),
    ]);
    const found = newton(dense(rows), table.counts.slice(1));
    if (!found) return null;
    const negative = steps.find((_, i) => (found.beta[main.length + 1 + i] ?? 0) < 0);
    if (negative === undefined) {
      const unseen = Math.exp(found.beta[0] ?? 0);
      // the delta method, with the Poisson variance of those unseen
      const se = Math.sqrt(unseen + unseen ** 2 * found.variance(0));
      return { estimate: table.observed + unseen, se };
    }
    steps = steps.filter(step => step !== negative);
  }
}

export interface Coverage {
  /** Share of the population's chances that the lists cover. */
  readonly coverage: number;
  readonly independent: number;
  readonly high: number;
  readonly oneStep: number;
}

/** Chao & Tsay (1998), Chao et al. (2001). Three lists or more; null where nobody overlaps. */
export function sampleCoverage(table: Histories): Coverage | null {
  const lists = mainEffects(table.lists.length);
  const k = lists.length;
  if (k < 3) return null;
  const held = heldBy(table);
  const n = lists.map(list => held[list] ?? 0);
  const alone = lists.map(list => table.counts[list] ?? 0);
  const total = (of: readonly number[]) => of.reduce((sum, it) => sum + it, 0);
  const coverage = 1 - total(alone.map((it, i) => it / (n[i] ?? 1))) / k;
  const d = table.observed - total(alone) / k;
  if (coverage <= 0) return null;
  const independent = d / coverage;
  let a = 0;
  let b = 0;
  for (let i = 0; i < k; i++)
    for (let j = i + 1; j < k; j++) {
      const pair = (lists[i] ?? 0) | (lists[j] ?? 0);
      const only = (alone[i] ?? 0) + (alone[j] ?? 0) + 2 * (table.counts[pair] ?? 0);
      a += only;
      b += (only * (held[pair] ?? 0)) / ((n[i] ?? 1) * (n[j] ?? 1));
    }
  const step = (size: number) => independent + (size * b - a) / (k * coverage);
  return { coverage, independent, high: (k * d - a) / (k * coverage - b), oneStep: step(step(independent)) };
}
