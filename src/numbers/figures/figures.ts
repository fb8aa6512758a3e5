/**
 * The door of the figures: rival numbers about the same thing on one line, and how they relate. Never averaged.
 * Same thing: what is counted, place, kind of measure, and windows that share days, one after the other.
 */
import { daysOfPeriod, formatPeriod, hullOfPeriods, overlaps, type Period } from '#core/dates.ts';
import { type Interval, intersection, isClosed } from '#core/intervals.ts';
import { placeWithin } from '#core/places.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type Apart, apart } from '#numbers/figures/apart.ts';
import { type FigureCheck, figureChecks } from '#numbers/figures/checks.ts';
import { type Restored, restored } from '#numbers/figures/restore.ts';
import type { Comparator, Row, Side } from '#store/tables.ts';

export type { Apart } from '#numbers/figures/apart.ts';
export type { FigureCheck } from '#numbers/figures/checks.ts';
export { type Pooled, pool } from '#numbers/figures/pool.ts';
export { type Agreement, type AgreementState, type Register, register } from '#numbers/figures/register.ts';

export interface Figure extends Interval {
  readonly id: string;
  readonly claim: string;
  readonly asserter: string;
  readonly side: Side;
  readonly origin: string;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly value: number | null;
  readonly at: string;
  readonly definition: string | null;
  readonly currency: string | null;
  /** True where a later figure of the same source stands in its place. */
  readonly revised: boolean;
}

export interface FigureGroup {
  readonly counted: string;
  /** Null where the figures count different units. */
  readonly unit: string | null;
  readonly place: string;
  /** Of whom, where the unit does not say it all. */
  readonly population: string | null;
  readonly at: string;
  readonly measure: string;
  readonly figures: readonly Figure[];
  readonly agreed: Interval | null;
  readonly relation: 'agree' | 'compatible' | 'conflict' | 'single';
  readonly conflict: null | 'value' | 'unit' | 'moment' | 'definition';
  /** The smallest sets of origins without which those that stand would agree. */
  readonly restored: Restored;
  readonly checks: readonly FigureCheck[];
  /** Lines of the same thing that cannot be compared as they are, and why. */
  readonly notComparable: readonly Apart[];
}

export interface FigureQuery {
  readonly counted?: string | undefined;
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
}

/** Groups by what is counted, place and time. A place takes its regions, each on lines of its own. */
export function figures(evidence: Evidence, query: FigureQuery): FigureGroup[] {
  const rows = evidence.figures.filter(row => fits(evidence, row, query));
  const same = [
    ...Map.groupBy(rows, row => `${row.counted} ${row.place} ${row.measure} ${row.population ?? ''}`),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = same.flatMap(([, alike]) => clusters(alike)).map(cluster => groupOf(evidence, cluster));
  const near = Map.groupBy(groups, it => `${it.counted} ${it.place}`);
  return groups.map(it => ({ ...it, notComparable: apart(it, near.get(`${it.counted} ${it.place}`) ?? []) }));
}

function fits(evidence: Evidence, row: Row<'figures'>, query: FigureQuery): boolean {
  const claim = evidence.claims.get(row.claim);
  return (
    claim !== undefined &&
    claim.state !== 'withdrawn' &&
    (query.counted === undefined || row.counted === query.counted) &&
    (query.place === undefined || placeWithin(row.place, query.place)) &&
    (query.period === undefined || overlaps(row, query.period))
  );
}

/** Figures whose windows share days, transitively, by start. */
function clusters(rows: readonly Row<'figures'>[]): Row<'figures'>[][] {
  const sorted = rows.toSorted(
    (a, b) => daysOfPeriod(a).first - daysOfPeriod(b).first || (a.id < b.id ? -1 : 1),
  );
  const result: Row<'figures'>[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const row of sorted) {
    const days = daysOfPeriod(row);
    const current = result.at(-1);
    if (current && days.first <= last) current.push(row);
    else result.push([row]);
    last = Math.max(last, days.last);
  }
  return result;
}

function groupOf(evidence: Evidence, rows: readonly Row<'figures'>[]): FigureGroup {
  const revised = new Set(rows.map(row => row.revises));
  const list = rows
    .map(row => figureOf(evidence, row, revised.has(row.id)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = rows;
  const standing = wholes(list.filter(figure => !figure.revised));
  const units = new Set(standing.map(figure => figure.unit));
  const { counted = '', place = '', measure = '' } = first ?? {};
  return {
    counted,
    unit: units.size === 1 ? (standing[0]?.unit ?? null) : null,
    place,
    population: first?.population ?? null,
    at: formatPeriod(hullOfPeriods(rows)),
    measure,
    figures: list,
    ...relate(standing, rows, units.size),
    restored: restored(standing),
    checks: figureChecks(list, counted),
    notComparable: [],
  };
}

function figureOf(evidence: Evidence, row: Row<'figures'>, revised: boolean): Figure {
  const claim = evidence.claims.get(row.claim);
  const { id, unit, comparator, value, definition, currency } = row;
  // a share ends at 0 and 100 where its words leave it open
  const [low, high] = unit === 'percent' ? [row.low ?? 0, row.high ?? 100] : [row.low, row.high];
  return {
    id,
    claim: row.claim,
    asserter: claim?.asserter ?? '',
    side: claim?.side ?? 'neutral',
    origin: claim?.origin ?? '',
    unit,
    comparator,
    value,
    low,
    high,
    at: formatPeriod(row),
    definition,
    currency,
    revised,
  };
}

const NARROW: readonly string[] = ['nurses', 'doctors', 'doctors-and-nurses', 'health-workers', 'all-staff'];

/** One claim may give a whole and its parts (so many staff, of them doctors): it is compared by its widest unit. */
function wholes(list: readonly Figure[]): Figure[] {
  const width = (figure: Figure) => NARROW.indexOf(figure.unit);
  return list.filter(
    figure =>
      !list.some(other => other.claim === figure.claim && width(figure) >= 0 && width(other) > width(figure)),
  );
}

type Relation = Pick<FigureGroup, 'agreed' | 'relation' | 'conflict'>;

/** Closed intervals that meet agree; an open-ended one is at most compatible; else the conflict is named. */
function relate(list: readonly Figure[], rows: readonly Row<'figures'>[], units: number): Relation {
  const conflict = (kind: FigureGroup['conflict']): Relation => ({
    agreed: null,
    relation: 'conflict',
    conflict: kind,
  });
  if (list.length <= 1) return { agreed: null, relation: 'single', conflict: null };
  if (units > 1) return conflict('unit');
  const agreed = intersection(list);
  if (agreed) {
    const closed = list.every(isClosed);
    return { agreed: closed ? agreed : null, relation: closed ? 'agree' : 'compatible', conflict: null };
  }
  if (new Set(list.map(figure => figure.definition)).size > 1) return conflict('definition');
  const disagree = (a: Row<'figures'>, b: Row<'figures'>) => intersection([a, b]) === null;
  const sameDays = rows.some((a, index) => rows.slice(index + 1).some(b => overlaps(a, b) && disagree(a, b)));
  return conflict(sameDays ? 'value' : 'moment');
}
