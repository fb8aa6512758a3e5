/** A standard applied to the evidence: the finding that `assess --json` prints. Pure. */

import {
  answer,
  type Binding,
  type ElementStatus,
  type Question,
  statusIn,
} from '#assessment/findings/case.ts';
import { type Change, type Changes, robust, whatChanges } from '#assessment/findings/change.ts';
import { type Circle, circlesIn } from '#assessment/findings/circles.ts';
import { type Contested, contestedAmong, rebuttals } from '#assessment/findings/contested.ts';
import type { Because, Case, ElementState, Judged, Verdict } from '#assessment/findings/judge.ts';
import { type PatternFinding, patternOf } from '#assessment/findings/pattern.ts';
import type { Presumed } from '#assessment/findings/presume.ts';
import { Scales } from '#assessment/findings/scales.ts';
import { BINDING, type Item, type Missed } from '#assessment/findings/scope.ts';
import { setAside } from '#assessment/findings/stand.ts';
import { lacking } from '#assessment/findings/weigh.ts';
import type {
  Element,
  Exception,
  Presumption,
  Standard,
  StrengthTable,
} from '#assessment/standards/standards.ts';

import { sha256 } from '#core/hash.ts';
import { onceFor } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Route } from '#store/tables.ts';
import { elementReason, findingBanner, findingSentence } from '#words/findings.ts';
import type { Language } from '#words/language.ts';
import { presumptionSentence } from '#words/presumptions.ts';

export interface ElementFinding extends ElementStatus {
  readonly id: string;
  readonly name: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly setAside: readonly string[];
  /** Which of them others contradict. */
  readonly contested: readonly Contested[];
  readonly reason: string;
  /** Of an unknown element: what is missing for it to be shown. */
  readonly lacks: ReturnType<typeof lacking>;
  /** Supported by a presumption alone. */
  readonly presumed: boolean;
  /** Strong, fair and weak origins of each direction. */
  readonly strength: { readonly for: readonly number[]; readonly against: readonly number[] };
}

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

/** All of a finding that no language changes; the same question comes again in another, and from another page. */
interface Settled {
  readonly answered: ReturnType<typeof answer>;
  readonly circles: readonly Circle[];
  readonly turns: ReturnType<typeof whatTurns>;
  readonly hash: () => string;
}

/** Kept of the last questions alone: a case of a large dossier is large. */
const MOST_KEPT = 8;

const settledFor = onceFor((_evidence: Evidence) =>
  onceFor((_standard: Standard) => new Map<string, Settled>()),
);

function settle(evidence: Evidence, question: Question): Settled {
  const { standard, presume, proof, strength, place, period, route, dutyBearer, held } = question;
  const known = settledFor(evidence)(standard);
  const presumed = presume?.map(it => it.id);
  const key = JSON.stringify([proof, strength, place, period, route, dutyBearer, held, presumed]);
  const found = known.get(key);
  if (found) return found;
  const answered = answer(evidence, question);
  const circles = circlesIn(answered.judged, evidence.parties);
  const settled = {
    answered,
    circles,
    turns: whatTurns(answered, circles),
    hash: lazily(() => evidenceHash(answered.it, answered.missed)),
  };
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, settled);
  return settled;
}

/** Whether claims that nobody here accepted, or our summaries, count here: for an element, or for the binding of its rule. */
function restsOnUnaccepted(it: Case, judged: Judged): boolean {
  const unaccepted = ({ claim }: Item) => claim.state === 'collected' || claim.abstract;
  const used = [...judged.elements.values()].flatMap(state => [state.for, state.against]);
  if (used.some(items => items.some(unaccepted))) return true;
  const binding = it.items.filter(item => item.bearing.standard === BINDING && unaccepted(item));
  if (it.route !== 'rules' || binding.length === 0) return false;
  const aside = setAside(it.attacks);
  const rules = new Set(used.flatMap(items => items.map(item => item.subject.id)));
  return binding.some(item => rules.has(item.subject.id) && !aside.has(item.claim.id));
}

function lazily<T>(work: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

interface Asking {
  readonly question: Question;
  readonly rebuttals: ReadonlyMap<string, readonly string[]>;
  readonly language: Language;
}

function whatTurns(
  { it, weighed, judged }: Settled['answered'],
  circles: readonly Circle[],
): Changes & Pick<Finding, 'robust'> {
  if (judged.verdict === 'none') return { ...NOTHING_TURNS, robust: [] };
  const scales = new Scales(it);
  return { ...whatChanges(it, judged, weighed, scales), robust: robust(it, scales, circles) };
}

function evidenceHash({ items, attacks, levels, shares }: Case, missed: readonly Missed[]): string {
  const weighed = items.map(({ bearing: { id, element, direction, subject, standard }, claim }) => [
    [id, standard, element, direction, subject],
    [claim.id, claim.state, claim.origin, claim.side, claim.asserter, claim.collector, claim.abstract],
    [levels.get(claim.id) ?? 0, shares.get(claim.id) ?? null],
  ]);
  const inOrder = attacks.map(it => `${it.from} ${it.to}`).sort();
  return sha256(JSON.stringify([weighed, inOrder, missed]));
}

const NONE = { exact: true, size: 0, of: 0 };
const NOTHING_TURNS: Changes = {
  wouldChange: [],
  wouldRefute: [],
  bounds: { withdraw: NONE, show: NONE, refute: NONE },
};

function elementFinding(
  element: Element,
  judged: Judged,
  { question: { proof }, rebuttals: by, language }: Asking,
): ElementFinding {
  const state = judged.elements.get(element.id);
  const ids = (items: readonly Item[] = []) => [...new Set(items.map(item => item.claim.id))].sort();
  const [pro, con] = [ids(state?.for), ids(state?.against)];
  const counts = (body: ElementState['pro'] = [0, 0, 0, 0]) => [body[3], body[2], body[1]];
  const strength = { for: counts(state?.pro), against: counts(state?.con) };
  const { status, origins } = statusIn(judged, element.id);
  const lacks = status === 'unknown' ? lacking(proof, state?.pro ?? [0, 0, 0, 0]) : [];
  const reason = elementReason(
    {
      status,
      strength,
      setAside: state?.aside.length ?? 0,
      presumed: state?.presumed ?? false,
      lacks,
      proof: proof.name[language],
    },
    language,
  );
  return {
    id: element.id,
    name: element.name[language],
    status,
    origins,
    for: pro,
    against: con,
    setAside: ids(state?.aside),
    contested: contestedAmong([...pro, ...con].sort(), by),
    reason,
    presumed: state?.presumed ?? false,
    lacks,
    strength,
  };
}

function exceptionFinding(exception: Exception, judged: Judged, asking: Asking) {
  const finding = elementFinding(exception, judged, asking);
  return { ...finding, invoked: finding.for.length > 0, burden: exception.burden };
}
