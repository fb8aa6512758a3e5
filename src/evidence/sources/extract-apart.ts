/** Extraction in a thread of its own, so that no file can hang or break who asked for it. */
import type { Extracted, ExtractOptions } from '#evidence/sources/extracted.ts';
import { pool } from '#work/work.ts';

/** Longest time for one file, in seconds; recognising a scan takes seconds a page. */
const SECONDS = 60;
const SECONDS_OCR = 1800;

export function secondsFor(options: ExtractOptions): number {
  return options.ocr ? SECONDS_OCR : SECONDS;
}

export interface ExtractedApart {
  readonly extracted: Extracted;
  /** The same bytes; those that were given may have been moved away. */
  readonly bytes: Uint8Array;
}

/** As `extract`; throws `file.slow` and `file.memory` as well. The bytes are given away. */
export function extractApart(
  bytes: Uint8Array,
  name: string,
  options: ExtractOptions = {},
): Promise<ExtractedApart> {
  const task = { module: new URL('./extract-task.ts', import.meta.url), name: 'extractTask' };
  return pool().run(task, { bytes, name, options }, { what: name, seconds: secondsFor(options) });
}
