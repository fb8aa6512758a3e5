/** The parts of what the host pays at the contract price: each one's share, and what is left over. */
import { type Closed, type Interval, isClosed } from '#core/intervals.ts';
import { exact, exactRange, quotient, rounded, subtract, sumOf, toNumber } from '#money/exact.ts';
import type { LegSum } from '#money/terms.ts';

/** From 0 to 1. */
export interface Share {
  readonly low: number;
  readonly high: number;
}

/** Home salary comes out of another purse and in-kind is no money: neither is part of the price. */
const PARTS = ['fee', 'state-keeps', 'worker-cash', 'worker-deferred'];

export function partsOf(legs: readonly LegSum[]): { whole: LegSum | undefined; parts: LegSum[] } {
  const priced = legs.filter(it => it.basis === 'contract-price');
  return {
    whole: priced.find(it => it.leg === 'host-pays'),
    parts: priced.filter(it => PARTS.includes(it.leg)),
  };
}

/** Parts ÷ whole by interval arithmetic; null where an end is open or the whole may be nothing. */
export function shareOf(parts: readonly Interval[], whole: Interval): Share | null {
  if (![...parts, whole].every(isClosed) || (whole.low ?? 0) <= 0) return null;
  if (parts.some(part => (part.low ?? 0) < 0)) return null;
  const { low, high } = sumOf(parts);
  const by = whole as Closed;
  if (!low || !high) return null;
  return { low: toNumber(quotient(low, exact(by.high))), high: toNumber(quotient(high, exact(by.low))) };
}

/** What the host pays less every part that is told: as wide as they allow, below zero where they exceed it. */
export function unaccounted(legs: readonly LegSum[]): Interval | null {
  const { whole, parts } = partsOf(legs);
  if (!whole || parts.length === 0) return null;
  const [paid, told] = [exactRange(whole), sumOf(parts)];
  return rounded({
    low: paid.low && told.high && subtract(paid.low, told.high),
    high: paid.high && told.low && subtract(paid.high, told.low),
  });
}
