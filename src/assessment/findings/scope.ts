/** Which bearings a question takes: by standard, place, period, route and how the source is held. */

import type { Standard } from '#assessment/standards/standards.ts';
import { formatPeriod, overlaps, type Period } from '#core/dates.ts';
import { type Claim, type Evidence, inPlace } from '#evidence/claims/claims.ts';
import type { Route, Row } from '#store/tables.ts';

export interface Scope {
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly route?: Route | undefined;
  readonly held: 'all' | 'originals';
}

export interface Item {
  readonly bearing: Row<'bearings'>;
  readonly claim: Claim;
  readonly subject: Row<'subjects'>;
}

/** Why a bearing that is about the question does not count. */
export interface Missed {
  readonly claim: string;
  readonly element: string;
  readonly why: 'place' | 'period' | 'held' | 'withdrawn' | 'subject' | 'binding';
  /** What it is instead; of `binding`, the rule of which it does not stand that it binds everybody posted. */
  readonly is: string;
}

/** On each route, the kind of subject whose bearings count. */
export const SUBJECT_OF: Readonly<Record<Route, Row<'subjects'>['kind']>> = {
  rules: 'rule',
  pattern: 'cohort',
  purpose: 'programme',
  person: 'person',
};

export const BINDING = 'binding';

/** Bearings in scope of the standard and those it builds on, and of the binding of rules; and what misses. */
export function inScope(
  evidence: Evidence,
  standard: Standard,
  scope: Scope,
): { items: Item[]; missed: Missed[] } {
  const wanted = new Set([standard, ...standard.basis].map(it => it.id));
  const items: Item[] = [];
  const missed: Missed[] = [];
  // a claim is looked at once, however many bearings it has
  const reasons = new Map<string, Pick<Missed, 'why' | 'is'> | null>();
  const reasonFor = (claim: Claim) => {
    const known = reasons.get(claim.id);
    if (known !== undefined) return known;
    const why = whyMissed(claim, scope);
    reasons.set(claim.id, why);
    return why;
  };
  for (const bearing of evidence.bearings) {
    if (!wanted.has(bearing.standard) && bearing.standard !== BINDING) continue;
    const claim = evidence.claims.get(bearing.claim);
    const subject = evidence.subjects.get(bearing.subject);
    if (!claim || !subject) continue;
    const why = reasonFor(claim) ?? otherSubject(subject, scope);
    if (why === null) items.push({ bearing, claim, subject });
    else if (bearing.standard !== BINDING) missed.push({ claim: claim.id, element: bearing.element, ...why });
  }
  return { items, missed };
}

function otherSubject({ kind }: Row<'subjects'>, { route }: Scope): Pick<Missed, 'why' | 'is'> | null {
  return route === undefined || kind === SUBJECT_OF[route] ? null : { why: 'subject', is: kind };
}

export function whyMissed(claim: Claim, scope: Scope): Pick<Missed, 'why' | 'is'> | null {
  if (claim.state === 'withdrawn') return { why: 'withdrawn', is: claim.state };
  if (scope.held === 'originals' && claim.abstract) return { why: 'held', is: claim.source.id };
  if (!inPlace(claim, scope.place))
    return { why: 'place', is: claim.reach === 'host' ? claim.place : claim.reach };
  if (scope.period && !overlaps(claim, scope.period)) return { why: 'period', is: formatPeriod(claim) };
  return null;
}
