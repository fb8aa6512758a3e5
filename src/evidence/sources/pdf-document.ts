/**
 * A PDF opened: nothing in it runs, nothing is fetched, its pages are had one by one, and a time and a number of pages
 * bound what is done. Throws `file.encrypted`, `file.broken`, `file.large`, `file.slow`.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { Problem } from '#core/errors.ts';

export const MAX_PAGES = 10_000;
/** Points: the limit of the format itself. Larger pages are read and drawn as if they had this size. */
export const MAX_SIDE = 14_400;
/** Pixels of a picture in a page: 100 million are 400 MB unpacked. Larger ones are left out. */
const MAX_IMAGE = 100_000_000;

/** Tells between pages whether there is time left. */
export interface Clock {
  /** Throws `file.slow` when there is none. */
  check(): void;
}

export function clock(name: string, seconds: number, now = () => performance.now()): Clock {
  const end = now() + seconds * 1000;
  return {
    check: () => {
      if (now() > end) throw new Problem('file.slow', { what: name, limit: `${seconds} s` });
    },
  };
}

/** Opens, does `work`, closes whatever comes of it. */
export async function withDocument<T>(
  bytes: Uint8Array,
  name: string,
  work: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const data = (part: string) => `${join(folder, part)}/`;
  const task = getDocument({
    // a copy: the library takes the buffer away from its owner
    data: new Uint8Array(bytes),
    cMapUrl: data('cmaps'),
    standardFontDataUrl: data('standard_fonts'),
    wasmUrl: data('wasm'),
    iccUrl: data('iccs'),
    maxImageSize: MAX_IMAGE,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await given(task.promise, name);
    if (document.numPages > MAX_PAGES)
      throw new Problem('file.large', { what: name, limit: `${MAX_PAGES} pages` });
    return await work(document);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** A page for as long as `work` takes; its objects are let go after. */
export async function withPage<T>(
  document: PDFDocumentProxy,
  number: number,
  name: string,
  work: (page: PDFPageProxy) => Promise<T>,
): Promise<T> {
  const page = await given(document.getPage(number), name);
  try {
    return await work(page);
  } finally {
    page.cleanup();
  }
}

/** What the library answers; what it throws lies in the file. */
export async function given<T>(answer: Promise<T>, what: string): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Problem(locked ? 'file.encrypted' : 'file.broken', { what }, { cause: error });
  }
}
