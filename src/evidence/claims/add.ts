/** A file becomes a source: archived byte for byte, its text extracted and read, the proposals left to a person. */
import { basename } from 'node:path';
import { proposalRows } from '#evidence/claims/proposals.ts';
import { read } from '#evidence/reading/reading.ts';
import {
  addSource,
  archiveOriginal,
  checkSize,
  type ExtractOptions,
  type loadLexicons,
  readFileBytes,
} from '#evidence/sources/sources.ts';
import { type Actor, act, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** What a person says about a source; absent members are taken from the file or left open. */
export type About = { readonly [K in keyof Row<'sources'>]?: string | undefined };

export interface Added {
  readonly source: string;
  readonly proposals: number;
}

/** Archives and reads one file. Throws `file.*`. */
export async function addFile(
  store: Store,
  actor: Actor,
  path: string,
  about: About,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
  options: ExtractOptions = {},
): Promise<Added> {
  return addBytes(store, actor, await readFileBytes(path), basename(path), about, lexicons, options);
}

/** The same with the bytes at hand, as they come from a page. Throws `file.*`. */
export async function addBytes(
  store: Store,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  about: About,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
  options: ExtractOptions = {},
): Promise<Added> {
  checkSize(bytes, name);
  const { source, textId, text, language, published } = await addSource(
    store,
    actor,
    bytes,
    name,
    about,
    options,
  );
  const rows = proposalRows(textId, read(text, lexicons, language, published));
  await act(store, { ...actor, act: 'read' }, async write => {
    for (const row of rows) await write.put('proposals', row);
  });
  return { source, proposals: rows.length };
}

/** Archives the original of a source that is cited so far, and proposes where its claims stand in it. */
export async function attachOriginal(
  store: Store,
  actor: Actor,
  path: string,
  source: string,
  options: ExtractOptions = {},
): Promise<Added> {
  return attachBytes(store, actor, await readFileBytes(path), basename(path), source, options);
}

export async function attachBytes(
  store: Store,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  source: string,
  options: ExtractOptions = {},
): Promise<Added> {
  checkSize(bytes, name);
  const { proposals } = await archiveOriginal(store, actor, source, bytes, name, options);
  return { source, proposals };
}
