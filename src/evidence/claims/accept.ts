/** A proposal becomes rows: a claim with its passage, a figure or a bearing on a claim, or a new anchor of one. */

import { Problem } from '#core/errors.ts';
import { idFrom } from '#core/ids.ts';
import { countryOf, isPlace, WORLD } from '#core/places.ts';
import { bindRule } from '#evidence/claims/bear.ts';
import { changed, type Terms } from '#evidence/claims/changes.ts';
import { acceptCopy } from '#evidence/claims/copies.ts';
import { type Known, knownIn } from '#evidence/claims/known.ts';
import { pageAt, passageOf } from '#evidence/claims/passage.ts';
import { namedSubject, subjectFor } from '#evidence/claims/subjects.ts';
import { findRow, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** What a claim proposal's body says beyond its offsets. */
export interface ClaimBody {
  readonly mode: Row<'claims'>['mode'];
  readonly speaker: { readonly name: string | null; readonly text?: string } | null;
  /** Whose words they are where the subject is left out. */
  readonly dropped?: string | null;
  /** Every place its words name, ISO 3166-1 alpha-3. */
  readonly places?: readonly string[];
  /** The one period its words name, where they name one. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Who speaks, as the text calls them; null: the outlet itself. */
export function speakerIn({ speaker, dropped }: Pick<ClaimBody, 'speaker' | 'dropped'>): string | null {
  return speaker?.name ?? dropped ?? speaker?.text ?? null;
}

/** One act of accepting: what it may write, what it knows, on what terms. */
interface Accepting {
  readonly write: Write;
  readonly known: Known;
  readonly terms: Terms;
}

type Accept = (proposal: Row<'proposals'>, on: Accepting) => Promise<string | null>;

/** Decides on proposals inside an act, one after the other. */
export interface Deciding {
  /** Answers the id of the claim it became, or bears on; null for a copy. */
  accept(proposal: Row<'proposals'>): Promise<string | null>;
  /** With a claim goes what stands in no other claim. Answers the ids of all that was rejected. */
  reject(proposal: Row<'proposals'>): Promise<string[]>;
}

export function deciding(write: Write, terms: Terms): Deciding {
  const on = { write, known: knownIn(write), terms };
  return { accept: proposal => acceptOne(proposal, on), reject: proposal => rejectOne(proposal, on) };
}

async function rejectOne(proposal: Row<'proposals'>, { write, known }: Accepting): Promise<string[]> {
  const reject = async (row: Row<'proposals'>) => {
    const rejected = { ...row, state: 'rejected' as const };
    await write.put('proposals', rejected);
    await known.put(rejected);
  };
  await reject(proposal);
  if (proposal.kind !== 'claim') return [proposal.id];
  const orphans = await known.orphans(proposal.text, proposal.start, proposal.end);
  for (const it of orphans) await reject(it);
  return [proposal, ...orphans].map(it => it.id);
}

async function acceptOne(proposal: Row<'proposals'>, on: Accepting): Promise<string | null> {
  const claim = await accepted[proposal.kind](proposal, on);
  const row = { ...proposal, state: 'accepted' as const, claim };
  await on.write.put('proposals', row);
  await on.known.put(row);
  return claim;
}

const accepted = {
  claim: acceptClaim,
  figure: acceptFigure,
  bearing: acceptBearing,
  anchor: acceptAnchor,
  copy: (proposal, { write }) => acceptCopy(write, proposal),
} satisfies Record<Row<'proposals'>['kind'], Accept>;

/** Columns that a person sets for this proposal. */
function changesFor(proposal: Row<'proposals'>, { changes = {}, changesOf }: Terms) {
  return { ...changesOf?.(proposal), ...changes };
}

async function acceptClaim(proposal: Row<'proposals'>, { write, known, terms }: Accepting): Promise<string> {
  const { source } = await known.textOf(proposal.text);
  const body = JSON.parse(proposal.body) as ClaimBody;
  const speaker = speakerIn(body);
  const narrator = await known.partyFor(source.publisher, 'media');
  const asserter = speaker === null ? narrator : await known.partyFor(speaker, 'other');
  const sendingState = await known.sendingState();
  const passage = await passageFor(proposal, known);
  await write.put('passages', passage);
  const claim: Row<'claims'> = {
    id: proposal.id,
    passage: passage.id,
    state: 'accepted',
    asserter,
    reporter: asserter === narrator ? null : narrator,
    mode: body.mode,
    proposition: passage.exact,
    sendingState,
    ...unasked(body, sendingState, source.date),
    credibilityReason: null,
    origin: null,
    collector: null,
    protection: 'public',
    note: null,
  };
  await write.put('claims', changed('claims', claim, changesFor(proposal, terms)));
  return claim.id;
}

/** What accepting writes where a person sets nothing: the least that can be said, and what the words name. */
export function unasked(body: ClaimBody, sendingState: string, published: string | null) {
  return {
    side: 'neutral' as const,
    type: 'fact' as const,
    knowledge: 'hearsay' as const,
    stake: 'no' as const,
    credibility: '6' as const,
    ...whereAndWhen(body, sendingState, published),
  };
}

/** The host and the period that the words name, where they name one; else nothing, and the day of publication. */
function whereAndWhen(
  { places = [], from = null, to = null }: ClaimBody,
  sendingState: string,
  published: string | null,
): Pick<Row<'claims'>, 'reach' | 'host' | 'from' | 'to'> {
  const hosts = places.filter(it => it !== sendingState);
  const host = hosts.length === 1 ? (hosts[0] ?? null) : null;
  const period = from === null && to === null ? { from: published, to: published } : { from, to };
  return { reach: host === null ? 'unspecified' : 'host', host, ...period };
}

async function acceptFigure(proposal: Row<'proposals'>, on: Accepting): Promise<string> {
  const claim = await claimAround(proposal, on);
  const it = JSON.parse(proposal.body) as Pick<
    Row<'figures'>,
    'comparator' | 'value' | 'low' | 'high' | 'currency'
  > & { unit: string | null };
  const figure: Row<'figures'> = {
    id: `${proposal.id}`,
    claim: claim.id,
    counted: idFrom(it.unit ?? '') || 'people',
    unit: idFrom(it.unit ?? '') || 'total',
    population: null,
    place: claim.host !== null && isPlace(claim.host) ? countryOf(claim.host) : WORLD,
    from: claim.from,
    to: claim.to,
    measure: 'stock',
    comparator: it.comparator,
    value: it.value,
    low: it.low,
    high: it.high,
    currency: it.currency,
    definition: null,
    revises: null,
    note: null,
  };
  await on.write.put('figures', changed('figures', figure, changesFor(proposal, on.terms)));
  return claim.id;
}

interface BearingBody {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  /** Given where it follows from another bearing. */
  readonly subject?: string;
  readonly reason?: string;
}

async function acceptBearing(proposal: Row<'proposals'>, on: Accepting): Promise<string> {
  const it = JSON.parse(proposal.body) as BearingBody;
  const claim = await claimBearing(proposal, on);
  const { subject: named, ...set } = changesFor(proposal, on.terms) as {
    readonly subject?: string;
    readonly element?: string;
  };
  const element = set.element ?? it.element;
  const bearing: Row<'bearings'> = {
    id: proposal.id,
    claim: claim.id,
    standard: on.terms.standardOf?.(element) ?? element.split('.')[0] ?? element,
    element,
    direction: it.direction,
    subject: named ? await subjectFor(on.write, named) : (it.subject ?? (await subjectOf(claim, on))),
    reason: it.reason ?? `“${proposal.exact.slice(0, 200)}”`,
  };
  const row = changed('bearings', bearing, set);
  await on.write.put('bearings', row);
  if (on.terms.binds !== undefined) await bindRule(on.write, row, on.terms.binds);
  return claim.id;
}

/** Whom a claim is about where nobody says so: a claim about a rule, the rule its source lays down; else the programme. */
async function subjectOf(claim: Row<'claims'>, { write, known }: Accepting): Promise<string> {
  if (claim.type !== 'rule') return known.programme();
  const passage = await findRow(write.store, 'passages', claim.passage);
  const { source } = await known.textOf(passage?.text ?? '');
  return namedSubject(write, 'rule', source.title);
}

/** The claim that is named, where the bearing follows from another one of it; else the one around its words. */
async function claimBearing(proposal: Row<'proposals'>, on: Accepting): Promise<Row<'claims'>> {
  if (proposal.claim === null) return claimAround(proposal, on);
  const claim = await findRow(on.write.store, 'claims', proposal.claim);
  if (!claim || claim.state === 'withdrawn')
    throw new Problem('row.missing', { where: 'claim', what: proposal.claim });
  return claim;
}

/** The claim of a cited source is tied to the true words instead of our abstract; its old passage stays. */
async function acceptAnchor(proposal: Row<'proposals'>, { write, known, terms }: Accepting): Promise<string> {
  const claim = proposal.claim === null ? undefined : await findRow(write.store, 'claims', proposal.claim);
  if (!claim) throw new Problem('row.missing', { where: 'claim', what: proposal.claim ?? proposal.id });
  const passage = await passageFor(proposal, known);
  await write.put('passages', passage);
  const row = { ...claim, passage: passage.id, state: 'accepted' as const };
  await write.put('claims', changed('claims', row, changesFor(proposal, terms)));
  return claim.id;
}

async function passageFor({ id, text: textId, start, end }: Row<'proposals'>, known: Known) {
  const { text, body } = await known.textOf(textId);
  return passageOf(`${id}.p`, text.id, body, start, end, pageAt(text.pages, start));
}

/** The claim whose words hold this proposal's, made from the claim proposal around it where it still waits. */
async function claimAround(proposal: Row<'proposals'>, on: Accepting): Promise<Row<'claims'>> {
  const around = await on.known.around(proposal.text, proposal.start, proposal.end);
  if (!around)
    throw new Problem('row.missing', {
      where: 'claim',
      what: `${proposal.id} (accept the claim around it first)`,
    });
  // what is set for a figure or a bearing is not the claim's
  const { changes: _, ...terms } = on.terms;
  if (around.state === 'waiting') await acceptOne(around, { ...on, terms });
  const claim = await findRow(on.write.store, 'claims', around.claim ?? around.id);
  if (!claim) throw new Problem('row.missing', { where: 'claim', what: around.id });
  return claim;
}
