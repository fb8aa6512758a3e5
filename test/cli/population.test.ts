import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

let file: string;
beforeEach(() => {
  file = `${tempFolder('lists')}.csv`;
  writeFileSync(file, 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n');
});

describe('population', () => {
  test('gives every method beside the others, each with models or a reason', async () => {
    const rows = (await run(['population', file, '--json', '--resamples', '100'])).json() as {
      method: string;
      estimate: number;
    }[];
    expect(rows.map(it => it.method)).toEqual([
      'log-linear',
      'log-linear',
      'log-linear',
      'log-linear',
      'chao',
      'sample-coverage',
      'dga',
      'latent-class',
    ]);
    expect(rows[0]).toMatchObject({ lists: ['P', 'Q', 'E'], observed: 271, level: 0.95, refused: [] });
  });

  test.each(['en', 'es', 'pt'])('says in %s that no number stands alone', async lang => {
    const { out, code } = await run(['population', file, '--lang', lang, '--method', 'sample-coverage']);
    expect(code).toBe(0);
    expect(out).toMatch(/Whitehead/);
    expect(out).toMatch(/508/);
  });

  test.each([
    [['--method', 'guess'], /all, log-linear, chao/],
    [['--level', '2'], /0\.95, 0\.8/],
    [['--cap', '0'], /250000/],
    [['--cap', '250001'], /250000/],
    [['--resamples', 'many'], /1000000/],
    [['--seed', '2147483648'], /2147483647/],
  ])('%j is refused in one line', async (options, line) => {
    const { err, code } = await run(['population', file, ...options]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(line);
  });

  test('a file that is not there is said', async () => {
    expect((await run(['population', `${file}.gone`])).code).toBe(2);
    expect((await run(['population'])).err).toMatch(/FILE/);
  });
});
