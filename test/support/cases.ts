/** Golden cases: one YAML file each under `test/cases/KIND`, worked by hand before the code. Never generated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Name, and what the file holds. */
export function goldenCases<T>(kind: string): [name: string, it: T][] {
  const folder = join(import.meta.dirname, '../cases', kind);
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort();
  return names.map(name => [name.slice(0, -5), parse(readFileSync(join(folder, name), 'utf8')) as T]);
}
