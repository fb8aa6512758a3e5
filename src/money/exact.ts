/**
 * Amounts as exact fractions of whole numbers: sums, products and quotients know no binary error; only
 * `toNumber` rounds, once, to the nearest double.
 */
import type { Interval } from '#core/intervals.ts';

export interface Exact {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;
}

export interface ExactRange {
  readonly low: Exact | null;
  readonly high: Exact | null;
}

/** The decimal that a number is written as: 0.1 is a tenth, not the double beside it. */
export function exact(value: number): Exact {
  const [digits = '0', power = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const shift = Number(power) - decimals.length;
  const all = BigInt(whole + decimals);
  return shift >= 0
    ? { over: all * 10n ** BigInt(shift), under: 1n }
    : { over: all, under: 10n ** BigInt(-shift) };
}

export function add(a: Exact, b: Exact): Exact {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { over: -b.over, under: b.under });
}

export function multiply(a: Exact, b: Exact): Exact {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** For a divisor above zero. */
export function quotient(a: Exact, b: Exact): Exact {
  return { over: a.over * b.under, under: a.under * b.over };
}

/** Kept to 64 bits and one that stands for all the rest, so that the only rounding is that of the double. */
export function toNumber({ over, under }: Exact): number {
  const positive = over < 0n ? -over : over;
  const shift = Math.max(0, 64 + bits(under) - bits(positive));
  const scaled = positive << BigInt(shift);
  const kept = scaled / under;
  const near = Number(kept * under === scaled ? kept : kept | 1n);
  return (over < 0n ? -near : near) / 2 ** shift;
}

function bits(value: bigint): number {
  return value.toString(2).length;
}

export function exactRange({ low, high }: Interval): ExactRange {
  return { low: low === null ? null : exact(low), high: high === null ? null : exact(high) };
}

/** An end that any of them leaves open stays open. */
export function sumOf(all: readonly Interval[]): ExactRange {
  const end = (values: readonly (number | null)[]) =>
    values.reduce<Exact | null>(
      (sum, value) => (sum === null || value === null ? null : add(sum, exact(value))),
      exact(0),
    );
  return { low: end(all.map(it => it.low)), high: end(all.map(it => it.high)) };
}

export function rounded({ low, high }: ExactRange): Interval {
  return { low: low && toNumber(low), high: high && toNumber(high) };
}
