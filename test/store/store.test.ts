import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import {
  act,
  checkpointOf,
  createStore,
  findRow,
  openStore,
  readHistory,
  readRows,
  readText,
  type Store,
  searchText,
  verifyStore,
  whole,
} from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';

const by = { by: 'tester' };

for (const kind of stores) {
  describe.skipIf(!kind.here)(`a store on ${kind.name}`, () => {
    const opened: Store[] = [];
    afterAll(async () => {
      for (const store of opened) await store.close();
    });
    const fresh = async () => {
      const store = await newStore(kind);
      opened.push(store);
      return store;
    };
    const withSource = async (body = 'Words.\n') => {
      const store = await fresh();
      await act(store, { ...by, act: 'add' }, async write => {
        await write.put('parties', a('parties'));
        await write.put('sources', a('sources'));
        await write.putText(a('texts', { sha256: sha256(body) }), body);
      });
      return store;
    };

    test('several acts at once stay acts of their own, and one that fails goes alone', async () => {
      const store = await fresh();
      const add = (inside: Store, id: string, fails = false) =>
        act(inside, { ...by, act: 'add' }, async write => {
          await write.put('parties', a('parties', { id }));
          if (fails) throw new Error('in the middle');
        });
      await whole(store, async inside => {
        await add(inside, 'first');
        await expect(add(inside, 'second', true)).rejects.toThrow('in the middle');
        await add(inside, 'third');
      });
      const failing = whole(store, async inside => {
        await add(inside, 'fourth');
        throw new Error('after it');
      });
      await expect(failing).rejects.toThrow('after it');
      expect((await readRows(store, 'parties')).map(it => it.id)).toEqual(['first', 'third']);
      const times = (await store.db.selectFrom('history').select('at').distinct().execute()).length;
      expect(times).toBe(3);
      expect((await verifyStore(store)).failures).toEqual([]);
    });

    test('adds to a store of an older version what it did not have, and leaves it alone where it may not write', async () => {
      const dossier = aDossier();
      const place = await kind.place(dossier.id);
      const store = await createStore(place, dossier, by);
      for (const table of ['relations', 'translations', 'jobs', 'job_items'] as const)
        await store.db.schema.dropTable(table).execute();
      await store.db.updateTable('dossiers').set({ version: 1 }).execute();
      await store.close();
      await expect(openStore(place, { readOnly: true })).rejects.toMatchObject({
        code: 'store.old',
      });
      const opened = await openStore(place);
      expect(await readRows(opened, 'relations')).toEqual([]);
      expect((await verifyStore(opened)).ok).toBe(true);
      await opened.close();
      await (await openStore(place, { readOnly: true })).close();
    });

    test('keeps what an act writes, with an entry of the history for each row', async () => {
      const store = await withSource();
      expect(await findRow(store, 'sources', 'source')).toEqual(a('sources'));
      expect(await readText(store, 'source.abstract')).toBe('Words.\n');
      const entries = [];
      for await (const { entry } of readHistory(store))
        entries.push(`${entry.seq} ${entry.act} ${entry.subject}`);
      expect(entries).toEqual([
        `1 add dossier/${store.dossier}`,
        '2 add parties/sender',
        '3 add sources/source',
        '4 add texts/source.abstract',
      ]);
      expect(await verifyStore(store)).toMatchObject({ ok: true, checked: { sources: 1, entries: 4 } });
    });

    test('writes nothing of an act that fails', async () => {
      const store = await withSource();
      const failing = act(store, { ...by, act: 'edit' }, async write => {
        await write.put('sources', a('sources', { title: 'Another' }));
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect((await findRow(store, 'sources', 'source'))?.title).toBe('A source');
      expect((await verifyStore(store)).ok).toBe(true);
    });

    test.each([
      ['an unknown word', { grade: 'Z' }, 'package.value'],
      ['a date that is none', { date: '2020-13' }, 'package.value'],
      ['a NUL', { title: 'a\0b' }, 'package.value'],
      ['half of a surrogate pair', { title: 'a\ud800b' }, 'package.value'],
      ['an id with capitals', { id: 'Source' }, 'package.value'],
      ['an id that climbs', { id: 'a..b' }, 'package.value'],
      ['a party that is not there', { origin: 'nobody' }, 'package.reference'],
    ])('refuses %s', async (_, wrong, code) => {
      const store = await withSource();
      const refused = act(store, { ...by, act: 'edit' }, write =>
        write.put('sources', a('sources', wrong as never)),
      );
      await expect(refused).rejects.toMatchObject({ code });
      expect((await verifyStore(store)).ok).toBe(true);
    });

    test('refuses protected material until there are keys', async () => {
      const store = await withSource();
      const refused = act(store, { ...by, act: 'add' }, async write => {
        await write.put('passages', a('passages'));
        await write.put('claims', a('claims', { protection: 'protected' }));
      });
      await expect(refused).rejects.toMatchObject({ code: 'protected.refused' });
    });

    test('queues acts that are begun at once', async () => {
      const store = await withSource();
      const acts = Array.from({ length: 8 }, (_, n) =>
        act(store, { ...by, act: 'add' }, write => write.put('parties', a('parties', { id: `p${n}` }))),
      );
      await Promise.all(acts);
      expect(await readRows(store, 'parties')).toHaveLength(9);
      expect((await verifyStore(store)).ok).toBe(true);
    });

    test('takes a row back, and its history stays', async () => {
      const store = await withSource();
      await act(store, { ...by, act: 'add' }, write => write.put('parties', a('parties', { id: 'gone' })));
      await act(store, { ...by, act: 'undo' }, write => write.take('parties', 'gone'));
      expect(await findRow(store, 'parties', 'gone')).toBeUndefined();
      expect(await verifyStore(store)).toMatchObject({ ok: true, checked: { entries: 6 } });
    });

    test('never lets time run backwards', async () => {
      const store = await fresh();
      for (const at of ['2030-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z']) {
        await act(store, { ...by, at, act: 'add' }, write =>
          write.put('parties', a('parties', { id: `p${at.slice(0, 4)}` })),
        );
      }
      const times = [];
      for await (const { entry } of readHistory(store)) times.push(entry.at);
      expect(times).toEqual([...times].sort());
      expect(new Set(times).size).toBe(3);
    });

    test('finds a row that was changed behind its history, and names it', async () => {
      const store = await withSource();
      await store.db
        .updateTable('sources')
        .set({ title: 'Forged' })
        .where('dossier', '=', store.dossier)
        .execute();
      expect((await verifyStore(store)).failures).toEqual(['sources/source: differs from its history']);
    });

    test('finds a changed entry, payload, text and passage', async () => {
      const store = await withSource();
      await act(store, { ...by, act: 'add' }, write => write.put('passages', a('passages')));
      await store.db
        .updateTable('bodies')
        .set({ body: 'Swords.\n' })
        .where('dossier', '=', store.dossier)
        .execute();
      await store.db
        .updateTable('history')
        .set({ by: 'mallory' })
        .where('dossier', '=', store.dossier)
        .where('seq', '=', 2)
        .execute();
      await store.db
        .updateTable('payloads')
        .set({ salt: 'x' })
        .where('dossier', '=', store.dossier)
        .where('seq', '=', 3)
        .execute();
      const { failures } = await verifyStore(store);
      expect(failures).toContain('history entry 3: does not follow from the entry before');
      expect(failures).toContain('history entry 3: sources/source is not what was committed to');
      expect(failures).toContain('texts/source.abstract: its text is not the one that was hashed');
      expect(failures).toContain('passages/claim.p: its words are not at 0–5');
    });

    test('finds a kept hash, a missing salt and words of the search index that were changed', async () => {
      const store = await withSource();
      await store.db
        .updateTable('history')
        .set({ hash: 'f'.repeat(64) })
        .where('dossier', '=', store.dossier)
        .where('seq', '=', 2)
        .execute();
      await store.db
        .updateTable('payloads')
        .set({ salt: null })
        .where('dossier', '=', store.dossier)
        .where('seq', '=', 3)
        .execute();
      await store.db
        .updateTable('search_rows')
        .set({ body: 'Other words.' })
        .where('dossier', '=', store.dossier)
        .execute();
      expect((await verifyStore(store)).failures).toEqual([
        'history entry 3: sources/source is not what was committed to',
        'history entry 2: the hash kept beside it is another',
        'search/paragraph/source.abstract: is not what the dossier says',
      ]);
    });

    test('finds a cut tail only against a checkpoint', async () => {
      const store = await withSource();
      const checkpoint = await checkpointOf(store);
      expect((await verifyStore(store, checkpoint)).ok).toBe(true);
      for (const table of ['history', 'payloads'] as const)
        await store.db.deleteFrom(table).where('dossier', '=', store.dossier).where('seq', '=', 4).execute();
      for (const table of ['texts', 'search_rows'] as const)
        await store.db.deleteFrom(table).where('dossier', '=', store.dossier).execute();
      expect((await verifyStore(store)).failures).toEqual([]);
      expect((await verifyStore(store, checkpoint)).failures).toEqual([
        'checkpoint: entry 4 is missing or is not the one that was held',
      ]);
    });

    test('finds inflections and words with or without accents, in three languages', async () => {
      const store = await fresh();
      const texts = {
        en: 'The doctors kept their passports.',
        es: 'Los médicos conservaron sus pasaportes.',
        pt: 'As missões médicas foram voluntárias.',
      };
      await act(store, { ...by, act: 'add' }, async write => {
        for (const [lang, body] of Object.entries(texts)) {
          await write.put('sources', a('sources', { id: lang, lang, date: null }));
          await write.putText(
            a('texts', { id: `${lang}.text`, source: lang, kind: 'extracted', sha256: sha256(body) }),
            body,
          );
        }
      });
      const refs = async (query: string) => (await searchText(store, query)).map(hit => hit.ref);
      expect(await refs('doctor passport')).toEqual(['en.text']);
      expect(await refs('medico pasaporte')).toEqual(['es.text']);
      expect(await refs('missão medico')).toEqual(['pt.text']);
      expect(await refs('"kept their"')).toEqual(['en.text']);
      expect(await refs('pas*')).toEqual(['en.text', 'es.text']);
      expect(await refs(`'; drop table "claims" --`)).toEqual([]);
      const [hit] = await searchText(store, 'passports');
      expect(hit?.highlights.map(([start, end]) => hit.body.slice(start, end))).toEqual(['passports']);
    });

    test('any words are kept exactly or refused, and any query is answered', async () => {
      const store = await fresh();
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async words => {
          const id = `any-${n++}`;
          const kept = await act(store, { ...by, act: 'add' }, write =>
            write.put('parties', a('parties', { id, name: words })),
          ).then(
            () => true,
            () => false,
          );
          expect((await findRow(store, 'parties', id))?.name).toBe(kept ? words : undefined);
          await searchText(store, words);
        }),
        { numRuns: 60, seed: 7 },
      );
      expect((await verifyStore(store)).ok).toBe(true);
    });

    test('opens read-only without changing anything', async () => {
      const store = await withSource();
      const again = await openStore(
        kind.name === 'sqlite' ? store.location : `${store.location}`.replace('//', '//probanza@'),
        { readOnly: true },
      );
      const refused = act(again, { ...by, act: 'edit' }, write => write.take('parties', 'sender'));
      await expect(refused).rejects.toMatchObject({ code: 'store.read-only' });
      await again.close();
    });

    test('will not be made where there is one already', async () => {
      const store = await fresh();
      const place = kind.name === 'sqlite' ? store.location : store.location.replace('//', '//probanza@');
      await expect(createStore(place, aDossier({ id: store.dossier }))).rejects.toMatchObject({
        code: 'store.exists',
      });
    });
  });
}

describe('the embedded store', () => {
  test('writes through to the disk on every connection', async () => {
    const place = tempFolder('synced');
    const store = await createStore(place, aDossier());
    const again = await openStore(place);
    const reading = await openStore(place, { readOnly: true });
    for (const it of [store, again, reading]) {
      const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(it.db);
      expect(rows).toEqual([{ synchronous: 2 }]);
      await it.close();
    }
  });

  test('says in one line that another process is writing, after waiting a second', async () => {
    const place = tempFolder('locked');
    const one = await createStore(place, aDossier());
    const two = await openStore(place);
    await sql`begin immediate`.execute(one.db);
    const began = performance.now();
    const refused = act(two, { ...by, act: 'add' }, write => write.put('parties', a('parties')));
    await expect(refused).rejects.toMatchObject({ code: 'store.locked' });
    expect(performance.now() - began).toBeGreaterThan(800);
    expect(performance.now() - began).toBeLessThan(2500);
    await sql`rollback`.execute(one.db);
    await act(two, { ...by, act: 'add' }, write => write.put('parties', a('parties')));
    await one.close();
    await two.close();
  });

  test('says that a damaged file is damaged, and that nothing is there where nothing is', async () => {
    const place = tempFolder('damaged');
    await (await createStore(place, aDossier())).close();
    const file = join(place, 'dossier.sqlite');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('not a database at all'), readFileSync(file).subarray(21)]),
    );
    await expect(openStore(place)).rejects.toMatchObject({ code: 'store.corrupt' });
    await expect(openStore(tempFolder('nothing'))).rejects.toMatchObject({ code: 'store.missing' });
  });

  test('finds an original that has changed', async () => {
    const store = await createStore(tempFolder('original'), aDossier());
    const file = await store.archive.write(Buffer.from('original'));
    await act(store, { ...by, act: 'add' }, write =>
      write.put('sources', a('sources', { held: 'original', file })),
    );
    appendFileSync(join(store.location, 'files', file.slice(0, 2), file), '!');
    expect((await verifyStore(store)).failures).toEqual([`sources/source: its original ${file} has changed`]);
    await store.close();
  });

  test('refuses a store of a newer version', async () => {
    const store = await createStore(tempFolder('newer'), aDossier());
    await store.db.updateTable('dossiers').set({ version: 99 }).execute();
    await store.close();
    await expect(openStore(store.location)).rejects.toMatchObject({ code: 'store.version' });
  });
});
