/** A manifest: a line `HASH  PATH` for each file of a folder, SHA-256. */
import { sha256 } from '#core/hash.ts';

/** In the order given. */
export function manifestOf(files: Iterable<readonly [path: string, bytes: string | Uint8Array]>): string {
  return Array.from(files, ([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
}

/** Every file is listed with its hash, and nothing else is there. `hashes`: of the files there are but the manifest. */
export function manifestFaults(manifest: string, hashes: ReadonlyMap<string, string>): string[] {
  const lines = manifest.split('\n').filter(line => line !== '');
  const listed = new Map(lines.map(line => [line.slice(66), line.slice(0, 64)]));
  const wrong = [...listed].filter(([path, hash]) => hashes.get(path) !== hash);
  const unlisted = [...hashes.keys()].filter(path => !listed.has(path));
  return [
    ...wrong.map(([path]) => `${path}: is missing or not as the manifest says`),
    ...unlisted.map(path => `${path}: is not in the manifest`),
  ];
}
