/**
 * Kysely on `node:sqlite`. One connection, used by one transaction at a time; statements are kept prepared.
 * WAL and synchronous=FULL: an acknowledged act survives a cut of power.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { fold } from '#store/analyse.ts';

/** Longest wait for another process's lock, in milliseconds. */
const LOCK_WAIT = 1000;

/** Statements kept prepared: each takes some kilobytes, one of many rows some hundred. */
const MOST_PREPARED = 200;

export function openSqlite(path: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(path, {
    readOnly,
    timeout: LOCK_WAIT,
    enableForeignKeyConstraints: true,
  });
  if (!readOnly) database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  // pages of indexes that every act writes into: with the default of 2 MB they are read and written again and again
  database.exec('pragma cache_size = -16000');
  if (!readOnly) database.exec('pragma wal_autocheckpoint = 4000');
  database.function('fold', { deterministic: true }, text => (text === null ? null : fold(String(text))));
  return database;
}

export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #database: DatabaseSync;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  /** Waits for its turn: two transactions of one process queue instead of mixing. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release: () => void = () => undefined;
    this.#last = new Promise(resolve => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  // IMMEDIATE takes the write lock at the start, so that a transaction never fails half-way for want of it
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // a full disk has SQLite roll back by itself; a second one would hide the first error
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    const values = parameters as SQLInputValue[];
    // a statement that gives no columns is run; one that does (select, returning) gives its rows
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    const statement = known ?? this.#database.prepare(sql);
    // the search index gives its own rows ids above 2^53, and run() tells the last one
    if (!known && statement.columns().length === 0) statement.setReadBigInts(true);
    // those that were used last stay
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    for (const oldest of this.#statements.keys()) {
      if (this.#statements.size <= MOST_PREPARED) break;
      this.#statements.delete(oldest);
    }
    return statement;
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}
