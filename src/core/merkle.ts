/**
 * A Merkle tree over a list of entries, as RFC 9162 section 2.1 has it: leaves are hashed with 0x00 before them, nodes with
 * 0x01, so that neither can stand for the other. Hashes are 32 bytes. Pure.
 */
import { hash } from 'node:crypto';

export type Digest = Uint8Array;

const EMPTY = hash('sha256', '', 'buffer');

export function leafHash(entry: string): Digest {
  return hash('sha256', Buffer.concat([LEAF, Buffer.from(entry)]), 'buffer');
}

const LEAF = Buffer.of(0);

function nodeHash(left: Digest, right: Digest): Digest {
  const both = Buffer.alloc(65);
  both[0] = 1;
  both.set(left, 1);
  both.set(right, 33);
  return hash('sha256', both, 'buffer');
}

/** Of any number of leaves; of none, the hash of nothing. */
export function rootOf(leaves: readonly Digest[]): Digest {
  return leaves.length === 0 ? EMPTY : (levelsOf(leaves).at(-1)?.[0] ?? EMPTY);
}

/** Level by level, the leaves first; a last node without a partner goes up as it is. */
export function levelsOf(leaves: readonly Digest[]): readonly (readonly Digest[])[] {
  const levels: (readonly Digest[])[] = [leaves];
  for (let level = leaves; level.length > 1; ) {
    const next: Digest[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i] as Digest, level[i + 1]];
      next.push(right ? nodeHash(left, right) : left);
    }
    levels.push(next);
    level = next;
  }
  return levels;
}

/** What a reader needs beside a leaf to reach the root; `index` from 0. */
export function inclusionProof(levels: readonly (readonly Digest[])[], index: number): Digest[] {
  const path: Digest[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const partner = level[at ^ 1];
    if (partner) path.push(partner);
    at >>= 1;
  }
  return path;
}

/** RFC 9162, 2.1.3.2. */
export function includes(
  leaf: Digest,
  index: number,
  size: number,
  path: readonly Digest[],
  root: Digest,
): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last] = [index, size - 1];
  let found = leaf;
  for (const partner of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      found = nodeHash(partner, found);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else found = nodeHash(found, partner);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(found, root);
}

/** That the first `size` leaves are those of an earlier root: their hash, made anew from the leaves that are there now. */
export function grewFrom(leaves: readonly Digest[], size: number, root: Digest): boolean {
  return size <= leaves.length && same(rootOf(leaves.slice(0, size)), root);
}

export function same(a: Digest, b: Digest): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
