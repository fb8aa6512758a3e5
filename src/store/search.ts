/**
 * Full-text search with the same hits in both stores: all words of the query, in any inflection and with or
 * without accents; `"quoted words"` as they stand, `word*` by its beginning. By date, newest first, then by id.
 */
import { sql } from 'kysely';
import { fold, queryTerms, tokens } from '#store/analyse.ts';
import type { Store } from '#store/open.ts';

export interface Hit {
  readonly kind: 'claim' | 'paragraph';
  /** Id of the claim or text. */
  readonly ref: string;
  /** Where the paragraph starts in its text. */
  readonly start: number;
  readonly date: string;
  readonly body: string;
  /** Words that matched, as [start, end) in `body`. */
  readonly highlights: readonly (readonly [number, number])[];
}

interface Wanted {
  /** Any of these terms; the whole of `words` in a row where there are several. */
  readonly terms: readonly string[];
  readonly prefix: boolean;
}

const DEFAULT_LIMIT = 50;

export async function searchText(
  store: Store,
  query: string,
  options: { kinds?: readonly Hit['kind'][]; limit?: number; offset?: number } = {},
): Promise<Hit[]> {
  const groups = parse(query);
  if (groups.length === 0) return [];
  const kinds = [...(options.kinds ?? ['claim', 'paragraph'])];
  const [limit, offset] = [options.limit ?? DEFAULT_LIMIT, options.offset ?? 0];
  const floor = store.kind === 'sqlite' ? await newest(store, groups, kinds, limit + offset) : 0;
  const rows = await matching(store, groups, kinds, floor)
    .select(['kind', 'ref', 'part', 'start', 'date', 'body'])
    .orderBy('date', 'desc')
    .orderBy('ref')
    .orderBy('part')
    .limit(limit)
    .offset(offset)
    .execute();
  const wanted = groups.flat();
  return rows.map(({ kind, ref, start, date, body }) => ({
    kind: kind as Hit['kind'],
    ref,
    start,
    date,
    body,
    highlights: highlights(body, wanted),
  }));
}

/** Ids of all the rows of one kind that a query finds. */
export async function findRefs(store: Store, query: string, kind: Hit['kind']): Promise<Set<string>> {
  const groups = parse(query);
  if (groups.length === 0) return new Set();
  const rows = await matching(store, groups, [kind]).select('ref').distinct().execute();
  return new Set(rows.map(row => row.ref));
}

/** Search rows of these kinds in which every group is found; on SQLite only those numbered from `floor` on. */
function matching(store: Store, groups: readonly Wanted[][], kinds: readonly string[], floor = 0) {
  const condition =
    store.kind === 'sqlite'
      ? sql<boolean>`n in (select rowid from search_index where search_index match ${groups.map(ftsGroup).join(' AND ')} and rowid >= ${floor})`
      : sql<boolean>`vector @@ ${groups.map(tsGroup).join(' & ')}::tsquery`;
  // a plus keeps SQLite from walking the index of all rows where it has the numbers of the few
  const plus = store.kind === 'sqlite' ? '+' : '';
  return store.db
    .selectFrom('search_rows')
    .where(sql.raw(`${plus}dossier`), '=', store.dossier)
    .where(sql.raw(`${plus}kind`), 'in', [...kinds])
    .where(condition);
}

/**
 * The number from which on the first `count` rows are: numbers are ordered by day, so these are the newest ones and
 * whatever else shares the day of the last.
 */
async function newest(store: Store, groups: readonly Wanted[][], kinds: readonly string[], count: number) {
  const match = groups.map(ftsGroup).join(' AND ');
  const { rows } = await sql<{ n: number }>`
    select search_rows.n from search_index join search_rows on search_rows.n = search_index.rowid
    where search_index match ${match} and search_rows.kind in (${sql.join(kinds)})
    order by search_index.rowid desc limit 1 offset ${count - 1}`.execute(store.db);
  return Math.floor((rows[0]?.n ?? 0) / 2 ** 32) * 2 ** 32;
}

/** Groups of words that must all be found; a quoted group's words must all be found as surface forms. */
function parse(query: string): Wanted[][] {
  return Array.from(query.slice(0, 1000).matchAll(/"([^"]*)"|(\S+)/g)).flatMap(([, quoted, plain]) => {
    if (quoted !== undefined) {
      const words = tokens(quoted).map(token => ({ terms: [fold(token.word)], prefix: false }));
      return words.length > 0 ? [words] : [];
    }
    const words = tokens(plain ?? '');
    return words.map((token, index) => {
      const prefix = index === words.length - 1 && (plain ?? '').endsWith('*');
      return [{ terms: prefix ? [fold(token.word)] : queryTerms(token.word), prefix }];
    });
  });
}

function ftsGroup(group: readonly Wanted[]): string {
  return group
    .map(it => `(${it.terms.map(term => `"${term}"${it.prefix ? '*' : ''}`).join(' OR ')})`)
    .join(' AND ');
}

function tsGroup(group: readonly Wanted[]): string {
  return group
    .map(it => `(${it.terms.map(term => `'${term}'${it.prefix ? ':*' : ''}`).join(' | ')})`)
    .join(' & ');
}

/** Recomputed from the words themselves, so that both stores mark the same ones. */
function highlights(body: string, wanted: readonly Wanted[]): [number, number][] {
  const terms = new Set(wanted.flatMap(it => (it.prefix ? [] : it.terms)));
  const prefixes = wanted.flatMap(it => (it.prefix ? it.terms : []));
  const matches = (word: string) =>
    queryTerms(word).some(form => terms.has(form)) || prefixes.some(prefix => fold(word).startsWith(prefix));
  return tokens(body)
    .filter(token => matches(token.word))
    .map(token => [token.start, token.end]);
}
