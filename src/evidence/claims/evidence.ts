/** Loads a dossier as the engines read it: every row once, claims joined with passage, text and source. */
import { type Claim, type Evidence, originOf } from '#evidence/claims/claim.ts';
import { readDossier, readRows, type Store } from '#store/store.ts';
import type { Row, TableName } from '#store/tables.ts';

const LISTS = [
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
