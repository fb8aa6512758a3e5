/**
 * Files that are sent from a page, written to the disk as they come: a line of JSON that names them with their
 * sizes, then their bytes one after the other. None is ever whole in memory.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem, systemCode } from '#core/errors.ts';
import {
  type AddOptions,
  addOptions,
  checkModel,
  type ModelChoice,
  unfinishedJobs,
} from '#evidence/claims/claims.ts';
import type { Model } from '#evidence/model/model.ts';
import { MAX_BYTES } from '#evidence/sources/sources.ts';
import type { Store } from '#store/store.ts';
import { type Listed, listFiles } from '#work/work.ts';

const MAX_LINE = 16 << 20;
const MAX_ALL = 4 * 2 ** 30;
const MAX_FILES = 100_000;

const Head = z.object({
  files: z
    .array(z.object({ name: z.string().min(1).max(4000), size: z.number().int().min(0) }))
    .min(1)
    .max(MAX_FILES),
  about: z.record(z.string().max(40), z.string().max(5000)).default({}),
  /** Whether the server's model is to be asked too. */
  model: z.boolean().default(false),
});

export interface Received extends Listed {
  readonly options: AddOptions;
}

/** Beside the store's file, so that it is on the same disk and found again; a server store has no such place. */
function baseFor(store: Store): string {
  const own = existsSync(join(store.location, 'dossier.sqlite'));
  return own ? join(store.location, 'incoming') : join(tmpdir(), 'probanza-incoming');
}

/** What lies about longer than this was left by a server that was killed, in milliseconds. */
const OLD = 24 * 3600 * 1000;

/** Takes away what no job will read any more. */
export async function sweepIncoming(store: Store): Promise<void> {
  // other dossiers share the place of a server store
  if (store.readOnly || store.kind === 'postgres') return;
  const base = baseFor(store);
  const needed = new Set((await unfinishedJobs(store)).map(it => addOptions(it).incoming));
  for (const name of await readdir(base).catch(() => [])) {
    const path = join(base, name);
    const info = await stat(path).catch(() => undefined);
    const old = info !== undefined && Date.now() - info.mtimeMs > OLD;
    if (old && !needed.has(path)) await rm(path, { recursive: true, force: true });
  }
}

/** Throws `usage.missing` where the server has no model, `protected.refused`. */
export async function choiceOf(store: Store, model: Model | null): Promise<ModelChoice> {
  if (!model) throw new Problem('usage.missing', { where: 'serve', what: '--model URL' });
  const choice = { url: model.url.href, name: model.name };
  await checkModel(store, choice);
  return choice;
}

/** Throws `upload.*`, `disk.full`, and what `choiceOf` throws; leaves nothing then. */
export async function receive(
  store: Store,
  body: ReadableStream<Uint8Array> | null,
  columns: readonly string[],
  model: Model | null = null,
): Promise<Received> {
  const incoming = join(baseFor(store), randomUUID());
  try {
    const input = new Input(body?.getReader());
    const { files, about, model: wished } = parseHead(await input.line());
    const choice = wished ? await choiceOf(store, model) : null;
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const listed: Listed[] = [];
    for (const [n, file] of files.entries()) listed.push(await receiveFile(input, incoming, n, file));
    if (!(await input.ended())) throw new Problem('upload.wrong', { what: 'bytes' });
    const said = Object.fromEntries(columns.map(it => [it, about[it] || undefined]));
    const all = joined(listed);
    const options = { roots: all.roots, about: said, read: {}, incoming };
    return { ...all, options: choice ? { ...options, model: choice } : options };
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    if (systemCode(error) === 'ENOSPC') throw new Problem('disk.full', { what: incoming }, { cause: error });
    throw error;
  }
}

function parseHead(line: string): z.infer<typeof Head> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Problem('upload.wrong', { what: line.slice(0, 40) });
  }
  const head = Head.safeParse(json);
  if (!head.success) throw new Problem('upload.wrong', { what: head.error.issues[0]?.path.join('.') ?? '' });
  const all = head.data.files.reduce((sum, it) => sum + it.size, 0);
  if (all > MAX_ALL)
    throw new Problem('upload.large', { what: `${Math.round(all / 2 ** 20)} MB`, limit: '4 GB' });
  return head.data;
}

/** In a folder of its own under its own name; a ZIP as the files that it holds. */
async function receiveFile(
  input: Input,
  incoming: string,
  n: number,
  { name, size }: { name: string; size: number },
): Promise<Listed> {
  const own = safeName(name);
  const path = join(incoming, String(n), own);
  await mkdir(join(incoming, String(n)));
  const file = await open(path, 'w');
  try {
    // what is too large to be read is told in its turn, and takes no room until then
    const kept = size <= MAX_BYTES || /\.zip$/i.test(own);
    await input.copy(size, kept ? file : null);
    if (!kept) await file.truncate(size);
  } finally {
    await file.close();
  }
  const listed = await listFiles([path]).catch(() => ({
    roots: [{ kind: 'file' as const, path, shown: name }],
    names: ['0:'],
    left: 0,
  }));
  return { ...listed, roots: listed.roots.map(it => ({ ...it, shown: name })) };
}

/** The last part of a name, as any file system takes it. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.toWellFormed().replace(/[\p{Cc}:*?"<>|]/gu, '_');
  const dot = plain.lastIndexOf('.');
  const short =
    plain.length <= 100 ? plain : plain.slice(0, 80) + (dot > 0 ? plain.slice(dot).slice(0, 10) : '');
  return /^\.*$/.test(short) ? 'file' : short.toWellFormed();
}

function joined(listed: readonly Listed[]): Listed {
  const roots = listed.flatMap(it => it.roots);
  const names: string[] = [];
  let before = 0;
  for (const it of listed) {
    for (const name of it.names) {
      const colon = name.indexOf(':');
      names.push(`${before + Number(name.slice(0, colon))}${name.slice(colon)}`);
    }
    before += it.roots.length;
  }
  return { roots, names, left: listed.reduce((sum, it) => sum + it.left, 0) };
}

/** A stream of bytes, taken piece by piece. */
class Input {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #held: Uint8Array = new Uint8Array();

  constructor(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
    this.#reader = reader;
  }

  async line(): Promise<string> {
    const parts: Uint8Array[] = [];
    for (let length = 0; length <= MAX_LINE; ) {
      const part = await this.#next();
      const end = part.indexOf(10);
      parts.push(end < 0 ? part : part.subarray(0, end));
      if (end >= 0) {
        this.#held = part.subarray(end + 1);
        return new TextDecoder().decode(Buffer.concat(parts));
      }
      length += part.length;
    }
    throw new Problem('upload.wrong', { what: 'JSON' });
  }

  async copy(size: number, to: FileHandle | null): Promise<void> {
    for (let left = size; left > 0; ) {
      const part = await this.#next();
      const taken = part.subarray(0, left);
      this.#held = part.subarray(taken.length);
      await to?.writeFile(taken);
      left -= taken.length;
    }
  }

  async ended(): Promise<boolean> {
    if (this.#held.length > 0) return false;
    return (await this.#reader?.read())?.done ?? true;
  }

  /** Throws `upload.wrong` where there is no more. */
  async #next(): Promise<Uint8Array> {
    const held = this.#held;
    this.#held = new Uint8Array();
    if (held.length > 0) return held;
    const read = await this.#reader?.read();
    if (!read || read.done) throw new Problem('upload.wrong', { what: 'bytes' });
    return read.value;
  }
}
