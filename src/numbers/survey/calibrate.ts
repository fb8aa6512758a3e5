/** Weights adjusted to totals that are known from elsewhere: post-stratification, and raking over several margins. Pure. */
import { Problem } from '#core/errors.ts';
import { times } from '#numbers/survey/replicates.ts';
import { type Cell, total } from '#numbers/survey/sums.ts';

/** Of each margin, in the order of `Cell.margins`: how many people each value has. */
export type Margins = readonly ReadonlyMap<string, number>[];

/** Raking halves what is left in a few rounds; where margins say the opposite of each other it never settles. */
const ROUNDS = 100;
const CLOSE = 1e-12;

/**
 * Each margin's weights are scaled to its totals in turn until all hold (Deming & Stephan 1940); one margin is
 * post-stratification. Throws `survey.margin` for a value without a total or without people, and where it does not settle.
 */
export function calibrated(cells: readonly Cell[], margins: Margins): readonly Cell[] {
  if (margins.length === 0) return cells;
  margins.forEach((known, at) => {
    check(cells, known, at);
  });
  const factors = new Float64Array(cells.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    let off = 0;
    for (const [at, known] of margins.entries()) {
      const sums = sumsBy(cells, at, i => (cells[i]?.allW ?? 0) * (factors[i] as number));
      for (const [i, cell] of cells.entries()) {
        const value = cell.margins[at] ?? '';
        const factor = (known.get(value) ?? 0) / (sums.get(value) ?? 1);
        off = Math.max(off, Math.abs(factor - 1));
        factors[i] = (factors[i] as number) * factor;
      }
    }
    if (off < CLOSE || margins.length === 1) return cells.map((cell, i) => times(cell, factors[i] as number));
  }
  throw new Problem('survey.margin', { what: 'raking', where: String(ROUNDS) });
}

function check(cells: readonly Cell[], known: ReadonlyMap<string, number>, at: number): void {
  const seen = sumsBy(cells, at, i => cells[i]?.allW ?? 0);
  for (const value of new Set([...seen.keys(), ...known.keys()]))
    if (!((known.get(value) ?? 0) > 0 && (seen.get(value) ?? 0) > 0))
      throw new Problem('survey.margin', { what: value, where: String(at + 1) });
}

function sumsBy(cells: readonly Cell[], at: number, weight: (i: number) => number): Map<string, number> {
  const groups = Map.groupBy(cells.keys(), i => cells[i]?.margins[at] ?? '');
  return new Map([...groups].map(([value, members]) => [value, total(members.map(weight))]));
}

/**
 * Scores without what the known totals already say: the mean of each margin's value is taken off, in turns where there are
 * several margins (Deville & Särndal 1992: the variance is that of the residuals, of a regression by the weights before).
 */
export function residual(
  known: readonly Cell[],
  before: readonly Cell[],
  scores: Float64Array,
  margins: number,
): Float64Array {
  const left = Float64Array.from(scores);
  const scale = known.map((cell, i) => cell.allW / (before[i]?.allW || 1));
  for (let round = 0; round < (margins > 1 ? ROUNDS : 1); round++)
    for (let at = 0; at < margins; at++) {
      const weights = sumsBy(before, at, i => before[i]?.allW ?? 0);
      const sums = sumsBy(before, at, i => (left[i] as number) / (scale[i] || 1));
      for (const [i, cell] of known.entries()) {
        const value = cell.margins[at] ?? '';
        left[i] = (left[i] as number) - (cell.allW * (sums.get(value) ?? 0)) / (weights.get(value) ?? 1);
      }
    }
  return left;
}
