/**
 * What one pass over the interviews leaves: sums by place in the design. Every estimate and its variance is made of them,
 * so a million rows cost what their clusters cost.
 */

/** Rows of one domain, one cluster (and second stage, and cell of the margins) together. */
export interface Cell {
  /** Value of the domain's column; empty where none is asked for. */
  readonly domain: string;
  readonly stratum: string;
  /** Cluster drawn first. Where none is named each row is its own. */
  readonly psu: string;
  /** Drawn second within it, empty where there is no second stage. */
  readonly ssu: string;
  /** Its value of each column that is adjusted to known totals. */
  readonly margins: readonly string[];
  /** Rows, and those of them with an answer. */
  readonly rows: number;
  readonly n: number;
  /** Sums over rows with an answer: w, w·y, w·y², and of a ratio's lower line w·x. */
  readonly w: number;
  readonly wy: number;
  readonly wyy: number;
  readonly wx: number;
  /** Sum of w over all rows, answered or not. */
  readonly allW: number;
  /** Where each row of the cell is a cluster by itself: what their squares sum to. Absent where the cell is in one cluster. */
  readonly pooled?: Pooled;
}

/** Of a share: Σ w² over those who said yes, and over those who said no. */
export interface Pooled {
  readonly yes: number;
  readonly no: number;
}

/** Known sizes for the finite population correction, by stratum and by cluster: units, or null where not corrected. */
export interface Sizes {
  readonly first: ReadonlyMap<string, number> | null;
  readonly second: ReadonlyMap<string, number> | null;
}

/** Neumaier's sum: the rounding of each step is kept and added at the end. */
export function total(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

export function sumOf<T>(of: readonly T[], value: (it: T) => number): number {
  return total(of.map(value));
}
