/**
 * A PDF's text with its pages, where each word is printed, and pictures of its pages. The text and the boxes come from
 * one run over the pages, so that `text.slice(start, end)` is what a box shows.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import type { Extracted, ExtractOptions } from '#evidence/sources/extracted.ts';
import { type Clock, clock, given, withDocument, withPage } from '#evidence/sources/pdf-document.ts';
import { hasPicture, pictureOf } from '#evidence/sources/pdf-picture.ts';
import type { Page } from '#evidence/sources/pdf-sheet.ts';
import { Composer, type Printed } from '#evidence/sources/pdf-text.ts';
import { type Run, wordsOf } from '#evidence/sources/pdf-words.ts';
import { DPI, Recogniser, ranges } from '#evidence/sources/scan.ts';

/** Raised when the same file may give another text than before. */
const LAYOUT = 'layout/1';
const [SECONDS, SECONDS_OF_OCR] = [120, 3600];
/** A page with fewer words and a picture may be a scan with a stamp or a number on it. */
const FEW_WORDS = 25;
/** Pages looked at to tell a scan from blank paper. */
const LOOK = 20;

/** Throws `file.scan`, `file.empty`, `file.encrypted`, `file.broken`, `file.large`, `file.slow`. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  options: ExtractOptions = {},
): Promise<Extracted> {
  const { text, printed, extractor, title } = await layout(bytes, name, options);
  const pages = printed.slice(1).map(it => it.start);
  return {
    mediaType: 'application/pdf',
    text,
    extractor,
    pages,
    title,
    parts: [],
    capture: null,
    about: {},
  };
}

/** Boxes of the page's words: where in the extracted text each stands. Points, origin top left. */
export async function pdfPage(
  bytes: Uint8Array,
  page: number,
  options: ExtractOptions = {},
): Promise<Printed> {
  const { printed } = await remembered(bytes, options);
  const found = printed[page - 1];
  if (!found) throw new Problem('row.missing', { where: 'page', what: page });
  return found;
}

/** The page as PNG, `width` pixels wide. */
export async function pdfPicture(bytes: Uint8Array, page: number, width: number): Promise<Uint8Array> {
  return withDocument(bytes, 'PDF', document => {
    if (!Number.isInteger(page) || page < 1 || page > document.numPages)
      throw new Problem('row.missing', { where: 'page', what: page });
    return withPage(document, page, 'PDF', async it => (await pictureOf(it, width, 'PDF')).png);
  });
}

interface Layout {
  readonly text: string;
  readonly printed: readonly Printed[];
  readonly extractor: string;
  readonly title: string | null;
}

/** The layout of the document asked for last: a reader asks for one page of it after another. */
let last: { key: string; layout: Promise<Layout> } | undefined;

function remembered(bytes: Uint8Array, options: ExtractOptions): Promise<Layout> {
  const key = [sha256(bytes), ...(options.ocr ?? [])].join(' ');
  if (last?.key === key) return last.layout;
  const kept = { key, layout: layout(bytes, 'PDF', options) };
  last = kept;
  kept.layout.catch(() => {
    if (last === kept) last = undefined;
  });
  return kept.layout;
}

async function layout(bytes: Uint8Array, name: string, { ocr = [] }: ExtractOptions): Promise<Layout> {
  const recogniser = ocr.length > 0 ? new Recogniser(ocr) : undefined;
  try {
    return await withDocument(bytes, name, document => composed(document, name, recogniser));
  } finally {
    await recogniser?.close();
  }
}

async function composed(document: PDFDocumentProxy, name: string, recogniser?: Recogniser): Promise<Layout> {
  const { version } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const time = clock(name, recogniser ? SECONDS_OF_OCR : SECONDS);
  const parts: string[] = [];
  const printed: Printed[] = [];
  const composer = new Composer((page, text) => {
    printed.push(page);
    parts.push(text);
  });
  const wordless: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    time.check();
    const page = await withPage(document, number, name, it => pageOf(it, name, time, recogniser));
    if (page.words.length === 0) wordless.push(number);
    composer.add(page);
  }
  composer.end();
  if (wordless.length === document.numPages) throw await wordlessProblem(document, name, recogniser);
  const extractor = [`pdfjs/${version}`, LAYOUT, ...(recogniser?.record() ?? []), ...unread(wordless)].join(
    ' ',
  );
  return { text: parts.join(''), printed, extractor, title: await titleOf(document) };
}

async function pageOf(page: PDFPageProxy, name: string, time: Clock, recogniser?: Recogniser): Promise<Page> {
  const { width, height } = page.getViewport({ scale: 1 });
  const words = wordsOf(await runsOf(page, name, time), width, height);
  if (!recogniser || words.length >= FEW_WORDS || !(await hasPicture(page, name)))
    return { number: page.pageNumber, width, height, words };
  const found = await recogniser.words(
    await pictureOf(page, (width * DPI) / 72, name),
    width,
    page.pageNumber,
  );
  return {
    number: page.pageNumber,
    width,
    height,
    words: [...words, ...found.filter(it => !words.some(other => isAt(it, other)))],
  };
}

function isAt(word: Page['words'][number], other: Page['words'][number]): boolean {
  const x = word.x + word.width / 2;
  return x > other.x && x < other.x + other.width && Math.abs(word.y - other.y) < other.size;
}

/** Runs of the text layer in page coordinates, read as a stream so that time is looked at. */
async function runsOf(page: PDFPageProxy, name: string, time: Clock): Promise<Run[]> {
  const { Util } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const viewport = page.getViewport({ scale: 1 });
  const scale = Math.hypot(viewport.transform[0] ?? 1, viewport.transform[1] ?? 0);
  const reader = page.streamTextContent().getReader();
  const runs: Run[] = [];
  for (;;) {
    const { done, value } = await given(reader.read(), name);
    if (done) return runs;
    time.check();
    for (const it of value.items)
      if ('str' in it)
        runs.push({
          text: it.str,
          width: it.width * scale,
          matrix: Util.transform(viewport.transform, it.transform),
          font: it.fontName,
        });
  }
}

async function wordlessProblem(
  document: PDFDocumentProxy,
  name: string,
  recogniser?: Recogniser,
): Promise<Problem> {
  for (let number = 1; !recogniser && number <= Math.min(document.numPages, LOOK); number += 1)
    if (await withPage(document, number, name, it => hasPicture(it, name)))
      return new Problem('file.scan', { what: name });
  return new Problem('file.empty', { what: name });
}

/** Pages that the text says nothing of: blank, or pictures that were not recognised. */
function unread(pages: readonly number[]): string[] {
  return pages.length > 0 ? [`without words: ${ranges(pages)}`] : [];
}

async function titleOf(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.toWellFormed().trim() : '';
  // programs put file names and placeholders there
  return title === '' || /^(?:untitled|microsoft word -.*|.*\.\w{2,4}|about:blank)$/i.test(title)
    ? null
    : title.slice(0, 300);
}
