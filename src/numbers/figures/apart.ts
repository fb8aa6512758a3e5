/**
 * Figures of one thing that stand on lines of their own because they cannot be compared as they are: another moment, another
 * kind of measure, another population. Where a conversion would make them comparable it is worked out. Pure.
 */
import { daysOfPeriod, parsePeriod } from '#core/dates.ts';
import { hull, type Interval, intersection } from '#core/intervals.ts';
import type { FigureGroup } from '#numbers/figures/figures.ts';

export interface Apart {
  /** Figures of the other line. */
  readonly claims: readonly string[];
  readonly at: string;
  readonly measure: string;
  readonly population: string | null;
  readonly why: 'moment' | 'measure' | 'population';
  /** What would make them comparable, as an equation; null where nothing known does. */
  readonly conversion: string | null;
  /** Whether they would meet then; null without a conversion. */
  readonly meet: boolean | null;
}

/** Moments further from each other than this are not held against each other, in days. */
const NEAR = 732;

/** The same counted, place and unit; every line beside every other, so that rivals of one year are not lost over a month. */
export function apart(group: FigureGroup, all: readonly FigureGroup[]): Apart[] {
  return all.flatMap(other => {
    if (other === group || other.counted !== group.counted || other.place !== group.place) return [];
    const gap = gapOf(group.at, other.at);
    const why =
      group.measure !== other.measure ? 'measure' : population(group, other) ? 'population' : 'moment';
    if (gap > (why === 'moment' ? NEAR : 0)) return [];
    const converted = why === 'measure' ? conversion(group, other) : null;
    return [
      {
        claims: [...new Set(other.figures.map(it => it.claim))],
        ...{ at: other.at, measure: other.measure, population: other.population, why },
        conversion: converted?.text ?? null,
        meet: converted?.meet ?? null,
      },
    ];
  });
}

function population(a: FigureGroup, b: FigureGroup): boolean {
  return a.population !== b.population;
}

/** Days between two periods; 0 where they share one. */
function gapOf(a: string, b: string): number {
  const [one, two] = [a, b].map(it => daysOfPeriod(parsePeriod(it)));
  if (!one || !two) return Number.POSITIVE_INFINITY;
  return Math.max(0, two.first - one.last, one.first - two.last);
}

/** What is told for each year (or month), against a total over years: times the years of the total. */
function conversion(a: FigureGroup, b: FigureGroup): { text: string; meet: boolean } | null {
  const [flow, total] = a.measure === 'flow' ? [a, b] : [b, a];
  if (flow.measure !== 'flow' || total.measure !== 'cumulative') return null;
  const { first, last } = daysOfPeriod(parsePeriod(total.at));
  const years = Math.round((last - first + 1) / 365.25);
  const [each, all] = [standing(flow), standing(total)];
  if (!Number.isFinite(years) || years < 1 || !each || !all) return null;
  const times = flow.unit === 'per-month' ? years * 12 : years;
  const product = { low: by(each.low, times), high: by(each.high, times) };
  return {
    text: `${said(each)} × ${times} = ${said(product)}, against ${said(all)}`,
    meet: intersection([product, all]) !== null,
  };
}

function standing(group: FigureGroup): Interval | null {
  return hull(group.figures.filter(it => !it.revised));
}

function by(n: number | null, times: number): number | null {
  return n === null ? null : n * times;
}

function said({ low, high }: Interval): string {
  if (low === high) return String(low);
  return `${low ?? '…'}–${high ?? '…'}`;
}
