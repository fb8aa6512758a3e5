/** The door of the requests: what was asked of whom, by when, and what came back. Pure. */
import { daysOf } from '#core/dates.ts';
import { rowsWith } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type Standing, standingOf } from '#response/requests/stand.ts';
import type { Row } from '#store/tables.ts';

export interface Request extends Omit<Row<'requests'>, 'addressees' | 'also'> {
  /** A group is expanded to its members. */
  readonly addressees: readonly string[];
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

function requestOf(
  evidence: Evidence,
  { addressees, also, ...row }: Row<'requests'>,
  today: string | undefined,
): Request {
  const replies = rowsWith(evidence.replies, 'request', row.id).filter(
    reply => evidence.claims.get(reply.claim)?.state !== 'withdrawn',
  );
  const asked = idsIn(addressees).flatMap(id => expand(evidence, id));
  const heard = new Set(
    replies
      .filter(reply => reply.kind !== 'silence')
      .flatMap(reply => [reply.party, evidence.parties.get(reply.party)?.parent ?? '']),
  );
  return {
    ...row,
    addressees: asked,
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

function expand(evidence: Evidence, id: string): string[] {
  const members = idsIn(evidence.parties.get(id)?.members ?? null);
  return members.length > 0 ? members : [id];
}

function idsIn(cell: string | null): string[] {
  return cell === null ? [] : cell.split(' ');
}

function after(day: string, due: string): boolean {
  return (daysOf(day)?.first ?? 0) > (daysOf(due)?.last ?? Number.POSITIVE_INFINITY);
}
