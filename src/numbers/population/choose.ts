/** Which log-linear model: stepwise by AIC, or the least BIC over every hierarchical model to an order. Pure. */
import { type Histories, seenOn, size } from '#numbers/population/histories.ts';
import { type Fit, fitModel, mainEffects, pairs, refusal } from '#numbers/population/log-linear.ts';

/** A new pair must be this sure (Wald) to be added; Silverman (2014). */
const STEPWISE_P = 0.05;
/** Models up to this many units of BIC behind the best are shown. */
const CLOSE = 6;
/** Beyond this many models the order is lowered, and said. */
const MOST_MODELS = 40_000;

export interface Stepped {
  readonly fit: Fit;
  /** The next pair would have been one that nobody is on: it has no p, so the steps end there. */
  readonly endedEmpty: boolean;
}

/** Adds the pair that lowers AIC most; ends when none does, or when its p is above 5 % or cannot be had. */
export function stepwise(table: Histories): Stepped | null {
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
    if (seenOn(table, added) === 0) return { fit: best, endedEmpty: true };
    if (next.p(added) > STEPWISE_P) break;
    open.delete(added);
    best = next;
  }
  return best && { fit: best, endedEmpty: false };
}

function fitted(table: Histories, terms: readonly number[]): Fit | null {
  return refusal(table, terms).length > 0 ? null : fitModel(table, terms);
}

export interface Searched {
  /** By BIC, the best first; only those close to it. */
  readonly close: readonly Fit[];
  readonly order: number;
}

/** Every hierarchical model up to `order` lists a term. What has no best fit is found out only near the top: it costs most. */
export function byBic(table: Histories, order = table.lists.length - 1): Searched {
  const within = orderWithin(table.lists.length, order);
  const fits = hierarchical(table.lists.length, within)
    .flatMap(terms => fitModel(table, terms) ?? [])
    .toSorted((a, b) => a.bic - b.bic);
  const best = fits.findIndex(it => refusal(table, it.terms).length === 0);
  const worst = (fits[best]?.bic ?? Number.NaN) + CLOSE;
  const near = fits.slice(best).filter(it => it.bic <= worst);
  return { close: near.filter(it => refusal(table, it.terms).length === 0), order: within };
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
