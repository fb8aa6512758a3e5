/**
 * Closed and one-sided intervals of numbers. `null` is an end that the source leaves open, never zero.
 * `open` marks an end that is itself excluded ("more than 94": low 94, open).
 */

export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

export interface Closed {
  readonly low: number;
  readonly high: number;
}

export function isClosed(x: Interval): x is Closed {
  return x.low !== null && x.high !== null;
}

/** The smallest interval that holds all of them, an open end staying open; null for none. */
export function hull(all: readonly Interval[]): Interval | null {
  if (all.length === 0) return null;
  const lows = all.map(x => x.low);
  const highs = all.map(x => x.high);
  return {
    low: lows.includes(null) ? null : Math.min(...(lows as number[])),
    high: highs.includes(null) ? null : Math.max(...(highs as number[])),
  };
}

/** What all of them share, or null where they do not all meet. */
export function intersection(all: readonly Interval[]): Interval | null {
  const low = Math.max(...all.map(x => x.low ?? Number.NEGATIVE_INFINITY));
  const high = Math.min(...all.map(x => x.high ?? Number.POSITIVE_INFINITY));
  if (low > high || all.length === 0) return null;
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}

export function plus(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : a.low + b.low,
    high: a.high === null || b.high === null ? null : a.high + b.high,
  };
}

/** a ÷ b for amounts that are not negative and a divisor above zero; null where an end of either is open. */
export function divide(a: Interval, b: Interval): Closed | null {
  if (!isClosed(a) || !isClosed(b) || b.low <= 0 || a.low < 0) return null;
  return { low: a.low / b.high, high: a.high / b.low };
}
