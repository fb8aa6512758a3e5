/**
 * The store's own tables, and how both databases make all of them from `tables.ts`.
 * Every key is led by `dossier`, which is also what a distributed server would shard by.
 */
import type { ColumnType } from 'kysely';
import { type Kysely, sql } from 'kysely';
import type { Column } from '#store/columns.ts';
import { type Row, type TableName, tableNames, tables } from '#store/tables.ts';

/** Raised when the shape of the tables changes. */
export const SCHEMA_VERSION = 4;

export type Database = { [T in TableName]: Row<T> & { dossier: string } } & {
  dossiers: { dossier: string; members: string; version: number };
  history: {
    dossier: string;
    seq: number;
    at: string;
    by: string;
    act: string;
    subject: string;
    prev: string;
    commitment: string;
    hash: string;
  };
  payloads: { dossier: string; seq: number; salt: string | null; payload: string | null };
  bodies: { dossier: string; id: string; body: string };
  files: { dossier: string; sha256: string; bytes: Uint8Array };
  jobs: {
    dossier: string;
    id: string;
    kind: string;
    state: 'running' | 'done' | 'stopped';
    at: string;
    by: string;
    /** JSON: what the whole job was asked for. */
    options: string;
  };
  job_items: {
    dossier: string;
    job: string;
    seq: number;
    name: string;
    state: 'waiting' | 'done' | 'failed';
    /** JSON: what came of it. */
    result: string | null;
  };
  /** One row for each text whose prints are kept: the text as it was, and its words in one number. */
  fingerprints: { dossier: string; text: string; sha256: string; words: string };
  prints: { dossier: string; print: number; text: string };
  search_rows: {
    dossier: string;
    kind: string;
    ref: string;
    part: number;
    start: number;
    date: string;
    body: string;
    vector: ColumnType<unknown, unknown, unknown>;
  };
};

type Kind = 'sqlite' | 'postgres';

/** Makes every table that is not there yet; in a transaction of the caller's. Tables are only ever added. */
export async function makeTables(db: Kysely<Database>, kind: Kind): Promise<void> {
  const statements = [...tableNames.map(name => tableSql(name, kind)), ...ownTables(kind)];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function tableSql(name: TableName, kind: Kind): string {
  const columns: Readonly<Record<string, Column>> = tables[name];
  const lines = Object.entries(columns).map(
    ([column, it]) => `"${column}" ${typeOf(it, kind)}${it.required ? ' not null' : ''}`,
  );
  return `create table if not exists "${name}" (${words(kind, 'dossier')}, ${lines.join(', ')}, primary key (dossier, id))`;
}

/** Text sorts by code point in both: the same order on any machine. */
function words(kind: Kind, name: string): string {
  return `"${name}" text${kind === 'postgres' ? ' collate "C"' : ''} not null`;
}

function typeOf(column: Column, kind: Kind): string {
  if (column.type === 'integer') return 'integer';
  if (column.type === 'number') return kind === 'postgres' ? 'double precision' : 'real';
  return kind === 'postgres' ? 'text collate "C"' : 'text';
}

function ownTables(kind: Kind): string[] {
  const text = (...names: string[]) => names.map(name => words(kind, name)).join(', ');
  const bytes = kind === 'postgres' ? 'bytea' : 'blob';
  const search =
    kind === 'postgres'
      ? ['create index if not exists search_terms on search_rows using gin (vector)']
      : [
          "create virtual table if not exists search_index using fts5(terms, content='', contentless_delete=1, detail='full', tokenize=\"unicode61 remove_diacritics 0\")",
        ];
  return [
    `create table if not exists dossiers (${text('dossier', 'members')}, version integer not null, primary key (dossier))`,
    `create table if not exists history (${text('dossier', 'at', 'by', 'act', 'subject', 'prev', 'commitment', 'hash')}, seq integer not null, primary key (dossier, seq))`,
    'create index if not exists history_subject on history (dossier, subject, seq)',
    `create table if not exists payloads (${text('dossier')}, seq integer not null, salt text, payload text, primary key (dossier, seq))`,
    `create table if not exists bodies (${text('dossier', 'id', 'body')}, primary key (dossier, id))`,
    `create table if not exists files (${text('dossier', 'sha256')}, bytes ${bytes} not null, primary key (dossier, sha256))`,
    // jobs are of this store only: no package has them and no history speaks of them
    `create table if not exists jobs (${text('dossier', 'id', 'kind', 'state', 'at', 'by', 'options')}, primary key (dossier, id))`,
    `create table if not exists job_items (${text('dossier', 'job', 'name', 'state')}, seq integer not null, result text, primary key (dossier, job, seq))`,
    // computed from the texts, for finding copies: in no package and no history
    `create table if not exists fingerprints (${text('dossier', 'text', 'sha256', 'words')}, primary key (dossier, text))`,
    'create index if not exists fingerprints_words on fingerprints (dossier, words)',
    `create table if not exists prints (${text('dossier')}, print integer not null, ${text('text')}, primary key (dossier, print, text))`,
    'create index if not exists prints_text on prints (dossier, text)',
    // rowid is the key of the search index in SQLite
    `create table if not exists search_rows (${kind === 'sqlite' ? 'n integer primary key, ' : ''}${text('dossier', 'kind', 'ref', 'date', 'body')}, part integer not null, start integer not null${kind === 'postgres' ? ', vector tsvector' : ''})`,
    'create unique index if not exists search_rows_ref on search_rows (dossier, kind, ref, part)',
    'create index if not exists passages_text on passages (dossier, text)',
    'create index if not exists texts_source on texts (dossier, source)',
    'create index if not exists proposals_text on proposals (dossier, text)',
    'create index if not exists translations_claim on translations (dossier, claim)',
    'create index if not exists proposals_kind on proposals (dossier, kind)',
    'create index if not exists sources_file on sources (dossier, file)',
    ...search,
  ];
}
