/** A party and everything on it: what it asserts, what is said of it, what was asked of it, done by it, paid by it. Pure. */
import { onceFor, rowsWith } from '#core/lookup.ts';
import type { Claim, Evidence } from '#evidence/claims/claim.ts';
import { claimsNaming, namesOf } from '#evidence/claims/named.ts';
import type { Row, Side } from '#store/tables.ts';

export interface PartyLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  /** Claims that it asserts, by side. */
  readonly asserts: { readonly [S in Side]: number };
  /** Claims of others that name it. */
  readonly named: number;
}

export interface PartyWhole extends PartyLine {
  readonly row: Row<'parties'>;
  readonly claims: readonly Claim[];
  readonly naming: readonly Claim[];
  readonly reports: readonly Claim[];
  readonly requests: readonly Row<'requests'>[];
  readonly replies: readonly Row<'replies'>[];
  readonly measures: readonly Row<'measures'>[];
  readonly agreements: readonly Row<'agreements'>[];
  readonly terms: readonly Row<'terms'>[];
  /** Parties of which it is the parent, its members, and the groups it is a member of. */
  readonly bodies: readonly string[];
  readonly members: readonly string[];
  readonly groups: readonly string[];
}

/** All parties, who asserts most first; only those that fit the words. */
export function listParties(evidence: Evidence, words = ''): PartyLine[] {
  const wanted = fold(words);
  const all = [...evidence.parties.values()].filter(it =>
    fold(`${it.id};${namesOf(it).join(';')}`).includes(wanted),
  );
  const count = ({ asserts }: PartyLine) => asserts.critical + asserts.defending + asserts.neutral;
  return all
    .map(it => partyLine(it, evidence))
    .sort((a, b) => count(b) - count(a) || b.named - a.named || (a.id < b.id ? -1 : 1));
}

function partyLine(party: Row<'parties'>, evidence: Evidence): PartyLine {
  const own = claimsBy(evidence).get(party.id) ?? [];
  const of = (side: Side) => own.filter(it => it.side === side).length;
  const { id, name, kind, parent } = party;
  return {
    id,
    name,
    kind,
    aliases: namesOf(party).slice(1),
    parent,
    asserts: { critical: of('critical'), defending: of('defending'), neutral: of('neutral') },
    named: claimsNaming(evidence).get(id)?.length ?? 0,
  };
}

/** A party by its id, its name or an alias; else by a part of a name that only one has. */
export function findParty(evidence: Evidence, asked: string): Row<'parties'> | undefined {
  const exact =
    evidence.parties.get(asked) ?? [...evidence.parties.values()].find(it => namesOf(it).includes(asked));
  if (exact) return exact;
  const [only, ...more] = listParties(evidence, asked);
  return only && more.length === 0 && asked !== '' ? evidence.parties.get(only.id) : undefined;
}

export function wholeParty(evidence: Evidence, id: string): PartyWhole | undefined {
  const row = evidence.parties.get(id);
  if (!row) return undefined;
  const holds = (ids: string | null) => (ids ?? '').split(' ').includes(id);
  const others = [...evidence.parties.values()];
  return {
    ...partyLine(row, evidence),
    row,
    claims: claimsBy(evidence).get(id) ?? [],
    naming: claimsNaming(evidence).get(id) ?? [],
    reports: [...evidence.claims.values()].filter(it => it.reporter === id),
    requests: evidence.requests.filter(it => it.asker === id || holds(it.addressees)),
    replies: rowsWith(evidence.replies, 'party', id),
    measures: measuresOf(evidence, row),
    agreements: evidence.agreements.filter(it => holds(it.parties)),
    terms: evidence.terms.filter(it => it.payer === id || it.payee === id),
    bodies: others.filter(it => it.parent === id).map(it => it.id),
    members: (row.members ?? '').split(' ').filter(it => it !== ''),
    groups: others.filter(it => holds(it.members)).map(it => it.id),
  };
}

/** Taken by it, or aimed at it by name. */
function measuresOf({ measures }: Evidence, party: Row<'parties'>): Row<'measures'>[] {
  const names = namesOf(party).map(fold);
  return measures.filter(
    it => it.authority === party.id || names.some(name => ` ${fold(it.target)} `.includes(` ${name} `)),
  );
}

const claimsBy = onceFor((evidence: Evidence) =>
  Map.groupBy(
    [...evidence.claims.values()].filter(it => it.state !== 'withdrawn'),
    it => it.asserter,
  ),
);

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
