/** Reads a file whole, or says in one line why not. */
import { readFile, stat } from 'node:fs/promises';
import { Problem, systemCode } from '#core/errors.ts';

export const MAX_BYTES = 50 * 1024 * 1024;

/** Throws `file.missing`, `file.folder`, `file.denied`, `file.large`. */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  // asked before it is opened: opening a pipe would wait for its writer for ever
  const info = await stat(path).catch(refused(path));
  if (info.isDirectory()) throw new Problem('file.folder', { what: path });
  if (!info.isFile()) throw new Problem('file.type', { what: path, where: 'not a regular file' });
  if (info.size > MAX_BYTES) throw new Problem('file.large', { what: path, limit: '50 MB' });
  return readFile(path).catch(refused(path));
}

/** Throws `file.large`. */
export function checkSize(bytes: Uint8Array, name: string): void {
  if (bytes.length > MAX_BYTES) throw new Problem('file.large', { what: name, limit: '50 MB' });
}

function refused(what: string) {
  return (error: unknown): never => {
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
      throw new Problem('file.missing', { what });
    if (code === 'EISDIR') throw new Problem('file.folder', { what });
    if (code === 'EACCES' || code === 'EPERM') throw new Problem('file.denied', { what });
    // a path with NUL or the like
    if (code === 'ERR_INVALID_ARG_VALUE')
      throw new Problem('file.missing', { what: what.replaceAll('\0', '␀') });
    throw error;
  };
}
