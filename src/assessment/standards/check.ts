/** Checks files of standards and of the data around them, one by one and together with the project's own. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { crosswalkFaults, crosswalkShape, type Fact } from '#assessment/standards/crosswalk.ts';
import { type Fault, type File, lint, shapeFaults } from '#assessment/standards/lint.ts';
import { FOLDER, filesIn, loadStandards, missing, places, readSmall } from '#assessment/standards/load.ts';
import {
  carneadesShape,
  elsewhereShape,
  gradesShape,
  ladderShape,
  strengthShape,
} from '#assessment/standards/shape.ts';
import { parseYaml } from '#assessment/standards/yaml.ts';

/** Every fault of a file or folder; of all that is used where none is named. Throws `file.missing`. */
export async function checkStandards(path?: string): Promise<{ files: string[]; faults: Fault[] }> {
  const given = path === undefined ? await filesUsed() : await filesAt(path);
  const standards = given.filter(it => shapeOf(it) === null);
  const paths = new Set(standards.map(it => resolve(it.file)));
  const beside = (await filesIn(FOLDER)).filter(
    it => !paths.has(join(FOLDER, it.file)) && !standards.some(one => one.file === it.file),
  );
  const names = new Set(standards.map(it => it.file));
  const faults = lint([...beside, ...standards]).faults.filter(it => names.has(it.file));
  const others = await Promise.all(given.map(otherFaults));
  return { files: given.map(it => it.file), faults: [...faults, ...others.flat()] };
}

async function filesUsed(): Promise<File[]> {
  const standards = (await Promise.all(places().map(filesIn))).flat();
  const around = ['strength.yaml', 'crosswalk.yaml', ...(await namesIn(join(FOLDER, 'proof')))];
  return [...standards, ...(await Promise.all(around.map(it => fileAt(join(FOLDER, it), it))))];
}

async function namesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter(it => it.endsWith('.yaml'));
  return names.sort().map(it => `proof/${it}`);
}

async function filesAt(path: string): Promise<File[]> {
  const found = await stat(path).catch(missing(path));
  return found.isDirectory() ? filesIn(path) : [await fileAt(path, path)];
}

async function fileAt(path: string, file: string): Promise<File> {
  return { file, text: await readSmall(path) };
}

const FAMILIES: Readonly<Record<string, z.ZodType>> = {
  ladder: ladderShape,
  carneades: carneadesShape,
  'ladder-elsewhere': elsewhereShape,
  grades: gradesShape,
};

/** The shape of what is no standard, told by its members; null: a standard, or what should be one. */
function shapeOf({ text }: File): z.ZodType | null {
  const parsed = parseYaml(text);
  if ('fault' in parsed || typeof parsed.value !== 'object' || parsed.value === null) return null;
  const it = parsed.value as Readonly<Record<string, unknown>>;
  if (typeof it.family === 'string' && Object.hasOwn(FAMILIES, it.family)) return FAMILIES[it.family] ?? null;
  if ('facts' in it) return crosswalkShape;
  return 'levels' in it ? strengthShape : null;
}

async function otherFaults(file: File): Promise<Fault[]> {
  const shape = shapeOf(file);
  if (shape === null) return [];
  const result = shapeFaults(shape, file);
  if ('faults' in result) return result.faults;
  if (shape !== crosswalkShape) return [];
  const { facts } = result.value as { facts: readonly Fact[] };
  return crosswalkFaults(facts, await loadStandards([FOLDER])).map(it => ({ ...it, file: file.file }));
}
