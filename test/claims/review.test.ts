import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import {
  addFile,
  attachOriginal,
  decide,
  edit,
  linkAnswer,
  listClaims,
  loadEvidence,
  undo,
  waiting,
} from '#evidence/claims/claims.ts';
import { act, findRow, readRows, type Store, verifyStore } from '#store/store.ts';
import { a } from '#test/factories.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';

const by = { by: 'reviewer' };
const words =
  'Minister Ana Ruiz said that more than 200 doctors keep their passports.\n\nThe union said that wages were late.\n';

function fileOf(text: string): string {
  const path = `${tempFolder('article')}.txt`;
  writeFileSync(path, text);
  return path;
}

for (const kind of stores) {
  describe.skipIf(!kind.here)(`review on ${kind.name}`, () => {
    const added = async (): Promise<Store> => {
      const store = await newStore(kind);
      await addFile(store, by, fileOf(words), {
        title: 'An article',
        publisher: 'The Paper',
        date: '2020-05-01',
      });
      return store;
    };

    test('a file that is added is archived, read, and waits for a person', async () => {
      const store = await added();
      const [source] = await readRows(store, 'sources');
      expect(source).toMatchObject({
        id: 'an-article',
        held: 'original',
        file: sha256(words),
        grade: 'F',
        date: '2020-05-01',
      });
      expect(Buffer.from((await store.archive.read(sha256(words))) ?? []).toString()).toBe(words);
      expect((await waiting(store)).map(it => it.kind)).toEqual(
        expect.arrayContaining(['claim', 'figure', 'bearing']),
      );
      expect(listClaims(await loadEvidence(store))).toEqual([]);
      await expect(addFile(store, by, fileOf(words), {})).rejects.toMatchObject({
        code: 'file.duplicate',
        details: { where: 'an-article' },
      });
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('a source is kept in the language its text is in, unless a person says another', async () => {
      const store = await newStore(kind);
      const text = 'La ministra dijo que los médicos reciben su salario en el país al que fueron enviados.';
      await addFile(store, by, fileOf(text), { title: 'Una nota' });
      await addFile(store, by, fileOf(`${text} Hoy.`), { title: 'Otra', lang: 'pt' });
      const rows = await readRows(store, 'sources');
      expect(Object.fromEntries(rows.map(it => [it.title, it.lang]))).toEqual({
        'Una nota': 'es',
        Otra: 'pt',
      });
      await store.close();
    });

    test('accepting makes a claim with its exact words, its speaker and what a person sets', async () => {
      const store = await added();
      await decide(store, by, 'accept', ['an-article.text.c1'], {
        changes: { side: 'defending', credibility: '3' },
      });
      const [claim] = listClaims(await loadEvidence(store));
      expect(claim).toMatchObject({
        state: 'accepted',
        asserterName: 'Ana Ruiz',
        reporter: 'the-paper',
        side: 'defending',
        credibility: '3',
        mode: 'indirect',
      });
      expect(words.slice(claim?.passage.start, claim?.passage.end)).toBe(claim?.passage.exact);
      await expect(decide(store, by, 'reject', ['an-article.text.c1'])).rejects.toMatchObject({
        code: 'row.state',
      });
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('who goes on where the subject is left out asserts, and a pronoun for nobody is kept as printed', async () => {
      const store = await newStore(kind);
      const texts = [
        'La ministra Ana Ruiz aseguró que el salario es justo. Añadió que la vivienda es gratuita.',
        'Ella dijo que el salario es justo.',
      ];
      for (const [at, text] of texts.entries())
        await addFile(store, by, fileOf(text), { title: `Nota ${at}`, publisher: 'El Diario' });
      await decide(store, by, 'accept', ['nota-0.text.c2', 'nota-1.text.c1']);
      const claims = listClaims(await loadEvidence(store));
      expect(claims.map(it => [it.asserterName, it.reporter])).toEqual([
        ['Ana Ruiz', 'el-diario'],
        ['Ella', 'el-diario'],
      ]);
      await store.close();
    });

    test('a figure or bearing brings the claim around it, and wrong columns change nothing', async () => {
      const store = await added();
      const [figure] = (await waiting(store)).filter(it => it.kind === 'figure');
      await decide(store, by, 'accept', [figure?.id ?? ''], {
        changes: { counted: 'workers', unit: 'doctors' },
      });
      expect(await readRows(store, 'figures')).toMatchObject([
        {
          counted: 'workers',
          unit: 'doctors',
          low: 200,
          high: null,
          comparator: 'more-than',
          claim: 'an-article.text.c1',
        },
      ]);
      const [bearing] = (await waiting(store)).filter(it => it.kind === 'bearing');
      await decide(store, by, 'accept', [bearing?.id ?? ''], { standardOf: () => 'ilo-11-indicators' });
      expect(await readRows(store, 'bearings')).toMatchObject([
        { element: 'ilo11.documents', direction: 'rebuts', standard: 'ilo-11-indicators' },
      ]);
      await expect(edit(store, by, 'an-article.text.c1', { guilt: 'yes' })).rejects.toMatchObject({
        code: 'usage.value',
      });
      await expect(edit(store, by, 'an-article.text.c1', { side: 'evil' })).rejects.toMatchObject({
        code: 'package.value',
      });
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('what stands in a claim that is rejected goes with it, and comes back with an undo', async () => {
      const store = await added();
      const before = await readRows(store, 'proposals');
      const [figure] = before.filter(it => it.kind === 'figure');
      await decide(store, by, 'reject', ['an-article.text.c1', figure?.id ?? '']);
      expect(await findRow(store, 'proposals', figure?.id ?? '')).toMatchObject({ state: 'rejected' });
      expect((await waiting(store)).some(it => it.id === 'an-article.text.c2')).toBe(true);
      await undo(store, by);
      expect(await readRows(store, 'proposals')).toEqual(before);
      await store.close();
    });

    test('undo takes the last act back whole, and the history keeps both', async () => {
      const store = await added();
      const before = await readRows(store, 'proposals');
      await decide(store, by, 'accept', ['an-article.text.c1', 'an-article.text.c2']);
      expect(await undo(store, by)).toMatchObject({ act: 'accept' });
      expect(await readRows(store, 'proposals')).toEqual(before);
      expect(await readRows(store, 'claims')).toEqual([]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('one claim answers another; withdrawn claims stay visible as withdrawn', async () => {
      const store = await added();
      await decide(store, by, 'accept', ['an-article.text.c1', 'an-article.text.c2']);
      await linkAnswer(store, by, {
        claim: 'an-article.text.c2',
        answers: 'an-article.text.c1',
        kind: 'rebuts',
        reason: 'It says the opposite.',
      });
      await decide(store, by, 'withdraw', ['an-article.text.c2']);
      const [one, two] = listClaims(await loadEvidence(store));
      expect([one?.answeredBy, two?.state]).toEqual([['an-article.text.c2'], 'withdrawn']);
      await store.close();
    });

    test('an act on something that is not there does nothing at all', async () => {
      const store = await added();
      await expect(decide(store, by, 'accept', ['an-article.text.c1', 'nothing'])).rejects.toMatchObject({
        code: 'row.missing',
      });
      expect(await readRows(store, 'claims')).toEqual([]);
      await store.close();
    });

    test('the original of a cited source is archived, and its claims are re-anchored when a person accepts', async () => {
      const store = await newStore(kind);
      const abstract = 'A minister says that over 200 doctors have their passports.';
      await act(store, { ...by, act: 'add' }, async write => {
        await write.put('parties', a('parties'));
        await write.put('sources', a('sources'));
        await write.putText(a('texts', { sha256: sha256(abstract) }), abstract);
        await write.put('passages', a('passages', { exact: abstract, end: abstract.length, suffix: '' }));
        await write.put('claims', a('claims', { state: 'collected', proposition: abstract }));
      });
      expect(await attachOriginal(store, by, fileOf(words), 'source')).toEqual({
        source: 'source',
        proposals: 1,
      });
      expect(await findRow(store, 'sources', 'source')).toMatchObject({
        held: 'original',
        file: sha256(words),
      });
      const [anchor] = await waiting(store);
      expect(JSON.parse(anchor?.body ?? '{}')).toMatchObject({ oneOf: 1, found: 'close' });
      expect(anchor).toMatchObject({
        kind: 'anchor',
        claim: 'claim',
        exact: 'Minister Ana Ruiz said that more than 200 doctors keep their passports.',
      });
      await decide(store, by, 'accept', [anchor?.id ?? '']);
      const [claim] = listClaims(await loadEvidence(store));
      expect(claim).toMatchObject({ held: 'original', state: 'accepted', passage: { exact: anchor?.exact } });
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });
  });
}
