import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '#money/money.ts';
import { shareOf } from '#money/parts.ts';
import type { Row } from '#store/tables.ts';
import { someEvidence } from '#test/factories.ts';

type Amount = readonly [leg: Row<'terms'>['leg'], low: number | null, high: number | null];

function rowOf(amounts: readonly Amount[]) {
  const terms = amounts.map(([leg, low, high], n) => ({ id: `t${n}`, claim: `t${n}`, leg, low, high }));
  const [row] = money(
    someEvidence(
      terms.map(({ id }) => ({ id })),
      { terms },
    ),
    {},
  );
  if (!row) throw new Error('a place with terms has a row');
  return row;
}

describe('what is not accounted for', () => {
  test('what the host pays less the fee, what is kept and what the worker gets, in decimals as on paper', () => {
    const row = rowOf([
      ['host-pays', 100.3, 110.3],
      ['fee', 5.1, 5.1],
      ['worker-cash', 20.1, 25.1],
    ]);
    expect(row.notAccountedFor).toEqual({ low: 70.1, high: 85.1 });
  });

  test('home salary and benefits in kind are no part of the price', () => {
    const row = rowOf([
      ['host-pays', 100, 100],
      ['worker-cash', 40, 40],
      ['worker-home', 30, 30],
      ['in-kind', 50, 50],
    ]);
    expect(row.notAccountedFor).toEqual({ low: 60, high: 60 });
  });

  test('an open end stays open, and nothing told of the parts or the price is no remainder', () => {
    expect(
      rowOf([
        ['host-pays', 100, null],
        ['worker-cash', 40, 40],
      ]).notAccountedFor,
    ).toEqual({ low: 60, high: null });
    expect(rowOf([['host-pays', 100, 100]]).notAccountedFor).toBeNull();
    expect(rowOf([['worker-cash', 40, 40]]).notAccountedFor).toBeNull();
  });

  test('parts that fit one by one but not together are told', () => {
    const row = rowOf([
      ['host-pays', 100, 100],
      ['state-keeps', 70, 75],
      ['worker-cash', 40, 45],
    ]);
    expect(row.notAccountedFor).toEqual({ low: -20, high: -10 });
    expect(row.checks).toEqual([
      {
        kind: 'parts-over-whole',
        claims: ['t0', 't1', 't2'],
        computation: '70 + 40 > 100 USD',
        slip: null,
      },
    ]);
  });
});

describe('laws of parts', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.nat(500));

  test('any amounts: a remainder wholly below zero is never silent', () => {
    fc.assert(
      fc.property(range, range, range, (host, kept, got) => {
        const row = rowOf([
          ['host-pays', host[0], host[0] + host[1]],
          ['state-keeps', kept[0], kept[0] + kept[1]],
          ['worker-cash', got[0], got[0] + got[1]],
        ]);
        expect(row.checks.length > 0).toBe((row.notAccountedFor?.high ?? 0) < 0);
      }),
    );
  });

  test('any amounts: a wider one never gives a narrower share', () => {
    fc.assert(
      fc.property(range, range, fc.nat(50), (host, got, more) => {
        const share = shareOf([{ low: got[0], high: got[0] + got[1] }], {
          low: host[0],
          high: host[0] + host[1],
        });
        const wider = shareOf([{ low: Math.max(0, got[0] - more), high: got[0] + got[1] + more }], {
          low: host[0],
          high: host[0] + host[1] + more,
        });
        if (!share || !wider) throw new Error('closed amounts have a share');
        expect(wider.low <= share.low && wider.high >= share.high).toBe(true);
      }),
    );
  });
});
