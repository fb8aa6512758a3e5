/** The search index: one row for each paragraph of a text and one for each claim, written with what they index. */
import { sql } from 'kysely';
import { daysOf } from '#core/dates.ts';
import { sha256 } from '#core/hash.ts';
import { indexText } from '#store/analyse.ts';
import { insertAll } from '#store/insert.ts';
import type { Store } from '#store/open.ts';
import type { TableName } from '#store/tables.ts';

interface Part {
  readonly start: number;
  readonly body: string;
}

/** PostgreSQL keeps no word position above this, and no vector above 1 MB: longer paragraphs are cut in parts. */
const MAX_PART = 8000;

/** Renews the search rows that follow from a row; others have none. */
export async function indexRow(store: Store, table: TableName, id: string, taken = false): Promise<void> {
  if (table === 'claims') return indexClaim(store, id, taken);
  if (table === 'translations') {
    const row = await store.db
      .selectFrom('translations')
      .select('claim')
      .where('dossier', '=', store.dossier)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && indexClaim(store, row.claim, false, taken ? id : undefined);
  }
  if (table === 'texts') return indexParagraphs(store, id, taken);
}

/** The words of a claim are those of its proposition, of its translations but one that goes, and of its passage. */
async function indexClaim(store: Store, id: string, taken: boolean, going?: string): Promise<void> {
  await clear(store, 'claim', id);
  if (taken) return;
  const claim = await store.db
    .selectFrom('claims')
    .innerJoin('passages', join =>
      join.onRef('passages.dossier', '=', 'claims.dossier').onRef('passages.id', '=', 'claims.passage'),
    )
    .innerJoin('texts', join =>
      join.onRef('texts.dossier', '=', 'claims.dossier').onRef('texts.id', '=', 'passages.text'),
    )
    .innerJoin('sources', join =>
      join.onRef('sources.dossier', '=', 'claims.dossier').onRef('sources.id', '=', 'texts.source'),
    )
    .where('claims.dossier', '=', store.dossier)
    .where('claims.id', '=', id)
    .select([
      'claims.proposition',
      'passages.exact',
      'claims.from',
      'sources.date',
      'sources.lang',
      'texts.kind',
    ])
    .executeTakeFirst();
  if (!claim) return;
  // an abstract is in the dossier's language, an original in its own
  const exact =
    claim.exact === claim.proposition
      ? ''
      : ` ${indexText(claim.exact, claim.kind === 'abstract' ? 'en' : claim.lang)}`;
  await insert(store, 'claim', id, claim.from ?? claim.date ?? '', [
    {
      part: { start: 0, body: claim.proposition },
      terms: indexText(claim.proposition, 'en') + exact + (await translated(store, id, going)),
    },
  ]);
}

async function translated(store: Store, claim: string, going: string | undefined): Promise<string> {
  const rows = await store.db
    .selectFrom('translations')
    .select(['id', 'lang', 'proposition'])
    .where('dossier', '=', store.dossier)
    .where('claim', '=', claim)
    .orderBy('id')
    .execute();
  return rows
    .filter(it => it.id !== going)
    .map(it => ` ${indexText(it.proposition, it.lang)}`)
    .join('');
}

async function indexParagraphs(store: Store, id: string, taken: boolean): Promise<void> {
  await clear(store, 'paragraph', id);
  if (taken) return;
  const text = await store.db
    .selectFrom('texts')
    .innerJoin('sources', join =>
      join.onRef('sources.dossier', '=', 'texts.dossier').onRef('sources.id', '=', 'texts.source'),
    )
    .innerJoin('bodies', join =>
      join.onRef('bodies.dossier', '=', 'texts.dossier').onRef('bodies.id', '=', 'texts.id'),
    )
    .where('texts.dossier', '=', store.dossier)
    .where('texts.id', '=', id)
    .select(['bodies.body', 'sources.date', 'sources.lang', 'texts.kind'])
    .executeTakeFirst();
  if (!text) return;
  const language = text.kind === 'abstract' ? 'en' : text.lang;
  const parts = paragraphs(text.body).map(part => ({ part, terms: indexText(part.body, language) }));
  await insert(store, 'paragraph', id, text.date ?? '', parts);
}

export function paragraphs(text: string): Part[] {
  return Array.from(text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)).flatMap(match =>
    cut(match[0], match.index),
  );
}

function cut(body: string, start: number): Part[] {
  if (body.length <= MAX_PART) return body.trim() === '' ? [] : [{ start, body }];
  const space = body.lastIndexOf(' ', MAX_PART);
  const at = space > MAX_PART / 2 ? space : MAX_PART;
  return [{ start, body: body.slice(0, at) }, ...cut(body.slice(at), start + at)];
}

async function clear(store: Store, kind: string, ref: string): Promise<void> {
  const rows = store.db
    .deleteFrom('search_rows')
    .where('dossier', '=', store.dossier)
    .where('kind', '=', kind)
    .where('ref', '=', ref);
  if (store.kind === 'postgres') {
    await rows.execute();
    return;
  }
  const gone = await sql<{
    n: number;
  }>`select n from search_rows where dossier = ${store.dossier} and kind = ${kind} and ref = ${ref}`.execute(
    store.db,
  );
  for (const { n } of gone.rows) await sql`delete from search_index where rowid = ${n}`.execute(store.db);
  if (gone.rows.length > 0) await rows.execute();
}

async function insert(
  store: Store,
  kind: string,
  ref: string,
  date: string,
  parts: readonly { part: Part; terms: string }[],
): Promise<void> {
  const { dossier } = store;
  const rows = parts.map(({ part, terms }, n) => ({
    row: [dossier, kind, ref, n, part.start, date, part.body],
    terms,
  }));
  if (store.kind === 'postgres') {
    const vectors = rows.map(({ row, terms }) => [...row, vectorOf(terms)]);
    return insertAll(store, 'search_rows', [...COLUMNS, 'vector'], vectors);
  }
  const numbers = await freeNumbers(
    store,
    parts.map((_, n) => dayFloor(date) + Number.parseInt(sha256(`${kind}/${ref}/${n}`).slice(0, 8), 16)),
  );
  const numbered = rows.map(({ row }, n) => [...row, numbers[n]]);
  await insertAll(store, 'search_rows', [...COLUMNS, 'n'], numbered);
  const indexed = rows.map(({ terms }, n) => [numbers[n], terms]);
  await insertAll(store, 'search_index', ['rowid', 'terms'], indexed);
}

const COLUMNS = ['dossier', 'kind', 'ref', 'part', 'start', 'date', 'body'];

/**
 * SQLite's search index gives its rows by number: the day comes first in it, so that the newest are found without
 * looking at all. The rest is drawn from the row's key; the next free one where two keys meet.
 */
async function freeNumbers(store: Store, wanted: readonly number[]): Promise<number[]> {
  const taken = new Set<number>();
  const isTaken = async (n: number) => {
    const { rows } = await sql`select 1 from search_rows where n = ${n}`.execute(store.db);
    return rows.length > 0;
  };
  for (const first of wanted) {
    let n = first;
    while (taken.has(n) || (await isTaken(n))) n += 1;
    taken.add(n);
  }
  return [...taken];
}

/** Numbers of one day. */
const DAY_NUMBERS = 2 ** 32;
/** Days from year 1 to 1970, so that no day is below zero. */
const EPOCH = 719_162;

/** The lowest number of the day on which a partial date begins; 0 for none. */
export function dayFloor(date: string): number {
  const first = daysOf(date)?.first;
  return first === undefined ? 0 : Math.max(0, first + EPOCH) * DAY_NUMBERS;
}

/** A tsvector literal of terms with their positions: PostgreSQL's own parser would find other words. */
function vectorOf(terms: string): string {
  const positions = new Map<string, number[]>();
  for (const [index, term] of terms.split(' ').entries()) {
    if (term === '') continue;
    const list = positions.get(term) ?? [];
    // 16,383 is the last position it keeps, 256 the most a word has; a lexeme is at most 2 kB
    if (index < 16_383 && list.length < 255) list.push(index + 1);
    if (term.length < 1000) positions.set(term, list);
  }
  return [...positions]
    .map(
      ([term, list]) => `'${term.replace(/['\\]/g, '$&$&')}'${list.length > 0 ? `:${list.join(',')}` : ''}`,
    )
    .join(' ');
}
