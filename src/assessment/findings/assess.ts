/** A standard applied to the evidence: the finding that `assess --json` prints. Pure. */

import { type Change, robust, wouldChange } from '#assessment/findings/change.ts';
import {
  type Because,
  type Case,
  type ElementState,
  type Judged,
  judge,
  type Verdict,
} from '#assessment/findings/judge.ts';
import { Scales } from '#assessment/findings/scales.ts';
import { BINDING, type Item, inScope, type Missed } from '#assessment/findings/scope.ts';
import { levelOf, originsIn, type Status } from '#assessment/findings/weigh.ts';
import type { Element, Exception, Proof, Standard, StrengthTable } from '#assessment/standards/standards.ts';
import { daysOfPeriod, overlaps, type Period } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { rowsWith } from '#core/lookup.ts';
import { countryOf } from '#core/places.ts';
import { type Claim, type Evidence, topmost } from '#evidence/claims/claims.ts';
import type { Route } from '#store/tables.ts';
import { elementReason, findingBanner, findingSentence } from '#words/findings.ts';
import type { Language } from '#words/language.ts';

export interface Question {
  readonly standard: Standard;
  readonly proof: Proof;
  readonly strength: StrengthTable;
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly route?: Route | undefined;
  readonly dutyBearer?: string | undefined;
  readonly held?: 'all' | 'originals' | undefined;
}

export interface ElementFinding {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly origins: { readonly for: number; readonly against: number };
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly setAside: readonly string[];
  readonly reason: string;
  /** Strong, fair and weak origins of each direction. */
  readonly strength: { readonly for: readonly number[]; readonly against: readonly number[] };
}

export interface Finding {
  readonly standard: {
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
    readonly verified: boolean;
    readonly title: string;
  };
  readonly proof: { readonly id: string; readonly table: unknown; readonly name: string };
  readonly strengthTable: StrengthTable;
  readonly scope: {
    readonly route: Route | null;
    readonly subject: string | null;
    readonly dutyBearer: string;
    readonly places: readonly string[];
    readonly from: string | null;
    readonly to: string | null;
    readonly held: 'all' | 'originals';
  };
  readonly verdict: Verdict;
  readonly because: Because;
  readonly illustrative: boolean;
  readonly sentence: string;
  readonly banner: string | null;
  readonly screening: { readonly supported: number; readonly of: number } | null;
  readonly elements: readonly ElementFinding[];
  readonly exceptions: readonly (ElementFinding & { readonly invoked: boolean; readonly burden: string })[];
  readonly subjects: readonly { readonly id: string; readonly verdict: Verdict }[];
  readonly wouldChange: readonly Change[];
  readonly robust: readonly { readonly without: string; readonly verdict: Verdict }[];
  readonly missed: readonly Missed[];
}

/** Throws `route.unfit`, `row.missing` for a duty-bearer that is not there. */
export function assess(evidence: Evidence, question: Question, language: Language): Finding {
  const { standard, proof, strength } = question;
  const route = routeOf(question);
  const held = question.held ?? 'all';
  const dutyBearer = question.dutyBearer ?? evidence.dossier.dutyBearer;
  if (!evidence.parties.has(dutyBearer))
    throw new Problem('row.missing', { where: 'party', what: dutyBearer });
  const { items, missed } = inScope(evidence, standard, {
    place: question.place,
    period: question.period,
    route,
    held,
  });
  const it = caseOf(evidence, question, route, items);
  const judged =
    bindingOf(evidence, standard, dutyBearer, question.period) === 'not-bound'
      ? notBound(judge(it))
      : judge(it);
  const elements = [standard, ...standard.basis]
    .flatMap(inner => inner.elements)
    .map(element => elementFinding(element, judged, question, language));
  const exceptions = [standard, ...standard.basis]
    .flatMap(inner => inner.exceptions)
    .map(inner => exceptionFinding(inner, judged, question, language));
  const used = items.filter(
    item =>
      judged.elements.get(item.bearing.element)?.for.includes(item) ||
      judged.elements.get(item.bearing.element)?.against.includes(item),
  );
  const supported = elements.filter(element => element.status === 'supported').length;
  const result = {
    verdict: judged.verdict,
    because: judged.because,
    illustrative: used.some(({ claim }) => claim.state === 'collected' || claim.abstract),
    screening: standard.kind === 'screening' ? { supported, of: elements.length } : null,
  };
  return {
    standard: {
      id: standard.id,
      version: standard.version,
      sha256: standard.sha256,
      verified: standard.verified.yes,
      title: standard.title[language],
    },
    proof: { id: proof.id, table: proof, name: proof.name[language] },
    strengthTable: strength,
    scope: {
      route: route ?? null,
      subject: judged.subject,
      dutyBearer,
      places: question.place === undefined ? [] : [question.place],
      from: question.period?.from ?? null,
      to: question.period?.to ?? null,
      held,
    },
    ...result,
    sentence: findingSentence(
      {
        ...result,
        standard: standard.title[language],
        proof: proof.name[language],
        route: route ?? null,
        place: question.place ?? null,
        period: question.period ?? null,
      },
      language,
    ),
    banner: standard.verified.yes ? null : findingBanner(standard.verified.how, language),
    elements,
    exceptions,
    subjects: judged.subjects,
    ...whatTurns(it, judged),
    missed,
  };
}

function whatTurns(it: Case, { verdict }: Judged): Pick<Finding, 'wouldChange' | 'robust'> {
  if (verdict === 'none') return { wouldChange: [], robust: [] };
  const scales = new Scales(it);
  return { wouldChange: wouldChange(it, verdict, scales), robust: robust(it, scales) };
}

/** One place of a matrix: the verdict and each element's status, as a finding for that place has them. */
export interface PlaceStatus {
  readonly place: string;
  readonly verdict: Verdict;
  readonly because: Because;
  readonly elements: readonly {
    readonly id: string;
    readonly status: Status;
    readonly origins: { readonly for: number; readonly against: number };
  }[];
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
    return placeStatus({ ...evidence, bearings: here }, { ...question, place });
  });
}

function placeStatus(evidence: Evidence, question: Question & { place: string }): PlaceStatus {
  const { standard, place, period } = question;
  const route = routeOf(question);
  const { items } = inScope(evidence, standard, { place, period, route, held: question.held ?? 'all' });
  const dutyBearer = question.dutyBearer ?? evidence.dossier.dutyBearer;
  const judged = judge(caseOf(evidence, question, route, items));
  const bound = bindingOf(evidence, standard, dutyBearer, period) !== 'not-bound';
  const { verdict, because } = bound ? judged : notBound(judged);
  const all = [standard, ...standard.basis].flatMap(inner => inner.elements);
  return {
    place,
    verdict,
    because,
    elements: all.map(({ id }) => {
      const state = judged.elements.get(id);
      const origins = { for: state ? originsIn(state.pro) : 0, against: state ? originsIn(state.con) : 0 };
      return { id, status: state?.status ?? 'unknown', origins };
    }),
  };
}

/** A standard that gives a verdict is asked of rules unless another route is named; one that maps takes every subject. */
function routeOf({ standard, route }: Question): Route | undefined {
  if (route !== undefined && !standard.routes.includes(route))
    throw new Problem('route.unfit', {
      what: route,
      where: `${standard.id} (${standard.routes.join(', ')})`,
    });
  return route ?? (standard.kind === 'verdict' ? standard.routes[0] : undefined);
}

function caseOf(
  evidence: Evidence,
  { standard, proof, strength }: Question,
  route: Route | undefined,
  items: readonly Item[],
): Case {
  const stands = (id: string) => (evidence.claims.get(id)?.state ?? 'withdrawn') !== 'withdrawn';
  const attacks = rowsWith(evidence.answers, 'kind', 'undercuts')
    .filter(answer => stands(answer.claim) && stands(answer.answers))
    .map(({ claim, answers }) => ({ from: claim, to: answers }));
  const shares = rowsWith(evidence.figures, 'counted', 'share-of-respondents')
    .filter(figure => figure.low !== null)
    .map(figure => [figure.claim, (figure.low ?? 0) / 100] as const);
  const levels = new Map(items.map(({ claim }) => [claim.id, levelOf(claim, strength)]));
  return {
    standard,
    proof,
    table: strength,
    route,
    items,
    attacks: attacksOn(items, attacks),
    levels,
    shares: new Map(shares),
  };
}

/** The attacks on which it depends whether these claims stand: on them, on their attackers, and so on. */
function attacksOn(items: readonly Item[], all: Case['attacks']): Case['attacks'] {
  const onTo = Map.groupBy(all, attack => attack.to);
  const wanted = [...new Set(items.map(item => item.claim.id))];
  const seen = new Set(wanted);
  const found: { from: string; to: string }[] = [];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    for (const attack of onTo.get(id) ?? []) {
      found.push(attack);
      if (!seen.has(attack.from)) wanted.push(attack.from);
      seen.add(attack.from);
    }
  }
  return found;
}

/** Whether the standard bound the duty-bearer's state in the period; what the table does not say is unknown. */
function bindingOf(
  evidence: Evidence,
  standard: Standard,
  dutyBearer: string,
  period: Period | undefined,
): 'bound' | 'not-bound' | 'unknown' {
  const state = evidence.parties.get(topmost(dutyBearer, evidence.parties))?.place;
  const rows = standard.binds.filter(row => row.state === state);
  if (rows.length === 0) return 'unknown';
  const bound = rows.some(
    row =>
      !row.never &&
      (period === undefined || (Number.isFinite(daysOfPeriod(row).first) && overlaps(row, period))),
  );
  return bound ? 'bound' : 'not-bound';
}

function notBound(judged: Judged): Judged {
  return { ...judged, verdict: 'none', because: 'not-bound' };
}

function elementFinding(
  element: Element,
  judged: Judged,
  { proof }: Question,
  language: Language,
): ElementFinding {
  const state = judged.elements.get(element.id);
  const ids = (items: readonly Item[] = []) => [...new Set(items.map(item => item.claim.id))].sort();
  const counts = (body: ElementState['pro'] = [0, 0, 0, 0]) => [body[3], body[2], body[1]];
  const origins = { for: state ? originsIn(state.pro) : 0, against: state ? originsIn(state.con) : 0 };
  const strength = { for: counts(state?.pro), against: counts(state?.con) };
  const status = state?.status ?? 'unknown';
  const reason = elementReason(
    { status, strength, setAside: state?.aside.length ?? 0, proof: proof.name[language] },
    language,
  );
  return {
    id: element.id,
    name: element.name[language],
    status,
    origins,
    for: ids(state?.for),
    against: ids(state?.against),
    setAside: ids(state?.aside),
    reason,
    strength,
  };
}

function exceptionFinding(exception: Exception, judged: Judged, question: Question, language: Language) {
  const finding = elementFinding(exception, judged, question, language);
  return { ...finding, invoked: finding.for.length > 0, burden: exception.burden };
}
