/** A proposal becomes rows: a claim with its passage, a figure or a bearing on a claim, or a new anchor of one. */

import { Problem } from '#core/errors.ts';
import { idFrom } from '#core/ids.ts';
import { countryOf, isPlace, WORLD } from '#core/places.ts';
import { changed, type Terms } from '#evidence/claims/changes.ts';
import { acceptCopy } from '#evidence/claims/copies.ts';
import { pageAt, passageOf } from '#evidence/claims/passage.ts';
import { findRow, readDossier, readRows, readText, type Store, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** What a claim proposal's body says beyond its offsets. */
interface ClaimBody {
  readonly mode: Row<'claims'>['mode'];
  readonly speaker: { readonly name: string | null; readonly text: string } | null;
  /** Who goes on speaking where the subject is left out. */
  readonly dropped?: string | null;
}

/** Accepts one proposal inside an act; answers the id of the claim it became, or bears on; null for a copy. */
export async function acceptProposal(
  write: Write,
  proposal: Row<'proposals'>,
  terms: Terms,
): Promise<string | null> {
  const claim = await accepted[proposal.kind](write, proposal, terms);
  await write.put('proposals', { ...proposal, state: 'accepted', claim });
  return claim;
}

const accepted = {
  claim: acceptClaim,
  figure: acceptFigure,
  bearing: acceptBearing,
  anchor: acceptAnchor,
  copy: acceptCopy,
} satisfies Record<
  Row<'proposals'>['kind'],
  (write: Write, it: Row<'proposals'>, terms: Terms) => Promise<string | null>
>;

async function acceptClaim(
  write: Write,
  proposal: Row<'proposals'>,
  { changes = {} }: Terms,
): Promise<string> {
  const { text, source, body } = await textOf(write.store, proposal.text);
  const { mode, speaker, dropped } = JSON.parse(proposal.body) as ClaimBody;
  const name = speaker?.name ?? dropped ?? speaker?.text;
  const narrator = await partyFor(write, source.publisher, 'media');
  const asserter = name ? await partyFor(write, name, 'other') : narrator;
  const passage = passageOf(
    `${proposal.id}.p`,
    text.id,
    body,
    proposal.start,
    proposal.end,
    pageAt(text.pages, proposal.start),
  );
  await write.put('passages', passage);
  const { sendingState } = await readDossier(write.store);
  const claim: Row<'claims'> = {
    id: proposal.id,
    passage: passage.id,
    state: 'accepted',
    asserter,
    reporter: asserter === narrator ? null : narrator,
    side: 'neutral',
    type: 'fact',
    mode,
    knowledge: 'hearsay',
    stake: 'no',
    proposition: passage.exact,
    sendingState,
    reach: 'unspecified',
    host: null,
    from: source.date,
    to: source.date,
    credibility: '6',
    credibilityReason: null,
    origin: null,
    collector: null,
    protection: 'public',
    note: null,
  };
  await write.put('claims', changed('claims', claim, changes));
  return claim.id;
}

async function acceptFigure(
  write: Write,
  proposal: Row<'proposals'>,
  { changes = {} }: Terms,
): Promise<string> {
  const claim = await claimAround(write, proposal);
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
  await write.put('figures', changed('figures', figure, changes));
  return claim.id;
}

async function acceptBearing(
  write: Write,
  proposal: Row<'proposals'>,
  { changes = {}, standardOf }: Terms,
): Promise<string> {
  const claim = await claimAround(write, proposal);
  const it = JSON.parse(proposal.body) as { element: string; direction: 'supports' | 'rebuts' };
  const [programme] = (await readRows(write.store, 'subjects')).filter(
    subject => subject.kind === 'programme',
  );
  if (!programme)
    await write.put('subjects', {
      id: 'programme',
      name: 'programme',
      kind: 'programme',
      party: null,
      frame: null,
      n: null,
      from: null,
      to: null,
      note: null,
    });
  const bearing: Row<'bearings'> = {
    id: proposal.id,
    claim: claim.id,
    standard: standardOf?.(it.element) ?? it.element.split('.')[0] ?? it.element,
    element: it.element,
    direction: it.direction,
    subject: programme?.id ?? 'programme',
    reason: `“${proposal.exact.slice(0, 200)}”`,
  };
  await write.put('bearings', changed('bearings', bearing, changes));
  return claim.id;
}

/** The claim of a cited source is tied to the true words instead of our abstract; its old passage stays. */
async function acceptAnchor(
  write: Write,
  proposal: Row<'proposals'>,
  { changes = {} }: Terms,
): Promise<string> {
  const { text, body } = await textOf(write.store, proposal.text);
  const claim = proposal.claim === null ? undefined : await findRow(write.store, 'claims', proposal.claim);
  if (!claim) throw new Problem('row.missing', { where: 'claim', what: proposal.claim ?? proposal.id });
  const passage = passageOf(
    `${proposal.id}.p`,
    text.id,
    body,
    proposal.start,
    proposal.end,
    pageAt(text.pages, proposal.start),
  );
  await write.put('passages', passage);
  await write.put('claims', changed('claims', { ...claim, passage: passage.id, state: 'accepted' }, changes));
  return claim.id;
}

/** The claim whose words hold this proposal's, made from the claim proposal around it where it still waits. */
async function claimAround(write: Write, proposal: Row<'proposals'>): Promise<Row<'claims'>> {
  const around = (await readRows(write.store, 'proposals'))
    .filter(it => it.kind === 'claim' && it.text === proposal.text && it.state !== 'rejected')
    .filter(it => it.start <= proposal.start && it.end >= proposal.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!around)
    throw new Problem('row.missing', {
      where: 'claim',
      what: `${proposal.id} (accept the claim around it first)`,
    });
  if (around.state === 'waiting') await acceptProposal(write, around, {});
  const claim = await findRow(write.store, 'claims', around.claim ?? around.id);
  if (!claim) throw new Problem('row.missing', { where: 'claim', what: around.id });
  return claim;
}

async function textOf(store: Store, id: string) {
  const text = await findRow(store, 'texts', id);
  const source = text && (await findRow(store, 'sources', text.source));
  const body = await readText(store, id);
  if (!text || !source || body === undefined) throw new Problem('row.missing', { where: 'text', what: id });
  return { text, source, body };
}

/** The party of that name or alias, or a new one. */
async function partyFor(write: Write, name: string, kind: Row<'parties'>['kind']): Promise<string> {
  const parties = await readRows(write.store, 'parties');
  const known = parties.find(it => it.name === name || it.aliases?.split('; ').includes(name));
  if (known) return known.id;
  const plain = idFrom(name) || 'unnamed';
  const id = parties.some(it => it.id === plain) ? `${plain}-${parties.length}` : plain;
  await write.put('parties', {
    id,
    name,
    kind,
    parent: null,
    place: null,
    aliases: null,
    members: null,
    note: null,
  });
  return id;
}
