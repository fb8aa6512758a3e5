/** Procedural presumptions, from `standards/presumptions`: what may be taken as shown, when. None applies unless asked for. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FOLDER } from '#assessment/standards/load.ts';
import { checked } from '#assessment/standards/proofs.ts';
import { named } from '#assessment/standards/shape.ts';
import { Problem } from '#core/errors.ts';
import { isId } from '#core/ids.ts';

const shape = z.strictObject({
  id: z.string().refine(isId, 'is not an id'),
  title: named,
  body: z.string(),
  year: z.number().int(),
  source: z.strictObject({ title: z.string(), url: z.string(), paragraphs: z.array(z.string()) }),
  verified: z.strictObject({ yes: z.boolean(), how: z.string() }),
  /** `silent-after-request`: the duty-bearer was asked and stayed silent; `goods`: never here. */
  when: z.enum(['silent-after-request', 'goods']),
  /** Kinds of parties whose requests count; empty: anybody's. */
  askers: z.array(z.string()),
  says: named,
});

export type Presumption = z.infer<typeof shape>;

/** Throws `standard.invalid` naming file and place. */
export async function loadPresumptions(folder = join(FOLDER, 'presumptions')): Promise<Presumption[]> {
  const files = (await readdir(folder)).filter(it => it.endsWith('.yaml')).sort();
  return Promise.all(files.map(it => checked(shape, folder, it)));
}

/** Throws `usage.value` naming those there are. */
export function findPresumption(presumptions: readonly Presumption[], id: string): Presumption {
  const found = presumptions.find(it => it.id === id);
  if (!found)
    throw new Problem('usage.value', {
      what: id,
      where: `presume (${presumptions.map(it => it.id).join(', ')})`,
    });
  return found;
}
