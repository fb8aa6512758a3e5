/** Loads what reading knows of each language from `lexicons/`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Problem } from '#core/errors.ts';

const FOLDER = join(import.meta.dirname, '../../../lexicons');

/** Raw data by language code; reading compiles it. Throws `standard.invalid` naming the file that is broken. */
export async function loadLexicons(folder = FOLDER): Promise<Readonly<Record<string, unknown>>> {
  const languages = (await readdir(folder, { withFileTypes: true }))
    .filter(it => it.isDirectory())
    .map(it => it.name);
  const loaded = await Promise.all(
    languages.sort().map(async language => [language, await loadLanguage(join(folder, language))] as const),
  );
  return Object.fromEntries(loaded);
}

async function loadLanguage(folder: string): Promise<Record<string, unknown>> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort();
  const parts = await Promise.all(
    files.map(async name => parsed(await readFile(join(folder, name), 'utf8'), join(folder, name))),
  );
  return Object.assign({}, ...parts);
}

function parsed(text: string, where: string): object {
  try {
    const value: unknown = parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below
  }
  throw new Problem('standard.invalid', { where, what: 'YAML' });
}
