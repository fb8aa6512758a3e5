/** Extraction and reading in a thread of its own: plain data comes back, and the only writer goes on meanwhile. */
import type { ProblemCode, ProblemDetails } from '#core/errors.ts';
import type { Asked } from '#evidence/model/model.ts';
import type { Reading } from '#evidence/reading/reading.ts';
import {
  type Extracted,
  type ExtractOptions,
  type Fingerprint,
  type ReadSource,
  type SourceAbout,
  secondsFor,
} from '#evidence/sources/sources.ts';
import type { Row } from '#store/tables.ts';
import { pool } from '#work/work.ts';

export interface ReadAsked {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly about: SourceAbout;
  readonly options: ExtractOptions;
  /** Whether the reading itself is wanted, for a model to add to. */
  readonly keep?: boolean;
}

/** What came of asking: `failed` pieces have no answer, and why the first has none. */
export interface Said extends Omit<Asked, 'failed'> {
  readonly failed: number;
  readonly why: { readonly problem: ProblemCode; readonly details: ProblemDetails } | null;
}

/** What a file holds, before it is anywhere. */
export interface ReadFile extends ReadSource {
  /** The same bytes; those that were given may have been moved away. */
  readonly bytes: Uint8Array;
  /** Without the text's id, which is known when they are written: `.c1`, `.c2`, … */
  readonly proposals: readonly Row<'proposals'>[];
  /** Of its text, for finding its copies. */
  readonly fingerprint: Fingerprint;
  /** Where it was wanted. */
  readonly reading?: Reading | undefined;
  /** What a model said, where one was asked. */
  readonly said?: Said;
  /** What came inside the file. */
  readonly parts: readonly (ReadFile | FailedPart)[];
}

/** The same once the bytes are in the archive and nowhere else. */
export interface KeptFile extends Omit<ReadFile, 'bytes' | 'reading' | 'parts'> {
  readonly parts: readonly (KeptFile | FailedPart)[];
}

export interface FailedPart {
  readonly name: string;
  readonly problem: ProblemCode;
  readonly details: ProblemDetails;
}

export interface ReadTexts {
  /** Hash of the bytes. */
  readonly file: string;
  readonly extracted: Omit<Extracted, 'parts'>;
  readonly reading: Reading;
}

const at = (name: string) => ({ module: new URL('./read-task.ts', import.meta.url), name });

/** Throws `file.*`. The bytes are given away. */
export function readApart(asked: ReadAsked, signal?: AbortSignal): Promise<ReadFile> {
  return pool().run(at('readTask'), asked, limits(asked, signal));
}

/** What a file says, for who keeps nothing of it. Throws `file.*`. */
export function lookApart(asked: ReadAsked): Promise<ReadTexts> {
  return pool().run(at('lookTask'), asked, limits(asked));
}

function limits({ name, options }: ReadAsked, signal?: AbortSignal) {
  return { what: name, seconds: secondsFor(options), signal };
}
