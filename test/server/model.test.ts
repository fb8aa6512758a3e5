/** A model that the server was given: asked about files only where that is wished for. */
import { afterEach, describe, expect, test } from 'vitest';
import { modelAt } from '#evidence/model/model.ts';
import { readRows } from '#store/store.ts';
import { type Behaviour, completion, type ModelServer, modelServer } from '#test/model.ts';
import { protectOne } from '#test/protected.ts';
import { type Bench, bench, TOKEN } from '#test/workbench.ts';

const WORDS = 'Nobody may leave before the term ends';
const TEXT = Buffer.from(`The house opened in May. ${WORDS}.\n`);

describe('a server with a model', () => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });
  async function start(behaviour: Behaviour): Promise<{ it: Bench; model: ModelServer }> {
    const model = await modelServer(behaviour);
    const it = await bench({ model: await modelAt(model.url, 'mine') });
    open.push(
      () => it.stop(),
      () => model.close(),
    );
    return { it, model };
  }
  const claims = completion({ claims: [{ words: WORDS, speaker: null }] });

  function ask(it: Bench, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${TOKEN}` };
    return fetch(`${new URL(it.server.address).origin}${path}`, { ...init, headers });
  }
  function send(it: Bench, more: object): Promise<Response> {
    const head = { files: [{ name: 'house.txt', size: TEXT.length }], ...more };
    return ask(it, '/api/jobs', { method: 'POST', body: `${JSON.stringify(head)}\n${TEXT}` });
  }
  async function done(it: Bench) {
    for (;;) {
      const [job] = (await (await ask(it, '/api/jobs')).json()).jobs;
      if (job?.state === 'done') return job;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
  }
  const byModel = async (it: Bench) =>
    (await readRows(it.store, 'proposals')).filter(row => row.rule === 'model:mine').map(row => row.exact);
  function form(more: Record<string, string> = {}): FormData {
    const it = new FormData();
    it.set('file', new File([TEXT], 'house.txt'));
    for (const [name, value] of Object.entries(more)) it.set(name, value);
    return it;
  }

  test('says which, and without one that there is none', async () => {
    const { it, model } = await start(claims);
    const { host } = new URL(model.url);
    expect((await (await ask(it, '/api/state')).json()).model).toEqual({ name: 'mine', host });
    const plain = await bench();
    open.push(() => plain.stop());
    expect((await (await ask(plain, '/api/state')).json()).model).toBeNull();
  });

  test('asks it about files of a job that wishes so, and about no others', async () => {
    const { it, model } = await start(claims);
    await send(it, {});
    await done(it);
    expect([model.asked, await byModel(it)]).toEqual([[], []]);
    const other = await start(claims);
    await send(other.it, { model: true });
    await done(other.it);
    expect(other.model.asked).toHaveLength(1);
    expect(await byModel(other.it)).toEqual([WORDS]);
  });

  test('asks it about a single file that wishes so, and about no other', async () => {
    const { it, model } = await start(claims);
    expect((await ask(it, '/api/sources', { method: 'POST', body: form() })).status).toBe(200);
    expect(model.asked).toEqual([]);
    const other = await start(claims);
    await ask(other.it, '/api/sources', { method: 'POST', body: form({ model: 'true' }) });
    expect(await byModel(other.it)).toEqual([WORDS]);
  });

  test('tells of a file whose model failed, in the reader’s language, and adds it', async () => {
    const { it } = await start((_question, response) => response.end('busy'));
    await send(it, { model: true });
    await done(it);
    const [job] = (await (await ask(it, '/api/jobs?lang=es')).json()).jobs;
    expect(job.counts).toMatchObject({ done: 1, failed: 0 });
    expect(job.files[0].unanswered).toMatch(/^El modelo en 127\.0\.0\.1:/);
  });

  test('sends nothing while a claim is protected, and leaves no job', async () => {
    const { it, model } = await start(claims);
    await protectOne(it.folder);
    const refused = [
      await send(it, { model: true }),
      await ask(it, '/api/sources', { method: 'POST', body: form({ model: 'true' }) }),
    ];
    expect(refused.map(answer => answer.status)).toEqual([403, 403]);
    expect(model.asked).toEqual([]);
    expect((await (await ask(it, '/api/jobs')).json()).jobs).toEqual([]);
  });

  test('that has none refuses the wish', async () => {
    const it = await bench();
    open.push(() => it.stop());
    expect((await send(it, { model: true })).status).toBe(400);
    expect((await send(it, { model: 'http://127.0.0.1:9/v1' })).status).toBe(400);
  });

  test('asks nobody about what a job that was cut off wished of another server’s model', async () => {
    const { it, model } = await start((_question, response) => void response.write(' '));
    await send(it, { model: true });
    while (model.asked.length === 0) await new Promise(resolve => setTimeout(resolve, 25));
    await it.stop();
    open.shift();
    const next = await bench({ folder: it.folder });
    open.push(() => next.stop());
    const [job] = (await (await ask(next, '/api/jobs')).json()).jobs;
    expect(job).toMatchObject({ state: 'interrupted', counts: { waiting: 1 } });
    await ask(next, `/api/jobs/${job.id}/resume`, { method: 'POST' });
    await done(next);
    expect(model.asked).toHaveLength(1);
  });
});
