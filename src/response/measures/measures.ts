/** The door of the measures: what authorities did, and one timeline of everything dated. Pure. */
import { daysOf, overlaps, type Period } from '#core/dates.ts';
import { placeWithin } from '#core/places.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Row, Side } from '#store/tables.ts';

export { type Around, type AroundLine, around, DEFAULT_DAYS } from '#response/measures/around.ts';

export interface When {
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
}

export interface Measure extends Omit<Row<'measures'>, 'also'>, Period {
  readonly claims: readonly string[];
  readonly side: Side;
}

export interface Dated extends Period {
  readonly id: string;
  readonly kind: 'agreement' | 'measure' | 'request' | 'reply' | 'event';
  readonly place: string;
  readonly side: Side;
  readonly summary: string;
  readonly claims: readonly string[];
}

/** By first day, then id. */
export function measures(evidence: Evidence, query: When = {}): Measure[] {
  return evidence.measures
    .filter(row => standing(evidence, row.claim))
    .map(({ also, ...row }) => ({
      ...row,
      ...periodOf(row),
      claims: claimsOf(row.claim, also),
      side: sideOf(evidence, row.claim),
    }))
    .filter(row => fits(row, query))
    .sort(byDay);
}

/** Agreements, measures, requests, replies and events in one list, by first day, then id. What is undated comes first. */
export function timeline(evidence: Evidence, query: When = {}): Dated[] {
  const of = (
    kind: Dated['kind'],
    row: { id: string; claim: string; also?: string | null },
    place: string,
    period: Period,
    summary: string,
  ): Dated => ({
    id: row.id,
    kind,
    place,
    ...period,
    side: sideOf(evidence, row.claim),
    summary,
    claims: claimsOf(row.claim, row.also ?? null),
  });
  const day = (date: string | null): Period => ({ from: date, to: date });
  const all = [
    ...evidence.agreements.map(row =>
      of(
        'agreement',
        row,
        row.place,
        { from: row.from ?? row.signed, to: row.to },
        `${row.name}: ${row.summary}`,
      ),
    ),
    ...evidence.measures.map(row => of('measure', row, row.place, periodOf(row), row.summary)),
    ...evidence.requests.map(row =>
      of(
        'request',
        row,
        placeOf(evidence, row.claim),
        { from: row.sent, to: row.due ?? row.sent },
        row.about,
      ),
    ),
    ...evidence.replies.map(row =>
      of('reply', row, placeOf(evidence, row.claim), day(row.date), row.summary),
    ),
    ...evidence.events.map(row => of('event', row, row.place, { from: row.from, to: row.to }, row.summary)),
  ];
  return all.filter(row => standing(evidence, row.claims[0] ?? '') && fits(row, query)).sort(byDay);
}

/** From the day it bites, or was announced, to the day it ended; one that goes on is open. */
function periodOf(row: Pick<Row<'measures'>, 'announced' | 'inForce' | 'ended' | 'status'>): Period {
  const from = row.inForce ?? row.announced ?? row.ended;
  const running = row.ended === null && ['in-force', 'announced', 'proposed', 'unknown'].includes(row.status);
  return { from, to: running ? null : (row.ended ?? from) };
}

function fits(row: Period & { place: string }, { place, period }: When): boolean {
  return (
    (place === undefined || placeWithin(row.place, place)) && (period === undefined || overlaps(row, period))
  );
}

function byDay(a: Period & { id: string }, b: Period & { id: string }): number {
  const first = (row: Period) =>
    row.from === null ? Number.NEGATIVE_INFINITY : (daysOf(row.from)?.first ?? 0);
  const [x, y] = [first(a), first(b)];
  return x === y ? (a.id < b.id ? -1 : 1) : x - y;
}

function standing(evidence: Evidence, claim: string): boolean {
  return evidence.claims.get(claim)?.state !== 'withdrawn';
}

function sideOf(evidence: Evidence, claim: string): Side {
  return evidence.claims.get(claim)?.side ?? 'neutral';
}

function placeOf(evidence: Evidence, claim: string): string {
  return evidence.claims.get(claim)?.place ?? 'WLD';
}

function claimsOf(claim: string, also: string | null): string[] {
  return also === null ? [claim] : [claim, ...also.split(' ')];
}
