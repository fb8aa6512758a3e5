/** A file becomes a source: archived byte for byte, its text extracted and read, the proposals left to a person. */
import { basename } from 'node:path';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { Asker, checkModel, type Elements, type ModelChoice } from '#evidence/claims/ask.ts';
import { copyProposals } from '#evidence/claims/copies.ts';
import {
  type FailedPart,
  type KeptFile,
  type ReadFile,
  readApart,
  type Said,
} from '#evidence/claims/read-apart.ts';
import {
  archiveOriginal,
  checkSize,
  type ExtractOptions,
  heldAs,
  partRow,
  putSource,
  readFileBytes,
  refuseHeld,
  type SourceAbout,
} from '#evidence/sources/sources.ts';
import { type Actor, act, type Store, type Write } from '#store/store.ts';

/** What a person says about a source; absent members are taken from the file or left open. */
export type About = SourceAbout;

export interface Added {
  readonly source: string;
  readonly proposals: number;
  /** What a model said; absent where none was asked. */
  readonly model?: Said;
  /** What came inside the file; absent where nothing did. */
  readonly parts?: readonly AddedPart[];
}

/** A model to be asked about a file too. */
export interface Further {
  readonly model: ModelChoice;
  readonly elements: Elements;
}

/** A part is added, was held already, or could not be read. */
export type AddedPart =
  | (Added & { readonly name: string })
  | { readonly name: string; readonly here: string }
  | FailedPart;

/** Archives and reads one file. Throws `file.*`. */
export async function addFile(
  store: Store,
  actor: Actor,
  path: string,
  about: About,
  options: ExtractOptions = {},
  further?: Further,
): Promise<Added> {
  return addBytes(store, actor, await readFileBytes(path), basename(path), about, options, further);
}

/** The same with the bytes at hand, which are given away. Throws `file.*`, `model.address`, `protected.refused`. */
export async function addBytes(
  store: Store,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  about: About,
  options: ExtractOptions = {},
  further?: Further,
): Promise<Added> {
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  checkSize(bytes, name);
  await refuseHeld(store, sha256(bytes), name);
  if (further) await checkModel(store, further.model);
  const plain = await readApart({ bytes, name, about, options, keep: further !== undefined });
  const asker = further && new Asker(store, further.model, further.elements);
  const file = asker ? await asker.further(plain, about) : plain;
  const kept = await keepBytes(store, file);
  return act(store, { ...actor, act: 'add' }, async write => {
    await refuseHeld(write.store, kept.file, name);
    return putFile(write, actor, kept, about);
  });
}

/** The originals go into the archive before anything refers to them. */
export async function keepBytes(store: Store, read: ReadFile): Promise<KeptFile> {
  const { bytes, reading: _, parts, ...file } = read;
  await store.archive.write(bytes);
  const kept: (KeptFile | FailedPart)[] = [];
  for (const part of parts) kept.push('bytes' in part ? await keepBytes(store, part) : part);
  return { ...file, parts: kept };
}

/** Source, text, proposals and what came inside, within an act; the same ids for the same files in the same order. */
export async function putFile(write: Write, actor: Actor, file: KeptFile, about: About): Promise<Added> {
  const { source, text } = await putSource(write, actor, file, about);
  await write.putAll(
    'proposals',
    file.proposals.map(row => ({ ...row, id: text + row.id, text })),
  );
  const copies = await copyProposals(write.store, text, file.fingerprint);
  await write.putAll('proposals', copies);
  const parts: AddedPart[] = [];
  for (const part of file.parts) parts.push(await putPart(write, actor, part, source));
  return {
    source,
    proposals: file.proposals.length + copies.length,
    ...(file.said ? { model: file.said } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  };
}

/** A part that is held already is related, not doubled. */
async function putPart(
  write: Write,
  actor: Actor,
  part: KeptFile | FailedPart,
  of: string,
): Promise<AddedPart> {
  if ('problem' in part) return part;
  const here = await heldAs(write.store, part.file);
  const added = here === undefined ? await putFile(write, actor, part, {}) : undefined;
  const source = added?.source ?? here ?? of;
  if (source !== of) await write.put('relations', partRow(source, of));
  return added ? { name: part.name, ...added } : { name: part.name, here: source };
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
