/** Proposals that wait for a person, a page at a time. */
import type { Store } from '#store/store.ts';
import { type Row, tables } from '#store/tables.ts';

export interface Waiting {
  readonly total: number;
  readonly rows: readonly (Row<'proposals'> & { readonly source: string; readonly sourceTitle: string })[];
}

export interface WaitingQuery {
  readonly source?: string | undefined;
  readonly kind?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The surest first, then as they stand in the text. */
export async function waitingPage(store: Store, query: WaitingQuery): Promise<Waiting> {
  let from = store.db
    .selectFrom('proposals')
    .innerJoin('texts', join =>
      join.onRef('texts.dossier', '=', 'proposals.dossier').onRef('texts.id', '=', 'proposals.text'),
    )
    .innerJoin('sources', join =>
      join.onRef('sources.dossier', '=', 'texts.dossier').onRef('sources.id', '=', 'texts.source'),
    )
    .where('proposals.dossier', '=', store.dossier)
    .where('proposals.state', '=', 'waiting');
  if (query.source !== undefined) from = from.where('texts.source', '=', query.source);
  if (query.kind !== undefined) from = from.where('proposals.kind', '=', query.kind as 'claim');
  const columns = Object.keys(tables.proposals).map(it => `proposals.${it}` as 'proposals.id');
  const [count, rows] = await Promise.all([
    from.select(it => it.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    from
      .select([...columns, 'texts.source as source', 'sources.title as sourceTitle'])
      .orderBy('proposals.confidence', 'desc')
      .orderBy('proposals.text')
      .orderBy('proposals.start')
      .orderBy('proposals.id')
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
  ]);
  return { total: Number(count.n), rows: rows as unknown as Waiting['rows'] };
}
