/** Small evidence for findings, as tests write it: claims that say `+c029.work -c029.penalty@person`. */
import { assess, type Finding, type Question } from '#assessment/findings/findings.ts';
import {
  findProof,
  findStandard,
  loadProofs,
  loadStandards,
  loadStrength,
} from '#assessment/standards/standards.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';
import { type GivenClaim, someEvidence } from '#test/factories.ts';

/** A claim with what it bears on, for the subject `rule` unless another is named after `@`. */
export interface Says extends GivenClaim {
  readonly says: string;
}

export const STRONG = { grade: 'A', credibility: '1', knowledge: 'document' } as const;
export const FAIR = { grade: 'C', credibility: '3', knowledge: 'document' } as const;
export const WEAK = { grade: 'D', credibility: '4', knowledge: 'document' } as const;

const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);

const subjects: Partial<Row<'subjects'>>[] = [
  { id: 'person', kind: 'person' },
  { id: 'cohort', kind: 'cohort', frame: 'self-selected', n: 46 },
  { id: 'sample', kind: 'cohort', frame: 'probability', n: 400 },
  { id: 'programme', kind: 'programme' },
];

type Given = Parameters<typeof someEvidence>[1];

export function evidenceOf(claims: readonly Says[], given: Given = {}): Evidence {
  const bearings = claims.flatMap(({ id, says }) =>
    says.split(' ').flatMap(it => {
      const [, sign, element = '', subject = 'rule'] = /^([+-])([\w.-]+)(?:@([\w.-]+))?$/.exec(it) ?? [];
      if (sign === undefined) return [];
      const standard = element.startsWith('binding')
        ? 'binding'
        : (standards.find(one => [...one.elements, ...one.exceptions].some(inner => inner.id === element))
            ?.id ?? element);
      const direction = sign === '+' ? ('supports' as const) : ('rebuts' as const);
      return [{ id: `${id}.${element}.${subject}`, claim: id, standard, element, direction, subject }];
    }),
  );
  return someEvidence(
    claims.map(({ says: _, ...claim }) => claim),
    { subjects, ...given, bearings: [...bearings, ...(given?.bearings ?? [])] },
  );
}

export type Asking = Partial<Omit<Question, 'standard' | 'proof'>> & { standard?: string; proof?: string };

export function questionOf({
  standard = 'ilo-c029',
  proof = 'reasonable-grounds',
  ...rest
}: Asking = {}): Question {
  return { ...rest, standard: findStandard(standards, standard), proof: findProof(proofs, proof), strength };
}

export function findingOf(claims: readonly Says[], asking: Asking = {}, given: Given = {}): Finding {
  return assess(evidenceOf(claims, given), questionOf(asking), 'en');
}

export const bound: Says = { id: 'bound', ...STRONG, says: '+binding.all-posted' };
export const C029 = '+c029.work +c029.penalty +c029.involuntary';
/** Enough for reasonable grounds on the route of rules. */
export const SHOWN: readonly Says[] = [
  bound,
  { id: 'law', ...STRONG, says: C029 },
  { id: 'report', ...FAIR, says: C029 },
];
