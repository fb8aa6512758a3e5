/** The claims of a dossier, filtered; each as the line that `claims --json` prints. Pure. */

import { daysOfPeriod, formatPeriod, type Period } from '#core/dates.ts';
import { onceFor, rowsWith } from '#core/lookup.ts';
import { placeWithin, WORLD } from '#core/places.ts';
import { type Claim, type Evidence, partyName } from '#evidence/claims/claim.ts';
import type { Row } from '#store/tables.ts';

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
  /** By persons; the proposition stays as it was put. */
  readonly translations: readonly {
    readonly lang: string;
    readonly proposition: string;
    readonly by: string;
  }[];
  readonly source: string;
  readonly sourceTitle: string;
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
  return fittingClaims(evidence, filter).map(claim => claimLine(claim, evidence));
}

/** Claims that a filter lets through, by id. */
export function fittingClaims(evidence: Evidence, filter: ClaimFilter): Claim[] {
  const asserters = filter.asserter === undefined ? null : partiesLike(evidence, filter.asserter);
  const bearing =
    filter.element === undefined
      ? null
      : new Set(rowsWith(evidence.bearings, 'element', filter.element).map(it => it.claim));
  const period = filter.period && daysOfPeriod(filter.period);
  const shares = (claim: Claim) => {
    if (!period) return true;
    const { first, last } = daysOfPeriod(claim);
    return first <= period.last && period.first <= last;
  };
  const same = (asked: string | undefined, is: string) => asked === undefined || asked === is;
  return [...evidence.claims.values()].filter(
    claim =>
      same(filter.side, claim.side) &&
      same(filter.type, claim.type) &&
      same(filter.state, claim.state) &&
      (asserters === null || asserters.has(claim.asserter)) &&
      // only what is asked for is looked at: a hundred thousand claims are far apart in memory
      (filter.source === undefined || claim.source.id === filter.source) &&
      inPlace(claim, filter.place) &&
      (filter.found === undefined || filter.found.has(claim.id)) &&
      (bearing === null || bearing.has(claim.id)) &&
      shares(claim),
  );
}

function partiesLike(evidence: Evidence, asked: string): Set<string> {
  const wanted = fold(asked);
  return new Set([...evidence.parties.keys()].filter(id => isParty(evidence, id, asked, wanted)));
}

/** True where `asked` is the party's id, a part of its name or of an alias, or a body it belongs to. */
function isParty(evidence: Evidence, id: string, asked: string, wanted: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = id; at && !seen.has(at); at = evidence.parties.get(at)?.parent) {
    seen.add(at);
    const party = evidence.parties.get(at);
    if (at === asked || (party && namesOf(party).includes(wanted))) return true;
  }
  return false;
}

/** A party's names without case and accents. */
const namesOf = onceFor((party: Row<'parties'>) => fold(`${party.name};${party.aliases ?? ''}`));

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A claim as it is listed. */
export function claimLine(claim: Claim, evidence: Evidence): ClaimLine {
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
    asserterName: partyName(evidence, asserter),
    reporter,
    side,
    type,
    mode,
    knowledge,
    proposition,
    translations: rowsWith(evidence.translations, 'claim', id).map(it => ({
      lang: it.lang,
      proposition: it.proposition,
      by: it.by,
    })),
    source: claim.source.id,
    sourceTitle: claim.source.title,
    held: claim.abstract ? 'abstract' : 'original',
    grade: claim.source.grade,
    credibility,
    origin,
    passage: { text: claim.text.id, start, end, exact, page },
    place,
    reach,
    period: formatPeriod(claim),
    elements: rowsWith(evidence.bearings, 'claim', id).map(({ element, direction }) => ({
      element,
      direction,
    })),
    answeredBy: rowsWith(evidence.answers, 'answers', id).map(it => it.claim),
    answers: rowsWith(evidence.answers, 'claim', id).map(it => it.answers),
  };
}
