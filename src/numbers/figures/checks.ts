/** Arithmetic over the figures of one line: doctors against all staff, and slips by powers of ten. */
import type { Interval } from '#core/intervals.ts';

export interface FigureCheck {
  readonly kind: 'part-over-whole' | 'power-of-ten';
  readonly claims: readonly string[];
  readonly computation: string;
}

interface Counted extends Interval {
  readonly claim: string;
  readonly unit: string;
  readonly value: number | null;
}

/** Each unit is a part of those after it. */
const WIDER: readonly string[] = ['doctors', 'doctors-and-nurses', 'health-workers', 'all-staff'];

export function figureChecks(figures: readonly Counted[], counted: string): FigureCheck[] {
  const pairs = figures.flatMap((a, index) => figures.slice(index + 1).map(b => [a, b] as const));
  return [
    ...(counted.startsWith('workers') ? pairs.flatMap(partOverWhole) : []),
    ...pairs.flatMap(powerOfTen),
  ];
}

function partOverWhole([a, b]: readonly [Counted, Counted]): FigureCheck[] {
  const [narrow, wide] = WIDER.indexOf(a.unit) < WIDER.indexOf(b.unit) ? [a, b] : [b, a];
  if (WIDER.indexOf(narrow.unit) < 0 || narrow.unit === wide.unit) return [];
  if (narrow.low === null || wide.high === null || narrow.low <= wide.high) return [];
  return [
    {
      kind: 'part-over-whole',
      claims: [narrow.claim, wide.claim].sort(),
      computation: `${narrow.low} ${narrow.unit} > ${wide.high} ${wide.unit}`,
    },
  ];
}

function powerOfTen([a, b]: readonly [Counted, Counted]): FigureCheck[] {
  if (a.unit !== b.unit || a.value === null || b.value === null || a.value <= 0 || b.value <= 0) return [];
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  const power = [10, 100, 1000].find(it => Math.abs(ratio / it - 1) < 0.02);
  return power
    ? [
        {
          kind: 'power-of-ten',
          claims: [a.claim, b.claim].sort(),
          computation: `${a.value} : ${b.value} = 1 : ${power}`,
        },
      ]
    : [];
}
