/**
 * Poisson log-linear models over the 2^k − 1 histories that can be seen; the size is n + exp(intercept).
 * A term that nobody's history holds has the estimate −∞: it and every cell that holds it leave the fit
 * (extended maximum likelihood; Chan, Silverman & Vincent 2021). Pure.
 */
import { lnGamma, twoSided } from '#core/special.ts';
import { type Histories, heldBy, size } from '#numbers/population/histories.ts';
import { lattice } from '#numbers/population/lattice.ts';
import { hasPositiveSolution, rank } from '#numbers/population/linear.ts';
import { newton } from '#numbers/population/poisson.ts';

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
  /** Of the intercept and the terms in the fit. */
  readonly beta: Float64Array;
  /** Mean of each history. */
  readonly mu: Float64Array;
  /** Whether the fit is certain to be a maximum. */
  readonly settled: boolean;
}

export type Refusal = 'no-maximum' | 'not-identifiable';

export function mainEffects(lists: number): number[] {
  return Array.from({ length: lists }, (_, bit) => 1 << bit);
}

export function pairs(lists: number): number[] {
  return Array.from({ length: 1 << lists }, (_, mask) => mask).filter(mask => size(mask) === 2);
}

/** What is left to fit when terms that nobody's history holds are gone, with every cell that holds one. */
export interface Kept {
  /** Terms in the fit; the intercept comes before them. */
  readonly terms: readonly number[];
  /** 1 for each cell in the fit. */
  readonly open: Uint8Array;
}

/** From the cell `first`: 0 takes those on no list in, 1 leaves them out. `held`: people whose history holds a mask. */
export function keptOf(held: Float64Array, terms: readonly number[], first: 0 | 1 = 1): Kept {
  const empty = terms.filter(term => held[term] === 0);
  const holdsEmpty = (mask: number) => empty.some(none => (mask & none) === none);
  const open = new Uint8Array(held.length).fill(1);
  if (first === 1) open[0] = 0;
  if (empty.length === 0) return { terms, open };
  for (let cell = 1; cell < open.length; cell++) if (holdsEmpty(cell)) open[cell] = 0;
  return { terms: terms.filter(term => !holdsEmpty(term)), open };
}

/** Whether the model can be fitted: a maximum exists and is the only one. */
export function refusal(table: Histories, terms: readonly number[]): readonly Refusal[] {
  const held = heldBy(table);
  const { open, terms: kept } = keptOf(held, terms);
  const cells = Array.from(open.keys()).filter(cell => open[cell]);
  const columns = [0, ...kept].map(term => cells.map(cell => Number((cell & term) === term)));
  const found: Refusal[] = [];
  if (
    !hasPositiveSolution(
      columns,
      [0, ...kept].map(term => held[term] ?? 0),
    )
  )
    found.push('no-maximum');
  if (rank(columns) <= kept.length) found.push('not-identifiable');
  return found;
}

/** Null where there is no maximum, or not one alone. The linear programme is asked only where the fit leaves a doubt. */
export function fitted(table: Histories, terms: readonly number[]): Fit | null {
  const fit = fitModel(table, terms);
  return fit && isMaximum(table, fit) ? fit : null;
}

export function isMaximum(table: Histories, fit: Fit): boolean {
  return fit.settled || refusal(table, fit.terms).length === 0;
}

/** What the fits of many models to one table share. */
export interface Sums {
  readonly held: Float64Array;
  /** Σ ln count!, over the histories that can be seen. */
  readonly lnFactorials: number;
}

export function sumsOf(table: Histories): Sums {
  const lnFactorials = table.counts.reduce((sum, count) => sum + (count > 1 ? lnGamma(count + 1) : 0), 0);
  return { held: heldBy(table), lnFactorials };
}

/**
 * Null where no iteration converges; whether what is found is a maximum, `fitted` says. `like`: the fit of a like table, to
 * start from where it has as many terms; `below`: a BIC, and nothing above it is wanted.
 */
export function fitModel(
  table: Histories,
  terms: readonly number[],
  sums = sumsOf(table),
  { like, below = Infinity }: { like?: Fit; below?: number } = {},
): Fit | null {
  const { open, terms: kept } = keptOf(sums.held, terms);
  // a term whose estimate is −∞ was estimated too
  const free = terms.length + 1;
  const found = newton(lattice(table.lists.length, kept, open), table.counts, {
    start: like?.beta.length === kept.length + 1 ? like.beta : undefined,
    floor: (free * Math.log(table.observed) - below) / 2 + sums.lnFactorials,
  });
  if (!found) return null;
  const { beta, mu, settled } = found;
  const logLikelihood = found.logLikelihood - sums.lnFactorials;
  return {
    terms,
    settled,
    estimate: table.observed + Math.exp(beta[0] as number),
    aic: -2 * logLikelihood + 2 * free,
    bic: -2 * logLikelihood + free * Math.log(table.observed),
    mu,
    beta,
    p(term) {
      const at = kept.indexOf(term) + 1;
      return at > 0 ? twoSided((beta[at] as number) / Math.sqrt(found.variance(at))) : 1;
    },
  };
}
