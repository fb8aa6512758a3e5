/**
 * Segments of a page to regions in reading order: where a white gutter parts prose from prose, the left side is read
 * before the right; what crosses the gutter parts the page into bands, read from the top. Columns of a table stay
 * together: their lines are short. Pure.
 */
import { RISE, type Segment, sizeOf } from '#evidence/sources/pdf-rows.ts';

interface Gutter {
  /** The band of rows, by index, both included. */
  from: number;
  to: number;
  x0: number;
  x1: number;
}

/** Deeper than columns within columns on any page. */
const MAX_DEPTH = 12;
/** Points and sizes of letters: a narrower white strip is chance. */
const MIN_GUTTER = 0.8;
/** Gaps tried as the seed of a gutter; more are sampled evenly. */
const MAX_SEEDS = 300;

export function regionsOf(segments: readonly Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return [];
  const rows = grouped(segments);
  const gutter = depth < MAX_DEPTH && rows.length > 1 ? bestGutter(rows) : undefined;
  if (!gutter) return [rows.flat()];
  const middle = (gutter.x0 + gutter.x1) / 2;
  const band = rows.slice(gutter.from, gutter.to + 1).flat();
  return [
    rows.slice(0, gutter.from).flat(),
    band.filter(it => it.x1 <= middle),
    band.filter(it => it.x1 > middle),
    rows.slice(gutter.to + 1).flat(),
  ].flatMap(part => regionsOf(part, depth + 1));
}

/** Rows from the top, each from the left. */
function grouped(segments: readonly Segment[]): Segment[][] {
  const rows = Map.groupBy(segments, it => it.row);
  return [...rows.values()]
    .sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0))
    .map(row => row.sort((a, b) => a.x0 - b.x0));
}

function bestGutter(rows: readonly Segment[][]): Gutter | undefined {
  const size = sizeOf(rows.flatMap(row => row.flatMap(it => it.words)));
  const stops = rows.map((_, n) => partsPage(rows, n, size));
  const all = seeds(rows);
  const step = Math.max(1, Math.ceil(all.length / MAX_SEEDS));
  let best: Gutter | undefined;
  for (let n = 0; n < all.length; n += step) {
    const seed = all[n];
    // a seed within a gutter that is known already would grow to the same one
    if (
      !seed ||
      (best && seed.from >= best.from && seed.from <= best.to && seed.x0 <= best.x0 && seed.x1 >= best.x1)
    )
      continue;
    const gutter = grown(seed, rows, stops, size * MIN_GUTTER);
    if (gutter && partsProse(gutter, rows) && (!best || gutter.to - gutter.from > best.to - best.from))
      best = gutter;
  }
  return best;
}

/** Gaps within a row, and where columns do not stand level, between the end of a row and the beginning of the next. */
function seeds(rows: readonly Segment[][]): Gutter[] {
  return rows.flatMap((row, n) => {
    const next = rows[n + 1] ?? [];
    const gaps = row.slice(1).map((right, at) => [row[at]?.x1 ?? 0, right.x0] as const);
    const across = [
      [row.at(-1)?.x1 ?? 0, next[0]?.x0 ?? 0],
      [next.at(-1)?.x1 ?? 0, next.length > 0 ? (row[0]?.x0 ?? 0) : 0],
    ] as const;
    return [...gaps, ...across].filter(([x0, x1]) => x1 > x0).map(([x0, x1]) => ({ from: n, to: n, x0, x1 }));
  });
}

/** The seed's strip, up and down until something crosses it. */
function grown(
  seed: Gutter,
  rows: readonly Segment[][],
  stops: readonly boolean[],
  least: number,
): Gutter | undefined {
  const gutter = { ...seed };
  if (gutter.x1 - gutter.x0 < least) return undefined;
  while (gutter.to + 1 < rows.length && !stops[gutter.to + 1] && narrowed(gutter, rows[gutter.to + 1], least))
    gutter.to += 1;
  while (gutter.from > 0 && !stops[gutter.from] && narrowed(gutter, rows[gutter.from - 1], least))
    gutter.from -= 1;
  return gutter;
}

/** Takes from the strip what a row prints in it; false, and nothing taken, where too little is left. */
function narrowed(gutter: Gutter, row: readonly Segment[] = [], least: number): boolean {
  let { x0, x1 } = gutter;
  for (const it of row) {
    if (it.x1 <= x0 || it.x0 >= x1) continue;
    if (it.x0 < x0 + (x1 - x0) / 2) x0 = Math.max(x0, it.x1);
    else x1 = Math.min(x1, it.x0);
  }
  if (x1 - x0 < least) return false;
  Object.assign(gutter, { x0, x1 });
  return true;
}

/** Whether the page begins anew above this row: under a heading for all columns, or below a picture across them. */
function partsPage(rows: readonly Segment[][], n: number, size: number): boolean {
  const above = spaceAbove(rows, n);
  if (above > size * 4) return true;
  const isHeading = (row: readonly Segment[] | undefined) =>
    row?.length === 1 && (row[0]?.size ?? 0) >= size * 1.1;
  const stands = (at: number) =>
    isHeading(rows[at]) && spaceAbove(rows, at) > size * 0.8 && spaceAbove(rows, at + 1) > size * 0.6;
  return stands(n) || (n > 0 && stands(n - 1));
}

/** White space between a row's letters and the row before. */
function spaceAbove(rows: readonly Segment[][], n: number): number {
  const [before, row] = [rows[n - 1]?.[0], rows[n]?.[0]];
  return before && row ? row.y - row.size * RISE - before.y : Number.POSITIVE_INFINITY;
}

/** Prose fills its column with several words a line; a table's cells do not. */
function partsProse(gutter: Gutter, rows: readonly Segment[][]): boolean {
  const band = rows.slice(gutter.from, gutter.to + 1).flat();
  const middle = (gutter.x0 + gutter.x1) / 2;
  const sides = [band.filter(it => it.x1 <= middle), band.filter(it => it.x1 > middle)];
  return sides.every(isProse);
}

function isProse(side: readonly Segment[]): boolean {
  const lines = grouped(side);
  const left = Math.min(...side.map(it => it.x0));
  const right = Math.max(...side.map(it => it.x1));
  const written = side.flatMap(it => it.words).filter(it => /\p{L}/u.test(it.text)).length;
  // by segment and not by line: a side of many cells is no prose
  const words = written / side.length;
  const full = lines.filter(
    line => (line.at(-1)?.x1 ?? 0) - (line[0]?.x0 ?? 0) > (right - left) * 0.6,
  ).length;
  if (lines.length < 3) return lines.length === 2 && words >= 4;
  return words >= 2.5 && full >= lines.length * 0.4;
}
