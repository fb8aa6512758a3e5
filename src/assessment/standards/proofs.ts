/** Loads the proof standards and the strength table, from `standards/proof` and `standards/strength.yaml`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { shapeFaults } from '#assessment/standards/lint.ts';
import { FOLDER, invalid } from '#assessment/standards/load.ts';
import {
  carneadesShape,
  type Elsewhere,
  elsewhereShape,
  type Grades,
  gradesShape,
  ladderShape,
  type Proof,
  type StrengthTable,
  strengthShape,
} from '#assessment/standards/shape.ts';
import { Problem } from '#core/errors.ts';

/** Both families of proof standards; each rung of the ladder with the conditions of those below. */
export async function loadProofs(folder = join(FOLDER, 'proof')): Promise<Proof[]> {
  const ladder = await checked(ladderShape, folder, 'ladder.yaml');
  const numeric = await checked(carneadesShape, folder, 'carneades.yaml');
  const { verified } = ladder;
  const rungs = ladder.rungs.map((rung, index) => {
    const below = ladder.rungs.slice(0, index + 1);
    return {
      ...rung,
      family: 'ladder' as const,
      verified,
      atLeast: below.flatMap(it => it.atLeast),
      contrary: below.flatMap(it => it.contrary),
    };
  });
  const formulas = numeric.rungs.map(it => ({
    ...it,
    family: 'carneades' as const,
    verified: numeric.verified,
    parameters: numeric.parameters,
    applicable: numeric.applicable,
  }));
  return [...rungs, ...formulas];
}

export function findProof(proofs: readonly Proof[], id: string): Proof {
  const proof = proofs.find(it => it.id === id);
  if (!proof) throw new Problem('proof.unknown', { what: id, where: proofs.map(it => it.id).join(', ') });
  return proof;
}

export async function loadStrength(folder = FOLDER): Promise<StrengthTable> {
  return checked(strengthShape, folder, 'strength.yaml');
}

/** What others call the rungs of the ladder and where they use them. Throws `proof.unknown` for a rung that is not ours. */
export async function loadElsewhere(folder = join(FOLDER, 'proof')): Promise<Elsewhere[]> {
  const proofs = await loadProofs(folder);
  const files = (await readdir(folder)).filter(it => it.endsWith('.yaml') && !OWN.has(it)).sort();
  const found = await Promise.all(files.map(it => checked(elsewhereShape, folder, it)));
  for (const { rungs } of found) for (const rung of rungs) findProof(proofs, rung.is);
  return found;
}

const OWN = new Set(['ladder.yaml', 'carneades.yaml', 'admiralty.yaml']);

/** The Admiralty grades of sources and of what they say. */
export async function loadGrades(folder = join(FOLDER, 'proof')): Promise<Grades> {
  return checked(gradesShape, folder, 'admiralty.yaml');
}

/** Files checked before, by shape and words: they are read at each question and seldom change. */
const known = new WeakMap<z.ZodType, Map<string, unknown>>();
const MOST_KNOWN = 200;

/** One file of the project's own data. Throws `standard.invalid` naming file and place. */
export async function checked<T>(shape: z.ZodType<T>, folder: string, file: string): Promise<T> {
  const text = await readFile(join(folder, file), 'utf8');
  const before = known.get(shape) ?? new Map<string, unknown>();
  known.set(shape, before);
  if (before.has(text)) return before.get(text) as T;
  const result = shapeFaults(shape, { file, text });
  if ('faults' in result) throw invalid(result.faults[0] ?? { file, place: '', what: '' });
  if (before.size >= MOST_KNOWN) before.clear();
  before.set(text, result.value);
  return result.value;
}
