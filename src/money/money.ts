/** The door of the money: terms to legs, worker's share and what speaks against computing it. Pure. */

import { formatPeriod, hullOfPeriods, nested, type Period, within } from '#core/dates.ts';
import type { Interval } from '#core/intervals.ts';
import { onceFor, rowsWith } from '#core/lookup.ts';
import { placeWithin } from '#core/places.ts';
import type { Claim, Evidence } from '#evidence/claims/claims.ts';
import { type Check, checksOf } from '#money/checks.ts';
import { type PerWorker, perWorkerMonth } from '#money/derived.ts';
import { partsOf, type Share, shareOf, unaccounted } from '#money/parts.ts';
import { type LegSum, legsOf, type Term, termsOf } from '#money/terms.ts';
import type { Leg, Per, PriceBasis, Side } from '#store/tables.ts';
import type { Language } from '#words/language.ts';
import { sayWhyNot, type WhyNot } from '#words/money.ts';

export type { Check } from '#money/checks.ts';
export type { Share } from '#money/parts.ts';
export type { LegSum, Term } from '#money/terms.ts';

export interface Waterfall extends Period {
  readonly place: string;
  readonly priceBasis: PriceBasis | null;
  readonly currency: string | null;
  readonly per: Per | null;
  readonly legs: readonly LegSum[];
  readonly workerShare: Share | null;
  readonly withDeferred: Share | null;
  readonly withHome: Share | null;
  /** The same by the terms of one side alone, where that side tells both price and pay. */
  readonly sharesBySide: readonly {
    readonly side: Side;
    readonly workerShare: Share;
    readonly withDeferred: Share | null;
  }[];
  /** What the host pays less every part that is told, in the row's currency; below zero where the parts exceed the whole. Null where no price or no part is told. */
  readonly notAccountedFor: Interval | null;
  readonly assertedShares: readonly {
    readonly claim: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly of: string;
  }[];
  /** Null exactly where the share is computed. In English; `whyNotIn` says it in another language. */
  readonly whyNot: string | null;
  readonly why: WhyNot | null;
  readonly claims: readonly string[];
  /** Every rival term. */
  readonly terms: readonly Term[];
  readonly checks: readonly Check[];
  /** Printed totals for each of their workers and months. */
  readonly perWorkerMonth: readonly PerWorker[];
}

export interface MoneyQuery {
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
}

/** Rows by place, then start, currency and unit. A place that is asked for always answers. */
export function money(evidence: Evidence, query: MoneyQuery): Waterfall[] {
  const all = termsOf(evidence);
  const places = [...new Set(all.map(term => term.place))]
    .filter(place => query.place === undefined || place === query.place || placeWithin(place, query.place))
    .sort();
  const asked =
    query.place !== undefined && !places.includes(query.place) ? [query.place, ...places] : places;
  return asked.flatMap(place => rowsOf(evidence, place, rowsWith(all, 'place', place), query.period));
}

export function whyNotIn(row: Waterfall, language: Language): string | null {
  return row.why ? sayWhyNot(row.why, language) : null;
}

function rowsOf(
  evidence: Evidence,
  place: string,
  terms: readonly Term[],
  period: Period | undefined,
): Waterfall[] {
  const groups = [...Map.groupBy(terms, term => `${term.currency} ${term.per}`)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const rows = groups.flatMap(([, group]) => {
    // a window takes whole periods: compared once each, however many terms share them
    const periods = [...Map.groupBy(group, formatPeriod).values()];
    return windowsOf(group).map(window => rowOf(evidence, place, window, periods, period));
  });
  const fitting = rows.filter((row): row is Waterfall => row !== null).sort(byStart);
  return fitting.length > 0 ? fitting : [emptyRow(evidence, place, period)];
}

function byStart(a: Waterfall, b: Waterfall): number {
  const key = (row: Waterfall) => `${row.from ?? ''} ${row.to ?? '9999'} ${row.currency} ${row.per}`;
  return key(a) < key(b) ? -1 : 1;
}

/**
 * The windows of the data themselves: the periods of what the worker receives; where that is not told, of what
 * the host pays; else of any leg. One that lies inside another is part of it.
 */
function windowsOf(terms: readonly Term[]): Period[] {
  const of = (fits: (term: Term) => boolean) => terms.filter(fits);
  const anchors =
    [
      of(term => term.leg === 'worker-cash' && term.basis === 'contract-price'),
      of(term => term.leg === 'host-pays'),
      terms,
    ].find(it => it.length > 0) ?? [];
  const distinct = [
    ...new Map(anchors.map(term => [formatPeriod(term), { from: term.from, to: term.to }])).values(),
  ];
  const largest = distinct.filter(it => !distinct.some(other => other !== it && within(it, other)));
  // what the worker receives does not cover every moment: prices outside all windows have rows of their own
  const outside = [...Map.groupBy(terms, formatPeriod).values()]
    .filter(([first]) => first && !largest.some(window => nested(first, window)))
    .flat();
  return outside.length > 0 && outside.length < terms.length ? [...largest, ...windowsOf(outside)] : largest;
}

function rowOf(
  evidence: Evidence,
  place: string,
  window: Period,
  periods: readonly (readonly Term[])[],
  asked: Period | undefined,
): Waterfall | null {
  if (asked && !nested(window, asked)) return null;
  const fits = (period: Period) => nested(period, window) && (!asked || nested(period, asked));
  const terms = periods
    .filter(([first]) => first !== undefined && fits(first))
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = terms;
  if (!first) return null;
  const legs = legsOf(terms);
  const priced = legs.find(leg => leg.leg === 'host-pays' && leg.basis === 'contract-price');
  const sums = shares(legs, priced);
  const why = sums.workerShare ? null : whyNot(legs, priced);
  const row = {
    place,
    ...window,
    priceBasis: priced?.basis ?? legs.find(leg => leg.leg === 'host-pays')?.basis ?? first.basis,
    currency: first.currency,
    per: first.per,
    legs,
    ...sums,
    sharesBySide: sharesBySide(terms),
    notAccountedFor: unaccounted(legs),
    assertedShares: assertedShares(evidence, place, window),
    whyNot: why && sayWhyNot(why, 'en'),
    why,
    claims: [...new Set(terms.map(term => term.claim))].sort(),
    terms,
    perWorkerMonth: perWorkerMonth(terms),
  };
  return { ...row, checks: checksOf(evidence, row) };
}

/** A share is a worker leg over what the host pays at the contract price, by interval arithmetic; nothing else is divided. */
function shares(
  legs: readonly LegSum[],
  host: LegSum | undefined,
): Pick<Waterfall, 'workerShare' | 'withDeferred' | 'withHome'> {
  const leg = (name: Leg) => legs.find(it => it.leg === name && it.basis === 'contract-price');
  const [cash, deferred, home] = [leg('worker-cash'), leg('worker-deferred'), leg('worker-home')];
  const over = (...parts: (LegSum | undefined)[]): Share | null => {
    if (!host || parts.some(part => part === undefined)) return null;
    return shareOf(parts as LegSum[], host);
  };
  return { workerShare: over(cash), withDeferred: over(cash, deferred), withHome: over(cash, home) };
}

function sharesBySide(terms: readonly Term[]): Waterfall['sharesBySide'] {
  const sides = [...Map.groupBy(terms, term => term.side)].sort(([a], [b]) => (a < b ? -1 : 1));
  return sides.flatMap(([side, own]) => {
    const legs = legsOf(own);
    const { workerShare, withDeferred } = shares(legs, partsOf(legs).whole);
    return workerShare ? [{ side, workerShare, withDeferred }] : [];
  });
}

function whyNot(legs: readonly LegSum[], host: LegSum | undefined): WhyNot {
  const cash = legs.find(leg => leg.leg === 'worker-cash' && leg.basis === 'contract-price');
  const other = legs.find(leg => leg.leg === 'host-pays')?.basis ?? null;
  if (host && cash) return { key: 'open-ended', basis: null };
  if (host)
    return {
      key: legs.some(leg => leg.leg === 'worker-cash') ? 'no-paid-stipend' : 'no-worker-leg',
      basis: null,
    };
  if (other) return { key: cash ? 'wrong-basis' : 'wrong-basis-no-worker', basis: other };
  return { key: cash ? 'no-price' : 'neither', basis: null };
}

function emptyRow(evidence: Evidence, place: string, period: Period | undefined): Waterfall {
  const why: WhyNot = { key: 'nothing', basis: null };
  const window = period ?? { from: null, to: null };
  return {
    place,
    ...window,
    priceBasis: null,
    currency: null,
    per: null,
    legs: [],
    workerShare: null,
    withDeferred: null,
    withHome: null,
    sharesBySide: [],
    notAccountedFor: null,
    assertedShares: assertedShares(evidence, place, window),
    whyNot: sayWhyNot(why, 'en'),
    why,
    claims: [],
    terms: [],
    checks: [],
    perWorkerMonth: [],
  };
}

/** Percentages that somebody merely claims: beside the computed share, never in it. A share that others keep leaves the worker the rest. */
function assertedShares(evidence: Evidence, place: string, window: Period): Waterfall['assertedShares'] {
  return rowsWith(sharesIn(evidence), 'place', place)
    .filter(figure => nested(figure, window))
    .filter(figure => standing(evidence.claims.get(figure.claim)))
    .map(({ claim, counted, low, high }) => {
      const part = (value: number | null) => (value === null ? null : value / 100);
      const rest = (value: number | null) => (value === null ? null : (100 - value) / 100);
      return counted === 'worker-share'
        ? { claim, low: part(low), high: part(high), of: counted }
        : { claim, low: rest(high), high: rest(low), of: counted };
    });
}

/** Figures of shares: every row of money asks for them. */
const sharesIn = onceFor((evidence: Evidence) =>
  evidence.figures.filter(it => ['worker-share', 'state-share'].includes(it.counted)),
);

function standing(claim: Claim | undefined): boolean {
  return claim !== undefined && claim.state !== 'withdrawn';
}

/** The period that holds all rows of a place. */
export function periodOf(rows: readonly Waterfall[]): Period {
  return rows.length > 0 ? hullOfPeriods(rows) : { from: null, to: null };
}
