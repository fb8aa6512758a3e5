/** What threads do for `pdfApart`. */
import { pdfPage, pdfPicture } from '#evidence/sources/pdf.ts';
import type { Printed } from '#evidence/sources/pdf-text.ts';

export interface PageAsked {
  readonly bytes: Uint8Array;
  readonly page: number;
}

export function pageTask({ bytes, page }: PageAsked): Promise<Printed> {
  return pdfPage(bytes, page);
}

export async function pictureTask(asked: PageAsked & { readonly width: number }) {
  return { bytes: await pdfPicture(asked.bytes, asked.page, asked.width) };
}
