/** A file becomes a source: archived byte for byte, its text extracted and read, the proposals left to a person. */
import { basename } from 'node:path';
import { Problem, type ProblemCode, type ProblemDetails } from '#core/errors.ts';
import { proposalRows } from '#evidence/claims/proposals.ts';
import { read } from '#evidence/reading/reading.ts';
import {
  addSource,
  archiveOriginal,
  checkSize,
  heldAs,
  type loadLexicons,
  type Part,
  partRow,
  readFileBytes,
} from '#evidence/sources/sources.ts';
import { type Actor, act, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** What a person says about a source; absent members are taken from the file or left open. */
export type About = { readonly [K in keyof Row<'sources'>]?: string | undefined };

export interface Added {
  readonly source: string;
  readonly proposals: number;
  /** What came inside the file; absent where nothing did. */
  readonly parts?: readonly AddedPart[];
}

/** A part is added, was held already, or could not be read. */
export type AddedPart =
  | (Added & { readonly name: string })
  | { readonly name: string; readonly here: string }
  | { readonly name: string; readonly problem: ProblemCode; readonly details: ProblemDetails };

/** A letter in a letter in a letter is read; deeper is not. */
const DEEPEST = 3;

/** Archives and reads one file. Throws `file.*`. */
export async function addFile(
  store: Store,
  actor: Actor,
  path: string,
  about: About,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
): Promise<Added> {
  return addBytes(store, actor, await readFileBytes(path), basename(path), about, lexicons);
}

/** The same with the bytes at hand, as they come from a page. Throws `file.*`. */
export async function addBytes(
  store: Store,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  about: About,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
): Promise<Added> {
  checkSize(bytes, name);
  return addWhole(store, actor, { bytes, name }, about, lexicons, DEEPEST);
}

async function addWhole(
  store: Store,
  actor: Actor,
  file: Part,
  about: About,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
  depth: number,
): Promise<Added> {
  const { source, textId, text, language, published, parts } = await addSource(store, actor, file, about);
  const rows = proposalRows(textId, read(text, lexicons, language, published));
  await act(store, { ...actor, act: 'read' }, async write => {
    for (const row of rows) await write.put('proposals', row);
  });
  const inside: AddedPart[] = [];
  for (const part of depth > 0 ? parts : [])
    inside.push(await addPart(store, actor, part, source, lexicons, depth - 1));
  return { source, proposals: rows.length, ...(inside.length > 0 ? { parts: inside } : {}) };
}

/** A part that is held already is related, not doubled; one that cannot be read does not stop the rest. */
async function addPart(
  store: Store,
  actor: Actor,
  part: Part,
  of: string,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
  depth: number,
): Promise<AddedPart> {
  const { name } = part;
  const here = await heldAs(store, part.bytes);
  try {
    // what is said of the file is not said of what came in it
    const added = here === undefined ? await addWhole(store, actor, part, {}, lexicons, depth) : undefined;
    const source = added?.source ?? here ?? of;
    if (source !== of)
      await act(store, { ...actor, act: 'relate' }, write => write.put('relations', partRow(source, of)));
    return added ? { name, ...added } : { name, here: source };
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('file.')) throw error;
    return { name, problem: error.code, details: error.details };
  }
}

/** Archives the original of a source that is cited so far, and proposes where its claims stand in it. */
export async function attachOriginal(
  store: Store,
  actor: Actor,
  path: string,
  source: string,
): Promise<Added> {
  return attachBytes(store, actor, await readFileBytes(path), basename(path), source);
}

export async function attachBytes(
  store: Store,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  source: string,
): Promise<Added> {
  checkSize(bytes, name);
  const { proposals } = await archiveOriginal(store, actor, source, bytes, name);
  return { source, proposals };
}
