import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '#money/money.ts';
import type { Row } from '#store/tables.ts';
import { someEvidence } from '#test/factories.ts';

type GivenTerm = Partial<Row<'terms'>> & { readonly id: string };

const host = (id: string, low: number, high = low, over: Partial<Row<'terms'>> = {}): GivenTerm => ({
  id,
  claim: id,
  leg: 'host-pays',
  low,
  high,
  ...over,
});
const cash = (id: string, low: number, high = low, over: Partial<Row<'terms'>> = {}): GivenTerm => ({
  id,
  claim: id,
  leg: 'worker-cash',
  low,
  high,
  ...over,
});
const evidenceOf = (terms: readonly GivenTerm[], figures: Partial<Row<'figures'>>[] = []) =>
  someEvidence(
    [...new Set([...terms, ...figures].map(it => it.claim ?? ''))].map(id => ({ id })),
    { terms: [...terms], figures },
  );
const ask = (terms: readonly GivenTerm[], query = {}, figures: Partial<Row<'figures'>>[] = []) =>
  money(evidenceOf(terms, figures), query);

describe('five rows worked by hand', () => {
  // rival prices 4081 and 4255 form a hull; 400/4255 = 9.4 % to 400/4081 = 9.8 %; with 600 deferred 1000/4255 to 1000/4081
  test('rival prices form the hull, and deferred pay is shown beside', () => {
    const window = { from: '2013-08', to: '2014-02' };
    const moment = { from: '2014-02', to: '2014-02' };
    const [row, ...rest] = ask([
      host('a', 4081, 4081, { from: '2013-08', to: '2013-08' }),
      host('b', 4255, 4255, moment),
      cash('c', 400, 400, window),
      { ...cash('d', 600, 600, window), leg: 'worker-deferred' },
    ]);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      place: 'BBB',
      ...window,
      priceBasis: 'contract-price',
      workerShare: { low: 400 / 4255, high: 400 / 4081 },
      withDeferred: { low: 1000 / 4255, high: 1000 / 4081 },
      withHome: null,
      whyNot: null,
      claims: ['a', 'b', 'c', 'd'],
    });
    expect(row?.legs[0]).toEqual({
      leg: 'host-pays',
      basis: 'contract-price',
      low: 4081,
      high: 4255,
      currency: 'USD',
      per: 'worker-month',
      claims: ['a', 'b'],
    });
  });

  // two stipends in two periods are two rows: 1245/4500 = 27.7 % and 1315/4385 = 30.0 %
  test('two periods are two rows, and a moment inside a period belongs to it', () => {
    const rows = ask([
      cash('a', 1245, 1245, { from: '2014-03', to: '2015' }),
      cash('b', 1245, 1245, { from: '2014-09', to: '2014-09' }),
      host('c', 4500, 4500, { from: '2014-09', to: '2014-09' }),
      cash('d', 1315, 1315, { from: '2016-09', to: '2016-09' }),
      host('e', 4385, 4385, { from: '2016-09', to: '2016-09' }),
    ]);
    expect(rows.map(row => [row.from, row.to, row.workerShare])).toEqual([
      ['2014-03', '2015', { low: 1245 / 4500, high: 1245 / 4500 }],
      ['2016-09', '2016-09', { low: 1315 / 4385, high: 1315 / 4385 }],
    ]);
  });

  // 1,200 against market pay of 11,000 to 19,000 is not a share of the price
  test('market pay is not divided by', () => {
    const [row] = ask([cash('a', 1200), host('b', 11_000, 19_000, { basis: 'market-pay' })]);
    expect(row).toMatchObject({
      workerShare: null,
      priceBasis: 'market-pay',
      why: { key: 'wrong-basis', basis: 'market-pay' },
    });
    expect(row?.whyNot).toContain('market pay, which is not the contract price');
  });

  test('a place of which nothing is recorded answers all the same', () => {
    expect(ask([cash('a', 1)], { place: 'CCC' })).toMatchObject([
      { place: 'CCC', legs: [], workerShare: null, why: { key: 'nothing' } },
    ]);
  });

  // 500/7000 = 7.1 % to 1200/5000 = 24 %
  test('a range over a range is the widest that both allow', () => {
    expect(ask([cash('a', 500, 1200), host('b', 5000, 7000)])[0]?.workerShare).toEqual({
      low: 500 / 7000,
      high: 1200 / 5000,
    });
  });
});

describe('what is not mixed', () => {
  test('currencies and units of time stand in rows of their own', () => {
    const rows = ask([
      host('a', 10_000, 10_000, { currency: 'BRL' }),
      cash('b', 400),
      host('c', 50_000, 50_000, { per: 'worker-year' }),
    ]);
    expect(rows.map(row => [row.currency, row.per, row.workerShare])).toEqual([
      ['BRL', 'worker-month', null],
      ['USD', 'worker-month', null],
      ['USD', 'worker-year', null],
    ]);
  });

  test('what was only expected or asked for is no stipend', () => {
    expect(ask([host('a', 4000), cash('b', 1600, 1600, { basis: 'expected' })])[0]).toMatchObject({
      workerShare: null,
      why: { key: 'no-paid-stipend' },
    });
  });

  test('a term that only overlaps the window is of another time', () => {
    const [row] = ask([
      cash('a', 600, 600, { from: '2009', to: '2011' }),
      host('b', 4000, 4000, { from: '2011-06', to: '2013' }),
    ]);
    expect(row).toMatchObject({ from: '2009', workerShare: null, why: { key: 'no-price' } });
  });

  test('withdrawn claims do not count', () => {
    const evidence = someEvidence([{ id: 'a', state: 'withdrawn' }, { id: 'b' }], {
      terms: [cash('a', 1), host('b', 10)],
    });
    expect(money(evidence, {})[0]?.workerShare).toBeNull();
  });

  test('percentages that somebody claims stand apart, and what others keep leaves the worker the rest', () => {
    const figures = [
      { id: 'x', claim: 'x', counted: 'worker-share', unit: 'percent', low: 5, high: 25 },
      { id: 'y', claim: 'y', counted: 'state-share', unit: 'percent', low: 75, high: null },
    ];
    expect(ask([host('a', 10)], {}, figures)[0]?.assertedShares).toEqual([
      { claim: 'x', low: 0.05, high: 0.25, of: 'worker-share' },
      { claim: 'y', low: null, high: 0.25, of: 'state-share' },
    ]);
  });

  test('a total that does not follow from its price is told with the likeliest slip', () => {
    const total = { ...host('b', 1_200_000), value: 1_200_000, per: 'year' as const, workers: 100 };
    const [row] = ask([host('a', 12_000), total]).filter(it => it.per === 'worker-month');
    expect(row?.checks).toEqual([
      {
        kind: 'total',
        claims: ['a', 'b'],
        computation: '12000 × 100 × 12 = 14400000, printed 1200000 USD',
        slip: 'month-for-year',
      },
    ]);
  });
});

describe('laws', () => {
  const amount = fc.integer({ min: 1, max: 9000 });
  const term = fc.record({
    leg: fc.constantFrom('host-pays', 'worker-cash', 'worker-deferred', 'state-keeps'),
    low: amount,
    more: fc.nat(500),
    currency: fc.constantFrom('USD', 'EUR'),
    place: fc.constantFrom('BBB', 'CCC'),
    from: fc.constantFrom('2019', '2020', '2020-06'),
  });
  const terms = fc.array(term, { maxLength: 12 }).map(list =>
    list.map(
      ({ more, ...it }, n): GivenTerm => ({
        ...it,
        leg: it.leg as Row<'terms'>['leg'],
        id: `t${n}`,
        claim: `t${n}`,
        high: it.low + more,
        to: it.from,
      }),
    ),
  );

  test('any terms: share × host = worker, within the stated intervals; parts exceed the whole only where a check says so', () => {
    fc.assert(
      fc.property(terms, list => {
        for (const row of ask(list)) {
          const leg = (name: string) => row.legs.find(it => it.leg === name);
          const [paid, got] = [leg('host-pays'), leg('worker-cash')];
          if (!row.workerShare || !paid || !got) continue;
          expect(row.workerShare.low * (paid.high ?? 0)).toBeCloseTo(got.low ?? 0, 6);
          expect(row.workerShare.high * (paid.low ?? 0)).toBeCloseTo(got.high ?? 0, 6);
          const above = (got.low ?? 0) > (paid.high ?? 0);
          expect(
            row.checks.some(
              check => check.kind === 'part-over-whole' && check.claims.includes(got.claims[0] ?? ''),
            ),
          ).toBe(above);
        }
      }),
    );
  });

  test('any terms: units and currencies never mix, every term is in a row, and the order of entry changes nothing', () => {
    fc.assert(
      fc.property(terms, list => {
        const rows = ask(list);
        for (const row of rows)
          expect(
            row.terms.every(
              it => it.currency === row.currency && it.place === row.place && it.per === row.per,
            ),
          ).toBe(true);
        expect(new Set(rows.flatMap(row => row.claims))).toEqual(new Set(list.map(it => it.claim)));
        expect(ask(list.toReversed())).toEqual(rows);
      }),
    );
  });
});
