/**
 * The files of a job: single ones, those of folders, those of ZIPs, in an order that is always the same. Links are
 * not followed, and each file is looked at again when its turn comes.
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { basename, extname, join, resolve, sep } from 'node:path';
import { Problem, systemCode } from '#core/errors.ts';
import { openZip, type Zip, type ZipEntry } from '#work/zip.ts';

export interface Root {
  readonly kind: 'file' | 'folder' | 'zip';
  readonly path: string;
  /** As a person named it. */
  readonly shown: string;
}

export interface Listed {
  readonly roots: readonly Root[];
  /** `ROOT:` a single file, `ROOT:path/in/folder`, `ROOT:N:name in ZIP`; ROOT counts from 0. */
  readonly names: readonly string[];
  /** Links, sockets and the like, which are left out. */
  readonly left: number;
}

/** One file of a job, whose turn has come. */
export interface JobFile {
  /** For what is said about it. */
  readonly shown: string;
  /** Its own name, without folders. */
  readonly name: string;
  readonly size: number;
  /** Throws `file.*`. */
  bytes(): Promise<Uint8Array>;
}

/** Other kinds of document are ZIPs too: these files tell them apart from a bag of files. */
const DOCUMENT = /^(?:\[Content_Types\]\.xml|mimetype|datapackage\.json|META-INF\/.*)$/;
const HIDDEN = /(?:^|[/\\])(?:\.(?!\.?[/\\])|__MACOSX[/\\])/;

/** Throws `file.empty` where a folder or a ZIP has none. */
export async function listFiles(paths: readonly string[]): Promise<Listed> {
  const roots: Root[] = [];
  const names: string[] = [];
  let left = 0;
  for (const shown of paths) {
    const before = names.length;
    const found = await walk({ kind: 'file', path: resolve(shown), shown });
    left += found.left;
    for (const root of found.roots) {
      names.push(...root.rests.map(rest => `${roots.length}:${rest}`));
      roots.push(root.root);
    }
    if (names.length === before) throw new Problem('file.empty', { what: shown });
  }
  return { roots, names, left };
}

interface Walked {
  readonly roots: { readonly root: Root; readonly rests: readonly string[] }[];
  readonly left: number;
}

/** What a person names is taken as it is; ZIPs found in a folder are opened, those in a ZIP are not. */
async function walk(root: Root): Promise<Walked> {
  const info = await lstat(root.path).catch(() => undefined);
  if (!info?.isDirectory()) {
    const inside = await insideZip(root);
    return inside ?? { roots: [{ root, rests: [''] }], left: 0 };
  }
  const found = await filesIn(root.path);
  const folder = { root: { ...root, kind: 'folder' as const }, rests: [] as string[] };
  const roots: Walked['roots'] = [folder];
  let left = found.left;
  for (const rest of found.files.sort()) {
    const zip = /\.zip$/i.test(rest)
      ? await insideZip({ kind: 'zip', path: join(root.path, rest), shown: join(root.shown, rest) })
      : undefined;
    if (zip) roots.push(...zip.roots);
    else folder.rests.push(rest);
    left += zip?.left ?? 0;
  }
  return { roots: roots.filter(it => it.rests.length > 0), left };
}

async function filesIn(folder: string): Promise<{ files: string[]; left: number }> {
  const files: string[] = [];
  const folders = [''];
  let left = 0;
  for (let rest = folders.pop(); rest !== undefined; rest = folders.pop()) {
    const entries = await readdir(join(folder, rest), { withFileTypes: true }).catch(() => undefined);
    // a folder that may not be read is told in its turn, as a file would be
    if (!entries) files.push(rest);
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.')) continue;
      const path = rest === '' ? entry.name : `${rest}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
      else left += 1;
    }
  }
  return { files, left };
}

/** Undefined where it is no ZIP, or one that is a document. */
async function insideZip(root: Root): Promise<Walked | undefined> {
  if (extname(root.path).toLowerCase() !== '.zip') return undefined;
  const zip = await openZip(root.path, root.shown).catch(() => undefined);
  await zip?.close();
  if (!zip || zip.entries.some(it => DOCUMENT.test(it.name))) return undefined;
  const plain = zip.entries.map((it, n) => ({ ...it, n })).filter(it => !HIDDEN.test(it.name));
  const rests = plain.filter(it => !it.special).map(it => `${it.n}:${it.name}`);
  return { roots: [{ root: { ...root, kind: 'zip' }, rests }], left: plain.length - rests.length };
}

/** Opens the files of a job one by one; a ZIP stays open between them. */
export class Files {
  readonly #roots: readonly Root[];
  readonly #limit: number;
  readonly #zips = new Map<string, Promise<Zip>>();

  /** `limit`: the largest file, in bytes. */
  constructor(roots: readonly Root[], limit: number) {
    this.#roots = roots;
    this.#limit = limit;
  }

  /** Throws `file.missing` where the root is unknown or gone. */
  async open(item: string): Promise<JobFile> {
    const { root, rest } = this.#split(item);
    if (root.kind === 'zip') return this.#inZip(root, rest);
    const path = rest === '' ? root.path : join(root.path, rest);
    const shown = this.shown(item);
    const size = (await lstat(path).catch(refused(shown))).size;
    return { shown, name: basename(path), size, bytes: () => readPlain(path, shown, this.#limit) };
  }

  /** What an item is called when it is spoken of. */
  shown(item: string): string {
    const { root, rest } = this.#split(item);
    if (rest === '') return root.shown;
    const path = root.kind === 'zip' ? rest.slice(rest.indexOf(':') + 1) : rest;
    return `${root.shown.replace(/[/\\]+$/, '')}${sep}${path}`;
  }

  async close(): Promise<void> {
    const open = [...this.#zips.values()];
    this.#zips.clear();
    for (const zip of open) await (await zip.catch(() => undefined))?.close();
  }

  #split(item: string): { root: Root; rest: string } {
    const colon = item.indexOf(':');
    const root = this.#roots[Number(item.slice(0, colon))];
    if (!root) throw new Problem('file.missing', { what: item });
    return { root, rest: item.slice(colon + 1) };
  }

  async #inZip(root: Root, rest: string): Promise<JobFile> {
    const zip = await this.#zip(root);
    const [n = '', name] = [rest.slice(0, rest.indexOf(':')), rest.slice(rest.indexOf(':') + 1)];
    const entry = zip.entries[Number(n)];
    const shown = this.shown(`${this.#roots.indexOf(root)}:${rest}`);
    // the archive may be another one by now
    if (entry?.name !== name) throw new Problem('file.missing', { what: shown });
    const own = basename(name.replaceAll('\\', '/'));
    return { shown, name: own, size: entry.size, bytes: () => readPacked(zip, entry, shown, this.#limit) };
  }

  #zip(root: Root): Promise<Zip> {
    const opened = this.#zips.get(root.path) ?? openZip(root.path, root.shown).catch(refused(root.shown));
    this.#zips.set(root.path, opened);
    return opened;
  }
}

async function readPacked(zip: Zip, entry: ZipEntry, shown: string, limit: number): Promise<Uint8Array> {
  const bytes = await zip.read(entry, shown, limit);
  if (/\.zip$/i.test(entry.name) && bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Problem('file.nested', { what: shown });
  return bytes;
}

/** Neither a link nor a pipe is opened: the one leads elsewhere, the other waits for ever. */
async function readPlain(path: string, shown: string, limit: number): Promise<Uint8Array> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(refused(shown));
  try {
    return await wholeFile(handle, shown, limit);
  } catch (error) {
    return refused(shown)(error);
  } finally {
    await handle.close();
  }
}

async function wholeFile(handle: FileHandle, what: string, limit: number): Promise<Uint8Array> {
  const info = await handle.stat();
  if (info.isDirectory()) throw new Problem('file.folder', { what });
  if (!info.isFile()) throw new Problem('file.type', { what, where: 'not a regular file' });
  if (info.size > limit) throw new Problem('file.large', { what, limit: `${limit >> 20} MB` });
  return handle.readFile();
}

const CODES: Readonly<Record<string, 'file.missing' | 'file.folder' | 'file.denied' | 'file.type'>> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  ENAMETOOLONG: 'file.missing',
  EISDIR: 'file.folder',
  EACCES: 'file.denied',
  EPERM: 'file.denied',
  // a link where none is followed, and a socket
  ELOOP: 'file.type',
  ENXIO: 'file.type',
};

function refused(what: string) {
  return (error: unknown): never => {
    const code = CODES[systemCode(error) ?? ''];
    if (!code) throw error;
    throw new Problem(code, { what, where: 'not a regular file' }, { cause: error });
  };
}
