/**
 * Loads what reading knows of each language from `lexicons/`: words as YAML, and learned weights. Parsing YAML takes
 * longer and more memory than a reading; what was parsed is kept as JSON under a name drawn from the very bytes, so it
 * is never stale. Where nothing can be written, YAML is parsed again.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'lexicons');
const DIST = join(ROOT, 'dist');
/** Weights are one byte each, 2^19 of them. */
const MOST_WEIGHTS = 1 << 19;
const inflate = promisify(inflateRaw);

type Raw = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, Raw>>;

/** A YAML file of a language, as it is. */
interface Page {
  readonly language: string;
  readonly where: string;
  readonly text: string;
}

/**
 * Raw data by language code, and under `shared` the weights of a language without its own; reading compiles it.
 * Throws `standard.invalid` naming the file that is broken.
 */
export async function loadLexicons(folder = FOLDER, kept = DIST): Promise<Raw> {
  const languages = (await readdir(folder, { withFileTypes: true }))
    .filter(it => it.isDirectory())
    .map(it => it.name)
    .sort();
  const pages = (await Promise.all(languages.map(language => pagesOf(folder, language)))).flat();
  const words = await wordsOf(pages, kept);
  const loaded = await Promise.all(
    languages.map(async language => {
      const learned = await loadWeights(join(folder, language));
      return [language, { ...words[language], ...(learned === null ? {} : { learned }) }] as const;
    }),
  );
  return {
    ...Object.fromEntries(loaded),
    shared: { ...(await loadWeights(folder)), ...(await loadBearings(folder)) },
  };
}

async function pagesOf(folder: string, language: string): Promise<Page[]> {
  const names = (await readdir(join(folder, language))).filter(name => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async name => {
      const where = join(folder, language, name);
      return { language, where, text: await readFile(where, 'utf8') };
    }),
  );
}

/** What the pages say, by language: from the kept JSON of the same bytes, else parsed and kept. */
async function wordsOf(pages: readonly Page[], kept: string): Promise<Words> {
  const made = JSON.stringify(pages.map(({ language, text }) => [language, text]));
  const file = join(kept, `lexicons-${sha256(made).slice(0, 24)}.json`);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    const words = await parsedPages(pages);
    await keep(file, JSON.stringify(words)).catch(() => undefined);
    return words;
  }
}

async function parsedPages(pages: readonly Page[]): Promise<Words> {
  const { parse } = await import('yaml');
  const words: Record<string, object> = {};
  for (const { language, where, text } of pages)
    words[language] = { ...words[language], ...parsed(text, where, parse) };
  return words as Words;
}

/** Written beside and renamed: a reader never sees half of it. Those of other bytes go. */
async function keep(file: string, json: string): Promise<void> {
  const folder = join(file, '..');
  await mkdir(folder, { recursive: true });
  const beside = `${file}.making-${process.pid}`;
  await writeFile(beside, json);
  await rename(beside, file);
  for (const old of await readdir(folder))
    if (/^lexicons-\w+\.json$/.test(old) && !file.endsWith(old)) await rm(join(folder, old), { force: true });
}

/** `weights.json` says what the bytes of `weights.bin` mean; null where there is neither. */
async function loadWeights(folder: string): Promise<Raw | null> {
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

/** `bearings.json`: learned from passages of all languages; nothing where it is not there. */
async function loadBearings(folder: string): Promise<Raw> {
  const where = join(folder, 'bearings.json');
  if (!(await readdir(folder)).includes('bearings.json')) return {};
  return { bearings: parsed(await readFile(where, 'utf8'), where) };
}

function parsed(text: string, where: string, parse: (text: string) => unknown = JSON.parse): object {
  try {
    const value = parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below
  }
  throw new Problem('standard.invalid', { where, what: where.endsWith('.json') ? 'JSON' : 'YAML' });
}
