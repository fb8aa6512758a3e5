/** Pages of PDFs as pictures and as boxes, kept in memory up to a bound; the one asked for longest ago goes first. */
import { Problem } from '#core/errors.ts';
import { type Printed, pdfApart } from '#evidence/sources/sources.ts';
import type { Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** Bytes of pictures, and pages of boxes, that are kept. */
const MAX_BYTES = 32_000_000;
const MAX_PAGES = 200;
/** Pictures come in these widths, so that few are drawn. In pixels. */
const WIDTHS = [400, 800, 1200, 1600];

export interface PagePictures {
  picture(source: Row<'sources'>, page: number, width: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Boxes in points, origin top left. */
  page(source: Row<'sources'>, page: number): Promise<Printed>;
}

export function pagePictures(store: Store): PagePictures {
  const pictures = kept<Uint8Array<ArrayBuffer>>(MAX_BYTES, it => it.length);
  const pages = kept<Printed>(MAX_PAGES, () => 1);
  const fileOf = (source: Row<'sources'>) => {
    const { file, mediaType, id } = source;
    if (file === null || mediaType !== 'application/pdf')
      throw new Problem('row.missing', { where: 'page', what: id });
    const read = async () => {
      const bytes = await store.archive.read(file);
      if (!bytes) throw new Problem('row.missing', { where: 'file', what: file });
      return bytes;
    };
    return { hash: file, read };
  };
  return {
    picture: (source, page, asked) => {
      const file = fileOf(source);
      const width = WIDTHS.find(it => it >= asked) ?? WIDTHS.at(-1) ?? asked;
      const key = `${file.hash} ${page} ${width}`;
      return pictures(key, async () => pdfApart.picture(await file.read(), page, width));
    },
    page: (source, page) => {
      const file = fileOf(source);
      return pages(`${file.hash} ${page}`, async () => pdfApart.page(await file.read(), page));
    },
  };
}

/** Answers by key, up to a bound of their weight; what fails is not kept. */
function kept<T>(most: number, weigh: (it: T) => number) {
  const answers = new Map<string, T>();
  let weight = 0;
  return async (key: string, work: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    const answer = known ?? (await work());
    if (answers.delete(key)) weight -= weigh(answer);
    answers.set(key, answer);
    weight += weigh(answer);
    for (const [old, it] of answers) {
      if (weight <= most || old === key) break;
      answers.delete(old);
      weight -= weigh(it);
    }
    return answer;
  };
}
