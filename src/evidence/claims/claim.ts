/**
 * A claim as the engines see it: its row joined with its passage, text and source, and its origin worked out.
 * Plain data without a store, so that findings, figures and money stay pure.
 */
import type { Dossier, Row } from '#store/tables.ts';

export interface Claim extends Omit<Row<'claims'>, 'passage' | 'origin'> {
  readonly passage: Row<'passages'>;
  readonly text: Row<'texts'>;
  readonly source: Row<'sources'>;
  /** The host, or `WLD` where the claim holds for every host or does not say. */
  readonly place: string;
  /** Key of the origin: one key counts once. */
  readonly origin: string;
  /** True where the claim rests on our summary of a source that is not held. */
  readonly abstract: boolean;
}

/** All of a dossier that the engines read, each list sorted by id. */
export interface Evidence {
  readonly dossier: Dossier;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly parties: ReadonlyMap<string, Row<'parties'>>;
  readonly origins: ReadonlyMap<string, Row<'origins'>>;
  readonly subjects: ReadonlyMap<string, Row<'subjects'>>;
  readonly translations: readonly Row<'translations'>[];
  readonly bearings: readonly Row<'bearings'>[];
  readonly answers: readonly Row<'answers'>[];
  readonly figures: readonly Row<'figures'>[];
  readonly terms: readonly Row<'terms'>[];
  readonly rates: readonly Row<'rates'>[];
  readonly agreements: readonly Row<'agreements'>[];
  readonly measures: readonly Row<'measures'>[];
  readonly requests: readonly Row<'requests'>[];
  readonly replies: readonly Row<'replies'>[];
  readonly events: readonly Row<'events'>[];
  readonly searches: readonly Row<'searches'>[];
  readonly memberships: readonly Row<'memberships'>[];
  readonly holidays: readonly Row<'holidays'>[];
  readonly deadlines: readonly Row<'deadlines'>[];
  readonly questions: readonly Row<'questions'>[];
  readonly enclosures: readonly Row<'enclosures'>[];
}

/** An origin is a party, or something named apart. */
export function originName(evidence: Pick<Evidence, 'origins' | 'parties'>, id: string): string {
  return evidence.origins.get(id)?.name ?? partyName(evidence, id);
}

/** What a party is called; one that is not there by its id. */
export function partyName({ parties }: Pick<Evidence, 'parties'>, id: string): string {
  return parties.get(id)?.name ?? id;
}

/** The topmost body a party belongs to; the party itself where it has no parent. A loop of parents ends where it closes. */
export function topmost(party: string, parties: ReadonlyMap<string, Row<'parties'>>): string {
  const seen = new Set<string>();
  let current = party;
  for (;;) {
    const parent = parties.get(current)?.parent;
    if (!parent || seen.has(parent)) return current;
    seen.add(current);
    current = parent;
  }
}

const REPORTED: readonly string[] = ['direct', 'indirect', 'mixed'];

/** Whoever first knew the fact: docs/formats.md, “Origin, reach, period”. */
export function originOf(
  claim: Row<'claims'>,
  source: Row<'sources'>,
  parties: ReadonlyMap<string, Row<'parties'>>,
): string {
  const named =
    claim.origin ?? (REPORTED.includes(claim.mode) ? claim.asserter : (source.origin ?? claim.asserter));
  return topmost(named, parties);
}
