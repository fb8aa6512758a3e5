/** Opens and makes stores: a folder, memory, or one dossier on a PostgreSQL server. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Problem } from '#core/errors.ts';
import { type Archive, folderArchive, syncFolder, tableArchive } from '#store/archive.ts';
import { asProblem } from '#store/faults.ts';
import { type Database, makeTables, SCHEMA_VERSION } from '#store/schema.ts';
import { openSqlite, sqliteDialect } from '#store/sqlite.ts';

export interface Store {
  readonly db: Kysely<Database>;
  readonly kind: 'sqlite' | 'postgres';
  /** Id of the one dossier this store speaks of; every query filters by it. */
  readonly dossier: string;
  /** As it was asked for, for messages. */
  readonly location: string;
  readonly readOnly: boolean;
  readonly archive: Archive;
  close(): Promise<void>;
}

const FILE = 'dossier.sqlite';

export function isServer(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location);
}

/** Opens what is there. Throws `store.missing`, `store.corrupt`, `store.version`, `store.unreachable`. */
export async function openStore(location: string, options: { readOnly?: boolean } = {}): Promise<Store> {
  const readOnly = options.readOnly ?? false;
  const store = isServer(location) ? await onServer(location, readOnly) : await inFolder(location, readOnly);
  try {
    return await upToDate(await known(store));
  } catch (error) {
    await store.close();
    throw asProblem(error, location);
  }
}

/** An empty store at a place where there is none; the caller writes the dossier's first entry. */
export async function emptyStore(location: string, dossier: string): Promise<Store> {
  if (isServer(location)) return emptyOnServer(location, dossier);
  if (existsSync(location)) throw new Problem('store.exists', { what: location });
  await mkdir(location, { recursive: true });
  const store = folderStore(location, dossier, false);
  await store.db.transaction().execute(trx => makeTables(trx, 'sqlite'));
  return store;
}

/** The same tables in memory: for packages that are only looked at, and for tests. */
export async function emptyInMemory(dossier: string, location = ':memory:'): Promise<Store> {
  const db = new Kysely<Database>({ dialect: sqliteDialect(openSqlite(':memory:', false)) });
  await makeTables(db, 'sqlite');
  return {
    db,
    kind: 'sqlite',
    dossier,
    location,
    readOnly: false,
    archive: tableArchive(db, dossier),
    close: () => db.destroy(),
  };
}

/**
 * Makes a store beside and renames it, so that one that was cut off is never taken for a store. On a server the
 * making is one transaction already.
 */
export async function makeWhole<T>(
  location: string,
  dossier: string,
  fill: (store: Store) => Promise<T>,
): Promise<T> {
  if (isServer(location)) {
    const store = await emptyStore(location, dossier);
    try {
      return await fill(store);
    } finally {
      await store.close();
    }
  }
  if (existsSync(location)) throw new Problem('store.exists', { what: location });
  const beside = `${location.replace(/[/\\]+$/, '')}.making-${process.pid}`;
  await rm(beside, { recursive: true, force: true });
  let store: Store | undefined;
  try {
    store = await emptyStore(beside, dossier);
    const result = await fill(store);
    await store.close();
    await rename(beside, location);
    await syncFolder(dirname(join(location, '.')));
    return result;
  } catch (error) {
    await store?.close().catch(() => undefined);
    await rm(beside, { recursive: true, force: true });
    throw asProblem(error, location);
  }
}

async function inFolder(folder: string, readOnly: boolean): Promise<Store> {
  if (!existsSync(join(folder, FILE))) throw new Problem('store.missing', { what: folder });
  try {
    return folderStore(folder, '', readOnly);
  } catch (error) {
    throw asProblem(error, folder);
  }
}

function folderStore(folder: string, dossier: string, readOnly: boolean): Store {
  const db = new Kysely<Database>({ dialect: sqliteDialect(openSqlite(join(folder, FILE), readOnly)) });
  return {
    db,
    kind: 'sqlite',
    dossier,
    location: folder,
    readOnly,
    archive: folderArchive(join(folder, 'files')),
    close: () => db.destroy(),
  };
}

async function onServer(location: string, readOnly: boolean): Promise<Store> {
  const { default: pg } = await import('pg');
  const url = new URL(location);
  const dossier = url.searchParams.get('dossier') ?? '';
  url.searchParams.delete('dossier');
  // an address may name its user, never a password: arguments are seen by everybody on the machine
  if (url.password !== '') throw new Problem('usage.value', { what: 'password', where: '--dossier' });
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === 20 || oid === 1700 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({ connectionString: url.href, max: 4, connectionTimeoutMillis: 5000, types });
  pool.on('error', () => undefined); // a server that goes away is told by the next query
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const shown = `${url.protocol}//${url.host}${url.pathname}?dossier=${dossier}`;
  return {
    db,
    kind: 'postgres',
    dossier,
    location: shown,
    readOnly,
    archive: tableArchive(db, dossier),
    close: () => db.destroy(),
  };
}

async function emptyOnServer(location: string, dossier: string): Promise<Store> {
  const store = await onServer(location, false);
  try {
    await store.db.transaction().execute(async trx => {
      const there = await trx.introspection.getTables();
      if (!there.some(table => table.name === 'dossiers')) await makeTables(trx, 'postgres');
    });
    // a dossier's id is that of its package: an address may leave it out, not change it
    if (store.dossier !== '' && store.dossier !== dossier)
      throw new Problem('usage.value', { what: `dossier=${store.dossier}`, where: `--dossier (${dossier})` });
    const taken = await store.db
      .selectFrom('dossiers')
      .select('dossier')
      .where('dossier', '=', dossier)
      .executeTakeFirst();
    if (taken) throw new Problem('store.exists', { what: location });
    return { ...store, dossier, archive: tableArchive(store.db, dossier) };
  } catch (error) {
    await store.close();
    throw asProblem(error, location);
  }
}

/** Adds what an older version did not have; nothing that is there changes. Throws `store.old` where it may not write. */
async function upToDate({ version, ...store }: Store & { version: number }): Promise<Store> {
  if (version === SCHEMA_VERSION) return store;
  if (store.readOnly) throw new Problem('store.old', { what: store.location });
  await store.db.transaction().execute(async trx => {
    await makeTables(trx, store.kind);
    await trx.updateTable('dossiers').set({ version: SCHEMA_VERSION }).execute();
  });
  return store;
}

/** Checks that there is a dossier of this version or an older one, and learns its id where the address does not say. */
async function known(store: Store): Promise<Store & { version: number }> {
  const rows = await store.db
    .selectFrom('dossiers')
    .select(['dossier', 'version'])
    .orderBy('dossier')
    .execute();
  if (store.dossier === '' && rows.length > 1)
    throw new Problem('usage.missing', { where: store.location, what: '?dossier=ID' });
  const row = store.dossier === '' ? rows[0] : rows.find(it => it.dossier === store.dossier);
  if (!row) throw new Problem('store.missing', { what: store.location });
  if (row.version > SCHEMA_VERSION)
    throw new Problem('store.version', { what: store.location, where: row.version });
  const archive = store.kind === 'postgres' ? tableArchive(store.db, row.dossier) : store.archive;
  return { ...store, dossier: row.dossier, archive, version: row.version };
}
