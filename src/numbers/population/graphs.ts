/**
 * Bayesian averaging over decomposable graphs of three to five lists (Madigan & York 1997). Hyper-Dirichlet prior with δ a
 * cell, prior of the size proportional to 1/N, all graphs alike. Pure.
 */
import { lnGamma } from '#core/special.ts';
import { type Histories, size } from '#numbers/population/histories.ts';
import { pairs } from '#numbers/population/log-linear.ts';

export interface Graph {
  readonly cliques: readonly number[];
  readonly separators: readonly number[];
}

export interface Posterior {
  readonly mean: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Share of the weight in equal steps of size, for a drawing. */
  readonly bars: Bars;
  /** Local peaks of the smoothed posterior that hold at least a twentieth of the highest, by size. */
  readonly modes: readonly number[];
  /** Weight within the last hundredth of the grid: where it is not near 0 the cap decides, not the data. */
  readonly atCap: number;
  readonly top: { readonly graph: string; readonly probability: number };
  readonly grid: number;
}

/** Every decomposable graph: cliques and separators along a perfect order. 8, 61, 822 for 3, 4, 5 lists. */
export function decomposable(lists: number): Graph[] {
  const edges = pairs(lists);
  return Array.from({ length: 2 ** edges.length }, (_, set) =>
    edges.filter((_e, i) => set & (1 << i)),
  ).flatMap(chosen => junction(lists, chosen) ?? []);
}

/** Maximum cardinality search; null where a cycle of four or more has no chord. */
function junction(lists: number, edges: readonly number[]): Graph | null {
  const neighbours = Array.from({ length: lists }, (_, v) =>
    edges.filter(edge => edge & (1 << v)).reduce((mask, edge) => mask | (edge & ~(1 << v)), 0),
  );
  let seen = 0;
  const cliques: number[] = [];
  const separators: number[] = [];
  for (let step = 0; step < lists; step++) {
    const next = neighbours
      .map((mask, v) => (seen & (1 << v) ? -1 : size(mask & seen)))
      .reduce((best, count, v, all) => (count > (all[best] ?? -1) ? v : best), 0);
    const before = (neighbours[next] ?? 0) & seen;
    for (let v = 0; v < lists; v++)
      if (before & (1 << v) && (before & ~(1 << v) & ~(neighbours[v] ?? 0)) !== 0) return null;
    const last = cliques.length - 1;
    if (last >= 0 && before === cliques[last]) cliques[last] = before | (1 << next);
    else {
      if (step > 0) separators.push(before);
      cliques.push(before | (1 << next));
    }
    seen |= 1 << next;
  }
  return { cliques, separators };
}

/** Posterior of the size for 0…`most` unseen people, in whole people. `delta`: prior count a cell, 2^−k unless given. */
export function averaged(
  table: Histories,
  most: number,
  level = 0.95,
  delta = 2 ** -table.lists.length,
  least = 0,
): Posterior {
  const k = table.lists.length;
  const width = most - least + 1;
  const total = delta * 2 ** k;
  const marginals = Array.from({ length: 1 << k }, (_, mask) => marginal(table, mask, delta, least, most));
  const base = Float64Array.from({ length: width }, (_, i) => {
    const n = table.observed + least + i;
    return lnGamma(n + 1) - lnGamma(least + i + 1) - Math.log(n) + lnGamma(total) - lnGamma(n + total);
  });
  const graphs = decomposable(k);
  const peaks = graphs.map(graph => peakOf(base, graph, marginals));
  const top = Math.max(...peaks);
  const density = new Float64Array(width);
  const weights = graphs.map((graph, g) =>
    (peaks[g] ?? 0) < top - NEGLIGIBLE ? 0 : addTo(density, base, graph, marginals, top),
  );
  const all = weights.reduce((sum, it) => sum + it, 0);
  const best = weights.indexOf(Math.max(...weights));
  const chosen = graphs[best];
  const first = table.observed + least;
  const quantile = (q: number) => quantileOf(density, all, q) + first;
  return {
    mean: density.reduce((sum, it, i) => sum + it * (first + i), 0) / all,
    median: quantile(0.5),
    low: quantile((1 - level) / 2),
    high: quantile((1 + level) / 2),
    bars: barsOf(i => density[i] ?? 0, first, width, all),
    modes: modesOf(density).map(it => it + first),
    atCap: density.slice(-Math.ceil(width / 100)).reduce((sum, it) => sum + it, 0) / all,
    top: { graph: nameOf(chosen, table.lists), probability: (weights[best] ?? 0) / all },
    grid: width,
  };
}

/** Of one marginal table, over the grid: only its cell of nobody depends on who was not seen. */
function marginal(table: Histories, mask: number, delta: number, least: number, most: number): Float64Array {
  const prior = delta * 2 ** (table.lists.length - size(mask));
  const sums = new Map<number, number>();
  table.counts.forEach((count, cell) => {
    sums.set(cell & mask, (sums.get(cell & mask) ?? 0) + count);
  });
  const none = sums.get(0) ?? 0;
  const fixed = [...sums].reduce((sum, [cell, count]) => sum + (cell ? lnGamma(count + prior) : 0), 0);
  const constant = fixed - 2 ** size(mask) * lnGamma(prior);
  return rising(none + least + prior, most - least + 1).map(it => it + constant);
}

/** ln Γ(x), ln Γ(x + 1), …: each from the one before, and anew from time to time so that rounding does not add up. */
function rising(x: number, n: number): Float64Array {
  const found = new Float64Array(n);
  for (let i = 0; i < n; i++)
    found[i] = i % ANEW === 0 ? lnGamma(x + i) : (found[i - 1] as number) + Math.log(x + i - 1);
  return found;
}

const ANEW = 512;

/** What lies this far below the highest point (e^−30, on 822 graphs) changes no digit that is asked for. */
const NEGLIGIBLE = 30;
/** Curves are looked at in steps: they are smooth far from the start, where every person counts. */
const NEAR = 64;

type HeightAt = (i: number) => number;

function heightOf(
  base: Float64Array,
  { cliques, separators }: Graph,
  marginals: readonly Float64Array[],
): HeightAt {
  const plus = cliques.map(mask => marginals[mask] as Float64Array);
  const minus = separators.map(mask => marginals[mask] as Float64Array);
  return i => {
    let height = base[i] as number;
    for (let p = 0; p < plus.length; p++) height += (plus[p] as Float64Array)[i] as number;
    for (let m = 0; m < minus.length; m++) height -= (minus[m] as Float64Array)[i] as number;
    return height;
  };
}

function peakOf(base: Float64Array, graph: Graph, marginals: readonly Float64Array[]): number {
  const at = heightOf(base, graph, marginals);
  let peak = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < base.length; i += i < NEAR ? 1 : NEAR) peak = Math.max(peak, at(i));
  return peak;
}

/** Adds a graph's weights to the density; stretches whose ends are negligible are passed over. Gives their sum. */
function addTo(
  density: Float64Array,
  base: Float64Array,
  graph: Graph,
  marginals: readonly Float64Array[],
  top: number,
): number {
  const at = heightOf(base, graph, marginals);
  const least = top - NEGLIGIBLE;
  let sum = 0;
  for (let from = 0; from < base.length; from += NEAR) {
    const to = Math.min(base.length, from + NEAR);
    if (from > 0 && at(from) < least && at(to - 1) < least) continue;
    for (let i = from; i < to; i++) {
      const part = Math.exp(at(i) - top);
      density[i] = (density[i] as number) + part;
      sum += part;
    }
  }
  return sum;
}

function quantileOf(density: Float64Array, all: number, q: number): number {
  let sum = 0;
  return Math.max(
    0,
    density.findIndex(it => {
      sum += it;
      return sum >= q * all;
    }),
  );
}

function modesOf(density: Float64Array): number[] {
  const span = Math.max(1, Math.floor(density.length / 400));
  const highest = density.reduce((a, b) => Math.max(a, b), 0);
  const found: number[] = [];
  for (let i = 0; i < density.length; i++) {
    const here = density[i] ?? 0;
    if (here < highest / 20) continue;
    let peak = true;
    for (let j = Math.max(0, i - span); j <= Math.min(density.length - 1, i + span) && peak; j++)
      peak = (density[j] ?? 0) < here || (density[j] === here && j >= i);
    if (peak) found.push(i);
  }
  return found;
}

/** Equal steps from `from`, each with its share. */
export interface Bars {
  readonly from: number;
  readonly step: number;
  readonly shares: readonly number[];
}

const BARS = 80;
/** Left out of a drawing at the upper end. */
const LONG_TAIL = 0.002;

/** `weight(i)` of the size `first + i`, i below `width`; `all` their sum. The last two in a thousand are not drawn. */
export function barsOf(weight: (i: number) => number, first: number, width: number, all: number): Bars {
  let end = width;
  for (let tail = 0; end > 1; end--) {
    tail += weight(end - 1);
    if (tail > LONG_TAIL * all) break;
  }
  const step = Math.max(1, Math.ceil(end / BARS));
  const shares = Array.from({ length: Math.ceil(end / step) }, (_, bar) => {
    let sum = 0;
    for (let i = bar * step; i < Math.min(end, (bar + 1) * step); i++) sum += weight(i);
    return sum / all;
  });
  return { from: first, step, shares };
}

function nameOf(graph: Graph | undefined, lists: readonly string[]): string {
  return (graph?.cliques ?? [])
    .map(mask => `[${lists.filter((_, bit) => mask & (1 << bit)).join(',')}]`)
    .join('');
}
