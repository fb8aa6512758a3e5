/** Loads what reading knows of each language from `lexicons/`: words as YAML, and learned weights. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { parse } from 'yaml';
import { Problem } from '#core/errors.ts';

const FOLDER = join(import.meta.dirname, '../../../lexicons');
/** Weights are one byte each, 2^19 of them. */
const MOST_WEIGHTS = 1 << 19;
const inflate = promisify(inflateRaw);

/**
 * Raw data by language code, and under `shared` the weights of a language without its own; reading compiles it.
 * Throws `standard.invalid` naming the file that is broken.
 */
export async function loadLexicons(folder = FOLDER): Promise<Readonly<Record<string, unknown>>> {
  const languages = (await readdir(folder, { withFileTypes: true }))
    .filter(it => it.isDirectory())
    .map(it => it.name);
  const loaded = await Promise.all(
    languages.sort().map(async language => [language, await loadLanguage(join(folder, language))] as const),
  );
  return { ...Object.fromEntries(loaded), shared: (await loadWeights(folder)) ?? {} };
}

async function loadLanguage(folder: string): Promise<Record<string, unknown>> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort();
  const parts = await Promise.all(
    files.map(async name => parsed(await readFile(join(folder, name), 'utf8'), join(folder, name))),
  );
  const learned = await loadWeights(folder);
  return Object.assign({}, ...parts, learned === null ? {} : { learned });
}

/** `weights.json` says what the bytes of `weights.bin` mean; null where there is neither. */
async function loadWeights(folder: string): Promise<Record<string, unknown> | null> {
  if (!(await readdir(folder)).includes('weights.bin')) return null;
  const where = join(folder, 'weights.bin');
  const about = parsed(await readFile(join(folder, 'weights.json'), 'utf8'), join(folder, 'weights.json'));
  try {
    const bytes = await inflate(await readFile(where), { maxOutputLength: MOST_WEIGHTS });
    if (bytes.length === MOST_WEIGHTS)
      return { ...about, table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  } catch {
    // told below
  }
  throw new Problem('standard.invalid', { where, what: 'deflate' });
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
