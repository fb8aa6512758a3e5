import { describe, expect, test } from 'vitest';
import { pdfPage, pdfPicture, readPdf } from '#evidence/sources/pdf.ts';
import { extract } from '#evidence/sources/sources.ts';
import { hasBrowser } from '#test/browser.ts';
import { column, pdfOfPictures, pdfWith, printed } from '#test/pdf.ts';

/** Written for this test: accents, figures and marks of each language. */
const TEXTS = {
  en: [
    'The agreement was signed in March 2013 and said that every doctor would serve for three years.',
    'The host paid 4,276 dollars a month for each of them; they received between 10% and 25% of it.',
    'Those who left early could not return to their families for eight years, a former nurse explained.',
  ],
  es: [
    'El señor Núñez explicó que la misión médica empezó en agosto, según el convenio de cooperación.',
    '¿Qué recibían los jóvenes? Únicamente 1.245 dólares al mes, además de alimentación y alojamiento.',
    'Ningún trabajador podía quedarse: la sanción era de ocho años sin regresar al país, añadió él.',
  ],
  pt: [
    'A informação do ministério não é pública, mas os médicos já sabem que a remuneração é pequena.',
    'São quatro mil reais por mês; às famílias chegam só 1.245 dólares, segundo o coordenador João.',
    'As condições do convênio exigem três anos de missão e proíbem a saída sem autorização prévia.',
  ],
} as const;

const page = (lines: readonly string[]) =>
  `<html><style>@page{size:A4;margin:25mm} body{font:11pt/1.5 'DejaVu Serif';margin:0}</style>${lines.map(it => `<p>${it}</p>`).join('')}</html>`;

/** The page as a picture at 200 dots an inch, as an office scans. */
async function scanOf(file: Uint8Array): Promise<Uint8Array> {
  return pdfPicture(file, 1, 1654);
}

/** Letters that must be changed, left out or put in, as a share of those that are right. */
function wrong(text: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, n) => n);
  for (const [n, letter] of [...text].entries()) {
    const next = [n + 1];
    for (let at = 1; at <= right.length; at += 1)
      next[at] = Math.min(
        (row[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (row[at - 1] ?? 0) + (letter === right[at - 1] ? 0 : 1),
      );
    row = next;
  }
  return (row[right.length] ?? 0) / right.length;
}

describe.skipIf(!hasBrowser)('a scan', () => {
  const languages = ['en', 'es', 'pt'] as const;

  test('is recognised in its own language with its accents', { timeout: 180_000 }, async () => {
    const files = await printed(languages.map(it => page(TEXTS[it])));
    for (const [n, language] of languages.entries()) {
      const scan = await pdfOfPictures([await scanOf(files[n] ?? new Uint8Array())]);
      const { text } = await readPdf(scan, 'scan.pdf', { ocr: [language] });
      expect(wrong(text, TEXTS[language].join('\n\n')), `${language}: ${text}`).toBeLessThan(0.025);
    }
  });

  test('is recognised in several languages at once, less surely, each page with its place', {
    timeout: 180_000,
  }, async () => {
    const files = await printed(languages.map(it => page(TEXTS[it])));
    const scans = await pdfOfPictures(await Promise.all(files.map(scanOf)));
    const { text, pages, extractor } = await readPdf(scans, 'scan.pdf', { ocr: languages });
    expect(pages).toHaveLength(2);
    expect(extractor).toMatch(/tesseract\/\S+ en\+es\+pt pages 1-3 confidence 0\.\d+$/);
    const bounds = [0, ...pages, text.length];
    for (const [n, language] of languages.entries()) {
      const own = text.slice(bounds[n], bounds[n + 1]).trim();
      // Spanish and Portuguese accents are taken for one another
      expect(wrong(own, TEXTS[language].join('\n\n')), `${language}: ${own}`).toBeLessThan(0.09);
    }
  });

  test('gives boxes of its words where they stand, also where the paper lay askew', {
    timeout: 180_000,
  }, async () => {
    const html = page(TEXTS.en).replace('<html>', '<html style="transform:rotate(1.2deg)">');
    const [file = new Uint8Array()] = await printed([html]);
    const scan = await pdfOfPictures([await scanOf(file)]);
    const { text } = await readPdf(scan, 'scan.pdf', { ocr: ['en'] });
    expect(wrong(text, TEXTS.en.join('\n\n'))).toBeLessThan(0.03);
    const [seen, real] = [await pdfPage(scan, 1, { ocr: ['en'] }), await pdfPage(file, 1)];
    const { text: printedText } = await readPdf(file, 'a.pdf');
    const boxOf = (of: typeof seen, whole: string, word: string) =>
      of.boxes.find(it => whole.slice(it.start, it.end) === word);
    for (const word of ['agreement', '4,276', 'nurse']) {
      const [a, b] = [boxOf(seen, text, word), boxOf(real, printedText, word)];
      expect(Math.abs((a?.x ?? 0) - (b?.x ?? 999)), word).toBeLessThan(8);
      expect(Math.abs((a?.y ?? 0) - (b?.y ?? 999)), word).toBeLessThan(14);
    }
  });

  test('of which only some pages are pictures keeps the words of the others', {
    timeout: 120_000,
  }, async () => {
    const [file = new Uint8Array()] = await printed([page(TEXTS.en)]);
    const { PDFDocument } = await import('pdf-lib');
    const mixed = await PDFDocument.load(await pdfWith([column(50, 100, ['Typed words.'])]));
    const scans = await PDFDocument.load(await pdfOfPictures([await scanOf(file)]));
    const [scanned] = await mixed.copyPages(scans, [0]);
    if (scanned) mixed.addPage(scanned);
    const bytes = await mixed.save();
    const plain = await readPdf(bytes, 'a.pdf');
    expect(plain.text).toBe('Typed words.');
    expect(plain.extractor).toContain('without words: 2');
    const { text, extractor } = await readPdf(bytes, 'a.pdf', { ocr: ['en'] });
    expect(text).toMatch(/^Typed words\.\n\nThe agreement was signed/);
    expect(extractor).toContain('pages 2 confidence');
  });

  test('that is a picture file is recognised alike', { timeout: 120_000 }, async () => {
    const [file = new Uint8Array()] = await printed([page(TEXTS.pt)]);
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const image = await loadImage(await scanOf(file));
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const jpeg = new Uint8Array(await canvas.encode('jpeg', 80));
    const { text, mediaType } = await extract(jpeg, 'a.bin', { ocr: ['pt'] });
    expect(mediaType).toBe('image/jpeg');
    expect(wrong(text, TEXTS.pt.join('\n\n'))).toBeLessThan(0.03);
  });
});

test('blank paper that is recognised is empty', { timeout: 60_000 }, async () => {
  const blank = await pdfPicture(await pdfWith([[]]), 1, 800);
  await expect(extract(await pdfOfPictures([blank]), 'a.pdf', { ocr: ['en'] })).rejects.toMatchObject({
    code: 'file.empty',
  });
  await expect(extract(blank, 'a.png', { ocr: ['es'] })).rejects.toMatchObject({ code: 'file.empty' });
});

test('a torn picture is told in one line', async () => {
  const picture = await pdfPicture(await pdfWith([column(50, 100, ['Words.'])]), 1, 300);
  const jpeg = Uint8Array.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 100, 0, 100, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
  ]);
  for (const torn of [picture.slice(0, 60), jpeg])
    await expect(extract(torn, 'a.png', { ocr: ['en'] })).rejects.toMatchObject({
      code: expect.stringMatching(/^file\.(broken|empty)$/),
    });
});
