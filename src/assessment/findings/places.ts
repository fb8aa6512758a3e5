/** The same question for every place at once: the matrix of places and elements. Pure. */
import { type Outcome, outcome, type Question } from '#assessment/findings/case.ts';
import { BINDING } from '#assessment/findings/scope.ts';
import { countryOf } from '#core/places.ts';
import type { Claim, Evidence } from '#evidence/claims/claims.ts';

/** One place of a matrix: the verdict and each element's status, as a finding for that place has them. */
export interface PlaceStatus extends Outcome {
  readonly place: string;
}

/** Every country that a claim in scope names as its host, by code. Throws as `assess`. */
export function places(evidence: Evidence, question: Omit<Question, 'place'>): PlaceStatus[] {
  const { standard } = question;
  const wanted = new Set([standard, ...standard.basis].map(it => it.id));
  const bearings = evidence.bearings.filter(it => wanted.has(it.standard) || it.standard === BINDING);
  const named = bearings
    .filter(it => it.standard !== BINDING)
    .map(it => evidence.claims.get(it.claim))
    .filter(claim => claim !== undefined && claim.reach === 'host' && claim.state !== 'withdrawn')
    .map(claim => countryOf(claim?.place ?? ''));
  // each place is asked only of what may speak of it
  const placeOf = (claim: Claim | undefined) => (claim?.reach === 'host' ? countryOf(claim.place) : '');
  const byPlace = Map.groupBy(bearings, it => placeOf(evidence.claims.get(it.claim)));
  const everywhere = byPlace.get('') ?? [];
  return [...new Set(named)].sort().map(place => {
    const here = [...everywhere, ...(byPlace.get(place) ?? [])];
    return { place, ...outcome({ ...evidence, bearings: here }, { ...question, place }) };
  });
}
