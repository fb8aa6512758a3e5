/** `probanza new`: an empty dossier. */
import { basename } from 'node:path';
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { idFrom, isId } from '#core/ids.ts';
import { isPlace } from '#core/places.ts';
import { act, createStore } from '#store/store.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

/** ISO 3166 leaves this code to its users: here, a sending state that is not told yet. */
const NOT_STATED = 'ZZZ';

export async function run(context: Context): Promise<undefined> {
  const folder = context.args[0] ?? context.location();
  if (folder === undefined) throw new Problem('usage.missing', { where: 'new', what: 'FOLDER' });
  const title = context.text('title') ?? basename(folder.replace(/\?.*$/, ''));
  const sendingState = context.text('state') ?? NOT_STATED;
  if (!isPlace(sendingState)) throw new Problem('usage.value', { what: sendingState, where: '--state' });
  const name = context.text('duty-bearer') ?? 'Sending state';
  const dutyBearer = idFrom(name) || 'sending-state';
  const id = context.text('id') ?? idFrom(title);
  if (!isId(id)) throw new Problem('usage.value', { what: id, where: '--id' });
  const created = new Date().toISOString();
  const readme = `# ${title}\n`;
  const store = await createStore(
    folder,
    { id, title, titles: {}, sendingState, dutyBearer, created, license: 'CC-BY-4.0', readme },
    { by: context.by },
  );
  await act(store, { by: context.by, act: 'add' }, write =>
    write.put('parties', {
      id: dutyBearer,
      name,
      kind: 'government',
      parent: null,
      place: sendingState,
      aliases: null,
      members: null,
      note: null,
    }),
  );
  await store.close();
  context.print({ id, folder }, () => say(workWords.made, context.language, { id, where: folder }));
  return undefined;
}
