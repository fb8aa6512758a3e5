/** Files that come inside others: how many, how large, and under which name. */
import { Problem } from '#core/errors.ts';
import type { Part } from '#evidence/sources/extracted.ts';
import { brief } from '#evidence/sources/text.ts';

const MAX_PARTS = 1000;
const MAX_PART_BYTES = 100 * 1024 * 1024;

/** The parts so far, counted. Throws `file.large`. */
export class Parts {
  readonly list: Part[] = [];
  readonly #name: string;
  #bytes = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(part: Part): void {
    this.#bytes += part.bytes.length;
    if (this.list.length >= MAX_PARTS)
      throw new Problem('file.large', { what: this.#name, limit: '1,000 parts' });
    if (this.#bytes > MAX_PART_BYTES)
      throw new Problem('file.large', { what: this.#name, limit: '100 MB of parts' });
    this.list.push(part);
  }
}

/** A plain file name out of one that somebody else chose: no folders, no controls, no dots that lead elsewhere. */
export function safeName(given: string | null | undefined, otherwise: string): string {
  const last = (brief(given ?? undefined) ?? '').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
    .toWellFormed();
  return plain === '' ? otherwise : plain;
}
