/** Originals, byte for byte, by their SHA-256: in the embedded store's folder, or in a table of the server. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { Problem, systemCode } from '#core/errors.ts';
import { isHash, sha256 } from '#core/hash.ts';
import type { Database } from '#store/schema.ts';

export interface Archive {
  has(hash: string): Promise<boolean>;
  read(hash: string): Promise<Uint8Array | undefined>;
  /** Keeps the bytes for good before it answers their hash. */
  write(bytes: Uint8Array): Promise<string>;
  list(): Promise<string[]>;
}

/** `FOLDER/ab/abcdef…`: written beside, synced, then renamed, so that a name always has its whole content. */
export function folderArchive(folder: string): Archive {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  const has = async (hash: string) => (await stat(pathOf(hash)).catch(() => undefined)) !== undefined;
  return {
    has,
    read: hash => readFile(pathOf(hash)).catch(missing),
    async write(bytes) {
      const hash = sha256(bytes);
      if (!(await has(hash))) await writeSynced(pathOf(hash), bytes);
      return hash;
    },
    async list() {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names
        .map(name => name.replaceAll('\\', '/').split('/').at(-1) ?? '')
        .filter(isHash)
        .sort();
    },
  };
}

export function tableArchive(db: Kysely<Database>, dossier: string): Archive {
  const files = () => db.selectFrom('files').where('dossier', '=', dossier);
  return {
    has: async hash =>
      (await files().select('sha256').where('sha256', '=', hash).executeTakeFirst()) !== undefined,
    read: async hash => (await files().select('bytes').where('sha256', '=', hash).executeTakeFirst())?.bytes,
    async write(bytes) {
      const hash = sha256(bytes);
      const row = { dossier, sha256: hash, bytes: Buffer.from(bytes) };
      await db
        .insertInto('files')
        .values(row)
        .onConflict(it => it.columns(['dossier', 'sha256']).doNothing())
        .execute();
      return hash;
    },
    list: async () => (await files().select('sha256').orderBy('sha256').execute()).map(row => row.sha256),
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  // the same bytes may be written twice at once
  const beside = `${path}.writing-${process.pid}-${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (error) {
    if (systemCode(error) === 'ENOSPC') throw new Problem('disk.full', { what: path }, { cause: error });
    throw error;
  }
}

/** The name itself must be on the disk before anything refers to it; Windows cannot open folders and needs not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function missing(error: unknown): undefined {
  if (systemCode(error) === 'ENOENT') return undefined;
  throw error;
}
