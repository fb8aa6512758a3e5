import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '#assessment/findings/findings.ts';
import type { ClaimLine } from '#evidence/claims/claims.ts';
import type { Waterfall } from '#money/money.ts';
import type { FigureGroup } from '#numbers/figures/figures.ts';
import { importPackage } from '#package/package.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

const dossiers = join(import.meta.dirname, '../../dossiers');
const place = tempFolder('reference');
beforeAll(async () => {
  const [first = ''] = readdirSync(dossiers).sort();
  await (await importPackage(join(dossiers, first), place)).close();
});

async function ask<T>(...line: string[]): Promise<T> {
  const ran = await run([...line, '--dossier', place, '--json']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return ran.json() as T;
}

describe('the worker’s share in the reference dossier, as worked by hand', () => {
  test.each([
    ['BRA', '2013-08/2014-02', 400 / 4255, 400 / 4081],
    ['BRA', '2014-03/2015', 1245 / 4500, 1245 / 4500],
    ['BRA', '2016/2016', 1315 / 4385, 1315 / 4385],
    ['BRA', '2017/2017', 2976.26 / 11_865.6, 2976.26 / 10_000],
    ['QAT', '2019/2019', 1000 / 10_000, 1000 / 5000],
    ['PRT', '2009/2011', 600 / 5900, 600 / 5900],
    ['PRT', '2011-12/2014', 900 / 4230, 900 / 4230],
    ['AGO', '2025/2025', 500 / 7000, 1200 / 5000],
    ['MEX', '2020-04/2020-07', 660 / 10_693, 660 / 10_693],
    ['ITA', '2025/2025', 6.68 / 34, 6.68 / 34],
  ])('%s %s', async (host, period, low, high) => {
    const rows = await ask<Waterfall[]>('money', '--place', host, '--period', period);
    expect(rows.map(row => row.workerShare).filter(it => it !== null)).toContainEqual({ low, high });
  });

  test('with the deferred part beside', async () => {
    const rows = await ask<Waterfall[]>('money', '--place', 'BRA', '--period', '2013-08/2014-02');
    expect(rows.find(row => row.workerShare)?.withDeferred).toEqual({ low: 1000 / 4255, high: 1000 / 4081 });
  });

  test.each([
    ['SAU', '2022/2022', 'market pay'],
    ['JAM', undefined, 'no amount is recorded'],
    ['GUY', undefined, 'no amount is recorded'],
  ])('%s cannot be computed, and says why', async (host, period, why) => {
    const rows = await ask<Waterfall[]>('money', '--place', host, ...(period ? ['--period', period] : []));
    expect(rows.map(row => row.workerShare)).toEqual(rows.map(() => null));
    expect(rows.map(row => row.whyNot).join(' ')).toContain(why);
  });
});

describe('rival head-counts in the reference dossier', () => {
  test.each([
    ['WLD', '2025', 'unit', ['f0003', 'f0125', 'f0227', 'f0287']],
    ['BRA', '2014-03', 'value', ['f0026', 'f0434']],
    ['ZAF', '2020', 'value', ['f0196', 'f0199']],
    ['BOL', '2019', 'unit', ['f0273', 'f0274']],
  ])('%s %s conflict in %s', async (where, period, conflict, claims) => {
    const groups = await ask<FigureGroup[]>(
      'figures',
      '--counted',
      'workers',
      '--place',
      where,
      '--period',
      period,
    );
    const group = groups.find(it => claims.every(claim => it.figures.some(figure => figure.claim === claim)));
    expect(group).toMatchObject({ relation: 'conflict', conflict });
  });

  test('rivals of which either could go are named alike', async () => {
    const { out } = await run([
      'figures',
      '--counted',
      'workers',
      '--place',
      'BRA',
      '--period',
      '2014-03',
      '--dossier',
      place,
    ]);
    expect(out.replace(/\s+/g, ' ')).toMatch(/would agree without: [^|]+ \| [^|]+/);
  });
});

describe('findings in the reference dossier', () => {
  test('every standard over every place is answered, marked illustrative, with its tables', async () => {
    for (const standard of ['ilo-c029', 'ilo-c105', 'ilo-11-indicators']) {
      for (const where of [undefined, 'BRA', 'ITA', 'JAM']) {
        const finding = await ask<Finding>(
          'assess',
          '--standard',
          standard,
          ...(where ? ['--place', where] : []),
        );
        expect(finding.illustrative).toBe(true);
        expect(finding.proof).toMatchObject({ id: 'reasonable-grounds', table: expect.anything() });
        expect(finding.standard.sha256).toMatch(/^[0-9a-f]{64}$/);
        if (standard === 'ilo-11-indicators')
          expect(finding).toMatchObject({ verdict: 'none', because: 'maps-only' });
      }
    }
  });

  test('both sides stand beside each element of the legal test', async () => {
    const { elements } = await ask<Finding>('assess', '--standard', 'ilo-c029');
    const involuntary = elements.find(it => it.id === 'c029.involuntary');
    expect(Math.min(involuntary?.for.length ?? 0, involuntary?.against.length ?? 0)).toBeGreaterThan(2);
  });

  test('from originals only, nothing can be said yet', async () => {
    expect(await ask<Finding>('assess', '--standard', 'ilo-c029', '--held', 'originals')).toMatchObject({
      verdict: 'open',
      because: 'not-examined',
      illustrative: false,
    });
  });
});

describe('claims of the reference dossier', () => {
  test('are filtered by side, place, element and asserter, and searched in three languages', async () => {
    const all = await ask<ClaimLine[]>('claims');
    expect(all.length).toBeGreaterThanOrEqual(390);
    expect(new Set(all.map(it => it.state))).toEqual(new Set(['collected']));
    expect(
      (await ask<ClaimLine[]>('claims', '--side', 'defending')).every(it => it.side === 'defending'),
    ).toBe(true);
    expect((await ask<ClaimLine[]>('claims', '--element', 'ilo11.documents')).length).toBeGreaterThan(5);
    const found = await ask<ClaimLine[]>('claims', '--search', 'passport');
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(it => /passport/i.test(it.proposition))).toBe(true);
  });

  test('each rests on exact words, of which no quotation is longer than fifteen words', async () => {
    for (const claim of await ask<ClaimLine[]>('claims')) {
      for (const [, quotation = ''] of claim.passage.exact.matchAll(/“([^”]*)”/g))
        expect(quotation.split(/\s+/).length).toBeLessThanOrEqual(15);
    }
  });
});

describe('tables', () => {
  test.each(
    [
      ['claims', '--place', 'ITA'],
      ['assess', '--standard', 'ilo-c029'],
      ['figures', '--counted', 'workers'],
      ['money'],
      ['requests'],
      ['measures'],
      ['timeline'],
      ['claims', '--id', 'f0363'],
    ].flatMap(line => ['en', 'es', 'pt'].map(lang => [[...line, '--lang', lang]])),
  )('%j fits 80 columns', async line => {
    const ran = await run([...line, '--dossier', place]);
    expect(ran.code).toBe(0);
    expect(ran.out.split('\n').filter(it => [...it].length > 80)).toEqual([]);
    expect(ran.out.length).toBeGreaterThan(100);
  });
});
