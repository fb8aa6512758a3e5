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
  /** Σ (y ln μ − μ): without the counts' factorials. */
  readonly logLikelihood: number;
  /** Of beta's entry `at`. */
  variance(at: number): number;
}

const ROUNDS = 100;
const HALVINGS = 30;
const SETTLED = 1e-4;
/** Newton's steps square: after one of this size the next would move nothing that a double shows. */
const STILL = 1e-8;

/** Arrays that fits of one shape use in turn: thousands a second would be thrown away. */
interface Scratch {
  readonly mu: Float64Array;
  readonly eta: Float64Array;
  readonly sufficient: Float64Array;
  readonly information: Float64Array;
  readonly step: Float64Array;
  readonly next: Float64Array;
}

const scratches = new Map<number, Scratch>();

function scratchFor(cells: number, width: number): Scratch {
  const key = cells * 1024 + width;
  const known = scratches.get(key);
  if (known) return known;
  const made = {
    mu: new Float64Array(cells),
    eta: new Float64Array(cells),
    sufficient: new Float64Array(width),
    information: new Float64Array(width * width),
    step: new Float64Array(width),
    next: new Float64Array(width),
  };
  scratches.set(key, made);
  return made;
}

export interface From {
  /** A beta near the end, as that of a like table. */
  readonly start?: Float64Array | undefined;
  /** A log-likelihood that is wanted: a fit that cannot reach it is given up. */
  readonly floor?: number | undefined;
}

/**
 * Null where no iteration converges, the information is singular or the floor is out of reach. Steps are halved while the
 * likelihood falls; ends when a step moves nothing, or the likelihood no more.
 */
export function newton(
  design: Design,
  y: Float64Array,
  { start, floor = -Infinity }: From = {},
): Solution | null {
  const { cells, width } = design;
  const { mu, eta, sufficient, information, step, next } = scratchFor(cells, width);
  design.sums(y, sufficient);
  const beta = start ? start.slice() : first(design, y);
  if (!beta) return null;
  let before = rise(beta);
  for (let round = 0; round < ROUNDS; round++) {
    design.sums(mu, step);
    for (let j = 0; j < width; j++) next[j] = step[j] = (sufficient[j] as number) - (step[j] as number);
    design.information(mu, information);
    if (!factor(information, width)) return astray();
    solveWith(information, width, step);
    const { most, sum, decrement } = sizeOf(step, next);
    // with a short step no more than the decrement is left to gain (Boyd & Vandenberghe 2004, 9.6)
    if (sum < SHORT && before + decrement < floor) return null;
    let after = Number.NEGATIVE_INFINITY;
    for (let half = 0, share = 1; half < HALVINGS; half++, share /= 2) {
      for (let j = 0; j < width; j++) next[j] = (beta[j] as number) + share * (step[j] as number);
      after = rise(next);
      if (after >= before - 1e-12 * Math.abs(before)) break;
    }
    if (!Number.isFinite(after)) return astray();
    beta.set(next);
    if (most > STILL && Math.abs(after - before) > 1e-13 * Math.abs(after)) {
      before = after;
      continue;
    }
    // an end that still moves may be no end, and a start far away the cause
    if (start && most >= SETTLED) return astray();
    design.information(mu, information);
    // singular at the end: the best fit lies at the edge, where an estimate means nothing
    if (!factor(information, width)) return null;
    const settled = most < SETTLED;
    const at = information.slice();
    return { beta, mu: mu.slice(), settled, logLikelihood: after, variance: j => inverseAt(at, width, j) };
  }
  return astray();

  /** From a start too far away the steps lead nowhere: begin again without it. */
  function astray(): Solution | null {
    return start ? newton(design, y, { floor }) : null;
  }

  /** Σ (y η − μ), with η and μ written on the way. */
  function rise(at: Float64Array): number {
    design.predict(at, eta);
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (sufficient[j] as number) * (at[j] as number);
    for (let i = 0; i < cells; i++) {
      const mean = Math.exp(eta[i] as number);
      mu[i] = mean;
      sum -= mean;
    }
    return sum;
  }
}

/** No cell moves further than the steps' sum; below this the likelihood is near its parabola. */
const SHORT = 0.5;

function sizeOf(step: Float64Array, score: Float64Array): { most: number; sum: number; decrement: number } {
  let [most, sum] = [0, 0];
  let decrement = 0;
  for (let j = 0; j < step.length; j++) {
    most = Math.max(most, Math.abs(step[j] as number));
    sum += Math.abs(step[j] as number);
    decrement += (step[j] as number) * (score[j] as number);
  }
  return { most, sum, decrement };
}

/** Least squares on the logarithms of the counts, weighted by them: where the first step would lead. */
function first(design: Design, y: Float64Array): Float64Array | null {
  const beta = new Float64Array(design.width);
  const information = new Float64Array(design.width ** 2);
  const near = Float64Array.from(y, count => count + 0.5);
  design.sums(
    near.map((mean, i) => mean * Math.log(mean) + (y[i] as number) - mean),
    beta,
  );
  design.information(near, information);
  if (!factor(information, design.width)) return null;
  solveWith(information, design.width, beta);
  return beta;
}

function inverseAt(factored: Float64Array, width: number, at: number): number {
  const unit = new Float64Array(width);
  unit[at] = 1;
  solveWith(factored, width, unit);
  return unit[at] as number;
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
