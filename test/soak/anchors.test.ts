import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTrial, slide, trialOf } from '#test/edited.ts';

test('20,000 lists of edits from a new seed, and no passage slides', () => {
  const slides: unknown[] = [];
  fc.assert(
    fc.property(anyTrial, ({ seed, edits }) => {
      const what = slide(trialOf(seed, edits));
      if (what !== undefined) slides.push({ seed, edits, what });
    }),
    { numRuns: 20_000 },
  );
  expect(slides).toEqual([]);
});
