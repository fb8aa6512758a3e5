/** The variance of an estimate from its scores over strata, clusters and a second stage. Pure. */
import { Problem } from '#core/errors.ts';
import { type Cell, type Sizes, total } from '#numbers/survey/sums.ts';

/** What a stratum with one cluster adds: an error; nothing; its square about 0; the mean of the others. */
export const LONELY = ['fail', 'remove', 'certainty', 'adjust', 'average'] as const;
export type Lonely = (typeof LONELY)[number];

interface Unit {
  readonly key: string;
  readonly score: number;
  readonly inside: ReadonlyMap<string, number>;
}

/** Clusters of each stratum, with what each scores and what its second stage does. Every cluster of the design is one. */
function strataOf(cells: readonly Cell[], scores: Float64Array): Map<string, Unit[]> {
  const strata = new Map<string, Map<string, Map<string, number[]>>>();
  for (const [i, { stratum, psu, ssu }] of cells.entries()) {
    const clusters = strata.get(stratum) ?? new Map<string, Map<string, number[]>>();
    strata.set(stratum, clusters);
    const within = clusters.get(psu) ?? new Map<string, number[]>();
    clusters.set(psu, within);
    const parts = within.get(ssu) ?? [];
    within.set(ssu, parts);
    parts.push(scores[i] as number);
  }
  return new Map(
    [...strata].map(([stratum, clusters]) => [
      stratum,
      [...clusters].map(([key, within]) => {
        const inside = new Map([...within].map(([ssu, parts]) => [ssu, total(parts)]));
        return { key, score: total(inside.values()), inside };
      }),
    ]),
  );
}

/** Share of the units drawn: a size up to 1 is that share itself. 0 where nothing is known. */
function drawn(units: number, size: number | undefined): number {
  if (size === undefined) return 0;
  return size <= 1 ? size : units / size;
}

function spread(scores: readonly number[], fraction: number): number {
  const n = scores.length;
  const mean = total(scores) / n;
  return ((1 - fraction) * n * total(scores.map(it => (it - mean) ** 2))) / (n - 1);
}

export interface Design {
  readonly sizes: Sizes;
  readonly lonely: Lonely;
}

/**
 * Σ over strata (1 − f) n/(n − 1) Σ (z − z̄)², and with a second stage f times each cluster's own (Särndal et al. 1992,
 * 4.3). Throws `survey.lonely` for a stratum with one cluster, unless told what to do with it.
 */
export function variance(
  cells: readonly Cell[],
  scores: Float64Array,
  design: Design,
  squares: Float64Array = new Float64Array(cells.length),
): number {
  const parts = cells.some(it => it.pooled)
    ? pooledParts(cells, scores, squares, design)
    : [...strataOf(cells, scores)].map(([stratum, units]) => ofStratum(stratum, units, design));
  const known = parts.filter(it => it !== null);
  return (total(known) * parts.length) / Math.max(1, known.length);
}

/** The same where each row is a cluster: Σ (z − z̄)² is Σ z² less the square of Σ z over n. */
function pooledParts(
  cells: readonly Cell[],
  scores: Float64Array,
  squares: Float64Array,
  design: Design,
): (number | null)[] {
  const strata = Map.groupBy(cells.keys(), i => cells[i]?.stratum ?? '');
  return [...strata].map(([stratum, members]) => {
    const n = total(members.map(i => cells[i]?.rows ?? 0));
    const sum = total(members.map(i => scores[i] as number));
    if (n < 2) return ofStratum(stratum, [{ key: '–', score: sum, inside: new Map() }], design);
    const fraction = drawn(n, design.sizes.first?.get(stratum));
    const apart = Math.max(0, total(members.map(i => squares[i] as number)) - sum ** 2 / n);
    return ((1 - fraction) * n * apart) / (n - 1);
  });
}

/** Null where the mean of the other strata is to stand for it. */
function ofStratum(stratum: string, units: readonly Unit[], { sizes, lonely }: Design): number | null {
  const fraction = drawn(units.length, sizes.first?.get(stratum));
  const within = fraction * total(units.map(unit => ofSecond(unit, stratum, sizes)));
  if (units.length > 1)
    return (
      spread(
        units.map(it => it.score),
        fraction,
      ) + within
    );
  if (fraction >= 1) return within;
  const [only] = units;
  if (lonely === 'fail') throw new Problem('survey.lonely', { what: stratum, where: only?.key ?? '' });
  if (lonely === 'average') return null;
  return lonely === 'adjust' ? (1 - fraction) * (only?.score ?? 0) ** 2 + within : within;
}

/** A single unit of a second stage says nothing of what was not drawn there: it adds nothing, as one drawn for certain. */
function ofSecond({ key, inside }: Unit, stratum: string, sizes: Sizes): number {
  if (inside.size < 2) return 0;
  const fraction = drawn(inside.size, sizes.second?.get(secondKey(stratum, key)));
  return spread([...inside.values()], fraction);
}

export function secondKey(stratum: string, psu: string): string {
  return `${stratum}\u0000${psu}`;
}

/** Clusters less strata, of those with an answer in the domain: what the variance was estimated from. */
export function freedom(
  cells: readonly Cell[],
  domain: (cell: Cell) => boolean,
): { df: number; clusters: number } {
  const strata = new Set<string>();
  const named = new Set<string>();
  let rows = 0;
  for (const cell of cells) {
    if (cell.n === 0 || !domain(cell)) continue;
    strata.add(cell.stratum);
    if (cell.pooled) rows += cell.n;
    else named.add(secondKey(cell.stratum, cell.psu));
  }
  const clusters = named.size + rows;
  return { df: clusters - strata.size, clusters };
}
