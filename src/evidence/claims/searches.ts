/** A search for an answer to a claim, put on record: without it nobody may say that none was found. */
import { isPartialDate } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { firstFree } from '#core/ids.ts';
import { type Actor, act, findRow, findRows, type Store } from '#store/store.ts';
import { oneLine } from '#words/language.ts';

export interface Searched {
  readonly claim: string;
  /** Archives, sites, registers. */
  readonly places: string;
  readonly languages: string;
  /** What came of it. */
  readonly found: string;
  /** A partial date. */
  readonly at: string;
}

/** Answers its id. Throws `row.missing`, `usage.value` for what is empty or no date. */
export async function recordSearch(store: Store, actor: Actor, searched: Searched): Promise<string> {
  const { claim, at } = searched;
  const row = await findRow(store, 'claims', claim);
  if (!row) throw new Problem('row.missing', { where: 'claim', what: claim });
  if (!isPartialDate(at)) throw new Problem('usage.value', { what: at, where: 'searched (date)' });
  const [places, languages, found] = (['places', 'languages', 'found'] as const).map(field => {
    const words = oneLine(searched[field]).trim();
    if (words === '') throw new Problem('usage.missing', { where: 'searched', what: field });
    return words;
  }) as [string, string, string];
  return act(store, { ...actor, act: 'answer' }, async write => {
    const taken = new Set((await findRows(write.store, 'searches', 'claim', claim)).map(it => it.id));
    const id = await firstFree(`${claim}.s`, it => taken.has(it));
    await write.put('searches', { id, claim, about: row.proposition, places, at, languages, found });
    return id;
  });
}
