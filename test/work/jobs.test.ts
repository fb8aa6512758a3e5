import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAdding, startAdding, unfinished, unfinishedJobs } from '#evidence/claims/claims.ts';
import { act, readRows, type Store, verifyStore } from '#store/store.ts';
import { documents, zipped } from '#test/documents.ts';
import { a } from '#test/factories.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';
import { type Counts, countsOf, findJob, itemsOf, listFiles, listJobs, startJob } from '#work/work.ts';
import { expectSame } from './interrupted.ts';

const by = { by: 'tester' };

function folderOf(files: readonly { name: string; bytes: Uint8Array | string }[]): string {
  const folder = tempFolder('many');
  mkdirSync(folder);
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

async function begin(store: Store, folder: string) {
  const { roots, names } = await listFiles([folder]);
  const options = { roots, about: {}, read: {} };
  return { options, names, job: await startAdding(store, 'tester', options, names) };
}

describe.each(stores)('a job on $name', kind => {
  test.skipIf(!kind.here)('adds what it can, tells the rest, and doubles nothing', async () => {
    const store = await newStore(kind);
    const good = await documents(6, 3);
    const [first] = good;
    const folder = folderOf([
      ...good,
      { name: 'again.txt', bytes: first?.bytes ?? '' },
      { name: 'broken.pdf', bytes: '%PDF-1.4 cut' },
      { name: 'empty.txt', bytes: '' },
      { name: 'gone.txt', bytes: 'Words that go.' },
    ]);
    const { job } = await begin(store, folder);
    rmSync(join(folder, 'gone.txt'));
    const seen: Counts[] = [];
    const counts = await runAdding(store, by, job, { onItem: it => seen.push(it) });
    expect(counts).toEqual({ all: 10, waiting: 0, done: 6, here: 1, failed: 3 });
    expect(seen.map(it => it.waiting)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await countsOf(store, job.id)).toEqual(counts);
    const failed = await itemsOf(store, job.id, { state: 'failed' });
    expect(failed.map(it => [it.name, (it.result as { problem: string }).problem])).toEqual([
      ['0:broken.pdf', 'file.broken'],
      ['0:empty.txt', 'file.empty'],
      ['0:gone.txt', 'file.missing'],
    ]);
    expect((await findJob(store, job.id)).state).toBe('done');
    // once more: all is here
    const again = await runAdding(store, by, (await begin(store, folder)).job);
    expect(again).toMatchObject({ all: 9, here: 7, failed: 2 });
    expect(await readRows(store, 'sources')).toHaveLength(6);
    expect((await verifyStore(store)).failures).toEqual([]);
    await store.close();
  });

  test.skipIf(!kind.here)('that is stopped waits, and goes on with files that came since', async () => {
    const store = await newStore(kind);
    const folder = folderOf(await documents(12, 5));
    const { job, options, names } = await begin(store, folder);
    const stop = new AbortController();
    const counts = await runAdding(store, by, job, {
      signal: stop.signal,
      // one by one: of those that are committed together none is left behind
      ahead: 1,
      onItem: it => it.done === 4 && stop.abort(new Error('stop')),
    });
    expect(counts).toMatchObject({ done: 4, waiting: 8 });
    expect((await unfinishedJobs(store)).map(it => it.id)).toEqual([job.id]);
    writeFileSync(join(folder, 'zz-late.txt'), 'The minister said that wages were late.');
    const listed = await listFiles([folder]);
    const same = await unfinished(store, options, listed.names);
    expect([same?.id, listed.names.length]).toEqual([job.id, names.length + 1]);
    expect(await unfinished(store, { ...options, about: { grade: 'A' } }, names)).toBeUndefined();
    expect(await runAdding(store, by, same ?? job)).toMatchObject({ all: 13, done: 13, waiting: 0 });
    expect(await unfinishedJobs(store)).toEqual([]);
    await store.close();
  });

  test.skipIf(!kind.here)('run twice at once adds each file once', async () => {
    const store = await newStore(kind);
    const { job } = await begin(store, folderOf(await documents(10, 7)));
    await Promise.all([runAdding(store, by, job), runAdding(store, { by: 'another' }, job)]);
    expect(await countsOf(store, job.id)).toMatchObject({ all: 10, done: 10 });
    expect(await readRows(store, 'sources')).toHaveLength(10);
    await store.close();
  });

  test.skipIf(!kind.here)('is an act for each file, with source, text and proposals in it', async () => {
    const store = await newStore(kind);
    await act(store, { ...by, act: 'add' }, write => write.put('parties', a('parties')));
    const { job } = await begin(store, folderOf(await documents(3, 9)));
    await runAdding(store, by, job);
    const entries = await store.db.selectFrom('history').select(['at', 'subject']).orderBy('seq').execute();
    const acts = Map.groupBy(entries, it => it.at);
    const ofSources = [...acts.values()].filter(it => it[0]?.subject.startsWith('sources/'));
    expect(ofSources).toHaveLength(3);
    for (const entry of ofSources)
      expect(entry.map(it => it.subject.split('/')[0]).slice(0, 3)).toEqual([
        'sources',
        'texts',
        'proposals',
      ]);
    await store.close();
  });

  test.skipIf(!kind.here)('keeps 100,000 items, in no package', { timeout: 60_000 }, async () => {
    const store = await newStore(kind);
    const names = Array.from({ length: 100_000 }, (_, n) => `0:${n}\n\u001b[31m.txt`);
    const job = await startJob(store, 'tester', 'add', {}, names);
    expect(await countsOf(store, job.id)).toMatchObject({ all: 100_000, waiting: 100_000 });
    expect((await itemsOf(store, job.id, { after: 99_998 })).map(it => it.name)).toEqual(names.slice(-2));
    expect(await listJobs(store)).toHaveLength(1);
    expect((await verifyStore(store)).failures).toEqual([]);
    await store.close();
  });

  test.skipIf(!kind.here)(
    'killed while files are read, inside an act and between two ends as one that was not',
    { timeout: 120_000 },
    async () => {
      const files = await documents(60, 11);
      const broken = { name: '0010-broken.docx', bytes: new Uint8Array([80, 75, 3, 4, 0]) };
      const all = { name: 'all.zip', bytes: zipped([...files.slice(25), broken]) };
      await expectSame(kind, folderOf([...files.slice(0, 30), broken, all]), 60);
    },
  );
});
