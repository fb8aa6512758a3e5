/** Acts: rows, their history entries and their search rows in one transaction, whole or not at all. */
import { sql } from 'kysely';
import { canonical, type Json } from '#core/canonical.ts';
import { Problem } from '#core/errors.ts';
import { NO_HASH, randomSalt, sha256 } from '#core/hash.ts';
import { checkRow, isClean, referencesOf } from '#store/check.ts';
import { type Act, type Entry, hashOfEntry, lastEntry, type Payload } from '#store/history.ts';
import { chunks, insertAll } from '#store/insert.ts';
import type { Store } from '#store/open.ts';
import { SCHEMA_VERSION } from '#store/schema.ts';
import { indexRow } from '#store/search-rows.ts';
import { type Dossier, type Row, type TableName, tables } from '#store/tables.ts';
import { whole } from '#store/transaction.ts';

export interface Actor {
  readonly by: string;
  /** Time of the act, ISO 8601 in UTC; default: now. */
  readonly at?: string;
}

/** What an act may do. `store` is the dossier as it stands inside the act. */
export interface Write {
  readonly store: Store;
  /** Inserts or replaces a row. Throws `package.value`, `package.reference`, `protected.refused`. */
  put<T extends TableName>(table: T, row: Row<T>, salt?: string): Promise<void>;
  /** The same for many rows of a table at once, which is several times faster. Ids must differ. */
  putAll<T extends TableName>(table: T, rows: readonly Row<T>[]): Promise<void>;
  /** A text with its body; throws `package.anchor` where the hash is not the body's. */
  putText(row: Row<'texts'>, body: string, salt?: string): Promise<void>;
  putDossier(dossier: Dossier, salt?: string): Promise<void>;
  /** Takes a row back: it leaves the tables, its history stays. */
  take(table: TableName, id: string): Promise<void>;
}

/** Does `work` as one act, alone or inside of `whole`. Throws `store.read-only`, `store.locked`, `disk.full`. */
export async function act<T>(
  store: Store,
  actor: Actor & { act: Act },
  work: (write: Write) => Promise<T>,
): Promise<T> {
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  return whole(store, async inside => {
    if (inside.kind === 'postgres') await lockDossier(inside);
    return work(writer(inside, await Chain.after(inside, actor)));
  });
}

/** Writers of one dossier queue on the server as they do on a file; others go on. */
async function lockDossier({ db, dossier }: Store): Promise<void> {
  await sql`set local lock_timeout = '1s'`.execute(db);
  await sql`select pg_advisory_xact_lock(hashtext('probanza'), hashtext(${dossier}))`.execute(db);
}

/** The end of the history, to which entries are added. */
class Chain {
  readonly #store: Store;
  readonly #actor: Actor & { act: Act };
  readonly #at: string;
  #seq: number;
  #hash: string;

  private constructor(store: Store, actor: Actor & { act: Act }, at: string, seq: number, hash: string) {
    this.#store = store;
    this.#actor = actor;
    this.#at = at;
    this.#seq = seq;
    this.#hash = hash;
  }

  /** Time never runs backwards, and an act never shares its time with the one before, so that they can be told apart. */
  static async after(store: Store, actor: Actor & { act: Act }): Promise<Chain> {
    const last = await lastEntry(store);
    const now = actor.at ?? new Date().toISOString();
    const at =
      last && last.at >= now && actor.act !== 'import'
        ? new Date(Date.parse(last.at) + 1).toISOString()
        : now;
    return new Chain(store, actor, at, last?.seq ?? 0, last?.hash ?? NO_HASH);
  }

  async add(subject: string, payload: Payload, salt?: string): Promise<void> {
    return this.addAll([{ subject, payload, ...(salt === undefined ? {} : { salt }) }]);
  }

  async addAll(all: readonly { subject: string; payload: Payload; salt?: string }[]): Promise<void> {
    const { by, act: name } = this.#actor;
    const sealed = all.map(({ subject, payload, salt = randomSalt() }) => {
      this.#seq += 1;
      const text = canonical(payload as unknown as Json);
      const [seq, at, prev, commit] = [this.#seq, this.#at, this.#hash, sha256(salt + text)];
      const entry: Entry = { seq, at, by, act: name, subject, prev, commit };
      this.#hash = hashOfEntry(entry);
      return { entry, hash: this.#hash, salt, text };
    });
    await appendSealed(this.#store, sealed);
  }
}

/** Writes an entry as it is; only import does this with entries made elsewhere. */
export async function appendEntry(
  store: Store,
  entry: Entry,
  salt: string | null,
  payload: Payload | null,
): Promise<void> {
  const text = payload === null ? null : canonical(payload as unknown as Json);
  await appendSealed(store, [{ entry, hash: hashOfEntry(entry), salt, text }]);
}

interface Sealed {
  readonly entry: Entry;
  readonly hash: string;
  readonly salt: string | null;
  /** The payload in canonical JSON. */
  readonly text: string | null;
}

async function appendSealed(store: Store, all: readonly Sealed[]): Promise<void> {
  const { dossier } = store;
  const entries = all.map(({ entry: { seq, at, by, act, subject, prev, commit }, hash }) => [
    dossier,
    seq,
    at,
    by,
    act,
    subject,
    prev,
    commit,
    hash,
  ]);
  await insertAll(store, 'history', ENTRY, entries);
  const payloads = all.map(({ entry, salt, text }) => [dossier, entry.seq, salt, text]);
  await insertAll(store, 'payloads', ['dossier', 'seq', 'salt', 'payload'], payloads);
}

const ENTRY = ['dossier', 'seq', 'at', 'by', 'act', 'subject', 'prev', 'commitment', 'hash'];

function writer(store: Store, chain: Chain): Write {
  return {
    store,
    async put(table, row, salt) {
      await checkOrThrow(store, table, row as unknown as AnyRow);
      await project(store, table, row);
      await chain.add(`${table}/${row.id}`, payloadOf(table, row), salt);
    },
    async putAll(table, rows) {
      for (const some of chunks(rows)) {
        await checkAll(store, table, some as unknown as AnyRow[]);
        await projectAll(store, table, some);
        await chain.addAll(
          some.map(row => ({ subject: `${table}/${row.id}`, payload: payloadOf(table, row) })),
        );
      }
    },
    async putText(row, body, salt) {
      if (!isClean(body) || sha256(body) !== row.sha256)
        throw new Problem('package.anchor', { where: `texts/${row.id}`, what: 'sha256' });
      await checkOrThrow(store, 'texts', { ...row });
      await putBody(store, row.id, body);
      await project(store, 'texts', row);
      await chain.add(`texts/${row.id}`, payloadOf('texts', row), salt);
    },
    async putDossier(dossier, salt) {
      await projectDossier(store, dossier);
      await chain.add(
        `dossier/${dossier.id}`,
        { table: 'dossier', row: dossier as unknown as Payload['row'] },
        salt,
      );
    },
    async take(table, id) {
      await unproject(store, table, id);
      await chain.add(`${table}/${id}`, { table, row: { id }, taken: true });
    },
  };
}

export function payloadOf<T extends TableName>(table: T, row: Row<T>): Payload {
  return {
    table,
    row: Object.fromEntries(
      Object.keys(tables[table]).map(column => [column, row[column as keyof Row<T>] as Json]),
    ),
  };
}

/** The row in its table, and its words in the search index; no entry is written. */
export async function project<T extends TableName>(store: Store, table: T, row: Row<T>): Promise<void> {
  return projectAll(store, table, [row]);
}

async function projectAll<T extends TableName>(store: Store, table: T, rows: readonly Row<T>[]) {
  const columns = Object.keys(tables[table]);
  const values = rows.map(row => [store.dossier, ...columns.map(column => row[column as keyof Row<T>])]);
  await insertAll(store, table, ['dossier', ...columns], values, true);
  for (const row of rows) await indexRow(store, table, row.id as string);
}

export async function putBody(store: Store, id: string, body: string): Promise<void> {
  const row = { dossier: store.dossier, id, body };
  await store.db
    .insertInto('bodies')
    .values(row)
    .onConflict(it => it.columns(['dossier', 'id']).doUpdateSet({ body }))
    .execute();
}

export async function projectDossier(store: Store, dossier: Dossier): Promise<void> {
  const members = canonical(dossier as unknown as Json);
  const row = { dossier: dossier.id, members, version: SCHEMA_VERSION };
  await store.db
    .insertInto('dossiers')
    .values(row)
    .onConflict(it => it.columns(['dossier']).doUpdateSet({ members }))
    .execute();
}

async function unproject(store: Store, table: TableName, id: string): Promise<void> {
  // while it still says what it hangs on
  await indexRow(store, table, id, true);
  await store.db
    .deleteFrom(table as 'parties')
    .where('dossier', '=', store.dossier)
    .where('id', '=', id)
    .execute();
}

type AnyRow = { readonly id: string; readonly [column: string]: unknown };

async function checkOrThrow(store: Store, table: TableName, row: AnyRow): Promise<void> {
  return checkAll(store, table, [row]);
}

/** Each row by itself, then what they refer to: each id is looked for once, and rows may refer to those before them. */
async function checkAll(store: Store, table: TableName, rows: readonly AnyRow[]): Promise<void> {
  const there = new Set<string>();
  for (const row of rows) {
    const [fault] = checkRow(table, row);
    if (fault)
      throw new Problem('package.value', { what: fault.value, where: `${table}/${row.id} ${fault.column}` });
    if (row.protection === 'protected')
      throw new Problem('protected.refused', { what: `${table}/${row.id}` });
    there.add(`${table}/${row.id}`);
    for (const [column, to, id] of referencesOf(table, row)) {
      if (to.some(it => there.has(`${it}/${id}`))) continue;
      const found = await tableOf(store, to, id);
      if (!found) throw new Problem('package.reference', { where: `${table}/${row.id} ${column}`, what: id });
      there.add(`${found}/${id}`);
    }
  }
}

async function tableOf(store: Store, to: readonly TableName[], id: string): Promise<TableName | undefined> {
  for (const table of to) {
    const query = store.db
      .selectFrom(table as 'parties')
      .select('id')
      .where('dossier', '=', store.dossier)
      .where('id', '=', id);
    if (await query.executeTakeFirst()) return table;
  }
  return undefined;
}
