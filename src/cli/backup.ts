/** `probanza backup`: the dossier in one file, which `import` takes back. */
import type { Context } from '#cli/context.ts';
import { backup } from '#package/package.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

export async function run(context: Context): Promise<undefined> {
  const file = context.need('output');
  const store = await context.dossier();
  await backup(store, file);
  context.print({ id: store.dossier, file }, () =>
    say(workWords.written, context.language, { id: store.dossier, where: file }),
  );
  return undefined;
}
