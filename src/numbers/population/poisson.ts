/** Poisson regression with log link by Newton's method, over any design that can sum its columns. Pure. */
import { factor, solveWith } from '#numbers/population/linear.ts';

/** Cells × columns, the intercept first. What is asked of it is written into the arrays given. */
export interface Design {
  readonly cells: number;
  readonly width: number;
  /** η = X β, one a cell. */
  predict(beta: Float64Array, into: Float64Array): void;
  /** X' v, one a column. */
  sums(values: Float64Array, into: Float64Array): void;
  /** X' diag(μ) X, width × width, row by row; the lower half is enough. */
  information(mu: Float64Array, into: Float64Array): void;
}

export interface Solution {
  readonly beta: Float64Array;
  readonly mu: Float64Array;
  /**
   * Whether a maximum is certain: the last Newton step moved nothing. Along a direction without a maximum each step moves
   * by about 1, for ever; where this is false, ask `hasPositiveSolution`.
   */
  readonly settled: boolean;
  /** Of beta's entry `at`. */
  variance(at: number): number;
}

const ROUNDS = 100;
const HALVINGS = 30;
const SETTLED = 1e-4;

/** Null where no iteration converges or the information is singular. With step halving, to 1e-12 of the deviance. */
export function newton(design: Design, y: Float64Array): Solution | null {
  const { cells, width } = design;
  const mu = Float64Array.from(y, count => count + 0.5);
  const eta = mu.map(Math.log);
  const working = new Float64Array(cells);
  const information = new Float64Array(width * width);
  let beta = new Float64Array(width);
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < cells; i++)
      working[i] = (mu[i] as number) * (eta[i] as number) + (y[i] as number) - (mu[i] as number);
    const next = new Float64Array(width);
    design.sums(working, next);
    design.information(mu, information);
    if (!factor(information, width)) return null;
    solveWith(information, width, next);
    let after = Number.POSITIVE_INFINITY;
    for (let half = 0; half < HALVINGS; half++) {
      design.predict(next, eta);
      for (let i = 0; i < cells; i++) mu[i] = Math.exp(eta[i] as number);
      after = deviance(y, mu);
      if (after <= before * (1 + 1e-10) + 1e-10 || round === 0) break;
      for (let j = 0; j < width; j++) next[j] = ((next[j] as number) + (beta[j] as number)) / 2;
    }
    if (!Number.isFinite(after)) return null;
    const moved = next.reduce((most, it, j) => Math.max(most, Math.abs(it - (beta[j] as number))), 0);
    beta = next;
    if (Math.abs(before - after) <= 1e-12 * (Math.abs(after) + 0.1)) {
      design.information(mu, information);
      // singular at the end: the best fit lies at the edge, where an estimate means nothing
      if (!factor(information, width)) return null;
      return { beta, mu, settled: moved < SETTLED, variance: at => inverseAt(information, width, at) };
    }
    before = after;
  }
  return null;
}

function inverseAt(factored: Float64Array, width: number, at: number): number {
  const unit = new Float64Array(width);
  unit[at] = 1;
  solveWith(factored, width, unit);
  return unit[at] as number;
}

function deviance(y: Float64Array, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const [count, mean] = [y[i] as number, mu[i] as number];
    sum += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - count + mean);
  }
  return sum;
}

/** A design given row by row. */
export function dense(rows: readonly (readonly number[])[]): Design {
  const width = rows[0]?.length ?? 0;
  return {
    cells: rows.length,
    width,
    predict(beta, into) {
      for (const [i, row] of rows.entries())
        into[i] = row.reduce((sum, it, j) => sum + it * (beta[j] as number), 0);
    },
    sums(values, into) {
      into.fill(0);
      for (const [i, row] of rows.entries())
        for (const [j, it] of row.entries()) into[j] = (into[j] as number) + it * (values[i] as number);
    },
    information(mu, into) {
      into.fill(0);
      for (const [i, row] of rows.entries())
        for (let a = 0; a < width; a++)
          for (let b = 0; b <= a; b++)
            into[a * width + b] =
              (into[a * width + b] as number) + (mu[i] as number) * (row[a] as number) * (row[b] as number);
    },
  };
}
