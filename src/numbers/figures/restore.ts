/**
 * What would have to go for rival figures to agree: each smallest set of origins. An origin stands or goes as a whole.
 * Figures agree where they count one unit and share a value. Every set of intervals that shares a value shares the
 * lowest end of one of them, so one sweep over the ends finds the largest sets that can stay: n log n, not 2^n.
 */
import { type Interval, intersection } from '#core/intervals.ts';

export interface Stated extends Interval {
  readonly origin: string;
  readonly unit: string;
}

export interface Restored {
  /** Ids of origins; the smallest sets first. Empty where nothing is in conflict, or no origin agrees with itself. */
  readonly sets: readonly (readonly string[])[];
  /** Further sets that are not listed. */
  readonly more: number;
}

interface Kept {
  readonly unit: string;
  /** A value that all who stay allow. */
  readonly at: number;
  readonly size: number;
}

interface Span {
  readonly origin: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** A list is for people: further sets are counted, and a line with thousands of rivals stays small. */
const LISTED = 20;

export function restored(figures: readonly Stated[]): Restored {
  const origins = [...new Set(figures.map(it => it.origin))].sort();
  const spans = spansOf(figures);
  const kept = [...Map.groupBy(spans, it => it.unit).values()].flatMap(largest).sort(bySize);
  if (kept[0]?.size === origins.length) return { sets: [], more: 0 };
  const sets = kept.slice(0, LISTED).map(it => without(it, spans, origins));
  return { sets: sets.toSorted(byLength), more: kept.length - sets.length };
}

/** One interval for each origin; none for an origin that contradicts itself or counts several units. */
function spansOf(figures: readonly Stated[]): Span[] {
  return [...Map.groupBy(figures, it => it.origin)].flatMap(([origin, own]) => {
    const [first] = own;
    const shared = intersection(own);
    if (!first || !shared || own.some(it => it.unit !== first.unit)) return [];
    const { low, high } = shared;
    return [
      {
        origin,
        unit: first.unit,
        low: low ?? Number.NEGATIVE_INFINITY,
        high: high ?? Number.POSITIVE_INFINITY,
      },
    ];
  });
}

/** The largest sets of intervals that share a value: complete wherever an interval ends after another has begun. */
function largest(spans: readonly Span[]): Kept[] {
  const lows = spans.map(it => it.low).sort(ascending);
  const highs = spans.map(it => it.high).sort(ascending);
  const result: Kept[] = [];
  let [begun, ended] = [0, 0];
  for (const high of highs) {
    const before = begun;
    while (begun < lows.length && (lows[begun] ?? high) <= high) begun += 1;
    if (begun > before)
      result.push({ unit: spans[0]?.unit ?? '', at: lows[begun - 1] ?? high, size: begun - ended });
    ended += 1;
  }
  return result;
}

function without(kept: Kept, spans: readonly Span[], origins: readonly string[]): string[] {
  const stay = new Set(
    spans.filter(it => it.unit === kept.unit && it.low <= kept.at && kept.at <= it.high).map(it => it.origin),
  );
  return origins.filter(it => !stay.has(it));
}

/** Not by subtraction: an open end is infinite, and ∞ − ∞ is no number. */
function ascending(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

function bySize(a: Kept, b: Kept): number {
  return b.size - a.size || (a.unit === b.unit ? ascending(a.at, b.at) : a.unit < b.unit ? -1 : 1);
}

function byLength(a: readonly string[], b: readonly string[]): number {
  return a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1);
}
