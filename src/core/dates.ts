/**
 * Partial dates (`2013`, `2013-08`, `2013-08-21`, after EDTF level 0) and periods of them.
 * A partial date covers all its days; a period runs from the first day of `from` to the last day of `to`.
 * An absent `from` or `to` is an open end. Days are counted since 1970-01-01 (UTC); units: whole days.
 */
import { Problem } from '#core/errors.ts';

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** First and last day, both included; ±Infinity where the end is open. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;
const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The days a partial date covers, or null if it is not one (also `2013-13` and `2013-02-30`). */
export function daysOf(date: string): Days | null {
  const known = seen.get(date);
  if (known !== undefined) return known;
  const days = workedOut(date);
  // dates repeat, and lists of a hundred thousand are filtered by them
  if (seen.size < MAX_SEEN) seen.set(date, days);
  return days;
}

const seen = new Map<string, Days | null>();
const MAX_SEEN = 50_000;

function workedOut(date: string): Days | null {
  const match = shape.exec(date);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month === null) return { first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 1, 1) - 1 };
  if (month < 1 || month > 12) return null;
  const last = dayNumber(year, month + 1, 1) - 1;
  if (day === null) return { first: dayNumber(year, month, 1), last };
  const only = dayNumber(year, month, day);
  return day < 1 || only > last ? null : { first: only, last: only };
}

/** A day as `2013-08-21`. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function isPartialDate(text: string): boolean {
  return daysOf(text) !== null;
}

/** The days of a period. Throws `usage.value` where a date is not a partial date. */
export function daysOfPeriod(period: Period): Days {
  const first = period.from === null ? Number.NEGATIVE_INFINITY : daysOrThrow(period.from).first;
  const last = period.to === null ? Number.POSITIVE_INFINITY : daysOrThrow(period.to).last;
  return { first, last };
}

/** Reads `FROM/TO`, `FROM/` (open), `/TO` or one partial date. Throws `usage.value`. */
export function parsePeriod(text: string): Period {
  const parts = text.split('/');
  const [from = '', to = parts.length === 1 ? from : ''] = parts;
  const period = { from: from === '' ? null : from, to: to === '' ? null : to };
  if (parts.length > 2 || text === '' || text === '/')
    throw new Problem('usage.value', { what: text, where: '--period' });
  const days = daysOfPeriod(period);
  if (days.first > days.last) throw new Problem('usage.value', { what: text, where: '--period' });
  return period;
}

/** True where two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  const x = daysOfPeriod(a);
  const y = daysOfPeriod(b);
  return x.first <= y.last && y.first <= x.last;
}

/** True where every day of `inner` is a day of `outer`. */
export function within(inner: Period, outer: Period): boolean {
  const x = daysOfPeriod(inner);
  const y = daysOfPeriod(outer);
  return x.first >= y.first && x.last <= y.last;
}

/** True where one of the two periods lies inside the other: the rule by which terms are compared. */
export function nested(a: Period, b: Period): boolean {
  return within(a, b) || within(b, a);
}

/** The shortest period that holds all of them; open where one is open. Takes at least one. */
export function hullOfPeriods(periods: readonly Period[]): Period {
  const byFirst = [...periods].sort((a, b) => daysOfPeriod(a).first - daysOfPeriod(b).first);
  const byLast = [...periods].sort((a, b) => daysOfPeriod(b).last - daysOfPeriod(a).last);
  return { from: byFirst[0]?.from ?? null, to: byLast[0]?.to ?? null };
}

/** `2013-08/2014-02`; one date where both ends are the same; an open end is left empty. */
export function formatPeriod({ from, to }: Period): string {
  return from !== null && from === to ? from : `${from ?? ''}/${to ?? ''}`;
}

/** The period that `formatPeriod` wrote. */
export function splitPeriod(text: string): Period {
  const [from = '', to = from] = text.split('/');
  return { from: from || null, to: to || null };
}

function daysOrThrow(date: string): Days {
  const days = daysOf(date);
  if (!days) throw new Problem('usage.value', { what: date, where: 'date' });
  return days;
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  // setUTCFullYear, since Date.UTC reads the years 0–99 as 1900–1999
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}
