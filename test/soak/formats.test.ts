import { expect, test } from 'vitest';
import { originals, outcome, spoiled } from '#test/mutated.ts';
import { seeded } from '#test/seeded.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`a thousand spoiled files are read or get one line (seed ${seed})`, { timeout: 600_000 }, async () => {
  const next = seeded(seed);
  let longest = 0;
  for (let n = 0; n < 1000; n += 1) {
    const [name, content] = originals[n % originals.length] as (typeof originals)[number];
    const began = process.cpuUsage();
    const file = spoiled(content, next);
    await outcome(file, name).catch(error => {
      throw new Error(`file ${n}, ${name}, seed ${seed}`, { cause: error });
    });
    const { user, system } = process.cpuUsage(began);
    longest = Math.max(longest, (user + system) / 1e6);
  }
  expect(longest).toBeLessThan(10);
});
