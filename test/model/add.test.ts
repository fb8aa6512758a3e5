/** `probanza add --model`: what a model of this machine adds to files that are added. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, readRows, verifyStore } from '#store/store.ts';
import { run } from '#test/command.ts';
import { zipped } from '#test/documents.ts';
import { type Behaviour, completion, type ModelServer, modelServer } from '#test/model.ts';
import { protectOne } from '#test/protected.ts';
import { tempFolder } from '#test/stores.ts';
import { examplePackage } from '#test/workbench.ts';

const WORDS = 'Nobody may leave before the term ends';
const text = (n: number) => `House ${n} opened in May. ${WORDS}. Ana Ruiz said that 300 nurses had come.\n`;
const claims = completion({ claims: [{ words: WORDS, speaker: null }] });

describe('adding with a model', () => {
  const servers: ModelServer[] = [];
  let [dossier, folder] = ['', ''];
  beforeEach(async () => {
    dossier = tempFolder('dossier');
    folder = tempFolder('given');
    mkdirSync(folder);
    for (const n of [1, 2, 3]) writeFileSync(join(folder, `${n}.txt`), text(n));
    await run(['new', dossier, '--title', 'T', '--state', 'AAA', '--duty-bearer', 'B']);
  });
  afterEach(async () => {
    for (const it of servers.splice(0)) await it.close();
  });
  async function model(behaviour: Behaviour): Promise<ModelServer> {
    const it = await modelServer(behaviour);
    servers.push(it);
    return it;
  }
  const add = (what: string, ...more: string[]) =>
    run(['add', what, '--dossier', dossier, '--json', ...more]);
  async function proposals() {
    const store = await openStore(dossier);
    const rows = await readRows(store, 'proposals');
    const verified = await verifyStore(store);
    await store.close();
    expect(verified.failures).toEqual([]);
    return rows;
  }

  test('one file has the proposals of both in one order, by one act that one undo takes back', async () => {
    const { url } = await model(claims);
    const ran = await add(join(folder, '1.txt'), '--model', url);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.json()).toMatchObject([
      { model: { name: 'small-one', host: new URL(url).host, proposed: 1, failed: 0, why: null } },
    ]);
    const found = (await proposals()).filter(it => it.kind === 'claim');
    expect(found.filter(it => it.rule === 'model:small-one').map(it => it.exact)).toEqual([WORDS]);
    const inOrder = found.toSorted((a, b) => a.start - b.start);
    expect(inOrder.map(it => it.id.split('.').at(-1))).toEqual(found.map((_, at) => `c${at + 1}`));
    await run(['review', 'undo', '--dossier', dossier]);
    expect(await proposals()).toEqual([]);
  });

  test('a folder and a ZIP ask for each file, what is held already is not sent', async () => {
    const { url, asked } = await model(claims);
    await add(join(folder, '1.txt'));
    expect(asked).toEqual([]);
    const ran = await add(folder, '--model', url, '--model-name', 'mine');
    expect(ran.code).toBe(0);
    expect(asked).toHaveLength(2);
    const zip = join(tempFolder('zip'));
    mkdirSync(zip);
    writeFileSync(join(zip, 'z.zip'), zipped([{ name: '4.txt', bytes: Buffer.from(text(4)) }]));
    expect((await add(join(zip, 'z.zip'), '--model', url, '--model-name', 'mine')).code).toBe(0);
    expect(asked).toHaveLength(3);
    expect((await proposals()).filter(it => it.rule === 'model:mine')).toHaveLength(3);
  });

  test.each<[string, Behaviour | null]>([
    ['answers nonsense', (_question, response) => response.end('busy')],
    ['is not there', null],
  ])(
    'a model that %s costs one line for each file, and every file is added as without it',
    async (_, behaviour) => {
      const url = behaviour ? (await model(behaviour)).url : 'http://127.0.0.1:9/v1';
      const ran = await add(folder, '--model', url);
      expect(ran.code).toBe(0);
      const lines = ran.err.split('\n').filter(it => it.includes(new URL(url).host));
      expect(lines.map(it => it.split(': ')[0])).toEqual([1, 2, 3].map(n => join(folder, `${n}.txt`)));
      const got = await proposals();
      const other = tempFolder('other');
      await run(['new', other, '--title', 'T', '--state', 'AAA', '--duty-bearer', 'B']);
      await run(['add', folder, '--dossier', other]);
      const store = await openStore(other);
      expect(got).toEqual(await readRows(store, 'proposals'));
      await store.close();
    },
  );

  test('an address elsewhere is refused, and nothing is added', async () => {
    const ran = await add(folder, '--model', 'https://example.org/v1');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('127.0.0.1');
    expect(await proposals()).toEqual([]);
  });

  test.each(['1.txt', ''])('nothing is sent nor added while a claim is protected (%s)', async name => {
    const { url, asked } = await model(claims);
    dossier = tempFolder('protected');
    await run(['import', examplePackage, '--dossier', dossier]);
    const id = await protectOne(dossier);
    const ran = await add(join(folder, name), '--model', url);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`claims/${id}`);
    expect(asked).toEqual([]);
    expect((await run(['add', '--resume', '--dossier', dossier])).out).toMatch(/Nothing was stopped/);
    expect((await add(join(folder, name))).code).toBe(0);
  });

  test('an original of a cited source is read for no proposals, so that a model is refused there', async () => {
    const ran = await add(join(folder, '1.txt'), '--source', 's1', '--model', 'http://127.0.0.1:9/v1');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('--source');
  });
});
