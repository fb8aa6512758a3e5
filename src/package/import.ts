/** A package becomes a dossier: its history verbatim, or founding entries, and one entry per difference. */
import { canonical, type Json } from '#core/canonical.ts';
import { NO_HASH, randomSalt } from '#core/hash.ts';
import { type Package, readPackage } from '#package/read.ts';
import {
  commitTo,
  type Entry,
  emptyInMemory,
  foundingSalt,
  type HistoryRecord,
  hashOfEntry,
  isServer,
  makeWhole,
  openStore,
  type Payload,
  payloadOf,
  restore,
  type Store,
} from '#store/store.ts';
import { type Dossier, type Row, type TableName, tableNames } from '#store/tables.ts';

/** Into a new store; nothing half-written. Throws `package.*`, `store.exists`. */
export async function importPackage(source: string, location: string): Promise<Store> {
  const whole = await readPackage(source);
  const dossier = whole.dossier.id;
  await makeWhole(location, dossier, store => fill(store, whole));
  const named =
    isServer(location) && !location.includes('dossier=')
      ? `${location}${location.includes('?') ? '&' : '?'}dossier=${dossier}`
      : location;
  return openStore(named);
}

/** To look at only: in memory, read-only. */
export async function importIntoMemory(source: string): Promise<Store> {
  const whole = await readPackage(source);
  const store = await emptyInMemory(whole.dossier.id, source);
  await fill(store, whole);
  return { ...store, readOnly: true };
}

async function fill(store: Store, whole: Package): Promise<void> {
  for (const bytes of whole.files.values()) await store.archive.write(bytes);
  await restore(store, recordsOf(whole), whole.bodies);
}

/** The history of a package: what it carries, completed so that every row follows from it. */
export function recordsOf(whole: Package, now = () => new Date().toISOString()): HistoryRecord[] {
  const standing = new Map<string, string>();
  for (const { entry, payload } of whole.history)
    if (payload) standing.set(entry.subject, canonical(payload as unknown as Json));
  const payloads = payloadsOf(whole);
  const missing = payloads.filter(
    ([subject, payload]) => standing.get(subject) !== canonical(payload as unknown as Json),
  );
  const last = whole.history.at(-1)?.entry;
  if (!last) return chain(null, missing, ([, payload]) => founding(whole.dossier, payload));
  const subjects = new Set(payloads.map(([subject]) => subject));
  const gone = [...standing].filter(
    ([subject, text]) => !subjects.has(subject) && !text.includes('"taken":true'),
  );
  const taken = gone.map(([subject, text]): [string, Payload] => [subject, takenPayload(text)]);
  const at = [now(), last.at].sort().at(-1) ?? last.at;
  return [
    ...whole.history,
    ...chain(last, [...missing, ...taken], () => ({
      at,
      by: 'package',
      act: 'differ' as const,
      salt: randomSalt(),
    })),
  ];
}

type Given = Pick<Entry, 'at' | 'by' | 'act'> & { readonly salt: string };

function founding(dossier: Dossier, payload: Payload): Given {
  const salt = foundingSalt(dossier.id, payload.table, String(payload.row.id));
  return { at: dossier.created, by: 'package', act: 'import', salt };
}

/** Entries for payloads, chained after `last`. */
function chain(
  last: Entry | null,
  payloads: readonly [string, Payload][],
  given: (it: [string, Payload]) => Given,
): HistoryRecord[] {
  let prev = last ? hashOfEntry(last) : NO_HASH;
  let seq = last?.seq ?? 0;
  return payloads.map(([subject, payload]) => {
    const { salt, ...who } = given([subject, payload]);
    seq += 1;
    const entry: Entry = { seq, ...who, subject, prev, commit: commitTo(salt, payload) };
    prev = hashOfEntry(entry);
    return { entry, salt, payload };
  });
}

function takenPayload(text: string): Payload {
  const { table, row } = JSON.parse(text) as Payload;
  return { table, row: { id: row.id ?? null }, taken: true };
}

/** Every row as the payload of its entry: the dossier first, then the tables in their order, each by id. */
export function payloadsOf({ dossier, rows }: Pick<Package, 'dossier' | 'rows'>): [string, Payload][] {
  const first: [string, Payload] = [
    `dossier/${dossier.id}`,
    { table: 'dossier', row: dossier as unknown as Payload['row'] },
  ];
  const rest = tableNames.flatMap(table =>
    sortedRows(rows[table] as readonly Row<TableName>[]).map((row): [string, Payload] => [
      `${table}/${row.id}`,
      payloadOf(table, row as Row<TableName>),
    ]),
  );
  return [first, ...rest];
}

function sortedRows<R extends { readonly id: unknown }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}
