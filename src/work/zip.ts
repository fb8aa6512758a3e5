/**
 * A ZIP as a list of files, read one at a time and never whole: sizes are what inflating gives, not what the archive
 * says, and no name is ever used as a path. Nothing of it is unpacked to the disk.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { Problem, systemCode } from '#core/errors.ts';

const inflate = promisify(inflateRaw);

export interface ZipEntry {
  readonly name: string;
  /** As the archive says. */
  readonly size: number;
  readonly packed: number;
  readonly at: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
  /** A link or another special file. */
  readonly special: boolean;
}

export interface Zip {
  /** Files only, in the order of the archive. */
  readonly entries: readonly ZipEntry[];
  /** Throws `file.encrypted`, `file.broken`, `file.large`. */
  read(entry: ZipEntry, what: string, limit: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** The end record with the longest comment. */
const MAX_END = 22 + 0xffff;
/** Bytes of the list of files: some 100 for each. */
const MAX_LIST = 64 << 20;
const MAX_ENTRIES = 200_000;
/** File types in the upper half of a Unix mode. */
const TYPE = 0o170000;
const REGULAR = 0o100000;

/** Throws `file.broken`, `file.large`. */
export async function openZip(path: string, what: string): Promise<Zip> {
  const handle = await open(path, 'r');
  try {
    const entries = await entriesOf(handle, what);
    return {
      entries,
      read: (entry, name, limit) => readEntry(handle, entry, name, limit),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error instanceof RangeError ? broken(what, error) : error;
  }
}

async function entriesOf(handle: FileHandle, what: string): Promise<ZipEntry[]> {
  const { size } = await handle.stat();
  const tailAt = Math.max(0, size - MAX_END);
  const tail = await bytesAt(handle, tailAt, size - tailAt, what);
  const end = lastEnd(tail);
  if (end < 0) throw broken(what);
  const place = (await placeOf64(handle, tail, end, what)) ?? {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
    before: tailAt + end,
  };
  if (place.count > MAX_ENTRIES || place.length > MAX_LIST)
    throw new Problem('file.large', { what, limit: `${MAX_ENTRIES} files` });
  // something may stand before the archive, such as the program that unpacks it
  const shift = place.before - place.length - place.at;
  if (shift < 0) throw broken(what);
  const list = await bytesAt(handle, place.at + shift, place.length, what);
  const entries = parseList(list, shift, what);
  refuseOverlaps(entries, size, what);
  return entries.filter(it => !it.name.endsWith('/'));
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === END && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return at;
  return -1;
}

/** Archives above 4 GB or 65,535 files have a second end record. */
async function placeOf64(handle: FileHandle, tail: Buffer, end: number, what: string) {
  if (end < 20 || tail.readUInt32LE(end - 20) !== LOCATOR_64) return undefined;
  const at = Number(tail.readBigUInt64LE(end - 12));
  const record = await bytesAt(handle, at, 56, what);
  if (record.readUInt32LE(0) !== END_64) throw broken(what);
  const [count, length, start] = [32, 40, 48].map(it => Number(record.readBigUInt64LE(it)));
  return { count: count ?? 0, length: length ?? 0, at: start ?? 0, before: at };
}

function parseList(list: Buffer, shift: number, what: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= list.length; ) {
    if (list.readUInt32LE(at) !== CENTRAL) throw broken(what);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(it => list.readUInt16LE(at + it));
    const name = at + 46;
    const extra = name + (nameLength ?? 0);
    const next = extra + (extraLength ?? 0) + (commentLength ?? 0);
    if (next > list.length || entries.length > MAX_ENTRIES) throw broken(what);
    const flags = list.readUInt16LE(at + 8);
    const mode = list.readUInt32LE(at + 38) >>> 16;
    entries.push({
      name: decoded(list.subarray(name, extra)),
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
      ...sizes(list, at, list.subarray(extra, extra + (extraLength ?? 0)), shift),
      encrypted: (flags & 1) !== 0,
      special: (mode & TYPE) !== 0 && (mode & TYPE) !== REGULAR,
    });
    at = next;
  }
  return entries;
}

/** Sizes and place of an entry; those that do not fit into 32 bits stand in the extra field 1. */
function sizes(list: Buffer, at: number, extra: Buffer, shift: number) {
  const short = { packed: list.readUInt32LE(at + 20), size: list.readUInt32LE(at + 24) };
  const place = list.readUInt32LE(at + 42);
  let long: Buffer = Buffer.alloc(0);
  for (let from = 0; from + 4 <= extra.length; from += 4 + extra.readUInt16LE(from + 2))
    if (extra.readUInt16LE(from) === 1) long = extra.subarray(from + 4);
  let used = 0;
  const full = (value: number) => {
    if (value !== 0xffffffff) return value;
    used += 8;
    return Number(long.readBigUInt64LE(used - 8));
  };
  const size = full(short.size);
  const packed = full(short.packed);
  return { size, packed, at: full(place) + shift };
}

/** UTF-8 where it is; else the letters of Western Windows, which old programs write without saying so. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Entries that share their bytes are how a small archive becomes a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], size: number, what: string): void {
  const sorted = entries.toSorted((a, b) => a.at - b.at);
  for (const [index, entry] of sorted.entries()) {
    const end = entry.at + LOCAL_SIZE + entry.packed;
    if (end > (sorted[index + 1]?.at ?? size)) throw broken(what);
  }
}

const STORED = 0;
const DEFLATED = 8;

async function readEntry(handle: FileHandle, entry: ZipEntry, what: string, limit: number) {
  if (entry.encrypted) throw new Problem('file.encrypted', { what });
  const large = new Problem('file.large', { what, limit: `${limit >> 20} MB` });
  if (Math.max(entry.size, entry.packed) > limit) throw large;
  const head = await bytesAt(handle, entry.at, LOCAL_SIZE, what);
  if (head.readUInt32LE(0) !== LOCAL) throw broken(what);
  const from = entry.at + LOCAL_SIZE + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await bytesAt(handle, from, entry.packed, what);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw broken(what);
  const bytes =
    entry.method === STORED
      ? packed
      : await inflate(packed, { maxOutputLength: limit }).catch(error => {
          throw systemCode(error) === 'ERR_BUFFER_TOO_LARGE' ? large : broken(what, error);
        });
  if (crc32(bytes) !== entry.crc) throw broken(what);
  return bytes;
}

async function bytesAt(handle: FileHandle, at: number, length: number, what: string): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  const { bytesRead } = length === 0 ? { bytesRead: 0 } : await handle.read(bytes, 0, length, at);
  if (bytesRead !== length) throw broken(what);
  return bytes;
}

function broken(what: string, cause?: unknown): Problem {
  return new Problem('file.broken', { what }, { cause });
}
