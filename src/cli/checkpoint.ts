/** `probanza checkpoint`: a signed head of the history, to be held elsewhere. */
import type { Context } from '#cli/context.ts';
import { writeNew } from '#cli/write-new.ts';
import { checkpoint, signingKey } from '#proof/proof.ts';

export async function run(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: true });
  const made = await checkpoint(store, await signingKey(store));
  const out = context.text('output');
  if (out !== undefined) await writeNew(out, made.note);
  context.print(made, () => `${made.note}\n${made.publicKey}`);
  return undefined;
}
