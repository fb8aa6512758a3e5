import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grewFrom, includes, inclusionProof, leafHash, levelsOf, rootOf } from '#core/merkle.ts';

// The test data of Certificate Transparency's reference implementation: leaves of bytes, and the roots of the first n.
const BYTES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (it: Uint8Array) => Buffer.from(it).toString('hex');
const leaves = BYTES.map(it => leafHash(Buffer.from(it, 'hex').toString('latin1')));

describe('a Merkle tree', () => {
  test('of the published leaves has the published roots', () => {
    expect(ROOTS.map((_, i) => hex(rootOf(leaves.slice(0, i + 1))))).toEqual(ROOTS);
    expect(hex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  const trees = fc.array(fc.string(), { minLength: 1, maxLength: 70 });
  test('every leaf is proved, and nothing else passes for it', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (entries, which, other) => {
        const all = entries.map((it, i) => leafHash(`${i} ${it}`));
        const [index, wrong] = [which % all.length, other % all.length];
        const path = inclusionProof(levelsOf(all), index);
        const root = rootOf(all);
        const leaf = all[index] as Uint8Array;
        expect(includes(leaf, index, all.length, path, root)).toBe(true);
        if (wrong !== index) {
          expect(includes(all[wrong] as Uint8Array, index, all.length, path, root)).toBe(false);
          expect(includes(leaf, wrong, all.length, path, root)).toBe(false);
        }
        expect(includes(leaf, index, all.length, [...path, root], root)).toBe(false);
        expect(includes(leafHash('forged'), index, all.length, path, root)).toBe(false);
      }),
    );
  });

  test('a longer history grew from a shorter one, and from no other', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (entries, cut) => {
        const all = entries.map((it, i) => leafHash(`${i} ${it}`));
        const size = cut % (all.length + 1);
        expect(grewFrom(all, size, rootOf(all.slice(0, size)))).toBe(true);
        if (size > 0) {
          const changed = [leafHash('changed'), ...all.slice(1)];
          expect(grewFrom(changed, size, rootOf(all.slice(0, size)))).toBe(false);
          expect(grewFrom(all.slice(0, size - 1), size, rootOf(all.slice(0, size)))).toBe(false);
        }
      }),
    );
  });

  test('of 200,000 entries takes about a second, a proof next to nothing', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => leafHash(String(i)));
    const began = performance.now();
    const levels = levelsOf(many);
    const middle = performance.now();
    const path = inclusionProof(levels, 123_456);
    expect(performance.now() - middle).toBeLessThan(5);
    expect(middle - began).toBeLessThan(4000);
    expect(path.length).toBeLessThanOrEqual(18);
  });
});
