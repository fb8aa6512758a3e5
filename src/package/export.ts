/** A dossier as a package of plain files, or as one file: the same bytes from the same records, on any machine. */
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { canonical, type Json } from '#core/canonical.ts';
import { Problem } from '#core/errors.ts';
import { manifestOf } from '#core/manifest.ts';
import { writeCsv } from '#package/csv.ts';
import { writeDatapackage } from '#package/datapackage.ts';
import { isPackage } from '#package/folder.ts';
import { foundingSalt, readDossier, readHistory, readRows, readText, type Store } from '#store/store.ts';
import { type TableName, tableNames } from '#store/tables.ts';

/** Into a folder that is new or empty; with `replace`, over a package that is there. Throws `file.exists`. */
export async function exportPackage(
  store: Store,
  folder: string,
  options: { replace?: boolean } = {},
): Promise<void> {
  const files = await packageFiles(store);
  const there = existsSync(folder) && (await readdir(folder)).length > 0;
  if (there && !(options.replace && (await isPackage(folder))))
    throw new Problem('file.exists', { what: folder });
  const beside = `${folder.replace(/[/\\]+$/, '')}.writing-${process.pid}`;
  await rm(beside, { recursive: true, force: true });
  try {
    for (const [path, bytes] of files) await writeInto(join(beside, path), bytes);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Into one new file, which `import` takes. Throws `file.exists`. */
export async function backup(store: Store, file: string): Promise<void> {
  if (existsSync(file)) throw new Problem('file.exists', { what: file });
  const files = await packageFiles(store);
  // a fixed time, so that the same dossier always makes the same file
  const bytes = zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 });
  const beside = `${file}.writing-${process.pid}`;
  try {
    await writeInto(beside, bytes);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Every file of the package, in the order in which it is written; the manifest last. */
export async function packageFiles(store: Store): Promise<Map<string, Uint8Array>> {
  const dossier = await readDossier(store);
  const files = new Map<string, Uint8Array>();
  const add = (path: string, text: string) => files.set(path, Buffer.from(text));
  if (dossier.readme !== '') add('README.md', dossier.readme);
  const withRows: TableName[] = [];
  for (const table of tableNames) {
    const rows = await readRows(store, table);
    if (rows.length === 0) continue;
    withRows.push(table);
    add(`${table}.csv`, writeCsv(table, rows));
  }
  add('datapackage.json', writeDatapackage(dossier, withRows));
  for (const { id } of await readRows(store, 'texts'))
    add(`texts/${id}.txt`, (await readText(store, id)) ?? '');
  for (const { file } of await readRows(store, 'sources')) {
    const bytes = file === null ? undefined : await store.archive.read(file);
    if (file !== null && bytes) files.set(`files/${file}`, bytes);
  }
  const history = await historyLines(store, dossier.id);
  if (history !== '') add('history.jsonl', history);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...sorted, ['manifest-sha256.txt', Buffer.from(manifestOf(sorted))]]);
}

/** Nothing where every entry is a founding one: those follow from the tables. */
async function historyLines(store: Store, dossier: string): Promise<string> {
  const lines: string[] = [];
  let founding = true;
  for await (const record of readHistory(store)) {
    const { entry, salt } = record;
    const [table = '', ...id] = entry.subject.split('/');
    founding &&=
      entry.by === 'package' && entry.act === 'import' && salt === foundingSalt(dossier, table, id.join('/'));
    lines.push(`${canonical(record as unknown as Json)}\n`);
  }
  return founding ? '' : lines.join('');
}

async function writeInto(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}
