import { describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { keepBytes, putFile } from '#evidence/claims/add.ts';
import { addBytes, undo, waiting } from '#evidence/claims/claims.ts';
import { type ReadFile, readApart } from '#evidence/claims/read-apart.ts';
import { act, changesSince, readRows, verifyStore } from '#store/store.ts';
import { newStore, stores } from '#test/stores.ts';

const by = { by: 'tester' };
const words = 'Minister Ana Ruiz said that more than 200 doctors keep their passports.\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const asked = (text: string, name: string) => ({ bytes: bytes(text), name, about: {}, options: {} });

for (const kind of stores) {
  describe.skipIf(!kind.here)(`a file that is added on ${kind.name}`, () => {
    test('is one act, which one undo takes back whole, and may be added again', async () => {
      const store = await newStore(kind);
      const { seq } = await changesSince(store, 0);
      const added = await addBytes(store, by, bytes(words), 'a.txt', {});
      const entries = await store.db
        .selectFrom('history')
        .select(['at', 'act'])
        .where('seq', '>', seq)
        .execute();
      expect(entries).toHaveLength(2 + added.proposals);
      expect(new Set(entries.map(it => `${it.at} ${it.act}`)).size).toBe(1);
      await undo(store, by);
      expect([await readRows(store, 'sources'), await waiting(store)]).toEqual([[], []]);
      expect(await addBytes(store, by, bytes(words), 'a.txt', {})).toEqual(added);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('brings what came inside it as sources of their own, related to it; none twice', async () => {
      const store = await newStore(kind);
      const held = await addBytes(store, by, bytes('Held before, it says.'), 'held.txt', {});
      const part = await readApart(asked('The union said that wages were late.', 'part.txt'));
      const known = await readApart(asked('Held before, it says.', 'again.txt'));
      const whole = await readApart(asked(words, 'mail.txt'));
      const failed = { name: 'x.pdf', problem: 'file.encrypted' as const, details: { what: 'x.pdf' } };
      const inner: ReadFile = { ...part, parts: [failed] };
      const mail: ReadFile = {
        ...whole,
        extracted: {
          ...whole.extracted,
          about: { author: 'An author', date: '2020-02-01', url: 'https://example.org/a' },
          capture: { at: '2020-03-01T00:00:00Z', url: 'https://example.org/b', how: 'a crawler' },
        },
        parts: [inner, known, failed, { ...part, name: 'same.txt' }],
      };
      await keepBytes(store, mail);
      const added = await act(store, { ...by, act: 'add' }, write => putFile(write, by, mail, {}));
      expect(added.parts).toMatchObject([
        { name: 'part.txt', source: 'part-txt', parts: [failed] },
        { name: 'again.txt', here: held.source },
        failed,
        { name: 'same.txt', here: 'part-txt' },
      ]);
      expect((await readRows(store, 'relations')).map(it => [it.source, it.kind, it.of])).toEqual([
        ['held-txt', 'part', 'mail-txt'],
        ['part-txt', 'part', 'mail-txt'],
      ]);
      expect((await readRows(store, 'sources')).find(it => it.id === 'mail-txt')).toMatchObject({
        author: 'An author',
        date: '2020-02-01',
        url: 'https://example.org/a',
        captureHow:
          'added from a file; the file says: a crawler, 2020-03-01T00:00:00Z, https://example.org/b',
      });
      expect(await store.archive.has(sha256('The union said that wages were late.'))).toBe(true);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('has the first free id, whatever else is called so', async () => {
      const store = await newStore(kind);
      const ids: string[] = [];
      for (let n = 0; n < 4; n += 1)
        ids.push((await addBytes(store, by, bytes(`Words number ${n}.`), 'a.txt', { title: 'Same' })).source);
      ids.push((await addBytes(store, by, bytes('Other words.'), 'a.txt', { title: 'Same two' })).source);
      expect(ids).toEqual(['same', 'same.2', 'same.3', 'same.4', 'same-two']);
      await store.close();
    });
  });
}
