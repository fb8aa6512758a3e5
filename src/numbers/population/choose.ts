/** Which log-linear model: stepwise by AIC, or the least BIC over every hierarchical model to an order. Pure. */
import { lnPoissonTail } from '#core/special.ts';
import { type Histories, heldBy, size } from '#numbers/population/histories.ts';
import { supersets } from '#numbers/population/lattice.ts';
import {
  type Fit,
  fitModel,
  fitted,
  isMaximum,
  mainEffects,
  pairs,
  sumsOf,
} from '#numbers/population/log-linear.ts';

/** A new pair must be this sure (Wald) to be added; Silverman (2014). */
const STEPWISE_P = 0.05;
/** Models up to this many units of BIC behind the best are shown. */
const CLOSE = 6;
/** A bootstrap chooses among so many: ten thousand draws of them take seconds, of all 6,893 of five lists an hour. */
const MOST_DRAWN = 113;
/** Beyond this many models the order is lowered, and said. */
const MOST_MODELS = 40_000;

export interface Stepped {
  readonly fit: Fit;
  /** The next pair would have been one that nobody is on: it has no p, so the steps end there. */
  readonly endedEmpty: boolean;
}

/** Adds the pair that lowers AIC most; ends when none does, or when its p is above 5 % or cannot be had. */
export function stepwise(table: Histories): Stepped | null {
  const held = heldBy(table);
  let best = fitted(table, mainEffects(table.lists.length));
  const open = new Set(pairs(table.lists.length));
  while (best && open.size > 0) {
    let next: Fit | null = null;
    let added = 0;
    for (const pair of open) {
      const tried = fitted(table, [...best.terms, pair]);
      if (tried && (!next || tried.aic < next.aic)) [next, added] = [tried, pair];
    }
    if (!next || next.aic >= best.aic) break;
    if (held[added] === 0) return { fit: best, endedEmpty: true };
    if (next.p(added) > STEPWISE_P) break;
    open.delete(added);
    best = next;
  }
  return best && { fit: best, endedEmpty: false };
}

/** A pair's count must be this unlikely under the model without it to be added; Chan, Silverman & Vincent (2021). */
const TAIL_P = 0.02;

/**
 * Adds the pair whose count of people is least likely under the model so far, where the larger model has one maximum;
 * ends when none is below 2 %. A pair that nobody is on may be added: its estimate is −∞. One fit a step.
 */
export function stepwiseByTail(table: Histories): Fit | null {
  const held = heldBy(table);
  let best = fitted(table, mainEffects(table.lists.length));
  while (best) {
    const mean = Float64Array.from(best.mu);
    mean[0] = 0;
    supersets(mean);
    const { terms }: Fit = best;
    const unlikely = pairs(table.lists.length)
      .filter(pair => !terms.includes(pair))
      .map(pair => ({ pair, tail: lnPoissonTail(held[pair] ?? 0, mean[pair] ?? 0) }))
      .filter(it => it.tail < Math.log(TAIL_P))
      .sort((a, b) => a.tail - b.tail);
    let next: Fit | null = null;
    for (const { pair } of unlikely) if (!next) next = fitted(table, [...terms, pair]);
    if (!next) return best;
    best = next;
  }
  return best;
}

export interface Searched {
  /** By BIC, the best first; only those close to it. */
  readonly close: readonly Fit[];
  readonly order: number;
  /** What a bootstrap chooses among: all models, or where they are many those with the least BIC here. */
  readonly drawn: readonly Fit[];
  readonly all: boolean;
}

/** Every hierarchical model up to `order` lists a term. What has no best fit is found out only near the top: it costs most. */
export function byBic(table: Histories, order = table.lists.length - 1): Searched {
  const within = orderWithin(table.lists.length, order);
  const sums = sumsOf(table);
  const exists = (fit: Fit) => isMaximum(table, fit);
  const fits = hierarchical(table.lists.length, within)
    .flatMap(terms => fitModel(table, terms, sums) ?? [])
    .toSorted((a, b) => a.bic - b.bic);
  const best = fits.findIndex(exists);
  const worst = (fits[best]?.bic ?? Number.NaN) + CLOSE;
  const near = fits.slice(best).filter(it => it.bic <= worst);
  return {
    close: near.filter(exists),
    order: within,
    drawn: fits.slice(0, MOST_DRAWN),
    all: fits.length <= MOST_DRAWN,
  };
}

/** The least BIC on a table of the models that these fits to a like table are of: a bootstrap asks ten thousand times. */
export function leastBic(table: Histories, like: readonly Fit[]): Fit | null {
  const sums = sumsOf(table);
  let best: Fit | null = null;
  for (const fitted of like) {
    const { terms } = fitted;
    const fit = fitModel(table, terms, sums, { like: fitted, below: best?.bic ?? Infinity });
    if (!fit || (best && fit.bic >= best.bic)) continue;
    if (isMaximum(table, fit)) best = fit;
  }
  return best;
}

function orderWithin(lists: number, order: number): number {
  let within = Math.max(1, Math.min(order, lists - 1));
  if (lists > 5) within = Math.min(within, 2);
  return 2 ** ((lists * (lists - 1)) / 2) > MOST_MODELS ? 1 : within;
}

/** Models as closed sets of terms: a term is in only with everything it holds. Main effects are always in. */
export function hierarchical(lists: number, order: number): number[][] {
  let models = [mainEffects(lists)];
  for (let level = 2; level <= order; level++) {
    const terms = Array.from({ length: 1 << lists }, (_, mask) => mask).filter(mask => size(mask) === level);
    models = models.flatMap(model => {
      const ready = terms.filter(term => parts(term).every(part => model.includes(part)));
      return subsets(ready).map(extra => [...model, ...extra]);
    });
  }
  return models;
}

function parts(term: number): number[] {
  const found: number[] = [];
  for (let rest = term; rest; rest &= rest - 1) found.push(term & ~(rest & -rest));
  return found;
}

function subsets(of: readonly number[]): number[][] {
  return Array.from({ length: 2 ** of.length }, (_, set) => of.filter((_it, i) => set & (1 << i)));
}
