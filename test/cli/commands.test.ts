import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commandNames } from '#cli/commands.ts';
import { canonical, type Json } from '#core/canonical.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'test/cases/package');
const words = 'Minister Ana Ruiz said that more than 200 doctors keep their passports.\n';

function file(name: string, content: string | Uint8Array = words): string {
  const folder = tempFolder('given');
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('bad input gets one line, exit 2, and nothing half-written', () => {
  test.each<[string, () => string[], RegExp]>([
    ['an unknown command', () => ['guess'], /no command “guess”/],
    ['an unknown option', () => ['money', '--everything'], /--everything/],
    ['an option without its value', () => ['money', '--place'], /--place/],
    ['a place that is none', () => ['money', '--place', 'Brazil'], /“Brazil”.*--place/],
    ['a period that is none', () => ['money', '--period', '2013/2012'], /“2013\/2012”.*--period/],
    ['an unknown standard', () => ['assess', '--standard', 'ilo-c999'], /ilo-c029/],
    [
      'an unknown proof standard',
      () => ['assess', '--standard', 'ilo-c029', '--proof', 'certainty'],
      /reasonable-grounds/,
    ],
    ['an unknown route', () => ['assess', '--standard', 'ilo-c029', '--route', 'guess'], /--route/],
    ['no standard', () => ['assess'], /--standard/],
    [
      'an unknown duty-bearer',
      () => ['assess', '--standard', 'ilo-c029', '--duty-bearer', 'nobody'],
      /nobody/,
    ],
    ['a missing file', () => ['read', 'none.txt'], /no file none\.txt/],
    ['a folder', () => ['read', root], /is a folder/],
    ['an empty file', () => ['read', file('empty.txt', '')], /holds no text/],
    [
      'a binary file',
      () => [
        'read',
        file(
          'a.bin',
          Uint8Array.from({ length: 900 }, (_, n) => n % 7),
        ),
      ],
      /not text, PDF, HTML, DOCX/,
    ],
    ['lines that are no JSON', () => ['read', '--jsonl', file('a.jsonl', 'not json\n')], /a\.jsonl:1/],
    ['a dossier that is not there', () => ['claims', '--dossier', tempFolder('none')], /no dossier/],
    ['a corrupt dossier', () => ['claims', '--dossier', corrupt()], /is damaged/],
    ['a language that is none', () => ['claims', '--lang', 'xx'], /“xx”.*--lang/],
    [
      'a password in an address',
      () => ['claims', '--dossier', 'postgres://me:secret@127.0.0.1:1/x?dossier=a'],
      /--dossier/,
    ],
    [
      'a server that does not answer',
      () => ['claims', '--dossier', 'postgres://me@127.0.0.1:1/x?dossier=a'],
      /does not answer/,
    ],
    ['a package to be changed', () => ['review', 'accept', 'c1', '--dossier', example], /reading only/],
    ['a claim that is not there', () => ['claims', '--id', 'zzz'], /zzz/],
    ['a port that is none', () => ['serve', '--port', '99999'], /--port/],
    [
      'a name that climbs',
      () => ['new', tempFolder('x'), '--title', 'T', '--id', '../x', '--state', 'AAA', '--duty-bearer', 'B'],
      /--id/,
    ],
    [
      'a checkpoint that is none',
      () => ['verify', example, '--checkpoint', file('c.json', '{}')],
      /cut short or damaged/,
    ],
  ])('%s', async (_, line, message) => {
    const args = line();
    const ran = await run(
      args.includes('--dossier') || ['read', 'guess', 'new'].includes(args[0] ?? '')
        ? args
        : [...args, '--dossier', example],
    );
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ran.err).not.toContain('secret');
  });

  function corrupt(): string {
    const folder = tempFolder('corrupt');
    mkdirSync(folder);
    writeFileSync(join(folder, 'dossier.sqlite'), 'SQLite format 3\0 and then nothing of the kind');
    return folder;
  }

  test('speaks the language asked for', async () => {
    expect((await run(['read', 'none.txt', '--lang', 'es'])).err).toBe(
      'No existe el archivo none.txt: compruebe la ruta.\n',
    );
    expect((await run(['read', 'none.txt'], { PROBANZA_LANG: 'pt' })).err).toBe(
      'Não existe o ficheiro none.txt: verifique o caminho.\n',
    );
  });

  test('a failed verification exits with 1 and names each place', async () => {
    const folder = tempFolder('tampered');
    await run(['import', example, '--dossier', `${folder}-store`]);
    await run(['export', '--dossier', `${folder}-store`, '-o', folder]);
    writeFileSync(
      join(folder, 'answers.csv'),
      readFileSync(join(folder, 'answers.csv'), 'utf8').replace('opposite', 'same'),
    );
    const ran = await run(['verify', folder, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({
      ok: false,
      failures: ['answers.csv: is missing or not as the manifest says'],
    });
  });

  test('a port in use is told', async () => {
    const taken = createServer();
    const port = await new Promise<number>(resolve =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    const ran = await run(['serve', '--port', String(port), '--dossier', example]);
    taken.close();
    expect(ran).toMatchObject({
      code: 2,
      err: `The port ${port} is in use: choose another with \`--port\`.\n`,
    });
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written is told', async () => {
    const folder = tempFolder('closed');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(await run(['import', example, '--dossier', join(folder, 'x')])).toMatchObject({ code: 2 });
  });
});

describe.skipIf(process.platform !== 'linux' || !existsSync('/dev/full') || process.getuid?.() !== 0)(
  'a full disk',
  () => {
    const on = (folder: string, line: string) =>
      promisify(execFile)('sh', [
        '-c',
        `mount -t tmpfs -o size=400k tmpfs ${folder} && ${line}; code=$?; ls -A ${folder}; umount ${folder}; exit $code`,
      ]);

    test('stops an import in one line, and leaves nothing', async ({ skip }) => {
      const folder = tempFolder('disk');
      mkdirSync(folder);
      const command = `${process.execPath} ${root}/src/cli/main.ts import ${example} --dossier ${folder}/x`;
      const ran = await on(
        folder,
        `dd if=/dev/zero of=${folder}/filler bs=1k count=330 status=none && ${command}`,
      ).then(
        () => null,
        error => error,
      );
      if (/mount|permitted|denied/.test(ran?.stderr ?? '')) return skip('no file system can be mounted here');
      expect(ran?.code).toBe(2);
      expect(ran?.stderr).toMatch(/^The disk is full at .*nothing was written/);
      expect(ran?.stdout.trim()).toBe('filler');
    });
  },
);

describe('the whole way by hand', () => {
  test('new, add, review, claims, assess, verify, export, import, backup', async () => {
    const place = tempFolder('by-hand');
    const ok = async (...line: string[]) => {
      const ran = await run([...line, '--json']);
      expect([line, ran.code, ran.err]).toEqual([line, 0, '']);
      return ran.json() as never;
    };
    await ok('new', place, '--title', 'An example', '--state', 'AAA', '--duty-bearer', 'Sending State');
    expect(
      await ok(
        'add',
        file('article.txt'),
        '--title',
        'An article',
        '--publisher',
        'The Paper',
        '--date',
        '2020-05',
        '--grade',
        'B',
        '--dossier',
        place,
      ),
    ).toMatchObject([{ source: 'an-article' }]);
    const [first] = (await ok('review', '--kind', 'claim', '--dossier', place)) as { id: string }[];
    await ok(
      'review',
      'accept',
      first?.id ?? '',
      '--set',
      'credibility=2',
      '--set',
      'side=defending',
      '--dossier',
      place,
    );
    await ok('review', 'accept', '--all', '--kind', 'bearing', '--dossier', place);
    expect(await ok('claims', '--dossier', place)).toMatchObject([
      {
        asserterName: 'Ana Ruiz',
        side: 'defending',
        elements: [{ element: 'ilo11.documents', direction: 'rebuts' }],
      },
    ]);
    expect(
      await ok('assess', '--standard', 'ilo-11-indicators', '--record', '--dossier', place),
    ).toMatchObject({ verdict: 'none', illustrative: false });
    expect(await ok('verify', '--dossier', place)).toMatchObject({
      ok: true,
      checked: { sources: 1, findings: 1 },
    });
    const checkpoint = `${place}.checkpoint.json`;
    await ok('verify', '--dossier', place, '--write-checkpoint', checkpoint);
    await ok('review', 'undo', '--dossier', place);
    await ok('verify', '--dossier', place, '--checkpoint', checkpoint);
    await ok('export', '-o', `${place}-package`, '--dossier', place);
    await ok('verify', `${place}-package`);
    await ok('backup', '-o', `${place}.zip`, '--dossier', place);
    await ok('import', `${place}.zip`, '--dossier', `${place}-again`);
    await ok('export', '-o', `${place}-package-again`, '--dossier', `${place}-again`);
    const manifest = (folder: string) => readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8');
    expect(manifest(`${place}-package-again`)).toBe(manifest(`${place}-package`));
    expect(readdirSync(join(place, '..')).filter(name => /\.(making|writing)-/.test(name))).toEqual([]);
  });

  test('review by speaker and in an order, what was set before, parties and one of them', async () => {
    const place = tempFolder('desk');
    const ok = async (...line: string[]) => {
      const ran = await run([...line, '--dossier', place, '--json']);
      expect([line, ran.code, ran.err]).toEqual([line, 0, '']);
      return ran.json() as never;
    };
    await run(['new', place, '--title', 'An example', '--state', 'AAA', '--duty-bearer', 'Sending State']);
    const said = [1, 2, 3].map(n => `Minister Ana Ruiz said that doctor ${n} kept her passport in Qatar.`);
    await ok('add', file('said.txt', said.join('\n\n')), '--title', 'Said', '--publisher', 'The Paper');
    const starts = async (order: string) =>
      ((await ok('review', '--order', order, '--kind', 'claim')) as { start: number }[]).map(it => it.start);
    expect(await starts('text')).toEqual((await starts('settles')).toSorted((a, b) => a - b));
    const [first] = (await ok('review', '--kind', 'claim', '--order', 'text')) as {
      id: string;
      settles: string;
    }[];
    expect(first?.settles).toMatch(/^Would be the first origin/);
    const bears = (await ok('review', '--element', 'ilo11.documents')) as unknown[];
    expect(bears.length).toBeGreaterThanOrEqual(3);
    await ok('review', 'accept', first?.id ?? '', '--set', 'side=defending');
    await ok('review', 'accept', '--all', '--kind', 'claim', '--speaker', 'Ana Ruiz', '--carry');
    const claims = await ok('claims');
    expect(claims).toMatchObject([{ side: 'defending' }, { side: 'defending' }, { side: 'defending' }]);
    expect(await ok('parties', '--search', 'ruiz')).toMatchObject([
      { id: 'ana-ruiz', asserts: { defending: 3 } },
    ]);
    expect(await ok('party', 'Ana Ruiz', '--set', 'aliases=A. Ruiz; Dr Ruiz')).toMatchObject({
      aliases: ['A. Ruiz', 'Dr Ruiz'],
    });
    expect(await ok('party', 'Dr Ruiz', '--merge', 'The Paper')).toMatchObject({ into: 'the-paper' });
    expect(await ok('party', 'Dr Ruiz')).toMatchObject({ id: 'the-paper', asserts: { defending: 3 } });
    const text = await run(['party', 'Dr Ruiz', '--dossier', place, '--lang', 'es']);
    expect(text.out).toMatch(/^The Paper hace 3 afirmaciones: 0 críticas, 3 defensoras, 0 neutrales\./);
    for (const line of [
      ['review', '--order', 'guilt'],
      ['party'],
      ['party', 'nobody'],
      ['party', 'Dr Ruiz', '--merge', 'The Paper'],
    ]) {
      const ran = await run([...line, '--dossier', place]);
      expect([ran.code, ran.err.trim().split('\n').length]).toEqual([2, 1]);
    }
  });

  test('read gives the contract’s fields, with offsets into the text, for files and lines', async () => {
    const ran = await run(['read', file('a.txt'), '--json', '--text']);
    const reading = ran.json() as { text: string; claims: { start: number; end: number; exact: string }[] };
    expect(reading).toMatchObject({
      source: {
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        mediaType: 'text/plain',
        language: 'en',
        chars: words.length,
      },
      claims: [
        {
          exact: 'that more than 200 doctors keep their passports',
          mode: 'indirect',
          speaker: { name: 'Ana Ruiz' },
          cue: { text: 'said' },
        },
      ],
      figures: [
        { comparator: 'more-than', value: 200, low: 200, high: null, unit: 'doctors', currency: null },
      ],
      bearings: [{ element: 'ilo11.documents', direction: 'rebuts' }],
      text: words,
    });
    for (const it of reading.claims) expect(reading.text.slice(it.start, it.end)).toBe(it.exact);
    const lines = await run([
      'read',
      '--jsonl',
      file('a.jsonl', `${canonical({ docId: 'd1', lang: 'en', text: words } as Json)}\n\n`),
    ]);
    expect(JSON.parse(lines.out)).toMatchObject({ docId: 'd1', claims: [{ mode: 'indirect' }] });
  });

  test('read takes the day of publication, and only a day', async () => {
    const path = file('when.txt', 'The mission ended last year.');
    const dated = await run(['read', path, '--language', 'en', '--published', '2025-03-14', '--json']);
    expect(dated.json()).toMatchObject({ dates: [{ from: '2024', to: '2024', kind: 'relative' }] });
    const wrong = await run(['read', path, '--published', 'yesterday']);
    expect([wrong.code, wrong.err.trim().split('\n').length]).toEqual([2, 1]);
    expect(wrong.err).toContain('yesterday');
  });

  test('a folder of files goes on where one fails, and exits with 1', async () => {
    const place = tempFolder('many');
    await run(['new', place, '--title', 'T', '--state', 'AAA', '--duty-bearer', 'B']);
    const folder = join(file('one.txt'), '..');
    writeFileSync(join(folder, 'two.txt'), '');
    const ran = await run(['add', folder, '--dossier', place]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/one\.txt: source one-txt, \d+ proposals wait/);
    expect(ran.out).toMatch(/two\.txt holds no text/);
  });
});

describe('the program', () => {
  const bin = join(root, 'bin/probanza');

  test('runs from any folder', async () => {
    const { stdout } = await promisify(execFile)(bin, ['read', file('a.txt'), '--json'], { cwd: '/' });
    expect(JSON.parse(stdout).claims).toHaveLength(1);
  });

  test('is quiet where its reader stops reading', async () => {
    const { stderr } = await promisify(execFile)('sh', [
      '-c',
      `${bin} claims --dossier ${example} | head -1`,
    ]);
    expect(stderr).toBe('');
  });

  test('serves until it is stopped', { timeout: 20_000 }, async () => {
    const child = spawn(bin, ['start', '--port', '0', '--dossier', example], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const address = await new Promise<string>(resolve => {
      let err = '';
      child.stderr.on('data', data => {
        err += data;
        const [found] = /http:\S+/.exec(err) ?? [];
        if (found) resolve(found);
      });
    });
    expect((await fetch(address)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0);
  });

  test('every command has its help in three languages', async () => {
    for (const name of commandNames) {
      const [en, es, pt] = await Promise.all(
        ['en', 'es', 'pt'].map(async lang => (await run([name, '--help', '--lang', lang])).out),
      );
      expect(en).toContain(`probanza ${name}`);
      expect(new Set([en, es, pt]).size).toBe(3);
    }
  });
});

describe('what only reads', () => {
  test('reads a package as it lies there, and leaves it as it is', async () => {
    const before = readFileSync(join(example, 'manifest-sha256.txt'), 'utf8');
    for (const line of [['review'], ['claims'], ['verify'], ['money'], ['timeline']])
      expect(await run([...line, '--dossier', example])).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(example)).not.toContain('dossier.sqlite');
    expect(readFileSync(join(example, 'manifest-sha256.txt'), 'utf8')).toBe(before);
  });
});
