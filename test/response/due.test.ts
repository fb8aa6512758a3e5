import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf } from '#core/dates.ts';
import { type Counting, dueOn } from '#response/requests/due.ts';

const dayNumber = (date: string | null) => daysOf(date ?? '')?.first ?? Number.NaN;
const weekday = (date: string | null) => new Date(`${date}T00:00Z`).getUTCDay();
const working = (days: number, place: string): Counting => ({ days, counted: 'working', place });

describe('the day an answer is due', () => {
  test('calendar days are counted as they come, and their end is not moved', () => {
    expect(dueOn('2025-05-24', { days: 30, counted: 'calendar', place: 'WLD' }, [])).toBe('2025-06-23');
    expect(dueOn('2024-02-28', { days: 1, counted: 'calendar', place: 'WLD' }, [])).toBe('2024-02-29');
  });

  test('working days leave out the weekend of the country', () => {
    // Friday 2 January 2026; Portugal rests on Saturday and Sunday, Israel on Friday and Saturday
    expect(dueOn('2026-01-02', working(1, 'PRT'), [])).toBe('2026-01-05');
    expect(dueOn('2026-01-02', working(1, 'ISR'), [])).toBe('2026-01-04');
    expect(dueOn('2026-01-02', working(1, 'WLD'), [])).toBe('2026-01-05');
  });

  test('and its holidays, of a region those of its country too, of others none', () => {
    const holidays = [
      { place: 'ITA', date: '2026-01-06' },
      { place: 'ITA/Calabria', date: '2026-01-07' },
      { place: 'FRA', date: '2026-01-08' },
    ];
    expect(dueOn('2026-01-05', working(1, 'ITA'), holidays)).toBe('2026-01-07');
    expect(dueOn('2026-01-05', working(1, 'ITA/Calabria'), holidays)).toBe('2026-01-08');
  });

  test('of a month that is all that is known, they begin after its last day', () => {
    expect(dueOn('2023-03', { days: 10, counted: 'calendar', place: 'WLD' }, [])).toBe('2023-04-10');
  });

  test('is not told where nobody could tell it', () => {
    expect(dueOn('soon', working(5, 'PRT'), [])).toBeNull();
    expect(dueOn('2026-01-01', working(0, 'PRT'), [])).toBeNull();
    expect(dueOn('2026-01-01', working(1.5, 'PRT'), [])).toBeNull();
    expect(dueOn('2026-01-01', working(30_000, 'PRT'), [])).toBeNull();
  });

  test('is never in a weekend or on a holiday, is later the more days, and no holiday makes it earlier', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map(it => it.toISOString().slice(0, 10));
    const holidays = fc.array(
      day.map(date => ({ place: 'PRT', date })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), holidays, (sent, days, free) => {
        const due = dueOn(sent, working(days, 'PRT'), free);
        expect([0, 6]).not.toContain(weekday(due));
        expect(free.map(it => it.date)).not.toContain(due);
        expect(dayNumber(due)).toBeGreaterThanOrEqual(dayNumber(dueOn(sent, working(days, 'PRT'), [])));
        expect(dayNumber(dueOn(sent, working(days + 1, 'PRT'), free))).toBeGreaterThan(dayNumber(due));
      }),
    );
  });
});
