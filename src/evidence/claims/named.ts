/** Which claims speak of which party: parties looked for by name and alias in what is claimed and in the exact words. */
import { onceFor } from '#core/lookup.ts';
import type { Claim, Evidence } from '#evidence/claims/claim.ts';
import type { Row } from '#store/tables.ts';

/** Claims by the source they rest on. */
export const claimsBySource = onceFor((evidence: Evidence) =>
  Map.groupBy(evidence.claims.values(), it => it.source.id),
);

/** The party that has exactly this name or alias: the one that accepting would take. */
export function partyNamed(evidence: Evidence, name: string): string | undefined {
  return byName(evidence.parties).get(name);
}

/** Every name a party goes by. */
export function namesOf({ name, aliases }: Pick<Row<'parties'>, 'name' | 'aliases'>): string[] {
  return [name, ...(aliases?.split('; ') ?? [])].filter(it => it !== '');
}

const byName = onceFor((parties: Evidence['parties']) => idsByName(parties.values()));

/**
 * Ids of parties by name and alias, the first where two share one; then by what their names hold: the name before
 * brackets and the initials in them, where only one party has them.
 */
export function idsByName(parties: Iterable<Row<'parties'>>): Map<string, string> {
  const [names, parts] = [new Map<string, string>(), new Map<string, Set<string>>()];
  for (const party of parties)
    for (const name of namesOf(party)) {
      if (!names.has(name)) names.set(name, party.id);
      for (const part of partsOf(name)) parts.set(part, (parts.get(part) ?? new Set()).add(party.id));
    }
  for (const [part, ids] of parts) {
    const [only] = ids;
    if (ids.size === 1 && only !== undefined && !names.has(part)) names.set(part, only);
  }
  return names;
}

/** `Name of a Body (NOB)` → Name of a Body, NOB. */
function partsOf(name: string): string[] {
  const [, before = '', inside = ''] = /^(.{2,}?)\s*\(([^()]+)\)$/.exec(name) ?? [];
  return [before, /^\p{Lu}{2,10}$/u.test(inside) ? inside : ''].filter(it => it !== '');
}

/**
 * Claims that name a party without being its own, by the party's id, in the order of the claims. Names are compared
 * word by word with their capitals, without accents: “US” is not “us”.
 */
export const claimsNaming = onceFor((evidence: Evidence): ReadonlyMap<string, readonly Claim[]> => {
  const result = new Map<string, Claim[]>();
  for (const claim of evidence.claims.values()) {
    for (const party of namedIn(evidence.parties, tokensOfClaim(claim))) {
      if (party === claim.asserter) continue;
      const list = result.get(party) ?? [];
      list.push(claim);
      result.set(party, list);
    }
  }
  return result;
});

/** Parties whose name or alias stands in a claim's words. */
export function partiesIn({ parties }: Pick<Evidence, 'parties'>, claim: Claim): Set<string> {
  return namedIn(parties, tokensOfClaim(claim));
}

/** The words of a claim; a claim that an act did not touch stays the same object, and is cut in words once. */
const tokensOfClaim = onceFor((claim: Claim) => tokensOf(`${claim.proposition} · ${claim.passage.exact}`));

function namedIn(parties: Evidence['parties'], tokens: readonly string[]): Set<string> {
  const known = byFirstWord(parties);
  const found = new Set<string>();
  for (const [at, token] of tokens.entries())
    for (const { rest, party } of known.get(token) ?? [])
      if (rest.every((word, index) => tokens[at + 1 + index] === word)) found.add(party);
  return found;
}

interface Name {
  /** The words after the first. */
  readonly rest: readonly string[];
  readonly party: string;
}

const byFirstWord = onceFor((parties: Evidence['parties']) => {
  const known = new Map<string, Name[]>();
  for (const party of parties.values()) {
    for (const name of namesOf(party).flatMap(it => [it, ...partsOf(it)])) {
      const [first, ...rest] = tokensOf(name);
      // a name without a capital is a word like any other
      if (first === undefined || name === name.toLowerCase()) continue;
      const list = known.get(first) ?? [];
      list.push({ rest, party: party.id });
      known.set(first, list);
    }
  }
  return known;
});

function tokensOf(words: string): string[] {
  return (
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
