/** Rival explanations of the same evidence, from `standards/hypotheses`: which way each element would point if it were true. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FOLDER, loadStandards, standardOf } from '#assessment/standards/load.ts';
import { checked } from '#assessment/standards/proofs.ts';
import { named } from '#assessment/standards/shape.ts';
import { Problem } from '#core/errors.ts';
import { isId } from '#core/ids.ts';

const id = z.string().refine(isId, 'is not an id');
const hypothesis = z.strictObject({
  id,
  name: named,
  elements: z
    .record(id, z.enum(['supports', 'rebuts', 'varies']))
    .refine(it => Object.keys(it).length > 0, 'names no element'),
});
const shape = z.strictObject({ id, title: named, hypotheses: z.array(hypothesis).min(2).max(12) });

export type Hypothesis = z.infer<typeof hypothesis>;
export type Hypotheses = z.infer<typeof shape>;

/** Throws `standard.invalid` naming file and place, `standard.unknown` for an element of no standard. */
export async function loadHypotheses(folder = join(FOLDER, 'hypotheses')): Promise<Hypotheses[]> {
  const files = (await readdir(folder)).filter(it => it.endsWith('.yaml')).sort();
  const all = await Promise.all(files.map(it => checked(shape, folder, it)));
  const standards = await loadStandards();
  const elements = all.flatMap(it => it.hypotheses.flatMap(one => Object.keys(one.elements)));
  for (const element of new Set(elements)) standardOf(standards, element);
  return all;
}

/** The set so named, or the first. Throws `usage.value` naming those there are. */
export function findHypotheses(all: readonly Hypotheses[], name?: string): Hypotheses {
  const found = name === undefined ? all[0] : all.find(it => it.id === name);
  if (!found)
    throw new Problem('usage.value', {
      what: name ?? '',
      where: `hypotheses (${all.map(it => it.id).join(', ')})`,
    });
  return found;
}
