/**
 * Many rows by one statement, whose text is made once for each number of rows: building it anew for each costs more
 * than the database takes to write them.
 */
import { CompiledQuery } from 'kysely';
import type { Store } from '#store/open.ts';

/** Rows written by one statement: the databases bound the number of its parameters. */
const CHUNK = 64;

const texts = new Map<string, string>();

/** `replaces`: a row with the same `dossier` and `id` takes the new values. */
export async function insertAll(
  store: Store,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  replaces = false,
): Promise<void> {
  for (const some of chunks(rows)) {
    const key = `${store.kind} ${table} ${replaces} ${some.length}`;
    const text = texts.get(key) ?? statement(store, table, columns, some.length, replaces);
    texts.set(key, text);
    await store.db.executeQuery(CompiledQuery.raw(text, some.flat()));
  }
}

/** Powers of two, so that a few prepared statements do for every number of rows. */
export function chunks<T>(all: readonly T[]): T[][] {
  const some: T[][] = [];
  for (let at = 0; at < all.length; at += some.at(-1)?.length ?? 0) {
    const size = Math.min(CHUNK, 2 ** Math.floor(Math.log2(all.length - at)));
    some.push(all.slice(at, at + size));
  }
  return some;
}

/** Names come from our own list of tables, never from outside. */
function statement(
  { kind }: Store,
  table: string,
  columns: readonly string[],
  count: number,
  replaces: boolean,
): string {
  const names = columns.map(it => `"${it}"`);
  const places = Array.from({ length: count }, (_, row) =>
    columns.map((_, n) => (kind === 'postgres' ? `$${row * columns.length + n + 1}` : '?')).join(', '),
  );
  const changed = names.filter(it => it !== '"dossier"' && it !== '"id"').map(it => `${it} = excluded.${it}`);
  const end = replaces ? ` on conflict (dossier, id) do update set ${changed.join(', ')}` : '';
  return `insert into "${table}" (${names.join(', ')}) values (${places.join('), (')})${end}`;
}
