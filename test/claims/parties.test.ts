/** Parties: everything on one of them, other names, and two that are one. */
import { describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import {
  addBytes,
  decide,
  editParty,
  findParty,
  listClaims,
  listParties,
  loadEvidence,
  mergeParties,
  undo,
  waiting,
  wholeParty,
} from '#evidence/claims/claims.ts';
import { idsByName } from '#evidence/claims/named.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { act, readRows, type Store, verifyStore } from '#store/store.ts';
import { tableNames } from '#store/tables.ts';
import { a, someEvidence } from '#test/factories.ts';
import { newStore, stores } from '#test/stores.ts';

const by = { by: 'tester' };

describe('a party', () => {
  const evidence = someEvidence(
    [
      { id: 'c1', asserter: 'ministry', side: 'defending', proposition: 'All is well.' },
      { id: 'c2', asserter: 'union', side: 'critical', proposition: 'The MOH keeps passports.' },
      { id: 'c3', asserter: 'union', side: 'critical', proposition: 'They told us of a moh.' },
      { id: 'c4', asserter: 'union', proposition: 'Ministerio de Salúd pays late.' },
    ],
    {
      parties: [
        { id: 'union', name: 'The Union' },
        { id: 'ministry', name: 'Ministry of Health', aliases: 'MOH; Ministerio de Salud', parent: 'sender' },
      ],
      requests: [{ addressees: 'sender ministry', asker: 'union' }],
      measures: [{ authority: 'ministry' }],
      terms: [{ payer: 'ministry' }],
    },
  );

  test('shows what it asserts and what is said of it, by its names as they are written', () => {
    const whole = wholeParty(evidence, 'ministry');
    expect(whole?.claims.map(it => it.id)).toEqual(['c1']);
    expect(whole?.naming.map(it => it.id)).toEqual(['c2', 'c4']);
    expect([whole?.requests.length, whole?.measures.length, whole?.terms.length]).toEqual([1, 1, 1]);
    expect(wholeParty(evidence, 'sender')?.bodies).toEqual(['ministry']);
  });

  test('is called by what its name holds too, where no other party holds it', () => {
    const { parties } = someEvidence([], {
      parties: [
        { id: 'oho', name: 'Other Health Organization (OHO)' },
        { id: 'one', name: 'Ministry of Work (MOW)' },
        { id: 'two', name: 'Ministry of Water (MOW)', aliases: 'Water (the old one)' },
      ],
    });
    const named = idsByName(parties.values());
    expect(['Other Health Organization', 'OHO', 'Ministry of Work'].map(it => named.get(it))).toEqual([
      'oho',
      'oho',
      'one',
    ]);
    expect([named.get('MOW'), named.get('the old one'), named.get('Water')]).toEqual([
      undefined,
      undefined,
      'two',
    ]);
  });

  test('is found by id, by name or alias, and by a part that only one has', () => {
    for (const asked of ['ministry', 'Ministry of Health', 'MOH', 'salud', 'inistry of'])
      expect(findParty(evidence, asked)?.id, asked).toBe('ministry');
    expect(findParty(evidence, 'nobody')).toBeUndefined();
    expect(findParty(evidence, '')).toBeUndefined();
    expect(listParties(evidence)[0]).toMatchObject({ id: 'union', asserts: { critical: 2, neutral: 1 } });
  });
});

describe.each(stores)('on $name', kind => {
  async function dossier(): Promise<Store> {
    const store = await newStore(kind);
    const words = 'Words.\n';
    await act(store, { ...by, act: 'add' }, async write => {
      await write.put('parties', a('parties'));
      await write.put('parties', a('parties', { id: 'moh', name: 'MOH', parent: 'sender' }));
      await write.put('parties', a('parties', { id: 'ministry', name: 'Ministry of Health', parent: 'moh' }));
      await write.put('parties', a('parties', { id: 'club', name: 'Club', members: 'moh sender' }));
      await write.put('origins', a('origins', { party: 'moh' }));
      await write.put('sources', a('sources', { origin: 'moh' }));
      await write.putText(a('texts', { sha256: sha256(words) }), words);
      await write.put('passages', a('passages'));
      await write.put('claims', a('claims', { asserter: 'moh', reporter: 'moh', origin: 'moh' }));
      await write.put('requests', a('requests', { addressees: 'moh ministry' }));
    });
    return store;
  }
  const all = async (store: Store) => {
    const rows = await Promise.all(tableNames.map(async it => [it, await readRows(store, it)] as const));
    return Object.fromEntries(rows);
  };

  test.skipIf(!kind.here)(
    'two that are one become one, whatever names them, and an undo parts them again',
    async () => {
      const store = await dossier();
      const before = await all(store);
      await mergeParties(store, by, 'moh', 'ministry');
      const after = await all(store);
      expect(after.parties?.find(it => it.id === 'ministry')).toMatchObject({
        aliases: 'MOH',
        parent: 'sender',
      });
      expect(after.parties?.find(it => it.id === 'club')).toMatchObject({ members: 'ministry sender' });
      expect(after.claims).toMatchObject([
        { asserter: 'ministry', reporter: 'ministry', origin: 'ministry' },
      ]);
      expect(after.requests).toMatchObject([{ addressees: 'ministry' }]);
      expect(JSON.stringify(after)).not.toContain('"moh"');
      expect((await verifyStore(store)).failures).toEqual([]);
      await undo(store, by);
      expect(await all(store)).toEqual(before);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    },
  );

  test.skipIf(!kind.here)(
    'an alias makes later speakers of that name this party; a name is nobody else’s',
    async () => {
      const store = await dossier();
      await editParty(store, by, 'ministry', { aliases: ' Ana  Ruiz;Ana Ruiz; ' });
      const text = 'Minister Ana Ruiz said that the doctors kept their passports.';
      await addBytes(store, by, Buffer.from(text), 'a.txt', { publisher: 'The Paper' }, await loadLexicons());
      const [claim] = (await waiting(store)).filter(it => it.kind === 'claim');
      await decide(store, by, 'accept', [claim?.id ?? '']);
      const lines = listClaims(await loadEvidence(store));
      expect(lines.find(it => it.id === claim?.id)?.asserter).toBe('ministry');
      await expect(editParty(store, by, 'sender', { aliases: 'MOH' })).rejects.toMatchObject({
        code: 'party.name',
      });
      await expect(editParty(store, by, 'moh', { parent: 'ministry' })).rejects.toMatchObject({
        code: 'party.loop',
      });
      await expect(editParty(store, by, 'nobody', {})).rejects.toMatchObject({ code: 'row.missing' });
      await expect(mergeParties(store, by, 'moh', 'moh')).rejects.toMatchObject({ code: 'usage.value' });
      await store.close();
    },
  );
});
