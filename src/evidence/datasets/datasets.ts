/**
 * The door of the datasets: a table of rows (CSV, Parquet, XLSX) asked by SQL, in DuckDB. The file is read where it lies and
 * never changed; nothing else of the machine can be reached from a question, and no extension is fetched.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '#core/errors.ts';
import { sheetAsCsv } from '#evidence/datasets/sheets.ts';

export interface Dataset {
  readonly name: string;
  /** In the order of the file. Every value is text; an empty cell is NULL. */
  readonly columns: readonly string[];
  /** Whether “1,234” is surely a number with decimals: where commas separate the cells it may be a thousand. */
  readonly commas: boolean;
  /** Rows of an SQL question about the table `data`. */
  ask(sql: string): Promise<Readonly<Record<string, Cell>>[]>;
  close(): Promise<void>;
}

export type Cell = string | number | bigint | boolean | null;

export interface DatasetOptions {
  readonly threads?: number;
  /** Of DuckDB's memory, in MB; what does not fit goes to a temporary folder. */
  readonly megabytes?: number;
  /** Ends a running question. */
  readonly signal?: AbortSignal | undefined;
}

const HEAD = 4096;
const SEPARATORS = [',', ';', '\t', '|'];

type Kind = 'csv' | 'parquet' | 'xlsx';

/** Throws `dataset.kind`, `dataset.broken`, and what reading a file throws. */
export async function openDataset(path: string, options: DatasetOptions = {}): Promise<Dataset> {
  const name = basename(path);
  const { kind, separator } = await kindOf(path, name);
  const folder = await mkdtemp(join(tmpdir(), 'probanza-dataset-'));
  const leave = () => rm(folder, { recursive: true, force: true });
  try {
    const file = kind === 'xlsx' ? join(folder, 'sheet.csv') : resolve(path);
    if (kind === 'xlsx') await writeFile(file, await sheetAsCsv(path, name));
    const instance = await started(folder, options);
    return await readied(await instance.connect(), {
      name,
      file,
      folder,
      kind,
      separator,
      instance,
      leave,
      options,
    });
  } catch (error) {
    await leave();
    throw error instanceof Problem ? error : broken(name, error);
  }
}

/** SHA-256 of the file's bytes, read through once. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** An SQL name, quoted. */
export function named(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}

/** An SQL text, quoted. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** By the first bytes; a CSV's separator is the one that its first line has most of. */
async function kindOf(path: string, name: string): Promise<{ kind: Kind; separator: string }> {
  const handle = await open(path).catch(error => {
    throw new Problem(error.code === 'ENOENT' ? 'file.missing' : 'file.denied', { what: path, where: path });
  });
  try {
    if ((await handle.stat()).isDirectory()) throw new Problem('file.folder', { what: path, where: path });
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    if (bytesRead === 0) throw new Problem('file.empty', { what: path, where: path });
    const head = buffer.subarray(0, bytesRead);
    const magic = head.subarray(0, 4).toString('latin1');
    if (magic === 'PAR1') return { kind: 'parquet', separator: ',' };
    if (magic.startsWith('PK\u0003\u0004')) return { kind: 'xlsx', separator: ',' };
    if (head.includes(0)) throw new Problem('dataset.kind', { where: name });
    const [line = ''] = head
      .toString('utf8')
      .replaceAll(/"[^"]*"/g, '')
      .split(/\r|\n/);
    const times = (it: string) => line.split(it).length;
    const [separator = ','] = SEPARATORS.toSorted((a, b) => times(b) - times(a));
    return { kind: 'csv', separator };
  } finally {
    await handle.close();
  }
}

async function started(folder: string, options: DatasetOptions): Promise<DuckDBInstance> {
  // a native library of tens of megabytes: only who asks a dataset loads it
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? 2),
    memory_limit: `${options.megabytes ?? 256}MB`,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
}

interface Opened {
  readonly name: string;
  readonly file: string;
  readonly folder: string;
  readonly kind: Kind;
  readonly separator: string;
  readonly instance: DuckDBInstance;
  readonly options: DatasetOptions;
  leave(): Promise<void>;
}

async function readied(connection: DuckDBConnection, it: Opened): Promise<Dataset> {
  const stop = () => connection.interrupt();
  const ask = async (sql: string) => {
    it.options.signal?.throwIfAborted();
    it.options.signal?.addEventListener('abort', stop, { once: true });
    try {
      const found = await connection.runAndReadAll(sql);
      return found.getRowObjectsJS() as Readonly<Record<string, Cell>>[];
    } catch (error) {
      it.options.signal?.throwIfAborted();
      throw broken(it.name, error);
    } finally {
      it.options.signal?.removeEventListener('abort', stop);
    }
  };
  await ask(`SET allowed_paths = [${quoted(it.file)}]`);
  await ask(`SET allowed_directories = [${quoted(`${it.folder}/`)}]`);
  await ask('SET enable_external_access = false');
  await ask('SET lock_configuration = true');
  const from =
    it.kind === 'parquet'
      ? `read_parquet(${quoted(it.file)})`
      : `read_csv(${quoted(it.file)}, delim = ${quoted(it.separator)}, quote = '"', escape = '"', header = true,
          all_varchar = true, nullstr = ['', 'NA'])`;
  const described = await ask(`DESCRIBE SELECT * FROM ${from}`);
  const columns = described.map(row => String(row.column_name));
  const texts = columns.map(column => `CAST(${named(column)} AS VARCHAR) AS ${named(column)}`);
  await ask(`CREATE VIEW data AS SELECT ${texts.join(', ')} FROM ${from}`);
  return {
    name: it.name,
    columns,
    commas: it.kind === 'csv' && it.separator !== ',',
    ask,
    async close() {
      connection.closeSync();
      it.instance.closeSync();
      await it.leave();
    },
  };
}

/** The first line of what DuckDB says, without the path: it may hold a person's name. */
function broken(name: string, error: unknown): Problem {
  const [line = ''] = String((error as Error).message).split('\n');
  return new Problem('dataset.broken', { where: name, what: line.slice(0, 160) });
}
