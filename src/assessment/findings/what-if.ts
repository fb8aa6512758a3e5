/** A finding as it would be without some claims, with other grades or at another level of proof. Touches no record. */
import { assess, type Finding } from '#assessment/findings/assess.ts';
import type { Question } from '#assessment/findings/case.ts';
import type { Because, Verdict } from '#assessment/findings/judge.ts';
import type { Status } from '#assessment/findings/weigh.ts';
import type { Proof } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import type { Claim, Evidence } from '#evidence/claims/claims.ts';
import type { Language } from '#words/language.ts';

export interface Supposed {
  /** Claims taken as withdrawn. */
  readonly without?: readonly string[];
  /** By claim: credibility `1`–`6`, the reliability `A`–`F` of its source for this claim alone, or both, as in `B2`. */
  readonly grades?: Readonly<Record<string, string>>;
  readonly proof?: Proof;
}

export interface WhatIf {
  readonly before: { readonly verdict: Verdict; readonly because: Because };
  readonly after: Finding;
  /** Elements and exceptions that have another status. */
  readonly moved: readonly { readonly id: string; readonly from: Status; readonly to: Status }[];
}

/** Throws as `assess`; `row.missing` for a claim that is not there, `usage.value` for a grade that is none. */
export function whatIf(
  evidence: Evidence,
  question: Question,
  supposed: Supposed,
  language: Language,
): WhatIf {
  const before = assess(evidence, question, language);
  const proof = supposed.proof ?? question.proof;
  const after = assess(supposing(evidence, supposed), { ...question, proof }, language);
  const was = new Map([...before.elements, ...before.exceptions].map(it => [it.id, it.status]));
  const moved = [...after.elements, ...after.exceptions].flatMap(({ id, status }) => {
    const from = was.get(id) ?? 'unknown';
    return from === status ? [] : [{ id, from, to: status }];
  });
  return { before: { verdict: before.verdict, because: before.because }, after, moved };
}

function supposing(evidence: Evidence, { without = [], grades = {} }: Supposed): Evidence {
  const claims = new Map(evidence.claims);
  const change = (id: string, changed: (claim: Claim) => Claim) => {
    const claim = claims.get(id);
    if (!claim) throw new Problem('row.missing', { where: 'claim', what: id });
    claims.set(id, changed(claim));
  };
  for (const [id, grade] of Object.entries(grades)) change(id, claim => regraded(claim, grade));
  for (const id of without) change(id, claim => ({ ...claim, state: 'withdrawn' }));
  return { ...evidence, claims };
}

function regraded(claim: Claim, grade: string): Claim {
  const [, letter, digit] = /^([A-F])?([1-6])?$/.exec(grade) ?? [];
  if (letter === undefined && digit === undefined)
    throw new Problem('usage.value', { what: `${claim.id}=${grade}`, where: 'grade' });
  return {
    ...claim,
    source: { ...claim.source, grade: (letter as Claim['source']['grade']) ?? claim.source.grade },
    credibility: (digit as Claim['credibility']) ?? claim.credibility,
  };
}
