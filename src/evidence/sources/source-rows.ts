/** The rows that a file becomes: its source and its text, and how it belongs to the file that it came in. */
import { isPartialDate } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { firstFree, idFrom } from '#core/ids.ts';
import type { Capture, Extracted } from '#evidence/sources/extracted.ts';
import type { Actor, Store } from '#store/store.ts';
import { findRow } from '#store/store.ts';
import { type Row, tables } from '#store/tables.ts';

/** What a person says about a source; what is absent is taken from the file or left open. */
export type SourceAbout = { readonly [K in keyof Row<'sources'>]?: string | undefined };

/** What the person says goes before what the file says, and that before the language its words are in. Throws `usage.value`. */
export function sourceRow(
  id: string,
  file: string,
  name: string,
  extracted: Omit<Extracted, 'parts'>,
  about: SourceAbout,
  actor: Actor,
  language: string,
): Row<'sources'> {
  if (about.date && !isPartialDate(about.date))
    throw new Problem('usage.value', { what: about.date, where: '--date' });
  const told = extracted.about;
  const author = about.author ?? told.author;
  return {
    id,
    title: about.title ?? extracted.title ?? name,
    publisher: about.publisher ?? told.publisher ?? author ?? 'not stated',
    author: author ?? null,
    date: publishedOn(extracted, about),
    url: about.url ?? told.url ?? extracted.capture?.url ?? null,
    lang: about.lang ?? told.lang ?? language,
    kind: oneOf(tables.sources.kind.of, about.kind ?? 'other', '--kind'),
    held: 'original',
    file,
    mediaType: extracted.mediaType,
    name,
    origin: null,
    grade: oneOf(tables.sources.grade.of, about.grade ?? 'F', '--grade'),
    gradedBy: about.grade ? actor.by : null,
    gradeReason: about.gradeReason ?? null,
    ...captured(actor, extracted.capture),
    note: null,
  };
}

/** The day of publication, as the person or else the file says. */
export function publishedOn({ about: told }: Pick<Extracted, 'about'>, about: SourceAbout): string | null {
  return about.date ?? told.date ?? null;
}

/** That we took the file now; what it says of its own taking is quoted. */
export function captured(actor: Actor, capture: Capture | null) {
  const own = capture && [capture.how, capture.at, capture.url].filter(it => it !== null).join(', ');
  return {
    capturedAt: actor.at ?? new Date().toISOString(),
    capturedBy: actor.by,
    captureHow: own ? `added from a file; the file says: ${own}` : 'added from a file',
  };
}

/** `sha256` is that of the text. */
export function textRow(
  id: string,
  source: string,
  { text, extractor, pages }: Pick<Extracted, 'text' | 'extractor' | 'pages'>,
  hash = sha256(text),
): Row<'texts'> {
  return {
    id,
    source,
    kind: 'extracted',
    sha256: hash,
    extractor,
    pages: pages.length > 0 ? pages.join(' ') : null,
    replaces: null,
  };
}

/** `source` came inside `of`. */
export function partRow(source: string, of: string): Row<'relations'> {
  return { id: `${source}.${of}`, source, of, kind: 'part', score: null, reason: 'came inside the file' };
}

function oneOf<const T extends string>(of: readonly T[], value: string, where: string): T {
  const known = of.find(it => it === value);
  if (known === undefined) throw new Problem('usage.value', { what: value, where });
  return known;
}

/** An id made of words: as it is, else the first free of `ID.2`, `ID.3`, …; asked inside of the act that uses it. */
export async function freeId(store: Store, words: string): Promise<string> {
  const base = idFrom(words) || 'source';
  if (!(await findRow(store, 'sources', base))) return base;
  const rows = await store.db
    .selectFrom('sources')
    .select('id')
    .where('dossier', '=', store.dossier)
    .where('id', '>', `${base}.`)
    // the sign after a full stop
    .where('id', '<', `${base}/`)
    .execute();
  const taken = new Set(rows.map(row => row.id));
  return firstFree(`${base}.`, id => taken.has(id), 2);
}

export async function freeTextId(store: Store, source: string): Promise<string> {
  const base = `${source}.text`;
  const isTaken = async (id: string) => (await findRow(store, 'texts', id)) !== undefined;
  return (await isTaken(base)) ? firstFree(`${base}.`, isTaken, 2) : base;
}
