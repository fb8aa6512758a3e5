/** Archives that lie, made byte by byte: no honest library writes them. And how what is told of them is checked. */

import { constants, crc32, deflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import type { ProblemCode } from '#core/errors.ts';
import { extract } from '#evidence/sources/sources.ts';

export interface Lying {
  readonly name: string;
  /** As it stands in the archive. */
  readonly packed: Uint8Array;
  readonly method?: 0 | 8;
  readonly size: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Take the bytes of the first entry again. */
  readonly again?: boolean;
}

export function rawZip(entries: readonly Lying[]): Uint8Array {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const it of entries) {
    const name = Buffer.from(it.name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(it.method ?? 8, 8);
    head.writeUInt16LE(name.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50);
    line.writeUInt16LE(it.flags ?? 0, 8);
    line.writeUInt16LE(it.method ?? 8, 10);
    line.writeUInt32LE(it.crc ?? 0, 16);
    line.writeUInt32LE(it.packed.length, 20);
    line.writeUInt32LE(it.size, 24);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(it.again ? 0 : at, 42);
    list.push(line, name);
    if (it.again) continue;
    files.push(head, name, Buffer.from(it.packed));
    at += head.length + name.length + it.packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Math.min(entries.length, 65_535), 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...list, end]);
}

export function entry(name: string, content: string | Uint8Array): Lying {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** So many times 64 MB of zeros, packed into as many times 64 KB. */
export function bomb(times: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(64 << 20), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => piece), deflateRawSync(Buffer.alloc(0))]);
}

/** The same as GZIP, whose checksum nobody lives to see. */
export function gzipBomb(times: number): Buffer {
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), bomb(times), Buffer.alloc(8)]);
}

/** Seconds of the processor, not of the wall: the machine may be busy. What is bounded ends far sooner. */
const SECONDS = 15;

export async function bounded<T>(work: () => Promise<T>): Promise<T> {
  const began = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(SECONDS);
  return result;
}

export function told(content: Uint8Array, name: string, code: ProblemCode): Promise<void> {
  return bounded(() => expect(extract(content, name)).rejects.toMatchObject({ code }));
}

export async function harmless(content: Uint8Array, name: string): Promise<string> {
  return (await bounded(() => extract(content, name))).text;
}
