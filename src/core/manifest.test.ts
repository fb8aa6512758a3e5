import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { manifestFaults, manifestOf } from '#core/manifest.ts';

const files: [string, string][] = [
  ['a.txt', 'one'],
  ['b c.txt', 'two'],
  ['é/d.txt', 'three'],
];
const hashes = new Map(files.map(([path, text]) => [path, sha256(text)]));
const manifest = Buffer.from(manifestOf(files));

test('a manifest of the files that are there has no fault', () => {
  expect(manifestFaults(manifest.toString(), hashes)).toEqual([]);
});

test('any byte of a manifest that is changed, added or taken away is a fault', () => {
  const at = fc.nat({ max: manifest.length - 1 });
  const edit = fc.oneof(
    fc.record({ at, drop: fc.constant(1), put: fc.uint8Array({ minLength: 1, maxLength: 1 }) }),
    fc.record({ at, drop: fc.constant(0), put: fc.uint8Array({ minLength: 1, maxLength: 2 }) }),
    fc.record({ at, drop: fc.constant(1), put: fc.constant(new Uint8Array()) }),
  );
  fc.assert(
    fc.property(edit, ({ at, drop, put }) => {
      const edited = Buffer.concat([manifest.subarray(0, at), put, manifest.subarray(at + drop)]);
      fc.pre(!edited.equals(manifest));
      expect(manifestFaults(edited.toString(), hashes)).not.toEqual([]);
    }),
    { numRuns: 2000, examples: [[{ at: 64, drop: 1, put: new Uint8Array([33]) }]] },
  );
});

test('a line told twice, and the last newline gone, are faults', () => {
  const [first = ''] = manifest.toString().split('\n');
  expect(manifestFaults(`${manifest}${first}\n`, hashes)).toHaveLength(1);
  expect(manifestFaults(manifest.toString().trimEnd(), hashes)[0]).toMatch(/^the manifest, line 3: /);
});
