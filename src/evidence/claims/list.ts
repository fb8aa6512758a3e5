/** The claims of a dossier, filtered; each as the line that `claims --json` prints. Pure. */

import { formatPeriod, overlaps, type Period } from '#core/dates.ts';
import { placeWithin, WORLD } from '#core/places.ts';
import type { Claim, Evidence } from '#evidence/claims/claim.ts';

export interface ClaimFilter {
  readonly asserter?: string | undefined;
  readonly side?: string | undefined;
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly type?: string | undefined;
  readonly state?: string | undefined;
  readonly element?: string | undefined;
  readonly source?: string | undefined;
  /** Ids that a search found; absent: no search. */
  readonly found?: ReadonlySet<string> | undefined;
}

export interface ClaimLine {
  readonly id: string;
  readonly state: string;
  readonly asserter: string;
  readonly asserterName: string;
  readonly reporter: string | null;
  readonly side: string;
  readonly type: string;
  readonly mode: string;
  readonly knowledge: string;
  readonly proposition: string;
  readonly source: string;
  readonly held: string;
  readonly grade: string;
  readonly credibility: string;
  readonly origin: string;
  readonly passage: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly exact: string;
    readonly page: number | null;
  };
  readonly place: string;
  readonly reach: string;
  readonly period: string;
  readonly elements: readonly { readonly element: string; readonly direction: string }[];
  readonly answeredBy: readonly string[];
  readonly answers: readonly string[];
}

/**
 * True where a claim speaks of `place`: of it or a region in it, or of every host. A claim that does not
 * say where counts only where no place is asked. `WLD` asks for claims about all hosts together.
 */
export function inPlace(claim: Pick<Claim, 'reach' | 'place'>, place: string | undefined): boolean {
  if (place === undefined) return true;
  if (place === WORLD) return claim.reach !== 'host';
  return claim.reach === 'every-host' || (claim.reach === 'host' && placeWithin(claim.place, place));
}

export function listClaims(evidence: Evidence, filter: ClaimFilter = {}): ClaimLine[] {
  return [...evidence.claims.values()]
    .filter(claim => fits(claim, evidence, filter))
    .map(claim => line(claim, evidence));
}

function fits(claim: Claim, evidence: Evidence, filter: ClaimFilter): boolean {
  const same = (asked: string | undefined, is: string) => asked === undefined || asked === is;
  return (
    same(filter.side, claim.side) &&
    same(filter.type, claim.type) &&
    same(filter.state, claim.state) &&
    same(filter.source, claim.source.id) &&
    inPlace(claim, filter.place) &&
    (filter.period === undefined || overlaps(claim, filter.period)) &&
    (filter.found === undefined || filter.found.has(claim.id)) &&
    (filter.asserter === undefined || isParty(evidence, claim.asserter, filter.asserter)) &&
    (filter.element === undefined ||
      evidence.bearings.some(it => it.claim === claim.id && it.element === filter.element))
  );
}

/** True where `asked` is the party's id, a part of its name or of an alias, or a body it belongs to. */
function isParty(evidence: Evidence, id: string, asked: string): boolean {
  const wanted = fold(asked);
  const seen = new Set<string>();
  for (let at: string | null | undefined = id; at && !seen.has(at); at = evidence.parties.get(at)?.parent) {
    seen.add(at);
    const party = evidence.parties.get(at);
    if (at === asked || fold(`${party?.name ?? ''};${party?.aliases ?? ''}`).includes(wanted)) return true;
  }
  return false;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function line(claim: Claim, evidence: Evidence): ClaimLine {
  const {
    id,
    state,
    asserter,
    reporter,
    side,
    type,
    mode,
    knowledge,
    proposition,
    credibility,
    origin,
    place,
    reach,
  } = claim;
  const { start, end, exact, page } = claim.passage;
  return {
    id,
    state,
    asserter,
    asserterName: evidence.parties.get(asserter)?.name ?? asserter,
    reporter,
    side,
    type,
    mode,
    knowledge,
    proposition,
    source: claim.source.id,
    held: claim.abstract ? 'abstract' : 'original',
    grade: claim.source.grade,
    credibility,
    origin,
    passage: { text: claim.text.id, start, end, exact, page },
    place,
    reach,
    period: formatPeriod(claim),
    elements: evidence.bearings
      .filter(it => it.claim === id)
      .map(({ element, direction }) => ({ element, direction })),
    answeredBy: evidence.answers.filter(it => it.answers === id).map(it => it.claim),
    answers: evidence.answers.filter(it => it.claim === id).map(it => it.answers),
  };
}
