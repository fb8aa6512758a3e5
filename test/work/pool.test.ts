import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pool } from '#work/work.ts';

const at = (name: string) => ({ module: new URL('./tasks.ts', import.meta.url), name });

describe('work done apart', () => {
  let pool: Pool;
  beforeAll(() => {
    pool = new Pool({ size: 2, megabytes: 64, seconds: 20, idle: 100 });
  });
  afterAll(() => pool.close());
  const run = (name: string, input: unknown = {}, limits = {}) =>
    pool.run<unknown>(at(name), input, { what: 'a.pdf', ...limits });

  test('gives what the task gives, whatever ends first', async () => {
    const all = await Promise.all([30, 5, 1, 2, 3, 4].map(ms => run('wait', { ms })));
    expect(all).toEqual([30, 5, 1, 2, 3, 4]);
    expect(pool.threads).toBeLessThanOrEqual(2);
  });

  test('a Problem comes back as the same Problem', async () => {
    await expect(run('refuse', { what: 'b.pdf' })).rejects.toMatchObject({
      name: 'Problem',
      code: 'file.encrypted',
      details: { what: 'b.pdf' },
    });
  });

  test.each([
    ['that hangs is ended', 'hang', { seconds: 0.2 }, 'file.slow'],
    ['that swells is ended', 'swell', {}, 'file.memory'],
    ['that swells outside of the heap is ended', 'swellOutside', {}, 'file.memory'],
    ['that trips is broken', 'fail', {}, 'file.broken'],
    ['that ends its thread is broken', 'quit', {}, 'file.broken'],
    ['whose thread trips later is broken', 'tripLater', {}, 'file.broken'],
    ['that is not there is broken', 'nobody', {}, 'file.broken'],
  ])('a task %s, and the next one is done', async (_, name, limits, code) => {
    await expect(run(name, {}, limits)).rejects.toMatchObject({ code, details: { what: 'a.pdf' } });
    expect(await run('double', { n: 21 })).toBe(42);
  });

  test('what is given up stops, waiting or under way', async () => {
    const stop = new AbortController();
    const tasks = [1, 2, 3, 4].map(() => run('hang', {}, { signal: stop.signal }));
    setTimeout(() => stop.abort(new Error('given up')), 100);
    for (const it of await Promise.allSettled(tasks))
      expect(it).toMatchObject({ status: 'rejected', reason: { message: 'given up' } });
    await expect(run('double', { n: 1 }, { signal: stop.signal })).rejects.toThrow('given up');
    expect(await run('double', { n: 21 })).toBe(42);
  });

  test('large bytes are moved there and back, small ones copied', async () => {
    for (const [length, moved] of [
      [3 << 20, true],
      [1000, false],
    ] as const) {
      const bytes = new Uint8Array(length).fill(1);
      const back = (await run('keep', { bytes })) as { bytes: Uint8Array; sum: number };
      expect([back.bytes.length, back.sum, bytes.length === 0]).toEqual([length, length, moved]);
    }
  });

  test('one thread stays warm, the others go', async () => {
    await Promise.all([1, 2].map(() => run('wait', { ms: 20 })));
    expect(pool.threads).toBe(2);
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(pool.threads).toBe(1);
  });
});

function ended(script: string) {
  const ran = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    timeout: 20_000,
  });
  return [ran.status, ran.stdout.trim(), ran.stderr];
}

test('a process ends by itself though threads are warm', () => {
  const script = `import { Pool } from '#work/work.ts';
    const task = { module: ${JSON.stringify(at('double').module.href)}, name: 'double' };
    console.log(await new Pool().run(task, { n: 4 }, { what: 'x' }));`;
  expect(ended(script)).toEqual([0, '8', '']);
});

test('a process ends by itself though a thread came up for work that was stopped meanwhile', () => {
  const script = `import { Pool } from '#work/work.ts';
    const task = { module: ${JSON.stringify(at('wait').module.href)}, name: 'wait' };
    const stop = new AbortController();
    const pool = new Pool({ size: 2 });
    const limits = { what: 'x', signal: stop.signal };
    const all = [1, 2, 3, 4].map(() => pool.run(task, { ms: 5000 }, limits).catch(() => 'stopped'));
    setTimeout(() => stop.abort(new Error('stop')), 400);
    console.log((await Promise.all(all)).join(' '));`;
  expect(ended(script)).toEqual([0, 'stopped stopped stopped stopped', '']);
});
