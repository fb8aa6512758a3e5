import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLatin, patternFor } from '#evidence/reading/letters.ts';

const PATTERNS = [
  /\p{L}+/gu,
  /[^\s\p{L}\p{N}]/gu,
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu,
  /\p{Ll}\p{Lu}/gu,
];

test('every Latin character is matched alike by both patterns', () => {
  for (let code = 0; code < 0x2100; code += 1) {
    const text = String.fromCharCode(code);
    if (!isLatin(text)) continue;
    for (const pattern of PATTERNS)
      expect(text.match(patternFor(pattern)(true)), `U+${code.toString(16)}`).toEqual(text.match(pattern));
  }
});

test('any Latin text: both patterns find the same', () => {
  const latin = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map(it => String.fromCharCode(it)) });
  fc.assert(
    fc.property(latin, text => {
      for (const pattern of PATTERNS)
        expect(text.match(patternFor(pattern)(true))).toEqual(text.match(pattern));
    }),
  );
});

test('accents that stand alone, other scripts and digits are no Latin', () => {
  for (const text of ['e\u0301', 'Ω', 'ž', '٣', '②', '😀']) expect(isLatin(text)).toBe(false);
  expect(isLatin('“Añadió: 1,5 % – ¿más? €”\n')).toBe(true);
});
