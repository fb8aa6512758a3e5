import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, exact, multiply, quotient, rounded, subtract, sumOf, toNumber } from '#money/exact.ts';

const amount = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

describe('exact amounts', () => {
  test('tenths add up as on paper', () => {
    expect(toNumber(add(exact(0.1), exact(0.2)))).toBe(0.3);
    expect(toNumber(multiply(exact(1.1), exact(3)))).toBe(3.3);
    expect(toNumber(subtract(exact(0.3), exact(0.1)))).toBe(0.2);
  });

  test('numbers written with a power are read as such', () => {
    expect(exact(1e21)).toEqual({ over: 10n ** 21n, under: 1n });
    expect(toNumber(exact(1.5e-7))).toBe(1.5e-7);
    expect(toNumber(exact(-2.5))).toBe(-2.5);
  });

  test('any number comes back as itself', () => {
    fc.assert(
      fc.property(amount, value => {
        expect(toNumber(exact(value))).toBe(value);
      }),
    );
  });

  test('a quotient of whole numbers is the nearest double', () => {
    const whole = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(toNumber(quotient(exact(a), exact(b)))).toBe(a / b);
      }),
    );
  });

  test('any amounts: their order changes no sum, and an open end stays open', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 9 }), list => {
        const ranges = list.map(value => ({ low: value, high: value }));
        expect(rounded(sumOf(ranges))).toEqual(rounded(sumOf(ranges.toReversed())));
        expect(sumOf([...ranges, { low: 1, high: null }]).high).toBeNull();
      }),
    );
  });
});
