/** A file becomes a source, or the original of a source that is cited so far. */

import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { anchorsFor, numbered } from '#evidence/sources/abstract-anchors.ts';
import { extractApart } from '#evidence/sources/extract-apart.ts';
import type { Extracted, ExtractOptions } from '#evidence/sources/extracted.ts';
import {
  captured,
  freeId,
  freeTextId,
  type SourceAbout,
  sourceRow,
  textRow,
} from '#evidence/sources/source-rows.ts';
import { type Actor, act, findRow, findRows, type Store, type Write } from '#store/store.ts';

/** What became of a file that was read apart, as it goes into the store. */
export interface ReadSource {
  /** Of its bytes, which are in the archive already. */
  readonly file: string;
  readonly name: string;
  readonly extracted: Omit<Extracted, 'parts'>;
  /** Of the text. */
  readonly textHash: string;
  /** In which its words are, as reading tells. */
  readonly language: string;
}

/**
 * Source and text as rows, inside of an act, so that a file is taken whole or not at all. Answers the text's id, and
 * the source's.
 */
export async function putSource(write: Write, actor: Actor, read: ReadSource, about: SourceAbout) {
  const { extracted, name, file } = read;
  const id = await freeId(write.store, about.title ?? extracted.title ?? name);
  const text = textRow(`${id}.text`, id, extracted, read.textHash);
  await write.put('sources', sourceRow(id, file, name, extracted, about, actor, read.language));
  await write.putText(text, extracted.text);
  return { source: id, text: text.id };
}

/** The source that holds these very bytes, if there is one. */
export async function heldAs(store: Store, file: string): Promise<string | undefined> {
  return (await findRows(store, 'sources', 'file', file))[0]?.id;
}

/** Throws `file.duplicate` where the same bytes are held already. */
export async function refuseHeld(store: Store, file: string, name: string): Promise<void> {
  const where = await heldAs(store, file);
  if (where !== undefined) throw new Problem('file.duplicate', { what: name, where });
}

/**
 * Keeps the original of a cited source and proposes, for each claim that rests on its abstract, where the claim
 * stands in the true words. Nothing moves until a person accepts.
 */
export async function archiveOriginal(
  store: Store,
  actor: Actor,
  sourceId: string,
  bytes: Uint8Array,
  name: string,
  options: ExtractOptions = {},
) {
  const source = await findRow(store, 'sources', sourceId);
  if (!source) throw new Problem('row.missing', { where: 'source', what: sourceId });
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  await refuseHeld(store, sha256(bytes), name);
  const { extracted, bytes: original } = await extractApart(bytes, name, options);
  const file = await store.archive.write(original);
  const text = textRow(await freeTextId(store, sourceId), sourceId, extracted);
  const anchors = numbered(await anchorsFor(store, sourceId, text.id, extracted.text));
  await act(store, { ...actor, act: 'add' }, async write => {
    await write.put('sources', {
      ...source,
      held: 'original',
      file,
      mediaType: extracted.mediaType,
      name,
      ...captured(actor, extracted.capture),
    });
    await write.putText(text, extracted.text);
    for (const anchor of anchors) await write.put('proposals', anchor);
  });
  return { source: sourceId, proposals: anchors.length };
}
