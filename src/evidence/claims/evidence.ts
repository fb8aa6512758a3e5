/** Loads a dossier as the engines read it: every row once, claims joined with passage, text and source. */
import { type Claim, type Evidence, originOf } from '#evidence/claims/claim.ts';
import { findRow, readDossier, readRows, type Store } from '#store/store.ts';
import type { Row, TableName } from '#store/tables.ts';

const LISTS = [
  'translations',
  'bearings',
  'answers',
  'figures',
  'terms',
  'rates',
  'agreements',
  'measures',
  'requests',
  'replies',
  'events',
  'searches',
  'memberships',
  'holidays',
  'deadlines',
  'questions',
  'enclosures',
] as const satisfies readonly TableName[];

export async function loadEvidence(store: Store): Promise<Evidence> {
  const [dossier, parties, origins, subjects, claims] = await Promise.all([
    readDossier(store),
    byId(store, 'parties'),
    byId(store, 'origins'),
    byId(store, 'subjects'),
    loadClaims(store),
  ]);
  const lists = await Promise.all(LISTS.map(async table => [table, await readRows(store, table)] as const));
  return {
    dossier,
    parties,
    origins,
    subjects,
    claims: new Map(claims.map(row => [row.id, join(row.claim, row.passage, row.text, row.source, parties)])),
    ...(Object.fromEntries(lists) as unknown as Pick<Evidence, (typeof LISTS)[number]>),
  };
}

/**
 * The same evidence after further acts, whose subjects (`TABLE/ID`) are given: only what they touched is read again,
 * so that a dossier of a hundred thousand claims is not loaded anew for each.
 */
export async function renewEvidence(
  store: Store,
  before: Evidence,
  subjects: readonly string[],
): Promise<Evidence> {
  const touched = Map.groupBy(new Set(subjects), subject => subject.slice(0, subject.indexOf('/')));
  const ids = (table: string) => (touched.get(table) ?? []).map(it => it.slice(table.length + 1));
  const known = (table: 'parties' | 'origins') => ids(table).some(id => before[table].has(id));
  // a party, a source or a text that claims already hang on changes them all: that is rare, and read whole
  const rows = new Set(['sources', 'texts', 'passages'].flatMap(ids));
  const shared =
    rows.size > 0 &&
    [...before.claims.values()].some(it =>
      [it.source.id, it.text.id, it.passage.id].some(id => rows.has(id)),
    );
  if (touched.has('dossier') || known('parties') || known('origins') || shared) return loadEvidence(store);
  const maps = await Promise.all(
    (['parties', 'origins', 'subjects'] as const).map(async table => [
      table,
      await renewed<Row<typeof table>>(before[table], ids(table), id => findRow(store, table, id) as never),
    ]),
  );
  const lists = await Promise.all(
    LISTS.filter(table => touched.has(table)).map(
      async table => [table, await readRows(store, table)] as const,
    ),
  );
  const base = { ...before, ...Object.fromEntries([...maps, ...lists]) } as Evidence;
  return {
    ...base,
    claims: await renewed(before.claims, ids('claims'), id => oneClaim(store, id, base.parties)),
  };
}

/** A map by id with some rows read again: changed, gone, or new in their place. */
async function renewed<T extends { readonly id: string }>(
  before: ReadonlyMap<string, T>,
  ids: readonly string[],
  find: (id: string) => Promise<T | undefined>,
): Promise<ReadonlyMap<string, T>> {
  if (ids.length === 0) return before;
  const after = new Map(before);
  for (const id of ids) {
    const row = await find(id);
    if (row) after.set(id, row);
    else after.delete(id);
  }
  if (ids.every(id => before.has(id))) return after;
  return new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function oneClaim(store: Store, id: string, parties: Evidence['parties']): Promise<Claim | undefined> {
  const claim = await findRow(store, 'claims', id);
  const passage = claim && (await findRow(store, 'passages', claim.passage));
  const text = passage && (await findRow(store, 'texts', passage.text));
  const source = text && (await findRow(store, 'sources', text.source));
  return claim && passage && text && source ? join(claim, passage, text, source, parties) : undefined;
}

async function byId<T extends TableName>(store: Store, table: T): Promise<Map<string, Row<T>>> {
  const rows = await readRows(store, table);
  return new Map(rows.map(row => [row.id as string, row] as const));
}

async function loadClaims(store: Store) {
  const [claims, passages, texts, sources] = await Promise.all([
    readRows(store, 'claims'),
    byId(store, 'passages'),
    byId(store, 'texts'),
    byId(store, 'sources'),
  ]);
  return claims.map(claim => {
    const passage = known(passages, claim.passage);
    const text = known(texts, passage.text);
    return { id: claim.id, claim, passage, text, source: known(sources, text.source) };
  });
}

/** References were checked when the rows were written; a missing one here is our own fault and stays loud. */
function known<T>(rows: ReadonlyMap<string, T>, id: string): T {
  const row = rows.get(id);
  if (!row) throw new Error(`a row refers to ${id}, which is not there`);
  return row;
}

function join(
  claim: Row<'claims'>,
  passage: Row<'passages'>,
  text: Row<'texts'>,
  source: Row<'sources'>,
  parties: ReadonlyMap<string, Row<'parties'>>,
): Claim {
  return {
    ...claim,
    passage,
    text,
    source,
    place: claim.reach === 'host' && claim.host !== null ? claim.host : 'WLD',
    origin: originOf(claim, source, parties),
    abstract: text.kind === 'abstract',
  };
}
