import { nested } from '#core/dates.ts';
import { isClosed } from '#core/intervals.ts';
import { rowsWith } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { partsOf, unaccounted } from '#money/parts.ts';
import { type LegSum, type Term, termsOf } from '#money/terms.ts';

export interface Check {
  readonly kind: 'part-over-whole' | 'parts-over-whole' | 'total';
  readonly claims: readonly string[];
  /** What was computed, as an equation. */
  readonly computation: string;
  readonly slip: 'month-for-year' | 'power-of-ten' | null;
}

export function checksOf(
  evidence: Evidence,
  place: string,
  terms: readonly Term[],
  legs: readonly LegSum[],
): Check[] {
  return [...partsOverWhole(legs), ...sumOverWhole(legs), ...totals(evidence, place, terms)];
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

/** Price per worker and month × workers, against what is printed for all of them a month or a year. */
function totals(evidence: Evidence, place: string, terms: readonly Term[]): Check[] {
  const all = rowsWith(termsOf(evidence), 'place', place).filter(
    term => term.leg === 'host-pays' && term.workers !== null,
  );
  return terms
    .filter(term => term.leg === 'host-pays' && term.per === 'worker-month' && isClosed(term))
    .flatMap(price => all.filter(total => comparable(price, total)).flatMap(total => compare(price, total)));
}

function comparable(price: Term, total: Term): boolean {
  const same = total.currency === price.currency && total.basis === price.basis && nested(price, total);
  return same && total.value !== null && ['month', 'year'].includes(total.per);
}

function compare(price: Term, total: Term): Check[] {
  const months = total.per === 'year' ? 12 : 1;
  const [low, high, printed] = [
    (price.low ?? 0) * (total.workers ?? 0) * months,
    (price.high ?? 0) * (total.workers ?? 0) * months,
    total.value ?? 0,
  ];
  // printed totals are rounded: a tenth either way is no contradiction
  if (printed >= low * 0.9 && printed <= high * 1.1) return [];
  const computation = `${price.low === price.high ? price.low : `${price.low}–${price.high}`} × ${total.workers} × ${months} = ${low === high ? low : `${low}–${high}`}, printed ${printed} ${total.currency}`;
  return [
    { kind: 'total', claims: [price.claim, total.claim].sort(), computation, slip: slipOf(printed / high) },
  ];
}

/** The likeliest slip behind a ratio of what is printed to what is computed. */
export function slipOf(ratio: number): Check['slip'] {
  const near = (value: number) => Math.abs(ratio / value - 1) < 0.1;
  if (near(12) || near(1 / 12)) return 'month-for-year';
  return [10, 100, 1000, 1e6].some(power => near(power) || near(1 / power)) ? 'power-of-ten' : null;
}
