/** Puts a history and its rows into an empty store, verbatim: what import does with a package it has checked. */
import { appendEntry, project, projectDossier, putBody } from '#store/act.ts';
import { asProblem } from '#store/faults.ts';
import type { HistoryRecord, Payload } from '#store/history.ts';
import type { Store } from '#store/open.ts';
import { type Dossier, type Row, tableNames } from '#store/tables.ts';

/** One transaction. `bodies` are the texts by id. Later entries of a row replace earlier ones. */
export async function restore(
  store: Store,
  records: Iterable<HistoryRecord>,
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  try {
    await store.db.transaction().execute(async trx => {
      const inside = { ...store, db: trx };
      for (const [id, body] of bodies) await putBody(inside, id, body);
      const rows = new Map<string, Payload>();
      for (const { entry, salt, payload } of records) {
        await appendEntry(inside, entry, salt, payload);
        if (payload) rows.set(entry.subject, payload);
      }
      const standing = [...rows.values()].filter(payload => !payload.taken);
      for (const payload of standing)
        if (payload.table === 'dossier') await projectDossier(inside, payload.row as unknown as Dossier);
      for (const table of tableNames) {
        for (const payload of standing)
          if (payload.table === table)
            await project(inside, table, payload.row as unknown as Row<typeof table>);
      }
    });
  } catch (error) {
    throw asProblem(error, store.location);
  }
}
