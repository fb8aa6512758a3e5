/** A passage: exact words with what stands around them, so that they are found again when the text changes. */
import type { Row } from '#store/tables.ts';

const AROUND = 32;

export function passageOf(
  id: string,
  textId: string,
  text: string,
  start: number,
  end: number,
  page: number | null,
): Row<'passages'> {
  return {
    id,
    text: textId,
    exact: text.slice(start, end),
    prefix: text.slice(whole(text, Math.max(0, start - AROUND)), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + AROUND))),
    start,
    end,
    page,
  };
}

/** The page an offset is on, from the start offsets of pages 2, 3, …; null where the text has no pages. */
export function pageAt(pages: string | null, offset: number): number | null {
  if (pages === null || pages === '') return null;
  return 1 + pages.split(' ').filter(start => Number(start) <= offset).length;
}

/** An index that does not cut a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
