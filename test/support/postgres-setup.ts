/**
 * Starts one PostgreSQL server for a test run: Debian's binaries under an unprivileged account, on a folder of
 * its own, on a free port of 127.0.0.1. Provides its address, or '' where there is none.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.PROBANZA_TEST_POSTGRES;
  const binaries = given ? undefined : findBinaries();
  if (!binaries) {
    project.provide('postgres', given ?? '');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'probanza-postgres-'));
  const account = unprivileged();
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = {
    ...account,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: folder },
    stdio: 'ignore' as const,
  };
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'probanza', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
      '-c',
      'fsync=off',
      '-c',
      'max_connections=60',
    ],
    options,
  );
  const stop = () => server.kill('SIGINT');
  process.once('exit', stop);
  await answers(port);
  project.provide('postgres', `postgres://probanza@127.0.0.1:${port}/postgres`);
  return async () => {
    stop();
    await new Promise(resolve => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  };
}

function findBinaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map(version => join(base, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')));
}

/** The server refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  const name = ['postgres', 'nobody'].find(it => {
    try {
      return id('-u', it) > 0;
    } catch {
      return false;
    }
  });
  return name ? { uid: id('-u', name), gid: id('-g', name) } : undefined;
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<void> {
  const { default: pg } = await import('pg');
  for (let tries = 0; tries < 100; tries += 1) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'probanza', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  throw new Error('the test server did not start');
}
