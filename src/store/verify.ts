/** Recomputes everything a store says of itself: chain, commitments, rows against history, texts, anchors, files. */
import { sql } from 'kysely';
import { canonical, type Json } from '#core/canonical.ts';
import { NO_HASH, sha256 } from '#core/hash.ts';
import {
  type Checkpoint,
  commitTo,
  type HistoryRecord,
  hashOfEntry,
  type Payload,
  readHistory,
} from '#store/history.ts';
import type { Store } from '#store/open.ts';
import { readDossier, readRows, readText } from '#store/rows.ts';
import { type Row, tableNames } from '#store/tables.ts';

export interface Verified {
  readonly ok: boolean;
  readonly checked: {
    readonly sources: number;
    readonly passages: number;
    readonly entries: number;
    readonly findings: number;
  };
  /** One line each: which file, row or entry, and what is wrong with it. */
  readonly failures: readonly string[];
}

export async function verifyStore(store: Store, checkpoint?: Checkpoint): Promise<Verified> {
  const history = await verifyHistory(readHistory(store), checkpoint);
  const rows = await compareRows(store, history.rows);
  const texts = await verifyTexts(store);
  const files = await verifyFiles(store);
  const kept = [
    ...(await verifyKept(store, history.hashes)),
    ...(await verifySearch(store)),
    ...(await verifyDatabase(store)),
  ];
  const failures = [...history.failures, ...rows, ...texts.failures, ...files.failures, ...kept];
  const findings = (await readRows(store, 'findings')).length;
  return {
    ok: failures.length === 0,
    checked: { sources: files.sources, passages: texts.passages, entries: history.entries, findings },
    failures,
  };
}

/** The chain and its commitments, and the rows that follow from it. */
export async function verifyHistory(records: AsyncIterable<HistoryRecord>, checkpoint?: Checkpoint) {
  const failures: string[] = [];
  const rows = new Map<string, Payload>();
  let before = { seq: 0, hash: NO_HASH, at: '' };
  const hashes: string[] = [];
  let held = checkpoint === undefined || (checkpoint.seq === 0 && checkpoint.hash === NO_HASH);
  for await (const { entry, salt, payload } of records) {
    const wrong = (why: string) => failures.push(`history entry ${entry.seq}: ${why}`);
    if (entry.seq !== before.seq + 1) wrong(`follows entry ${before.seq}`);
    if (entry.prev !== before.hash) wrong('does not follow from the entry before');
    if (entry.at < before.at) wrong('is earlier than the entry before');
    if (payload && (salt === null || commitTo(salt, payload) !== entry.commit))
      wrong(`${entry.subject} is not what was committed to`);
    if (payload && `${payload.table}/${payload.row.id}` !== entry.subject) wrong('speaks of another row');
    if (payload) rows.set(entry.subject, payload);
    before = { seq: entry.seq, hash: hashOfEntry(entry), at: entry.at };
    hashes.push(before.hash);
    if (checkpoint?.seq === entry.seq) held = checkpoint.hash === before.hash;
  }
  if (!held) failures.push(`checkpoint: entry ${checkpoint?.seq} is missing or is not the one that was held`);
  return { failures, rows, hashes, entries: before.seq };
}

/** Every row must follow from the history, and every row of the history must be there. */
async function compareRows(store: Store, expected: ReadonlyMap<string, Payload>): Promise<string[]> {
  const failures: string[] = [];
  const seen = new Set<string>();
  const dossier = await readDossier(store);
  const compare = (subject: string, row: unknown) => {
    seen.add(subject);
    const payload = expected.get(subject);
    if (!payload || payload.taken) failures.push(`${subject}: no entry of the history made this row`);
    else if (canonical(payload.row as Json) !== canonical(row as Json))
      failures.push(`${subject}: differs from its history`);
  };
  compare(`dossier/${dossier.id}`, dossier);
  for (const table of tableNames)
    for (const row of await readRows(store, table)) compare(`${table}/${row.id}`, row);
  for (const [subject, payload] of expected)
    if (!payload.taken && !seen.has(subject))
      failures.push(`${subject}: is in the history and not in its table`);
  return failures;
}

async function verifyTexts(store: Store) {
  const failures: string[] = [];
  const passages = Map.groupBy(await readRows(store, 'passages'), passage => passage.text);
  for (const text of await readRows(store, 'texts')) {
    const body = await readText(store, text.id);
    if (body === undefined || sha256(body) !== text.sha256)
      failures.push(`texts/${text.id}: its text is not the one that was hashed`);
    for (const passage of passages.get(text.id) ?? []) failures.push(...anchorFaults(passage, body ?? ''));
  }
  return { failures, passages: [...passages.values()].flat().length };
}

/** Whether a passage's words stand where it says, with what it says around them. */
export function anchorFaults(passage: Row<'passages'>, body: string): string[] {
  const { id, start, end, exact, prefix, suffix } = passage;
  if (body.slice(start, end) !== exact) return [`passages/${id}: its words are not at ${start}–${end}`];
  const around = body.slice(0, start).endsWith(prefix) && body.slice(end).startsWith(suffix);
  return around ? [] : [`passages/${id}: what stands around its words is different`];
}

/** Hashes that the store keeps beside its entries, so that the next entry need not recompute them. */
async function verifyKept(store: Store, hashes: readonly string[]): Promise<string[]> {
  const kept = await store.db
    .selectFrom('history')
    .select(['seq', 'hash'])
    .where('dossier', '=', store.dossier)
    .orderBy('seq')
    .execute();
  return kept
    .filter(({ hash }, index) => hash !== hashes[index])
    .map(({ seq }) => `history entry ${seq}: the hash kept beside it is another`);
}

/** What search finds must be the words that are there. */
async function verifySearch(store: Store): Promise<string[]> {
  const rows = await store.db
    .selectFrom('search_rows')
    .select(['kind', 'ref', 'start', 'body'])
    .where('dossier', '=', store.dossier)
    .orderBy('kind')
    .orderBy('ref')
    .orderBy('part')
    .execute();
  const propositions = new Map((await readRows(store, 'claims')).map(claim => [claim.id, claim.proposition]));
  const failures: string[] = [];
  const bodies = new Map<string, string>();
  for (const { kind, ref, start, body } of rows) {
    if (kind === 'paragraph' && !bodies.has(ref)) bodies.set(ref, (await readText(store, ref)) ?? '');
    const expected =
      kind === 'claim' ? propositions.get(ref) : bodies.get(ref)?.slice(start, start + body.length);
    if (body !== expected) failures.push(`search/${kind}/${ref}: is not what the dossier says`);
  }
  const indexed = new Set(rows.filter(row => row.kind === 'claim').map(row => row.ref));
  const missing = [...propositions.keys()].filter(id => !indexed.has(id));
  return [...failures, ...missing.map(id => `search/claim/${id}: is missing`)];
}

/** SQLite's own check of its pages and indexes, the search index among them. */
async function verifyDatabase(store: Store): Promise<string[]> {
  if (store.kind !== 'sqlite') return [];
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(store.db);
  return rows
    .map(row => row.integrity_check)
    .filter(line => line !== 'ok')
    .map(line => `database: ${line.replaceAll('\n', ' ')}`);
}

async function verifyFiles(store: Store) {
  const failures: string[] = [];
  const sources = await readRows(store, 'sources');
  for (const { id, file } of sources) {
    if (file === null) continue;
    const bytes = await store.archive.read(file);
    if (!bytes) failures.push(`sources/${id}: its original ${file} is not in the archive`);
    else if (sha256(bytes) !== file) failures.push(`sources/${id}: its original ${file} has changed`);
  }
  return { failures, sources: sources.length };
}
