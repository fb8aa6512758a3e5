/**
 * ZIP archives that may lie. The libraries at hand allocate what the directory claims and inflate what comes; here
 * every byte is counted while it is inflated, and what differs from the directory is refused. Nothing is written
 * anywhere, so names are only compared.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { Problem, systemCode } from '#core/errors.ts';

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly isLocked: boolean;
  /** Where its local header stands. */
  readonly at: number;
}

const MAX_ENTRIES = 10_000;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** What the directory lists. Throws `file.broken`, `file.large`, `file.unsafe`. */
export function entriesOf(bytes: Uint8Array, name: string): Entry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const broken = () => new Problem('file.broken', { what: name });
  const end = directoryEnd(view);
  if (end < 0) throw broken();
  const count = view.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new Problem('file.large', { what: name, limit: '10,000 files' });
  const entries: Entry[] = [];
  for (let at = view.readUInt32LE(end + 16); entries.length < count; ) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const entry = entryAt(view, at);
    if (entry.name.split(/[\\/]/).includes('..') || /^[\\/]|^[a-z]:/i.test(entry.name))
      throw new Problem('file.unsafe', { what: name, where: entry.name.slice(0, 60) });
    entries.push(entry);
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record that closes an archive stands at its end, before a comment of at most 64 KB; -1 where there is none. */
function directoryEnd(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 65_557); at -= 1)
    if (view.readUInt32LE(at) === DIRECTORY_END) return at;
  return -1;
}

function entryAt(view: Buffer, at: number): Entry {
  const end = at + 46 + view.readUInt16LE(at + 28);
  return {
    name: view.toString('utf8', at + 46, end),
    isLocked: (view.readUInt16LE(at + 8) & 1) === 1,
    method: view.readUInt16LE(at + 10),
    crc: view.readUInt32LE(at + 16),
    packed: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    at: view.readUInt32LE(at + 42),
  };
}

/** How many bytes may still be unpacked from one file. */
export interface Budget {
  left: number;
  /** As it is told: `200 MB`. */
  readonly limit: string;
}

/** The bytes of an entry. Throws `file.large` beyond the budget, `file.broken`, `file.encrypted`, `file.binary`. */
export function unpack(bytes: Uint8Array, entry: Entry, budget: Budget, name: string): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const where = `${name} (${entry.name})`;
  if (entry.isLocked) throw new Problem('file.encrypted', { what: where });
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== LOCAL_ENTRY)
    throw new Problem('file.broken', { what: where });
  const start = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new Problem('file.broken', { what: where });
  if (entry.method !== 0 && entry.method !== 8) throw new Problem('file.broken', { what: where });
  const whole = entry.method === 0 ? packed : inflated(packed, budget, where);
  if (whole.length > budget.left) throw new Problem('file.large', { what: where, limit: budget.limit });
  if (whole.length !== entry.size || crc32(whole) !== entry.crc)
    throw new Problem('file.broken', { what: where });
  budget.left -= whole.length;
  return whole;
}

function inflated(packed: Uint8Array, budget: Budget, what: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget.left) });
  } catch (error) {
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('file.large', { what, limit: budget.limit });
    throw new Problem('file.broken', { what }, { cause: error });
  }
}
