/** One measured run in a process of its own: files bare out of extraction, or added end to end by so many threads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAdding, startAdding } from '#evidence/claims/claims.ts';
import { read } from '#evidence/reading/reading.ts';
import { extract, loadLexicons } from '#evidence/sources/sources.ts';
import { createStore } from '#store/store.ts';
import { aDossier } from '#test/factories.ts';
import { listFiles, pool } from '#work/work.ts';

const [, , what = '', folder = '', place = ''] = process.argv;

async function alone(reading: boolean): Promise<void> {
  const lexicons = reading ? await loadLexicons() : undefined;
  for (const name of readdirSync(folder).sort()) {
    const { text } = await extract(readFileSync(join(folder, name)), name);
    if (lexicons) read(text, lexicons);
  }
}

async function added(size: number): Promise<void> {
  pool({ size });
  const store = await createStore(place, aDossier());
  const { roots, names } = await listFiles([folder]);
  const job = await startAdding(store, 'bench', { roots, about: {}, read: {} }, names);
  await runAdding(store, { by: 'bench' }, job);
  await store.close();
}

const began = performance.now();
await (what === 'extract' ? alone(false) : what === 'read' ? alone(true) : added(Number(what)));
const seconds = (performance.now() - began) / 1000;
const cpu = process.cpuUsage();
const own = process.threadCpuUsage();
const result = {
  seconds,
  // of all threads, and of the main one, which alone writes
  cpu: (cpu.user + cpu.system) / 1e6,
  main: (own.user + own.system) / 1e6,
  // kilobytes, the most that the whole process ever held
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(result));
