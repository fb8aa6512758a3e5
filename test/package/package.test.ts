import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { idFrom } from '#core/ids.ts';
import { decide, edit, undo } from '#evidence/claims/claims.ts';
import { backup, exportPackage, importIntoMemory, importPackage, verifyPackage } from '#package/package.ts';
import {
  act,
  checkpointOf,
  findRow,
  memoryStore,
  readHistory,
  type Store,
  verifyStore,
} from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';
import { filesIn } from '#test/files.ts';
import { stores, tempFolder } from '#test/stores.ts';

const example = join(import.meta.dirname, '../cases/package');
const dossiers = join(import.meta.dirname, '../../dossiers');
const by = { by: 'tester' };

function copyOf(folder: string): string {
  const copy = tempFolder('package');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function exported(store: Store): Promise<string> {
  const folder = tempFolder('exported');
  await exportPackage(store, folder);
  return folder;
}

/** A change to one file of the example; answers the folder. */
function withChange(file: string, change: (text: string) => string): string {
  const folder = copyOf(example);
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

for (const kind of stores) {
  describe.skipIf(!kind.here)(`a package on ${kind.name}`, () => {
    const opened: Store[] = [];
    afterAll(async () => {
      for (const store of opened) await store.close();
    });
    const imported = async (folder: string) => {
      const store = await importPackage(folder, (await kind.place('x')).replace(/\?.*/, ''));
      opened.push(store);
      return store;
    };

    test.each(readdirSync(dossiers).map(name => [name]))(
      'the dossier %s exports to the files in git',
      { timeout: 60_000 },
      async name => {
        const store = await imported(join(dossiers, name));
        expect((await verifyStore(store)).failures).toEqual([]);
        if (kind.name === 'sqlite')
          expect(filesIn(await exported(store))).toEqual(filesIn(join(dossiers, name)));
      },
    );

    test('goes in and out byte for byte, and founding entries are the same on any machine', async () => {
      const one = await importPackage(example, tempFolder('one'));
      const two = await importPackage(example, tempFolder('two'));
      expect(await checkpointOf(one)).toEqual(await checkpointOf(two));
      expect(filesIn(await exported(one))).toEqual(filesIn(example));
      await one.close();
      await two.close();
    });

    test('goes in and out byte for byte after it has been worked in', async () => {
      const store = await importPackage(example, tempFolder('worked'));
      await decide(store, by, 'withdraw', ['c1']);
      await edit(store, by, 'c2', { note: 'a, "quoted"\nnote', credibility: '3' });
      await undo(store, by);
      const folder = await exported(store);
      await store.close();
      expect((await verifyPackage(folder)).failures).toEqual([]);
      const again = await imported(folder);
      if (kind.name === 'sqlite') expect(filesIn(await exported(again))).toEqual(filesIn(folder));
      expect((await findRow(again, 'claims', 'c1'))?.state).toBe('withdrawn');
      expect((await findRow(again, 'claims', 'c2'))?.note).toBeNull();
    });
  });
}

describe('a package', () => {
  test('any words go in and out byte for byte', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
          minLength: 1,
          maxLength: 6,
        }),
        async words => {
          const store = await memoryStore(aDossier());
          await act(store, { ...by, act: 'add' }, async write => {
            for (const [n, word] of words.entries())
              await write.put(
                'parties',
                a('parties', { id: `p${n}-${idFrom(word, 20)}x`, name: word, note: `=${word}\r\n"` }),
              );
          });
          const folder = await exported(store);
          await store.close();
          const again = await importIntoMemory(folder);
          expect(filesIn(await exported(again))).toEqual(filesIn(folder));
          await again.close();
          rmSync(folder, { recursive: true });
        },
      ),
      { numRuns: 25, seed: 11 },
    );
  });

  test('any byte that is changed is found, and its file named', { timeout: 60_000 }, async () => {
    const names = Object.keys(filesIn(example));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, at, flip) => {
          const folder = copyOf(example);
          const bytes = readFileSync(join(folder, name));
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ flip;
          writeFileSync(join(folder, name), bytes);
          const { ok, failures } = await verifyPackage(folder).catch(error => ({
            ok: false,
            failures: [String(error)],
          }));
          expect(ok).toBe(false);
          if (name !== 'manifest-sha256.txt')
            expect(failures.join('\n')).toContain(name.replace(/^texts\//, ''));
          rmSync(folder, { recursive: true });
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  test('edited by hand without a history is taken as it is; verify says that the manifest differs', async () => {
    const folder = withChange('parties.csv', text => text.replace('Host State', 'The Host State'));
    const store = await importIntoMemory(folder);
    expect((await findRow(store, 'parties', 'host'))?.name).toBe('The Host State');
    expect((await verifyPackage(folder)).failures).toEqual([
      'parties.csv: is missing or not as the manifest says',
    ]);
  });

  test('edited by hand with a history gets one entry per difference', async () => {
    const store = await importPackage(example, tempFolder('edited'));
    await decide(store, by, 'withdraw', ['c1']);
    const folder = await exported(store);
    await store.close();
    const csv = join(folder, 'parties.csv');
    writeFileSync(csv, readFileSync(csv, 'utf8').replace('Host State', 'The Host State'));
    expect((await verifyPackage(folder)).failures).toContain('parties/host: differs from its history');
    const again = await importPackage(folder, tempFolder('again'));
    const differing = [];
    for await (const { entry } of readHistory(again))
      if (entry.act === 'differ') differing.push(`${entry.by} ${entry.subject}`);
    expect(differing).toEqual(['package parties/host']);
    expect((await verifyStore(again)).ok).toBe(true);
    await again.close();
  });

  test('is backed up into one file that import takes', async () => {
    const store = await importPackage(example, tempFolder('backed-up'));
    const file = `${tempFolder('backup')}.zip`;
    await backup(store, file);
    await expect(backup(store, file)).rejects.toMatchObject({ code: 'file.exists' });
    const again = await importPackage(file, tempFolder('restored'));
    expect(filesIn(await exported(again))).toEqual(filesIn(example));
    await again.close();
    await store.close();
  });

  test.each([
    [
      'a column that is missing',
      'claims.csv',
      (text: string) => text.replace('passage,', ''),
      'package.column',
      'claims.csv',
    ],
    [
      'a column too many',
      'sources.csv',
      (text: string) => text.replace(/\n/, ',more\n'),
      'package.column',
      'sources.csv',
    ],
    [
      'a wrong word',
      'claims.csv',
      (text: string) => text.replace('defending', 'guilty'),
      'package.value',
      'claims.csv:4 side',
    ],
    [
      'a wrong key',
      'bearings.csv',
      (text: string) => text.replace(',c1,', ',c9,'),
      'package.reference',
      'bearings.csv',
    ],
    [
      'a key twice',
      'parties.csv',
      (text: string) => text.replace('\nsender,', '\nhost,'),
      'package.key',
      'parties.csv:3',
    ],
    [
      'a date that is none',
      'sources.csv',
      (text: string) => text.replace('2020-01-01', '2020-02-31'),
      'package.value',
      'sources.csv:2 date',
    ],
    [
      'a number that is none',
      'figures.csv',
      (text: string) => text.replace('2976.26,2976.26', 'many,2976.26'),
      'package.value',
      'figures.csv:2 value',
    ],
    [
      'an anchor that has slid',
      'passages.csv',
      (text: string) => text.replace(',0,23,', ',1,24,'),
      'package.anchor',
      'passages.csv c1.p',
    ],
    [
      'a text that has changed',
      'texts/source.abstract.txt',
      (text: string) => `${text}!`,
      'package.anchor',
      'texts/source.abstract.txt',
    ],
    [
      'a row that is cut',
      'answers.csv',
      (text: string) => text.slice(0, text.lastIndexOf(',')),
      'package.file',
      'answers.csv',
    ],
    ['an open quotation mark', 'answers.csv', (text: string) => `${text}"`, 'package.file', 'answers.csv'],
    ['no JSON', 'datapackage.json', () => '{', 'package.file', 'datapackage.json'],
    [
      'another format',
      'datapackage.json',
      (text: string) => text.replace('"probanza": 1', '"probanza": 2'),
      'package.file',
      'datapackage.json',
    ],
    [
      'a NUL',
      'parties.csv',
      (text: string) => text.replace('Host State', 'Host\0State'),
      'package.file',
      'parties.csv',
    ],
    [
      'protected material',
      'claims.csv',
      (text: string) => text.replace(',public,', ',protected,'),
      'protected.refused',
      undefined,
    ],
  ])('with %s is refused, with its place', async (_, file, change, code, where) => {
    const place = tempFolder('refused');
    const refused = importPackage(withChange(file, change), place);
    await expect(refused).rejects.toMatchObject({
      code,
      ...(where ? { details: { where: expect.stringContaining(where) } } : {}),
    });
    expect(
      readdirSync(join(place, '..')).filter(name => place.endsWith(name) || name.includes('.making-')),
    ).toEqual([]);
  });

  test('with bytes that are not UTF-8 is refused', async () => {
    const folder = copyOf(example);
    writeFileSync(join(folder, 'parties.csv'), Buffer.from([0x69, 0x64, 0xff, 0xfe]));
    await expect(importIntoMemory(folder)).rejects.toMatchObject({ code: 'package.file' });
  });

  test('with a link, an unknown file or a climbing path is refused', async () => {
    const linked = copyOf(example);
    symlinkSync('/etc/hostname', join(linked, 'texts', 'link.txt'));
    await expect(importIntoMemory(linked)).rejects.toMatchObject({ code: 'package.path' });
    const unknown = copyOf(example);
    mkdirSync(join(unknown, 'scripts'));
    writeFileSync(join(unknown, 'scripts', 'run.sh'), 'x');
    await expect(importIntoMemory(unknown)).rejects.toMatchObject({ code: 'package.path' });
    const zip = `${tempFolder('climbing')}.zip`;
    writeFileSync(
      zip,
      zipSync({ 'datapackage.json': Buffer.from('{}'), '../../climbed.txt': Buffer.from('x') }),
    );
    await expect(importIntoMemory(zip)).rejects.toMatchObject({ code: 'package.path' });
  });

  test('that unpacks to far more than it holds is refused', async () => {
    const zip = `${tempFolder('bomb')}.zip`;
    writeFileSync(zip, zipSync({ 'datapackage.json': Buffer.alloc(50_000_000) }));
    await expect(importIntoMemory(zip)).rejects.toMatchObject({ code: 'file.large' });
  });

  test('that is no package is refused', async () => {
    const folder = tempFolder('empty');
    mkdirSync(folder);
    await expect(importIntoMemory(folder)).rejects.toMatchObject({ code: 'package.file' });
    await expect(importIntoMemory(tempFolder('none'))).rejects.toMatchObject({ code: 'file.missing' });
    const torn = `${tempFolder('torn')}.zip`;
    writeFileSync(torn, Buffer.from('PK\u0003\u0004 torn'));
    await expect(importIntoMemory(torn)).rejects.toMatchObject({ code: 'file.broken' });
  });

  test('exports over nothing but a package, and only when told to', async () => {
    const store = await importIntoMemory(example);
    const folder = tempFolder('full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'x');
    await expect(exportPackage(store, folder)).rejects.toMatchObject({ code: 'file.exists' });
    await expect(exportPackage(store, folder, { replace: true })).rejects.toMatchObject({
      code: 'file.exists',
    });
    expect(sha256(readFileSync(join(folder, 'thesis.txt')))).toBe(sha256('x'));
  });
});
