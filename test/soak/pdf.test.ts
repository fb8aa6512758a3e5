/** A thousand damaged PDFs, in a worker that is killed where one takes longer than a minute; none may end the process. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { hasBrowser } from '#test/browser.ts';
import { column, damaged, pdfWith, printed } from '#test/pdf.ts';
import { seeded } from '#test/seeded.ts';

const SEED = 5;
const FILES = 1000;
const SECONDS = 60;

const code = `import { parentPort, workerData } from 'node:worker_threads';
  const { readPdf, pdfPicture } = await import(workerData);
  const told = error => (error?.name === 'Problem' ? error.code : 'LOUD ' + (error?.stack ?? error));
  parentPort.on('message', async file => {
    const text = await readPdf(file, 'a.pdf').then(() => 'read', told);
    const picture = await pdfPicture(file, 1, 200).then(() => 'drawn', told);
    parentPort.postMessage([text, picture]);
  });`;

function started(): Worker {
  const door = new URL('../../src/evidence/sources/pdf.ts', import.meta.url).href;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData: door });
}

/** What came of it; `killed` after a minute. */
async function tried(worker: Worker, file: Uint8Array): Promise<readonly string[]> {
  const answer = once(worker, 'message', { signal: AbortSignal.timeout(SECONDS * 1000) });
  worker.postMessage(file);
  try {
    return (await answer)[0];
  } catch (error) {
    return [error instanceof Error && error.name === 'AbortError' ? 'killed' : `LOUD ${error}`];
  }
}

test('a thousand damaged PDFs are read or refused in one line', async () => {
  const random = seeded(SEED);
  const words = column(50, 100, [
    'Words of the first page',
    'that go on to the next line',
    'and come to an end.',
  ]);
  const html = `<p>${'Words of a page in two columns. '.repeat(200)}</p>`;
  const browser = hasBrowser ? await printed([`<div style="columns:2">${html}</div>`]) : [];
  const whole = [await pdfWith([words, words, words]), ...browser];
  const counts: Record<string, number> = {};
  let worker = started();
  for (let n = 0; n < FILES; n += 1) {
    for (const result of await tried(worker, damaged(whole[n % whole.length] ?? new Uint8Array(), random))) {
      counts[result] = (counts[result] ?? 0) + 1;
      if (result !== 'killed' && !result.startsWith('LOUD')) continue;
      await worker.terminate();
      worker = started();
    }
  }
  await worker.terminate();
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  expect(Object.keys(counts).filter(it => it.startsWith('LOUD') || it === 'killed')).toEqual([]);
});
