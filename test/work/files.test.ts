import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '#test/stores.ts';
import { Files, listFiles } from '#work/work.ts';

const LIMIT = 1 << 20;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = tempFolder('files');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const zip = (files: Zippable) => zipSync(files, { mtime: new Date('2020-01-01') });

/** What each file of a listing holds, or the code of what is wrong with it. */
async function contents(paths: readonly string[]): Promise<Record<string, string>> {
  const { roots, names } = await listFiles(paths);
  const files = new Files(roots, LIMIT);
  const found: Record<string, string> = {};
  for (const name of names) {
    const shown = files.shown(name).replace(`${paths[0]}`, '');
    found[shown] = await files
      .open(name)
      .then(it => it.bytes())
      .then(it => new TextDecoder().decode(it))
      .catch(error => error.code ?? String(error));
  }
  await files.close();
  return found;
}

describe('the files of a folder', () => {
  test('come in one order, those of a ZIP in its place’s order after them, hidden ones left out', async () => {
    const folder = folderOf({
      'b.txt': 'B',
      'a/c.txt': 'C',
      '.hidden': 'H',
      '.git/x.txt': 'X',
      'mail.zip': zip({ 'z.txt': strToU8('Z'), 'sub/y.txt': strToU8('Y'), '__MACOSX/z.txt': strToU8('M') }),
    });
    expect(await contents([folder])).toEqual({
      '/a/c.txt': 'C',
      '/b.txt': 'B',
      '/mail.zip/z.txt': 'Z',
      '/mail.zip/sub/y.txt': 'Y',
    });
    expect((await listFiles([folder])).names).toEqual((await listFiles([folder])).names);
  });

  test('links, pipes and sockets are neither followed nor waited for', async () => {
    const folder = folderOf({ 'a.txt': 'A', 'outside/secret.txt': 'S' });
    symlinkSync('/etc/passwd', join(folder, 'link.txt'));
    symlinkSync(folder, join(folder, 'loop'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const socket = createServer().listen(join(folder, 'socket.txt'));
    await new Promise(resolve => socket.once('listening', resolve));
    expect(await contents([folder])).toEqual({ '/a.txt': 'A', '/outside/secret.txt': 'S' });
    expect((await listFiles([folder])).left).toBe(4);
    // named by a person, they are told
    for (const name of ['link.txt', 'pipe.txt', 'socket.txt'])
      expect(Object.values(await contents([join(folder, name)]))).toEqual(['file.type']);
    socket.close();
  });

  test('a file that is gone, replaced by a link or grown when its turn comes is told', async () => {
    const folder = folderOf({ 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C', 'd.txt': 'D' });
    const { roots, names } = await listFiles([folder]);
    rmSync(join(folder, 'a.txt'));
    rmSync(join(folder, 'b.txt'));
    symlinkSync('/etc/passwd', join(folder, 'b.txt'));
    writeFileSync(join(folder, 'c.txt'), new Uint8Array(LIMIT + 1));
    const files = new Files(roots, LIMIT);
    const codes = await Promise.all(
      names.map(name =>
        files
          .open(name)
          .then(it => it.bytes())
          .then(() => 'read')
          .catch(error => error.code),
      ),
    );
    expect(codes).toEqual(['file.missing', 'file.type', 'file.large', 'read']);
  });

  test('an empty one, and one that is not there, are told', async () => {
    await expect(listFiles([folderOf({})])).rejects.toMatchObject({ code: 'file.empty' });
    expect(await contents(['/nowhere/a.txt'])).toEqual({ '': 'file.missing' });
  });

  test('100,000 entries are listed in bounded time', { timeout: 60_000 }, async () => {
    const many: Zippable = {};
    for (let n = 0; n < 100_000; n += 1) many[`f${n}.txt`] = [new Uint8Array([65]), { level: 0 }];
    const folder = folderOf({ 'many.zip': zip(many) });
    const began = performance.now();
    expect((await listFiles([folder])).names).toHaveLength(100_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('a ZIP', () => {
  const inZip = async (bytes: Uint8Array) => {
    const folder = folderOf({ 'a.zip': bytes });
    return contents([join(folder, 'a.zip')]);
  };

  test('has names that lead nowhere, whatever they say', async () => {
    const found = await inZip(
      zip({ '../../up.txt': strToU8('U'), '/etc/abs.txt': strToU8('A'), 'C:\\w.txt': strToU8('W') }),
    );
    expect(Object.values(found)).toEqual(['U', 'A', 'W']);
    const { roots, names } = await listFiles([
      join(folderOf({ 'a.zip': zip({ '../../up.txt': strToU8('U') }) }), 'a.zip'),
    ]);
    const files = new Files(roots, LIMIT);
    expect((await files.open(names[0] ?? '')).name).toBe('up.txt');
    await files.close();
  });

  test('has Western names without saying so', async () => {
    const bytes = Buffer.from(zip({ 'informe-anXo.txt': strToU8('I') }));
    const western = Buffer.from(bytes.toString('latin1').replaceAll('anXo', 'a\u00f1\u00e9o'), 'latin1');
    expect(await inZip(western)).toEqual({ '/informe-añéo.txt': 'I' });
  });

  test('that is a bomb is told for what it is', async () => {
    const zeros = new Uint8Array(2 * LIMIT);
    expect(await inZip(zip({ 'a.txt': zeros, 'b.txt': strToU8('B') }))).toEqual({
      '/a.txt': 'file.large',
      '/b.txt': 'B',
    });
    // one that lies about its size
    const lying = Buffer.from(zip({ 'a.txt': [zeros, { level: 9 }] }));
    const central = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(10, central + 24);
    expect(await inZip(lying)).toEqual({ '/a.txt': 'file.large' });
  });

  test('whose entries share their bytes is refused', async () => {
    const bytes = Buffer.from(zip({ 'a.txt': strToU8('A'.repeat(500)), 'b.txt': strToU8('B'.repeat(500)) }));
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0, second + 42);
    const path = join(folderOf({ 'a.zip': bytes }), 'a.zip');
    // not a bag of files: it goes to extraction, which refuses it
    expect((await listFiles([path])).roots).toMatchObject([{ kind: 'file' }]);
  });

  test('with locked, linked, nested, cut and strange entries: one line each, the rest goes on', async () => {
    const bytes = Buffer.from(
      zip({
        'locked.txt': strToU8('L'),
        'inner.zip': zip({ 'x.txt': strToU8('X') }),
        'link.txt': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
        'odd.txt': strToU8('odd'),
        'wrong.txt': [strToU8('wrong sum'), { level: 0 }],
        'fine.txt': strToU8('F'),
      }),
    );
    const entry = (name: string) => bytes.lastIndexOf(name) - 46;
    bytes.writeUInt16LE(1, entry('locked.txt') + 8);
    bytes.writeUInt16LE(93, entry('odd.txt') + 10);
    bytes.writeUInt32LE(1, entry('wrong.txt') + 16);
    expect(await inZip(bytes)).toEqual({
      '/locked.txt': 'file.encrypted',
      '/inner.zip': 'file.nested',
      '/odd.txt': 'file.broken',
      '/wrong.txt': 'file.broken',
      '/fine.txt': 'F',
    });
  });

  test('cut anywhere or with any byte changed never hangs and never throws anything but a Problem', async () => {
    const whole = zip({ 'a.txt': strToU8('A'.repeat(200)), 'b.txt': strToU8('B') });
    for (let n = 0; n < whole.length; n += 3) {
      const changed = Uint8Array.from(whole);
      changed[n] = 255 - (changed[n] ?? 0);
      for (const bytes of [whole.subarray(0, n), changed]) {
        const found = await inZip(bytes);
        for (const it of Object.values(found)) expect(it).not.toMatch(/Error/);
      }
    }
  });

  test('that is a document is one', async () => {
    const path = join(folderOf({ 'a.zip': zip({ '[Content_Types].xml': strToU8('<x/>') }) }), 'a.zip');
    expect((await listFiles([path])).roots).toMatchObject([{ kind: 'file' }]);
  });
});
