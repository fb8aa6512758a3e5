/**
 * A hierarchical log-linear model as a design over the 2^k histories, without its matrix: a cell's predictor is a sum over
 * the terms it holds, a column's sum one over the cells that hold the term, and the information of two terms is the sum of
 * their union. All are subset or superset sums: k·2^k additions (Yates 1937). Pure.
 */
import type { Design } from '#numbers/population/poisson.ts';

/** Cells that take part have `open[cell]` 1; the rest have mean 0. `terms` are masks, without the intercept. */
export function lattice(lists: number, terms: readonly number[], open: Uint8Array): Design {
  const cells = 1 << lists;
  const width = terms.length + 1;
  const columns = Int32Array.of(0, ...terms);
  const sums = new Float64Array(cells);
  return {
    cells,
    width,
    predict(beta, into) {
      into.fill(0);
      for (let j = 0; j < width; j++) into[columns[j] as number] = beta[j] as number;
      for (let bit = 1; bit < cells; bit <<= 1)
        for (let cell = 0; cell < cells; cell++)
          if (cell & bit) into[cell] = (into[cell] as number) + (into[cell ^ bit] as number);
      for (let cell = 0; cell < cells; cell++) if (!open[cell]) into[cell] = Number.NEGATIVE_INFINITY;
    },
    sums(values, into) {
      over(values);
      for (let j = 0; j < width; j++) into[j] = sums[columns[j] as number] as number;
    },
    information(mu, into) {
      over(mu);
      for (let a = 0; a < width; a++)
        for (let b = 0; b <= a; b++)
          into[a * width + b] = sums[(columns[a] as number) | (columns[b] as number)] as number;
    },
  };

  function over(values: Float64Array): void {
    for (let cell = 0; cell < cells; cell++) sums[cell] = open[cell] ? (values[cell] as number) : 0;
    supersets(sums);
  }
}

/** Each entry becomes the sum over all masks that hold it. In place. */
export function supersets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1)
    for (let cell = 0; cell < values.length; cell++)
      if (!(cell & bit)) values[cell] = (values[cell] as number) + (values[cell | bit] as number);
}
