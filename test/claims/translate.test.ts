import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { listClaims, loadEvidence, translate, undo, untranslate } from '#evidence/claims/claims.ts';
import { exportPackage, importPackage } from '#package/package.ts';
import { act, findRefs, historyOf, readRows, type Store, verifyStore } from '#store/store.ts';
import { a } from '#test/factories.ts';
import { filesIn } from '#test/files.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';
import { propositionIn } from '#words/claims.ts';

const by = { by: 'ana' };

for (const kind of stores) {
  describe.skipIf(!kind.here)(`translation on ${kind.name}`, () => {
    const opened: Store[] = [];
    afterAll(async () => {
      for (const store of opened) await store.close();
    });
    const withClaim = async () => {
      const store = await newStore(kind);
      opened.push(store);
      const body = 'Words.\n';
      await act(store, { ...by, act: 'add' }, async write => {
        await write.put('parties', a('parties'));
        await write.put('sources', a('sources'));
        await write.putText(a('texts', { sha256: sha256(body) }), body);
        await write.put('passages', a('passages'));
        await write.put('claims', a('claims', { proposition: 'Passports are kept.' }));
      });
      return store;
    };
    const line = async (store: Store) => listClaims(await loadEvidence(store))[0];

    test('is an act of a person; the claim keeps its own words', async () => {
      const store = await withClaim();
      const id = await translate(store, by, {
        claim: 'claim',
        lang: 'es',
        proposition: ' Se retienen los pasaportes. ',
      });
      expect(id).toBe('claim.es');
      const claim = await line(store);
      expect(claim?.proposition).toBe('Passports are kept.');
      expect(claim?.translations).toEqual([
        { lang: 'es', proposition: 'Se retienen los pasaportes.', by: 'ana' },
      ]);
      expect(claim && propositionIn(claim, 'es')).toBe('Se retienen los pasaportes. (traducido por ana)');
      expect(claim && propositionIn(claim, 'pt')).toBe('Passports are kept.');
      expect((await historyOf(store, 'translations/claim.es')).map(it => it.entry.act)).toEqual([
        'translate',
      ]);
    });

    test('is found by its words, and no longer when it is taken back', async () => {
      const store = await withClaim();
      await translate(store, by, { claim: 'claim', lang: 'es', proposition: 'Se retienen los pasaportes.' });
      expect([...(await findRefs(store, 'pasaporte', 'claim'))]).toEqual(['claim']);
      expect((await verifyStore(store)).failures).toEqual([]);
      await untranslate(store, by, 'claim', 'es');
      expect([...(await findRefs(store, 'pasaporte', 'claim'))]).toEqual([]);
      expect([...(await findRefs(store, 'passport', 'claim'))]).toEqual(['claim']);
      expect((await verifyStore(store)).failures).toEqual([]);
    });

    test('a further one in the same language takes its place, and undo brings the former back', async () => {
      const store = await withClaim();
      await translate(store, by, { claim: 'claim', lang: 'es', proposition: 'Uno.' });
      await translate(store, by, { claim: 'claim', lang: 'es', proposition: 'Dos.' });
      expect((await readRows(store, 'translations')).map(it => it.proposition)).toEqual(['Dos.']);
      await undo(store, by);
      expect((await readRows(store, 'translations')).map(it => it.proposition)).toEqual(['Uno.']);
    });

    test('refuses what names no language, no words, no claim, and the language the words are in', async () => {
      const store = await withClaim();
      const given = { claim: 'claim', lang: 'es', proposition: 'Palabras.' };
      for (const lang of ['', 'klingon language', 'xx-', 'zz', '../es', 'e'])
        await expect(translate(store, by, { ...given, lang })).rejects.toMatchObject({ code: 'usage.value' });
      await expect(translate(store, by, { ...given, proposition: ' \n' })).rejects.toMatchObject({
        code: 'usage.missing',
      });
      await expect(translate(store, by, { ...given, claim: 'none' })).rejects.toMatchObject({
        code: 'row.missing',
      });
      await act(store, { ...by, act: 'edit' }, async write => {
        await write.put('texts', { ...a('texts', { sha256: sha256('Words.\n') }), kind: 'extracted' });
        await write.put('claims', a('claims', { proposition: 'Words' }));
      });
      await expect(translate(store, by, { ...given, lang: 'en' })).rejects.toMatchObject({
        code: 'usage.value',
      });
      expect(await readRows(store, 'translations')).toEqual([]);
    });

    test('goes in and out of a package byte for byte', async () => {
      const store = await withClaim();
      await translate(store, by, {
        claim: 'claim',
        lang: 'pt-BR',
        proposition: '=Os passaportes são retidos.',
      });
      const [first, second] = [tempFolder('out'), tempFolder('again')];
      await exportPackage(store, first);
      const again = await importPackage(first, (await kind.place('x')).replace(/\?.*/, ''));
      opened.push(again);
      await exportPackage(again, second);
      expect(filesIn(second)).toEqual(filesIn(first));
      expect([...(await findRefs(again, 'passaporte', 'claim'))]).toEqual(['claim']);
    });
  });
}
