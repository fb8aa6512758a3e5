/** A claim under protection, as no command puts one in a dossier without keys. */
import { openStore, readRows } from '#store/store.ts';

/** Past every check, straight in the table; answers which claim it is. */
export async function protectOne(folder: string): Promise<string> {
  const store = await openStore(folder);
  const id = (await readRows(store, 'claims'))[0]?.id ?? '';
  await store.db.updateTable('claims').set({ protection: 'protected' }).where('id', '=', id).execute();
  await store.close();
  return id;
}
