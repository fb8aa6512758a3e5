/** Words compared without case and accents inside a query, the same on both stores. */
import { type RawBuilder, sql } from 'kysely';
import { fold } from '#store/analyse.ts';
import type { Store } from '#store/open.ts';

/** `expression` folded by the database. SQLite is given our own function; PostgreSQL has the parts of it. */
export function folded(store: Pick<Store, 'kind'>, expression: RawBuilder<string>): RawBuilder<string> {
  if (store.kind === 'sqlite') return sql<string>`fold(${expression})`;
  return sql<string>`lower(regexp_replace(normalize(${expression}, NFKD), '[\u0300-\u036f]', '', 'g'))`;
}

/** A pattern for `like … escape '\'` that finds the folded word anywhere. */
export function anywhere(word: string): string {
  return `%${fold(word).replace(/[\\%_]/g, '\\$&')}%`;
}
