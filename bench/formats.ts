/**
 * Extraction, in MB a second as unpacked, beside the bare library of each format in the same run. What stands between
 * the two is what makes a file harmless and its text readable: counting, checking, and the walk over the tree.
 */
import { unzipSync } from 'fflate';
import { extract } from '#evidence/sources/sources.ts';
import { article, docx, HEAD, letter, paragraph, row, wacz, warc } from '#test/formats.ts';
import { type Measure, percentile, repeated } from './measure.ts';

const sentence = 'The ministry said that wages are paid in full, every month, to all who work there. ';
const prose = `<p>${sentence.repeat(6)}</p>`;
const page = article('Wages', sentence).replace('</article>', `${prose.repeat(300)}</article>`);
const url = 'https://ministry.example/wages.html';
const records = Array.from({ length: 40 }, (_, n) => ({ url: `${url}?${n}`, body: page }));

interface Case {
  readonly name: string;
  readonly content: Uint8Array;
  /** In bytes, where the file is packed. */
  readonly unpacked?: number;
  readonly peer: string;
  readonly bare: (content: Uint8Array) => unknown;
}

async function cases(): Promise<Case[]> {
  const [{ parseHTML }, { Readability }, { default: mammoth }, { default: PostalMime }, { WARCParser }] =
    await Promise.all([
      import('linkedom'),
      import('@mozilla/readability'),
      import('mammoth'),
      import('postal-mime'),
      import('warcio'),
    ]);
  const text = new TextEncoder().encode(`${sentence}\n`.repeat(20_000));
  const body = `${paragraph(sentence.repeat(5)).repeat(400)}<w:tbl>${row('a', 'b', 'c').repeat(200)}</w:tbl>`;
  const allRecords = async (content: Uint8Array) => {
    for await (const record of WARCParser.iterRecords([content])) await record.readFully(true);
  };
  const bareHtml = (html: string) =>
    new Readability(parseHTML(html).document as unknown as Document, { charThreshold: 100 }).parse();
  return [
    { name: 'text', content: text, peer: 'TextDecoder', bare: it => new TextDecoder().decode(it) },
    {
      name: 'HTML',
      content: new TextEncoder().encode(page),
      peer: 'linkedom + Readability',
      bare: it => bareHtml(new TextDecoder().decode(it)),
    },
    {
      name: 'DOCX',
      content: docx(body),
      unpacked: body.length,
      peer: 'mammoth raw text',
      bare: it => mammoth.extractRawText({ buffer: Buffer.from(it) }),
    },
    {
      name: 'e-mail',
      content: letter([...HEAD, '', ...Array(20_000).fill(sentence)]),
      peer: 'postal-mime',
      bare: it => PostalMime.parse(it),
    },
    { name: 'WARC', content: warc(records, false), peer: 'warcio', bare: allRecords },
    {
      name: 'WACZ',
      content: wacz(records, { signed: true }),
      unpacked: page.length * records.length,
      peer: 'fflate + warcio',
      bare: it => allRecords(unzipSync(it)['archive/data.warc.gz'] ?? new Uint8Array()),
    },
  ];
}

export async function formatsBench(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, content, unpacked, peer, bare } of await cases()) {
    const speed = (times: readonly number[]) => (unpacked ?? content.length) / 1e3 / percentile(times, 0.5);
    const ours = () => extract(content, 'file');
    await repeated(2, ours);
    await repeated(2, () => bare(content));
    // by turns, so that whatever else the machine does falls on both
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let n = 0; n < 7; n += 1) {
      times.ours.push(...(await repeated(1, ours)));
      times.bare.push(...(await repeated(1, () => bare(content))));
    }
    measures.push({
      bench: 'formats',
      what: `${name}, extracted`,
      value: speed(times.ours.sort((a, b) => a - b)),
      unit: 'MB/s',
      peer: { name: peer, value: speed(times.bare.sort((a, b) => a - b)) },
    });
  }
  return measures;
}
