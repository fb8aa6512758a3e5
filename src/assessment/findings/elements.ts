/** One element of a finding: its status, the claims on either side, and one plain sentence. */
import { type ElementStatus, type Question, statusIn } from '#assessment/findings/case.ts';
import { type Contested, contestedAmong } from '#assessment/findings/contested.ts';
import type { ElementState, Judged } from '#assessment/findings/judge.ts';
import type { Item } from '#assessment/findings/scope.ts';
import { lacking } from '#assessment/findings/weigh.ts';
import type { Element, Exception } from '#assessment/standards/standards.ts';
import { elementReason } from '#words/findings.ts';
import type { Language } from '#words/language.ts';

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

export interface Asking {
  readonly question: Question;
  readonly rebuttals: ReadonlyMap<string, readonly string[]>;
  readonly language: Language;
}

export function elementFinding(
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

export function exceptionFinding(exception: Exception, judged: Judged, asking: Asking) {
  const finding = elementFinding(exception, judged, asking);
  return { ...finding, invoked: finding.for.length > 0, burden: exception.burden };
}
