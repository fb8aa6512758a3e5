import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

let folder: string;
beforeEach(() => {
  folder = tempFolder('survey');
  mkdirSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lines = (n: number, row: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => row(i)).join('\n');
/** 120 people of two places in 24 clusters; every third did not choose the work, every fourth was menaced. */
const people = () =>
  file(
    'people.csv',
    `w,s,c,where,choice,menace,hours\n${lines(120, i => `${1 + (i % 3)},${i % 2},${i % 24},${i < 70 ? 'north' : 'south'},${i % 3 === 0 ? 'Sí' : 'No'},${i % 4 === 0 ? 1 : 0},${40 + (i % 7)}`)}\n`,
  );
const DESIGN = ['--weight', 'w', '--strata', 's', '--psu', 'c'];
const RULE = `
elements:
  icls.ref.short: { always: true }
  icls.inv.unfree: { column: choice }
  icls.pen.violence: { column: menace }
unasked: no
survey:
  frame: workers on the list of 2020
`;

type Rows = Readonly<Record<string, unknown>>[];

describe('survey', () => {
  test('with a declared frame it gives a population’s share with its interval', async () => {
    const done = await run([
      'survey',
      people(),
      ...DESIGN,
      '--positive',
      'choice',
      '--frame',
      'all',
      '--json',
    ]);
    const [row] = done.json() as Rows;
    expect(row).toMatchObject({ domain: '', n: 120, of: 'population', df: 22, suppressed: false });
    expect(row?.low).toBeLessThan(row?.estimate as number);
    expect(row?.high).toBeGreaterThan(row?.estimate as number);
  });
  test('weights are no frame: without one the share is of respondents, without an interval', async () => {
    const done = await run(['survey', people(), ...DESIGN, '--positive', 'choice', '--json']);
    const [row] = done.json() as Rows;
    expect(row).toMatchObject({ of: 'respondents', low: null, high: null, se: null, deff: null });
  });
  test('a total is refused without a frame', async () => {
    const [row] = (await run(['survey', people(), ...DESIGN, '--total', 'hours', '--json'])).json() as Rows;
    expect(row).toMatchObject({ estimate: null, notes: ['no-frame', 'no-total'] });
  });
  test.each(['en', 'es', 'pt'])('prints in %s', async lang => {
    const done = await run(['survey', people(), '--positive', 'choice', '--by', 'where', '--lang', lang]);
    expect(done.code).toBe(0);
    expect(done.out).toMatch(/north/);
    expect(done.out).toMatch(/33[.,]3 %/);
    expect(done.out).not.toMatch(/undefined|null|NaN/);
  });
  test('two groups are compared over the one design', async () => {
    const asked = ['--by', 'where', '--compare', 'north,south', '--frame', 'all'];
    const rows = (
      await run(['survey', people(), ...DESIGN, '--mean', 'hours', ...asked, '--json'])
    ).json() as Rows;
    expect(rows.map(it => it.domain)).toEqual(['', 'north', 'south', 'north − south']);
    const [, north, south, difference] = rows.map(it => it.estimate as number);
    expect(difference).toBeCloseTo((north ?? 0) - (south ?? 0), 12);
  });
  test('a small group is hidden, and the next smallest with it', async () => {
    const path = file(
      'small.csv',
      `g,y\n${lines(40, i => `${i < 4 ? 'few' : i < 18 ? 'some' : 'many'},${i % 2}`)}\n`,
    );
    const rows = (await run(['survey', path, '--positive', 'y', '--by', 'g', '--json'])).json() as Rows;
    expect(rows.map(it => [it.domain, it.suppressed])).toEqual([
      ['', false],
      ['few', true],
      ['many', false],
      ['some', true],
    ]);
  });
  test('sizes of the strata narrow the interval, known totals move the estimate', async () => {
    const path = file('sized.csv', `s,n,y\n${lines(60, i => `${i % 2},40,${i % 3 === 0 ? 1 : 0}`)}\n`);
    const at = async (...more: string[]) =>
      (
        (
          await run(['survey', path, '--strata', 's', '--positive', 'y', '--frame', 'all', ...more, '--json'])
        ).json() as Rows
      )[0];
    expect((await at('--fpc', 'n'))?.se).toBeCloseTo(
      ((await at())?.se as number) * Math.sqrt(1 - 30 / 40),
      12,
    );
    expect((await at('--margin', 's=0:900,1:100'))?.estimate).toBeCloseTo(1 / 3, 12);
    for (const variance of ['jkn', 'taylor'])
      expect((await at('--variance', variance))?.se).toBeGreaterThan(0);
  });
});

describe('survey by a standard’s rule', () => {
  test('classifies each respondent by the compiled rule, and says its version', async () => {
    const map = file('map.yaml', RULE);
    const asked = ['--standard', 'icls20-2018-forced-labour', '--map', map];
    const [row] = (await run(['survey', people(), ...DESIGN, ...asked, '--json'])).json() as Rows;
    // a third and a fourth: one in twelve, who weigh half as much as people do on average
    expect(row?.n).toBe(120);
    expect(row).toMatchObject({
      of: 'population',
      standard: { id: 'icls20-2018-forced-labour', version: '1.0' },
    });
    expect(row?.estimate).toBeCloseTo(1 / 24, 12);
  });
  test('what no question asks stays open unless the mapping says otherwise', async () => {
    const map = file('map.yaml', RULE.replace('unasked: no', ''));
    const asked = ['--standard', 'icls20-2018-forced-labour', '--map', map];
    const [row] = (await run(['survey', people(), ...asked, '--json'])).json() as Rows;
    expect(row).toMatchObject({ n: 10, missing: 110 });
    expect(row?.bounds).toMatchObject({ high: 1 });
  });
  // Thailand's fisheries, endline of 2019: involuntary work 27 %, coercion 12 %, both, so forced labour, 10 %
  test('the published shares of involuntary work, coercion and both come out together', async () => {
    const rows = (n: number, inv: number, pen: number) => lines(n, () => `${inv},${pen}`);
    const path = file(
      'thai.csv',
      `inv,pen\n${rows(10, 1, 1)}\n${rows(17, 1, 0)}\n${rows(2, 0, 1)}\n${rows(71, 0, 0)}\n`,
    );
    const map = file(
      'map.yaml',
      RULE.replace('column: choice', 'column: inv').replace('column: menace', 'column: pen'),
    );
    const share = async (...asked: string[]) =>
      ((await run(['survey', path, ...asked, '--json'])).json() as Rows)[0]?.estimate;
    expect(await share('--positive', 'inv')).toBe(0.27);
    expect(await share('--positive', 'pen')).toBe(0.12);
    expect(await share('--standard', 'icls20-2018-forced-labour', '--map', map)).toBe(0.1);
  });
});

describe('what does not fit gets one line', () => {
  const map = (content: string) => file('map.yaml', content);
  test.each([
    [() => [], /--positive/],
    [() => ['--positive', 'choice', '--mean', 'hours'], /--positive/],
    [() => ['--standard', 'icls20-2018-forced-labour'], /--map/],
    [() => ['--ratio', 'hours'], /--over/],
    [() => ['--positive', 'nothing'], /“nothing”; it has: w, s, c/],
    [() => ['--positive', 'where'], /“north”/],
    [() => ['--mean', 'where'], /“north”/],
    [() => ['--positive', 'choice', '--weight', 'menace'], /90 rows/],
    [() => ['--positive', 'choice', '--fpc', 'w'], /more than one size/],
    [() => ['--positive', 'choice', '--interval', 'wide'], /logit, beta, asin, mean/],
    [() => ['--positive', 'choice', '--compare', 'a,b'], /--compare/],
    [() => ['--positive', 'choice', '--margin', 's'], /VALUE:PEOPLE/],
    [() => ['--positive', 'choice', '--margin', 's=0:9'], /“1”/],
    [() => ['--standard', 'icls20-2018-forced-labour', '--map', map('elements: [')], /does not fit/],
    [
      () => ['--standard', 'icls20-2018-forced-labour', '--map', map('elements: {a.b: {column: s}}')],
      /“a.b”/,
    ],
    [
      () => [
        '--standard',
        'icls20-2018-forced-labour',
        '--map',
        map('elements: {icls.inv.pay: {column: q}}'),
      ],
      /“q”/,
    ],
    [
      () => [
        '--standard',
        'icls20-2018-forced-labour',
        '--map',
        map('elements: {icls.inv.pay: {column: hours}}'),
      ],
      /“40”/,
    ],
    [() => ['--positive', 'choice', '--map', `${folder}/gone.yaml`], /gone\.yaml/],
  ])('%#', async (asked, line) => {
    const { code, err } = await run(['survey', people(), ...asked()]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(line);
  });
  test('a lonely cluster is named', async () => {
    const path = file('lonely.csv', `s,c,y\n${lines(30, i => `a,${i},${i % 2}`)}\nb,1,1\n`);
    const { err } = await run([
      'survey',
      path,
      '--strata',
      's',
      '--psu',
      'c',
      '--positive',
      'y',
      '--frame',
      'all',
    ]);
    expect(err).toMatch(/“b”.*“1”.*--lonely/);
  });
});

describe('numbers as people write them', () => {
  const answers = (separator: string, value: (i: number) => string) =>
    file(
      'numbers.csv',
      `n${separator}g\n${lines(20, i => `${separator === ',' ? `"${value(i)}"` : value(i)}${separator}a`)}\n`,
    );
  const mean = async (path: string) => (await run(['survey', path, '--mean', 'n', '--json'])).json() as Rows;
  test('a comma stands before decimals where semicolons separate the cells', async () => {
    expect((await mean(answers(';', i => `${i},125`)))[0]?.estimate).toBe(9.625);
  });
  test('a comma that may stand for thousands is asked about', async () => {
    const { code, err } = await run(['survey', answers(',', () => '1,234'), '--mean', 'n']);
    expect(code).toBe(2);
    expect(err).toMatch(/“1,234”/);
    expect((await mean(answers(',', i => `${i},5`)))[0]?.estimate).toBe(10);
  });
  test.each(['inf', 'NaN', '1e999'])('%s is no number', async bad => {
    const { code, err } = await run(['survey', answers(';', i => (i === 7 ? bad : '1')), '--mean', 'n']);
    expect([code, err]).toEqual([2, expect.stringContaining(`“${bad}”`)]);
  });
  test('an answer is known whatever its case and the spaces about it', async () => {
    const path = file('case.csv', `y\n${lines(20, i => (i % 2 ? ' YES ' : 'no'))}\n`);
    const rows = (await run(['survey', path, '--positive', 'y', '--json'])).json() as Rows;
    expect(rows[0]).toMatchObject({ n: 20, estimate: 0.5 });
  });
});
