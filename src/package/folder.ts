/**
 * The files of a package, from a folder or a backup file, as a map of path to bytes. Paths that leave the
 * package, links and unknown files are refused; so are archives that unpack to far more than they hold.
 */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { Problem, systemCode } from '#core/errors.ts';
import { tableNames } from '#store/tables.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

const MAX_BYTES = 2 ** 31;
const FIXED = [
  'datapackage.json',
  'README.md',
  'history.jsonl',
  'manifest-sha256.txt',
  ...tableNames.map(name => `${name}.csv`),
];
const ID = '[0-9a-z][0-9a-z.-]*';
const INSIDE = new RegExp(`^(?:texts/${ID}\\.txt|files/[0-9a-f]{64})$`);
/** A backup is mostly text; nothing honest shrinks further than this. */
const MAX_RATIO = 200;

/** True for a folder that holds a package. */
export async function isPackage(location: string): Promise<boolean> {
  return (await lstat(join(location, 'datapackage.json')).catch(() => undefined)) !== undefined;
}

/** Throws `store.missing`, `package.path`, `package.file`. */
export async function readFiles(location: string): Promise<Files> {
  const info = await lstat(location).catch(() => undefined);
  if (!info) throw new Problem('file.missing', { what: location });
  const files = info.isDirectory() ? await fromFolder(location) : await fromZip(location);
  for (const path of files.keys())
    if (!isAllowed(path)) throw new Problem('package.path', { what: path.slice(0, 100) });
  if (!files.has('datapackage.json'))
    throw new Problem('package.file', { where: location, what: 'datapackage.json' });
  return files;
}

export function isAllowed(path: string): boolean {
  return FIXED.includes(path) || (INSIDE.test(path) && !path.includes('..'));
}

async function fromFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(folder, '/').length).replaceAll('\\', '/');
    if (!entry.isFile() || !isAllowed(name)) throw new Problem('package.path', { what: name.slice(0, 100) });
    const bytes = await readFile(path).catch(denied(path));
    total += bytes.length;
    if (total > MAX_BYTES) throw new Problem('file.large', { what: folder, limit: '2 GB' });
    files.set(name, bytes);
  }
  return files;
}

async function fromZip(file: string): Promise<Map<string, Uint8Array>> {
  const bytes = await readFile(file).catch(denied(file));
  try {
    const seen = new Set<string>();
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!isAllowed(name) || seen.has(name))
          throw new Problem('package.path', { what: name.slice(0, 100) });
        seen.add(name);
        const bomb =
          originalSize > MAX_BYTES || (originalSize > 1_000_000 && originalSize > size * MAX_RATIO);
        if (bomb) throw new Problem('file.large', { what: name, limit: '2 GB' });
        return true;
      },
    });
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('file.broken', { what: file }, { cause: error });
  }
}

function denied(path: string) {
  return (error: unknown): never => {
    throw systemCode(error) === 'EACCES' ? new Problem('file.denied', { what: path }) : error;
  };
}

/** Text of a file: UTF-8, no byte-order mark, no NUL. Throws `package.file`. */
export function textOf(files: Files, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(path));
    if (text.includes('\0')) throw new Error('NUL');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (error) {
    throw new Problem('package.file', { where: path, what: 'not UTF-8' }, { cause: error });
  }
}
