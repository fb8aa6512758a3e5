/** Terms as money is followed by: each with its period and who says so, and the legs they add up to. */
import { hull } from '#core/intervals.ts';
import { onceFor } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Leg, Per, PriceBasis, Row, Side } from '#store/tables.ts';

export interface Term extends Row<'terms'> {
  readonly asserter: string;
  readonly side: Side;
}

export interface LegSum {
  readonly leg: Leg;
  readonly basis: PriceBasis;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
  readonly per: Per;
  readonly claims: readonly string[];
}

/** Terms of claims that are not withdrawn; one without a period holds for its claim's. */
export const termsOf = onceFor((evidence: Evidence): readonly Term[] => {
  return evidence.terms.flatMap(term => {
    const claim = evidence.claims.get(term.claim);
    if (!claim || claim.state === 'withdrawn') return [];
    const period = term.from === null && term.to === null ? { from: claim.from, to: claim.to } : {};
    return [{ ...term, ...period, asserter: claim.asserter, side: claim.side }];
  });
});

const ORDER: readonly Leg[] = [
  'host-pays',
  'fee',
  'state-keeps',
  'worker-cash',
  'worker-deferred',
  'worker-home',
  'in-kind',
];

/** Rival terms of one leg on one price basis form the hull; every claim is listed. */
export function legsOf(terms: readonly Term[]): LegSum[] {
  const groups = [...Map.groupBy(terms, term => `${ORDER.indexOf(term.leg)} ${term.basis}`)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  return groups.flatMap(([, rivals]) => {
    const [first] = rivals;
    const range = hull(rivals);
    if (!first || !range) return [];
    const { leg, basis, currency, per } = first;
    return [
      { leg, basis, ...range, currency, per, claims: [...new Set(rivals.map(term => term.claim))].sort() },
    ];
  });
}
