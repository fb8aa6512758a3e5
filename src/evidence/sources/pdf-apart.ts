/**
 * Pages of PDFs drawn and measured in threads that can be killed. Each has a thread of its own, beside those that
 * extract: a reader does not wait for a scan, and the thread that measures remembers the document it measured last.
 */
import type { PageAsked } from '#evidence/sources/pdf-task.ts';
import type { Printed } from '#evidence/sources/pdf-text.ts';
import { Pool } from '#work/work.ts';

const [PICTURE_SECONDS, PAGE_SECONDS] = [20, 120];
const [drawing, measuring] = [new Pool({ size: 1 }), new Pool({ size: 1 })];

/** As `pdfPage` and `pdfPicture`; throw `file.slow` and `file.memory` as well. The bytes are given away. */
export const pdfApart = {
  page(bytes: Uint8Array, page: number, seconds = PAGE_SECONDS): Promise<Printed> {
    return measuring.run(taskOf('pageTask'), { bytes, page } satisfies PageAsked, limits(page, seconds));
  },

  async picture(bytes: Uint8Array, page: number, width: number, seconds = PICTURE_SECONDS) {
    const asked = { bytes, page, width };
    const task = taskOf('pictureTask');
    return (await drawing.run<{ bytes: Uint8Array<ArrayBuffer> }>(task, asked, limits(page, seconds))).bytes;
  },
};

function taskOf(name: 'pageTask' | 'pictureTask') {
  return { module: new URL('./pdf-task.ts', import.meta.url), name };
}

function limits(page: number, seconds: number) {
  return { what: `PDF, ${page}`, seconds };
}
