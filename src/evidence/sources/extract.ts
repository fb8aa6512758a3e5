/**
 * The text of a file, by what it holds and not by its name. One file beside this per kind; their libraries are heavy
 * and loaded only for such a file. Nothing here is taken from outside the bytes: no network, no other file.
 */
import { Problem } from '#core/errors.ts';
import { MAX_BYTES } from '#evidence/sources/file.ts';
import { kindOf } from '#evidence/sources/kind.ts';
import { readText } from '#evidence/sources/text.ts';

/** What a file says of how it was taken: not our own knowledge. */
export interface Capture {
  /** ISO 8601 in UTC. */
  readonly at: string | null;
  readonly url: string | null;
  /** In words: with what, and what of it was verified. */
  readonly how: string;
}

/** A file that came inside another; it becomes a source of its own. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly capture?: Capture;
}

/** As far as the file tells; `date` is a partial date, `lang` a BCP 47 code. */
export interface FileAbout {
  readonly author?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly lang?: string;
  readonly url?: string;
}

export interface Extracted {
  readonly mediaType: string;
  readonly text: string;
  /** Program and version, as it is recorded. */
  readonly extractor: string;
  /** Start offsets of pages 2, 3, …; empty where the text has no pages. */
  readonly pages: readonly number[];
  readonly title: string | null;
  readonly parts: readonly Part[];
  readonly capture: Capture | null;
  readonly about: FileAbout;
}

export interface ExtractOptions {
  /** Languages in which pictures of text are read; absent: they are not. */
  readonly ocr?: readonly ('en' | 'es' | 'pt')[];
}

export type Reader = (bytes: Uint8Array, name: string, options: ExtractOptions) => Promise<Extracted>;

const readers: Readonly<Record<ReturnType<typeof kindOf>, () => Reader | Promise<Reader>>> = {
  text: () => readText,
  pdf: async () => (await import('#evidence/sources/pdf.ts')).readPdf,
  picture: async () => (await import('#evidence/sources/picture.ts')).readPicture,
  html: async () => (await import('#evidence/sources/html.ts')).readHtml,
  docx: async () => (await import('#evidence/sources/docx.ts')).readDocx,
  mail: async () => (await import('#evidence/sources/mail.ts')).readMail,
  mbox: async () => (await import('#evidence/sources/mbox.ts')).readMbox,
  mhtml: async () => (await import('#evidence/sources/mhtml.ts')).readMhtml,
  warc: async () => (await import('#evidence/sources/warc.ts')).readWarc,
  wacz: async () => (await import('#evidence/sources/wacz.ts')).readWacz,
};

/**
 * Throws `file.empty`, `file.binary`, `file.kind`, `file.encoding`, `file.broken`, `file.encrypted`, `file.large`,
 * `file.unsafe`.
 */
export async function extract(
  bytes: Uint8Array,
  name: string,
  options: ExtractOptions = {},
): Promise<Extracted> {
  if (bytes.length > MAX_BYTES) throw new Problem('file.large', { what: name, limit: '50 MB' });
  if (bytes.length === 0) throw new Problem('file.empty', { what: name });
  const read = await readers[kindOf(bytes, name)]();
  const extracted = await read(bytes, name, options);
  // marks of order and damage alone are no text
  if (/^[\s\uFEFF\uFFFD]*$/.test(extracted.text) && extracted.parts.length === 0)
    throw new Problem('file.empty', { what: name });
  return extracted;
}

/** A part is read as any file; what it does not say of its own taking, the archive that it came in says. */
export async function extractPart(part: Part, options: ExtractOptions = {}): Promise<Extracted> {
  const extracted = await extract(part.bytes, part.name, options);
  return { ...extracted, capture: extracted.capture ?? part.capture ?? null };
}
