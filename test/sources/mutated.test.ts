import { expect, test } from 'vitest';
import { extract } from '#evidence/sources/sources.ts';
import { originals, outcome, spoiled } from '#test/mutated.ts';
import { seeded } from '#test/seeded.ts';

test.each(originals)('%s is read whole, twice the same', async (name, content) => {
  const first = await extract(content, name);
  expect(first.text).toMatch(/Salarios|salarios|médicos|ministry/);
  expect(await extract(content, name)).toEqual(first);
});

const seed = Number(process.env.SEED ?? 20_240_102);

test(`sixty spoiled files are read or get one line (seed ${seed})`, { timeout: 120_000 }, async () => {
  const next = seeded(seed);
  const outcomes = new Map<string, number>();
  for (let n = 0; n < 60; n += 1) {
    const [name, content] = originals[n % originals.length] as (typeof originals)[number];
    const result = await outcome(spoiled(content, next), name);
    outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
  }
  // both happen, or the files were not spoiled
  expect(outcomes.get('read')).toBeGreaterThan(10);
  expect(60 - (outcomes.get('read') ?? 0)).toBeGreaterThan(10);
});
