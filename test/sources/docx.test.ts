import { describe, expect, test } from 'vitest';
import { extract } from '#evidence/sources/sources.ts';
import { bullet, docx, paragraph, properties, row } from '#test/formats.ts';

const read = (content: Uint8Array) => extract(content, 'a.docx');
const text = async (body: string, notes: readonly string[] = []) => (await read(docx(body, notes))).text;
const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;

describe('the text of a DOCX', () => {
  test('has a blank line between paragraphs and a line for each item', async () => {
    const body =
      paragraph('One.') + paragraph('two', bullet) + paragraph('three', bullet) + paragraph('Four.');
    expect(await text(body)).toBe('One.\n\n- two\n- three\n\nFour.');
  });

  test('keeps the cells of a table apart', async () => {
    const table = `<w:tbl>${row('Country', 'Doctors')}${row('A', '')}${row('B', '1,200')}</w:tbl>`;
    expect(await text(paragraph('Before') + table + paragraph('After'))).toBe(
      'Before\n\nCountry\tDoctors\nA\nB\t1,200\n\nAfter',
    );
  });

  test('is not interrupted by its notes, which stand after it', async () => {
    const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const body = `<w:p><w:r><w:t>Wages</w:t></w:r>${reference}<w:r><w:t xml:space="preserve"> are paid.</w:t></w:r></w:p>`;
    expect(await text(body + paragraph('End.'), ['Law 3, article 2.'])).toBe(
      'Wages are paid.\n\nEnd.\n\n[1] Law 3, article 2.',
    );
  });

  test('has what was inserted while changes were tracked and not what was deleted', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">They keep </w:t></w:r><w:del w:id="1"><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>twenty</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> percent.</w:t></w:r></w:p>`;
    expect(await text(body)).toBe('They keep twenty percent.');
  });

  test('joins two paragraphs whose mark was deleted', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:b/><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">The wages </w:t></w:r></w:p>${paragraph('are late.')}`;
    expect(await text(body)).toBe('The wages are late.');
  });

  test('is the same however the letters look', async () => {
    const looks = '<w:rPr><w:rFonts w:ascii="X &amp; Y"/><w:b/><w:sz w:val="20"/></w:rPr>';
    const body = `<w:p w:rsidR="00A1"><w:r>${looks}<w:t>Pass</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A2">${looks}<w:t>port</w:t></w:r></w:p>`;
    expect(await text(body)).toBe('Passport');
  });

  test('has its symbols, tabs, breaks and boxes', async () => {
    expect(
      await text(
        run('<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c &lt;d&gt; &amp; ñ</w:t><w:noBreakHyphen/>'),
      ),
    ).toBe('a b\nc <d> & ñ\u2011');
  });

  test('tells its pages where it was ever laid out', async () => {
    const body = `${paragraph('First page.')}<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Second </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>third.</w:t></w:r></w:p>`;
    const { text: words, pages } = await read(docx(body));
    expect(words).toBe('First page.\n\nSecond third.');
    expect(pages.map(start => words.slice(start))).toEqual(['Second third.', 'third.']);
    const asked = docx(
      `${paragraph('First.')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph('Second.')}`,
    );
    expect(await read(asked)).toMatchObject({ text: 'First.\n\nSecond.', pages: [] });
  });
});

describe('what a DOCX says of itself', () => {
  test('is title, author, language and the day it was last saved', async () => {
    const core =
      '<dc:title>Convenio &#38; anexos</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:language>es-ES</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2019-05-01T08:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2019-06-02T08:00:00Z</dcterms:modified>';
    expect(await read(docx(paragraph('Words'), [], properties(core)))).toMatchObject({
      title: 'Convenio & anexos',
      about: { author: 'Ana Ruiz', date: '2019-06-02', lang: 'es-ES' },
      extractor: 'mammoth/1.13.0',
    });
  });

  test('is nothing where it says nothing', async () =>
    expect(await read(docx(paragraph('Words')))).toMatchObject({ title: null, about: {}, capture: null }));
});
