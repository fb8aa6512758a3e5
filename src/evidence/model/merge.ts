/** What a model adds to a reading: what was not proposed yet, in the order of the text. */
import type { ClaimProposal, Reading } from '#evidence/reading/reading.ts';

export type Proposed = Pick<Reading, 'claims' | 'figures' | 'bearings'>;

/** More than half of the shorter one in common: the same words proposed again. */
function same(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > Math.min(a.end - a.start, b.end - b.start) / 2;
}

/** What neither reading nor an earlier answer has proposed already. */
export function fresh(reading: Reading, found: readonly Proposed[]): Proposed {
  const only = <T extends { start: number; end: number }>(
    known: readonly T[],
    given: readonly T[],
    twin: (a: T, b: T) => boolean,
  ) => {
    const kept: T[] = [];
    for (const it of given)
      if (![...known, ...kept].some(other => same(it, other) && twin(it, other))) kept.push(it);
    return kept;
  };
  const attributed = reading.claims.filter(it => it.mode !== 'narration');
  return {
    claims: only(
      attributed,
      found.flatMap(it => it.claims),
      () => true,
    ),
    figures: only(
      reading.figures,
      found.flatMap(it => it.figures),
      (a, b) => a.value === b.value,
    ),
    bearings: only(
      reading.bearings,
      found.flatMap(it => it.bearings),
      (a, b) => a.element === b.element,
    ),
  };
}

/** Both in the order of the text; what says in which claim it stands still says so. */
export function merged(reading: Reading, added: Proposed): Reading {
  const numbered = reading.claims.map((claim, index): [ClaimProposal, number] => [claim, index]);
  const all = [...numbered, ...added.claims.map((claim): [ClaimProposal, number] => [claim, -1])].sort(
    ([a], [b]) => a.start - b.start || a.end - b.end,
  );
  const places = new Map(all.map(([, was], is) => [was, is]));
  const moved = (was: number | null) => (was === null ? null : (places.get(was) ?? null));
  const claims = all.map(([claim]) => ({ ...claim, repeats: moved(claim.repeats) }));
  const kept = <T extends { claim: number | null }>(it: T) => ({ ...it, claim: moved(it.claim) });
  const within = <T extends { start: number; end: number }>(it: T) => ({ ...it, claim: around(claims, it) });
  const inOrder = (a: { start: number }, b: { start: number }) => a.start - b.start;
  return {
    ...reading,
    claims,
    figures: [...reading.figures.map(kept), ...added.figures.map(within)].sort(inOrder),
    bearings: [
      ...reading.bearings.map(kept),
      ...added.bearings.map(within).map(it => ({
        ...it,
        speaker: it.claim === null ? null : (claims[it.claim]?.speaker?.name ?? null),
      })),
    ].sort(inOrder),
    dates: reading.dates.map(kept),
    places: reading.places.map(kept),
  };
}

/** The smallest claim that holds it. */
function around(claims: readonly ClaimProposal[], it: { start: number; end: number }): number | null {
  let best: number | null = null;
  for (const [index, { start, end }] of claims.entries()) {
    if (start > it.start || end < it.end) continue;
    const known = best === null ? undefined : claims[best];
    if (!known || end - start < known.end - known.start) best = index;
  }
  return best;
}
