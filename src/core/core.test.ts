import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, type Json } from '#core/canonical.ts';
import { daysOf, formatPeriod, hullOfPeriods, nested, overlaps, parsePeriod, within } from '#core/dates.ts';
import { sha256 } from '#core/hash.ts';
import { idFrom, isId } from '#core/ids.ts';
import { divide, hull, intersection } from '#core/intervals.ts';
import { isPlace, placeWithin } from '#core/places.ts';

describe('partial dates', () => {
  test.each([
    ['2013', 365],
    ['2016', 366],
    ['2013-02', 28],
    ['2016-02', 29],
    ['2013-08-21', 1],
    ['0099', 365],
  ])('%s covers %i days', (date, days) => {
    const span = daysOf(date);
    expect(span && span.last - span.first + 1).toBe(days);
  });

  test.each(['', '13', '2013-13', '2013-00', '2013-02-30', '2013-8', '2013/08', ' 2013'])(
    '“%s” is no date',
    date => expect(daysOf(date)).toBeNull(),
  );

  test('a period takes TO to its end, and an absent end is open', () => {
    const asked = parsePeriod('2013-08/2014-02');
    expect(overlaps(asked, { from: '2014-02-28', to: '2014-02-28' })).toBe(true);
    expect(overlaps(asked, { from: '2014-03', to: null })).toBe(false);
    expect(overlaps({ from: '2013', to: null }, { from: '2030', to: '2030' })).toBe(true);
    expect(within({ from: '2013-09', to: '2013-10' }, asked)).toBe(true);
    expect(nested({ from: '2013', to: '2013' }, asked)).toBe(false);
  });

  test.each(['', '/', '2014/2013', '2013/2014/2015', 'x/y'])('the period “%s” is refused', text =>
    expect(() => parsePeriod(text)).toThrow(),
  );

  test('the hull of periods is open where one is open', () => {
    expect(
      formatPeriod(
        hullOfPeriods([
          { from: '2014', to: '2014' },
          { from: '2013-08', to: null },
        ]),
      ),
    ).toBe('2013-08/');
  });
});

describe('places', () => {
  test('a region is within its country, not the reverse', () => {
    expect(placeWithin('ITA/Calabria', 'ITA')).toBe(true);
    expect(placeWithin('ITA', 'ITA/Calabria')).toBe(false);
    expect(['WLD', 'BRA', 'ITA/Vibo Valentia'].every(isPlace)).toBe(true);
    expect(['bra', 'BR', 'ITA/', 'ITA/a/b', ''].some(isPlace)).toBe(false);
  });
});

describe('intervals', () => {
  test('a share of ranges is the widest that both allow', () => {
    expect(divide({ low: 500, high: 1200 }, { low: 5000, high: 7000 })).toEqual({
      low: 500 / 7000,
      high: 1200 / 5000,
    });
    expect(divide({ low: 1, high: null }, { low: 1, high: 2 })).toBeNull();
    expect(divide({ low: 1, high: 1 }, { low: 0, high: 2 })).toBeNull();
  });

  test('what is open stays open', () => {
    expect(
      hull([
        { low: 1, high: 2 },
        { low: null, high: 5 },
      ]),
    ).toEqual({ low: null, high: 5 });
    expect(
      intersection([
        { low: 70, high: null },
        { low: 60, high: 80 },
      ]),
    ).toEqual({ low: 70, high: 80 });
    expect(
      intersection([
        { low: 1, high: 2 },
        { low: 3, high: 4 },
      ]),
    ).toBeNull();
  });
});

describe('canonical JSON (RFC 8785)', () => {
  test('sorts keys by code units and writes numbers as JSON does', () => {
    expect(canonical({ b: [1e21, 0.1, -0], ö: null, a: 'é\u2028"' })).toBe(
      '{"a":"é\u2028\\"","b":[1e+21,0.1,0],"ö":null}',
    );
  });

  test('any data has the same bytes in any order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), data => {
        const turned = Object.fromEntries(Object.entries(data).reverse());
        expect(canonical(turned as Json)).toBe(canonical(data as Json));
        expect(JSON.parse(canonical(data as Json))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  test('hashes are SHA-256', () =>
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'));
});

describe('ids', () => {
  test('are made of any words, or empty', () => {
    expect(idFrom('São Tomé & Príncipe: 2ª parte')).toBe('sao-tome-principe-2a-parte');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), words => idFrom(words) === '' || isId(idFrom(words))),
    );
  });

  test.each(['', 'A', '-a', 'a/b', '../a', 'a..b', 'a b', 'x'.repeat(121)])('“%s” is none', id =>
    expect(isId(id)).toBe(false),
  );
});
