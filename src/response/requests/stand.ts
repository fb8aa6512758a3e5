/** How a request stands with each of its addressees on a day, and how late that is. Pure: the day is an argument. */
import { daysOf } from '#core/dates.ts';
import type { Row } from '#store/tables.ts';

type State = Row<'requests'>['state'];
type Reply = Row<'replies'>;

export interface Standing {
  readonly party: string;
  readonly state: State;
  /** Null where no day is given, or nothing was due by a known day. */
  readonly late: 'no' | 'overdue' | 'very-overdue' | null;
}

const after: Readonly<Record<Reply['kind'], State>> = {
  reply: 'replied',
  comment: 'replied',
  partial: 'partly-replied',
  refusal: 'refused',
  silence: 'silent',
  deferral: 'waiting',
};

/** `replies` are those of this addressee. What came after `at` is not known on that day. */
export function standingOf(
  request: Row<'requests'>,
  party: string,
  alone: boolean,
  replies: readonly Reply[],
  at: string | undefined,
): Standing {
  const last = replies
    .filter(it => at === undefined || firstDay(it.date) <= lastDay(at))
    .sort((a, b) => firstDay(a.date) - firstDay(b.date))
    .at(-1);
  const state = last ? after[last.kind] : unheard(request.state, alone, replies.length > 0);
  return { party, state, late: at === undefined ? null : lateness(request, state, at) };
}

/** The state noted for the whole request says of one of several addressees only that nothing came. */
function unheard(noted: State, alone: boolean, later: boolean): State {
  if (later) return 'waiting';
  return alone || noted === 'silent' ? noted : 'waiting';
}

/** Very overdue: as many days late again as had been given. */
function lateness({ sent, due }: Row<'requests'>, state: State, at: string): Standing['late'] {
  const end = due === null ? undefined : daysOf(due)?.last;
  if (end === undefined) return null;
  const late = firstDay(at) - end;
  if (late <= 0 || (state !== 'waiting' && state !== 'silent')) return 'no';
  const given = sent === null ? Number.POSITIVE_INFINITY : end - lastDay(sent);
  return late > given ? 'very-overdue' : 'overdue';
}

function firstDay(date: string | null): number {
  return date === null ? Number.NEGATIVE_INFINITY : (daysOf(date)?.first ?? Number.NEGATIVE_INFINITY);
}

function lastDay(date: string): number {
  return daysOf(date)?.last ?? Number.POSITIVE_INFINITY;
}
