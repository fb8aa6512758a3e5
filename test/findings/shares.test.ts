import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY, hull, type Share, shareOf } from '#assessment/findings/shares.ts';
import { evaluate, findStandard, loadStandards, type Rule } from '#assessment/standards/standards.ts';

const standard = findStandard(await loadStandards(), 'ilo-c029');
const names = ['a', 'b', 'c'];

const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>(tie => ({
  rule: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(...names).map(ref => ({ ref })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map(args => ({ op: 'and' as const, args })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map(args => ({ op: 'or' as const, args })),
    fc
      .array(tie('rule'), { minLength: 2, maxLength: 3 })
      .map(args => ({ op: 'atLeast' as const, n: 2, args })),
    tie('rule').map(arg => ({ op: 'not' as const, arg })),
  ),
})).rule;

describe('the share of a cohort to whom a whole rule applies', () => {
  const share = (rule: Rule, of: Readonly<Record<string, Share>>) =>
    shareOf({ ...standard, rule }, id => of[id] ?? ANY);
  const only = (value: number): Share => ({ low: value, high: value });
  const args = names.map(ref => ({ ref }));

  test('any people and any rule: the true share lies within what the shares of single elements allow', () => {
    const people = fc.array(fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(people, rules, (all, rule) => {
        const part = (holds: (one: Readonly<Record<string, boolean>>) => boolean) =>
          all.filter(holds).length / all.length;
        const of = Object.fromEntries(names.map(name => [name, only(part(one => one[name] === true))]));
        const truth = part(one => evaluate(rule, id => one[id] === true) === true);
        const { low, high } = share(rule, of);
        expect(low - 1e-6).toBeLessThanOrEqual(truth);
        expect(high + 1e-6).toBeGreaterThanOrEqual(truth);
      }),
      { seed: 4, numRuns: 1500 },
    );
  });

  test.each([
    // what all have surely in common, and at most
    ['and', { op: 'and', args }, [1, 0.6, 0.5], [0.1, 0.5]],
    ['or', { op: 'or', args }, [0.2, 0.3, 0.1], [0.3, 0.6]],
    // two of three: (1 + 0.6 + 0.5 − 1) / 2 = 0.55 is not sure, 0.6 is: whoever has b has a too
    ['atLeast', { op: 'atLeast', n: 2, args }, [1, 0.6, 0.5], [0.6, 1]],
    ['not', { op: 'not', arg: { ref: 'b' } }, [0, 0.6, 0], [0.4, 0.4]],
  ] as [string, Rule, number[], [number, number]][])('%s', (_, rule, [a = 0, b = 0, c = 0], [low, high]) => {
    expect(share(rule, { a: only(a), b: only(b), c: only(c) })).toEqual({ low, high });
  });

  test('an element without a share may apply to anybody, and rival shares make one interval', () => {
    expect(share({ op: 'and', args }, { a: only(0.4) })).toEqual({ low: 0, high: 0.4 });
    expect(hull([only(0.4), { low: 0.1, high: 0.2 }])).toEqual({ low: 0.1, high: 0.4 });
  });
});
