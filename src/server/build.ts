/**
 * Builds the pages where they are missing or older than what they are made of. Built beside and renamed, under a
 * name drawn from what went in: two servers that start at once never see half of it.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#core/hash.ts';

const root = join(import.meta.dirname, '../..');
const DIST = join(root, 'dist');
/** What a page may import, and what decides how it is built. */
const MADE_OF = [
  'src/web',
  'src/words',
  'src/core',
  'src/evidence/reading',
  'package-lock.json',
  'vite.config.ts',
];

/** The folder of the built pages. `tell` is called where they have to be built first. */
export async function builtPages(tell: () => void = () => undefined): Promise<string> {
  const name = `web-${fingerprint().slice(0, 12)}`;
  const folder = join(DIST, name);
  if (existsSync(folder)) return folder;
  tell();
  const beside = `${folder}.making-${process.pid}`;
  await mkdir(DIST, { recursive: true });
  await vite(beside);
  await rename(beside, folder).catch(async error => {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  for (const old of await readdir(DIST))
    if (old.startsWith('web-') && old !== name && !old.includes('.making-'))
      await rm(join(DIST, old), { recursive: true, force: true });
  return folder;
}

/** In a process of its own: an environment of tests or development would build other, slower pages. */
function vite(folder: string): Promise<void> {
  const bin = join(root, 'node_modules/vite/bin/vite.js');
  const args = [
    bin,
    'build',
    '--config',
    join(root, 'vite.config.ts'),
    '--outDir',
    folder,
    '--logLevel',
    'error',
  ];
  const env = { ...process.env, NODE_ENV: 'production' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, _, stderr) =>
      error ? reject(new Error(`The pages could not be built: ${stderr}`, { cause: error })) : resolve(),
    );
  });
}

function fingerprint(): string {
  const files = MADE_OF.flatMap(path =>
    /\.\w+$/.test(path)
      ? [path]
      : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter(it => it.isFile())
          .map(it => join(it.parentPath, it.name).slice(root.length + 1)),
  );
  return sha256(
    files
      .sort()
      .map(file => `${file} ${sha256(readFileSync(join(root, file)))}`)
      .join('\n'),
  );
}
