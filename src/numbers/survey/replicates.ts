/** Variances by replicate weights: the estimate is made again with clusters left out or doubled. Pure. */
import { Problem } from '#core/errors.ts';
import { type Cell, type Sizes, total } from '#numbers/survey/sums.ts';
import { secondKey } from '#numbers/survey/variance.ts';

export const REPLICATES = ['jk1', 'jkn', 'brr', 'fay'] as const;
export type Replication = (typeof REPLICATES)[number];

interface Replicate {
  /** By what each cluster's weight is multiplied; 1 where it is not named. */
  readonly factors: ReadonlyMap<string, number>;
  /** Of this replicate's squared distance. */
  readonly scale: number;
}

/** How much a replicate of Fay's method keeps of the lighter half. */
export const FAY = 0.3;

/** Throws `survey.pairs` where a stratum does not have the two clusters that `brr` and `fay` need. */
export function replicatesOf(cells: readonly Cell[], kind: Replication, sizes: Sizes): Replicate[] {
  const strata = new Map<string, Set<string>>();
  for (const { stratum, psu } of cells) {
    const clusters = strata.get(stratum) ?? new Set();
    strata.set(stratum, clusters.add(secondKey(stratum, psu)));
  }
  if (kind === 'brr' || kind === 'fay') return halves(strata, kind === 'fay' ? FAY : 0);
  if (kind === 'jk1' && strata.size > 1) throw new Problem('survey.strata', { what: String(strata.size) });
  return [...strata].flatMap(([stratum, clusters]) => leftOut(clusters, sizes.first?.get(stratum)));
}

function leftOut(clusters: ReadonlySet<string>, size: number | undefined): Replicate[] {
  const n = clusters.size;
  if (n < 2) return [];
  const fraction = size === undefined ? 0 : size <= 1 ? size : n / size;
  return [...clusters].map(out => ({
    factors: new Map([...clusters].map(it => [it, it === out ? 0 : n / (n - 1)])),
    scale: ((1 - fraction) * (n - 1)) / n,
  }));
}

/** Rows of a Hadamard matrix, Sylvester's: as many replicates as the next power of two above the strata (McCarthy 1969). */
function halves(strata: ReadonlyMap<string, ReadonlySet<string>>, kept: number): Replicate[] {
  for (const [stratum, clusters] of strata)
    if (clusters.size !== 2) throw new Problem('survey.pairs', { what: stratum, limit: clusters.size });
  let size = 4;
  while (size <= strata.size) size *= 2;
  return Array.from({ length: size }, (_, row) => ({
    factors: new Map(
      [...strata.values()].flatMap((clusters, column) => {
        const up = (bits(row & (column + 1)) & 1) === 0;
        return [...clusters].map((it, i): [string, number] => [it, (i === 0) === up ? 2 - kept : kept]);
      }),
    ),
    scale: 1 / (size * (1 - kept) ** 2),
  }));
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

/** Of the estimates about their mean. `estimate` is asked once a replicate, with its cells. */
export function replicated(
  cells: readonly Cell[],
  replicates: readonly Replicate[],
  estimate: (cells: readonly Cell[]) => number,
): number {
  const found = replicates.map(({ factors, scale }) => {
    const weighed = cells.map(cell => times(cell, factors.get(secondKey(cell.stratum, cell.psu)) ?? 1));
    return { scale, value: estimate(weighed) };
  });
  const mean = total(found.map(it => it.value)) / found.length;
  return total(found.map(it => it.scale * (it.value - mean) ** 2));
}

/** A cell with its weights multiplied. */
export function times(cell: Cell, factor: number): Cell {
  if (factor === 1) return cell;
  const { w, wy, wyy, wx, allW } = cell;
  return {
    ...cell,
    w: w * factor,
    wy: wy * factor,
    wyy: wyy * factor,
    wx: wx * factor,
    allW: allW * factor,
  };
}
