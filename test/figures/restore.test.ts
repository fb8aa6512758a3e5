import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intersection } from '#core/intervals.ts';
import { restored, type Stated } from '#numbers/figures/restore.ts';

const said = (origin: string, low: number | null, high: number | null, unit = 'doctors'): Stated => ({
  origin,
  unit,
  low,
  high,
});

describe('the smallest sets of origins whose withdrawal restores agreement', () => {
  test('of one against two, the one is the smallest set', () => {
    expect(restored([said('a', 10, 12), said('b', 11, 13), said('c', 20, 20)])).toEqual({
      sets: [['c'], ['a', 'b']],
      more: 0,
    });
  });

  test('where all meet nothing has to go', () => {
    expect(restored([said('a', 10, null), said('b', null, 12)]).sets).toEqual([]);
    expect(restored([]).sets).toEqual([]);
  });

  test('units that differ are told apart by who counts them', () => {
    expect(restored([said('a', 10, 10), said('b', 10, 10, 'all-staff')]).sets).toEqual([['a'], ['b']]);
  });

  test('an origin that contradicts itself always has to go', () => {
    expect(restored([said('a', 1, 1), said('a', 2, 2), said('b', 2, 2)]).sets).toEqual([['a']]);
    expect(restored([said('a', 1, 1), said('a', 2, 2)]).sets).toEqual([]);
  });

  test('copies of one origin go together', () => {
    expect(restored([said('a', 1, 1), said('a', 1, 1), said('b', 2, 2)]).sets).toEqual([['a'], ['b']]);
  });

  test('two hundred rivals are counted, twenty sets listed', () => {
    const many = Array.from({ length: 200 }, (_, n) => said(`o${n}`, n, n));
    const answer = restored(many);
    expect([answer.sets.length, answer.more]).toEqual([20, 180]);
  });

  const value = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
  const stated = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), value, value, fc.constantFrom('doctors', 'nurses'))
    .map(([origin, x, y, unit]) =>
      x !== null && y !== null && x > y ? said(origin, y, x, unit) : said(origin, x, y, unit),
    );

  test('any figures: exactly the sets that trying all of them finds', () => {
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 9 }), figures => {
        expect(new Set(restored(figures).sets.map(it => it.join()))).toEqual(new Set(tried(figures)));
      }),
      { numRuns: 500 },
    );
  });

  test('any figures: the order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 9 }), figures => {
        expect(restored(figures.toReversed())).toEqual(restored(figures));
      }),
    );
  });
});

function agrees(figures: readonly Stated[]): boolean {
  return new Set(figures.map(it => it.unit)).size === 1 && intersection(figures) !== null;
}

/** Every set of origins whose withdrawal leaves figures that agree, less those that hold a smaller one. */
function tried(figures: readonly Stated[]): string[] {
  const origins = [...new Set(figures.map(it => it.origin))].sort();
  const sets = Array.from({ length: 2 ** origins.length }, (_, bits) =>
    origins.filter((_, n) => bits & (2 ** n)),
  ).filter(set => agrees(figures.filter(it => !set.includes(it.origin))));
  const smallest = sets.filter(
    set => !sets.some(other => other.length < set.length && other.every(it => set.includes(it))),
  );
  return smallest.filter(set => set.length > 0).map(it => it.join());
}
