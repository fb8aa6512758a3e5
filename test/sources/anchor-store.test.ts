import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import {
  addFile,
  addVersion,
  attachOriginal,
  decide,
  listDrifted,
  listVersions,
  reextract,
  undo,
  waiting,
} from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { act, findRow, findRows, readRows, type Store, verifyStore } from '#store/store.ts';
import { run } from '#test/command.ts';
import { before, extractBefore, now } from '#test/drifting.ts';
import { a } from '#test/factories.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';

const by = { by: 'reviewer' };
function fileOf(text: string, name = 'article'): string {
  const path = `${tempFolder(name)}.txt`;
  writeFileSync(path, text);
  return path;
}

for (const kind of stores) {
  describe.skipIf(!kind.here)(`a text extracted anew on ${kind.name}`, () => {
    let lexicons: Awaited<ReturnType<typeof loadLexicons>>;
    beforeAll(async () => {
      lexicons = await loadLexicons();
    });

    async function extractedBefore(): Promise<Store> {
      const store = await newStore(kind);
      await extractBefore(store, lexicons);
      return store;
    }

    test('what is found exactly moves; a changed number and a changed word wait, each with its best place', async () => {
      const store = await extractedBefore();
      const done = await reextract(store, by, 'source', lexicons);
      expect(done).toMatchObject({
        text: 'source.text.2',
        moved: ['passports', 'wages'],
        drifted: ['nurse', 'share'],
      });
      expect(await findRow(store, 'texts', 'source.text.2')).toMatchObject({ replaces: 'source.text' });
      const claim = await findRow(store, 'claims', 'passports');
      expect(await findRow(store, 'passages', claim?.passage ?? '')).toMatchObject({
        text: 'source.text.2',
        exact: 'more than 200 doctors keep their passports',
      });
      expect(await findRow(store, 'claims', 'share')).toMatchObject({ passage: 'share.p' });
      expect((await listDrifted(store)).map(it => [it.claim, it.best?.found, it.best?.exact])).toEqual([
        ['nurse', 'close', 'Carla Gil, a nurse who came home in May'],
        ['share', 'differs', 'the state keeps 57 % of the pay'],
      ]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('the same text again changes nothing at all', async () => {
      const store = await extractedBefore();
      await reextract(store, by, 'source', lexicons);
      const rows = await readRows(store, 'proposals');
      const { checked } = await verifyStore(store);
      expect(await reextract(store, by, 'source', lexicons)).toMatchObject({ text: null, moved: [] });
      expect((await verifyStore(store)).checked).toEqual(checked);
      expect(await readRows(store, 'proposals')).toEqual(rows);
      await store.close();
    });

    test('a person accepts the best place, and the claim no longer waits; a rejected one still does', async () => {
      const store = await extractedBefore();
      await reextract(store, by, 'source', lexicons);
      const [nurse, share] = await listDrifted(store);
      await decide(store, by, 'accept', [nurse?.best?.proposal ?? '']);
      await decide(store, by, 'reject', [share?.best?.proposal ?? '']);
      expect(await listDrifted(store)).toMatchObject([{ claim: 'share', best: null }]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await decide(store, by, 'withdraw', ['share']);
      expect(await listDrifted(store)).toEqual([]);
      await store.close();
    });

    test('places that are unsure are accepted one by one, never with others', async () => {
      const store = await extractedBefore();
      await reextract(store, by, 'source', lexicons);
      const ids = (await listDrifted(store)).map(it => it.best?.proposal ?? '');
      await expect(decide(store, by, 'accept', ids)).rejects.toMatchObject({ code: 'anchor.alone' });
      expect(await listDrifted(store)).toHaveLength(2);
      for (const id of ids) await decide(store, by, 'accept', [id]);
      expect(await listDrifted(store)).toEqual([]);
      await store.close();
    });

    test('nobody decides twice: what was accepted or rejected stays so, the rest is read anew', async () => {
      const store = await extractedBefore();
      const claims = (await waiting(store))
        .filter(it => it.kind === 'claim')
        .sort((x, y) => x.start - y.start);
      const [first, second] = [claims[0], claims.at(-1)];
      await decide(store, by, 'accept', [first?.id ?? '']);
      await decide(store, by, 'reject', [second?.id ?? '']);
      const { carried } = await reextract(store, by, 'source', lexicons);
      expect(carried).toBe(2);
      const newer = await findRows(store, 'proposals', 'text', 'source.text.2');
      const decided = newer.filter(it => it.state !== 'waiting');
      expect(decided.map(it => [it.kind, it.state]).sort()).toEqual([
        ['claim', 'accepted'],
        ['claim', 'rejected'],
      ]);
      expect(decided.find(it => it.state === 'accepted')?.claim).toBe(first?.id);
      expect((await findRows(store, 'proposals', 'text', 'source.text')).map(it => it.state).sort()).toEqual([
        'accepted',
        'rejected',
      ]);
      for (const it of newer) expect(now.slice(it.start, it.end)).toBe(it.exact);
      // a figure of the newer text hangs on the claim that was accepted in the older one
      const around = decided.find(it => it.state === 'accepted');
      const [figure] = (await waiting(store)).filter(
        it => it.kind === 'figure' && it.start >= (around?.start ?? 0) && it.end <= (around?.end ?? 0),
      );
      await decide(store, by, 'accept', [figure?.id ?? '']);
      expect(await readRows(store, 'figures')).toMatchObject([{ claim: first?.id }]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('one undo takes it all back, and it can be done again', async () => {
      const store = await extractedBefore();
      const tables = ['claims', 'passages', 'texts', 'proposals'] as const;
      const rows = () => Promise.all(tables.map(it => readRows(store, it)));
      const as = await rows();
      await reextract(store, by, 'source', lexicons);
      const after = await rows();
      expect(await undo(store, by)).toMatchObject({ act: 'anchor' });
      expect(await rows()).toEqual(as);
      expect((await verifyStore(store)).failures).toEqual([]);
      await reextract(store, by, 'source', lexicons);
      expect(await rows()).toEqual(after);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('a claim that drifted twice is looked for from the text it rests on', async () => {
      const store = await extractedBefore();
      await reextract(store, by, 'source', lexicons);
      // the extractor of the day after reads the number as the first one did
      const text = a('texts', {
        id: 'source.text.3',
        kind: 'extracted',
        sha256: sha256(before),
        replaces: 'source.text.2',
      });
      await act(store, { ...by, act: 'add' }, write => write.putText(text, before));
      expect((await listDrifted(store)).map(it => it.claim)).toEqual([
        'nurse',
        'passports',
        'share',
        'wages',
      ]);
      const again = await reextract(store, by, 'source', lexicons);
      expect(again).toMatchObject({
        text: 'source.text.4',
        moved: ['passports', 'wages'],
        drifted: ['nurse', 'share'],
      });
      expect((await waiting(store)).filter(it => it.kind === 'anchor').map(it => it.text)).toEqual([
        'source.text.4',
        'source.text.4',
      ]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('the original of a cited source: a quotation that stands twice says so', async () => {
      const store = await newStore(kind);
      const abstract = 'A union says: “wages were late”.';
      await act(store, { ...by, act: 'add' }, async write => {
        await write.put('parties', a('parties'));
        await write.put('sources', a('sources'));
        await write.putText(a('texts', { sha256: sha256(abstract) }), abstract);
        await write.put('passages', a('passages', { exact: abstract, end: abstract.length, suffix: '' }));
        await write.put('claims', a('claims', { proposition: 'Wages came late.' }));
      });
      await attachOriginal(store, by, fileOf(`${before}He too said that wages were late.\n`), 'source');
      const [anchor] = await waiting(store);
      expect(anchor).toMatchObject({ exact: 'wages\nwere late', confidence: 0.5, rule: 'quoted-words' });
      expect(JSON.parse(anchor?.body ?? '{}')).toMatchObject({ found: 'ambiguous', oneOf: 2 });
      await store.close();
    });

    test('a source without an original is told in one line', async () => {
      const store = await newStore(kind);
      await act(store, { ...by, act: 'add' }, write => write.put('sources', a('sources')));
      await expect(reextract(store, by, 'source', lexicons)).rejects.toMatchObject({ code: 'row.missing' });
      await expect(reextract(store, by, 'none', lexicons)).rejects.toMatchObject({ code: 'row.missing' });
      await store.close();
    });

    test('a later version leaves claims where they are and says whether their words still stand', async () => {
      const store = await newStore(kind);
      const { source } = await addFile(store, by, fileOf(now), { title: 'The agreement' });
      const ids = (await waiting(store)).filter(it => it.kind === 'claim').map(it => it.id);
      await decide(store, by, 'accept', ids);
      const later = now
        .replace('200 doctors', '300 doctors')
        .replace(/“Nobody.*\n/, '')
        .replace('wages were', 'wages\nwere');
      const path = fileOf(later, 'later');
      const added = await addVersion(store, by, path, { title: 'The agreement, amended' }, source);
      expect(await readRows(store, 'relations')).toMatchObject([
        { source: added.source, of: source, kind: 'version' },
      ]);
      // a run that was cut off after the file was added is simply repeated
      expect(await addVersion(store, by, path, {}, source)).toMatchObject({ source: added.source });
      const [version] = await listVersions(store, source);
      const standing = Object.fromEntries(version?.claims.map(it => [it.exact, it.standing]) ?? []);
      expect(Object.entries(standing).find(([words]) => words.includes('wages were late'))?.[1]).toBe(
        'exact',
      );
      expect(Object.entries(standing).find(([words]) => words.includes('200 doctors'))?.[1]).toBe('changed');
      expect(Object.entries(standing).find(([words]) => words.includes('Nobody asked us'))?.[1]).toBe('gone');
      expect((await readRows(store, 'claims')).every(it => it.passage.startsWith(`${source}.`))).toBe(true);
      expect(await listDrifted(store)).toEqual([]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('what fails in the midst of it leaves nothing behind', async () => {
      const store = await extractedBefore();
      const texts = await readRows(store, 'texts');
      const broken = {
        get en(): never {
          throw new Error('the disk went away');
        },
      };
      await expect(reextract(store, by, 'source', broken)).rejects.toThrow('went away');
      expect(await readRows(store, 'texts')).toEqual(texts);
      expect((await findRow(store, 'claims', 'wages'))?.passage).toBe('wages.p');
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test.skipIf(kind.name !== 'sqlite')(
      'the command line: exit 1 and one line a claim that waits',
      async () => {
        const store = await extractedBefore();
        const dossier = ['--dossier', store.location];
        await store.close();
        const ran = await run(['reextract', '--all', ...dossier]);
        expect([ran.code, ran.err]).toEqual([1, '']);
        expect(ran.out).toMatch(/newer text source\.text\.2; 2 claims moved over, 2 wait/);
        expect(ran.out).toMatch(/^nurse: its words were not found again/m);
        const list = await run(['review', 'anchors', ...dossier]);
        expect([list.code, list.out]).toEqual([0, expect.stringContaining('another number')]);
        const json = async () => (await run(['review', 'anchors', '--json', ...dossier])).json();
        expect(await json()).toMatchObject([{ claim: 'nurse' }, { claim: 'share' }]);
        expect((await run(['review', 'accept', '--all', '--kind', 'anchor', ...dossier])).code).toBe(0);
        expect(await json()).toMatchObject([{ claim: 'share' }]);
        expect((await run(['reextract', 'source', ...dossier])).code).toBe(0);
        expect((await run(['reextract', ...dossier])).code).toBe(2);
        expect((await run(['review', 'versions', 'source', '--lang', 'es', ...dossier])).out).toMatch(
          /versión posterior/,
        );
        const later = fileOf(now.replace('late', 'paid'), 'later');
        expect((await run(['add', later, '--version-of', 'nothing', ...dossier])).code).toBe(2);
        expect((await run(['add', later, '--version-of', 'source', ...dossier])).code).toBe(0);
        expect((await run(['review', 'versions', 'source', ...dossier])).out).toMatch(/changed/);
      },
    );
  });
}
