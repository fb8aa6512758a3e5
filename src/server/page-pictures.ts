/** Pages of PDFs as pictures and as boxes, kept in memory up to a bound; the one asked for longest ago goes first. */
import { Problem } from '#core/errors.ts';
import { pageThread } from '#server/page-thread.ts';
import type { Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** Bytes of pictures, and pages of boxes, that are kept. */
const MAX_BYTES = 32_000_000;
const MAX_PAGES = 200;
/** Pictures come in these widths, so that few are drawn. In pixels. */
const WIDTHS = [400, 800, 1200, 1600];
const [PICTURE_SECONDS, PAGE_SECONDS] = [20, 120];

/** Points, origin top left; offsets into the extracted text. */
export interface PageBoxes {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly {
    readonly start: number;
    readonly end: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

export interface PagePictures {
  picture(source: Row<'sources'>, page: number, width: number): Promise<Uint8Array<ArrayBuffer>>;
  page(source: Row<'sources'>, page: number): Promise<PageBoxes>;
}

export function pagePictures(store: Store): PagePictures {
  const [drawing, measuring] = [pageThread(PICTURE_SECONDS), pageThread(PAGE_SECONDS)];
  const pictures = kept<Uint8Array<ArrayBuffer>>(MAX_BYTES, it => it.length);
  const pages = kept<PageBoxes>(MAX_PAGES, () => 1);
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
      return pictures(`${file.hash} ${page} ${width}`, async () => {
        const png = await drawing.ask(file, { what: 'picture', page, width });
        return new Uint8Array(png as Uint8Array);
      });
    },
    page: (source, page) => {
      const file = fileOf(source);
      const asked = { what: 'page', page, width: 0 } as const;
      return pages(`${file.hash} ${page}`, () => measuring.ask(file, asked) as Promise<PageBoxes>);
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
