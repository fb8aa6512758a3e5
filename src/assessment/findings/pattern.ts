/** What is stated with every finding on the route of a pattern: among whom, how they were chosen, which share, which threshold. */
import { type Case, type Judged, shareIn } from '#assessment/findings/judge.ts';
import type { Share } from '#assessment/findings/shares.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';
import type { Language } from '#words/language.ts';
import { patternSentence } from '#words/pattern.ts';

export interface PatternFinding {
  readonly cohort: string | null;
  readonly name: string | null;
  readonly frame: Row<'subjects'>['frame'];
  /** The denominator: how many people the cohort has. */
  readonly n: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly threshold: number | null;
  readonly why: string | null;
  /** To how many of them the whole rule applies; null where they speak for nobody else. */
  readonly share: Share | null;
  readonly sentence: string;
}

export function patternOf(
  it: Case,
  judged: Judged,
  { subjects }: Evidence,
  language: Language,
): PatternFinding | null {
  if (it.route !== 'pattern') return null;
  const cohort = subjects.get(judged.subject ?? '');
  const { threshold = null, why = null } = it.standard.pattern ?? {};
  const stated = {
    cohort: cohort?.id ?? null,
    name: cohort?.name ?? null,
    frame: cohort?.frame ?? null,
    n: cohort?.n ?? null,
    from: cohort?.from ?? null,
    to: cohort?.to ?? null,
    threshold,
    why,
    share: cohort?.frame === 'probability' ? shareIn(it, judged.elements) : null,
  };
  return { ...stated, sentence: patternSentence(stated, language) };
}
