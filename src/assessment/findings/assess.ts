/** A standard applied to the evidence: the finding that `assess --json` prints. Pure. */
import type { Binding, Question } from '#assessment/findings/case.ts';
import type { Change, Changes } from '#assessment/findings/change.ts';
import type { Circle } from '#assessment/findings/circles.ts';
import { rebuttals } from '#assessment/findings/contested.ts';
import { type ElementFinding, elementFinding, exceptionFinding } from '#assessment/findings/elements.ts';
import type { Because, Judged, Verdict } from '#assessment/findings/judge.ts';
import { type PatternFinding, patternOf } from '#assessment/findings/pattern.ts';
import type { Presumed } from '#assessment/findings/presume.ts';
import type { Missed } from '#assessment/findings/scope.ts';
import { restsOnUnaccepted, settle } from '#assessment/findings/settle.ts';
import type { Presumption, Standard, StrengthTable } from '#assessment/standards/standards.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Route } from '#store/tables.ts';
import { findingBanner, findingSentence } from '#words/findings.ts';
import type { Language } from '#words/language.ts';
import { presumptionSentence } from '#words/presumptions.ts';

export interface PresumptionFinding {
  readonly id: string;
  readonly applies: boolean;
  readonly whyNot: Presumed['whyNot'];
  readonly requests: readonly string[];
  readonly elements: readonly string[];
  readonly verified: boolean;
  readonly source: Presumption['source'];
  readonly title: string;
  readonly sentence: string;
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
    readonly binding: Binding;
    readonly presume: readonly string[];
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
  readonly wouldRefute: Changes['wouldRefute'];
  /** How far what would change the answer was searched for. */
  readonly bounds: Changes['bounds'];
  readonly robust: readonly { readonly without: string; readonly verdict: Verdict }[];
  readonly missed: readonly Missed[];
  readonly circles: readonly Circle[];
  /** On the route of a pattern: among whom, chosen how, and against which threshold. */
  readonly pattern: PatternFinding | null;
  /** Those that were asked for, whether they apply, and the elements that stand by them alone. */
  readonly presumptions: readonly PresumptionFinding[];
  /** Hash of all that was weighed: while it is the same, so is the finding. */
  readonly evidence: string;
}

/** A standard as a finding names it. */
export function named(standard: Standard, language: Language): Finding['standard'] {
  return {
    id: standard.id,
    version: standard.version,
    sha256: standard.sha256,
    verified: standard.verified.yes,
    title: standard.title[language],
  };
}

/** Throws `route.unfit`, `row.missing` for a duty-bearer that is not there. */
export function assess(evidence: Evidence, question: Question, language: Language): Finding {
  const { standard, proof, strength } = question;
  const { answered, circles, turns, hash } = settle(evidence, question);
  const { it, judged, missed, route, held, dutyBearer, binding, presumptions } = answered;
  const asked = { question, rebuttals: rebuttals(evidence), language };
  const elements = [standard, ...standard.basis]
    .flatMap(inner => inner.elements)
    .map(element => elementFinding(element, judged, asked));
  const exceptions = [standard, ...standard.basis]
    .flatMap(inner => inner.exceptions)
    .map(inner => exceptionFinding(inner, judged, asked));
  const supported = elements.filter(element => element.status === 'supported').length;
  const result = {
    verdict: judged.verdict,
    because: judged.because,
    illustrative: restsOnUnaccepted(it, judged),
    screening: standard.kind === 'screening' ? { supported, of: elements.length } : null,
  };
  return {
    standard: named(standard, language),
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
      binding,
      presume: presumptions.map(one => one.presumption.id),
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
        boundUnknown: standard.kind === 'verdict' && binding === 'unknown',
      },
      language,
    ),
    banner: standard.verified.yes ? null : findingBanner(standard.verified.how, language),
    elements,
    exceptions,
    subjects: judged.subjects,
    ...turns,
    circles,
    pattern: patternOf(it, judged, evidence, language),
    missed,
    presumptions: presumptions.map(one => presumptionFinding(one, judged, language)),
    get evidence() {
      return hash();
    },
  };
}

function presumptionFinding(
  { presumption, whyNot, requests }: Presumed,
  judged: Judged,
  language: Language,
): PresumptionFinding {
  const { id, source, verified, says } = presumption;
  const elements = [...judged.elements].filter(([, state]) => state.presumed).map(([element]) => element);
  const title = presumption.title[language];
  const mine = whyNot === null ? elements : [];
  const sentence = presumptionSentence(
    { title, says: says[language], whyNot, requests, elements: mine },
    language,
  );
  const applies = whyNot === null;
  return { id, applies, whyNot, requests, elements: mine, verified: verified.yes, source, title, sentence };
}
