import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '#money/money.ts';
import type { Row } from '#store/tables.ts';
import { goldenCases } from '#test/cases.ts';
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

/** Numerators and denominators of a share's two ends. */
type Fractions = readonly [lowOf: number, lowBy: number, highOf: number, highBy: number];

interface GoldenRow {
  readonly from: string | null;
  readonly to: string | null;
  readonly priceBasis: string | null;
  readonly workerShare: Fractions | null;
  readonly withDeferred?: Fractions;
  readonly whyNot?: string;
  readonly claims: readonly string[];
}

describe('rows worked by hand', () => {
  const share = (it: Fractions | null | undefined) =>
    it ? { low: it[0] / it[1], high: it[2] / it[3] } : null;

  test.each(goldenCases<{ terms: GivenTerm[]; query?: object; expected: GoldenRow[] }>('money'))(
    '%s',
    (_, { terms, query = {}, expected }) => {
      const rows = ask(
        terms.map(it => ({ claim: it.id, ...it })),
        query,
      );
      expect(
        rows.map(({ from, to, priceBasis, workerShare, withDeferred, claims }) => ({
          from,
          to,
          priceBasis,
          workerShare,
          withDeferred,
          claims,
        })),
      ).toEqual(
        expected.map(({ from, to, priceBasis, workerShare, withDeferred, claims }) => ({
          from,
          to,
          priceBasis,
          workerShare: share(workerShare),
          withDeferred: share(withDeferred),
          claims,
        })),
      );
      for (const [index, { whyNot }] of expected.entries()) {
        if (whyNot) expect(rows[index]?.whyNot).toContain(whyNot);
        else expect(rows[index]?.whyNot).toBeNull();
      }
    },
  );

  test('rival terms are listed, and their leg is the hull', () => {
    const [row] = ask([host('a', 4081), host('b', 4255), cash('c', 400)]);
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
