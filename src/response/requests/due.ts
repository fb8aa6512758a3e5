/** By when an answer is due: days counted with the weekends and holidays of whoever has to answer. Pure. */
import countries from 'i18n-iso-countries';
import { dateOf, daysOf } from '#core/dates.ts';
import { countryOf, placeWithin, WORLD } from '#core/places.ts';
import type { Row } from '#store/tables.ts';

export type Counting = Pick<Row<'deadlines'>, 'days' | 'counted' | 'place'>;
type Holiday = Pick<Row<'holidays'>, 'place' | 'date'>;

/** So many days as they come, or working days of a place. */
export function countingOf(days: number, working: string | undefined): Counting {
  return { days, counted: working === undefined ? 'calendar' : 'working', place: working ?? WORLD };
}

/** Holidays on record that hold at a place: its own and those of its country. */
export function holidaysAt<T extends Pick<Holiday, 'place'>>(place: string, holidays: readonly T[]): T[] {
  return holidays.filter(it => placeWithin(place, it.place));
}

/** More than a period of working days can be stretched by; a calendar of holidays without end stops here. */
const FARTHEST = 20_000;

/**
 * The last day of a period that begins the day after `sent`; of a partial date, after its last day. Calendar days are
 * counted as they come and their end is not moved; of working days none is a weekend (Unicode CLDR, by country) or a
 * holiday that is given for the place or its country. Null where the period has no end that could be told.
 */
export function dueOn(
  sent: string,
  { days, counted, place }: Counting,
  holidays: readonly Holiday[],
): string | null {
  const begin = daysOf(sent)?.last;
  if (begin === undefined || !Number.isInteger(days) || days < 1 || days > FARTHEST) return null;
  if (counted === 'calendar') return dateOf(begin + days);
  const weekend = weekendOf(place);
  const shut = shutDays(holidaysAt(place, holidays));
  let left = days;
  for (let day = begin + 1; day <= begin + FARTHEST; day += 1) {
    if (weekend.has(weekday(day)) || shut.has(day)) continue;
    left -= 1;
    if (left === 0) return dateOf(day);
  }
  return null;
}

/** 1 is Monday, 7 Sunday. The first of January 1970 was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

type WithWeek = Intl.Locale & { getWeekInfo?(): { readonly weekend: readonly number[] } };

/** Weekdays on which offices are shut; Saturday and Sunday where the country is not known. */
function weekendOf(place: string): ReadonlySet<number> {
  const region = countries.alpha3ToAlpha2(countryOf(place));
  const locale: WithWeek = new Intl.Locale(`und-${region ?? '001'}`);
  return new Set(locale.getWeekInfo?.().weekend ?? [6, 7]);
}

function shutDays(holidays: readonly Holiday[]): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { date } of holidays) {
    const of = daysOf(date);
    for (let day = of?.first ?? 0; of && day <= of.last; day += 1) days.add(day);
  }
  return days;
}
