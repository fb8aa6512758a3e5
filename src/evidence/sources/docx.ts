/**
 * DOCX: paragraphs, lists, tables, and the notes after them. Tracked insertions are text and tracked deletions are
 * not; comments, headers, footers and pictures are left out. Only the parts that hold words are unpacked, counted,
 * checked and handed on, so that the library sees neither bombs nor links to other files.
 */
import { zipSync } from 'fflate';
import { Problem } from '#core/errors.ts';
import { aboutDocument } from '#evidence/sources/docx-about.ts';
import { textOfDocument, type WordNode } from '#evidence/sources/docx-text.ts';
import type { Extracted } from '#evidence/sources/extracted.ts';
import { cleaned } from '#evidence/sources/text.ts';
import { entriesOf, unpack } from '#evidence/sources/zip.ts';

const WORDS =
  /^(?:\[Content_Types\]\.xml|(?:word\/)?_rels\/[^/]+\.rels|word\/[^/]+\.xml|docProps\/(?:core|app)\.xml)$/;
/** The tree of a document takes about 1 KB of memory an element: this is some 3,000 pages. */
const MAX_ELEMENTS = 250_000;
const MAX_DEPTH = 200;

/** Throws `file.broken`, `file.large`, `file.unsafe`, `file.encrypted`. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Extracted> {
  const parts = partsOf(bytes, name);
  const about = aboutDocument(parts);
  const { default: mammoth } = await import('mammoth');
  let tree: WordNode = { type: 'document' };
  const keep = (document: WordNode) => {
    tree = document;
    // its words are taken from the tree, and no HTML is needed
    return { ...document, children: [] };
  };
  const input = { buffer: Buffer.from(zipSync(parts, { level: 0 })) };
  const options = { transformDocument: keep, externalFileAccess: false, includeEmbeddedStyleMap: false };
  await mammoth.convertToHtml(input, options).catch(error => {
    throw new Problem('file.broken', { what: name }, { cause: error });
  });
  const { text, pages } = textOfDocument(tree);
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text: cleaned(text),
    extractor: 'mammoth/1.13.0',
    pages,
    title: about.title ?? null,
    parts: [],
    capture: null,
    about: about.file,
  };
}

function partsOf(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  const budget = { left: 60 * 1024 * 1024, limit: '60 MB' };
  const parts: Record<string, Uint8Array> = {};
  let elements = 0;
  for (const entry of entriesOf(bytes, name).filter(it => WORDS.test(it.name))) {
    const xml = lightened(decodedXml(unpack(bytes, entry, budget, name), name));
    elements += checkedXml(xml, `${name} (${entry.name})`);
    if (elements > MAX_ELEMENTS) throw new Problem('file.large', { what: name, limit: '250,000 elements' });
    parts[entry.name] = new TextEncoder().encode(withPageBreaks(xml));
  }
  return parts;
}

function decodedXml(bytes: Uint8Array, name: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const label = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    return new TextDecoder(label, { fatal: true })
      .decode(bytes)
      .replace(/^(<\?xml[^>]*?)encoding="[^"]*"/, '$1');
  } catch (error) {
    throw new Problem('file.broken', { what: name }, { cause: error });
  }
}

/** How many elements. No word processor writes a document type, which is where entities are defined. */
function checkedXml(xml: string, what: string): number {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Problem('file.unsafe', { what, where: 'DOCTYPE' });
  let depth = 0;
  let count = 0;
  for (const [tag, slash] of xml.matchAll(/<(\/?)[a-z][^<>]*>/gi)) {
    if (!slash) count += 1;
    if (tag.endsWith('/>')) continue;
    depth += slash ? -1 : 1;
    if (depth > MAX_DEPTH) throw new Problem('file.unsafe', { what, where: `${MAX_DEPTH} levels` });
  }
  return count;
}

/** Without what says how letters look, which is most of a document and no word of it. */
function lightened(xml: string): string {
  return xml
    .replace(/<w:rPr>(?:<w:(?!ins\b|del\b|moveFrom\b|moveTo\b)[^<>]*\/>)*<\/w:rPr>/g, '')
    .replace(/<w:(?:proofErr|bookmarkStart|bookmarkEnd|noProof)\b[^<>]*\/>/g, '')
    .replace(/ w:rsid\w*="[^"<>]*"/g, '');
}

/** Where the page ended when the document was last laid out; the library knows only breaks that were asked for. */
function withPageBreaks(xml: string): string {
  if (!xml.includes('<w:lastRenderedPageBreak/>')) return xml.replaceAll('<w:br w:type="page"/>', '<w:br/>');
  return xml
    .replaceAll('<w:br w:type="page"/>', '')
    .replaceAll('<w:lastRenderedPageBreak/>', '<w:br w:type="page"/>');
}
