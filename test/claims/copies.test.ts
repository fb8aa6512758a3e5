import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ask } from '#assessment/findings/findings.ts';
import { sha256 } from '#core/hash.ts';
import {
  addFile,
  copyProposals,
  decide,
  edit,
  families,
  loadEvidence,
  proposeCopies,
  relate,
  undo,
  waiting,
} from '#evidence/claims/claims.ts';
import { loadLexicons, verifyPrints } from '#evidence/sources/sources.ts';
import { act, findRow, readRows, readText, type Store, verifyStore } from '#store/store.ts';
import { a } from '#test/factories.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';

const by = { by: 'reviewer' };
const cases = join(import.meta.dirname, '../cases/copies/en.yaml');
type Family = { texts: Record<string, string[]> };
const [nurses, , letter] = parse(readFileSync(cases, 'utf8')) as Family[];
const bodyOf = (family: Family | undefined, name: string) => (family?.texts[name] ?? []).join('\n\n');
const wire = bodyOf(nurses, 'wire');

for (const kind of stores) {
  describe.skipIf(!kind.here)(`copies on ${kind.name}`, () => {
    let lexicons: Awaited<ReturnType<typeof loadLexicons>>;
    beforeAll(async () => {
      lexicons = await loadLexicons();
    });
    const add = async (store: Store, title: string, text: string, date?: string) => {
      const path = `${tempFolder('copy')}.txt`;
      writeFileSync(path, text);
      return addFile(store, by, path, { title, publisher: `The ${title}`, date }, lexicons);
    };
    const copies = async (store: Store) => (await waiting(store)).filter(it => it.kind === 'copy');

    test('a wire story under another headline waits as a copy of the earliest, once', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire, '2020-05-02');
      await add(store, 'Paper', bodyOf(nurses, 'paper'), '2020-05-03');
      await add(store, 'Site', bodyOf(nurses, 'site'), '2020-05-04');
      await add(store, 'Rival', bodyOf(nurses, 'other-hand'), '2020-05-03');
      const found = await copies(store);
      expect(found.map(it => [it.text, JSON.parse(it.body).of, it.rule])).toEqual([
        ['site.text', 'wire', 'copy-near'],
        ['paper.text', 'wire', 'copy-near'],
      ]);
      for (const it of found) {
        const { theirs } = JSON.parse(it.body);
        const own = bodyOf(nurses, it.text.replace('.text', ''));
        expect(own.slice(it.start, it.end)).toBe(it.exact);
        expect(wire.slice(theirs.start, theirs.end).startsWith(it.exact)).toBe(true);
      }
      expect(await proposeCopies(store, by)).toBe(0);
      expect((await verifyStore(store)).failures).toEqual([]);
      expect(await verifyPrints(store)).toEqual([]);
      await store.close();
    });

    test('identical words in other bytes are found, identical bytes are refused', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire);
      await add(store, 'Again', wire.replaceAll('\n', '\r\n'));
      expect((await copies(store)).map(it => [it.rule, it.confidence])).toEqual([['copy-identical', 1]]);
      await expect(add(store, 'Third', wire)).rejects.toMatchObject({ code: 'file.duplicate' });
      await store.close();
    });

    /** The outlet itself says so in each source, as a claim that bears on an element. */
    const sayIn = (store: Store, sources: readonly string[]) =>
      act(store, { ...by, act: 'edit' }, async write => {
        await write.put('subjects', a('subjects', { id: 'person', kind: 'person' }));
        await write.put('parties', a('parties'));
        for (const source of sources) {
          const id = `${source}.claim`;
          const words = { exact: 'The group will stay', prefix: '', suffix: ' for 18 months' };
          const start = ((await readText(write.store, `${source}.text`)) ?? '').indexOf(words.exact);
          const end = start + words.exact.length;
          await write.put('parties', a('parties', { id: `the-${source}`, kind: 'media' }));
          await write.put(
            'passages',
            a('passages', { id: `${id}.p`, text: `${source}.text`, ...words, start, end }),
          );
          await write.put(
            'claims',
            a('claims', { id, passage: `${id}.p`, asserter: `the-${source}`, mode: 'narration' }),
          );
          await write.put('bearings', a('bearings', { id, claim: id, subject: 'person' }));
        }
      });

    test('two copies do not make two origins for assess, and undo makes them two again', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire, '2020-05-02');
      await add(store, 'Paper', bodyOf(nurses, 'paper'), '2020-05-03');
      await sayIn(store, ['wire', 'paper']);
      const origins = async () => {
        const finding = await ask(await loadEvidence(store), {
          standard: 'ilo-c029',
          route: 'person',
          language: 'en',
        });
        return finding.elements.find(it => it.id === 'c029.work')?.origins.for;
      };
      await edit(store, by, 'wire', { grade: 'A' });
      await edit(store, by, 'paper', { grade: 'A' });
      expect(await origins()).toBe(2);
      const [copy] = await copies(store);
      await decide(store, by, 'accept', [copy?.id ?? '']);
      expect(await origins()).toBe(1);
      expect(await readRows(store, 'relations')).toMatchObject([
        { source: 'paper', of: 'wire', kind: 'copy', reason: 'copy-near' },
      ]);
      await undo(store, by);
      expect([await origins(), await readRows(store, 'relations')]).toEqual([2, []]);
      expect((await copies(store)).map(it => it.id)).toEqual([copy?.id]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('who quotes the same letter is related to it and keeps an origin of its own', async () => {
      const store = await newStore(kind);
      await add(store, 'Blog', bodyOf(letter, 'blog'));
      await add(store, 'Magazine', bodyOf(letter, 'magazine'));
      const [copy] = await copies(store);
      expect(copy?.rule).toBe('copy-partly');
      await decide(store, by, 'accept', [copy?.id ?? '']);
      expect((await readRows(store, 'sources')).map(it => it.origin)).toEqual([null, null]);
      expect(await readRows(store, 'relations')).toHaveLength(1);
      await store.close();
    });

    test('a pair that was rejected is not proposed again', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire);
      await add(store, 'Paper', bodyOf(nurses, 'paper'));
      await decide(store, by, 'reject', [(await copies(store))[0]?.id ?? '']);
      expect(await proposeCopies(store, by)).toBe(0);
      expect(await families(store)).toEqual([]);
      await store.close();
    });

    test('families hold what is accepted and what waits, and two that meet share one origin', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire, '2020-05-02');
      await add(store, 'Paper', bodyOf(nurses, 'paper'), '2020-05-03');
      await add(store, 'Magazine', bodyOf(letter, 'magazine'));
      const [copy] = await copies(store);
      await decide(store, by, 'accept', [copy?.id ?? '']);
      await add(store, 'Site', bodyOf(nurses, 'site'), '2020-05-04');
      const [family, ...others] = await families(store, 'paper');
      expect(others).toEqual([]);
      expect(family?.members.map(it => it.id)).toEqual(['wire', 'paper', 'site']);
      expect(family?.links.map(it => [it.source, it.of, it.state])).toEqual([
        ['paper', 'wire', 'accepted'],
        ['site', 'wire', 'waiting'],
      ]);
      expect(await families(store, 'magazine')).toEqual([]);
      await expect(families(store, 'nothing')).rejects.toMatchObject({ code: 'row.missing' });
      await store.close();
    });

    test('a person records a later version; a source is no version of itself', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire);
      await add(store, 'Rival', bodyOf(nurses, 'other-hand'));
      const relation = { source: 'rival', of: 'wire', kind: 'version', reason: 'It says so.' } as const;
      expect(await relate(store, by, relation)).toBe('relation.1');
      expect(await relate(store, by, { ...relation, reason: 'Again.' })).toBe('relation.1');
      await expect(relate(store, by, { ...relation, of: 'rival' })).rejects.toMatchObject({
        code: 'usage.value',
      });
      await expect(relate(store, by, { ...relation, of: 'nothing' })).rejects.toMatchObject({
        code: 'row.missing',
      });
      expect((await families(store))[0]?.links).toMatchObject([{ kind: 'version', state: 'accepted' }]);
      await undo(store, by);
      expect(await families(store)).toEqual([]);
      await store.close();
    });

    test('two copies with the longest ids there are can be accepted', async () => {
      const store = await newStore(kind);
      const long = 'A very long headline of a newspaper that goes on for more than sixty letters';
      await add(store, `${long} one`, wire);
      await add(store, `${long} two`, bodyOf(nurses, 'paper'));
      await decide(store, by, 'accept', [(await copies(store))[0]?.id ?? '']);
      expect(await readRows(store, 'relations')).toHaveLength(1);
      await store.close();
    });

    test('an older document added later is recorded as the one the newer was copied from', async () => {
      const store = await newStore(kind);
      await add(store, 'Paper', bodyOf(nurses, 'paper'), '2020-05-03');
      await add(store, 'Wire', wire, '2020-05-02');
      const [copy] = await copies(store);
      await decide(store, by, 'accept', [copy?.id ?? '']);
      expect(await readRows(store, 'relations')).toMatchObject([{ source: 'paper', of: 'wire' }]);
      expect((await readRows(store, 'sources')).map(it => it.origin)).toEqual(['wire.words', 'wire.words']);
      await store.close();
    });

    test('a hundred identical short texts wait as copies of the first one, in little time', async () => {
      const store = await newStore(kind);
      const body =
        'No comment was given by the ministry on any of the questions that were put to it in writing on Monday.';
      const times: number[] = [];
      await act(store, { ...by, act: 'add' }, async write => {
        for (let n = 0; n < 120; n += 1) {
          const id = `s${String(n).padStart(4, '0')}`;
          const text = { id: `${id}.text`, source: id, kind: 'extracted', sha256: sha256(body) } as const;
          await write.put('sources', a('sources', { id }));
          await write.putText(a('texts', text), body);
          const began = performance.now();
          const rows = await copyProposals(write.store, text.id);
          for (const row of rows) await write.put('proposals', row);
          times.push(performance.now() - began);
          expect(rows.map(row => JSON.parse(row.body).of)).toEqual(n === 0 ? [] : ['s0000']);
        }
      });
      const median = (list: readonly number[]) => list.toSorted((x, y) => x - y)[list.length >> 1] ?? 0;
      expect(median(times.slice(-30))).toBeLessThan(10 * median(times.slice(1, 31)));
      expect(await verifyPrints(store)).toEqual([]);
      await store.close();
    }, 60_000);

    test('prints that were changed behind their text are found, and those of texts taken back harm nothing', async () => {
      const store = await newStore(kind);
      await add(store, 'Wire', wire);
      await add(store, 'Paper', bodyOf(nurses, 'paper'));
      await store.db
        .updateTable('prints')
        .set({ text: 'wire.text' })
        .where('dossier', '=', store.dossier)
        .where('text', '=', 'paper.text')
        .where('print', 'not in', it =>
          it.selectFrom('prints as own').select('own.print').where('own.text', '=', 'wire.text'),
        )
        .execute();
      expect(await verifyPrints(store)).toEqual(['prints/wire.text: are not those of its text']);
      await act(store, { ...by, act: 'undo' }, async write => {
        for (const row of await readRows(write.store, 'proposals')) await write.take('proposals', row.id);
        await write.take('texts', 'paper.text');
        await write.take('sources', 'paper');
      });
      await add(store, 'Site', bodyOf(nurses, 'site'));
      expect((await copies(store)).map(it => JSON.parse(it.body).of)).toEqual(['wire']);
      expect(await findRow(store, 'texts', 'paper.text')).toBeUndefined();
      await store.close();
    });
  });
}
