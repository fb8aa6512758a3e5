/**
 * The history: append-only, hash-chained; docs/formats.md has its format. An entry commits to its payload by a
 * salted hash, so that the payload can be withheld without breaking the chain.
 */
import { canonical, type Json } from '#core/canonical.ts';
import { NO_HASH, sha256 } from '#core/hash.ts';
import type { Store } from '#store/open.ts';
import type { TableName } from '#store/tables.ts';

export const ACTS = [
  'import',
  'add',
  'read',
  'accept',
  'reject',
  'edit',
  'withdraw',
  'answer',
  'anchor',
  'relate',
  'translate',
  'undo',
  'record',
  'differ',
] as const;
export type Act = (typeof ACTS)[number];

export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly act: Act;
  readonly subject: string;
  readonly prev: string;
  readonly commit: string;
}

/** The whole row after the act; `taken` where the act took the row back. */
export type Payload = {
  readonly table: TableName | 'dossier';
  readonly row: { readonly [column: string]: Json };
  readonly taken?: true;
};

export interface HistoryRecord {
  readonly entry: Entry;
  readonly salt: string | null;
  readonly payload: Payload | null;
}

export interface Checkpoint {
  readonly dossier: string;
  readonly seq: number;
  readonly hash: string;
}

export function hashOfEntry(entry: Entry): string {
  return sha256(canonical({ ...entry }));
}

export function commitTo(salt: string, payload: Payload): string {
  return sha256(salt + canonical(payload as unknown as Json));
}

/** The salt of an entry that only says a row was in the package: it follows from the row's key. */
export function foundingSalt(dossier: string, table: string, id: string): string {
  return sha256(`probanza:1:${dossier}:${table}:${id}`).slice(0, 32);
}

/** Entries read at a time: the history is never whole in memory. */
const PAGE = 2000;

export async function* readHistory(store: Store): AsyncGenerator<HistoryRecord> {
  for (let after = 0; ; ) {
    const rows = await page(store, after);
    for (const row of rows) yield recordOf(row);
    if (rows.length < PAGE) return;
    after += PAGE;
  }
}

/** The last entry as a checkpoint, to be held elsewhere. */
export async function checkpointOf(store: Store): Promise<Checkpoint> {
  const last = await lastEntry(store);
  return { dossier: store.dossier, seq: last?.seq ?? 0, hash: last?.hash ?? NO_HASH };
}

export async function lastEntry(store: Store) {
  const query = store.db
    .selectFrom('history')
    .select(['seq', 'at', 'hash'])
    .where('dossier', '=', store.dossier);
  return query.orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

/** The hash of one entry, where there is one. */
export async function entryHash(store: Store, seq: number): Promise<string | undefined> {
  const query = store.db.selectFrom('history').select('hash').where('dossier', '=', store.dossier);
  return (await query.where('seq', '=', seq).executeTakeFirst())?.hash;
}

/** Subjects (`TABLE/ID`) of the entries after `seq`, or those of one table; and the last of these entries' seq. */
export async function changesSince(
  store: Store,
  seq: number,
  table?: TableName,
): Promise<{ seq: number; subjects: string[] }> {
  let query = store.db
    .selectFrom('history')
    .select(['seq', 'subject'])
    .where('dossier', '=', store.dossier)
    .where('seq', '>', seq);
  if (table) query = query.where('subject', 'like', `${table}/%`);
  const rows = await query.orderBy('seq').execute();
  return { seq: rows.at(-1)?.seq ?? seq, subjects: rows.map(row => row.subject) };
}

/** The entries of one row, oldest first, each with the row as it stood after the act. */
export async function historyOf(store: Store, subject: string): Promise<HistoryRecord[]> {
  const rows = await records(store).where('history.subject', '=', subject).orderBy('history.seq').execute();
  return rows.map(recordOf);
}

function page(store: Store, after: number) {
  return records(store)
    .where('history.seq', '>', after)
    .where('history.seq', '<=', after + PAGE)
    .orderBy('history.seq')
    .execute();
}

function records(store: Store) {
  return store.db
    .selectFrom('history')
    .leftJoin('payloads', join =>
      join.onRef('payloads.dossier', '=', 'history.dossier').onRef('payloads.seq', '=', 'history.seq'),
    )
    .where('history.dossier', '=', store.dossier)
    .select(['history.seq', 'at', 'by', 'act', 'subject', 'prev', 'commitment', 'salt', 'payload']);
}

type Stored = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number];

function recordOf({ salt, payload, commitment, ...row }: Stored): HistoryRecord {
  return {
    entry: { ...row, act: row.act as Act, commit: commitment },
    salt,
    payload: payload === null ? null : JSON.parse(payload),
  };
}
