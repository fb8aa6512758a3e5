/** The door of the requests: what was asked of whom, by when, and what came back. */
import { daysOf } from '#core/dates.ts';
import { rowsWith } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type Counting, dueOn, holidaysAt } from '#response/requests/due.ts';
import { idsIn, membersOf } from '#response/requests/groups.ts';
import { type Standing, standingOf } from '#response/requests/stand.ts';
import type { Row } from '#store/tables.ts';

export { calendarOf } from '#response/requests/calendar.ts';
export { type Draft, draftOf, letterText } from '#response/requests/draft.ts';
export { type Counting, countingOf } from '#response/requests/due.ts';
export { letterDocx } from '#response/requests/letter-docx.ts';
export { addReply, noteState, recordRequest } from '#response/requests/record.ts';

export interface Request extends Omit<Row<'requests'>, 'addressees' | 'also'> {
  /** A group is expanded to its members on the day it was sent. */
  readonly addressees: readonly string[];
  readonly questions: readonly Row<'questions'>[];
  /** How its day was counted, where it was not given one. */
  readonly deadline: Counting | null;
  /** Holidays on record for that place; none: only weekends were left out. */
  readonly holidays: number;
  readonly claims: readonly string[];
  readonly replies: readonly Row<'replies'>[];
  /** Addressees that have not replied, as far as the dossier knows. */
  readonly silent: readonly string[];
  /** How it stands with each addressee, on the day asked about. */
  readonly standing: readonly Standing[];
  /** Null where no day is given to compute it for. */
  readonly overdue: boolean | null;
}

/** By day sent, then id. `today` is a date. */
export function requests(evidence: Evidence, today?: string): Request[] {
  return evidence.requests
    .filter(row => evidence.claims.get(row.claim)?.state !== 'withdrawn')
    .map(row => requestOf(evidence, row, today))
    .sort((a, b) => (`${a.sent ?? ''} ${a.id}` < `${b.sent ?? ''} ${b.id}` ? -1 : 1));
}

function requestOf(evidence: Evidence, given: Row<'requests'>, today: string | undefined): Request {
  const counted = counting(evidence, given);
  const { addressees, also, ...row } = { ...given, due: given.due ?? counted.due };
  const replies = rowsWith(evidence.replies, 'request', row.id).filter(
    reply => evidence.claims.get(reply.claim)?.state !== 'withdrawn',
  );
  const asked = idsIn(addressees).flatMap(id => membersOf(evidence, id, row.sent));
  const heard = new Set(
    replies
      .filter(reply => reply.kind !== 'silence')
      .flatMap(reply => [reply.party, evidence.parties.get(reply.party)?.parent ?? '']),
  );
  return {
    ...row,
    addressees: asked,
    questions: rowsWith(evidence.questions, 'request', row.id),
    deadline: counted.deadline,
    holidays: counted.holidays,
    claims: [row.claim, ...idsIn(also)],
    replies,
    standing: asked.map(id =>
      standingOf(
        { addressees, also, ...row },
        id,
        asked.length === 1,
        replies.filter(it => it.party === id || evidence.parties.get(it.party)?.parent === id),
        today,
      ),
    ),
    silent: asked.filter(id => !heard.has(id)),
    overdue:
      today === undefined || row.due === null ? null : row.state === 'waiting' && after(today, row.due),
  };
}

/** The day that its deadline comes to, where it names none itself. */
function counting(evidence: Evidence, { id, sent, due }: Row<'requests'>) {
  const deadline = rowsWith(evidence.deadlines, 'request', id)[0] ?? null;
  if (!deadline || due !== null || sent === null) return { due: null, deadline: null, holidays: 0 };
  const holidays = holidaysAt(deadline.place, evidence.holidays).length;
  return { due: dueOn(sent, deadline, evidence.holidays), deadline, holidays };
}

function after(day: string, due: string): boolean {
  return (daysOf(day)?.first ?? 0) > (daysOf(due)?.last ?? Number.POSITIVE_INFINITY);
}
