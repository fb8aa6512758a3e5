/** What was counted and paid before a measure and after it, line by line: shown side by side, never called its effect. Pure. */
import { daysOf, daysOfPeriod, type Period } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { placeWithin, WORLD } from '#core/places.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';

export interface AroundRow extends Period {
  readonly claim: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** One thing that was counted or paid at one place, in one unit. */
export interface AroundLine {
  readonly of: 'figures' | 'terms';
  readonly place: string;
  /** Of figures: what is counted, in which unit, and how (standing, over a window, …); of terms: leg and price basis. */
  readonly what: readonly [string, ...string[]];
  /** Of money: its currency and per what. */
  readonly unit: string | null;
  readonly before: readonly AroundRow[];
  readonly after: readonly AroundRow[];
}

export interface Around {
  readonly measure: Row<'measures'>;
  /** The day it bit or was announced, as far as it is known. */
  readonly date: string;
  readonly days: number;
  /** Null: every place. */
  readonly place: string | null;
  /** How many lines have something on both sides; they come first. */
  readonly both: number;
  readonly lines: readonly AroundLine[];
}

export const DEFAULT_DAYS = 730;

/**
 * Rows that lie whole before the measure or whole after it, within so many days, at its place or the one that is asked.
 * What spans the measure says nothing of either side. Throws `row.missing`, `measure.undated`.
 */
export function around(
  evidence: Evidence,
  id: string,
  { days = DEFAULT_DAYS, place }: { readonly days?: number; readonly place?: string | undefined } = {},
): Around {
  const measure = evidence.measures.find(it => it.id === id);
  if (!measure || evidence.claims.get(measure.claim)?.state === 'withdrawn')
    throw new Problem('row.missing', { where: 'measure', what: id });
  const date = measure.inForce ?? measure.announced ?? measure.ended;
  const day = date === null ? null : daysOf(date);
  if (date === null || day === null) throw new Problem('measure.undated', { what: id });
  const at = place ?? (measure.place === WORLD ? null : measure.place);
  const side = (row: Period) => {
    const { first, last } = daysOfPeriod(row);
    if (last < day.first && last >= day.first - days) return 'before';
    return first > day.last && first <= day.last + days ? 'after' : null;
  };
  const lines = new Map<
    string,
    { line: Omit<AroundLine, 'before' | 'after'>; before: AroundRow[]; after: AroundRow[] }
  >();
  for (const { line, row } of rowsAt(evidence, at)) {
    const where = side(row);
    if (where === null) continue;
    const key = JSON.stringify(line);
    const known = lines.get(key) ?? { line, before: [], after: [] };
    known[where].push(row);
    lines.set(key, known);
  }
  const whole = [...lines.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { line, before, after }]) => ({ ...line, before: byDay(before), after: byDay(after) }));
  const { both = [], one = [] } = Object.groupBy(whole, it =>
    it.before.length > 0 && it.after.length > 0 ? 'both' : 'one',
  );
  return { measure, date, days, place: at, both: both.length, lines: [...both, ...one] };
}

function* rowsAt(evidence: Evidence, place: string | null) {
  const here = (row: { place: string; claim: string }) =>
    (place === null || placeWithin(row.place, place)) &&
    evidence.claims.get(row.claim)?.state !== 'withdrawn';
  const bare = ({ claim, low, high, from, to }: AroundRow): AroundRow => ({ claim, low, high, from, to });
  for (const it of evidence.figures.filter(here)) {
    const what = [it.counted, it.unit, it.measure] as const;
    yield { line: { of: 'figures' as const, place: it.place, what, unit: it.currency }, row: bare(it) };
  }
  for (const it of evidence.terms.filter(here)) {
    const what = [it.leg, it.basis] as const;
    const unit = `${it.currency} ${it.per}`;
    yield { line: { of: 'terms' as const, place: it.place, what, unit }, row: bare(it) };
  }
}

function byDay(rows: readonly AroundRow[]): AroundRow[] {
  const key = (row: AroundRow) => `${row.from ?? ''} ${row.to ?? ''} ${row.claim}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
