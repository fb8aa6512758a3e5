/** The door of the findings: is it forced labour, under which standard, how sure, and what speaks against it. */
import { assess, type Finding } from '#assessment/findings/assess.ts';
import type { Question } from '#assessment/findings/case.ts';
import { type PlaceStatus, places } from '#assessment/findings/places.ts';
import {
  findProof,
  findStandard,
  loadProofs,
  loadStandards,
  loadStrength,
} from '#assessment/standards/standards.ts';
import { canonical, type Json } from '#core/canonical.ts';
import type { Period } from '#core/dates.ts';
import { sha256 } from '#core/hash.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { type Actor, act, readRows, type Store } from '#store/store.ts';
import type { Route } from '#store/tables.ts';
import type { Language } from '#words/language.ts';

export { assess, type ElementFinding, type Finding } from '#assessment/findings/assess.ts';
export type { Question } from '#assessment/findings/case.ts';
export type { PlaceStatus } from '#assessment/findings/places.ts';

export interface Asked {
  readonly standard: string;
  readonly proof?: string | undefined;
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly route?: Route | undefined;
  readonly dutyBearer?: string | undefined;
  readonly held?: 'all' | 'originals' | undefined;
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

async function questionOf({
  standard,
  proof = DEFAULT_PROOF,
  language: _,
  ...rest
}: Asked): Promise<Question> {
  const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
  return { standard: findStandard(standards, standard), proof: findProof(proofs, proof), strength, ...rest };
}

/** Writes the finding's hash into the history, so that it can be recomputed later. Answers the row's id. */
export async function recordFinding(store: Store, actor: Actor, finding: Finding): Promise<string> {
  const scope = canonical({
    standard: finding.standard.id,
    proof: finding.proof.id,
    ...finding.scope,
  } as unknown as Json);
  const output = sha256(canonical(finding as unknown as Json));
  const inputs = sha256(
    `${scope}${finding.standard.sha256}${canonical(finding.strengthTable as unknown as Json)}`,
  );
  const id = output.slice(0, 16);
  await act(store, { ...actor, act: 'record' }, write =>
    write.put('findings', { id, scope, verdict: finding.verdict, inputs, output }),
  );
  return id;
}

/** Recorded findings that no longer come out as they were recorded, one line each. */
export async function verifyFindings(store: Store): Promise<string[]> {
  const recorded = await readRows(store, 'findings');
  if (recorded.length === 0) return [];
  const evidence = await loadEvidence(store);
  const failures: string[] = [];
  for (const { id, scope, output } of recorded) {
    const { standard, proof, route, places, from, to, dutyBearer, held } = JSON.parse(scope);
    const period = from === null && to === null ? undefined : { from, to };
    const again = await ask(evidence, {
      standard,
      proof,
      route: route ?? undefined,
      place: places[0],
      period,
      dutyBearer,
      held,
      language: 'en',
    });
    if (sha256(canonical(again as unknown as Json)) !== output)
      failures.push(`findings/${id}: no longer comes out as it was recorded`);
  }
  return failures;
}
