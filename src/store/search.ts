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
  const kinds = options.kinds ?? ['claim', 'paragraph'];
  const condition =
    store.kind === 'sqlite'
      ? sql<boolean>`n in (select rowid from search_index where search_index match ${groups.map(ftsGroup).join(' AND ')})`
      : sql<boolean>`vector @@ ${groups.map(tsGroup).join(' & ')}::tsquery`;
  const rows = await store.db
    .selectFrom('search_rows')
    .select(['kind', 'ref', 'part', 'start', 'date', 'body'])
    .where('dossier', '=', store.dossier)
    .where('kind', 'in', [...kinds])
    .where(condition)
    .orderBy('date', 'desc')
    .orderBy('ref')
    .orderBy('part')
    .limit(options.limit ?? DEFAULT_LIMIT)
    .offset(options.offset ?? 0)
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
  return tokens(body)
    .filter(token => {
      const surface = fold(token.word);
      const forms = new Set([surface, ...queryTerms(token.word)]);
      return wanted.some(it =>
        it.terms.some(term => (it.prefix ? surface.startsWith(term) : forms.has(term))),
      );
    })
    .map(token => [token.start, token.end]);
}
