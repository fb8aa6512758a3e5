import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { readyText } from '#evidence/sources/anchor.ts';
import { candidateFor } from '#evidence/sources/candidate.ts';
import { extract, readFileBytes } from '#evidence/sources/sources.ts';
import { tempFolder } from '#test/stores.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A PDF of one page a text, made by hand. */
function pdfOf(pages: readonly string[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [n, text] of pages.entries()) {
    const stream = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + n * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = out.length;
    out += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`;
  return bytes(out);
}

function docxOf(text: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': bytes(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': bytes(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': bytes(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
}

describe('the text of a file', () => {
  test('plain text is the decoded bytes, mark and line ends kept', async () => {
    const text = '\uFEFFUno\r\ndos ñ 💊\r\n';
    expect(await extract(bytes(text), 'a.txt')).toMatchObject({ text, mediaType: 'text/plain', pages: [] });
  });

  test('NUL and halves of surrogate pairs become U+FFFD', async () => {
    expect((await extract(bytes('some words a\0b and more words after'), 'a.txt')).text).toBe(
      'some words a\uFFFDb and more words after',
    );
    const half = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x62, 0]);
    expect((await extract(half, 'a.txt')).text).toBe('\uFEFFa\uFFFDb');
  });

  test('Western text in one byte a letter is read as such', async () => {
    const western = Uint8Array.from([...'Los médicos cobran en España.'].map(letter => letter.charCodeAt(0)));
    expect((await extract(western, 'a.txt')).text).toBe('Los médicos cobran en España.');
  });

  test('an HTML page gives its article, and its scripts nothing', async () => {
    const article = `<p>${'The ministry said that wages are paid in full. '.repeat(12)}</p>`;
    const page = `<!doctype html><html><head><title>Wages</title><script>throw 1</script></head><body><nav>Menu</nav><article><h1>Wages</h1>${article}${article}</article><script>document.write('evil')</script></body></html>`;
    const { text, mediaType, title } = await extract(bytes(page), 'page.txt');
    expect(mediaType).toBe('text/html');
    expect(title).toBe('Wages');
    expect(text).toContain('The ministry said that wages are paid in full.');
    expect(text).not.toMatch(/evil|throw|Menu/);
  });

  test('a PDF gives its pages with their offsets', async () => {
    const { text, pages, mediaType } = await extract(pdfOf(['First page', 'Second page']), 'a.bin');
    expect(mediaType).toBe('application/pdf');
    expect(text.slice(0, pages[0]).trim()).toBe('First page');
    expect(text.slice(pages[0]).trim()).toBe('Second page');
  });

  test('a DOCX gives its words', async () => {
    expect((await extract(docxOf('Wages are paid.'), 'a.docx')).text.trim()).toBe('Wages are paid.');
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['an empty one', bytes(''), 'a.txt', 'file.empty'],
    ['one of spaces', bytes(' \n\t\uFEFF'), 'a.txt', 'file.empty'],
    ['a picture', Uint8Array.from({ length: 3000 }, (_, n) => (n * 7919) % 256), 'a.png', 'file.binary'],
    [
      'a picture called text',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...new Uint8Array(500)]),
      'a.txt',
      'file.binary',
    ],
    [
      'text in an encoding of elsewhere',
      Uint8Array.from(
        [...'текст статьи целиком'].map(letter => (letter === ' ' ? 32 : 0xc0 + (letter.charCodeAt(0) % 32))),
      ),
      'a.txt',
      'file.encoding',
    ],
    ['a PDF cut short', pdfOf(['x']).slice(0, 120), 'a.pdf', 'file.broken'],
    ['text called PDF', bytes('only words'), 'a.pdf', 'file.broken'],
    ['a torn archive', bytes('PK\u0003\u0004torn'), 'a.docx', 'file.broken'],
    ['an archive that is no document', zipSync({ 'a.txt': bytes('x') }), 'a.docx', 'file.binary'],
    ['one of 51 MB', new Uint8Array(51 * 1024 * 1024), 'a.txt', 'file.large'],
  ])('%s is told in one line', async (_, content, name, code) => {
    await expect(extract(content, name)).rejects.toMatchObject({ code });
  });

  test('hostile HTML is harmless in bounded time', async () => {
    const deep = `<!doctype html><body>${'<div>'.repeat(3000)}words in the middle of it all${'</div>'.repeat(3000)}`;
    const began = performance.now();
    await extract(bytes(deep), 'deep.html').catch(() => undefined);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  describe('on the disk', () => {
    let folder: string;
    beforeEach(() => {
      folder = tempFolder('files');
      mkdirSync(folder);
    });

    test.skipIf(process.platform === 'win32')('a pipe that nobody writes to is refused at once', async () => {
      execFileSync('mkfifo', [`${folder}/pipe`]);
      await expect(readFileBytes(`${folder}/pipe`)).rejects.toMatchObject({ code: 'file.type' });
    });

    test('one that is missing, a folder, and a name with a NUL', async () => {
      await expect(readFileBytes(`${folder}/none.txt`)).rejects.toMatchObject({ code: 'file.missing' });
      await expect(readFileBytes(folder)).rejects.toMatchObject({ code: 'file.folder' });
      await expect(readFileBytes(`${folder}/a\0b`)).rejects.toMatchObject({ code: 'file.missing' });
      writeFileSync(`${folder}/here.txt`, 'words');
      expect(
        Buffer.from(await readFileBytes(`${folder}/x/../here.txt`.replace('/x/..', ''))).toString(),
      ).toBe('words');
    });
  });
});

describe('where a claim may stand in the original', () => {
  const text =
    'The ministry met on Monday. It said that more than 22,000 doctors work in 56 countries. Nobody asked about wages.';

  test('is the sentence that shares its rare words and numbers', () => {
    const found = candidateFor('Over 22.000 doctors are at work, says the ministry.', '', readyText(text));
    expect(text.slice(found?.span.start, found?.span.end)).toBe(
      'It said that more than 22,000 doctors work in 56 countries.',
    );
  });

  test('is the quotation itself where there is one', () => {
    const found = candidateFor(
      'x',
      'Nobody spoke of pay. “asked about wages”',
      readyText(text.replace('asked about', 'asked\nabout')),
    );
    expect(found).toMatchObject({ score: 1, rule: 'quoted-words', places: 1 });
  });

  test('says in how many places it may be', () => {
    const twice = readyText(`${text} Nobody asked about wages, they say.`);
    expect(candidateFor('x', '“asked about wages”', twice)).toMatchObject({ score: 0.5, places: 2 });
    const alike = readyText('Some 300 doctors left. Some 300 doctors left. The rest stayed.');
    expect(candidateFor('300 doctors left', '', alike)).toMatchObject({ places: 2 });
  });

  test('is not proposed where nothing fits', () =>
    expect(candidateFor('A square was named after the brigade.', '', readyText(text))).toBeUndefined());
});
