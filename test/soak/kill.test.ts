import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killWhileAdding, killWhileImporting } from '../store/kill.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`150 kills while adding and accepting lose nothing (seed ${seed})`, { timeout: 600_000 }, async () => {
  expect(await killWhileAdding(150, seed)).toBeGreaterThan(150);
});

test(`50 kills while importing leave whole dossiers or none (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  expect(
    await killWhileImporting(50, seed, join(import.meta.dirname, '../cases/package')),
  ).toBeGreaterThanOrEqual(50);
});
