/** A file that was asked for; one that is there stays as it is. */
import { writeFile } from 'node:fs/promises';
import { Problem, systemCode } from '#core/errors.ts';

/** Throws `file.exists`. */
export async function writeNew(path: string, data: string | Uint8Array): Promise<void> {
  await writeFile(path, data, { flag: 'wx' }).catch(error => {
    throw systemCode(error) === 'EEXIST' ? new Problem('file.exists', { what: path }) : error;
  });
}
