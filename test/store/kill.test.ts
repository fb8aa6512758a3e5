import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { killWhileAdding, killWhileImporting } from './kill.ts';

const seed = 20260105;

describe('a process that is killed', () => {
  test('loses no acknowledged act while adding and accepting (15 times)', { timeout: 60_000 }, async () => {
    expect(await killWhileAdding(15, seed)).toBeGreaterThan(15);
  });

  test('leaves a whole dossier or none while importing (5 times)', { timeout: 60_000 }, async () => {
    const example = join(import.meta.dirname, '../cases/package');
    expect(await killWhileImporting(5, seed, example)).toBeGreaterThanOrEqual(5);
  });
});
