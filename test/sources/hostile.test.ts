import { describe, expect, test, vi } from 'vitest';
import type { ProblemCode } from '#core/errors.ts';
import { extract } from '#evidence/sources/sources.ts';
import { bytes, docx, HEAD, letter, mixed, paragraph, wacz, warc, warcRecord } from '#test/formats.ts';
import { bomb, entry, gzipBomb, rawZip } from '#test/hostile.ts';

/** Seconds of the processor, not of the wall: the machine may be busy. What is bounded ends far sooner. */
const SECONDS = 15;
vi.setConfig({ testTimeout: 120_000 });

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  const began = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(SECONDS);
  return result;
}

function told(content: Uint8Array, name: string, code: ProblemCode): Promise<void> {
  return bounded(() => expect(extract(content, name)).rejects.toMatchObject({ code }));
}

async function harmless(content: Uint8Array, name: string): Promise<string> {
  return (await bounded(() => extract(content, name))).text;
}

const types = entry('[Content_Types].xml', '<?xml version="1.0"?><Types/>');
const body = (text: string) =>
  entry(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text}</w:body></w:document>`,
  );

const gigabyte = bomb(16);

describe('an archive that lies', () => {
  test('about a gigabyte of zeros is stopped while it is inflated', async () => {
    for (const size of [1000, 2 ** 30])
      await told(
        rawZip([types, { name: 'word/document.xml', packed: gigabyte, size }]),
        'a.docx',
        'file.large',
      );
  });

  test('by a hundred names for the same bytes is counted each time', async () => {
    const some = Buffer.from('x'.repeat(2 ** 20));
    const names = Array.from({ length: 200 }, (_, n) => ({
      ...entry(`word/part${n}.xml`, some),
      again: n > 0,
    }));
    await told(rawZip([...names, body(paragraph('Words'))]), 'a.docx', 'file.large');
  });

  test('about sizes and checksums is damaged', async () => {
    const honest = body(paragraph('Words'));
    for (const lie of [
      { size: honest.size - 1 },
      { size: honest.size + 1 },
      { size: 2 ** 32 - 1 },
      { crc: 7 },
    ])
      await told(rawZip([types, { ...honest, ...lie }]), 'a.docx', 'file.broken');
    expect(await harmless(rawZip([types, honest]), 'a.docx')).toBe('Words');
  });

  test('about how many files it has', async () => {
    const many = Array.from({ length: 12_000 }, (_, n) => ({ ...entry(`a${n}`, ''), again: n > 0 }));
    await told(rawZip(many), 'a.docx', 'file.large');
    await told(rawZip([types, body('')]).slice(0, -1), 'a.docx', 'file.broken');
  });

  test.each(['../../word/document.xml', '/etc/passwd', 'C:\\a', 'word\\..\\..\\a'])(
    'about where its files belong is not opened: %s',
    async name => told(rawZip([types, body(paragraph('Words')), entry(name, 'x')]), 'a.docx', 'file.unsafe'),
  );

  test('with an archive in it leaves that alone', async () => {
    const inner = rawZip([{ name: 'a', packed: gigabyte, size: 2 ** 30 }]);
    const outer = rawZip([types, body(paragraph('Words')), entry('word/embeddings/a.zip', inner)]);
    expect(await harmless(outer, 'a.docx')).toBe('Words');
  });

  test('with a password is told', async () =>
    told(rawZip([types, { ...body(paragraph('Words')), flags: 1 }]), 'a.docx', 'file.encrypted'));
});

describe('a hostile DOCX', () => {
  const whole = (xml: string) => rawZip([types, entry('word/document.xml', xml)]);

  test('that defines entities, of its own or of other files, is not opened', async () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');
    await told(whole(`<!DOCTYPE a [<!ENTITY a0 "lol">${lol}]><w>&a9;</w>`), 'a.docx', 'file.unsafe');
    await told(
      whole('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'),
      'a.docx',
      'file.unsafe',
    );
    const core = entry('docProps/core.xml', '<!DOCTYPE a SYSTEM "https://spy.example/a.dtd"><a/>');
    await told(rawZip([types, body(paragraph('Words')), core]), 'a.docx', 'file.unsafe');
  });

  test('that nests beyond all measure is not opened', async () => {
    const n = 100_000;
    await told(docx('<w:ins>'.repeat(n) + '</w:ins>'.repeat(n)), 'a.docx', 'file.unsafe');
  });

  test('of a million elements is told to be too large', async () =>
    told(docx('<w:p/>'.repeat(1_000_000)), 'a.docx', 'file.large'));

  test('with enormous attributes and many of them gives its words', async () => {
    const attributes = Array.from({ length: 5000 }, (_, n) => `a${n}="1"`).join(' ');
    const words = `<w:p x="${'x'.repeat(5_000_000)}" ${attributes}><w:r><w:t>Words</w:t></w:r></w:p>`;
    expect(await harmless(docx(words), 'a.docx')).toBe('Words');
  });

  test('that points to files of this machine reads none', async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing><w:t>Words</w:t></w:r></w:p>`;
    const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const linked = docx(picture, [], { 'word/_rels/document.xml.rels': bytes(relations) });
    expect(await harmless(linked, 'a.docx')).toBe('Words');
  });

  test('whose XML is none is damaged', async () => {
    await told(whole('<w:document'), 'a.docx', 'file.broken');
    await told(
      rawZip([types, entry('word/document.xml', Buffer.from([0xff, 0xc0, 0xc1]))]),
      'a.docx',
      'file.broken',
    );
  });
});

describe('a hostile letter', () => {
  test('with a hundred thousand attachments is told to be too large', async () => {
    const part = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nx';
    await told(mixed(Array.from({ length: 100_000 }, () => part)), 'a.eml', 'file.large');
    await told(mixed(Array.from({ length: 1500 }, () => part)), 'a.eml', 'file.large');
  });

  test('of ten thousand letters within letters or parts within parts is not opened', async () => {
    const nested = Array.from({ length: 10_000 }, (_, n) => [
      `Content-Type: multipart/mixed; boundary=b${n}`,
      '',
      `--b${n}`,
    ]).flat();
    await told(letter([...HEAD, ...nested, '', 'words']), 'a.eml', 'file.unsafe');
    const within = Array.from({ length: 10_000 }, () => ['Content-Type: message/rfc822', '']).flat();
    expect(await harmless(letter([...HEAD, ...within, ...HEAD, '', 'words']), 'a.eml')).toContain('Salarios');
  });

  test('with a bomb of headers is told to be too large', async () => {
    await told(letter([...HEAD, ...Array(400_000).fill('X-A: b'), '', 'words']), 'a.eml', 'file.large');
    await told(letter([...HEAD, `X-A: ${'b'.repeat(5_000_000)}`, '', 'words']), 'a.eml', 'file.large');
  });

  test('to a hundred thousand people shows the first of them', async () => {
    const text = await harmless(
      letter([...HEAD, `Cc: ${'a <b@c.example>, '.repeat(90_000)}`, '', 'words']),
      'a.eml',
    );
    expect(text.length).toBeLessThan(3000);
  });

  test('of forty megabytes of words is told to be too large', async () =>
    told(letter([...HEAD, '', ...Array(550_000).fill('word '.repeat(14))]), 'a.eml', 'file.large'));

  test('of nine megabytes of lines that all go on is one line of them', async () =>
    expect(
      (await harmless(letter([...HEAD, '', ...Array(130_000).fill('word '.repeat(14))]), 'a.eml')).length,
    ).toBe(9_100_131));

  test('of forty megabytes attached is read', async () => {
    const line = 'QUJD'.repeat(19);
    const content = `Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${`${line}\n`.repeat(500_000)}`;
    expect(await harmless(mixed([content, 'Content-Type: text/plain\n\nwords']), 'a.eml')).toContain('words');
  });
});

describe('a hostile page', () => {
  const html = (content: string) => bytes(`<!doctype html><html><body>${content}</body></html>`);

  test('of a million elements is told to be too large', async () =>
    told(html('<p>a <b>b</b></p>'.repeat(500_000)), 'a.html', 'file.large'));

  test('of a hundred thousand is read', async () =>
    expect((await harmless(html('<p>a <b>b</b></p>'.repeat(50_000)), 'a.html')).length).toBe(249_998));

  test.each(['<div>', '<b>', '<table><tr><td>', '<ul><li>', '<svg>', '<font>'])(
    'nested beyond all measure is not opened: %s',
    async tag => told(html(`${tag.repeat(50_000)}words`), 'a.html', 'file.unsafe'),
  );

  test.each([
    ['a quoted attribute that never ends', `<p title="${'x'.repeat(10_000_000)}`],
    ['an enormous attribute', `<p title="${'x'.repeat(10_000_000)}">words</p>`],
    [
      'a hundred thousand attributes',
      `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(' ')}>words</p>`,
    ],
    ['a comment that never ends', `words<!--${'-'.repeat(5_000_000)}`],
    ['tags that never end', '<a '.repeat(1_000_000)],
    ['nothing but brackets', '<'.repeat(5_000_000)],
    ['nothing but entities', '&amp;'.repeat(1_000_000)],
    ['nothing but blanks', `words${' '.repeat(10_000_000)}words`],
    ['a hundred thousand items', `<ol>${'<li>x'.repeat(100_000)}</ol>`],
    ['a hundred thousand cells in a row', `<table><tr>${'<td>x'.repeat(100_000)}</table>`],
    ['a hundred thousand empty cells', `<table><tr>${'<td></td>'.repeat(100_000)}<td>x</table>`],
    ['paragraphs that are not closed', '<p>x'.repeat(100_000)],
    ['columns that are not closed', `${'<colgroup>'.repeat(50_000)}words`],
    ['rows that are not closed', `<table>${'<tbody>'.repeat(50_000)}<tr><td>words`],
    ['a style that asks for time', `<p style="${'display :'.repeat(500_000)}">words</p>`],
    ['a script that is not closed', `words<script>${'x'.repeat(5_000_000)}`],
  ])('is read or told in time: %s', async (_, content) => {
    const codes = ['file.unsafe', 'file.empty', 'file.large'];
    await bounded(() => extract(html(content), 'a.html').catch(error => expect(codes).toContain(error.code)));
  });

  test('whose JSON-LD is a bomb says nothing of itself', async () => {
    const script = (json: string) => html(`<script type="application/ld+json">${json}</script><p>Words</p>`);
    for (const json of [
      '['.repeat(250_000),
      `${'{"@graph":['.repeat(20_000)}${']}'.repeat(20_000)}`,
      '{}'.repeat(9),
    ])
      expect((await extract(script(json), 'a.html')).about).toEqual({});
  });
});

describe('a hostile web archive', () => {
  const url = 'https://ministry.example/';
  const packed = gzipBomb(16);

  test('that unpacks to gigabytes is stopped', async () => {
    await told(packed, 'a.warc.gz', 'file.large');
    await told(
      warc([{ url, body: packed, http: ['Content-Encoding: gzip'] }], false),
      'a.warc',
      'file.large',
    );
    const { brotliCompressSync } = await import('node:zlib');
    const brotli = brotliCompressSync(Buffer.alloc(60 << 20), { params: { 1: 1 } });
    await told(warc([{ url, body: brotli, http: ['Content-Encoding: br'] }]), 'a.warc.gz', 'file.large');
  });

  test('of two thousand pages is told to be too large', async () =>
    told(
      warc(
        Array.from({ length: 2000 }, () => ({ url, body: 'x' })),
        false,
      ),
      'a.warc',
      'file.large',
    ));

  test('with heads that never end is damaged', async () => {
    const head = bytes(`WARC/1.1\r\n${'A: b\r\n'.repeat(1_000_000)}`);
    await told(head, 'a.warc', 'file.broken');
    const http = warcRecord({ url, body: 'x'.repeat(100) });
    // an HTTP head without its end takes no page with it
    const spoiled = Buffer.from(
      Buffer.from(http).toString('latin1').replace('utf-8\r\n\r\n', 'utf-8\r\n\r!'),
      'latin1',
    );
    await told(spoiled, 'a.warc', 'file.empty');
  });

  test('with a list that is no list is damaged', async () => {
    for (const list of [
      '',
      '[]',
      '{"resources": 1}',
      `{"resources":[${'{},'.repeat(20_000)}{}]}`,
      '['.repeat(100_000),
    ])
      await told(
        wacz([{ url, body: 'x' }], { spoil: { 'datapackage.json': bytes(list) } }),
        'a.wacz',
        'file.broken',
      );
  });
});

describe('a file that is not what it is called', () => {
  const zip = (name: string) => rawZip([entry('[Content_Types].xml', '<Types/>'), entry(name, '<a/>')]);
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);

  test.each<[string, Uint8Array, string, ProblemCode]>([
    ['a spreadsheet', zip('xl/workbook.xml'), 'a.xlsx', 'file.kind'],
    ['slides', zip('ppt/presentation.xml'), 'a.docx', 'file.kind'],
    ['an OpenDocument', zip('content.xml'), 'a.odt', 'file.kind'],
    ['RTF', bytes('{\\rtf1\\ansi words}'), 'a.doc', 'file.kind'],
    ['an old Word file', ole, 'a.doc', 'file.kind'],
    [
      'a DOCX behind a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'a.docx',
      'file.encrypted',
    ],
    [
      'a program',
      Buffer.concat([bytes('MZ\u0090'), Buffer.alloc(300), bytes('This program')]),
      'a.txt',
      'file.binary',
    ],
    ['a DOCX of nothing', docx(''), 'a.docx', 'file.empty'],
    ['words', bytes('words'), 'a.docx', 'file.broken'],
    ['words', bytes('words'), 'a.wacz', 'file.broken'],
  ])('is told: %s', async (_, content, name, code) => told(content, name, code));

  test('is read as what it is: a page called PDF, a document called text', async () => {
    expect((await extract(bytes('<html><body>Words</body></html>'), 'a.pdf')).mediaType).toBe('text/html');
    expect(await harmless(docx(paragraph('Words')), 'a.txt')).toBe('Words');
    await expect(extract(bytes('%PDF-1.7 torn'), 'a.docx')).rejects.toMatchObject({ code: 'file.broken' });
  });
});
