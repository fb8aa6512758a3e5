/**
 * Whether a presumption that was asked for applies: only where the dossier records that the duty-bearer was asked and
 * that it stayed silent. It then makes up for what is alleged and not shown, never against evidence to the contrary.
 */
import type { Presumption } from '#assessment/standards/standards.ts';
import { type Evidence, topmost } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';

export interface Presumed {
  readonly presumption: Presumption;
  /** Why it does not apply; empty where it does. */
  readonly whyNot: null | 'goods' | 'no-silence';
  /** Requests after which the duty-bearer stayed silent. */
  readonly requests: readonly string[];
}

export function presumedOn(evidence: Evidence, presumption: Presumption, dutyBearer: string): Presumed {
  if (presumption.when === 'goods') return { presumption, whyNot: 'goods', requests: [] };
  const requests = evidence.requests
    .filter(it => asks(evidence, presumption, it) && isSilent(evidence, it, dutyBearer))
    .map(it => it.id);
  return { presumption, whyNot: requests.length === 0 ? 'no-silence' : null, requests };
}

function asks({ parties, claims }: Evidence, { askers }: Presumption, request: Row<'requests'>): boolean {
  const kind = parties.get(request.asker)?.kind ?? '';
  const stands = (claims.get(request.claim)?.state ?? 'withdrawn') !== 'withdrawn';
  return stands && request.due !== null && (askers.length === 0 || askers.includes(kind));
}

/** The request went to the party or to a body of the same State, its silence is on record, and no answer of it is. */
function isSilent(evidence: Evidence, request: Row<'requests'>, dutyBearer: string): boolean {
  const { parties, replies } = evidence;
  const same = (party: string) => topmost(party, parties) === topmost(dutyBearer, parties);
  const to = ids(request.addressees).flatMap(id => [id, ...ids(parties.get(id)?.members ?? null)]);
  if (!to.some(same)) return false;
  const own = replies.filter(
    it =>
      it.request === request.id &&
      same(it.party) &&
      (evidence.claims.get(it.claim)?.state ?? 'withdrawn') !== 'withdrawn',
  );
  const kinds = own.map(it => it.kind);
  if (kinds.some(kind => kind !== 'silence')) return false;
  return request.state === 'silent' || kinds.length > 0;
}

function ids(cell: string | null): string[] {
  return (cell ?? '').split(' ').filter(it => it !== '');
}
