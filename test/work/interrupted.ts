/** Adds a folder or a ZIP, killed at three points and gone on with, and compares what is exported in the end. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runAdding, startAdding, unfinished } from '#evidence/claims/claims.ts';
import { exportPackage } from '#package/package.ts';
import { createStore, openStore, verifyStore } from '#store/store.ts';
import { aDossier } from '#test/factories.ts';
import { type StoreKind, tempFolder } from '#test/stores.ts';
import { listFiles } from '#work/work.ts';

const worker = join(import.meta.dirname, 'worker.ts');

/** Lets the worker die at a moment. */
function killed(place: string, files: string, moment: string, count: number): void {
  const ran = spawnSync(process.execPath, [worker, place, files, moment, String(count)], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  expect([ran.signal, ran.stderr]).toEqual(['SIGKILL', '']);
}

/** Goes on to the end, in this process. */
async function toTheEnd(place: string, files: string): Promise<void> {
  const store = await openStore(place);
  const { roots, names } = await listFiles([files]);
  const options = { roots, about: {}, read: {} };
  const job =
    (await unfinished(store, options, names)) ?? (await startAdding(store, 'worker', options, names));
  expect((await runAdding(store, { by: 'worker' }, job)).waiting).toBe(0);
  await store.close();
}

async function newPlace(kind: StoreKind): Promise<string> {
  const dossier = aDossier();
  const place = await kind.place(dossier.id);
  await (await createStore(place, dossier, { by: 'tester' })).close();
  return place;
}

/** The hash of each file of the exported package, times and who taken out. */
async function exported(place: string): Promise<Record<string, string>> {
  const store = await openStore(place);
  expect((await verifyStore(store)).failures).toEqual([]);
  const folder = tempFolder('exported');
  await exportPackage(store, folder);
  await store.close();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    // these follow from the rest, and from times
    .filter(name => !/^(?:manifest-sha256\.txt|datapackage\.json|history\.jsonl)$/.test(name));
  return Object.fromEntries(
    files.sort().map(name => [name, hashWithoutTimes(readFileSync(join(folder, name)))]),
  );
}

function hashWithoutTimes(bytes: Buffer): string {
  const plain = bytes.toString('latin1').replace(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
  return createHash('sha256').update(plain, 'latin1').digest('hex');
}

/** What was written, entry by entry: each subject once, in the same order. */
async function subjects(place: string): Promise<string[]> {
  const store = await openStore(place);
  const rows = await store.db.selectFrom('history').select(['act', 'subject']).orderBy('seq').execute();
  await store.close();
  return rows.map(row => `${row.act} ${row.subject}`);
}

export async function expectSame(kind: StoreKind, files: string, count: number): Promise<void> {
  const whole = await newPlace(kind);
  await toTheEnd(whole, files);
  const cut = await newPlace(kind);
  const part = Math.floor(count / 4);
  killed(cut, files, 'reading', part);
  killed(cut, files, 'inside', part);
  killed(cut, files, 'between', part);
  await toTheEnd(cut, files);
  const all = await subjects(cut);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(await subjects(whole));
  expect(await exported(cut)).toEqual(await exported(whole));
}
