/** The original of a source, extracted anew by the extractors of today. */
import { Problem } from '#core/errors.ts';
import { extractApart } from '#evidence/sources/extract-apart.ts';
import type { ExtractOptions } from '#evidence/sources/extracted.ts';
import { scanLanguages } from '#evidence/sources/scan.ts';
import { freeTextId, textRow } from '#evidence/sources/source-rows.ts';
import { findRow, findRows, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Again {
  readonly source: Row<'sources'>;
  /** The newer text, which replaces the newest of the older ones. */
  readonly row: Row<'texts'>;
  readonly text: string;
  readonly pages: readonly number[];
  /** Every text that was extracted from the original before. */
  readonly older: readonly Row<'texts'>[];
}

/** Undefined where the text is the same to the letter. Throws `row.missing`, `file.*`. */
export async function extractAgain(store: Store, id: string): Promise<Again | undefined> {
  const source = await findRow(store, 'sources', id);
  const bytes = source?.file ? await store.archive.read(source.file) : undefined;
  if (!source || !bytes)
    throw new Problem('row.missing', { where: source ? 'original' : 'source', what: id });
  const older = (await findRows(store, 'texts', 'source', id)).filter(it => it.kind === 'extracted');
  const newest = newestOf(older);
  const { extracted } = await extractApart(bytes, source.name ?? id, asBefore(newest));
  const row = { ...textRow(await freeTextId(store, id), id, extracted), replaces: newest?.id ?? null };
  if (newest?.sha256 === row.sha256) return undefined;
  return { source, row, text: extracted.text, pages: extracted.pages, older };
}

/** A text that was recognised in a scan is recognised again, in the languages that its record names. */
function asBefore(newest: Row<'texts'> | undefined): ExtractOptions {
  const [, asked] = /tesseract\/\S+ (\S+)/.exec(newest?.extractor ?? '') ?? [];
  const ocr = scanLanguages.filter(it => asked?.split('+').includes(it));
  return ocr.length > 0 ? { ocr } : {};
}

/** The extracted text that no other replaces. */
export function newestOf(texts: readonly Row<'texts'>[]): Row<'texts'> | undefined {
  const replaced = new Set(texts.map(it => it.replaces));
  return texts.filter(it => it.kind === 'extracted' && !replaced.has(it.id)).at(-1);
}
