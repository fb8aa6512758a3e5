/** Arithmetic over the terms of a place: parts against wholes, prices against totals, totals against each other. Pure. */
import { daysOfPeriod, overlaps } from '#core/dates.ts';
import { hull, type Interval, isClosed } from '#core/intervals.ts';
import { onceFor, rowsWith } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Share, Waterfall } from '#money/money.ts';
import { partsOf, unaccounted } from '#money/parts.ts';
import { type LegSum, type Term, termsOf } from '#money/terms.ts';

export interface Check {
  readonly kind:
    | 'part-over-whole'
    | 'parts-over-whole'
    | 'total'
    | 'beyond-price'
    | 'totals'
    | 'own-lines'
    | 'share';
  readonly claims: readonly string[];
  /** What was computed, as an equation. */
  readonly computation: string;
  readonly slip: 'month-for-year' | 'power-of-ten' | null;
}

/** Those of a row: what its own legs and shares say, and what its place's totals say of its claims. */
export function checksOf(evidence: Evidence, row: Omit<Waterfall, 'checks'>): Check[] {
  const own = new Set(row.terms.map(term => term.claim));
  const said = placeChecks(evidence)(row.place).filter(check => check.claims.some(claim => own.has(claim)));
  return [...partsOverWhole(row.legs), ...sumOverWhole(row.legs), ...said, ...sharesApart(row)];
}

/** A worker's leg or a kept leg that is above what the host pays, whichever ends of the ranges are taken. */
function partsOverWhole(legs: readonly LegSum[]): Check[] {
  const whole = legs.find(leg => leg.leg === 'host-pays' && leg.basis === 'contract-price');
  if (!whole || !isClosed(whole)) return [];
  const parts = legs.filter(
    leg =>
      ['worker-cash', 'worker-deferred', 'state-keeps', 'fee'].includes(leg.leg) && leg.basis === whole.basis,
  );
  return parts
    .filter(part => part.low !== null && part.low > whole.high)
    .map(part => ({
      kind: 'part-over-whole',
      claims: [...part.claims, ...whole.claims],
      computation: `${part.low} > ${whole.high} ${whole.currency}`,
      slip: null,
    }));
}

/** Parts that fit one by one, but together are above what the host pays, whichever ends of the ranges are taken. */
function sumOverWhole(legs: readonly LegSum[]): Check[] {
  const { whole, parts } = partsOf(legs);
  const high = unaccounted(legs)?.high ?? null;
  const each = parts.some(part => whole?.high != null && part.low !== null && part.low > whole.high);
  if (!whole || high === null || high >= 0 || each) return [];
  const claims = [...new Set([...parts, whole].flatMap(it => it.claims))].sort();
  const computation = `${parts.map(it => it.low).join(' + ')} > ${whole.high} ${whole.currency}`;
  return [{ kind: 'parts-over-whole', claims, computation, slip: null }];
}

const placeChecks = onceFor((evidence: Evidence) => {
  const known = new Map<string, Check[]>();
  return (place: string): Check[] => {
    const checks = known.get(place) ?? checksAt(evidence, place);
    known.set(place, checks);
    return checks;
  };
});

function checksAt(evidence: Evidence, place: string): Check[] {
  const paid = rowsWith(termsOf(evidence), 'place', place).filter(term => term.leg === 'host-pays');
  const totals = paid.filter(term => term.value !== null && ['month', 'year', 'period'].includes(term.per));
  const heads = rowsWith(evidence.figures, 'place', place).filter(
    it => it.counted === 'workers' && evidence.claims.get(it.claim)?.state !== 'withdrawn',
  );
  const mostHeads = Math.max(
    0,
    ...heads.map(it => it.high ?? it.low ?? 0),
    ...paid.map(it => it.workers ?? 0),
  );
  return [
    ...totals.flatMap(total => againstPrices(total, paid, mostHeads)),
    ...totals.flatMap((total, at) => totals.slice(at + 1).flatMap(other => againstTotal(total, other))),
  ];
}

/** What a worker costs a month, where the term says it of one worker. */
function monthly(term: Term): Interval | null {
  const months = term.per === 'worker-month' ? 1 : term.per === 'worker-year' ? 12 : 0;
  if (months === 0 || !isClosed(term)) return null;
  return { low: term.low / months, high: term.high / months };
}

/** Calendar months that a total is for; null for a period without both ends. */
function monthsOf(total: Term): number | null {
  if (total.per === 'month') return 1;
  if (total.per === 'year') return 12;
  const days = total.from && total.to ? daysOfPeriod(total) : null;
  return days ? Math.round((days.last - days.first + 1) / (365.25 / 12)) : null;
}

/** Printed totals are rounded: a tenth either way is no contradiction. */
const ROUNDED = 0.1;

/**
 * Price × workers × months against what is printed. Where the total does not say how many workers it is for, it is told
 * only if no price and no number of workers ever named at the place could reach it.
 */
function againstPrices(total: Term, paid: readonly Term[], mostHeads: number): Check[] {
  const months = monthsOf(total);
  const alike = paid.filter(it => it.basis === total.basis && it.currency === total.currency && monthly(it));
  if (months === null || alike.length === 0) return [];
  const meeting = alike.filter(it => overlaps(it, total));
  const price = hull((total.workers === null ? alike : meeting).flatMap(it => monthly(it) ?? []));
  const printed = total.value ?? 0;
  if (!price || price.low === null || price.high === null) return [];
  const claims = (terms: readonly Term[]) => [...new Set([...terms, total].map(it => it.claim))].sort();
  if (total.workers !== null) {
    const [low, high] = [price.low * total.workers * months, price.high * total.workers * months];
    if (printed >= low * (1 - ROUNDED) && printed <= high * (1 + ROUNDED)) return [];
    const computation = `${range(price)} × ${total.workers} × ${months} = ${range({ low, high })}, printed ${printed} ${total.currency}`;
    return [{ kind: 'total', claims: claims(meeting), computation, slip: slipOf(printed / high) }];
  }
  const most = price.high * mostHeads * months;
  if (mostHeads === 0 || printed <= most * (1 + ROUNDED)) return [];
  const dearest = alike.filter(it => monthly(it)?.high === price.high);
  const computation = `${price.high} × ${mostHeads} × ${months} = ${round(most)} < ${printed} ${total.currency}`;
  return [{ kind: 'beyond-price', claims: claims(dearest), computation, slip: slipOf(printed / most) }];
}

/** Totals for the same workers and time that are a power of ten apart; two of one claim that do not meet. */
function againstTotal(a: Term, b: Term): Check[] {
  const same =
    a.basis === b.basis &&
    a.currency === b.currency &&
    a.per === b.per &&
    a.workers === b.workers &&
    overlaps(a, b);
  if (!same || !a.value || !b.value || a.value === b.value) return [];
  const [less, more] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
  const claims = [...new Set([a.claim, b.claim])].sort();
  if (a.claim === b.claim) {
    const computation = `${more} − ${less} = ${round(more - less)} ${a.currency}`;
    return [{ kind: 'own-lines', claims, computation, slip: null }];
  }
  if (slipOf(more / less) !== 'power-of-ten') return [];
  const computation = `${more} : ${less} = ${round(more / less)} ${a.currency}`;
  return [{ kind: 'totals', claims, computation, slip: 'power-of-ten' }];
}

/** A share that a claim asserts and that none of the shares computed here meets, with or without what is deferred. */
function sharesApart(row: Omit<Waterfall, 'checks'>): Check[] {
  const { workerShare, withDeferred, withHome } = row;
  const computed = [workerShare, withDeferred, withHome].filter((it): it is Share => it !== null);
  if (computed.length === 0) return [];
  const [low, high] = [Math.min(...computed.map(it => it.low)), Math.max(...computed.map(it => it.high))];
  return row.assertedShares
    .filter(it => (it.low ?? 0) > high || (it.high ?? 1) < low)
    .map(it => ({
      kind: 'share',
      claims: [...new Set([it.claim, ...row.claims])].sort(),
      computation: `${percents(it)} ≠ ${percents({ low, high })}`,
      slip: null,
    }));
}

function percents({ low, high }: { low: number | null; high: number | null }): string {
  return low === high ? percent(low) : `${percent(low)}–${percent(high)}`;
}

function percent(share: number | null): string {
  return share === null ? '?' : `${Math.round(share * 1000) / 10} %`;
}

function range({ low, high }: { low: number | null; high: number | null }): string {
  return low === high ? `${round(low ?? 0)}` : `${round(low ?? 0)}–${round(high ?? 0)}`;
}

/** To whole numbers where they are large: cents of a product are noise. */
function round(n: number): number {
  return Math.abs(n) >= 1000 ? Math.round(n) : Math.round(n * 100) / 100;
}

/** The likeliest slip behind a ratio of what is printed to what is computed. */
export function slipOf(ratio: number): Check['slip'] {
  const near = (value: number) => Math.abs(ratio / value - 1) < 0.1;
  if (near(12) || near(1 / 12)) return 'month-for-year';
  return [10, 100, 1000, 1e6].some(power => near(power) || near(1 / power)) ? 'power-of-ten' : null;
}
