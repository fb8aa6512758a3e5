/**
 * The text of a file, by what it holds and not by its name. One file beside this per kind; their libraries are heavy
 * and loaded only for such a file. Nothing here is taken from outside the bytes: no network, no other file.
 */
import { Problem } from '#core/errors.ts';
import type { Extracted, ExtractOptions, Part, Reader } from '#evidence/sources/extracted.ts';
import { MAX_BYTES } from '#evidence/sources/file.ts';
import { kindOf } from '#evidence/sources/kind.ts';
import { readText } from '#evidence/sources/text.ts';

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
