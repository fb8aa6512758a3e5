import { Worker } from 'node:worker_threads';
import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { pdfPage, pdfPicture, readPdf } from '#evidence/sources/pdf.ts';
import { clock, MAX_PAGES } from '#evidence/sources/pdf-document.ts';
import { extract } from '#evidence/sources/sources.ts';
import { hasBrowser } from '#test/browser.ts';
import { column, damaged, pdfOfPictures, pdfWith, printed } from '#test/pdf.ts';
import { seeded } from '#test/seeded.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Words told apart by their numbers, so that any order but the right one shows. */
const sentence = (n: number) =>
  `Statement ${n} says that the extraordinary responsibilities of internationally recruited personnel were communicated to representatives in time.`;
const paragraph = (from: number, count: number) =>
  `<p>${Array.from({ length: count }, (_, n) => sentence(from + n)).join(' ')}</p>`;
const numbers = (text: string) => Array.from(text.matchAll(/Statement (\d+) says/g), it => Number(it[1]));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

const STYLE = `<style>@page{size:A4;margin:25mm 20mm} body{font:10pt/1.35 'DejaVu Serif';margin:0}
.columns{columns:2;column-gap:8mm} h1{font-size:18pt} h2{column-span:all;font-size:13pt;margin:10pt 0}
table{border-collapse:collapse;width:100%} td,th{padding:2pt 6pt;text-align:left} sup{font-size:6.5pt}</style>`;

describe.skipIf(!hasBrowser)('pages that a browser printed', () => {
  test('two columns, even and ragged, with headings over both, are read in their order', async () => {
    const kinds = ['text-align:justify', 'text-align:left', 'text-align:justify;hyphens:auto'];
    const pages = kinds.map(
      kind =>
        `<html lang="en">${STYLE}<h1>A heading over both columns</h1>${paragraph(1, 2)}<div class="columns" style="${kind}">${paragraph(3, 4)}${paragraph(7, 3)}<h2>A second part across</h2>${paragraph(10, 4)}${paragraph(14, 5)}</div>${paragraph(19, 2)}</html>`,
    );
    for (const file of await printed(pages)) {
      const { text } = await readPdf(file, 'a.pdf');
      expect(numbers(text)).toEqual(upTo(20));
      for (const n of upTo(20)) expect(text).toContain(sentence(n));
      expect(text).toMatch(/\n\nA second part across\n\n/);
    }
  });

  test('sentences go over pages, under heads and page numbers and over notes', async () => {
    const html = `<html lang="en">${STYLE}${upTo(60)
      .map(n => `<p>${sentence(n)} ${sentence(n + 60)}</p>`)
      .join('')}</html>`;
    const span = (it: string) => `<span style="font-size:8px;margin-left:20mm">${it}</span>`;
    const [file = new Uint8Array()] = await printed([html], {
      head: span('Annual report of the ministry'),
      foot: span('page <span class="pageNumber"></span> of <span class="totalPages"></span>'),
    });
    const { text, pages } = await readPdf(file, 'a.pdf');
    expect(pages.length).toBeGreaterThan(2);
    for (const n of upTo(120)) expect(text).toContain(sentence(n));
    expect(text.match(/Annual report of the ministry/g)).toHaveLength(1);
    expect(text).not.toMatch(/page \d+ of/);
    for (const [n, start] of pages.entries()) {
      const page = await pdfPage(file, n + 2);
      expect(page.start).toBe(start);
      expect(text.slice(start, page.end).split(/\s+/).length).toBeGreaterThan(100);
    }
  });

  test('boxes stand where the words are printed', async () => {
    const html = `<html>${STYLE}<div class="columns">${paragraph(1, 12)}</div><div style="position:fixed;left:0;top:200mm">CORNER</div></html>`;
    const [file = new Uint8Array()] = await printed([html]);
    const { text } = await readPdf(file, 'a.pdf');
    const { boxes, width, height } = await pdfPage(file, 1);
    expect(width).toBeCloseTo(595, -1);
    expect(height).toBeCloseTo(842, -1);
    expect(boxes.map(it => text.slice(it.start, it.end)).join(' ')).toBe(text.replace(/\s+/g, ' '));
    const corner = boxes.find(it => text.slice(it.start, it.end) === 'CORNER');
    // 20 mm and 225 mm from the edges, in points
    expect(corner?.x).toBeCloseTo(56.7, 0);
    expect(Math.abs((corner?.y ?? 0) - 638)).toBeLessThan(6);
    for (const it of boxes)
      expect(it.x >= 0 && it.y >= 0 && it.x + it.width < width && it.y + it.height < height).toBe(true);
  });

  test('rows of a table are lines with tabs, also where the browser spaces its columns alike', async () => {
    const rows = [
      ['Country', '2018', '2019', 'Remark of that year'],
      ['First land', '1,200', '1,300', 'all paid in full'],
      ['Second land', '200', '300', 'two were late'],
    ];
    const html = `<html>${STYLE}<table>${rows.map(it => `<tr>${it.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`;
    const [file = new Uint8Array()] = await printed([html]);
    expect((await readPdf(file, 'a.pdf')).text).toBe(rows.map(it => it.join('\t')).join('\n'));
  });

  test('figures with a note keep their value, in three languages with their accents', async () => {
    const html = `<html>${STYLE}<p>In 2020 they sent 22,000<sup>3</sup> doctors.</p><p>Según el señor Núñez, la misión pagó así: ¿qué más?</p><p>As informações não são públicas; é ação à parte.</p></html>`;
    const [file = new Uint8Array()] = await printed([html]);
    const { text } = await readPdf(file, 'a.pdf');
    expect(text.split('\n\n')).toEqual([
      'In 2020 they sent 22,000³ doctors.',
      'Según el señor Núñez, la misión pagó así: ¿qué más?',
      'As informações não são públicas; é ação à parte.',
    ]);
  });

  test('a script that runs to the left, and words on their side, are read without harm', async () => {
    const html = `<html>${STYLE}<p dir="rtl">שלום עולם</p><p>Plain words.</p><p style="position:fixed;top:100mm;transform:rotate(-90deg)">On its side</p></html>`;
    const [file = new Uint8Array()] = await printed([html]);
    const { text } = await readPdf(file, 'a.pdf');
    expect(text).toContain('Plain words.');
    expect(text).toContain('On its side');
    expect(text).toContain('שלום');
  });
});

describe('pages', () => {
  test('a page that is turned is read and shown the way it is turned', async () => {
    const document = await PDFDocument.load(
      await pdfWith([column(100, 100, ['First line of words', 'second line of words'])]),
    );
    for (const turn of [90, 180, 270]) {
      document.getPage(0).node.set(PDFName.of('Rotate'), document.context.obj(turn));
      const file = await document.save();
      const { text } = await readPdf(file, 'a.pdf');
      expect(text).toBe('First line of words second line of words');
      const page = await pdfPage(file, 1);
      expect(page.width > page.height).toBe(turn !== 180);
      for (const it of page.boxes)
        expect(it.x + it.width < page.width && it.y + it.height < page.height).toBe(true);
    }
  });

  test('the title that the file names is taken, a placeholder is not', async () => {
    const document = await PDFDocument.load(await pdfWith([column(50, 100, ['Words.'])]));
    document.setTitle('A report on pay');
    expect((await readPdf(await document.save(), 'a.pdf')).title).toBe('A report on pay');
    document.setTitle('Microsoft Word - draft3.doc');
    expect((await readPdf(await document.save(), 'a.pdf')).title).toBeNull();
  });

  test('a picture is as wide as asked, within bounds, and shows the page', async () => {
    const file = await pdfWith([column(50, 100, ['Words that are printed here']), []]);
    const picture = await pdfPicture(file, 1, 600);
    const at = (offset: number) => new DataView(picture.buffer, picture.byteOffset).getUint32(offset);
    expect([at(16), at(20)]).toEqual([600, 849]);
    expect(picture.length).toBeGreaterThan((await pdfPicture(file, 2, 600)).length);
    const large = await pdfPicture(file, 2, 1e9);
    expect(new DataView(large.buffer, large.byteOffset).getUint32(16)).toBeLessThanOrEqual(4000);
  });

  test.each([0, -1, 3, 1.5, Number.NaN])('there is no page %s', async page => {
    const file = await pdfWith([column(50, 100, ['Words.']), []]);
    await expect(pdfPage(file, page)).rejects.toMatchObject({ code: 'row.missing' });
    await expect(pdfPicture(file, page, 100)).rejects.toMatchObject({ code: 'row.missing' });
  });

  test('the record names pages without words', async () => {
    const file = await pdfWith([column(50, 100, ['Words.']), [], [], column(50, 100, ['More.']), []]);
    expect((await readPdf(file, 'a.pdf')).extractor).toMatch(/^pdfjs\/\S+ layout\/1 without words: 2-3,5$/);
  });

  test('it is read the same in a worker thread', async () => {
    const file = await pdfWith([column(50, 100, ['Words of a page', 'and no more.'])]);
    const code = `import { parentPort, workerData } from 'node:worker_threads';
      const { readPdf, pdfPicture } = await import(workerData.door);
      parentPort.postMessage([(await readPdf(workerData.file, 'a.pdf')).text, (await pdfPicture(workerData.file, 1, 100)).length]);`;
    const door = new URL('../../src/evidence/sources/pdf.ts', import.meta.url).href;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
      workerData: { file, door },
    });
    const [text, size] = await new Promise<[string, number]>((resolve, reject) =>
      worker.on('message', resolve).on('error', reject),
    );
    await worker.terminate();
    expect(text).toBe((await readPdf(file, 'a.pdf')).text);
    expect(size).toBeGreaterThan(100);
  });

  test('the caller keeps its bytes', async () => {
    const file = await pdfWith([column(50, 100, ['Words.'])]);
    const copy = new Uint8Array(file);
    await readPdf(file, 'a.pdf');
    expect(file).toEqual(copy);
  });
});

/** Objects put together by hand, for what no library writes. */
function handMade(objects: readonly string[], trailer = ''): Uint8Array {
  let out = '%PDF-1.7\n';
  const offsets = objects.map((object, n) => {
    const at = out.length;
    out += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  return bytes(
    `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(it => `${it} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${out.length}\n%%EOF`,
  );
}

const stream = (dictionary: string, content: string) =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const onePage = (page: string, ...more: string[]) => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R ${page} >>`,
  ...more,
];

describe('a PDF that cannot be read', () => {
  test('one locked with a password is told so', async () => {
    const key = '<0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF>';
    const file = handMade(
      [
        ...onePage('/MediaBox [0 0 100 100]'),
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${key} /U ${key} >>`,
      ],
      '/Encrypt 4 0 R /ID [<00> <00>]',
    );
    await expect(extract(file, 'a.pdf')).rejects.toMatchObject({ code: 'file.encrypted' });
  });

  test.each([
    ['nothing after its head', bytes('%PDF-1.7\n')],
    ['no pages', handMade(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])],
    [
      'a page that is its own parent',
      handMade(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    ],
    ['a catalogue that is missing', handMade(['<< >>'])],
    ['words and no PDF', bytes(`%PDF-1.7\n${'only words '.repeat(200)}`)],
    [
      'arrays in arrays, a hundred thousand deep',
      handMade([`<< /Type /Catalog /Pages ${'['.repeat(1e5)}${']'.repeat(1e5)} >>`]),
    ],
  ])('one with %s is told in one line', async (_, file) => {
    await expect(extract(file, 'a.pdf')).rejects.toMatchObject({
      name: 'Problem',
      code: expect.stringMatching(/^file\.(broken|empty)$/),
    });
  });

  test('blank paper is empty, and pictures without words are a scan', async () => {
    await expect(extract(await pdfWith([[], []]), 'a.pdf')).rejects.toMatchObject({ code: 'file.empty' });
    const picture = await pdfPicture(await pdfWith([column(50, 100, ['Words.'])]), 1, 300);
    await expect(extract(await pdfOfPictures([picture]), 'a.pdf')).rejects.toMatchObject({
      code: 'file.scan',
    });
    await expect(extract(picture, 'a.png')).rejects.toMatchObject({ code: 'file.scan' });
  });

  test('one of too many pages is refused before they are read', async () => {
    const count = MAX_PAGES + 1;
    const kids = Array.from({ length: count }, (_, n) => `${n + 3} 0 R`).join(' ');
    const file = handMade([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
      ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R >>'),
    ]);
    const began = performance.now();
    await expect(readPdf(file, 'a.pdf')).rejects.toMatchObject({ code: 'file.large' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('one that says it has a hundred thousand pages and has one is no longer than that', async () => {
    const content = stream('', 'BT /F 12 Tf 10 50 Td (Words) Tj ET');
    const page = '/MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>';
    const [catalogue = '', pages = '', ...rest] = onePage(page, content, FONT);
    const file = handMade([catalogue, pages.replace('/Count 1', '/Count 100000'), ...rest]);
    expect(await readPdf(file, 'a.pdf')).toMatchObject({ text: 'Words', pages: [] });
  });

  test('time is looked at between pages', () => {
    let now = 0;
    const time = clock('a.pdf', 2, () => now);
    time.check();
    now = 2001;
    expect(() => time.check()).toThrow(expect.objectContaining({ code: 'file.slow' }));
  });
});

describe('a PDF that means harm', () => {
  test('scripts, forms and files within it are not run and not read', async () => {
    const document = await PDFDocument.load(await pdfWith([column(50, 100, ['Plain words.'])]));
    document.addJavaScript('evil', 'app.alert(1); globalThis.harmed = true;');
    document.getForm().createTextField('field').addToPage(document.getPage(0), { x: 50, y: 300 });
    await document.attach(bytes('secret words of another file'), 'inner.txt');
    document.catalog.set(
      PDFName.of('OpenAction'),
      document.context.obj({ S: 'JavaScript', JS: PDFString.of('globalThis.harmed = true') }),
    );
    const { text } = await readPdf(await document.save(), 'a.pdf');
    expect(text).toBe('Plain words.');
    expect(globalThis).not.toHaveProperty('harmed');
  });

  test.each([
    ['a page as large as a country', '/MediaBox [0 0 1e9 1e9]'],
    ['a page without size', '/MediaBox [0 0 0 0]'],
    ['a page of a hair’s breadth', '/MediaBox [0 0 0.0001 50000]'],
    ['a unit that multiplies its size', '/MediaBox [0 0 14400 14400] /UserUnit 75000'],
  ])('%s is read and drawn in bounded memory', async (_, box) => {
    const content = stream('', 'BT /F 12 Tf 10 10 Td (Words) Tj ET');
    const file = handMade(
      onePage(`${box} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>`, content, FONT),
    );
    const before = process.memoryUsage().rss;
    await readPdf(file, 'a.pdf').catch(error => expect(error).toMatchObject({ name: 'Problem' }));
    await pdfPicture(file, 1, 2000).catch(error => expect(error).toMatchObject({ name: 'Problem' }));
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
  });

  test('a picture that unpacks to gigabytes is left out', async () => {
    const image = stream(
      '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
      'x',
    );
    const file = handMade(
      onePage(
        '/MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>',
        stream('', 'q 100 0 0 100 0 0 cm /I Do Q'),
        image,
      ),
    );
    const before = process.memoryUsage().rss;
    await extract(file, 'a.pdf').catch(error => expect(error).toMatchObject({ name: 'Problem' }));
    await pdfPicture(file, 1, 500).catch(error => expect(error).toMatchObject({ name: 'Problem' }));
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
  });

  test('a picture file that says it is gigantic is refused before it is unpacked', async () => {
    const head = [
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 0, 0, 1, 0, 0,
    ];
    const file = Uint8Array.from([...head, 8, 2, 0, 0, 0, ...new Uint8Array(100)]);
    await expect(extract(file, 'a.png', { ocr: ['en'] })).rejects.toMatchObject({ code: 'file.large' });
  });

  test('a form that draws itself comes to an end', async () => {
    const form = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X 5 0 R >> /Font << /F 6 0 R >> >>',
      'BT /F 12 Tf 10 50 Td (Words) Tj ET /X Do',
    );
    const file = handMade(
      onePage(
        '/MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>',
        stream('', '/X Do'),
        form,
        FONT,
      ),
    );
    await readPdf(file, 'a.pdf').catch(error => expect(error).toMatchObject({ name: 'Problem' }));
  });

  test('a page of a hundred thousand words at one place is read in bounded time', async () => {
    const words = Array.from(
      { length: 100_000 },
      (_, n) => `1 0 0 1 ${n % 500} ${(n * 7) % 700} Tm (w${n}) Tj`,
    ).join('\n');
    const file = handMade(
      onePage(
        '/MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>',
        stream('', `BT /F 8 Tf ${words} ET`),
        FONT,
      ),
    );
    const began = performance.now();
    await readPdf(file, 'a.pdf');
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  test('sixty damaged files are read or refused in one line', async () => {
    const random = seeded(20);
    const whole = await pdfWith(
      [column(50, 100, ['Words of the first page', 'go on here.']), column(50, 100, ['Second page.'])],
      StandardFonts.TimesRoman,
    );
    for (let n = 0; n < 60; n += 1) {
      const file = damaged(whole, random);
      await extract(file, 'a.pdf').catch(error =>
        expect(error, `damage ${n}`).toMatchObject({ name: 'Problem' }),
      );
      await pdfPicture(file, 1, 200).catch(error =>
        expect(error, `damage ${n}`).toMatchObject({ name: 'Problem' }),
      );
    }
  });
});
