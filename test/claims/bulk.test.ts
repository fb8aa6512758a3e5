/** Thousands decided in one act, and one undo that takes all of it back. */
import { beforeAll, describe, expect, test } from 'vitest';
import { addBytes, decide, undo, waiting } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { readRows, verifyStore } from '#store/store.ts';
import { newStore, stores } from '#test/stores.ts';

const by = { by: 'reviewer' };
const NAMES = ['Ana Ruiz', 'Maria Lopez', 'John Smith', 'Pedro Alves'];
const said = (n: number) =>
  `Minister ${NAMES[n % NAMES.length]} said that ${n + 200} doctors in the district kept their passports.`;

for (const kind of stores) {
  /** A server in between takes several times as long. */
  const MANY = kind.name === 'sqlite' ? 2000 : 600;
  const text = Array.from({ length: MANY / 2 }, (_, n) => said(n)).join('\n\n');
  describe.skipIf(!kind.here)(`many decisions on ${kind.name}`, () => {
    let lexicons: Awaited<ReturnType<typeof loadLexicons>>;
    beforeAll(async () => {
      lexicons = await loadLexicons();
    });

    test('thousands are accepted in one act, each as quickly as one of a few, and one undo takes all back', async () => {
      const store = await newStore(kind);
      await addBytes(store, by, Buffer.from(text), 'long.txt', { publisher: 'The Paper' }, lexicons);
      const rows = (await waiting(store)).filter(it => it.kind !== 'bearing').map(it => it.id);
      const [few, many] = [rows.slice(0, MANY / 20), rows.slice(MANY / 20, MANY)];
      const msEach = async (ids: readonly string[]) => {
        const start = performance.now();
        await decide(store, by, 'accept', ids);
        return (performance.now() - start) / ids.length;
      };
      const one = await msEach(few);
      const before = await readRows(store, 'proposals');
      const of = await msEach(many);
      // reading all proposals and parties for each would take each of many far longer than each of a few
      expect(of / one).toBeLessThan(3);
      expect(await readRows(store, 'figures')).not.toHaveLength(0);
      expect((await readRows(store, 'parties')).length).toBeLessThan(10);
      expect((await undo(store, by)).act).toBe('accept');
      expect(await readRows(store, 'proposals')).toEqual(before);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    }, 180_000);
  });
}
