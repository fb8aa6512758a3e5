/** The door of the findings: is it forced labour, under which standard, how sure, and what speaks against it. */
import { assess, type Finding, named } from '#assessment/findings/assess.ts';
import { type Outcome, outcome, type Question } from '#assessment/findings/case.ts';
import { type Dissent, dissents } from '#assessment/findings/dissent.ts';
import { type HypothesesFound, hypotheses } from '#assessment/findings/hypotheses.ts';
import { type PlaceStatus, places } from '#assessment/findings/places.ts';
import { recordedOf } from '#assessment/findings/record.ts';
import { type Supposed, type WhatIf, whatIf } from '#assessment/findings/what-if.ts';
import {
  findHypotheses,
  findPresumption,
  findProof,
  findStandard,
  loadHypotheses,
  loadPresumptions,
  loadProofs,
  loadStandards,
  loadStrength,
} from '#assessment/standards/standards.ts';
import type { Period } from '#core/dates.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { readRows, type Store } from '#store/store.ts';
import type { Route } from '#store/tables.ts';
import type { Language } from '#words/language.ts';

export { assess, type Finding } from '#assessment/findings/assess.ts';
export type { Question } from '#assessment/findings/case.ts';
export type { ElementFinding } from '#assessment/findings/elements.ts';
export { type PlaceStatus, places as placesOf } from '#assessment/findings/places.ts';
export { recordFinding } from '#assessment/findings/record.ts';
export { type Supposed, type WhatIf, whatIf } from '#assessment/findings/what-if.ts';

export interface Asked {
  readonly standard: string;
  readonly proof?: string | undefined;
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly route?: Route | undefined;
  readonly dutyBearer?: string | undefined;
  readonly held?: 'all' | 'originals' | undefined;
  /** Ids of presumptions that may be relied on; by default none. */
  readonly presume?: readonly string[] | undefined;
  readonly language: Language;
}

export const DEFAULT_PROOF = 'reasonable-grounds';

/** The same question by ids. Throws `standard.unknown`, `proof.unknown`, `route.unfit`. */
export async function ask(evidence: Evidence, asked: Asked): Promise<Finding> {
  return assess(evidence, await questionOf(asked), asked.language);
}

/** The same question for every place that a claim bearing on it names, as `ask` would answer each. */
export async function mapPlaces(evidence: Evidence, asked: Omit<Asked, 'place'>): Promise<PlaceStatus[]> {
  return places(evidence, await questionOf(asked));
}

/** The same question on each route that the standard has, each by itself. */
export async function askRoutes(
  evidence: Evidence,
  asked: Omit<Asked, 'route'>,
): Promise<{ standard: Finding['standard'] | null; routes: Finding[] }> {
  const { language, ...rest } = asked;
  const question = await questionOf(rest);
  const routes = question.standard.routes.map(route => assess(evidence, { ...question, route }, language));
  return { standard: routes[0]?.standard ?? null, routes };
}

/** What the question comes to at one proof standard. */
export interface Rung extends Outcome {
  readonly proof: { readonly id: string; readonly name: string };
  readonly elements: readonly (Outcome['elements'][number] & { readonly name: string })[];
}

/** The same question at every rung of the ladder, the lowest first: where the verdict turns. Throws as `ask`. */
export async function askLadder(
  evidence: Evidence,
  asked: Omit<Asked, 'proof'>,
): Promise<{ standard: Finding['standard']; ladder: Rung[] }> {
  const { language, ...rest } = asked;
  const [question, proofs] = await Promise.all([questionOf(rest), loadProofs()]);
  const { standard } = question;
  const names = new Map([standard, ...standard.basis].flatMap(it => it.elements).map(it => [it.id, it.name]));
  const ladder = proofs
    .filter(it => it.family === 'ladder')
    .map(proof => {
      const { elements, ...stands } = outcome(evidence, { ...question, proof });
      return {
        proof: { id: proof.id, name: proof.name[language] },
        ...stands,
        elements: elements.map(it => ({ ...it, name: names.get(it.id)?.[language] ?? it.id })),
      };
    });
  return { standard: named(standard, language), ladder };
}

/** The same question, supposing something. Throws as `ask` and `whatIf`. */
export async function askIf(
  evidence: Evidence,
  asked: Asked,
  supposed: Omit<Supposed, 'proof'>,
): Promise<WhatIf> {
  return whatIf(evidence, await questionOf(asked), supposed, asked.language);
}

export async function questionOf(asked: Omit<Asked, 'language'>): Promise<Question> {
  const { standard, proof = DEFAULT_PROOF, presume = [], ...rest } = asked;
  const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
  const presumptions = presume.length === 0 ? [] : await loadPresumptions();
  return {
    ...rest,
    standard: findStandard(standards, standard),
    proof: findProof(proofs, proof),
    strength,
    presume: [...new Set(presume)].sort().map(id => findPresumption(presumptions, id)),
  };
}

/** Competing hypotheses by name, and where the grades of what they rest on are disputed. */
export async function askHypotheses(
  store: Store,
  evidence: Evidence,
  asked: Pick<Asked, 'place' | 'period' | 'held' | 'language'> & { readonly set?: string | undefined },
): Promise<HypothesesAnswer> {
  const { set: name, language, held = 'all', ...scope } = asked;
  const set = findHypotheses(await loadHypotheses(), name);
  const found = hypotheses(evidence, set, await loadStrength(), { ...scope, held });
  const rests = new Set(
    found.rows.flatMap(({ claim }) => [
      `claims ${claim}`,
      `sources ${evidence.claims.get(claim)?.source.id ?? ''}`,
    ]),
  );
  return {
    ...found,
    title: set.title[language],
    hypotheses: found.hypotheses.map((it, at) => ({
      ...it,
      name: set.hypotheses[at]?.name[language] ?? it.id,
    })),
    dissent: (await dissents(store)).filter(({ of, id }) => rests.has(`${of} ${id}`)),
  };
}

export interface HypothesesAnswer extends Omit<HypothesesFound, 'hypotheses'> {
  readonly title: string;
  readonly hypotheses: readonly (HypothesesFound['hypotheses'][number] & { readonly name: string })[];
  readonly dissent: readonly Dissent[];
}

/** Recorded findings that come out otherwise on the same evidence, and those whose evidence has changed since. */
export async function verifyFindings(store: Store): Promise<{ failures: string[]; changed: string[] }> {
  const recorded = await readRows(store, 'findings');
  const result = { failures: [] as string[], changed: [] as string[] };
  if (recorded.length === 0) return result;
  const evidence = await loadEvidence(store);
  for (const { id, scope, inputs, output } of recorded) {
    const again = recordedOf(await ask(evidence, askedIn(scope)));
    if (again.inputs !== inputs || again.scope !== scope) result.changed.push(`findings/${id}`);
    else if (again.output !== output)
      result.failures.push(`findings/${id}: no longer comes out as it was recorded`);
  }
  return result;
}

/** The question behind a recorded finding. */
function askedIn(scope: string): Asked {
  const { standard, proof, route, places, from, to, dutyBearer, held, presume } = JSON.parse(scope);
  const period = from === null && to === null ? undefined : { from, to };
  return {
    standard,
    proof,
    route: route ?? undefined,
    place: places[0],
    period,
    dutyBearer,
    held,
    presume,
    language: 'en',
  };
}
