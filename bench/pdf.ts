/** Documents to text: pages and megabytes a second, beside the bare library in the same run. Files are made here. */

import { readPdf } from '#evidence/sources/pdf.ts';
import { hasBrowser } from '#test/browser.ts';
import { column, pdfWith, printed } from '#test/pdf.ts';
import { type Measure, percentile, timed } from './measure.ts';

const ROUNDS = 7;

export async function pdfBench(): Promise<Measure[]> {
  const files: [name: string, bytes: Uint8Array][] = [
    ['PDF of 100 pages, one column', await pdfWith(Array.from({ length: 100 }, (_, n) => onePage(n)))],
  ];
  if (hasBrowser) {
    const [file] = await printed([twoColumns()]);
    if (file) files.push(['PDF that a browser printed, two columns', file]);
  } else process.stdout.write('documents: two columns: skipped: no browser\n');
  const measures: Measure[] = [];
  for (const [what, bytes] of files) measures.push(...(await pdfMeasures(what, bytes)));
  return measures;
}

/** Ours and the bare library's by turns, so that both have the machine as it is. */
async function pdfMeasures(what: string, bytes: Uint8Array): Promise<Measure[]> {
  const [own, bare]: [number[], number[]] = [[], []];
  let pages = 0;
  for (let n = 0; n <= ROUNDS; n += 1) {
    const ours = await timed(() => readPdf(bytes, 'bench.pdf'));
    const theirs = await timed(async () => {
      pages = await bareText(bytes);
    });
    // the first round loads the library
    if (n > 0) own.push(ours);
    if (n > 0) bare.push(theirs);
  }
  const [ours, theirs] = [own, bare].map(it =>
    percentile(
      it.sort((a, b) => a - b),
      0.5,
    ),
  ) as [number, number];
  const of = (amount: number, unit: string) => ({
    bench: 'documents',
    what: `${what}, median of ${ROUNDS}`,
    value: (amount * 1000) / ours,
    unit,
    peer: { name: 'pdfjs alone', value: (amount * 1000) / theirs },
  });
  return [of(pages, 'p/s'), of(bytes.length / 1e6, 'MB/s')];
}

/** What the library gives by itself: its strings one after another. */
async function bareText(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  let text = '';
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    for (const it of items) if ('str' in it) text += it.hasEOL ? `${it.str}\n` : it.str;
  }
  const { numPages } = document;
  await task.destroy();
  return text === '' ? 0 : numPages;
}

const SENTENCE =
  'the agreement says that salaries are paid in full to those who serve abroad and to their families';

function onePage(page: number) {
  return column(
    60,
    80,
    Array.from({ length: 50 }, (_, n) => `Line ${page}.${n}: ${SENTENCE.slice(0, 80)}`),
    11,
  );
}

function twoColumns(): string {
  const text = Array.from({ length: 900 }, (_, n) => `Statement ${n}: ${SENTENCE}.`).join(' ');
  return `<style>@page{size:A4;margin:20mm} div{columns:2;font:10pt 'DejaVu Serif';text-align:justify}</style><div>${text}</div>`;
}
