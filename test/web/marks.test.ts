/** Marks of a text as the reading room draws them: cut into stretches, and laid over a page's words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesOf, layersOf, layersWord, type Mark, stretches } from '#web/pages/sources/marks.ts';

const mark = (key: string, start: number, end: number): Mark => ({
  key,
  layer: 'claims',
  start,
  end,
  speaker: 1,
  claim: null,
  what: key,
});

describe('stretches', () => {
  test('give the text back, carry what lies over them, and let each mark begin and end once', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 });
    fc.assert(
      fc.property(spans, fc.nat(20), (all, from) => {
        const body = 'x'.repeat(40);
        const marks = all.map(([a, b], n) => mark(`m${n}`, Math.min(a, b), Math.max(a, b)));
        const to = from + body.length;
        const parts = stretches({ from, to, body }, marks);
        expect(parts.map(it => it.words).join('')).toBe(body);
        for (const { start, words, marks: over } of parts) {
          const wanted = marks.filter(
            it => it.start < start + words.length && it.end > start && it.start < it.end,
          );
          expect(new Set(over)).toEqual(new Set(wanted));
        }
        for (const it of marks) {
          const seen = it.start < it.end && it.end > from && it.start < to ? 1 : 0;
          expect(parts.filter(part => part.beginning.includes(it))).toHaveLength(seen);
          expect(parts.filter(part => part.ending.includes(it))).toHaveLength(seen);
        }
      }),
    );
  });
});

describe('boxes', () => {
  const words = [
    { start: 0, end: 4, x: 10, y: 10, width: 40, height: 10 },
    { start: 5, end: 9, x: 55, y: 10, width: 40, height: 10 },
    { start: 10, end: 14, x: 10, y: 25, width: 40, height: 10 },
  ];

  test('of one line are one box, of two lines two', () => {
    expect(boxesOf({ start: 0, end: 14 }, words)).toEqual([
      { x: 10, y: 10, width: 85, height: 10 },
      { x: 10, y: 25, width: 40, height: 10 },
    ]);
  });

  test('of a part of a word are that part', () => {
    expect(boxesOf({ start: 6, end: 8 }, words)).toEqual([{ x: 65, y: 10, width: 20, height: 10 }]);
    expect(boxesOf({ start: 4, end: 5 }, words)).toEqual([]);
  });

  test('over a gap between columns stay apart', () => {
    const columns = [words[0], { start: 5, end: 9, x: 300, y: 10, width: 40, height: 10 }].flatMap(
      it => it ?? [],
    );
    expect(boxesOf({ start: 0, end: 9 }, columns)).toHaveLength(2);
  });
});

test('the address says which layers are shown, and says nothing where they are the usual ones', () => {
  expect(layersWord(layersOf(undefined))).toBeUndefined();
  expect(layersWord(layersOf('figures.claims'))).toBe('claims.figures');
  expect(layersWord(layersOf('nonsense'))).toBe('none');
  expect([...layersOf('none')]).toEqual([]);
});
