import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortShare } from '#assessment/findings/cohort.ts';
import type { Case } from '#assessment/findings/judge.ts';
import { inScope } from '#assessment/findings/scope.ts';
import { evidenceOf, findingOf, questionOf, type Says, STRONG } from '#test/findings.ts';

const names = ['c029.work', 'c029.penalty', 'c029.involuntary'];
const { standard, proof, strength } = questionOf();

/** Claims that each say of how many people several elements hold at once. */
function shareOf(claims: readonly { on: readonly string[]; low: number; high: number }[], supported = names) {
  const says = claims.map(
    ({ on }, at): Says => ({
      id: `k${at}`,
      ...STRONG,
      says: on.map(element => `+${element}@sample`).join(' '),
    }),
  );
  const { items } = inScope(evidenceOf(says), standard, { route: 'pattern', held: 'all' });
  const it: Case = {
    standard,
    proof,
    table: strength,
    route: 'pattern',
    items,
    attacks: [],
    levels: new Map(claims.map((_, at) => [`k${at}`, 3])),
    shares: new Map(claims.map(({ low, high }, at) => [`k${at}`, { low, high }])),
    presumed: new Set(),
    hidden: new Set(),
  };
  return cohortShare(it, items, element => supported.includes(element));
}

describe('the share of a cohort by what claims say', () => {
  test('any people: the true share of those to whom the rule applies lies within what true claims allow', () => {
    const person = fc.subarray(names);
    const on = fc.subarray(names, { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 12 }),
        fc.array(on, { maxLength: 4 }),
        (people, told) => {
          const part = (wanted: readonly string[]) =>
            people.filter(one => wanted.every(it => one.includes(it))).length / people.length;
          const claims = told.map(it => ({ on: it, low: part(it), high: part(it) }));
          const { low, high } = shareOf(claims);
          expect(low - 1e-6).toBeLessThanOrEqual(part(names));
          expect(high + 1e-6).toBeGreaterThanOrEqual(part(names));
        },
      ),
      { seed: 21, numRuns: 1000 },
    );
  });

  test.each([
    ['one claim of all three', [{ on: names, low: 0.1, high: 0.2 }], { low: 0.1, high: 0.2 }],
    [
      'two of them together, one apart',
      [
        { on: names.slice(1), low: 0.33, high: 0.34 },
        { on: names.slice(0, 1), low: 1, high: 1 },
      ],
      { low: 0.33, high: 0.34 },
    ],
    [
      'rivals of one thing',
      [
        { on: names, low: 0.1, high: 0.1 },
        { on: names, low: 0.4, high: 0.4 },
      ],
      { low: 0.1, high: 0.4 },
    ],
    ['nobody', [], { low: 0, high: 1 }],
  ])('%s', (_, claims, expected) => {
    expect(shareOf(claims)).toEqual(expected);
  });

  test('what is told of elements that are not all shown bounds nothing from above', () => {
    expect(shareOf([{ on: names, low: 0.1, high: 0.2 }], names.slice(0, 2))).toEqual({ low: 0, high: 1 });
  });

  test('a finding states among whom, how they were chosen, the share and the threshold', () => {
    const says = names.map(it => `+${it}@sample`).join(' ');
    const figures = [{ claim: 'k1', counted: 'share-of-respondents', unit: 'percent', low: 6.5, high: 7.5 }];
    const claims = ['k1', 'k2'].map(id => ({ id, ...STRONG, says }));
    const { verdict, pattern } = findingOf(claims, { route: 'pattern' }, { figures });
    expect(verdict).toBe('not-met');
    expect(pattern).toMatchObject({ cohort: 'sample', frame: 'probability', n: 400, threshold: 0.1 });
    expect(pattern?.share).toEqual({ low: 0.065, high: 0.075 });
    expect(pattern?.sentence).toContain('7.5%');
    expect(findingOf(claims).pattern).toBeNull();
  });
});
