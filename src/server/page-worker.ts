/** The thread in which pages of a PDF are drawn and measured: what is hostile in a file stops here and can be killed. */
import { parentPort } from 'node:worker_threads';
import { Problem } from '#core/errors.ts';
import { pdfPage, pdfPicture } from '#evidence/sources/sources.ts';
import type { Asked, Told } from '#server/page-thread.ts';

/** The file asked for last: a reader asks for one page of it after another. */
let file: Uint8Array = new Uint8Array();

parentPort?.on('message', async (asked: Asked) => {
  if (asked.bytes) file = asked.bytes;
  try {
    const answer =
      asked.what === 'page'
        ? await pdfPage(file, asked.page)
        : await pdfPicture(file, asked.page, asked.width);
    tell({ n: asked.n, answer });
  } catch (error) {
    tell({ n: asked.n, ...faultOf(error) });
  }
});

function faultOf(error: unknown): Omit<Told, 'n'> {
  if (error instanceof Problem) return { problem: { code: error.code, details: error.details } };
  return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function tell(told: Told): void {
  parentPort?.postMessage(told);
}
