/** Whom a request to a group reaches: its members on the day it was sent. Pure. */
import { overlaps } from '#core/dates.ts';
import { rowsWith } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';

/**
 * Members of a group on a day, as its memberships say; where it has none on record, its `members` on any day. Without a
 * day, whoever was ever a member. A party that is no group stands for itself.
 */
export function membersOf(evidence: Evidence, id: string, on: string | null): string[] {
  const dated = rowsWith(evidence.memberships, 'group', id);
  if (dated.length > 0) {
    const then = dated.filter(it => on === null || overlaps(it, { from: on, to: on }));
    return [...new Set(then.map(it => it.member))].sort();
  }
  const members = idsIn(evidence.parties.get(id)?.members ?? null);
  return members.length > 0 ? members : [id];
}

/** Ids in one cell. */
export function idsIn(cell: string | null): string[] {
  return cell === null ? [] : cell.split(' ');
}
