/**
 * Plain text and Markdown: the decoded bytes, line ends and byte-order mark kept; NUL and halves of surrogate pairs
 * become U+FFFD. And how bytes of any kind become letters.
 */
import { Problem } from '#core/errors.ts';
import type { Extracted } from '#evidence/sources/extracted.ts';

export async function readText(bytes: Uint8Array, name: string): Promise<Extracted> {
  const text = cleaned(decoded(bytes, name));
  const isMarkdown = /\.(?:md|markdown)$/i.test(name);
  return {
    mediaType: isMarkdown ? 'text/markdown' : /\.csv$/i.test(name) ? 'text/csv' : 'text/plain',
    text,
    extractor: 'plain/1',
    pages: [],
    title: isMarkdown ? headingOf(text) : null,
    parts: [],
    capture: null,
    about: {},
  };
}

/** The first heading, `# so` or underlined; one inside a fence of code is none. */
function headingOf(text: string): string | null {
  const lines = text
    .slice(0, 100_000)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  let isCode = false;
  for (const [index, line] of lines.entries()) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode) continue;
    const marked = /^ {0,3}#{1,6}\s+(.*?)[\s#]*$/.exec(line)?.[1];
    if (marked) return short(marked);
    if (
      /\S/.test(line) &&
      /^ {0,3}(?:=+|-{3,})\s*$/.test(lines[index + 1] ?? '') &&
      !/^ {0,3}-+\s*$/.test(line)
    )
      return short(line);
  }
  return null;
}

/** Titles, names and the like: one line of at most 300 letters; undefined where nothing is left. */
export function brief(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = cleaned(value.slice(0, 2000))
    // controls and marks that turn the direction of writing could make a name look like another
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? undefined : line.length > 300 ? `${line.slice(0, 299).toWellFormed()}…` : line;
}

function short(value: string): string | null {
  return brief(value) ?? null;
}

export function cleaned(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** UTF-8, or UTF-16 with its mark, or what is plainly Windows-1252; anything else is not guessed at. */
export function decoded(bytes: Uint8Array, name: string): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  const controls = bytes
    .subarray(0, 8192)
    .reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0);
  const text = asUtf8(bytes);
  // NULs here and there are damage, many are another kind of file
  if (controls > (text === undefined ? 0 : Math.min(bytes.length, 8192) / 20))
    throw new Problem('file.binary', { what: name });
  return text ?? western(bytes, name);
}

/** In the encoding that a page or a message declares; where it lies and UTF-8 fits, that. */
export function decodedAs(label: string, bytes: Uint8Array, name: string): string {
  // what declares itself in one-byte letters cannot be UTF-16, as the HTML standard says too
  if (/^utf-?(?:8|16)/i.test(label)) return decoded(bytes, name);
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined && /[\u0080-\uffff]/.test(utf8)) return utf8;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw new Problem('file.encoding', { what: name });
  }
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function western(bytes: Uint8Array, name: string): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  // letters of our languages and typographic marks, and hardly anything else above ASCII
  const high = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const known = text.match(/[áàâãäéèêëíìîïóòôõöúùûüçñÁÀÂÃÄÉÈÊËÍÎÓÒÔÕÖÚÜÇÑªº¿¡«»“”‘’–—…€°]/g)?.length ?? 0;
  if (known < high * 0.95 || high > text.length / 5) throw new Problem('file.encoding', { what: name });
  return text;
}
