/** Finds and opens the dossier a command speaks of; makes the reference dossier's store on first use. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Writing } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { importIntoMemory, importPackage, isPackage } from '#package/package.ts';
import { openStore, readHistory, type Store } from '#store/store.ts';

const root = join(import.meta.dirname, '../..');
const dossiers = join(root, 'dossiers');
const DEFAULT = join(root, '.probanza');

/** Throws `store.*`, and `store.read-only` where a package is to be changed. */
export async function openDossier(context: Context, options: { write?: Writing } = {}): Promise<Store> {
  const location = context.location();
  if (location === undefined) return openReference(context);
  if (await isPackage(location)) {
    if (options.write === true) throw new Problem('store.read-only', { what: location });
    return importIntoMemory(location);
  }
  if (options.write !== 'if-possible') return openStore(location, { readOnly: !options.write });
  return openStore(location).catch(error => {
    if (error instanceof Problem && error.code === 'file.denied')
      return openStore(location, { readOnly: true });
    throw error;
  });
}

/** The package that `npm start` shows. */
export function referencePackage(): string {
  const [first] = existsSync(dossiers) ? readdirSync(dossiers).sort() : [];
  if (!first) throw new Problem('store.missing', { what: dossiers });
  return join(dossiers, first);
}

async function openReference(context: Context): Promise<Store> {
  const source = referencePackage();
  const mark = sha256(await readFile(join(source, 'manifest-sha256.txt')));
  if (!existsSync(DEFAULT)) return importReference(context, source, mark);
  const from = await readFile(join(DEFAULT, 'imported-from'), 'utf8').catch(() => '');
  const store = await openStore(DEFAULT);
  if (from === mark) return store;
  if (await workedIn(store)) {
    const line = new Problem('package.worked-in', { what: DEFAULT, where: source });
    const { sayProblem } = await import('#words/errors.ts');
    context.io.stderr.write(`${sayProblem(line, context.language)}\n`);
    return store;
  }
  await store.close();
  await rm(DEFAULT, { recursive: true });
  return importReference(context, source, mark);
}

/** Into a folder beside, marked, then renamed: a start that is cut off leaves nothing that looks like a dossier. */
async function importReference(context: Context, source: string, mark: string): Promise<Store> {
  const making = `${DEFAULT}.making-${process.pid}`;
  context.io.stderr.write('Importing the reference dossier (once) …\n');
  await rm(making, { recursive: true, force: true });
  const made = await importPackage(source, making);
  await made.close();
  await writeFile(join(making, 'imported-from'), mark);
  await rename(making, DEFAULT).catch(async error => {
    // another process was first: its dossier is as good as ours
    if (!existsSync(DEFAULT)) throw error;
    await rm(making, { recursive: true, force: true });
  });
  return openStore(DEFAULT);
}

async function workedIn(store: Store): Promise<boolean> {
  for await (const { entry } of readHistory(store)) if (entry.by !== 'package') return true;
  return false;
}
