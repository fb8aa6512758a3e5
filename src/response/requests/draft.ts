/** A letter that asks: from what a finding leaves open, or to a party named in claims. Nothing is recorded. Pure. */
import type { Finding } from '#assessment/findings/findings.ts';
import { Problem } from '#core/errors.ts';
import { type Claim, type Evidence, partyName } from '#evidence/claims/claims.ts';
import { type Counting, dueOn, holidaysAt } from '#response/requests/due.ts';
import { formatDate, formatDates, formatList, type Language, oneLine, say } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { requestWords as words } from '#words/requests.ts';

export interface Draft {
  /** Ids of parties. */
  readonly from: string;
  readonly to: readonly string[];
  /** What is asked about; by default the scope of the finding, or the claims. */
  readonly about?: string | undefined;
  readonly basis?: string | undefined;
  /** The day the letter is sent, whole. */
  readonly sent: string;
  readonly deadline?: Counting | undefined;
  /** The finding whose open elements are asked about. */
  readonly finding?: Finding | undefined;
  /** Claims that the addressee is asked to comment on. */
  readonly claims?: readonly string[] | undefined;
  /** Questions in one's own words. */
  readonly questions?: readonly string[] | undefined;
  readonly language: Language;
}

export interface Question {
  readonly text: string;
  readonly element: string | null;
  readonly about: string | null;
}

export interface Letter {
  readonly language: Language;
  readonly about: string;
  readonly subject: string;
  /** Who writes to whom, and when. */
  readonly head: readonly string[];
  readonly opening: readonly string[];
  readonly questions: readonly Question[];
  readonly closing: readonly string[];
  readonly from: string;
  readonly due: string | null;
}

/** Throws `row.missing` for a party or a claim that is not there, `usage.missing` where nothing would be asked. */
export function draftOf(evidence: Evidence, draft: Draft): Letter {
  const { language, finding, sent } = draft;
  const [from, ...to] = [draft.from, ...draft.to].map(id => nameOf(evidence, id));
  const claims = (draft.claims ?? []).map(id => claimOf(evidence, id));
  const questions = [
    ...openElements(finding).map(({ id, name }) =>
      asked(say(words.element, language, { element: name }), id),
    ),
    ...claims.map(it => asked(told(it, evidence, language), null, it.id)),
    ...(draft.questions ?? []).map(text => asked(text.trim(), null)),
  ].filter(it => it.text !== '');
  if (questions.length === 0)
    throw new Problem('usage.missing', { where: 'requests draft', what: '--standard, --claim, --question' });
  const comment = claims.length > 0;
  const about = oneLine(draft.about ?? scopeOf(finding, claims, language));
  const due = draft.deadline ? dueOn(sent, draft.deadline, evidence.holidays) : null;
  return {
    language,
    about,
    subject: say(comment ? words.commentSubject : words.subject, language, { about }),
    head: [
      say(words.to, language, { to: formatList(to, language) }),
      say(words.from, language, { from: from ?? '' }),
      say(words.date, language, { date: formatDate(sent, language) }),
    ],
    opening: [
      say(comment ? words.commentOpening : words.opening, language, { about }),
      ...(finding ? [say(words.standard, language, { standard: finding.standard.title })] : []),
      ...(finding?.banner ? [finding.banner] : []),
      ...(draft.basis ? [say(words.basis, language, { basis: draft.basis })] : []),
    ],
    questions,
    closing: [...(due === null ? [] : [dueSentence(evidence, draft, due)]), words.silence[language]],
    from: from ?? '',
    due,
  };
}

/** The letter as plain text: a line for each thing, the questions numbered. */
export function letterText({ subject, head, opening, questions, closing, from }: Letter): string {
  const parts = [
    head.join('\n'),
    subject,
    ...opening,
    questions.map(({ text }, index) => `${index + 1}. ${text}`).join('\n'),
    ...closing,
    from,
  ];
  return `${parts.join('\n\n')}\n`;
}

function asked(text: string, element: string | null, about: string | null = null): Question {
  return { text: oneLine(text), element, about };
}

/** What the finding does not settle: unknown, or with evidence that does not prevail. */
function openElements(finding: Finding | undefined) {
  return (finding?.elements ?? []).filter(it => it.status === 'unknown' || it.status === 'conflicting');
}

function scopeOf(finding: Finding | undefined, claims: readonly Claim[], language: Language): string {
  const places = finding ? finding.scope.places : [...new Set(claims.map(it => it.place))];
  const period = finding ? formatDates(finding.scope.from, finding.scope.to, language) : '';
  const named = formatList(
    places.slice(0, 5).map(it => placeName(it, language)),
    language,
  );
  const scope = [named, period].filter(it => it !== '').join(', ');
  return scope === '' ? words.allWork[language] : say(words.workersAbroad, language, { scope });
}

function told({ proposition, asserter, source }: Claim, evidence: Evidence, language: Language): string {
  const told = { proposition, asserter: partyName(evidence, asserter), source: source.title };
  return say(words.claim, language, told);
}

function dueSentence(evidence: Evidence, { deadline, language }: Draft, due: string): string {
  const by = say(words.due, language, { due: formatDate(due, language) });
  if (!deadline) return by;
  const { days, counted, place } = deadline;
  const holidays = holidaysAt(place, evidence.holidays).length;
  return `${by} ${say(words.counted[counted], language, { days, place: placeName(place, language), holidays })}`;
}

function nameOf(evidence: Evidence, id: string): string {
  if (!evidence.parties.has(id)) throw new Problem('row.missing', { where: 'party', what: id });
  return partyName(evidence, id);
}

/** A protected claim goes into no letter. */
function claimOf(evidence: Evidence, id: string): Claim {
  const claim = evidence.claims.get(id);
  if (!claim || claim.state === 'withdrawn') throw new Problem('row.missing', { where: 'claim', what: id });
  if (claim.protection !== 'public') throw new Problem('protected.refused', { what: `claims/${id}` });
  return claim;
}
