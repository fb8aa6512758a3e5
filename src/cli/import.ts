/** `probanza import`: a dossier from a package or a backup. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { importPackage } from '#package/package.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

export async function run(context: Context): Promise<undefined> {
  const [folder] = context.args;
  if (folder === undefined) throw new Problem('usage.missing', { where: 'import', what: 'PACKAGE' });
  const location = context.location();
  if (location === undefined)
    throw new Problem('usage.missing', { where: 'import', what: '--dossier DOSSIER' });
  const store = await importPackage(folder, location);
  const id = store.dossier;
  await store.close();
  context.print({ id, dossier: location }, () =>
    say(workWords.made, context.language, { id, where: location }),
  );
  return undefined;
}
