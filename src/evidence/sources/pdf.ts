/** PDF: the text of each page, and where it starts. */
import { Problem } from '#core/errors.ts';
import type { Extracted } from '#evidence/sources/extract.ts';
import { cleaned } from '#evidence/sources/text.ts';

/** Throws `file.encrypted`, `file.broken`. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Extracted> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(document, { mergePages: false });
    const pages: number[] = [];
    let whole = '';
    for (const [index, page] of text.entries()) {
      if (index > 0) pages.push(whole.length);
      whole += `${cleaned(page)}${index < text.length - 1 ? '\n\n' : '\n'}`;
    }
    return {
      mediaType: 'application/pdf',
      text: whole,
      extractor: 'unpdf/1',
      pages,
      title: null,
      parts: [],
      capture: null,
      about: {},
    };
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`);
    throw new Problem(locked ? 'file.encrypted' : 'file.broken', { what: name }, { cause: error });
  }
}
