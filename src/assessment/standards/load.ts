/** Loads what is under `standards/`: a person adds a standard by adding a file, here or in a folder of one's own. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Checked, type Fault, type File, lint } from '#assessment/standards/lint.ts';
import type { Standard } from '#assessment/standards/shape.ts';
import { expand, namedIn } from '#assessment/standards/written.ts';
import { BYTES, TOO_LARGE } from '#assessment/standards/yaml.ts';
import { Problem, systemCode } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { isLanguage } from '#words/language.ts';

export const FOLDER = join(import.meta.dirname, '../../../standards');
/** Data of the project that is no standard. */
const OTHERS = new Set(['strength.yaml', 'crosswalk.yaml']);
const MOST_FILES = 2000;

let own: string | undefined = process.env.PROBANZA_STANDARDS;

/** A folder whose standards are used too, beside the project's, from now on. */
export function addStandardsFrom(folder: string): void {
  own = folder;
}

/** Every standard, sorted by id. Throws `standard.invalid` naming file and place. */
export async function loadStandards(folders: readonly string[] = places()): Promise<Standard[]> {
  const files = (await Promise.all(folders.map(filesIn))).flat();
  const key = sha256(JSON.stringify(files));
  if (last?.key === key) return [...last.standards];
  const { standards, faults } = lint(files);
  const [fault] = faults;
  if (fault) throw invalid(fault);
  last = { key, standards: joined(standards) };
  return [...last.standards];
}

/** What was loaded last: the files are read at each question and seldom change. */
let last: { readonly key: string; readonly standards: readonly Standard[] } | undefined;

export function places(): string[] {
  return own === undefined || own === '' ? [FOLDER] : [FOLDER, own];
}

/** Files of the project by their name, others by the path that was given. */
export async function filesIn(folder: string): Promise<File[]> {
  const names = (await readdir(folder).catch(missing(folder)))
    .filter(name => name.endsWith('.yaml') && !OTHERS.has(name))
    .sort();
  if (names.length > MOST_FILES)
    throw invalid({ file: folder, place: '', what: `holds more than ${MOST_FILES} files` });
  return Promise.all(
    names.map(async name => ({
      file: folder === FOLDER ? basename(name) : join(folder, name),
      text: await readSmall(join(folder, name)),
    })),
  );
}

/** A file's words; a giant one is refused before it is read. */
export async function readSmall(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > BYTES) throw invalid({ file: path, place: '', what: TOO_LARGE });
  return readFile(path, 'utf8');
}

export function missing(path: string): (error: unknown) => never {
  return error => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR')
      throw new Problem('file.missing', { what: path });
    throw error;
  };
}

export function invalid({ file, place, what }: Fault): Problem {
  return new Problem('standard.invalid', { where: file, what: place === '' ? what : `${place}: ${what}` });
}

/** Each with its rule in the core and the standards that this builds on. Checked before: there is no loop. */
function joined(all: readonly Checked[]): Standard[] {
  const done = new Map<string, Standard>();
  const join = (id: string): Standard => {
    const known = done.get(id);
    if (known) return known;
    const it = found(all, id);
    const named = namedIn(it.rule);
    const built = [...new Set(named.standards)].map(join);
    const excepting = [...new Set(named.exceptionsOf)]
      .filter(other => other !== id && !named.standards.includes(other))
      .map(other => ({ ...join(other), elements: [] }));
    const { text, rule: written, ...rest } = it;
    const rule = expand(written, it.elements, other => found(all, other).exceptions.map(inner => inner.id));
    const standard = { ...rest, sha256: sha256(text), written, rule, basis: [...built, ...excepting] };
    done.set(id, standard);
    return standard;
  };
  return all.map(it => join(it.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const it = all.find(one => one.id === id);
  if (!it) throw new Problem('standard.unknown', { what: id, where: all.map(one => one.id).join(', ') });
  return it;
}

/** A standard to apply. Throws `standard.unknown`, and `standard.stub` for one whose text is not loaded. */
export function findStandard(standards: readonly Standard[], id: string): Standard {
  const standard = found(standards, id);
  if (standard.stub) throw new Problem('standard.stub', { what: id });
  return standard;
}

/** A standard to read about; a stub too. Throws `standard.unknown`. */
export function standardNamed(standards: readonly Standard[], id: string): Standard {
  return found(standards, id);
}

/** The id of the standard an element belongs to: element ids are never shared. */
export function standardOf(standards: readonly Standard[], element: string): string {
  const standard = standards.find(it =>
    [...it.elements, ...it.exceptions].some(inner => inner.id === element),
  );
  if (!standard)
    throw new Problem('standard.unknown', { what: element, where: standards.map(it => it.id).join(', ') });
  return standard.id;
}

/** Elements and exceptions of the standards that reading proposes, by what each is called in a language. */
export async function loadElements(): Promise<(language: string) => { id: string; name: string }[]> {
  const standards = await loadStandards();
  return language =>
    standards
      .filter(it => it.reads)
      .flatMap(it =>
        [...it.elements, ...it.exceptions].map(({ id, name }) => ({
          id,
          name: isLanguage(language) ? name[language] : name.en,
        })),
      );
}
