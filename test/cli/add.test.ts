/** `probanza add` of many files, as people run it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { run } from '#test/command.ts';
import { type Document, documents, zipped } from '#test/documents.ts';
import { tempFolder } from '#test/stores.ts';
import { main } from '../../src/cli/main.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'src/cli/main.ts');

async function newDossier(): Promise<string> {
  const place = tempFolder('dossier');
  await run(['new', place, '--title', 'T', '--state', 'AAA', '--duty-bearer', 'B']);
  return place;
}

function folderOf(files: readonly Document[]): string {
  const folder = tempFolder('many');
  mkdirSync(folder);
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

const text = (name: string, words: string) => ({ name, bytes: Buffer.from(words) });

describe('adding many', () => {
  test('says how far it is by tenths, and what came of each', async () => {
    const place = await newDossier();
    const folder = folderOf([
      ...(await documents(18, 41)),
      text('zz-empty.txt', ''),
      text('zz.txt', 'Words.'),
    ]);
    const ran = await run(['add', folder, '--dossier', place, '--lang', 'pt']);
    expect(ran.code).toBe(1);
    const said = ran.err.trim().split('\n');
    expect(said.filter(line => /\d+ de 20 ficheiros/.test(line))).toHaveLength(10);
    expect(said.at(-1)).toBe('19 adicionados, 0 já cá estavam, 1 com falha');
    expect(ran.out).toMatch(/zz-empty\.txt não contém texto/);
    const again = await run(['add', folder, '--dossier', place, '--json']);
    expect(again.code).toBe(1);
    expect(again.json()).toHaveLength(20);
    expect(again.json()).toContainEqual({ file: join(folder, 'zz.txt'), here: 'zz-txt' });
    expect((await run(['add', '--resume', '--dossier', place])).out).toMatch(/Nothing was stopped/);
  });

  test('on a terminal is one line that is renewed and taken away', async () => {
    const place = await newDossier();
    const ran = { out: '', err: '' };
    const code = await main(['add', folderOf(await documents(12, 42)), '--dossier', place], {
      stdout: { write: words => (ran.out += words) },
      stderr: { isTTY: true, write: words => (ran.err += words) },
      env: {},
    });
    expect(code).toBe(0);
    const lines = ran.err.split('\r\u001b[K');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.at(-1)).toBe('12 added, 0 here already, 0 failed\n');
    expect(ran.err.match(/\n/g)).toHaveLength(1);
  });

  test('one that is held already is no failure, by itself or among others', async () => {
    const place = await newDossier();
    const folder = folderOf([text('a.txt', 'Some words.'), text('b.txt', 'Some words.')]);
    const first = await run(['add', folder, '--dossier', place]);
    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/b\.txt: already here as a-txt/)]);
    const alone = await run(['add', join(folder, 'a.txt'), '--dossier', place]);
    expect([alone.code, alone.out]).toEqual([0, expect.stringMatching(/a\.txt: already here as a-txt/)]);
  });

  test('names that command a terminal are printed harmless', async () => {
    const place = await newDossier();
    const folder = folderOf([
      text('a\n\u001b[2Jb.txt', 'Some words.'),
      text('c\u202egpj.txt', ''),
      text('d\u0007.txt', ''),
    ]);
    const ran = await run(['add', folder, '--dossier', place]);
    expect(ran.code).toBe(1);
    expect(`${ran.out}${ran.err}`).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(ran.out.trim().split('\n')).toHaveLength(3);
  });

  test('Ctrl-C leaves the rest, and the same command or --resume goes on', { timeout: 120_000 }, async () => {
    const place = await newDossier();
    const zip = join(folderOf([]), 'all.zip');
    writeFileSync(zip, zipped(await documents(40, 43)));
    for (const args of [[zip], ['--resume']]) {
      const child = spawn(process.execPath, [cli, 'add', ...args, '--dossier', place]);
      const { code, err } = await interrupted(child);
      expect([code, err]).toEqual([130, expect.stringMatching(/Stopped: \d+ files wait/)]);
    }
    const ran = await run(['add', zip, '--dossier', place]);
    expect(ran.err).toMatch(/^Going on where it stopped: \d+ of 40 files were done\.\n/);
    expect([ran.code, ran.out.trim().split('\n').length]).toEqual([0, 40]);
    expect((await run(['verify', '--dossier', place])).code).toBe(0);
  });
});

/** As soon as it has said that it is on its way. */
function interrupted(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  return new Promise(resolve => {
    let [err, sent] = ['', false];
    child.stderr?.on('data', data => {
      err += data;
      // once: a second one ends the process there and then, as people want of it
      if (!sent && /of 40 files, /.test(err)) sent = child.kill('SIGINT');
    });
    child.on('exit', code => resolve({ code, err }));
  });
}

describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('a full disk', () => {
  test('stops a job in one line, and it goes on when there is room', { timeout: 60_000 }, async ({
    skip,
  }) => {
    const disk = tempFolder('disk');
    mkdirSync(disk);
    const sh = promisify(execFile);
    const mounted = await sh('mount', ['-t', 'tmpfs', '-o', 'size=1200k', 'tmpfs', disk]).then(
      () => true,
      () => false,
    );
    if (!mounted) return skip('no file system can be mounted here');
    try {
      const place = join(disk, 'dossier');
      await run(['new', place, '--title', 'T', '--state', 'AAA', '--duty-bearer', 'B']);
      const folder = folderOf(await documents(60, 44));
      const full = await run(['add', folder, '--dossier', place]);
      expect([full.code, full.err]).toEqual([2, expect.stringMatching(/The disk is full at /)]);
      await sh('mount', ['-o', 'remount,size=100m', disk]);
      const ran = await run(['add', '--resume', '--dossier', place]);
      expect([ran.code, ran.err]).toEqual([0, expect.stringMatching(/60 added, 0 here already, 0 failed/)]);
      expect((await run(['verify', '--dossier', place])).code).toBe(0);
      expect(existsSync(place)).toBe(true);
    } finally {
      await sh('umount', ['-l', disk]);
    }
  });
});
