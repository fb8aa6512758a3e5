/**
 * A page arranged: its running text in reading order, and apart from it what would interrupt a sentence: heads that are
 * printed for the first time, footnotes, words in another direction. Pure.
 */
import { regionsOf } from '#evidence/sources/pdf-columns.ts';
import { type Heads, saidBy } from '#evidence/sources/pdf-heads.ts';
import {
  ENDED,
  firstWord,
  LISTED,
  lastWord,
  type Paragraph,
  paragraphsOf,
} from '#evidence/sources/pdf-paragraphs.ts';
import { sizeOf } from '#evidence/sources/pdf-rows.ts';
import type { Sheet } from '#evidence/sources/pdf-sheet.ts';

export interface Arranged {
  /** Heads at the top that are new; they stay at the top where no sentence comes over from the page before. */
  readonly heads: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly apart: readonly Paragraph[];
}

/** `said` are the heads of pages before: each is kept where it is printed first. What is new is added to it. */
export function arranged(sheet: Sheet, heads: Heads, said: Set<string>): Arranged {
  const rows = Map.groupBy(sheet.segments, it => it.row);
  const left = new Set([...heads.top, ...heads.foot]);
  const fresh = (row: number) => {
    const it = rows.get(row) ?? [];
    const words = saidBy(it);
    if (words === '' || said.has(words)) return [];
    said.add(words);
    return paragraphsOf(it);
  };
  const [top, foot] = [heads.top.flatMap(fresh), heads.foot.toReversed().flatMap(fresh)];
  const running = sheet.segments.filter(it => !left.has(it.row));
  const size = sizeOf(running.flatMap(it => it.words));
  const regions = regionsOf(running).map(region => partNotes(paragraphsOf(region), size));
  return {
    heads: top,
    body: whole(
      regions.map(it => it.body),
      size,
    ),
    apart: [
      ...regions.flatMap(it => it.notes),
      ...foot,
      ...sheet.turned.flatMap(it => regionsOf(it).flatMap(region => paragraphsOf(region))),
    ],
  };
}

const NOTED = /^(?:\(?\d{1,3}[.)]?|[*†‡§]+|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)/u;

/** Footnotes are what is set smaller at the end of a column, from the first that begins with a note's mark. */
function partNotes(
  paragraphs: readonly Paragraph[],
  size: number,
): { body: Paragraph[]; notes: Paragraph[] } {
  let from = paragraphs.length;
  for (
    let n = paragraphs.length - 1;
    n >= 0 && (isSmall(paragraphs[n], size) || isRaised(paragraphs[n]));
    n -= 1
  )
    from = n;
  const marked = paragraphs.slice(from).findIndex(it => NOTED.test(firstWord(it.lines[0])));
  // smaller words before the first mark go on with a note of the page before, if they hang together with it
  const at = marked < 0 ? paragraphs.length : from;
  return { body: paragraphs.slice(0, at), notes: paragraphs.slice(at) };
}

function isSmall(it: Paragraph | undefined, size: number): boolean {
  return it !== undefined && it.size <= size * 0.93;
}

function isRaised(it: Paragraph | undefined): boolean {
  const [first, second] = it?.lines[0]?.cells[0] ?? [];
  return !!first && !!second && first.size < second.size * 0.8 && NOTED.test(first.text);
}

/** Paragraphs that run on in the next column become one; what stands between the halves of a sentence goes before it. */
function whole(regions: readonly (readonly Paragraph[])[], size: number): Paragraph[] {
  const done: Paragraph[] = [];
  for (const region of regions)
    for (const [n, next] of region.entries()) {
      const at = isBetween(next, size) ? -1 : done.findLastIndex(it => !isBetween(it, size));
      const between = done.length - 1 - at;
      const open = n === 0 || between > 0 ? done[at] : undefined;
      if (open && between <= MAX_BETWEEN && runsOn(open, next))
        done.splice(at, 1, ...done.splice(at + 1), joined(open, next));
      else done.push(next);
    }
  return done;
}

/** Paragraphs: further apart, two pieces are not taken for one sentence. */
const MAX_BETWEEN = 3;

const CAPTION =
  /^(?:fig|table|tabla|cuadro|tabela|quadro|gr[áa]fic|chart|mapa?$|foto|photo|imagen?$|fuente|source|fonte)/iu;

/** Captions, tables and smaller print may stand between two halves of a sentence; a heading never does. */
function isBetween(it: Paragraph, size: number): boolean {
  return (
    isSmall(it, size) || CAPTION.test(firstWord(it.lines[0])) || it.lines.every(line => line.cells.length > 1)
  );
}

/** Whether `next` goes on with the sentence of `last`. */
export function runsOn(last: Paragraph, next: Paragraph): boolean {
  const [end, begin] = [last.lines.at(-1), next.lines[0]];
  if (!end || !begin || end.cells.length > 1 || begin.cells.length > 1) return false;
  if (Math.abs(last.size - next.size) > last.size * 0.08) return false;
  const [before, after] = [lastWord(end), firstWord(begin)];
  if (LISTED.test(after) || !/\p{L}/u.test(before)) return false;
  const isFull = last.right - end.x1 < end.size * 4;
  const isSmallLetter = /^[("“«'‘¿¡[]*\p{Ll}/u.test(after);
  if (isSmallLetter) return isFull || !ENDED.test(before);
  return isFull && !ENDED.test(before) && begin.x0 - next.left < begin.size * 0.7 && last.lines.length > 1;
}

export function joined(last: Paragraph, next: Paragraph): Paragraph {
  const joints = [...last.joints, ' ' as const, ...next.joints.slice(1)];
  return { ...next, lines: [...last.lines, ...next.lines], joints };
}
