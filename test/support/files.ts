/** The files of a folder, to compare two folders byte for byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** By path in the folder; bytes as base64. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(it => it.isFile());
  return Object.fromEntries(
    names
      .map(it => join(it.parentPath, it.name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  );
}
