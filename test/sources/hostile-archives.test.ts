import { describe, expect, test, vi } from 'vitest';
import { bytes, docx, paragraph, wacz, warc, warcRecord } from '#test/formats.ts';
import { bomb, entry, gzipBomb, harmless, rawZip, told } from '#test/hostile.ts';

vi.setConfig({ testTimeout: 120_000 });

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
