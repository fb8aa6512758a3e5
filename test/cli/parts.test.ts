import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore, readRows, verifyStore } from '#store/store.ts';
import { run } from '#test/command.ts';
import { article, docx, mixed, paragraph, wacz } from '#test/formats.ts';
import { tempFolder } from '#test/stores.ts';

const url = 'https://ministry.example/wages.html';
const page = article('Wages', 'The ministry said that wages are paid in full, every month.');
const attached = (name: string, content: string) =>
  `Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"\n\n${content}`;
const base64 = (content: Uint8Array | string) => Buffer.from(content).toString('base64');

let dossier: string;
let given: string;
beforeEach(async () => {
  dossier = tempFolder('parts');
  given = tempFolder('given');
  mkdirSync(given);
  await run(['new', dossier, '--title', 'Example', '--state', 'AAA', '--duty-bearer', 'Sender']);
});

async function add(name: string, content: Uint8Array, ...more: string[]) {
  writeFileSync(join(given, name), content);
  const ran = await run(['add', join(given, name), '--dossier', dossier, '--json', ...more]);
  return { ...ran, added: JSON.parse(ran.out)[0] };
}

async function rows() {
  const store = await openStore(dossier);
  const [sources, relations, faults] = await Promise.all([
    readRows(store, 'sources'),
    readRows(store, 'relations'),
    verifyStore(store),
  ]);
  await store.close();
  return { sources, relations, faults };
}

describe('what comes inside a file', () => {
  const statement = docx(paragraph('The minister said that wages are paid.'));
  const mail = mixed([
    'Content-Type: text/plain\n\nSee the files.',
    attached('statement.docx', base64(statement)),
    attached('logo.png', base64(Uint8Array.from({ length: 900 }, (_, n) => (n * 7919) % 256))),
  ]);

  test('becomes a source of its own, related to the file, and what cannot be read of it is one line', async () => {
    const { code, added } = await add('letter.eml', mail);
    expect(code).toBe(0);
    expect(added).toMatchObject({
      source: 'salarios-de-los-medicos',
      parts: [
        { name: 'statement.docx', source: 'statement-docx' },
        { name: 'logo.png', problem: 'file.binary' },
      ],
    });
    const { sources, relations, faults } = await rows();
    expect(sources.map(it => it.id).sort()).toEqual(['salarios-de-los-medicos', 'statement-docx']);
    expect(relations).toMatchObject([
      {
        id: 'statement-docx.salarios-de-los-medicos',
        source: 'statement-docx',
        of: 'salarios-de-los-medicos',
        kind: 'part',
      },
    ]);
    expect(faults.failures).toEqual([]);
  });

  test('is related and not doubled where it is held already', async () => {
    await add('own.docx', statement);
    const { added } = await add('letter.eml', mail);
    expect(added.parts[0]).toEqual({ name: 'statement.docx', here: 'own-docx' });
    const { sources, relations } = await rows();
    expect(sources).toHaveLength(2);
    expect(relations.map(it => it.source)).toEqual(['own-docx']);
  });

  test('has the address and the time of its own capture, and the file is quoted, not believed', async () => {
    await add('collection.wacz', wacz([{ url, body: page }], { signed: true }));
    const { sources } = await rows();
    const part = sources.find(it => it.id === 'wages');
    expect(part).toMatchObject({
      url,
      title: 'Wages',
      mediaType: 'text/html',
      lang: 'es',
      capturedBy: 'tester',
    });
    expect(part?.captureHow).toMatch(
      /^added from a file; the file says: received as text\/html, in a WACZ; .*verified.*, 2024-03-05T10:20:30.000Z, https:/,
    );
    expect(part?.capturedAt?.slice(0, 4)).not.toBe('2024');
  });
});

describe('what a file says of itself', () => {
  const told = page.replace(
    '<head>',
    '<head><meta name="author" content="Ana Ruiz"><meta property="og:site_name" content="The Paper"><meta name="date" content="2024-01-31">',
  );

  test('fills what the person left open', async () => {
    await add('a.html', Buffer.from(told));
    expect((await rows()).sources[0]).toMatchObject({
      author: 'Ana Ruiz',
      publisher: 'The Paper',
      date: '2024-01-31',
      lang: 'es',
      url: null,
    });
  });

  test('stands back behind what the person says', async () => {
    await add(
      'a.html',
      Buffer.from(told),
      '--date',
      '2023',
      '--publisher',
      'Another',
      '--author',
      'B. Silva',
    );
    expect((await rows()).sources[0]).toMatchObject({
      author: 'B. Silva',
      publisher: 'Another',
      date: '2023',
    });
  });
});
