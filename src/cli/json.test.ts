import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '#cli/json.ts';

test('the pieces of any value are the JSON of it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('what JSON leaves out is left out, and what prints itself does', () => {
  const value = {
    a: undefined,
    b: [undefined, () => 1, { c: undefined }],
    d: new Date(0),
    e: {},
    f: [[], [[1]]],
  };
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
});

test('what is long comes in pieces', () => {
  const value = { all: Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'a\nb' })) };
  const pieces = [...jsonPieces(value)];
  expect(pieces.length).toBeGreaterThan(10);
  expect(pieces.join('')).toBe(JSON.stringify(value, null, 2));
});
