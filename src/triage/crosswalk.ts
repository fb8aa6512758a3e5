/**
 * Bearings that follow from those the dossier has, by the crosswalk between standards: written down as proposals that
 * wait for a person, each once. What is contestable has no confidence and is accepted by itself only.
 */
import { type Lead, leadsFrom, loadCrosswalk, loadStandards } from '#assessment/standards/standards.ts';
import { canonical } from '#core/canonical.ts';
import { sha256 } from '#core/hash.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type Actor, act, readRows, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';
import { type Language, say } from '#words/language.ts';
import { crosswalkWords } from '#words/standards.ts';

export interface Crossed {
  readonly id: string;
  readonly from: string;
  readonly claim: string;
  readonly element: string;
  readonly standard: string;
  readonly direction: 'supports' | 'rebuts';
  readonly ask: boolean;
  readonly fact: string;
  readonly reason: string;
  readonly state: Row<'proposals'>['state'] | 'new';
}

export interface Wanted {
  /** Only where the bearing is on this element. */
  readonly element?: string | undefined;
  /** Only towards this standard. */
  readonly standard?: string | undefined;
}

/** Where a person's sureness would be: the table says that such a fact bears there, nobody has looked yet. */
const SURE = 0.5;

/** What follows and is no bearing of the same claim and subject yet; `write`: puts what is new before a person. */
export async function crosswalk(
  store: Store,
  evidence: Evidence,
  wanted: Wanted,
  language: Language,
  write?: Actor,
): Promise<Crossed[]> {
  const standards = await loadStandards();
  const facts = await loadCrosswalk(standards);
  const before = new Map((await readRows(store, 'proposals')).map(it => [it.id, it.state]));
  const has = new Set(evidence.bearings.map(it => keyOf(it.claim, it.element, it.subject)));
  const found = new Map<string, { crossed: Crossed; bearing: Row<'bearings'> }>();
  for (const bearing of evidence.bearings) {
    if (wanted.element !== undefined && bearing.element !== wanted.element) continue;
    if ((evidence.claims.get(bearing.claim)?.state ?? 'withdrawn') === 'withdrawn') continue;
    for (const lead of leadsFrom(facts, standards, bearing)) {
      const key = keyOf(bearing.claim, lead.element, bearing.subject);
      if (wanted.standard !== undefined && lead.standard !== wanted.standard) continue;
      const id = `x.${sha256(key).slice(0, 20)}`;
      const earlier = found.get(id);
      if (has.has(key) || (earlier && !(earlier.crossed.ask && !lead.ask))) continue;
      found.set(id, { crossed: crossedOf(id, bearing, lead, before.get(id) ?? 'new', language), bearing });
    }
  }
  const all = [...found.values()];
  const fresh = all.filter(it => it.crossed.state === 'new');
  if (write && fresh.length > 0) await propose(store, evidence, write, fresh);
  return all.map(it => it.crossed);
}

function keyOf(claim: string, element: string, subject: string): string {
  return `${claim} ${element} ${subject}`;
}

function crossedOf(
  id: string,
  bearing: Row<'bearings'>,
  { element, standard, direction, ask, fact, note }: Lead,
  state: Crossed['state'],
  language: Language,
): Crossed {
  const reason = say(crosswalkWords.reason, language, {
    element: bearing.element,
    fact: fact.name[language],
  });
  const told = note ? `${reason} ${note[language]}` : reason;
  return {
    ...{ id, from: bearing.id, claim: bearing.claim, element, standard, direction, ask },
    ...{ fact: fact.id, reason: told, state },
  };
}

async function propose(
  store: Store,
  evidence: Evidence,
  actor: Actor,
  fresh: readonly { crossed: Crossed; bearing: Row<'bearings'> }[],
): Promise<void> {
  const rows = fresh.flatMap(({ crossed, bearing }) => {
    const claim = evidence.claims.get(crossed.claim);
    if (!claim) return [];
    const { text, start, end, exact } = claim.passage;
    const { element, direction, from, reason, ask } = crossed;
    const body = canonical({ element, direction, from, reason, ask, subject: bearing.subject });
    const row: Row<'proposals'> = {
      ...{
        id: crossed.id,
        text,
        kind: 'bearing',
        start,
        end,
        exact,
        body,
        rule: `crosswalk-${crossed.fact}`,
      },
      ...{ confidence: ask ? 0 : SURE, state: 'waiting', claim: crossed.claim },
    };
    return [row];
  });
  await act(store, { ...actor, act: 'read' }, write => write.putAll('proposals', rows));
}
