/** Shares worked by hand, to the printed precision, from the reference dossier's own terms. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { money } from '#money/money.ts';
import { importIntoMemory } from '#package/package.ts';

const dossier = join(import.meta.dirname, '../../dossiers/cuban-medical-missions');
const store = await importIntoMemory(dossier);
const evidence = await loadEvidence(store);
const rows = money(evidence, {});

const percent = (value: number | undefined) => (value === undefined ? null : (value * 100).toFixed(1));

test.each([
  ['BRA', '2013-08', 'USD', '9.4', '9.8', '23.5', '24.5'],
  ['BRA', '2014-03', 'USD', '27.7', '27.7', null, null],
  ['BRA', '2016-09', 'USD', '30.0', '30.0', null, null],
  ['BRA', '2017', 'BRL', '25.1', '29.8', null, null],
  ['QAT', '2019-11', 'USD', '10.0', '20.0', null, null],
  ['MEX', '2020-04', 'USD', '6.2', '6.2', null, null],
  ['PRT', '2009', 'EUR', '10.2', '10.2', null, null],
  ['PRT', '2011-12', 'EUR', '21.3', '21.3', null, null],
  ['AGO', '2025', 'USD', '7.1', '24.0', null, null],
])('%s from %s in %s: %s to %s %', (place, from, currency, low, high, deferredLow, deferredHigh) => {
  const row = rows.find(
    it => it.place === place && it.from === from && it.currency === currency && it.workerShare,
  );
  expect([
    percent(row?.workerShare?.low),
    percent(row?.workerShare?.high),
    percent(row?.withDeferred?.low),
    percent(row?.withDeferred?.high),
  ]).toEqual([low, high, deferredLow, deferredHigh]);
});

test.each(['SAU', 'JAM', 'GUY', 'VCT', 'TTO'])('%s: no share can be computed, and it is said why', place => {
  const own = money(evidence, { place });
  expect(own.length).toBeGreaterThan(0);
  for (const row of own) expect([row.workerShare, row.whyNot === null]).toEqual([null, false]);
});

test('where two sides dispute one price, each side’s own share is told beside the hull', () => {
  const [row] = rows.filter(it => it.place === 'ITA' && it.sharesBySide.length === 2);
  expect(
    row?.sharesBySide.map(it => [it.side, percent(it.workerShare.low), percent(it.workerShare.high)]),
  ).toEqual([
    ['critical', '25.5', '25.5'],
    ['defending', '100.0', '100.0'],
  ]);
  expect([percent(row?.workerShare?.low), percent(row?.workerShare?.high)]).toEqual(['25.5', '100.0']);
});
