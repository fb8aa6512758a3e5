import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatChanges } from '#assessment/findings/change.ts';
import { type Case, judge, weigh } from '#assessment/findings/judge.ts';
import { Scales } from '#assessment/findings/scales.ts';
import { smallest } from '#assessment/findings/smallest.ts';
import { findStandard, loadProofs, loadStandards, loadStrength } from '#assessment/standards/standards.ts';
import { smallCases } from '#test/small-cases.ts';

const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
const standard = findStandard(standards, 'ilo-c029');
const elements = ['c029.work', 'c029.penalty', 'c029.involuntary', 'c029.ex.d', 'binding.all-posted'];
const cases = smallCases({ standard, proofs, strength }, 6, elements);

const changesOf = (it: Case) => whatChanges(it, judge(it), weigh(it), new Scales(it));

/** Sets of which no part is in the list too, each sorted. */
function minimal(sets: readonly (readonly string[])[]): string[] {
  const least = sets.filter(set => !sets.some(other => other !== set && other.every(id => set.includes(id))));
  return least.map(set => [...set].sort().join(' ')).sort();
}

function subsets(items: readonly string[]): string[][] {
  const numbers = Array.from({ length: 2 ** items.length - 1 }, (_, at) => at + 1);
  return numbers.map(bits => items.filter((_, at) => bits & (1 << at)));
}

describe('what would change the answer', () => {
  test('any small case: trying every set of claims finds the same smallest ones, and it is said to be exact', () => {
    fc.assert(
      fc.property(cases, it => {
        const { verdict } = judge(it);
        const ids = [0, 1, 2, 3, 4, 5].map(n => `c${n}`).filter(id => !it.hidden.has(id));
        const brute = subsets(ids).filter(set => judge(it, new Set(set)).verdict !== verdict);
        const { wouldChange, bounds } = changesOf(it);
        const found = wouldChange.flatMap(change => ('withdraw' in change ? [change.withdraw] : []));
        expect(bounds.withdraw.exact).toBe(true);
        expect(found.map(set => set.join(' ')).sort()).toEqual(minimal(brute));
      }),
      { seed: 5, numRuns: 700 },
    );
  });

  test.each(['supported', 'refuted'] as const)(
    'any small case: trying every set of elements taken as %s finds the same smallest ones',
    status => {
      fc.assert(
        fc.property(cases, it => {
          const { verdict, elements: states } = judge(it);
          const ids = [...states.keys()].filter(id => states.get(id)?.status !== status);
          const brute = subsets(ids).filter(
            set => judge(it, undefined, { [status]: new Set(set) }).verdict !== verdict,
          );
          const { wouldChange, wouldRefute, bounds } = changesOf(it);
          const shown = wouldChange.flatMap(change => ('show' in change ? [change.show] : []));
          const found = status === 'supported' ? shown : wouldRefute;
          expect(bounds.show.exact && bounds.refute.exact).toBe(true);
          expect(found.map(set => [...set].sort().join(' ')).sort()).toEqual(minimal(brute));
        }),
        { seed: 6, numRuns: 150 },
      );
    },
  );

  test('any small case: a protected claim is never named, not even one that only undercuts', () => {
    fc.assert(
      fc.property(cases, it => {
        for (const change of changesOf(it).wouldChange)
          if ('withdraw' in change) expect(change.withdraw.filter(id => it.hidden.has(id))).toEqual([]);
      }),
      { seed: 7, numRuns: 700 },
    );
  });
});

describe('the search for smallest sets', () => {
  const letters = (n: number) => Array.from({ length: n }, (_, at) => `k${at}`);

  test('says that it is exact when every set was tried', () => {
    const all = smallest(letters(6), set => set.length === 6);
    expect(all).toEqual({ sets: [letters(6)], bound: { exact: true, size: 6, of: 6 } });
  });

  test('says up to which size it looked when there are too many sets', () => {
    const { sets, bound } = smallest(letters(60), set => set.includes('k0') && set.includes('k1'));
    expect(sets).toEqual([['k0', 'k1']]);
    expect(bound).toEqual({ exact: false, size: 2, of: 60 });
  });

  test('is exact where each part alone changes the answer, however many there are', () => {
    expect(smallest(letters(5000), () => true).bound).toEqual({ exact: true, size: 1, of: 5000 });
  });
});
