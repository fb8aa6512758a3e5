/** What a thread does for `extractApart`. */
import { extract } from '#evidence/sources/extract.ts';
import type { ExtractedApart } from '#evidence/sources/extract-apart.ts';
import type { ExtractOptions } from '#evidence/sources/extracted.ts';

export async function extractTask(input: {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ExtractOptions;
}): Promise<ExtractedApart> {
  const { bytes, name, options } = input;
  return { extracted: await extract(bytes, name, options), bytes };
}
