import { describe, expect, test, vi } from 'vitest';
import type { ProblemCode } from '#core/errors.ts';
import { extract } from '#evidence/sources/sources.ts';
import { bytes, docx, HEAD, letter, mixed, paragraph } from '#test/formats.ts';
import { bounded, entry, harmless, rawZip, told } from '#test/hostile.ts';

vi.setConfig({ testTimeout: 120_000 });

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
