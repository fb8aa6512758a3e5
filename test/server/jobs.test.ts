import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { documents, zipped } from '#test/documents.ts';
import { type Bench, bench, TOKEN } from '#test/workbench.ts';

interface Line {
  readonly id: string;
  readonly state: string;
  readonly there: boolean;
  readonly counts: { all: number; waiting: number; done: number; here: number; failed: number };
  readonly files: { name: string; proposals?: number; here?: string; problem?: string }[];
}

const open: Bench[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it.stop();
});

async function start(options: Parameters<typeof bench>[0] = {}): Promise<Bench> {
  const it = await bench(options);
  open.push(it);
  return it;
}

function ask(it: Bench, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}`, ...(init.headers as Record<string, string>) };
  return fetch(`${new URL(it.server.address).origin}${path}`, { ...init, headers });
}

type Given = { readonly name: string; readonly bytes: Uint8Array };

/** As a page sends them. */
function send(it: Bench, files: readonly Given[], about = {}, head?: unknown): Promise<Response> {
  const line = head ?? { files: files.map(file => ({ name: file.name, size: file.bytes.length })), about };
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), ...files.map(file => file.bytes)]);
  return ask(it, '/api/jobs', { method: 'POST', body });
}

async function jobs(it: Bench, lang = 'en'): Promise<Line[]> {
  return (await (await ask(it, `/api/jobs?lang=${lang}`)).json()).jobs;
}

async function until(it: Bench, fits: (job: Line) => boolean): Promise<Line> {
  for (;;) {
    const [job] = await jobs(it);
    if (job && fits(job)) return job;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

const text = (words: string) => Buffer.from(words);

describe('files that are sent', () => {
  test('are added in the background, each failure in the reader’s language, and nothing of them is left', async () => {
    const it = await start();
    const inside = zipped([{ name: 'b.txt', bytes: text('The union said that 20 nurses were paid late.') }]);
    const response = await send(
      it,
      [
        { name: 'one/a.txt', bytes: text('The minister said that wages were late.') },
        { name: '../../\u0007.pdf', bytes: text('%PDF-1.4 cut') },
        { name: 'all.zip', bytes: inside },
        { name: 'copy.txt', bytes: text('The minister said that wages were late.') },
      ],
      { grade: 'B', publisher: 'The Paper' },
    );
    expect(await response.json()).toMatchObject({ files: 4, left: 0 });
    const job = await until(it, ({ state }) => state === 'done');
    expect(job.counts).toEqual({ all: 4, waiting: 0, done: 2, here: 1, failed: 1 });
    expect(job.files.map(file => file.name)).toEqual([
      'one/a.txt',
      '../../\ufffd.pdf',
      'all.zip/b.txt',
      'copy.txt',
    ]);
    expect(job.files[3]?.here).toBe('a-txt');
    const [spanish] = await jobs(it, 'es');
    expect(spanish?.files[1]?.problem).toMatch(/no se puede leer/);
    const { source } = await (await ask(it, '/api/sources/b-txt')).json();
    expect(source).toMatchObject({ grade: 'B', publisher: 'The Paper', name: 'b.txt', capturedBy: 'tester' });
    await expect.poll(() => readdirSync(join(it.folder, 'incoming'))).toEqual([]);
  });

  test.each([
    ['no list', text('words'), 'upload.wrong'],
    ['a list without an end', Buffer.alloc(1000, 65), 'upload.wrong'],
    ['fewer bytes than said', text('{"files":[{"name":"a","size":9}]}\nabc'), 'upload.wrong'],
    ['more bytes than said', text('{"files":[{"name":"a","size":1}]}\nabc'), 'upload.wrong'],
    ['sizes below nothing', text('{"files":[{"name":"a","size":-1}]}\n'), 'upload.wrong'],
    ['more than is taken', text('{"files":[{"name":"a.zip","size":9999999999}]}\n'), 'upload.large'],
    ['nothing at all', text(''), 'upload.wrong'],
  ])('%s are refused, and nothing of them is left', async (_, body, code) => {
    const it = await start();
    const response = await ask(it, '/api/jobs', { method: 'POST', body });
    expect([response.status >= 400, (await response.json()).title]).toEqual([true, code]);
    const incoming = join(it.folder, 'incoming');
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
    expect(await jobs(it)).toEqual([]);
  });

  test('what a server that was killed left lying goes after a day, what a job still needs stays', async () => {
    const it = await start();
    await send(it, await documents(30, 23));
    const { id } = await until(it, ({ counts }) => counts.done > 0);
    await ask(it, `/api/jobs/${id}/stop`, { method: 'POST' });
    await it.stop();
    open.splice(0);
    const incoming = join(it.folder, 'incoming');
    const needed = readdirSync(incoming);
    const [old, young] = ['old', 'young'].map(name => join(incoming, name)) as [string, string];
    for (const folder of [old, young]) mkdirSync(folder);
    for (const folder of [old, ...needed.map(name => join(incoming, name))])
      utimesSync(folder, new Date(), new Date(Date.now() - 2 * 86_400_000));
    await start({ folder: it.folder });
    expect(readdirSync(incoming).sort()).toEqual([...needed, 'young'].sort());
  });

  test('one that is too large is told, and the rest added', async () => {
    const it = await start();
    const large = { name: 'large.txt', bytes: new Uint8Array(51 << 20) };
    await send(it, [large, { name: 'a.txt', bytes: text('Some words of a text.') }]);
    const job = await until(it, ({ state }) => state === 'done');
    expect(job.files.map(file => file.problem ?? 'added')).toEqual([
      'large.txt is larger than 50 MB: split it and give the parts.',
      'added',
    ]);
  });
});

describe('a job', () => {
  test('is stopped, outlives its server, and goes on to its end', { timeout: 60_000 }, async () => {
    const it = await start();
    await send(it, await documents(40, 21));
    const running = await until(it, ({ counts }) => counts.done > 2);
    await ask(it, `/api/jobs/${running.id}/stop`, { method: 'POST' });
    const stopped = await until(it, ({ state }) => state === 'stopped');
    expect(stopped.counts.waiting).toBeGreaterThan(0);
    await ask(it, `/api/jobs/${running.id}/resume`, { method: 'POST' });
    await until(it, ({ counts }) => counts.done > stopped.counts.done + 1);
    await it.stop();
    open.splice(0);
    const next = await start({ folder: it.folder });
    const [cut] = await jobs(next);
    expect(cut).toMatchObject({ state: 'interrupted', there: true });
    await ask(next, `/api/jobs/${running.id}/resume`, { method: 'POST' });
    const done = await until(next, ({ state }) => state === 'done');
    expect(done.counts).toEqual({ all: 40, waiting: 0, done: 40, here: 0, failed: 0 });
    const again = await ask(next, `/api/jobs/${running.id}/resume`, { method: 'POST' });
    expect(again.status).toBe(409);
    expect((await ask(next, '/api/jobs/nobody/stop', { method: 'POST' })).status).toBe(404);
  });

  test('waits while another is run', async () => {
    const it = await start();
    await send(it, await documents(20, 22));
    await send(it, [{ name: 'a.txt', bytes: text('Some words of a text.') }]);
    expect((await jobs(it)).map(job => job.state)).toEqual(['queued', 'running']);
    await until(it, ({ state }) => state === 'done');
    expect((await jobs(it)).map(job => job.state)).toEqual(['done', 'done']);
  });
});
