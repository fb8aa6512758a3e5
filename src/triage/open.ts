/**
 * What stands open in a dossier, by which proposals are ranked: elements that are unknown or in conflict, claims that
 * nobody has answered, rival figures, legs of the money that are missing. Pure, each part worked out when it is asked for.
 */
import { assess, DEFAULT_PROOF, type Finding } from '#assessment/findings/findings.ts';
import { findProof, type Proof, type Standard, type StrengthTable } from '#assessment/standards/standards.ts';
import { rowsWith } from '#core/lookup.ts';
import { countryOf } from '#core/places.ts';
import { type Evidence, partiesIn } from '#evidence/claims/claims.ts';
import { money, type Waterfall } from '#money/money.ts';
import { type FigureGroup, figures } from '#numbers/figures/figures.ts';
import type { Sentence } from '#words/language.ts';

export interface Scales {
  readonly standards: readonly Standard[];
  readonly proofs: readonly Proof[];
  readonly strength: StrengthTable;
}

export interface OpenElement {
  readonly id: string;
  readonly name: Sentence;
  readonly standard: Sentence;
  readonly status: 'unknown' | 'conflicting' | 'supported' | 'refuted';
  /** Origins that count on each side. */
  readonly origins: { readonly for: number; readonly against: number };
  /** All that are heard on each side, by key. */
  readonly supports: ReadonlySet<string>;
  readonly rebuts: ReadonlySet<string>;
  /** The standard whose finding would change if it were shown. */
  readonly turns: Sentence | null;
}

export interface Standing {
  /** Elements that are unknown or in conflict, or would change a finding if they were shown. */
  readonly elements: ReadonlyMap<string, OpenElement>;
  /** Claims on which a finding turns, with its standard. */
  readonly pillars: ReadonlyMap<string, Sentence>;
}

/** Every standard at the default level of proof, by its first route, for all hosts. */
export function standingOf(evidence: Evidence, { standards, proofs, strength }: Scales): Standing {
  if (!evidence.parties.has(evidence.dossier.dutyBearer)) return nothingFound(standards);
  const proof = findProof(proofs, DEFAULT_PROOF);
  const findings = standards.map(standard => ({
    standard,
    finding: assess(evidence, { standard, proof, strength }, 'en'),
  }));
  const turns = new Map<string, Sentence>();
  const pillars = new Map<string, Sentence>();
  for (const { standard, finding } of findings)
    for (const change of finding.wouldChange) {
      const [to, ids] = 'show' in change ? [turns, change.show] : [pillars, change.withdraw];
      for (const id of ids) if (!to.has(id)) to.set(id, standard.title);
    }
  const elements = findings.flatMap(({ standard, finding }) =>
    [...finding.elements, ...finding.exceptions].flatMap(it => {
      const own = [...standard.elements, ...standard.exceptions].find(element => element.id === it.id);
      return own ? [openElement(it, own.name, standard.title, turns.get(it.id) ?? null, evidence)] : [];
    }),
  );
  const open = elements.filter(
    it => it.status === 'unknown' || it.status === 'conflicting' || it.turns !== null,
  );
  return { elements: new Map(open.map(it => [it.id, it])), pillars };
}

/** A dossier that does not know its duty-bearer has no finding: every element is open. */
function nothingFound(standards: readonly Standard[]): Standing {
  const none = {
    status: 'unknown',
    origins: { for: 0, against: 0 },
    supports: new Set<string>(),
    rebuts: new Set<string>(),
    turns: null,
  } as const;
  const all = standards.flatMap(({ elements, exceptions, title }) =>
    [...elements, ...exceptions].map(({ id, name }) => ({ id, name, standard: title, ...none })),
  );
  return { elements: new Map(all.map(it => [it.id, it])), pillars: new Map() };
}

function openElement(
  { id, status, origins: counted, for: pro, against }: Finding['elements'][number],
  name: Sentence,
  standard: Sentence,
  turns: Sentence | null,
  { claims }: Evidence,
): OpenElement {
  const origins = (ids: readonly string[]) => new Set(ids.flatMap(it => claims.get(it)?.origin ?? []));
  return {
    id,
    name,
    standard,
    status,
    origins: counted,
    supports: origins(pro),
    rebuts: origins(against),
    turns,
  };
}

/** Parties named by a critical claim that nobody has answered, each with the first such claim. */
export function unansweredOf(evidence: Evidence): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const claim of evidence.claims.values()) {
    if (claim.side !== 'critical' || claim.state === 'withdrawn') continue;
    if (rowsWith(evidence.answers, 'answers', claim.id).length > 0) continue;
    for (const party of partiesIn(evidence, claim))
      if (party !== claim.asserter && !result.has(party)) result.set(party, claim.id);
  }
  return result;
}

export interface Sides {
  /** Sides that are heard about each host. */
  readonly heard: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sides that each party has taken, neutral left out. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
}

export function sidesOf({ claims }: Evidence): Sides {
  const [heard, taken] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (to: Map<string, Set<string>>, key: string, side: string) =>
    to.set(key, (to.get(key) ?? new Set()).add(side));
  for (const { state, reach, place, side, asserter } of claims.values()) {
    if (state === 'withdrawn') continue;
    if (reach === 'host') add(heard, countryOf(place), side);
    if (side !== 'neutral') add(taken, asserter, side);
  }
  return { heard, taken };
}

export interface Counted {
  /** Groups in conflict by country. */
  readonly conflicts: ReadonlyMap<string, readonly FigureGroup[]>;
  /** Countries for which there is a figure. */
  readonly places: ReadonlySet<string>;
}

export function countedOf(evidence: Evidence): Counted {
  const groups = figures(evidence, {});
  const rivals = groups.filter(it => it.relation === 'conflict');
  return {
    conflicts: Map.groupBy(rivals, it => countryOf(it.place)),
    places: new Set(groups.map(it => countryOf(it.place))),
  };
}

/** Rows of money whose share cannot be computed, by country. */
export function missingLegsOf(evidence: Evidence): ReadonlyMap<string, readonly Waterfall[]> {
  return Map.groupBy(
    money(evidence, {}).filter(it => it.why !== null),
    it => countryOf(it.place),
  );
}

export interface Open extends Standing, Sides, Counted {
  readonly unanswered: ReadonlyMap<string, string>;
  readonly missingLegs: ReadonlyMap<string, readonly Waterfall[]>;
}
