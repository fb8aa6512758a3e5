/**
 * What a person set for the last claim of a source, offered for the next one of the same speaker and source.
 * Offered only: nothing is set without a key that says so.
 */
import { type ClaimBody, speakerIn, unasked } from '#evidence/claims/accept.ts';
import type { Changes } from '#evidence/claims/changes.ts';
import type { Claim, Evidence } from '#evidence/claims/claim.ts';
import { claimsBySource, partyNamed } from '#evidence/claims/named.ts';
import { findRow, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Carried {
  /** The claim it was set for. */
  readonly claim: string;
  readonly changes: Changes;
}

/** What goes with a speaker, and what goes with a source whoever speaks in it. */
const BY_SPEAKER = ['side', 'knowledge', 'stake'] as const;
const BY_SOURCE = ['type', 'reach', 'host', 'from', 'to', 'credibility', 'reporter'] as const;
const WHERE: readonly string[] = ['reach', 'host'];
const WHEN: readonly string[] = ['from', 'to'];

/** For each claim proposal what is carried to it; those to which nothing is carried are left out. */
export async function carriedTo(
  store: Store,
  evidence: Evidence,
  proposals: readonly (Pick<Row<'proposals'>, 'id' | 'kind' | 'body'> & { readonly source: string })[],
): Promise<Map<string, Carried>> {
  const result = new Map<string, Carried>();
  const last = new Map<string, Promise<Last[]>>();
  for (const { id, kind, body, source } of proposals) {
    if (kind !== 'claim') continue;
    const known = last.get(source) ?? lastOf(store, evidence, source);
    last.set(source, known);
    const carried = carry(JSON.parse(body) as ClaimBody, await known, evidence);
    if (carried) result.set(id, carried);
  }
  return result;
}

interface Last {
  readonly claim: Claim;
  /** Columns that a person set otherwise than accepting writes them. */
  readonly set: Changes;
}

/** Looked back at most so many claims of a source. */
const BACK = 200;

/** The accepted claims of a source, the last decided first, each with what a person set. */
async function lastOf(store: Store, evidence: Evidence, source: string): Promise<Last[]> {
  const claims = (claimsBySource(evidence).get(source) ?? []).filter(it => it.state === 'accepted');
  const seqs = await decidedAt(
    store,
    claims.map(it => it.id),
  );
  const recent = claims
    .filter(it => seqs.has(it.id))
    .sort((a, b) => (seqs.get(b.id) ?? 0) - (seqs.get(a.id) ?? 0))
    .slice(0, BACK);
  const asserters = new Set<string>();
  const result: Last[] = [];
  for (const claim of recent) {
    if (asserters.has(claim.asserter)) continue;
    asserters.add(claim.asserter);
    const proposal = await findRow(store, 'proposals', claim.id);
    if (proposal) result.push({ claim, set: setIn(claim, proposal, evidence) });
  }
  return result;
}

function setIn(claim: Claim, proposal: Row<'proposals'>, evidence: Evidence): Changes {
  const narrator = partyNamed(evidence, claim.source.publisher) ?? null;
  const body = JSON.parse(proposal.body) as ClaimBody;
  const written: Readonly<Record<string, string | null>> = {
    ...unasked(body, evidence.dossier.sendingState, claim.source.date),
    reporter: narrator === claim.asserter ? null : narrator,
  };
  const columns = [...BY_SPEAKER, ...BY_SOURCE].filter(it => claim[it] !== written[it]);
  return Object.fromEntries(columns.map(it => [it, claim[it] ?? '']));
}

/** From the last claim of the same speaker; else from the last of the source, what does not hang on who speaks. */
function carry(body: ClaimBody, last: readonly Last[], evidence: Evidence): Carried | null {
  const speaker = partyNamed(evidence, speakerIn(body) ?? last[0]?.claim.source.publisher ?? '');
  const same = last.find(it => it.claim.asserter === speaker);
  const from = same ?? last[0];
  if (!from) return null;
  const own: readonly string[] = [
    ...((body.places ?? []).some(it => it !== evidence.dossier.sendingState) ? WHERE : []),
    ...((body.from ?? body.to ?? null) !== null ? WHEN : []),
    ...(from === same ? [] : BY_SPEAKER),
  ];
  const changes = Object.entries(from.set).filter(([column]) => !own.includes(column));
  return changes.length === 0 ? null : { claim: from.claim.id, changes: Object.fromEntries(changes) };
}

/** Subjects asked for at a time. */
const PART = 500;

/** The number of the last act that accepted or edited each claim. */
async function decidedAt(store: Store, ids: readonly string[]): Promise<Map<string, number>> {
  const result = new Map<string, number>();
  for (let at = 0; at < ids.length; at += PART) {
    const subjects = ids.slice(at, at + PART).map(id => `claims/${id}`);
    const rows = await store.db
      .selectFrom('history')
      .where('dossier', '=', store.dossier)
      .where('subject', 'in', subjects)
      .where('act', 'in', ['accept', 'edit'])
      .groupBy('subject')
      .select(it => ['subject', it.fn.max('seq').as('seq')])
      .execute();
    for (const { subject, seq } of rows) result.set(subject.slice('claims/'.length), Number(seq));
  }
  return result;
}
