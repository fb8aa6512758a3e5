/** A page's words as segments, one direction of writing at a time; and the way back from there to the page. Pure. */
import { type Segment, segmentsOf } from '#evidence/sources/pdf-rows.ts';
import type { Word } from '#evidence/sources/pdf-words.ts';

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

export interface Sheet extends Omit<Page, 'words'> {
  /** In the direction that most of the page is written in. */
  readonly segments: readonly Segment[];
  /** Other directions, each laid level: stamps, labels of axes, watermarks. */
  readonly turned: readonly (readonly Segment[])[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function sheetOf({ words, ...page }: Page): Sheet {
  const [most = [], ...others] = [...Map.groupBy(words, it => level(it.angle)).values()]
    .sort((a, b) => letters(b) - letters(a))
    .map(group => segmentsOf(group.map(levelled)));
  return { ...page, segments: most, turned: others };
}

/** Scans are a little askew: within three degrees of a side is that side. */
function level(angle: number): number {
  const side = (Math.round(angle / 90) * 90) % 360;
  const off = Math.abs(((angle - side + 540) % 360) - 180);
  return off <= 3 ? side : angle;
}

function letters(words: readonly Word[]): number {
  return words.reduce((sum, it) => sum + it.text.length, 0);
}

function levelled(word: Word): Word {
  const angle = level(word.angle);
  if (angle === 0) return { ...word, angle };
  const [cos, sin] = turn(angle);
  return { ...word, angle, x: word.x * cos + word.y * sin, y: word.y * cos - word.x * sin };
}

function turn(angle: number): [cos: number, sin: number] {
  return [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
}

/** Letters reach this far above and below the baseline, in sizes. */
const [ABOVE, BELOW] = [0.8, 0.22];

/** Where a levelled word stands on its page. */
export function boxOf(word: Word): Box {
  const [top, bottom] = [word.y - word.size * ABOVE, word.y + word.size * BELOW];
  if (word.angle === 0) return { x: word.x, y: top, width: word.width, height: bottom - top };
  const [cos, sin] = turn(word.angle);
  const corners = [word.x, word.x + word.width].flatMap(x =>
    [top, bottom].map(y => [x * cos - y * sin, x * sin + y * cos] as const),
  );
  const [xs, ys] = [corners.map(it => it[0]), corners.map(it => it[1])];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
