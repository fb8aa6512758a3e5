import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '#core/random.ts';
import { lnGamma, lnPoissonTail, normalBelow, normalQuantile, twoSided } from '#core/special.ts';
import { bca } from '#numbers/population/bootstrap.ts';
import { byBic, hierarchical, leastBic, stepwise, stepwiseByTail } from '#numbers/population/choose.ts';
import { averaged, decomposable } from '#numbers/population/graphs.ts';
import { latentClasses, rhat } from '#numbers/population/latent.ts';
import { fitModel, mainEffects, pairs, refusal } from '#numbers/population/log-linear.ts';
import { METHODS, population, readHistories } from '#numbers/population/population.ts';
import { profile } from '#numbers/population/profile.ts';

// Published tables, typed in: hepatitis A in a college, Chao et al. (1997); women held, Ball, Shin and Yang (2018);
// an artificial table, Chan, Silverman and Vincent (2021); five lists of 2013, Silverman (2014), PF and NCA as one.
const HEPATITIS = 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n';
const HELD = 'b,c,d,count\n0,0,1,41\n0,1,0,5\n1,0,0,5\n1,1,0,54\n1,0,1,6\n1,1,1,12\n';
const ARTIFICIAL = 'A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n';
const table = (text: string) => readHistories(text, 'table.csv');
const near = (value: number | null | undefined, expected: number, relative: number) =>
  expect(Math.abs((value ?? Number.NaN) / expected - 1)).toBeLessThan(relative);
const byChoice = (text: string, choice: string) =>
  population(table(text), { method: 'log-linear', resamples: 0 }).find(it => it.choice === choice);
const tailed = (drawn: Parameters<typeof stepwiseByTail>[0]) => stepwiseByTail(drawn)?.estimate ?? null;

describe('special functions', () => {
  test('the gamma function’s logarithm gives the factorials and √π', () => {
    near(lnGamma(11), Math.log(3628800), 1e-15);
    near(lnGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-14);
  });
  test('the normal tail gives the tabled 5 % and 0.1 %', () => {
    near(twoSided(1.959963984540054), 0.05, 1e-12);
    near(twoSided(3.2905267314919255), 0.001, 1e-11);
  });
});

describe('more special functions', () => {
  test('the smaller tail of a Poisson count is that of its sum', () => {
    near(Math.exp(lnPoissonTail(3, 7.5)), 0.05914545983268396, 1e-12);
    near(Math.exp(lnPoissonTail(12, 7.5)), 0.07924130947478891, 1e-12);
    expect(lnPoissonTail(0, 0)).toBe(0);
    expect(lnPoissonTail(2, 0)).toBe(-Infinity);
  });
  test('the normal quantile undoes the normal distribution, far out and at the middle', () => {
    near(normalQuantile(0.975), 1.959963984540054, 1e-12);
    expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-12);
    for (const z of [-6, -2, -0.3, 0.01, 1.5, 5]) near(normalQuantile(normalBelow(z)), z, 1e-8);
  });
  test.each([
    ['uniform', (r: Random) => r.uniform(), 0.5, 1 / 12],
    ['normal', (r: Random) => r.normal(), 0, 1],
    ['gamma 0.3', (r: Random) => r.gamma(0.3), 0.3, 0.3],
    ['gamma 40', (r: Random) => r.gamma(40), 40, 40],
    ['beta', (r: Random) => r.beta(2, 3), 0.4, 0.04],
    ['poisson 4', (r: Random) => r.poisson(4), 4, 4],
    ['poisson 900', (r: Random) => r.poisson(900), 900, 900],
    ['binomial 20', (r: Random) => r.binomial(20, 0.1), 2, 1.8],
    ['binomial 5000', (r: Random) => r.binomial(5000, 0.7), 3500, 1050],
  ])('%s draws have their mean and variance', (_name, draw, mean, variance) => {
    const random = new Random(7);
    const drawn = Array.from({ length: 40_000 }, () => draw(random));
    const middle = drawn.reduce((sum, it) => sum + it, 0) / drawn.length;
    const spread = drawn.reduce((sum, it) => sum + (it - middle) ** 2, 0) / drawn.length;
    expect(Math.abs(middle - mean)).toBeLessThan(4 * Math.sqrt(variance / drawn.length));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.06);
  });
  test('a multinomial draw gives everybody a place', () => {
    const into = new Float64Array(3);
    new Random(1).multinomial(1000, Float64Array.of(0, 1e-300, 1), into);
    expect([...into]).toEqual([0, 0, 1000]);
  });
});

describe('a model is fitted only where a best fit exists and is the only one', () => {
  test.each([
    [[1, 2, 4, 3, 5, 6], ['not-identifiable']],
    [[1, 2, 4, 3], ['no-maximum']],
    [[1, 2, 4, 3, 5], ['no-maximum']],
    [[1, 2, 4, 5, 6], []],
    [[1, 2, 4], []],
  ])('the artificial table with the terms %j: %j', (terms, refused) => {
    expect(refusal(table(ARTIFICIAL), terms)).toEqual(refused);
  });
});

describe('published tables give the published numbers', () => {
  test('sample coverage of the hepatitis table: 407.0, 970.8, 507.8', () => {
    const [row] = population(table(HEPATITIS), { method: 'sample-coverage' });
    [407.0037897, 970.8047636, 507.7719955].map((it, i) => near(row?.models[i]?.estimate, it, 1e-8));
    expect(row?.estimate).toBe(row?.models[2]?.estimate);
    expect(row?.warnings).toContain('low-coverage');
  });
  test('the lower bound of the hepatitis table is 478.674', () => {
    near(population(table(HEPATITIS), { method: 'chao' })[0]?.estimate, 478.674, 1e-6);
  });
  test('least BIC of the women held is 157.17 with pairs 12 and 23', () => {
    const best = byChoice(HELD, 'least-bic');
    near(best?.estimate, 157.1666667, 1e-8);
    expect(best?.models[0]?.model).toBe('[12,23]');
    near(best?.models[0]?.bic, 57.14080988, 1e-8);
  });
  test('with steps by Poisson tails the women held are 268.78 with pair 12', () => {
    near(byChoice(HELD, 'stepwise-p')?.estimate, 268.7777778, 1e-8);
    expect(byChoice(HELD, 'stepwise-p')?.models[0]?.model).toBe('[12,3]');
  });
  test('the bootstrap interval of the least BIC of the women held is the published 128–349', () => {
    const drawn = byBic(table(HELD)).drawn;
    const again = (it: ReturnType<typeof table>) => leastBic(it, drawn)?.estimate ?? null;
    const found = bca(table(HELD), again, 0.95, { resamples: 4000, random: new Random(3) });
    near(found?.low, 128, 0.03);
    near(found?.high, 349, 0.06);
  });
  test('latent classes of the women held: median 138, 95 % 124–202, chains that agree', () => {
    const sampling = { chains: 4, burnIn: 2000, draws: 1000, thin: 10, seed: 2 };
    const { draws, rhat: differ } = latentClasses(table(HELD), sampling);
    const sorted = Float64Array.from(draws.flatMap(it => [...it])).sort();
    near(sorted[2000], 138, 0.02);
    near(sorted[100], 124, 0.02);
    near(sorted[3900], 202, 0.08);
    expect(differ).toBeLessThan(1.05);
  });
  test('averaging over graphs of the women held: mean 198.507, 95 % 123–431', () => {
    const found = averaged(table(HELD), 3000);
    near(found.mean, 198.5073692, 1e-8);
    expect([found.low, found.median, found.high]).toEqual([123, 159, 431]);
  });
  test('there are 8, 61 and 822 decomposable graphs, and 8, 64, 113 and 1,024 hierarchical models', () => {
    expect([3, 4, 5].map(it => decomposable(it).length)).toEqual([8, 61, 822]);
    expect(
      [hierarchical(3, 2), hierarchical(4, 2), hierarchical(4, 3), hierarchical(5, 2)].map(it => it.length),
    ).toEqual([8, 64, 113, 1024]);
  });
});

const SHARED = join(import.meta.dirname, '../../../shared/statistics/mse');
describe.skipIf(!existsSync(SHARED))('the reference tables (skipped where they are absent)', () => {
  const read = (name: string) => table(readFileSync(join(SHARED, `${name}.csv`), 'utf8'));
  const expected = existsSync(SHARED)
    ? JSON.parse(readFileSync(join(SHARED, 'expected.json'), 'utf8')).datasets
    : {};
  const names = Object.keys(expected).filter(
    it => expected[it].computed && existsSync(join(SHARED, `${it}.csv`)),
  );

  test.each(names)('%s: lists independent', name => {
    const found = read(name);
    near(
      fitModel(found, mainEffects(found.lists.length))?.estimate,
      expected[name].computed.main_effects.N,
      1e-6,
    );
  });

  const stepped = names.filter(it => expected[it].computed.stepwise_AIC_modslavmse?.['p0.05']?.N_poisson);
  test.each(stepped)('%s: stepwise by AIC, and its profile interval', name => {
    const want = expected[name].computed.stepwise_AIC_modslavmse['p0.05'];
    const found = stepwise(read(name))?.fit;
    const row = found && profile(read(name), found, 0.95);
    near(found?.estimate, want.N_poisson, 1e-6);
    expect(Math.abs((found?.aic ?? 0) - want.aic)).toBeLessThan(1e-3);
    if (typeof want.ci95_profile[0] === 'number') near(row?.low, want.ci95_profile[0], 1e-3);
    if (typeof want.ci95_profile[1] === 'number') near(row?.high, want.ci95_profile[1], 1e-3);
  });

  const tails = names.filter(it => expected[it].computed.stepwise_p002_SparseMSE?.N);
  test.each(tails)('%s: stepwise by Poisson tails', name => {
    near(tailed(read(name)), expected[name].computed.stepwise_p002_SparseMSE.N, 1e-6);
  });

  test.each(['western', 'kosovo', 'ukdat_5', 'australia'])('%s: its bootstrap interval', name => {
    const { bca: ends } = expected[name].computed.stepwise_p002_SparseMSE;
    const found = bca(read(name), tailed, 0.95, { resamples: 4000, random: new Random(1) });
    near(found?.low, ends['0.025'], 0.15);
    near(found?.high, ends['0.975'], 0.12);
    if (name === 'western') near(found?.acceleration, expected[name].computed ? -0.09501026 : 0, 1e-6);
  });

  const searched = names.filter(it => expected[it].computed.bic_enumeration_MultipleSystemsEstimation);
  test.each(searched)('%s: the models with the least BIC', name => {
    const found = expected[name].computed.bic_enumeration_MultipleSystemsEstimation;
    const want = found.maxorder_4 ?? found.maxorder_3 ?? found.maxorder_2;
    const [best] = byBic(
      read(name),
      Number(
        Object.keys(found)
          .findLast(it => it.startsWith('maxorder_'))
          ?.slice(9),
      ),
    ).close;
    near(best?.estimate, want.top[0].abundance, 1e-6);
    expect(Math.abs((best?.bic ?? 0) - want.top[0].BIC)).toBeLessThan(1e-3);
  });

  const graphs = names.flatMap(it =>
    Object.values(expected[it].computed.dga ?? {}).filter(
      (
        want,
      ): want is {
        dataset: string;
        Nmiss_to: number;
        mean: number;
        delta: number;
        q025: number;
        q975: number;
        Nmiss_from: number;
      } =>
        typeof (want as { mean?: unknown }).mean === 'number' &&
        (want as { dataset?: string }).dataset === it &&
        (want as { Nmiss_to: number }).Nmiss_to <= 100_000,
    ),
  );
  test.each(graphs)('$dataset: averaged over graphs to $Nmiss_to', want => {
    const found = averaged(read(want.dataset), want.Nmiss_to, 0.95, want.delta, want.Nmiss_from);
    near(found.mean, want.mean, 1e-6);
    expect(Math.abs(found.low - want.q025)).toBeLessThanOrEqual(1);
    expect(Math.abs(found.high - want.q975)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['ukdat', 12298.508],
    ['ukdat_5', 13570.027],
    ['kosovo', 8591.184],
    ['western', 2200.508],
    ['neworl_5', 1294.1],
    ['hiv', 11701.0],
  ])('%s: the lower bound is %d', (name, want) => {
    near(population(read(name), { method: 'chao' })[0]?.estimate, want, 1e-5);
  });

  test.each([
    ['diabetes', [2271.689, 2609.03, 2457.969]],
    ['congenital', [629.5419, 659.4524, 649.3474]],
  ])('%s: sample coverage is %j', (name, want) => {
    const [row] = population(read(name), { method: 'sample-coverage' });
    for (const [i, it] of want.entries()) near(row?.models[i]?.estimate, it, 1e-6);
  });

  test('every pair of lists of Western with an empty overlap leaves the fit: 7,874.35', () => {
    near(fitModel(read('western'), [...mainEffects(5), ...pairs(5)])?.estimate, 7874.35, 1e-6);
  });

  test('where the cap decides, the average over graphs says so', () => {
    expect(population(read('ned_5'), { method: 'dga', cap: 30_000 })[0]?.refused).toEqual(['at-cap']);
  });

  test('two peaks of a posterior are both given', () => {
    const [row] = population(read('ukdat_5'), { method: 'dga', cap: 60_000 });
    expect(row?.warnings).toContain('several-modes');
    expect(row?.models.filter(it => it.model === 'mode')).toHaveLength(2);
  });
});

describe('laws', () => {
  const tables = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 7, maxLength: 7 })
    .filter(counts => counts.some(it => it > 0));
  const csv = (counts: readonly number[], order: readonly number[] = counts.map((_, i) => i)) =>
    `a,b,c,count\n${order.map(i => `${(i + 1) & 1},${((i + 1) >> 1) & 1},${((i + 1) >> 2) & 1},${counts[i]}`).join('\n')}\n`;

  test('any table gives an answer or a reason for every method, never below those seen, and never throws', () => {
    fc.assert(
      fc.property(tables, counts => {
        const rows = METHODS.filter(it => it !== 'latent-class').flatMap(method =>
          population(table(csv(counts)), { method, cap: 200, resamples: 20 }),
        );
        for (const row of rows) {
          expect(row.estimate !== null || row.refused.length > 0).toBe(true);
          if (row.method !== 'sample-coverage' && row.estimate !== null)
            expect(row.estimate).toBeGreaterThanOrEqual(row.observed - 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a fit that is settled has one maximum, as the linear programme says', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom([1, 2, 4], [1, 2, 4, 3], [1, 2, 4, 3, 5], [1, 2, 4, 3, 5, 6]),
        (counts, terms) => {
          const it = table(csv(counts));
          if (fitModel(it, terms)?.settled) expect(refusal(it, terms)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a floor gives up no model that would have been chosen', () => {
    fc.assert(
      fc.property(tables, tables, (whole, drawn) => {
        const models = byBic(table(csv(whole))).drawn;
        const it = table(csv(drawn));
        const all = models.flatMap(({ terms }) => fitModel(it, terms) ?? []);
        const best = Math.min(...all.filter(fit => refusal(it, fit.terms).length === 0).map(fit => fit.bic));
        const found = leastBic(it, models);
        if (found) expect(found.bic).toBeLessThanOrEqual(best + 1e-6);
        else expect(best).toBe(Infinity);
      }),
      {
        numRuns: 200,
        examples: [
          [
            [37, 55, 24, 23, 51, 4, 55],
            [4, 0, 2, 22, 0, 55, 6],
          ],
        ],
      },
    );
  });

  test('the same seed gives the same interval, another nearly the same', () => {
    const at = (seed: number) => bca(table(HELD), tailed, 0.8, { resamples: 2000, random: new Random(seed) });
    expect(at(1)).toEqual(at(1));
    near(at(2)?.high, at(1)?.high ?? 0, 0.05);
  });

  test('chains in different places are told from chains in one', () => {
    const around = (middle: number) => Float64Array.from({ length: 200 }, (_, i) => middle + Math.sin(i) * 5);
    expect(rhat([around(100), around(100)])).toBeLessThan(1.01);
    expect(rhat([around(100), around(160)])).toBeGreaterThan(2);
  });

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(tables, counts => {
        const [there, back] = [
          csv(counts),
          csv(
            counts,
            counts.map((_, i) => 6 - i),
          ),
        ];
        expect(population(table(back), { method: 'chao' })).toEqual(
          population(table(there), { method: 'chao' }),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('bad tables get one line', () => {
  test.each([
    ['a,b,count\n1,0,-3\n', 'population.count'],
    ['a,b,count\n1,2,3\n', 'population.cell'],
    ['a,b,count\n0,0,3\n', 'population.unseen'],
    ['a,b,count\n', 'population.empty'],
    ['a,a,count\n1,0,3\n', 'population.lists'],
    ['a,count\n1,3\n', 'population.lists'],
    ['a,b,count\n1,0\n', 'population.table'],
    ['', 'population.lists'],
    ['recruiter,degree,count\n1,0,4\n', 'population.chain'],
    ['person,network size,count\n1,0,4\n', 'population.chain'],
    [`${Array.from({ length: 9 }, (_, i) => `l${i}`).join(',')},count\n`, 'population.lists'],
  ])('%j: %s', (text, code) => {
    expect(() => table(text)).toThrow(expect.objectContaining({ code }));
  });

  test('lists that share nobody are refused by every method', () => {
    for (const row of population(table('a,b,c,count\n1,0,0,4\n0,1,0,5\n0,0,1,6\n')))
      expect(row).toMatchObject({ estimate: null, refused: ['no-overlap'] });
  });
});
