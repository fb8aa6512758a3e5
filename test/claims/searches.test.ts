import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEvidence, recordSearch, undo } from '#evidence/claims/claims.ts';
import { importPackage } from '#package/package.ts';
import type { Store } from '#store/store.ts';
import { stores } from '#test/stores.ts';

const BY = { by: 'tester' };

describe.each(stores)('on $name', kind => {
  describe.skipIf(!kind.here)('a search for an answer', () => {
    let store: Store;
    let claim: string;
    beforeAll(async () => {
      store = await importPackage('test/cases/package', await kind.place('example'));
      claim = [...(await loadEvidence(store)).claims.keys()][0] ?? '';
    });
    afterAll(() => store.close());

    const search = { places: 'two archives', languages: 'en, es', found: 'nothing', at: '2026-01' };
    const found = async () => (await loadEvidence(store)).searches.filter(it => it.claim === claim);

    test('is on record with where, when and in which languages; a second stands beside it', async () => {
      const before = (await found()).length;
      await recordSearch(store, BY, { ...search, claim });
      await recordSearch(store, BY, { ...search, claim, found: 'a letter\nof the ministry' });
      const rows = await found();
      expect(rows).toHaveLength(before + 2);
      expect(rows.at(-1)).toMatchObject({ ...search, found: 'a letter of the ministry' });
      await undo(store, BY);
      expect(await found()).toHaveLength(before + 1);
    });

    test('is refused without a claim, a word or a date', async () => {
      await expect(recordSearch(store, BY, { ...search, claim: 'nope' })).rejects.toThrow('row.missing');
      await expect(recordSearch(store, BY, { ...search, claim, found: ' ' })).rejects.toThrow(
        'usage.missing',
      );
      await expect(recordSearch(store, BY, { ...search, claim, at: 'soon' })).rejects.toThrow('usage.value');
    });
  });
});
