/**
 * The founding article, read beside what a person marked in it by hand: every statement that somebody makes by a cue of
 * communication, every figure, and the indicators it speaks of. The text stands outside the project; here are offsets.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClaimProposal, type Reading, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

const article = join(import.meta.dirname, '../../../shared/corpus/000_693324cdc9de5a58.txt');

const STATEMENTS: readonly (readonly [start: number, end: number, speaker: string])[] = [
  [421, 461, 'Rubio'],
  [725, 848, 'Cossio'],
  [1685, 1700, 'Rubio'],
  [1841, 1935, 'officials'],
  [2057, 2098, 'Cuba'],
  [2141, 2318, 'administration'],
  [2446, 2469, 'Cossio'],
  [2480, 2561, 'Cossio'],
  [2584, 2818, 'Cossio'],
  [2907, 2934, 'officials'],
  [2967, 2989, 'authorities'],
  [2992, 3093, 'State Department'],
  [3209, 3319, 'Commission'],
  [3444, 3551, 'administration'],
  [3587, 3625, 'State Department'],
  [3859, 3958, 'Cossio'],
  [3978, 4152, 'Cossio'],
  [4176, 4262, 'defense'],
  [4234, 4262, 'officials'],
  [4297, 4319, 'Cossio'],
  [5027, 5129, 'Cossio'],
  [5227, 5258, 'administration'],
];

describe.skipIf(!existsSync(article))('the founding article, marked by hand', () => {
  let reading: Reading;
  let attributed: ClaimProposal[];
  beforeAll(async () => {
    reading = read(readFileSync(article, 'utf8'), await loadLexicons());
    attributed = reading.claims.filter(it => it.cue !== null);
  });

  const shared = (claim: ClaimProposal, [start, end]: readonly [number, number, string]) =>
    claim.spans.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, end) - Math.max(a, start)), 0) /
    (end - start);

  test.each(STATEMENTS)('what is said from %i to %i is found, and that %s says it', (...statement) => {
    const found = attributed.filter(it => shared(it, statement) >= 0.8);
    expect(found.map(it => it.speaker?.name ?? '')).toContainEqual(expect.stringContaining(statement[2]));
  });

  test('at most two proposals are no statement of somebody', () => {
    const wide = attributed.filter(claim => !STATEMENTS.some(it => shared(claim, it) > 0.3));
    expect(wide.map(it => it.cue?.text).length).toBeLessThanOrEqual(2);
    expect(attributed.length).toBeLessThanOrEqual(STATEMENTS.length + 2);
  });

  test('every figure is exact', () => {
    expect(
      reading.figures.map(it => [it.comparator, it.low, it.high, it.unit?.split(' ').at(-1) ?? null]),
    ).toEqual([
      ['between', 2000, 9999, 'doctors'],
      ['more-than', 100_000, null, 'doctors'],
      ['more-than', 70, null, 'countries'],
      ['exactly', 22_000, 22_000, null],
      ['exactly', 2.4e6, 2.4e6, 'cuban-americans'],
      ['more-than', 100_000, null, 'doctors'],
      ['more-than', 70, null, 'countries'],
      ['more-than', 22_000, null, 'professionals'],
      ['more-than', 50, null, 'countries'],
      ['exactly', 2.4e6, 2.4e6, 'cuban-americans'],
    ]);
  });

  test('indicators are found where it speaks of them, and none that it is silent about', () => {
    const found = new Set(
      reading.bearings
        .filter(it => it.element.startsWith('ilo11.'))
        .map(it => `${it.element} ${it.direction}`),
    );
    expect(found).toEqual(
      new Set([
        'ilo11.documents supports',
        'ilo11.threats supports',
        'ilo11.wages supports',
        'ilo11.wages rebuts',
        'ilo11.conditions supports',
        'ilo11.movement supports',
      ]),
    );
    expect(reading.bearings.map(it => it.element)).toContain('c029.penalty');
  });
});
