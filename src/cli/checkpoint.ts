/** `probanza checkpoint`: a signed head of the history, to be held elsewhere. */
import { writeFile } from 'node:fs/promises';
import type { Context } from '#cli/context.ts';
import { Problem, systemCode } from '#core/errors.ts';
import { checkpoint, signingKey } from '#proof/proof.ts';

export async function run(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: true });
  const made = await checkpoint(store, await signingKey(store));
  const out = context.text('output');
  if (out !== undefined)
    await writeFile(out, made.note, { flag: 'wx' }).catch(error => {
      throw systemCode(error) === 'EEXIST' ? new Problem('file.exists', { what: out }) : error;
    });
  context.print(made, () => `${made.note}\n${made.publicKey}`);
  return undefined;
}
