/**
 * Words of one direction to rows (one baseline), and rows to segments: words with no wide gap between them. A cell of
 * a table and a line of a column are each a segment. Pure.
 */
import type { Word } from '#evidence/sources/pdf-words.ts';

export interface Segment {
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** Segments of one row share its number; rows count from the top. */
  readonly row: number;
}

/** Gaps wider than this, in sizes of the letters, part segments: wider than a word space, narrower than a gutter. */
const GAP = 0.85;
/** Letters reach about this far above the baseline, in sizes. */
export const RISE = 0.72;

interface Row {
  y: number;
  readonly size: number;
  readonly words: Word[];
}

export function segmentsOf(words: readonly Word[]): Segment[] {
  const rows = rowsOf(words).map(({ words: all }, row) => {
    const sorted = withoutDoubles(all.toSorted((a, b) => a.x - b.x));
    return partAtGaps(sorted).map(part => segment(part, row));
  });
  return rows.flatMap((row, n) => unstretched(row, [...(rows[n - 1] ?? []), ...(rows[n + 1] ?? [])]));
}

/** Larger words found the rows, so that a raised figure joins the line it stands in. */
function rowsOf(words: readonly Word[]): Row[] {
  const strips = new Map<number, Row[]>();
  const rows: Row[] = [];
  for (const word of words.toSorted((a, b) => b.size - a.size)) {
    const found = rowFor(word, strips);
    if (found) {
      found.words.push(word);
      continue;
    }
    const row = { y: word.y, size: word.size, words: [word] };
    rows.push(row);
    const strip = Math.floor(word.y / STRIP);
    strips.set(strip, [...(strips.get(strip) ?? []), row]);
  }
  return rows.sort((a, b) => a.y - b.y);
}

/** A raised number shares this much of its height with the words beside it; lines of a paragraph share nothing. */
const OVERLAP = 0.3;
/** Points: rows are looked up by strips of the page this high. */
const STRIP = 8;

function rowFor(word: Word, strips: ReadonlyMap<number, readonly Row[]>): Row | undefined {
  // beyond twice its own size no row is its own (see `shared`)
  const reach = Math.min(word.size * 2, 400);
  let best: Row | undefined;
  for (let at = Math.floor((word.y - reach) / STRIP); at <= Math.floor((word.y + reach) / STRIP); at += 1)
    for (const row of strips.get(at) ?? [])
      if (shared(word, row) >= OVERLAP && (!best || shared(word, row) > shared(word, best))) best = row;
  return best;
}

/** Share of the smaller one's height that both have; 0 for letters of very different sizes, as initials are. */
function shared(word: Word, row: Row): number {
  const [small, large] = [Math.min(word.size, row.size), Math.max(word.size, row.size)];
  if (small < large * 0.45) return 0;
  const top = Math.max(word.y - word.size * RISE, row.y - row.size * RISE);
  return (Math.min(word.y, row.y) - top) / (small * RISE);
}

/** Bold is sometimes the same word printed twice, a hair apart. */
function withoutDoubles(words: readonly Word[]): Word[] {
  return words.filter((word, n) => {
    const before = words[n - 1];
    return !before || before.text !== word.text || word.x - before.x > word.size * 0.2;
  });
}

/** The number of a note is printed raised and stays so in the text: “22,000³” is not 220,003. */
function raised(word: Word, y: number, size: number): Word {
  if (word.size > size * 0.95 || y - word.y < size * 0.15 || !/^[\d,*†]+$/.test(word.text)) return word;
  return { ...word, text: word.text.replace(/\d/g, it => RAISED[Number(it)] ?? it) };
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function partAtGaps(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const last = parts.at(-1);
    if (last && word.x - end <= GAP * Math.max(word.size, last[0]?.size ?? 0)) last.push(word);
    else parts.push([word]);
    end = Math.max(end, word.x + word.width);
  }
  return parts;
}

/** Wider gaps, in sizes of the letters, are no stretched spaces. */
const MAX_STRETCH = 5;

/**
 * Lines set to both edges stretch all their spaces alike: such words are one segment again. Cells of a table may stand as
 * evenly, but in line with cells above or below.
 */
function unstretched(row: readonly Segment[], near: readonly Segment[]): Segment[] {
  const gaps = row.map((it, n) => (n > 0 ? it.x0 - (row[n - 1]?.x1 ?? 0) : Number.POSITIVE_INFINITY));
  const isLike = (gap: number, other = Number.NaN) =>
    Math.abs(other - gap) < Math.max(gap * 0.05, (row[0]?.size ?? 0) * 0.1);
  const isSpace = (n: number) => {
    const [gap, before, it] = [gaps[n] ?? 0, row[n - 1], row[n]];
    if (!before || !it || gap > it.size * MAX_STRETCH) return false;
    if (!isLike(gap, gaps[n - 1]) && !isLike(gap, gaps[n + 1])) return false;
    return !near.some(other => Math.abs(other.x0 - it.x0) < 0.5 || Math.abs(other.x1 - before.x1) < 0.5);
  };
  const whole: Segment[] = [];
  for (const [n, it] of row.entries()) {
    const last = whole.at(-1);
    if (last && isSpace(n)) whole[whole.length - 1] = segment([...last.words, ...it.words], it.row);
    else whole.push(it);
  }
  return whole;
}

/** Whether white space is printed between two words of a line. */
export function isApart(before: Word | undefined, word: Word): boolean {
  if (!before) return true;
  const gap = Math.max(word.x - before.x - before.width, before.x - word.x - word.width);
  const size = Math.min(word.size, before.size);
  return gap > size * 0.15 || (word.spaced && gap > size * -0.1);
}

/** A word is often printed in pieces. */
function glued(words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    if (last && !isApart(last, word) && Math.abs(last.size - word.size) < last.size * 0.1)
      whole[whole.length - 1] = {
        ...last,
        text: `${last.text}${word.text}`.replace(/\u00ad(?!$)/gu, '').normalize('NFC'),
        width: Math.max(last.width, word.x + word.width - last.x),
      };
    else whole.push(word);
  }
  return whole;
}

function segment(pieces: readonly Word[], row: number): Segment {
  const size = sizeOf(pieces);
  const usual = pieces.filter(it => it.size > size * 0.95).sort((a, b) => a.y - b.y);
  const y = usual[Math.floor(usual.length / 2)]?.y ?? pieces[0]?.y ?? 0;
  const words = glued(pieces.map(it => raised(it, y, size)));
  return {
    words,
    x0: Math.min(...words.map(it => it.x)),
    x1: Math.max(...words.map(it => it.x + it.width)),
    y,
    size,
    row,
  };
}

/** The size that most letters have. */
export function sizeOf(words: readonly Word[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const key = Math.round(size * 4) / 4;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((best, it) => (it[1] > best[1] ? it : best), [0, 0])[0];
}
