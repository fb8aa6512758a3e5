import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDataset } from '#evidence/datasets/datasets.ts';
import { type Asking, ask } from '#numbers/survey/survey.ts';
import { seeded } from '#test/seeded.ts';
import { tempFolder } from '#test/stores.ts';

const random = seeded(8);
const ROWS = Array.from({ length: 400 }, (_, i) => {
  const answer = random();
  return [
    i,
    i % 5,
    i % 3 ? 'x' : 'z',
    (1 + 9 * random()).toFixed(4),
    answer < 0.1 ? '' : answer < 0.4 ? 1 : 0,
    200,
  ];
});
const folder = tempFolder('pooled');
mkdirSync(folder);
const path = join(folder, 'rows.csv');
writeFileSync(path, `id,s,g,w,y,size\n${ROWS.map(row => row.join(',')).join('\n')}\n`);
const none = {} as Asking;
const asked = async (asking: Partial<Asking>, threads = 2) => {
  const dataset = await openDataset(path, { threads });
  try {
    return (await ask(dataset, { ...none, weight: 'w', by: 'g', frame: 'all', ...asking }, {}, [])).rows;
  } finally {
    await dataset.close();
  }
};

describe('where each row is a cluster', () => {
  test.each<[string, Partial<Asking>]>([
    ['a simple sample', {}],
    ['strata', { strata: 's' }],
    ['strata of known size', { strata: 's', fpc: 'size' }],
    ['another interval', { strata: 's', interval: 'beta' }],
    ['two groups compared', { strata: 's', compare: 'x,z' }],
  ])('sums of squares give what the rows give: %s', async (_, asking) => {
    const pooled = await asked({ positive: 'y', ...asking });
    const apart = await asked({ positive: 'y', psu: 'id', ...asking });
    for (const [i, row] of pooled.entries())
      for (const key of ['n', 'missing', 'estimate', 'se', 'low', 'high', 'df', 'deff'] as const)
        if (typeof row[key] === 'number') expect(row[key]).toBeCloseTo(apart[i]?.[key] ?? Number.NaN, 11);
        else expect(row[key]).toBe(apart[i]?.[key]);
    expect(pooled).toHaveLength(apart.length);
  });
  test('a mean, and replicates, still see each row', async () => {
    const [mean] = await asked({ mean: 'y', strata: 's' });
    const [share] = await asked({ positive: 'y', strata: 's' });
    expect(mean?.se).toBeCloseTo(share?.se ?? Number.NaN, 12);
    const [replicated] = await asked({ positive: 'y', strata: 's', variance: 'jkn' });
    expect(Math.abs((replicated?.se ?? 0) / (share?.se ?? 1) - 1)).toBeLessThan(0.01);
  });
  test('the number of threads changes no digit', async () => {
    const all = await Promise.all(
      [1, 2, 3, 4].map(threads => asked({ positive: 'y', strata: 's' }, threads)),
    );
    for (const rows of all) expect(rows).toEqual(all[0]);
  });
  test('a stratum of one row is told by name', async () => {
    await expect(asked({ positive: 'y', strata: 'id' })).rejects.toMatchObject({ code: 'survey.lonely' });
  });
});
