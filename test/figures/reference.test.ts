/** What surfaces of the reference dossier: every conflict and failed check, whole lists, so that a new one is looked at. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Waterfall } from '#money/money.ts';
import type { FigureGroup } from '#numbers/figures/figures.ts';
import { run } from '#test/command.ts';

const DOSSIER = join(import.meta.dirname, '../../dossiers/cuban-medical-missions');
let groups: readonly FigureGroup[];
let rows: readonly Waterfall[];
beforeAll(async () => {
  groups = (await run(['figures', '--json', '--dossier', DOSSIER])).json() as FigureGroup[];
  rows = (await run(['money', '--json', '--dossier', DOSSIER])).json() as Waterfall[];
});

const claimsOf = (group: FigureGroup) => [...new Set(group.figures.map(it => it.claim))].join(' ');

describe('the reference dossier', () => {
  test('shows these conflicts of figures and no other', () => {
    const conflicts = groups.filter(it => it.relation === 'conflict');
    expect(conflicts.map(it => `${it.counted} ${it.place} ${it.conflict}: ${claimsOf(it)}`)).toEqual([
      'countries WLD value: f0002 f0243 f0295',
      'countries WLD value: f0065 f0152 f0221 f0297',
      'countries WLD value: f0089 f0296 f0301 f0306 f0395 f0471',
      // all professional services against health alone
      'revenue WLD definition: f0219 f0300 f0303',
      'revenue WLD value: f0088 f0481',
      'revenue WLD value: f0314 f0483',
      'worker-share BRA value: f0035 f0056',
      'workers BOL unit: f0273 f0274',
      'workers BRA value: f0026 f0434',
      'workers ITA unit: f0079 f0083',
      'workers MEX unit: f0159 f0167 f0168',
      'workers WLD unit: f0089 f0296 f0301 f0306 f0311 f0395 f0471',
      'workers WLD unit: f0003 f0125 f0227 f0287',
      'workers ZAF value: f0196 f0199',
      'workers-planned BRA value: f0013 f0018',
      'workers-served WLD unit: f0002 f0243 f0295',
    ]);
  });

  test('fails these checks of figures and no other', () => {
    const checks = groups.flatMap(it => it.checks);
    expect(checks.map(it => `${it.kind} ${it.claims.join(' ')}: ${it.computation}`)).toEqual([
      'part-over-whole f0167 f0168: 809 doctors > 610 health-workers',
      'part-over-whole f0296 f0395: 30000 doctors > 28729 health-workers',
      'part-over-whole f0301 f0395: 30000 doctors > 29000 health-workers',
      'part-over-whole f0311 f0395: 30000 doctors > 28000 health-workers',
      'part-over-whole f0227 f0287: 24175 doctors > 24000 health-workers',
    ]);
  });

  test('fails these checks of money and no other', () => {
    const checks = rows.flatMap(row =>
      row.checks.map(it => `${row.place} ${it.kind}: ${it.computation} ${it.slip ?? ''}`),
    );
    expect([...new Set(checks)]).toEqual([
      'BRA share: 15 % ≠ 27.7 % ',
      'BRA share: 10 % ≠ 27.7 % ',
      'BRA share: 15 % ≠ 30 % ',
      'BRA share: 10 % ≠ 30 % ',
      'BRA share: 15 % ≠ 25.1 %–29.8 % ',
      'BRA share: 10 % ≠ 25.1 %–29.8 % ',
      'MEX share: 25 % ≠ 6.2 % ',
      'PRT beyond-price: 5900 × 44 × 12 = 3115200 < 12000000 EUR ',
      'ZAF own-lines: 239181933 − 238525163 = 656770 ZAR ',
      'ZAF totals: 239181933 : 2400000 = 99.66 ZAR power-of-ten',
      'ZAF totals: 238525163 : 2400000 = 99.39 ZAR power-of-ten',
    ]);
  });

  /** Worked by hand: place, start of the row, unit, share in per cent from, to; with what is deferred. */
  test.each([
    ['BRA', '2013-08', 'USD', '9.4–9.8', '23.5–24.5'],
    ['BRA', '2014-03', 'USD', '27.7', null],
    ['BRA', '2016-09', 'USD', '30.0', null],
    ['BRA', '2017', 'BRL', '25.1–29.8', null],
    ['QAT', '2019-11', 'USD', '10.0–20.0', null],
    ['MEX', '2020-04', 'USD', '6.2', null],
    ['PRT', '2009', 'EUR', '10.2', null],
    ['PRT', '2011-12', 'EUR', '21.3', null],
    ['KEN', '2018', 'USD', null, null],
    ['BHS', '2023', 'USD', '8.3–10.0', null],
    ['SAU', '2022', 'USD', null, null],
    ['ATG', null, null, null, null],
  ] as const)('%s %s %s: %s %%', (place, from, currency, share, deferred) => {
    const found = rows.filter(
      it =>
        it.place === place &&
        it.from === from &&
        it.currency === currency &&
        (share === null || it.workerShare),
    );
    const said = (it: { low: number; high: number } | null) => {
      const [low, high] = [it?.low ?? 0, it?.high ?? 0].map(n => (100 * n).toFixed(1));
      return it === null ? null : low === high ? low : `${low}–${high}`;
    };
    const [row] = found;
    expect(row ? said(row.workerShare) : null).toBe(share);
    if (deferred !== null) expect(said(row?.withDeferred ?? null)).toBe(deferred);
    if (row && share === null) expect(row.whyNot).toBeTruthy();
  });

  test('divides printed totals by their own workers and months', () => {
    const derived = rows.flatMap(row =>
      row.perWorkerMonth.map(it => `${it.claim} ${Math.round(it.value ?? 0)} ${it.currency}`),
    );
    expect([...new Set(derived)].sort()).toEqual([
      'f0143 1000000 KES',
      'f0148 9167 USD',
      'f0165 1930 EUR',
      'f0186 5900 EUR',
      'f0187 4230 EUR',
      'f0197 106295 ZAR',
      'f0197 106587 ZAR',
      'f0198 196078 ZAR',
      'f0200 96727 ZAR',
      'f0202 58145 ZAR',
      'f0204 1070 ZAR',
      'f0207 5369 EUR',
      'f0399 6086 EUR',
      'f0478 17007 MXN',
    ]);
  });
});
