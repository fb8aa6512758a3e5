/**
 * The door of the store: one dossier, in an embedded folder, in memory or on a PostgreSQL server, behind
 * the same queries. Every change is an act: rows and their history entries in one transaction.
 */
import { type Actor, act } from '#store/act.ts';
import { emptyInMemory, makeWhole, openStore, type Store } from '#store/open.ts';
import type { Dossier } from '#store/tables.ts';

export { type Actor, act, payloadOf, type Write } from '#store/act.ts';
export type { Archive } from '#store/archive.ts';
export { checkRow, isClean, type RowFault, referencesOf } from '#store/check.ts';
export { asProblem } from '#store/faults.ts';
export { anywhere, folded } from '#store/folded.ts';
export {
  ACTS,
  type Act,
  type Checkpoint,
  changesSince,
  checkpointOf,
  commitTo,
  type Entry,
  entryHash,
  foundingSalt,
  type HistoryRecord,
  hashOfEntry,
  historyOf,
  type Payload,
  readHistory,
} from '#store/history.ts';
export { emptyInMemory, isServer, makeWhole, openStore, type Store } from '#store/open.ts';
export { restore } from '#store/restore.ts';
export { findRow, findRows, readDossier, readRows, readText } from '#store/rows.ts';
export { findRefs, type Hit, searchText } from '#store/search.ts';
export { whole } from '#store/transaction.ts';
export { anchorFaults, type Verified, verifyHistory, verifyStore } from '#store/verify.ts';

/** A new dossier with nothing in it. Throws `store.exists`. */
export async function createStore(
  location: string,
  dossier: Dossier,
  actor: Actor = { by: 'local' },
): Promise<Store> {
  await makeWhole(location, dossier.id, store =>
    act(store, { ...actor, act: 'add' }, write => write.putDossier(dossier)),
  );
  return openStore(location);
}

/** The same in memory. */
export async function memoryStore(dossier: Dossier, actor: Actor = { by: 'local' }): Promise<Store> {
  const store = await emptyInMemory(dossier.id);
  await act(store, { ...actor, act: 'add' }, write => write.putDossier(dossier));
  return store;
}
