/** Small dense linear algebra: symmetric solves, rank, and a linear programme. */

/** Cholesky's factor of a symmetric n × n matrix (row by row, lower half read), in place. False where it is not positive. */
export function factor(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const largest = 1e-12 * Math.abs(a[i * n + i] as number);
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      if (j < i) a[i * n + j] = sum / (a[j * n + j] as number);
      else if (!(sum > largest) || !Number.isFinite(sum)) return false;
      else a[i * n + i] = Math.sqrt(sum);
    }
  }
  return true;
}

/** Solves A x = b in place, A as `factor` left it. */
export function solveWith(l: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (l[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (l[i * n + i] as number);
  }
}

/** Rank of a matrix of zeros and ones, by elimination with the largest pivot. */
export function rank(rows: readonly (readonly number[])[]): number {
  const m = rows.map(row => [...row]);
  const width = m[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width; column++) {
    let best = found;
    for (let i = found; i < m.length; i++)
      if (Math.abs(m[i]?.[column] ?? 0) > Math.abs(m[best]?.[column] ?? 0)) best = i;
    const pivot = m[best];
    if (!pivot || Math.abs(pivot[column] ?? 0) < 1e-9) continue;
    [m[best], m[found]] = [m[found] as number[], pivot];
    for (let i = found + 1; i < m.length; i++) {
      const factor = (m[i]?.[column] ?? 0) / (pivot[column] ?? 1);
      if (factor !== 0)
        for (let k = column; k < width; k++)
          (m[i] as number[])[k] = (m[i]?.[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
    found++;
  }
  return found;
}

/**
 * Whether A x = t has a solution with every x > 0. Maximises the smallest x by the simplex method with Bland's
 * rule (no cycling). Rows of A are 0 or more, t ≥ 0.
 */
export function hasPositiveSolution(a: readonly (readonly number[])[], t: readonly number[]): boolean {
  // x = y + s with y, s ≥ 0: the columns are those of A, then A·1 for s, then one artificial a row
  const width = (a[0]?.length ?? 0) + 1;
  const rows = a.map((row, i) => {
    const scale = Math.max(1, t[i] ?? 0);
    const real = [...row, row.reduce((sum, it) => sum + it, 0)].map(it => it / scale);
    const artificial = a.map((_, j) => (i === j ? 1 : 0));
    return [...real, ...artificial, (t[i] ?? 0) / scale];
  });
  const basis = a.map((_, i) => width + i);
  const cost = (column: number) => (column >= width ? 1 : 0);
  simplex(rows, basis, cost, width + a.length);
  const infeasible = basis.reduce((sum, column, i) => sum + cost(column) * (rows[i]?.at(-1) ?? 0), 0);
  if (infeasible > 1e-9) return false;
  simplex(rows, basis, column => (column === width - 1 ? -1 : 0), width);
  const at = basis.indexOf(width - 1);
  return at >= 0 && (rows[at]?.at(-1) ?? 0) > 1e-9;
}

/** Minimises in place; columns from `open` on may not enter. Unbounded cannot happen here: A x = t bounds x. */
function simplex(rows: number[][], basis: number[], cost: (column: number) => number, open: number): void {
  for (let round = 0; round < 10_000; round++) {
    let enter = -1;
    for (let column = 0; column < open && enter < 0; column++) {
      const reduced =
        cost(column) - rows.reduce((sum, row, i) => sum + cost(basis[i] ?? 0) * (row[column] ?? 0), 0);
      if (reduced < -1e-10 && !basis.includes(column)) enter = column;
    }
    if (enter < 0) return;
    let leave = -1;
    let least = Number.POSITIVE_INFINITY;
    rows.forEach((row, i) => {
      const by = row[enter] ?? 0;
      if (by <= 1e-10) return;
      const ratio = (row.at(-1) ?? 0) / by;
      if (ratio < least - 1e-12 || (ratio < least + 1e-12 && (basis[i] ?? 0) < (basis[leave] ?? Infinity))) {
        least = ratio;
        leave = i;
      }
    });
    if (leave < 0) return;
    pivot(rows, leave, enter);
    basis[leave] = enter;
  }
}

function pivot(rows: number[][], at: number, column: number): void {
  const row = rows[at] as number[];
  const by = row[column] ?? 1;
  for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) / by;
  for (const other of rows) {
    const factor = other[column] ?? 0;
    if (other === row || factor === 0) continue;
    for (let k = 0; k < row.length; k++) other[k] = (other[k] ?? 0) - factor * (row[k] ?? 0);
  }
}
