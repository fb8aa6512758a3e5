/** What is estimated of a domain: a mean (of 0 and 1, a share), a total, a ratio, or the difference of two means. Pure. */
import { type Cell, sumOf } from '#numbers/survey/sums.ts';

export type Measure = 'mean' | 'total' | 'ratio';

/** Whether a cell is of the domain. */
export type Domain = (cell: Cell) => boolean;

export interface Target {
  readonly estimate: number;
  /** Linearised value of each cell: how much it moves the estimate; sums to 0 for means and ratios. */
  readonly scores: Float64Array;
  /** Of pooled cells: the sum of their rows' squared scores. */
  readonly squares: Float64Array;
}

/** Taylor's linearisation (Särndal, Swensson & Wretman 1992, ch. 5): cells outside the domain score 0 and stay in the design. */
export function targetOf(cells: readonly Cell[], domain: Domain, measure: Measure): Target {
  const inside = cells.filter(domain);
  const w = sumOf(inside, it => it.w);
  const wy = sumOf(inside, it => it.wy);
  const wx = sumOf(inside, it => it.wx);
  const estimate = measure === 'total' ? wy : measure === 'mean' ? wy / w : wy / wx;
  const score = (it: Cell) =>
    measure === 'total'
      ? it.wy
      : measure === 'mean'
        ? (it.wy - estimate * it.w) / w
        : (it.wy - estimate * it.wx) / wx;
  // pooled cells come of shares alone: a row scores (1 − p)w/W where it says yes, −pw/W where it says no
  const square = ({ pooled }: Cell) =>
    pooled ? ((1 - estimate) ** 2 * pooled.yes + estimate ** 2 * pooled.no) / w ** 2 : 0;
  const inDomain = (value: (it: Cell) => number) =>
    Float64Array.from(cells, it => (domain(it) ? value(it) : 0));
  return { estimate, scores: inDomain(score), squares: inDomain(square) };
}

/** Of two means, over the one design: clusters that both share make them depend on each other. */
export function differenceOf(a: Target, b: Target): Target {
  return {
    estimate: a.estimate - b.estimate,
    scores: a.scores.map((score, i) => score - (b.scores[i] as number)),
    // no row is in both
    squares: a.squares.map((square, i) => square + (b.squares[i] as number)),
  };
}

/**
 * How many times the variance of a simple sample of as many answers, drawn without replacement from as many people as the
 * weights sum to (Kish 1965). Null where that variance is 0.
 */
export function designEffect(
  cells: readonly Cell[],
  domain: Domain,
  measure: Measure,
  variance: number,
): number | null {
  if (measure === 'ratio') return null;
  const inside = cells.filter(domain);
  const n = sumOf(inside, it => it.n);
  const w = sumOf(inside, it => it.w);
  const mean = sumOf(inside, it => it.wy) / w;
  const spread = ((sumOf(inside, it => it.wyy) / w - mean ** 2) * n) / (n - 1);
  const simple = ((1 - n / w) * spread) / n;
  const found = variance / (measure === 'total' ? simple * w ** 2 : simple);
  return simple > 0 && Number.isFinite(found) ? found : null;
}
