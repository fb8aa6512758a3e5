/** Loads and checks what is under `standards/`: a person adds a standard by adding a file. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { leavesOf, type Rule } from '#assessment/standards/rule.ts';
import {
  carneadesShape,
  ladderShape,
  type Proof,
  type Standard,
  type StrengthTable,
  standardShape,
  strengthShape,
} from '#assessment/standards/shape.ts';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { isLanguage } from '#words/language.ts';

const FOLDER = join(import.meta.dirname, '../../../standards');

/** Every standard, sorted by id. Throws `standard.invalid` naming file and place. */
export async function loadStandards(folder = FOLDER): Promise<Standard[]> {
  const names = (await readdir(folder))
    .filter(name => name.endsWith('.yaml') && name !== 'strength.yaml')
    .sort();
  const standards: Standard[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    standards.push({ ...checked(standardShape, text, name), sha256: sha256(text), basis: [] });
  }
  return lint(standards);
}

export function findStandard(standards: readonly Standard[], id: string): Standard {
  const standard = standards.find(it => it.id === id);
  if (!standard)
    throw new Problem('standard.unknown', { what: id, where: standards.map(it => it.id).join(', ') });
  return standard;
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

/** Every element and exception, by what it is called in a language; in English where that is none of ours. */
function elementsOf(standards: readonly Standard[], language: string): { id: string; name: string }[] {
  return standards.flatMap(it =>
    [...it.elements, ...it.exceptions].map(({ id, name }) => ({
      id,
      name: isLanguage(language) ? name[language] : name.en,
    })),
  );
}

/** The same of all standards, by language: what a model may name. */
export async function loadElements(): Promise<(language: string) => { id: string; name: string }[]> {
  const standards = await loadStandards();
  return language => elementsOf(standards, language);
}

/** Both families of proof standards; each rung of the ladder with the conditions of those below. */
export async function loadProofs(folder = join(FOLDER, 'proof')): Promise<Proof[]> {
  const ladder = checked(
    ladderShape,
    await readFile(join(folder, 'ladder.yaml'), 'utf8'),
    'proof/ladder.yaml',
  );
  const numeric = checked(
    carneadesShape,
    await readFile(join(folder, 'carneades.yaml'), 'utf8'),
    'proof/carneades.yaml',
  );
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
  }));
  return [...rungs, ...formulas];
}

export function findProof(proofs: readonly Proof[], id: string): Proof {
  const proof = proofs.find(it => it.id === id);
  if (!proof) throw new Problem('proof.unknown', { what: id, where: proofs.map(it => it.id).join(', ') });
  return proof;
}

export async function loadStrength(folder = FOLDER): Promise<StrengthTable> {
  return checked(strengthShape, await readFile(join(folder, 'strength.yaml'), 'utf8'), 'strength.yaml');
}

/** Files checked before, by shape and words: they are read at each question and seldom change. */
const known = new WeakMap<z.ZodType, Map<string, unknown>>();
const MOST_KNOWN = 200;

function checked<T>(shape: z.ZodType<T>, text: string, where: string): T {
  const before = known.get(shape) ?? new Map<string, unknown>();
  known.set(shape, before);
  if (before.has(text)) return before.get(text) as T;
  const result = shape.safeParse(parsed(text, where));
  if (result.success) {
    if (before.size >= MOST_KNOWN) before.clear();
    before.set(text, result.data);
    return result.data;
  }
  const [issue] = result.error.issues;
  throw new Problem('standard.invalid', { where, what: `${issue?.path.join('.')}: ${issue?.message}` });
}

function parsed(text: string, where: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Problem('standard.invalid', {
      where,
      what: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '',
    });
  }
}

/** What a shape cannot say: ids unique over all files, rules that refer to what is there, no loop of standards. */
function lint(standards: readonly Standard[]): Standard[] {
  const owner = new Map<string, string>();
  for (const { id, elements, exceptions } of standards) {
    for (const element of [...elements, ...exceptions]) {
      if (owner.has(element.id))
        throw invalid(id, `${element.id}: is an element of ${owner.get(element.id)} too`);
      owner.set(element.id, id);
    }
  }
  const known = new Map<string, Standard>();
  const join = (standard: Standard, above: readonly string[]): Standard => {
    const done = known.get(standard.id);
    if (done) return done;
    if (above.includes(standard.id))
      throw invalid(standard.id, `rule: builds on itself by ${above.join(', ')}`);
    const wrong = leavesOf(standard.rule).find(leaf => owner.get(leaf) !== standard.id);
    if (wrong) throw invalid(standard.id, `rule: ${wrong} is not an element of it`);
    const basis = standardsIn(standard.rule).map(id => {
      const other = standards.find(it => it.id === id);
      if (!other) throw invalid(standard.id, `rule: there is no standard ${id}`);
      return join(other, [...above, standard.id]);
    });
    const joined = { ...standard, basis };
    known.set(standard.id, joined);
    return joined;
  };
  return standards.map(standard => join(standard, []));
}

function standardsIn(rule: Rule): string[] {
  if ('standard' in rule) return [rule.standard];
  if ('ref' in rule || rule.op === 'checklist') return [];
  return rule.op === 'not' ? standardsIn(rule.arg) : rule.args.flatMap(standardsIn);
}

function invalid(id: string, what: string): Problem {
  return new Problem('standard.invalid', { where: `${id}.yaml`, what });
}
