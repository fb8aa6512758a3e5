/**
 * Poisson log-linear models over the 2^k − 1 histories that can be seen; the size is n + exp(intercept).
 * A term that nobody's history holds has the estimate −∞: it and every cell that holds it leave the fit
 * (extended maximum likelihood; Chan, Silverman & Vincent 2021). Pure.
 */
import { lnGamma, twoSided } from '#core/special.ts';
import { type Histories, seenOn, size } from '#numbers/population/histories.ts';
import { hasPositiveSolution, rank, solve } from '#numbers/population/linear.ts';

export interface Fit {
  /** The terms asked for, main effects first; a term is a mask of lists. */
  readonly terms: readonly number[];
  /** n + exp(intercept). */
  readonly estimate: number;
  /** −2 log L + 2p. */
  readonly aic: number;
  /** −2 log L + p ln n, n the people seen (not the cells). */
  readonly bic: number;
  /** Wald's p of a term; 1 where it has none, as an empty overlap. Worked out when asked: few of many fits are. */
  p(term: number): number;
}

export type Refusal = 'no-maximum' | 'not-identifiable';

export function mainEffects(lists: number): number[] {
  return Array.from({ length: lists }, (_, bit) => 1 << bit);
}

export function pairs(lists: number): number[] {
  return Array.from({ length: 1 << lists }, (_, mask) => mask).filter(mask => size(mask) === 2);
}

/** What is left to fit when terms that nobody's history holds are gone, with every cell that holds one. */
export interface Design {
  readonly cells: readonly number[];
  /** Terms in the fit; the intercept comes before them. */
  readonly terms: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** From the cell `first`: 0 takes those on no list in, 1 leaves them out. */
export function designOf(table: Histories, terms: readonly number[], first: 0 | 1 = 1): Design {
  const empty = terms.filter(term => seenOn(table, term) === 0);
  const kept = terms.filter(term => !empty.some(none => (term & none) === none));
  const cells: number[] = [];
  for (let cell: number = first; cell < table.counts.length; cell++)
    if (!empty.some(none => (cell & none) === none)) cells.push(cell);
  const rows = cells.map(cell => [1, ...kept.map(term => ((cell & term) === term ? 1 : 0))]);
  return { cells, terms: kept, rows };
}

/** Whether the model can be fitted: a maximum exists and is the only one. Checked before any fit. */
export function refusal(table: Histories, terms: readonly number[]): readonly Refusal[] {
  const { cells, rows, terms: kept } = designOf(table, terms);
  const columns = Array.from({ length: kept.length + 1 }, (_, j) => rows.map(row => row[j] ?? 0));
  const sufficient = columns.map(column =>
    column.reduce((sum, it, i) => sum + it * (table.counts[cells[i] ?? 0] ?? 0), 0),
  );
  const found: Refusal[] = [];
  if (!hasPositiveSolution(columns, sufficient)) found.push('no-maximum');
  if (rank(rows) < kept.length + 1) found.push('not-identifiable');
  return found;
}

/** Null where no iteration converges; ask `refusal` first. Newton with step halving, to 1e-12 of the deviance. */
export function fitModel(table: Histories, terms: readonly number[]): Fit | null {
  const design = designOf(table, terms);
  const y = design.cells.map(cell => table.counts[cell] ?? 0);
  const found = newton(design.rows, y);
  if (!found) return null;
  const { beta, mu } = found;
  const logLikelihood = y.reduce(
    (sum, count, i) => sum + count * Math.log(mu[i] ?? 1) - (mu[i] ?? 0) - lnGamma(count + 1),
    0,
  );
  const unseen = Math.exp(beta[0] ?? 0);
  // a term whose estimate is −∞ was estimated too
  const free = terms.length + 1;
  return {
    terms,
    estimate: table.observed + unseen,
    aic: -2 * logLikelihood + 2 * free,
    bic: -2 * logLikelihood + free * Math.log(table.observed),
    p(term) {
      const at = design.terms.indexOf(term) + 1;
      const variance = at > 0 ? found.covariance()[at]?.[at] : undefined;
      return variance === undefined ? 1 : twoSided((beta[at] ?? 0) / Math.sqrt(variance));
    },
  };
}

interface Solution {
  readonly beta: readonly number[];
  readonly mu: readonly number[];
  /** Of beta: the inverse of the information. */
  covariance(): readonly (readonly number[])[];
}

/** Poisson regression with log link. `rows` has the intercept first. */
export function newton(rows: readonly (readonly number[])[], y: readonly number[]): Solution | null {
  const width = rows[0]?.length ?? 0;
  let mu = y.map(count => count + 0.5);
  let eta = mu.map(Math.log);
  let beta: number[] | null = null;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 100; round++) {
    const working = eta.map((it, i) => it + ((y[i] ?? 0) - (mu[i] ?? 0)) / (mu[i] ?? 1));
    const information = weighted(rows, mu, width);
    const right = Array.from({ length: width }, (_, j) =>
      rows.reduce((sum, row, i) => sum + (row[j] ?? 0) * (mu[i] ?? 0) * (working[i] ?? 0), 0),
    );
    const solved: number[] | undefined = solve(information, [right])?.[0];
    if (!solved) return null;
    let next: number[] = solved;
    let after = Number.POSITIVE_INFINITY;
    for (let half = 0; half < 30; half++) {
      eta = rows.map(row => row.reduce((sum, it, j) => sum + it * (next[j] ?? 0), 0));
      mu = eta.map(Math.exp);
      after = deviance(y, mu);
      if (after <= before * (1 + 1e-10) + 1e-10 || beta === null) break;
      const from: readonly number[] = beta;
      next = next.map((it, j) => (it + (from[j] ?? 0)) / 2);
    }
    beta = next;
    if (!Number.isFinite(after)) return null;
    if (Math.abs(before - after) <= 1e-12 * (Math.abs(after) + 0.1)) {
      const found = weighted(rows, mu, width);
      // singular at the end: the best fit lies at the edge, where an estimate means nothing
      if (!solve(found, [])) return null;
      const units = found.map((_, i) => found.map((_row, j) => Number(i === j)));
      return { beta, mu, covariance: () => solve(found, units) ?? [] };
    }
    before = after;
  }
  return null;
}

function weighted(rows: readonly (readonly number[])[], mu: readonly number[], width: number): number[][] {
  const sum = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  rows.forEach((row, i) => {
    const weight = mu[i] ?? 0;
    for (let a = 0; a < width; a++) {
      const left = (row[a] ?? 0) * weight;
      if (left === 0) continue;
      const into = sum[a] as number[];
      for (let b = 0; b <= a; b++) into[b] = (into[b] ?? 0) + left * (row[b] ?? 0);
    }
  });
  for (let a = 0; a < width; a++)
    for (let b = a + 1; b < width; b++) (sum[a] as number[])[b] = sum[b]?.[a] ?? 0;
  return sum;
}

function deviance(y: readonly number[], mu: readonly number[]): number {
  return y.reduce((sum, count, i) => {
    const mean = mu[i] ?? 0;
    return sum + 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - count + mean);
  }, 0);
}
