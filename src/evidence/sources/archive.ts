/** A file becomes a source, or the original of a source that is cited so far. */

import { canonical } from '#core/canonical.ts';
import { isPartialDate } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { idFrom } from '#core/ids.ts';
import { candidateFor } from '#evidence/sources/anchor.ts';
import { type Extracted, type ExtractOptions, extract } from '#evidence/sources/extract.ts';
import { type Actor, act, findRow, findRows, readRows, type Store } from '#store/store.ts';
import { type Row, tables } from '#store/tables.ts';

/** What a person says about a source; what is absent is taken from the file or left open. */
export type SourceAbout = { readonly [K in keyof Row<'sources'>]?: string | undefined };

/** Archives and extracts. Throws `file.duplicate` where the same bytes are held already. */
export async function addSource(
  store: Store,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  about: SourceAbout,
  options: ExtractOptions = {},
) {
  const extracted = await extract(bytes, name, options);
  const hash = await archived(store, bytes, name);
  const source = sourceRow(
    await freeId(store, about.title ?? extracted.title ?? name),
    hash,
    name,
    extracted,
    about,
    actor,
  );
  const text = textRow(`${source.id}.text`, source.id, extracted);
  await act(store, { ...actor, act: 'add' }, async write => {
    await write.put('sources', source);
    await write.putText(text, extracted.text);
  });
  return {
    source: source.id,
    textId: text.id,
    text: extracted.text,
    language: about.lang,
    published: source.date,
  };
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
  const extracted = await extract(bytes, name, options);
  const file = await archived(store, bytes, name);
  const text = textRow(await freeTextId(store, sourceId), sourceId, extracted);
  const anchors = await anchorsFor(store, sourceId, text.id, extracted.text);
  await act(store, { ...actor, act: 'add' }, async write => {
    await write.put('sources', {
      ...source,
      held: 'original',
      file,
      mediaType: extracted.mediaType,
      name,
      ...captured(actor),
    });
    await write.putText(text, extracted.text);
    for (const anchor of anchors) await write.put('proposals', anchor);
  });
  return { source: sourceId, proposals: anchors.length };
}

async function archived(store: Store, bytes: Uint8Array, name: string): Promise<string> {
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  const [known] = await findRows(store, 'sources', 'file', sha256(bytes));
  if (known) throw new Problem('file.duplicate', { what: name, where: known.id });
  return store.archive.write(bytes);
}

async function anchorsFor(
  store: Store,
  source: string,
  textId: string,
  text: string,
): Promise<Row<'proposals'>[]> {
  const own = new Set(
    (await findRows(store, 'texts', 'source', source)).filter(it => it.kind === 'abstract').map(it => it.id),
  );
  const passages = new Map(
    (await readRows(store, 'passages')).filter(it => own.has(it.text)).map(it => [it.id, it]),
  );
  const claims = (await readRows(store, 'claims')).filter(
    claim => passages.has(claim.passage) && claim.state !== 'withdrawn',
  );
  return claims.flatMap((claim, index) => {
    const found = candidateFor(claim.proposition, passages.get(claim.passage)?.exact ?? '', text);
    if (!found) return [];
    const body = canonical({ claim: claim.id, score: found.score });
    return [
      {
        id: `${textId}.a${index + 1}`,
        text: textId,
        kind: 'anchor' as const,
        ...found.span,
        exact: text.slice(found.span.start, found.span.end),
        body,
        rule: 'shared-words',
        confidence: found.score,
        state: 'waiting' as const,
        claim: claim.id,
      },
    ];
  });
}

function sourceRow(
  id: string,
  file: string,
  name: string,
  extracted: Extracted,
  about: SourceAbout,
  actor: Actor,
): Row<'sources'> {
  if (about.date && !isPartialDate(about.date))
    throw new Problem('usage.value', { what: about.date, where: '--date' });
  return {
    id,
    title: about.title ?? extracted.title ?? name,
    publisher: about.publisher ?? about.author ?? 'not stated',
    author: about.author ?? null,
    date: about.date ?? null,
    url: about.url ?? null,
    lang: about.lang ?? 'en',
    kind: oneOf(tables.sources.kind.of, about.kind ?? 'other', '--kind'),
    held: 'original',
    file,
    mediaType: extracted.mediaType,
    name,
    origin: null,
    grade: oneOf(tables.sources.grade.of, about.grade ?? 'F', '--grade'),
    gradedBy: about.grade ? actor.by : null,
    gradeReason: about.gradeReason ?? null,
    ...captured(actor),
    note: null,
  };
}

function captured(actor: Actor) {
  return {
    capturedAt: actor.at ?? new Date().toISOString(),
    capturedBy: actor.by,
    captureHow: 'added from a file',
  };
}

function textRow(id: string, source: string, extracted: Extracted): Row<'texts'> {
  const { text, extractor, pages } = extracted;
  return {
    id,
    source,
    kind: 'extracted',
    sha256: sha256(text),
    extractor,
    pages: pages.length > 0 ? pages.join(' ') : null,
    replaces: null,
  };
}

function oneOf<const T extends string>(of: readonly T[], value: string, where: string): T {
  const known = of.find(it => it === value);
  if (known === undefined) throw new Problem('usage.value', { what: value, where });
  return known;
}

async function freeId(store: Store, words: string): Promise<string> {
  const base = idFrom(words) || 'source';
  let id = base;
  for (let n = 2; await findRow(store, 'sources', id); n += 1) id = `${base}.${n}`;
  return id;
}

async function freeTextId(store: Store, source: string): Promise<string> {
  let id = `${source}.text`;
  for (let n = 2; await findRow(store, 'texts', id); n += 1) id = `${source}.text.${n}`;
  return id;
}
