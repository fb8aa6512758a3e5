/** The sources of a dossier, a page at a time. */
import { sql } from 'kysely';
import { anywhere, folded, type Store } from '#store/store.ts';
import { type Row, tables } from '#store/tables.ts';

export interface SourceQuery {
  /** Looked for in title, publisher and author, without case and accents. */
  readonly search?: string | undefined;
  readonly held?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The newest first, then by id. */
export async function listSources(
  store: Store,
  query: SourceQuery,
): Promise<{ total: number; rows: Row<'sources'>[] }> {
  let from = store.db.selectFrom('sources').where('dossier', '=', store.dossier);
  if (query.held !== undefined) from = from.where('held', '=', query.held as 'original');
  const all = folded(store, sql<string>`title || ' ' || publisher || ' ' || coalesce(author, '')`);
  for (const word of (query.search ?? '').split(/\s+/).filter(it => it !== ''))
    from = from.where(sql<boolean>`${all} like ${anywhere(word)} escape '\\'`);
  const [count, rows] = await Promise.all([
    from.select(it => it.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    from
      .select(Object.keys(tables.sources) as 'id'[])
      .orderBy(sql`coalesce(date, '')`, 'desc')
      .orderBy('id')
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
  ]);
  return { total: Number(count.n), rows: rows as unknown as Row<'sources'>[] };
}
