/** A manifest: a line `HASH  PATH` for each file of a folder, SHA-256. */
import { sha256 } from '#core/hash.ts';

/** In the order given. */
export function manifestOf(files: Iterable<readonly [path: string, bytes: string | Uint8Array]>): string {
  return Array.from(files, ([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
}

const LINE = /^([0-9a-f]{64}) {2}(.+)$/s;

/**
 * Every file is listed with its hash, and nothing else is there; every line is one that `manifestOf` writes, once, so that
 * no byte of the manifest itself can change unnoticed. `hashes`: of the files there are but the manifest.
 */
export function manifestFaults(manifest: string, hashes: ReadonlyMap<string, string>): string[] {
  const lines = manifest.split('\n');
  const listed = new Map<string, string>();
  const faults: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === lines.length - 1 && line === '') continue;
    const [, hash = '', path = ''] = LINE.exec(line) ?? [];
    if (hash === '' || listed.has(path) || at === lines.length - 1)
      faults.push(
        `the manifest, line ${at + 1}: is not one line of a hash, two spaces and a path of its own`,
      );
    else listed.set(path, hash);
  }
  const wrong = [...listed].filter(([path, hash]) => hashes.get(path) !== hash);
  const unlisted = [...hashes.keys()].filter(path => !listed.has(path));
  return [
    ...faults,
    ...wrong.map(([path]) => `${path}: is missing or not as the manifest says`),
    ...unlisted.map(path => `${path}: is not in the manifest`),
  ];
}
