/** What an answer looks like at a glance: the few rows that a page draws beside the sentence. */
import type { Finding } from '#assessment/findings/findings.ts';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import type { Waterfall } from '#money/money.ts';
import type { Figure, FigureGroup } from '#numbers/figures/figures.ts';
import type { Dated } from '#response/measures/measures.ts';
import { answerWords as words } from '#words/answers.ts';
import { formatBounds, formatDates, formatShare, type Language } from '#words/language.ts';
import { placeName } from '#words/places.ts';

export interface Ranged {
  readonly name: string;
  /** Null where the range is open at that end. */
  readonly low: number | null;
  readonly high: number | null;
  /** The range in words. */
  readonly text: string;
  /** What is asked for when the row is opened: a claim, or the rows of a place. */
  readonly claim?: string;
  readonly place?: string;
}

/** Of people, from none to the most; of shares, from 0 to 1. */
export interface Ranges {
  readonly kind: 'ranges';
  readonly of: 'people' | 'share';
  readonly rows: readonly Ranged[];
}

export type Glance =
  | {
      readonly kind: 'sides';
      readonly sides: { readonly critical: number; readonly defending: number; readonly neutral: number };
    }
  | {
      readonly kind: 'elements';
      readonly rows: readonly {
        readonly id: string;
        readonly name: string;
        readonly status: Finding['elements'][number]['status'];
        readonly origins: { readonly for: number; readonly against: number };
        readonly strength: Finding['elements'][number]['strength'];
      }[];
    }
  | Ranges
  | { readonly kind: 'years'; readonly rows: readonly { readonly year: number; readonly n: number }[] };

export function elementsGlance({ elements }: Finding): Glance {
  const rows = elements.map(it => ({
    id: it.id,
    name: it.name,
    status: it.status,
    origins: it.origins,
    strength: it.strength,
  }));
  return { kind: 'elements', rows };
}

export function peopleGlance(group: FigureGroup, evidence: Evidence, language: Language): Ranges {
  const row = ({ low, high, unit, asserter, claim }: Figure): Ranged => ({
    name: partyName(evidence, asserter),
    ...{ low, high, claim },
    text: `${formatBounds(low, high, language)} ${words.units[unit]?.[language] ?? unit}`,
  });
  return { kind: 'ranges', of: 'people', rows: group.figures.map(row) };
}

export function shareGlance(rows: readonly Waterfall[], language: Language): Ranges {
  return {
    kind: 'ranges',
    of: 'share',
    rows: rows.flatMap(({ place, from, to, workerShare }) =>
      workerShare
        ? [
            {
              name: `${placeName(place, language)}, ${formatDates(from, to, language)}`,
              ...{ low: workerShare.low, high: workerShare.high, place },
              text: shareText(workerShare, language),
            },
          ]
        : [],
    ),
  };
}

function shareText({ low, high }: { low: number; high: number }, language: Language): string {
  const [from, to] = [formatShare(low, language), formatShare(high, language)];
  return from === to ? from : `${from}–${to}`;
}

/** What is dated, by the year it began in; a year between the first and the last with nothing stands as nothing. */
export function yearsGlance(all: readonly Dated[]): Glance | null {
  const years = all.flatMap(it => (it.from === null ? [] : [Number(it.from.slice(0, 4))]));
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const rows = Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    n: years.filter(year => year === first + at).length,
  }));
  return { kind: 'years', rows };
}
