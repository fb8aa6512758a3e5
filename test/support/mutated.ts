/** Real small files of every kind but PDF, and ways to spoil them by a seed. */
import type { Problem } from '#core/errors.ts';
import { extract } from '#evidence/sources/sources.ts';
import {
  article,
  bullet,
  bytes,
  docx,
  HEAD,
  letter,
  mixed,
  paragraph,
  properties,
  row,
  wacz,
  warc,
} from '#test/formats.ts';

const sentence = 'El ministerio dijo que los salarios se pagan completos, según la ley de 2013.';
const url = 'https://ministry.example/wages.html';
const page = article('Salarios', sentence);

export const originals: readonly (readonly [name: string, content: Uint8Array])[] = [
  ['a.txt', bytes(`\uFEFF${sentence}\r\n`.repeat(20))],
  ['a.md', bytes(`# Salarios\n\n${sentence}\n`.repeat(20))],
  ['a.html', bytes(page)],
  [
    'b.html',
    bytes(
      `<!doctype html><!-- saved from url=(0035)${url} --><table><tr><td>1<td>2</table><ol><li>${sentence}</ol>`,
    ),
  ],
  [
    'a.docx',
    docx(
      `${paragraph(sentence)}${paragraph('uno', bullet)}<w:tbl>${row('a', 'b')}${row('c', 'd')}</w:tbl>`,
      ['Nota.'],
      properties('<dc:title>Convenio</dc:title><dcterms:modified>2019-06-02</dcterms:modified>'),
    ),
  ],
  ['a.eml', letter([...HEAD, 'Content-Type: text/html; charset=utf-8', '', page])],
  [
    'b.eml',
    mixed([
      `Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nLos m=E9dicos`,
      `Content-Type: text/html\nContent-Disposition: attachment; filename="a.html"\n\n${page}`,
    ]),
  ],
  [
    'a.mbox',
    bytes(`From a@b.example Tue Jan  2 23:10:00 2024\n${HEAD.join('\n')}\n\n${sentence}\n\n`.repeat(3)),
  ],
  [
    'a.mhtml',
    letter([
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${url}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="x"',
      '',
      '--x',
      'Content-Type: text/html',
      '',
      page,
      '--x--',
    ]),
  ],
  ['a.warc', warc([{ url, body: page }], false)],
  ['a.warc.gz', warc([{ url, body: page }])],
  ['a.wacz', wacz([{ url, body: page }], { signed: true })],
];

/** Cut, filled, doubled, exchanged, or a few bytes changed. */
export function spoiled(content: Uint8Array, next: () => number): Uint8Array {
  const at = (length: number) => Math.floor(next() * length);
  const copy = Buffer.from(content);
  const [from, to] = [at(copy.length), at(copy.length)].sort((a, b) => a - b) as [number, number];
  switch (at(6)) {
    case 0:
      return copy.subarray(0, to);
    case 1:
      return copy.fill(at(256), from, Math.min(to, from + 200));
    case 2:
      return Buffer.concat([copy.subarray(0, to), copy.subarray(from)]);
    case 3:
      return Buffer.concat([copy.subarray(0, from), copy.subarray(to)]);
    case 4:
      return Buffer.concat([copy.subarray(from), copy.subarray(0, from)]);
    default:
      for (let n = 0; n <= at(40); n += 1) copy[at(copy.length)] = at(256);
      return copy;
  }
}

/** Reads a spoiled file: its text, or the code of the one line that it gets. Anything else is thrown. */
export async function outcome(content: Uint8Array, name: string): Promise<string> {
  try {
    const { text, pages, parts, about } = await extract(content, name);
    if (!text.isWellFormed() || text.includes('\0')) throw new Error(`letters of ${name}`);
    if (pages.some(start => start > text.length)) throw new Error(`pages of ${name}`);
    if ([...parts.map(it => it.name), ...Object.values(about)].some(it => /[\r\n\0]/.test(it)))
      throw new Error(`lines of ${name}`);
    return 'read';
  } catch (error) {
    const { name: kind, code } = error as Problem;
    if (kind !== 'Problem' || !code.startsWith('file.')) throw error;
    return code;
  }
}
