import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '#assessment/findings/judge.ts';
import { Scales } from '#assessment/findings/scales.ts';
import { findStandard, loadProofs, loadStandards, loadStrength } from '#assessment/standards/standards.ts';
import { smallCases } from '#test/small-cases.ts';

const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
const elements = ['c029.work', 'c029.penalty', 'c029.involuntary', 'c029.ex.d', 'binding.all-posted'];

describe('the verdict without some claims, weighed again only where they touch', () => {
  test.each(['ilo-c029', 'ilo-c105'])(
    'any small case of %s: it is the verdict that judging all again gives',
    id => {
      const standard = findStandard(standards, id);
      const own = [...elements, ...standard.elements.map(it => it.id)];
      const cases = smallCases({ standard, proofs, strength }, 8, id === 'ilo-c029' ? elements : own);
      const without = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 4 }), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(cases, without, (it, questions) => {
          const scales = new Scales(it);
          // asked one after the other: each question leaves the scales as they were
          for (const question of questions) {
            const ids = new Set(question.map(n => `c${n}`));
            expect(scales.verdict(ids)).toBe(judge(it, ids).verdict);
          }
          expect(scales.verdict(new Set())).toBe(judge(it).verdict);
        }),
        { seed: 3, numRuns: 2000 },
      );
    },
  );
});
