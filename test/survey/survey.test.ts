import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBelow, betaQuantile, studentQuantile } from '#core/special.ts';
import { type Request, survey } from '#numbers/survey/survey.ts';
import { cellsOf } from '#test/interviews.ts';

const REQUEST: Request = {
  asked: 'share',
  domains: [],
  compare: null,
  interval: 'logit',
  level: 0.95,
  frame: 'everybody on the list',
  sizes: { first: null, second: null },
  lonely: 'fail',
  by: 'taylor',
  margins: [],
};

const read = (line: Readonly<Record<string, string>>) => (line.y === '' ? null : Number(line.y));
const table = (rows: readonly string[]) =>
  cellsOf(`s,c,g,w,y\n${rows.join('\n')}\n`, { weight: 'w', stratum: 's', psu: 'c', domain: 'g', y: read })
    .cells;
const many = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i));

describe('distributions', () => {
  test('the t quantiles are the tabled ones', () => {
    expect(studentQuantile(0.975, 14)).toBeCloseTo(2.1447866879178, 10);
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736175, 8);
    expect(studentQuantile(0.6, 5)).toBeCloseTo(0.267180865714, 10);
    expect(studentQuantile(0.025, 197)).toBeCloseTo(-1.972079034, 8);
    expect(studentQuantile(0.975, Infinity)).toBeCloseTo(1.959963984540054, 12);
  });
  test('the beta quantile undoes the beta distribution', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b, p) => {
          expect(Math.abs(betaBelow(betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-9);
        },
      ),
    );
  });
});

describe('without a declared design', () => {
  const cells = table(many(40, i => `a,${i},${i % 2 ? 'x' : 'y'},3,${i % 4 === 0 ? 1 : 0}`));
  test('a share is of respondents, without interval, error or design effect', () => {
    const [row] = survey(cells, { ...REQUEST, frame: null });
    expect(row).toMatchObject({
      of: 'respondents',
      estimate: 0.25,
      se: null,
      low: null,
      high: null,
      deff: null,
    });
    expect(row?.notes).toContain('no-frame');
  });
  test('nothing is multiplied by a population', () => {
    const [row] = survey(cells, { ...REQUEST, asked: 'total', frame: null });
    expect(row).toMatchObject({ estimate: null, notes: ['no-frame', 'no-total'] });
  });
  test('the difference of two groups has no interval either', () => {
    const rows = survey(cells, { ...REQUEST, frame: null, domains: ['x', 'y'], compare: ['x', 'y'] });
    expect(rows.at(-1)).toMatchObject({ estimate: -0.5, low: null, high: null });
  });
});

describe('what a few people would give away is not shown', () => {
  const rows = (sizes: Readonly<Record<string, number>>) =>
    survey(
      table(
        Object.entries(sizes).flatMap(([group, n]) => many(n, i => `a,${group}${i},${group},1,${i % 2}`)),
      ),
      { ...REQUEST, domains: Object.keys(sizes) },
    );
  test('fewer than ten, and the next smallest where one alone is hidden', () => {
    const shown = rows({ x: 30, y: 9, z: 12 });
    expect(shown.filter(it => it.suppressed).map(it => it.domain)).toEqual(['y', 'z']);
    expect(shown.filter(it => it.suppressed).every(it => it.estimate === null && it.n === 0)).toBe(true);
  });
  test('two that are small hide each other', () => {
    expect(
      rows({ x: 30, y: 9, z: 3 })
        .filter(it => it.suppressed)
        .map(it => it.domain),
    ).toEqual(['y', 'z']);
  });
  test('with fewer than ten in all nothing is shown', () => {
    expect(rows({ x: 5, y: 4 }).every(it => it.suppressed)).toBe(true);
  });
  test('a group that nobody is in is said, not hidden', () => {
    const shown = survey(table(many(20, i => `a,${i},x,1,${i % 2}`)), { ...REQUEST, domains: ['x', 'none'] });
    expect(shown.at(-1)).toMatchObject({ domain: 'none', suppressed: false, notes: ['no-respondents'] });
    expect(shown[1]).toMatchObject({ suppressed: false });
  });
});

describe('where nobody or everybody says yes', () => {
  test('a one-sided bound on the clusters stands in for an interval', () => {
    const [none] = survey(table(many(60, i => `a,${i % 20},x,1,0`)), REQUEST);
    expect(none).toMatchObject({ estimate: 0, low: 0, notes: ['one-sided'] });
    expect(none?.high).toBeCloseTo(1 - 0.025 ** (1 / 20), 12);
    const [all] = survey(table(many(60, i => `a,${i % 20},x,1,1`)), REQUEST);
    expect(all?.high).toBe(1);
    expect(all?.low).toBeCloseTo(0.025 ** (1 / 20), 12);
  });
});

describe('missing answers', () => {
  test('stay missing, and say how far they could move a share', () => {
    const [row] = survey(table(many(20, i => `a,${i},x,1,${i < 5 ? '' : i < 10 ? 1 : 0}`)), REQUEST);
    expect(row).toMatchObject({ n: 15, missing: 5, bounds: { low: 0.25, high: 0.5 } });
    expect(row?.estimate).toBeCloseTo(1 / 3, 12);
  });
});

describe('laws', () => {
  const answers = fc.array(
    fc.record({
      s: fc.constantFrom('a', 'b'),
      c: fc.integer({ min: 0, max: 9 }),
      y: fc.boolean(),
      w: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 20, maxLength: 60 },
  );
  const lines = (of: readonly { s: string; c: number; y: boolean; w: number }[]) =>
    of.map(({ s, c, y, w }) => `${s},${c},x,${w},${Number(y)}`);
  const close = (a: number | null | undefined, b: number | null | undefined) =>
    a === null || a === undefined
      ? expect(b ?? null).toBeNull()
      : expect(Math.abs(a - (b ?? Number.NaN))).toBeLessThan(1e-9);

  test('the order of the rows changes nothing, nor does another unit of weight', () => {
    fc.assert(
      fc.property(answers, of => {
        const request: Request = { ...REQUEST, lonely: 'adjust' };
        const [one] = survey(table(lines(of)), request);
        const [two] = survey(table(lines(of.toReversed())), request);
        const [three] = survey(table(lines(of.map(it => ({ ...it, w: it.w * 100 })))), request);
        for (const other of [two, three]) {
          close(one?.estimate, other?.estimate);
          close(one?.se, other?.se);
          close(one?.low, other?.low);
        }
      }),
    );
  });
  test('yes and no exchanged turn estimate and interval about', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('logit', 'asin', 'beta', 'mean'), (of, interval) => {
        const request: Request = { ...REQUEST, lonely: 'adjust', interval: interval as Request['interval'] };
        const [one] = survey(table(lines(of)), request);
        const [two] = survey(table(lines(of.map(it => ({ ...it, y: !it.y })))), request);
        close(one?.estimate, 1 - (two?.estimate ?? Number.NaN));
        if (one?.low !== null && two?.high !== null) close(one?.low, 1 - (two?.high ?? Number.NaN));
      }),
    );
  });
  test('a wider level holds a narrower one', () => {
    fc.assert(
      fc.property(answers, of => {
        const [narrow] = survey(table(lines(of)), { ...REQUEST, lonely: 'adjust', level: 0.8 });
        const [wide] = survey(table(lines(of)), { ...REQUEST, lonely: 'adjust' });
        if (narrow?.low === null || narrow?.low === undefined) return;
        expect(wide?.low).toBeLessThanOrEqual(narrow.low);
        expect(wide?.high).toBeGreaterThanOrEqual(narrow.high ?? 0);
      }),
    );
  });
});

describe('designs that do not fit get one line', () => {
  const three = table(many(30, i => `a,${i % 3},x,1,${i % 2}`));
  test.each([
    ['brr', three, 'survey.pairs'],
    ['jk1', table(many(40, i => `${i % 2},${i},x,1,${i % 3 === 0 ? 1 : 0}`)), 'survey.strata'],
  ] as const)('%s', (by, cells, code) => {
    expect(() => survey(cells, { ...REQUEST, by })).toThrow(expect.objectContaining({ code }));
  });
  test('a stratum with one cluster', () => {
    const cells = table([...many(20, i => `a,${i},x,1,${i % 2}`), 'lonely,1,x,1,0']);
    expect(() => survey(cells, REQUEST)).toThrow(expect.objectContaining({ code: 'survey.lonely' }));
  });
});
