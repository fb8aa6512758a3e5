/** `probanza export`: the dossier as a package of plain files. */
import type { Context } from '#cli/context.ts';
import { exportPackage } from '#package/package.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

export async function run(context: Context): Promise<undefined> {
  const folder = context.need('output');
  const store = await context.dossier();
  await exportPackage(store, folder, { replace: context.flag('replace') });
  context.print({ id: store.dossier, folder }, () =>
    say(workWords.written, context.language, { id: store.dossier, where: folder }),
  );
  return undefined;
}
