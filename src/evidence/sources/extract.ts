/**
 * The text of a file, by what it holds and not by its name. The libraries for PDF, DOCX and HTML are heavy and
 * loaded only for such a file. Text keeps its line ends and byte-order mark; NUL and halves of surrogate pairs
 * become U+FFFD.
 */
import { extname } from 'node:path';
import { Problem } from '#core/errors.ts';
import { MAX_BYTES } from '#evidence/sources/file.ts';
import { readPdf } from '#evidence/sources/pdf.ts';
import { isPicture, readPicture } from '#evidence/sources/picture.ts';

export interface Extracted {
  readonly mediaType: string;
  readonly text: string;
  /** Program and version, as it is recorded. */
  readonly extractor: string;
  /** Start offsets of pages 2, 3, …; empty where the text has no pages. */
  readonly pages: readonly number[];
  readonly title: string | null;
}

export interface ExtractOptions {
  /** Languages in which scans are recognised; absent, they are not. */
  readonly ocr?: readonly ('en' | 'es' | 'pt')[];
}

type Reader = (bytes: Uint8Array, name: string, options: ExtractOptions) => Promise<Extracted>;

/** Throws `file.empty`, `file.binary`, `file.encoding`, `file.broken`, `file.encrypted`, `file.large`. */
export async function extract(
  bytes: Uint8Array,
  name: string,
  options: ExtractOptions = {},
): Promise<Extracted> {
  if (bytes.length > MAX_BYTES) throw new Problem('file.large', { what: name, limit: '50 MB' });
  if (bytes.length === 0) throw new Problem('file.empty', { what: name });
  const extracted = await readerFor(bytes, name)(bytes, name, options);
  if (extracted.text.trim() === '' || /^[\s\uFEFF\uFFFD]*$/.test(extracted.text))
    throw new Problem('file.empty', { what: name });
  return extracted;
}

function readerFor(bytes: Uint8Array, name: string): Reader {
  if (startsWith(bytes, '%PDF-')) return readPdf;
  if (isPicture(bytes)) return readPicture;
  if (startsWith(bytes, 'PK\u0003\u0004')) return docx;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(head.replace(/^ï»¿/, '')))
    return html;
  const expected = extname(name).toLowerCase();
  if (expected === '.pdf' || expected === '.docx') throw new Problem('file.broken', { what: name });
  if (['.html', '.htm', '.xhtml'].includes(expected) && head.includes('<')) return html;
  return plain;
}

const plain: Reader = async (bytes, name) => {
  const text = decoded(bytes, name);
  const mediaType = /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
  return { mediaType, text: cleaned(text), extractor: 'plain/1', pages: [], title: null };
};

/** UTF-8, or UTF-16 with its mark, or what is plainly Windows-1252; anything else is not guessed at. */
function decoded(bytes: Uint8Array, name: string): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  const controls = bytes
    .subarray(0, 8192)
    .reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // NULs here and there are damage, many are another kind of file
    if (controls > Math.min(bytes.length, 8192) / 20) throw new Problem('file.binary', { what: name });
    return text;
  } catch (error) {
    if (error instanceof Problem) throw error;
  }
  if (controls > 0) throw new Problem('file.binary', { what: name });
  const western = new TextDecoder('windows-1252').decode(bytes);
  // letters of our languages and typographic marks, and hardly anything else above ASCII
  const high = western.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const known = western.match(/[áàâãäéèêëíìîïóòôõöúùûüçñÁÀÂÃÄÉÈÊËÍÎÓÒÔÕÖÚÜÇÑªº¿¡«»“”‘’–—…€°]/g)?.length ?? 0;
  if (known < high * 0.95 || high > western.length / 5) throw new Problem('file.encoding', { what: name });
  return western;
}

const html: Reader = async (bytes, name) => {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const source =
    declared && !/utf-?8/i.test(declared) ? decodedAs(declared, bytes, name) : decoded(bytes, name);
  // scripts never run: the parser builds a tree and nothing else
  if (isTooDeep(source)) throw new Problem('file.broken', { what: name });
  const { document } = parseHTML(source);
  const title = document.querySelector('title')?.textContent?.trim() || null;
  const elements = document.querySelectorAll('*').length;
  const article =
    elements > MAX_ELEMENTS
      ? null
      : new Readability(document as unknown as Document, { charThreshold: 100 }).parse();
  const { document: body } = parseHTML(`<html><body>${article?.content ?? source}</body></html>`);
  const text = blocks(body.body as unknown as Node)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return {
    mediaType: 'text/html',
    text: cleaned(text),
    extractor: 'readability/0.6',
    pages: [],
    title: article?.title || title,
  };
};

function decodedAs(label: string, bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw new Problem('file.encoding', { what: name });
  }
}

/** Looking for the article takes time that grows faster than the page: beyond this the whole page is taken. */
const MAX_ELEMENTS = 30_000;
/** No honest page nests this deep, and the time of every parser grows faster than depth. */
const MAX_DEPTH = 256;
/** Elements that have no end tag, or may leave it out. */
const UNCLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead|tfoot|colgroup)$/i;

/** Counted on the source, before anything is parsed. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const [tag, slash, name = ''] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi)) {
    if (UNCLOSED.test(name) || tag.endsWith('/>')) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const BLOCK =
  /^(?:p|div|section|article|h[1-6]|li|ul|ol|blockquote|pre|table|tr|figure|figcaption|header|footer|br|hr)$/i;
const HIDDEN = /^(?:script|style|noscript|template|iframe|object)$/i;

/** Text of a tree, a blank line between blocks. */
function blocks(node: Node): string {
  let text = '';
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 3) text += (child.textContent ?? '').replace(/\s+/g, ' ');
    if (child.nodeType !== 1 || HIDDEN.test(child.nodeName)) continue;
    text += BLOCK.test(child.nodeName) ? `\n\n${blocks(child).trim()}\n\n` : blocks(child);
  }
  return text.replace(/[ \t]+\n/g, '\n').replace(/\n[ \t]+/g, '\n');
}

/** Words of a document are text: unpacked they are never more than some hundred times its size. */
const MAX_UNPACKED = 200 * 1024 * 1024;

const docx: Reader = async (bytes, name) => {
  const { unzipSync } = await import('fflate');
  let unpacked = 0;
  let isWord = false;
  try {
    unzipSync(bytes, {
      filter: entry => {
        unpacked += entry.originalSize;
        isWord ||= entry.name === 'word/document.xml';
        return false;
      },
    });
  } catch (error) {
    throw new Problem('file.broken', { what: name }, { cause: error });
  }
  if (!isWord) throw new Problem('file.binary', { what: name });
  if (unpacked > MAX_UNPACKED) throw new Problem('file.large', { what: name, limit: '200 MB' });
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch(error => {
    throw new Problem('file.broken', { what: name }, { cause: error });
  });
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text: cleaned(value),
    extractor: 'mammoth/1',
    pages: [],
    title: null,
  };
};

function cleaned(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
