/**
 * Running heads, feet and page numbers: outermost rows of a page that stand at the same place, with the same words, on
 * one of the two pages before or after. A number in them may count pages. Pure.
 */
import type { Segment } from '#evidence/sources/pdf-rows.ts';
import type { Sheet } from '#evidence/sources/pdf-sheet.ts';

export interface Heads {
  /** Rows at the top and at the foot, from the outside in. */
  readonly top: readonly number[];
  readonly foot: readonly number[];
}

/** Rows looked at on either end of a page. */
const DEEP = 4;
/** Points by which a row may stand higher or lower than on the next page. */
const SAME_PLACE = 3;

export function headsOf(sheet: Sheet, near: readonly Sheet[]): Heads {
  const rows = rowsOf(sheet);
  const others = near.map(it => ({ number: it.number, rows: rowsOf(it) }));
  const repeated = (side: (all: readonly Segment[][]) => readonly Segment[][]) => {
    const isHead = (row: readonly Segment[]) =>
      others.some(other => side(other.rows).some(it => isSame(row, it, other.number - sheet.number)));
    const own = side(rows);
    const end = own.findIndex(row => !isHead(row));
    return setApart(end < 0 ? own : own.slice(0, end), own, usualStep(rows)).map(row => row[0]?.row ?? -1);
  };
  const top = repeated(all => all.slice(0, DEEP + 1));
  return { top, foot: repeated(all => all.slice(-DEEP - 1).reverse()).filter(row => !top.includes(row)) };
}

function rowsOf(sheet: Sheet): Segment[][] {
  return [...Map.groupBy(sheet.segments, it => it.row).values()];
}

/** Heads are set apart from the text by more than a line; what runs into it belongs to it, as a form's lines do. */
function setApart(
  heads: readonly Segment[][],
  all: readonly Segment[][],
  usual: number,
): readonly Segment[][] {
  const isApart = (n: number) => {
    const next = all[n + 1]?.[0];
    return !next || Math.abs(next.y - (all[n]?.[0]?.y ?? 0)) > usual * 1.35;
  };
  return heads.slice(0, heads.findLastIndex((_, n) => n < DEEP && isApart(n)) + 1);
}

/** Distance of lines in a paragraph: there are more of these than of wider ones. */
function usualStep(rows: readonly Segment[][]): number {
  const steps = rows.slice(1).map((row, n) => (row[0]?.y ?? 0) - (rows[n]?.[0]?.y ?? 0));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 3)] ?? 0;
}

function isSame(row: readonly Segment[], other: readonly Segment[], distance: number): boolean {
  if (Math.abs((row[0]?.y ?? 0) - (other[0]?.y ?? 0)) > SAME_PLACE) return false;
  const [text, second] = [textOf(row), textOf(other)];
  if (text === second) return true;
  if (/^\d{1,4}$/.test(text) && second.split(' ').includes(`${Number(text) + distance}`)) return true;
  if (text.replace(/\d+/g, '#') !== second.replace(/\d+/g, '#'))
    return isRoman(text) && isRoman(second) && roman(second) - roman(text) === distance;
  const [numbers, seconds] = [text, second].map(it => (it.match(/\d+/g) ?? []).map(Number)) as [
    number[],
    number[],
  ];
  const steps = numbers.map((it, n) => (seconds[n] ?? 0) - it).filter(it => it !== 0);
  return steps.length === 1 && steps[0] === distance && maySayPages(row, text);
}

/** A row of words with one number that counts up may be evidence: “Month 5”, “Month 6”. These are not. */
function maySayPages(row: readonly Segment[], text: string): boolean {
  const words = text.replace(PAGE_WORD, '');
  return row.length > 1 || !/\p{L}/u.test(words) || /[|–—·•]/u.test(text) || /^\S*\d{4,}\S*$/u.test(text);
}

const PAGE_WORD = /(?<!\p{L})(?:pages?|p[áa]ginas?|p[áa]gs?|pp?|of|de|sur)(?!\p{L})/giu;

function textOf(row: readonly Segment[]): string {
  return row.flatMap(it => it.words.map(word => word.text)).join(' ');
}

/** What a head says, page numbers aside; nothing where it says nothing else. */
export function saidBy(row: readonly Segment[]): string {
  const words = textOf(row)
    .replace(/(?<!\S)[-–—([]?\d{1,4}(?:\/\d{1,4})?[-–—.)\]]?(?!\S)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = words.replace(PAGE_WORD, '');
  return /[\p{L}\d]/u.test(bare) && !isRoman(bare.trim()) ? words : '';
}

function isRoman(text: string): boolean {
  return /^[ivxlc]+$/i.test(text);
}

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function roman(text: string): number {
  const values = [...text.toLowerCase()].map(it => VALUES[it] ?? 0);
  return values.reduce((sum, it, n) => sum + (it < (values[n + 1] ?? 0) ? -it : it), 0);
}
