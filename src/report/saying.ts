/** What every chapter needs: the evidence that leaves, the reader's language, and how claims are named and linked. */
import { onceFor } from '#core/lookup.ts';
import { type Claim, type Evidence, partyName } from '#evidence/claims/claims.ts';
import type { Cell, Inline } from '#report/blocks.ts';
import type { ReportOptions } from '#report/options.ts';
import type { Redacted } from '#report/redact.ts';
import { answerWords } from '#words/answers.ts';
import { formatBounds, formatShare, type Holes, type Language, type Sentence, say } from '#words/language.ts';
import { reportWords } from '#words/report.ts';

export interface Saying extends Redacted {
  /** Before anything was withheld. */
  readonly whole: Evidence;
  readonly options: ReportOptions;
  readonly language: Language;
  t(sentence: Sentence | undefined, holes?: Holes): string;
}

export function saying(
  whole: Evidence,
  redacted: Redacted,
  options: ReportOptions,
  language: Language,
): Saying {
  const t: Saying['t'] = (sentence, holes) => (sentence ? say(sentence, language, holes) : '');
  return { ...redacted, whole, options, language, t };
}

const SIDES: Readonly<Record<string, string>> = { critical: '▲', defending: '●', neutral: '■' };

export function sideSign(side: string): string {
  return SIDES[side] ?? '■';
}

/** A claim by who says so. */
export function claimLink({ evidence }: Saying, id: string): Inline {
  const claim = evidence.claims.get(id);
  if (!claim) return id;
  return { text: `${sideSign(claim.side)} ${partyName(evidence, claim.asserter)} (${id})`, claim: id };
}

/** Claims by who says so, with a mark on those that are only cited; or that there is none. */
export function claimLinks(it: Saying, ids: readonly string[]): Cell {
  if (ids.length === 0) return [it.t(reportWords.none)];
  return ids.flatMap((id, index) => [
    ...(index === 0 ? [] : ['; ']),
    claimLink(it, id),
    ...(it.evidence.claims.get(id)?.abstract ? [{ mark: '°' }] : []),
  ]);
}

/** A number that opens its claims; marked where one of them is only cited. */
export function opens(it: Saying, text: string, claims: readonly string[]): Cell {
  const [first, ...more] = claims;
  if (first === undefined) return [text];
  const cited = claims.some(id => it.evidence.claims.get(id)?.abstract);
  return [
    { text, claim: first },
    ...more.flatMap((id, at): Cell => [' ', { text: `[${at + 2}]`, claim: id }]),
    ...(cited ? [{ mark: '°' }] : []),
  ];
}

export function unitOf(unit: string, language: Language): string {
  return answerWords.units[unit]?.[language] ?? unit.replaceAll('-', ' ');
}

export function bounds(low: number | null, high: number | null, { language }: Saying): string {
  return formatBounds(low, high, language);
}

export function shareText(share: { low: number; high: number } | null, { language }: Saying): string {
  if (!share) return '–';
  const [from, to] = [formatShare(share.low, language), formatShare(share.high, language)];
  return from === to ? from : `${from} – ${to}`;
}

/** Claims to which an answer was searched for, with the searches. */
export const searchesByClaim = onceFor((evidence: Evidence) =>
  Map.groupBy(evidence.searches, it => it.claim),
);

export function standingClaims(evidence: Evidence): Claim[] {
  return [...evidence.claims.values()].filter(it => it.state !== 'withdrawn');
}
