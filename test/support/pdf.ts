/** PDFs made for tests: lines at their places, pages printed by a browser, pictures of pages, and damage with a seed. */
import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';
import type { Page } from '#evidence/sources/pdf-sheet.ts';
import { Composer, type Printed } from '#evidence/sources/pdf-text.ts';
import { type Run, wordsOf } from '#evidence/sources/pdf-words.ts';
import { launch } from '#test/browser.ts';

export interface Placed {
  readonly text: string;
  readonly x: number;
  /** Of the baseline, from the top. */
  readonly y: number;
  readonly size?: number;
}

/** Lines of one column from `y` on, 12 points apart. */
export function column(x: number, y: number, lines: readonly string[], size = 10): Placed[] {
  return lines.map((text, n) => ({ text, x, y: y + n * size * 1.2, size }));
}

/** A page as the layout takes it, every letter half its size wide. */
export function pageOf(number: number, placed: readonly Placed[], height = 842): Page {
  const runs: Run[] = placed.map(({ text, x, y, size = 10 }) => ({
    text,
    width: text.length * size * 0.5,
    matrix: [size, 0, 0, size, x, y],
    font: `f${size}`,
  }));
  return { number, width: 595, height, words: wordsOf(runs, 595, height) };
}

/** Text, boxes and page starts of pages. */
export function composed(pages: readonly Page[]): { text: string; printed: Printed[] } {
  const parts: string[] = [];
  const printed: Printed[] = [];
  const composer = new Composer((page, text) => {
    printed.push(page);
    parts.push(text);
  });
  for (const page of pages) composer.add(page);
  composer.end();
  return { text: parts.join(''), printed };
}

/** A PDF with lines of Helvetica at their places, A4. */
export async function pdfWith(
  pages: readonly (readonly Placed[])[],
  font?: StandardFonts,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const face: PDFFont = await document.embedFont(font ?? StandardFonts.Helvetica);
  for (const placed of pages) {
    const page = document.addPage([595, 842]);
    for (const { text, x, y, size = 10 } of placed) page.drawText(text, { x, y: 842 - y, size, font: face });
  }
  return document.save();
}

/** A PDF whose pages are pictures and nothing else, A4. */
export async function pdfOfPictures(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const png of pictures) {
    const image = await document.embedPng(png);
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return document.save();
}

/** Each page of HTML as the browser prints it. */
export async function printed(
  pages: readonly string[],
  options: { head?: string; foot?: string } = {},
): Promise<Uint8Array[]> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const files: Uint8Array[] = [];
    for (const html of pages) {
      await page.setContent(html);
      files.push(
        await page.pdf({
          preferCSSPageSize: true,
          displayHeaderFooter: options.head !== undefined,
          headerTemplate: options.head ?? '',
          footerTemplate: options.foot ?? '',
        }),
      );
    }
    return files;
  } finally {
    await browser.close();
  }
}

/** Some bytes changed, or the tail cut, or a piece put twice. */
export function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length);
  const kind = random();
  if (kind < 0.2) return bytes.slice(0, Math.max(8, at()));
  const copy = new Uint8Array(bytes);
  if (kind < 0.35) copy.copyWithin(at(), at(), at());
  else for (let n = 1 + Math.floor(random() * 40); n > 0; n -= 1) copy[at()] = Math.floor(random() * 256);
  // still called a PDF: what is not is refused before it comes here
  copy.set(new TextEncoder().encode('%PDF-1.7'), 0);
  return copy;
}
