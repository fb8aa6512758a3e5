/** Reading a dossier's rows. Rows leave without the `dossier` column, sorted by id, the same on both stores. */
import { Problem } from '#core/errors.ts';
import type { Store } from '#store/open.ts';
import { type Dossier, type Row, type TableName, tables } from '#store/tables.ts';

export async function readDossier(store: Store): Promise<Dossier> {
  const row = await store.db
    .selectFrom('dossiers')
    .select('members')
    .where('dossier', '=', store.dossier)
    .executeTakeFirst();
  if (!row) throw new Problem('store.missing', { what: store.location });
  return JSON.parse(row.members);
}

export async function readRows<T extends TableName>(store: Store, table: T): Promise<Row<T>[]> {
  const query = store.db
    .selectFrom(table as 'parties')
    .select(columnsOf(table))
    .where('dossier', '=', store.dossier);
  return (await query.orderBy('id').execute()) as unknown as Row<T>[];
}

export async function findRow<T extends TableName>(
  store: Store,
  table: T,
  id: string,
): Promise<Row<T> | undefined> {
  const query = store.db
    .selectFrom(table as 'parties')
    .select(columnsOf(table))
    .where('dossier', '=', store.dossier);
  return (await query.where('id', '=', id).executeTakeFirst()) as unknown as Row<T> | undefined;
}

/** Rows of a table whose `column` is one of `values`, sorted by id. */
export async function findRows<T extends TableName>(
  store: Store,
  table: T,
  column: keyof Row<T> & string,
  value: string,
): Promise<Row<T>[]> {
  const query = store.db
    .selectFrom(table as 'parties')
    .select(columnsOf(table))
    .where('dossier', '=', store.dossier);
  return (await query
    .where(column as 'id', '=', value)
    .orderBy('id')
    .execute()) as unknown as Row<T>[];
}

export async function readText(store: Store, id: string): Promise<string | undefined> {
  const query = store.db
    .selectFrom('bodies')
    .select('body')
    .where('dossier', '=', store.dossier)
    .where('id', '=', id);
  return (await query.executeTakeFirst())?.body;
}

function columnsOf(table: TableName): 'id'[] {
  return Object.keys(tables[table]) as 'id'[];
}
