/**
 * The lines of a region to paragraphs, by space, indent, size of letters, and lines that end early. A line of a table
 * is a line of its own, its cells parted by tabs. Pure.
 */
import { RISE, type Segment, sizeOf } from '#evidence/sources/pdf-rows.ts';
import type { Word } from '#evidence/sources/pdf-words.ts';

export interface Line {
  readonly cells: readonly (readonly Word[])[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

export interface Paragraph {
  readonly lines: readonly Line[];
  /** What stands before each line: a space where the sentence runs on, a line end where the line ended on purpose. */
  readonly joints: readonly (' ' | '\n')[];
  readonly size: number;
  /** Edges of the region that it stands in. */
  readonly left: number;
  readonly right: number;
}

/** A gap between words this wide, in sizes of the letters, parts cells. */
const CELL = 1.2;

/** Lines of a region from the top; segments of one row are cells of one line. */
export function linesOf(region: readonly Segment[]): Line[] {
  const rows = [...Map.groupBy(region, it => it.row).values()]
    .map(row => row.toSorted((a, b) => a.x0 - b.x0))
    .sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0));
  const left = Math.min(...region.map(it => it.x0));
  const right = Math.max(...region.map(it => it.x1));
  return rows.map((row, n) => line(row, [...(rows[n - 1] ?? []), ...(rows[n + 1] ?? [])], left, right));
}

function line(row: readonly Segment[], near: readonly Segment[], left: number, right: number): Line {
  const [x0, x1] = [row[0]?.x0 ?? 0, Math.max(...row.map(it => it.x1))];
  const size = sizeOf(row.flatMap(it => it.words));
  const isFull = x0 - left < size && right - x1 < size;
  const cells: Word[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const it of row) {
    const last = cells.at(-1);
    // in a line from edge to edge a wide gap may be a stretched space: one that parts cells does so in the next line too
    const isSpace = it.x0 - end < CELL * it.size || (isFull && isCrossed(near, end, it.x0));
    if (last && isSpace) last.push(...it.words);
    else cells.push([...it.words]);
    end = it.x1;
  }
  return { cells: cells.map(inOrder), x0, x1, y: row[0]?.y ?? 0, size };
}

/** Whether the lines above and below print across a gap. */
function isCrossed(near: readonly Segment[], from: number, to: number): boolean {
  const rows = [...Map.groupBy(near, it => it.row).values()];
  const middle = (from + to) / 2;
  return rows.length > 0 && rows.every(row => row.some(it => it.x0 < middle && it.x1 > middle));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A line of a script that runs to the left is read from the right. */
function inOrder(words: readonly Word[]): readonly Word[] {
  const turned = words.filter(it => RIGHT_TO_LEFT.test(it.text)).length;
  return turned * 2 > words.length ? words.toReversed() : words;
}

export function paragraphsOf(region: readonly Segment[]): Paragraph[] {
  const lines = linesOf(region);
  const left = Math.min(...lines.map(it => it.x0));
  const right = Math.max(...lines.map(it => it.x1));
  const leading = leadingOf(lines);
  const paragraphs: { lines: Line[]; joints: (' ' | '\n')[] }[] = [];
  for (const next of lines) {
    const current = paragraphs.at(-1);
    const joint = current ? jointOf(current.lines, next, left, right, leading) : '\n\n';
    if (current && joint !== '\n\n') {
      current.lines.push(next);
      current.joints.push(joint);
    } else paragraphs.push({ lines: [next], joints: [' '] });
  }
  return paragraphs.map(it => ({
    ...it,
    left,
    right,
    size: sizeOf(it.lines.flatMap(({ cells }) => cells.flat())),
  }));
}

/** The usual distance of baselines, in sizes of the letters. */
function leadingOf(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((it, n) => (it.y - (lines[n]?.y ?? 0)) / it.size)
    .filter(it => it > 0.7 && it < 2.6)
    .sort((a, b) => a - b);
  // lines within paragraphs are closer than paragraphs: the lower third tells of them
  return steps[Math.floor(steps.length / 3)] ?? 1.3;
}

/** Marks that begin an item of a list. */
export const LISTED = /^(?:[•●▪■◦‣∙·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])$/iu;
/** How a sentence ends, its note's number included. */
export const ENDED = /[.!?:;…][\])"'”’»]*[\d⁰¹²³⁴-⁹]*$/u;

function jointOf(
  lines: readonly Line[],
  next: Line,
  left: number,
  right: number,
  leading: number,
): ' ' | '\n' | '\n\n' {
  const last = lines.at(-1);
  if (!last) return '\n\n';
  const size = Math.max(last.size, next.size);
  const step = next.y - last.y;
  if (step > size * Math.max(leading * 1.25, leading + 0.2) || isOtherSize(last, next)) return '\n\n';
  // few lines, all far apart: double spacing or paragraphs of one line, and a blank line harms neither
  if (step > size * 1.75 && ENDED.test(lastWord(last)) && !/^\p{Ll}/u.test(firstWord(next))) return '\n\n';
  if (last.cells.length > 1 || next.cells.length > 1) return '\n';
  if (areCentred(last, next, left, right)) return ' ';
  const ended = ENDED.test(lastWord(last));
  if (LISTED.test(firstWord(next)) && next.x0 < right - size * 4)
    return isShort(last, next, right) || ended ? '\n' : ' ';
  if (isNewParagraph(lines, next, size)) return '\n\n';
  if (isShort(last, next, right)) return ended || fontOf(last) !== fontOf(next) ? '\n\n' : '\n';
  return ' ';
}

function isOtherSize(a: Line, b: Line): boolean {
  return Math.max(a.size, b.size) > Math.min(a.size, b.size) * 1.12;
}

/** The font of most of its words: a heading may differ by nothing else. */
function fontOf({ cells }: Line): string {
  const fonts = Map.groupBy(cells.flat(), it => it.font);
  return [...fonts].reduce((best, it) => (it[1].length > best[1].length ? it : best), ['', [] as Word[]])[0];
}

/** Each as far from one edge as from the other, and not both from edge to edge. */
function areCentred(a: Line, b: Line, left: number, right: number): boolean {
  const isBalanced = (it: Line) => Math.abs(it.x0 - left - (right - it.x1)) < it.size * 0.5;
  return isBalanced(a) && isBalanced(b) && Math.max(a.x0, b.x0) - left > a.size;
}

/** By where it begins: an indent after lines without one, or back at the edge after a hanging item. */
function isNewParagraph(lines: readonly Line[], next: Line, size: number): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return true;
  const indent = next.x0 - last.x0;
  if (LISTED.test(firstWord(first)) && next.x0 < first.x0 - size * 0.7) return true;
  if (lines.length === 1) return indent > size * 0.7 && !LISTED.test(firstWord(first)) && indent < size * 6;
  return Math.abs(indent) > size * 0.7;
}

/** Whether the next line's first word had found room: the line ended on purpose. */
function isShort(last: Line, next: Line, right: number): boolean {
  const word = next.cells[0]?.[0];
  return right - last.x1 > (word?.width ?? 0) + last.size * 1.2;
}

export function firstWord(line: Line | undefined): string {
  return line?.cells[0]?.[0]?.text ?? '';
}

export function lastWord(line: Line | undefined): string {
  return line?.cells.at(-1)?.at(-1)?.text ?? '';
}

/** Height of a line's letters above its baseline. */
export function topOf(line: Line): number {
  return line.y - line.size * RISE;
}
