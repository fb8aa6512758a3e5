/** Kills a working process at random moments, and looks whether anything that was acknowledged is gone. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import { createStore, findRow, openStore, verifyStore } from '#store/store.ts';
import { aDossier } from '#test/factories.ts';
import { seeded } from '#test/seeded.ts';
import { tempFolder } from '#test/stores.ts';

/** Starts the worker, kills it `after` milliseconds from its first word, answers what it acknowledged. */
function killed(args: readonly string[], after: number): Promise<string[]> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', data => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), after);
      said += data;
    });
    child.on('exit', () => resolve(said.split('\n').slice(0, -1)));
  });
}

export async function killWhileAdding(kills: number, seed: number): Promise<number> {
  const random = seeded(seed);
  const place = tempFolder('killed');
  await (await createStore(place, aDossier())).close();
  const acknowledged: string[] = [];
  for (let n = 0; n < kills; n += 1) {
    // every run starts at ids of its own: the act that was cut off may or may not be there
    acknowledged.push(...(await killed([place, 'add', String(n * 100_000)], random() * 120)));
    const store = await openStore(place);
    for (const subject of acknowledged.slice(-40)) await expectThere(store, subject);
    await store.close();
  }
  const store = await openStore(place);
  for (const subject of acknowledged) await expectThere(store, subject);
  expect((await verifyStore(store)).failures).toEqual([]);
  await store.close();
  return acknowledged.length;
}

async function expectThere(store: Awaited<ReturnType<typeof openStore>>, subject: string): Promise<void> {
  const [table, id = ''] = subject.split('/');
  const row = table === 'claims' ? await findRow(store, 'claims', id) : await findRow(store, 'sources', id);
  expect(row?.id).toBe(id);
}

/** A dossier that was being made is whole or not there. */
export async function killWhileImporting(kills: number, seed: number, source: string): Promise<number> {
  const random = seeded(seed);
  const place = tempFolder('imported');
  let acknowledged = 0;
  for (let n = 0; n < kills; n += 1) {
    const said = await killed([place, 'import', String(n * 1000), source], random() * 400);
    acknowledged += said.length;
    for (const name of readdirSync(dirname(place)).filter(it =>
      it.startsWith(`${basename(place)}-import-`),
    )) {
      const made = join(dirname(place), name);
      if (!name.includes('.making-')) {
        const store = await openStore(made);
        expect((await verifyStore(store)).failures).toEqual([]);
        await store.close();
      }
      rmSync(made, { recursive: true });
    }
    expect(existsSync(`${place}-import-never`)).toBe(false);
  }
  return acknowledged;
}
