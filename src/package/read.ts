/** Reads a package and checks every cell, key, reference, text and anchor; a fault names file, line and column. */
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { readCsv } from '#package/csv.ts';
import { readDatapackage } from '#package/datapackage.ts';
import { type Files, readFiles, textOf } from '#package/folder.ts';
import { anchorFaults, checkRow, commitTo, type HistoryRecord, isClean, referencesOf } from '#store/store.ts';
import { type Dossier, type Row, type TableName, tableNames } from '#store/tables.ts';

export type Rows = { readonly [T in TableName]: readonly Row<T>[] };

export interface Package {
  readonly dossier: Dossier;
  readonly rows: Rows;
  /** Texts by id of their row. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Originals by hash. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Empty where only founding entries follow from the tables. */
  readonly history: readonly HistoryRecord[];
}

/** Throws `package.*`, `file.*`, `protected.refused`. */
export async function readPackage(location: string): Promise<Package> {
  return packageOf(await readFiles(location));
}

export function packageOf(files: Files): Package {
  const readme = files.has('README.md') ? textOf(files, 'README.md') : '';
  const dossier = readDatapackage(textOf(files, 'datapackage.json'), readme);
  const read = tableNames.map(
    table =>
      [table, files.has(`${table}.csv`) ? readTable(table, textOf(files, `${table}.csv`)) : []] as const,
  );
  const rows = Object.fromEntries(read) as unknown as Rows;
  checkReferences(rows);
  const bodies = readBodies(files, rows);
  checkAnchors(rows, bodies);
  return { dossier, rows, bodies, files: readOriginals(files, rows), history: readHistoryLines(files) };
}

function readTable<T extends TableName>(table: T, text: string): Row<T>[] {
  const seen = new Set<string>();
  return readCsv(table, text).map(({ row, line }) => {
    const where = `${table}.csv:${line}`;
    const [fault] = checkRow(table, row as Record<string, unknown>);
    if (fault) throw new Problem('package.value', { what: fault.value, where: `${where} ${fault.column}` });
    const id = row.id as string;
    if (seen.has(id)) throw new Problem('package.key', { what: id, where });
    seen.add(id);
    if (table === 'claims' && (row as Row<'claims'>).protection === 'protected')
      throw new Problem('protected.refused', { what: `${where} ${id}` });
    return row;
  });
}

function checkReferences(rows: Rows): void {
  const ids = new Map(tableNames.map(table => [table, new Set(rows[table].map(row => row.id as string))]));
  for (const table of tableNames) {
    for (const row of rows[table]) {
      for (const [column, to, id] of referencesOf(table, row as unknown as Record<string, unknown>)) {
        if (!to.some(it => ids.get(it)?.has(id)))
          throw new Problem('package.reference', { where: `${table}.csv ${row.id} ${column}`, what: id });
      }
    }
  }
}

function readBodies(files: Files, rows: Rows): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const { id, sha256: hash } of rows.texts) {
    const path = `texts/${id}.txt`;
    const bytes = files.get(path);
    if (!bytes) throw new Problem('package.file', { where: path, what: 'is missing' });
    if (sha256(bytes) !== hash) throw new Problem('package.anchor', { where: path, what: 'sha256' });
    const body = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes);
    if (!isClean(body) || sha256(body) !== hash)
      throw new Problem('package.file', { where: path, what: 'not UTF-8' });
    bodies.set(id, body);
  }
  for (const path of files.keys()) {
    if (path.startsWith('texts/') && !bodies.has(path.slice(6, -4)))
      throw new Problem('package.file', { where: path, what: 'texts.csv' });
  }
  return bodies;
}

function checkAnchors(rows: Rows, bodies: ReadonlyMap<string, string>): void {
  for (const passage of rows.passages) {
    const [fault] = anchorFaults(passage, bodies.get(passage.text) ?? '');
    if (fault)
      throw new Problem('package.anchor', {
        where: `passages.csv ${passage.id}`,
        what: `${passage.start}–${passage.end}`,
      });
  }
}

function readOriginals(files: Files, rows: Rows): Map<string, Uint8Array> {
  const originals = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (!path.startsWith('files/')) continue;
    const hash = path.slice(6);
    if (sha256(bytes) !== hash) throw new Problem('package.file', { where: path, what: 'sha256' });
    originals.set(hash, bytes);
  }
  for (const { id, file } of rows.sources) {
    if (file !== null && !originals.has(file))
      throw new Problem('package.file', { where: `sources.csv ${id}`, what: `files/${file}` });
  }
  return originals;
}

function readHistoryLines(files: Files): HistoryRecord[] {
  if (!files.has('history.jsonl')) return [];
  const lines = textOf(files, 'history.jsonl')
    .split('\n')
    .filter(line => line !== '');
  return lines.map((line, index) => {
    const where = `history.jsonl:${index + 1}`;
    const record = parseRecord(line, where);
    const { salt, payload, entry } = record;
    if (payload && salt !== null && commitTo(salt, payload) !== entry.commit)
      throw new Problem('package.file', { where, what: 'commit' });
    return record;
  });
}

function parseRecord(line: string, where: string): HistoryRecord {
  try {
    const record = JSON.parse(line);
    if (
      typeof record.entry.seq === 'number' &&
      typeof record.entry.prev === 'string' &&
      typeof record.entry.subject === 'string'
    )
      return record;
  } catch {
    // told below
  }
  throw new Problem('package.file', { where, what: line.slice(0, 60) });
}
