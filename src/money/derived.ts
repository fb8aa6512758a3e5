/** What a printed total comes to for each worker and month, where it says how many workers and how long. Pure. */
import { daysOfPeriod } from '#core/dates.ts';
import { isClosed } from '#core/intervals.ts';
import type { Term } from '#money/terms.ts';

export interface PerWorker {
  readonly claim: string;
  /** Of the number as printed; null where only a range is. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly currency: string;
  readonly computation: string;
}

/** Totals of the host's payments divided by their own workers and months; of no other number of workers. */
export function perWorkerMonth(terms: readonly Term[]): PerWorker[] {
  return terms.flatMap(term => {
    const months = wholeMonths(term);
    if (term.leg !== 'host-pays' || !term.workers || months === null || !isClosed(term)) return [];
    const by = term.workers * months;
    const { claim, currency, value, low, high } = term;
    const printed = value ?? `${low}–${high}`;
    const computation = `${printed} / ${term.workers} / ${months}`;
    return [
      {
        claim,
        currency,
        value: value === null ? null : value / by,
        low: low / by,
        high: high / by,
        computation,
      },
    ];
  });
}

/** A period told by months may miss one at either end: only years and days are certain. */
function wholeMonths({ per, from, to }: Term): number | null {
  if (per === 'month') return 1;
  if (per === 'year') return 12;
  if (per !== 'period' || from === null || to === null || from.length === 7 || to.length === 7) return null;
  const { first, last } = daysOfPeriod({ from, to });
  const months = (last - first + 1) / (365.25 / 12);
  return Math.abs(months - Math.round(months)) < 0.1 ? Math.round(months) : null;
}
