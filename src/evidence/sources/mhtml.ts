/** MHTML: a page as a browser saves it whole, as a letter of many parts. Its first page is read as HTML. */
import { Problem } from '#core/errors.ts';
import type { Extracted } from '#evidence/sources/extracted.ts';
import { readPage } from '#evidence/sources/html.ts';
import { webAddress } from '#evidence/sources/html-about.ts';
import { parsedMail } from '#evidence/sources/mail.ts';
import { timeOf } from '#evidence/sources/saved-page.ts';
import { brief } from '#evidence/sources/text.ts';

/** Throws what e-mail and HTML throw, and `file.broken` where there is no page in it. */
export async function readMhtml(bytes: Uint8Array, name: string): Promise<Extracted> {
  const mail = await parsedMail(bytes, name);
  // the library joins the frames of a page behind it
  const page = /^[\s\S]*?<\/html\s*>/i.exec(mail.html ?? '')?.[0] ?? mail.html;
  if (page === undefined) throw new Problem('file.broken', { what: name });
  const { decodeWords } = await import('postal-mime');
  const said = (key: string) => mail.headers.find(it => it.key === key)?.value;
  const extracted = await readPage(page, name);
  const url = webAddress(said('snapshot-content-location')) ?? webAddress(said('content-location'));
  return {
    ...extracted,
    mediaType: 'multipart/related',
    extractor: `postal-mime/4.0.0 ${extracted.extractor}`,
    title: extracted.title ?? brief(decodeWords(said('subject') ?? '')) ?? null,
    capture: {
      at: timeOf(said('date')),
      url: url ?? null,
      how: 'saved by a browser as MHTML, as its head says; not verified',
    },
  };
}
