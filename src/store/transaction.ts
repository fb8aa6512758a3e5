/**
 * Transactions that may hold others: the outermost is the database's own, one inside of it can be taken back alone.
 * Several acts in one become durable together, which costs the disk once and not once for each.
 */
import { sql } from 'kysely';
import { asProblem } from '#store/faults.ts';
import type { Store } from '#store/open.ts';

/** Does `work` whole or not at all. Throws `store.locked`, `disk.full` and what `work` throws. */
export async function whole<T>(store: Store, work: (inside: Store) => Promise<T>): Promise<T> {
  try {
    if (store.db.isTransaction) return await inside(store, work);
    return await store.db.transaction().execute(trx => work({ ...store, db: trx }));
  } catch (error) {
    throw asProblem(error, store.location);
  }
}

/** Names of savepoints may meet: the innermost of a name is meant. */
async function inside<T>(store: Store, work: (inside: Store) => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(store.db);
  try {
    const result = await work(store);
    await sql`release savepoint part`.execute(store.db);
    return result;
  } catch (error) {
    await takeBack(store);
    throw error;
  }
}

/** A full disk has SQLite roll back everything by itself: a second fault would hide the first. */
async function takeBack(store: Store): Promise<void> {
  const undo = [sql`rollback to savepoint part`, sql`release savepoint part`];
  for (const statement of undo) await statement.execute(store.db).catch(() => undefined);
}
