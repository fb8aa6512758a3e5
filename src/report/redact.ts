/**
 * What leaves the house: evidence without what a reader must not see, and how much that was. Pure.
 * Protected claims never leave; a redaction file holds back further claims, sources and parties, all or by audience.
 */
import type { Claim, Evidence } from '#evidence/claims/claims.ts';

export const AUDIENCES = ['public', 'partners', 'court'] as const;
export type Audience = (typeof AUDIENCES)[number];
export type Kind = 'claims' | 'sources' | 'parties';

export interface Redaction {
  readonly audience: Audience;
  /** Ids that leave for nobody. */
  readonly withhold: Readonly<Record<Kind, readonly string[]>>;
  /** The widest audience an id may reach. */
  readonly levels: Readonly<Record<Kind, Readonly<Record<string, Audience>>>>;
}

export const OPEN: Redaction = {
  audience: 'public',
  withhold: { claims: [], sources: [], parties: [] },
  levels: { claims: {}, sources: {}, parties: {} },
};

export interface Redacted {
  readonly evidence: Evidence;
  /** Ids that stay in the house, sorted. */
  readonly withheld: Readonly<Record<Kind, readonly string[]>>;
}

export function redact(evidence: Evidence, redaction: Redaction): Redacted {
  const parties = hidden(redaction, 'parties');
  const sources = hidden(redaction, 'sources');
  const claims = hidden(redaction, 'claims');
  const stays = (it: Claim) =>
    it.protection === 'protected' ||
    claims(it.id) ||
    sources(it.source.id) ||
    [it.asserter, it.reporter, it.collector, it.origin].some(id => id !== null && parties(id));
  const gone = new Set([...evidence.claims.values()].filter(stays).map(it => it.id));
  const withheld = {
    claims: [...gone].sort(),
    sources: [...sourcesOf(evidence)].filter(sources).sort(),
    parties: [...evidence.parties.keys()].filter(parties).sort(),
  };
  return { evidence: without(evidence, gone, parties), withheld };
}

function hidden({ audience, withhold, levels }: Redaction, kind: Kind): (id: string) => boolean {
  const ids = new Set(withhold[kind]);
  const reader = AUDIENCES.indexOf(audience);
  return id => ids.has(id) || reader < AUDIENCES.indexOf(levels[kind][id] ?? 'public');
}

function sourcesOf(evidence: Evidence): Set<string> {
  return new Set([...evidence.claims.values()].map(it => it.source.id));
}

/** Rows that hang on a claim go with it; a list of ids loses those that are gone. */
function without(evidence: Evidence, gone: ReadonlySet<string>, party: (id: string) => boolean): Evidence {
  const keep = <T extends { readonly claim: string | null }>(rows: readonly T[]) =>
    rows.filter(it => it.claim === null || !gone.has(it.claim));
  const also = <T extends { readonly claim: string; readonly also: string | null }>(rows: readonly T[]) =>
    keep(rows).map(it => ({ ...it, also: rest(it.also, id => gone.has(id)) }));
  return {
    ...evidence,
    claims: new Map([...evidence.claims].filter(([id]) => !gone.has(id))),
    parties: new Map(
      [...evidence.parties]
        .filter(([id]) => !party(id))
        .map(([id, row]) => [
          id,
          {
            ...row,
            members: rest(row.members, party),
            parent: row.parent !== null && party(row.parent) ? null : row.parent,
          },
        ]),
    ),
    origins: new Map([...evidence.origins].filter(([, row]) => row.party === null || !party(row.party))),
    subjects: new Map([...evidence.subjects].filter(([, row]) => row.party === null || !party(row.party))),
    translations: keep(evidence.translations),
    bearings: keep(evidence.bearings),
    answers: keep(evidence.answers).filter(it => !gone.has(it.answers)),
    figures: keep(evidence.figures),
    terms: keep(evidence.terms).map(it => ({
      ...it,
      payer: shown(it.payer, party),
      payee: shown(it.payee, party),
    })),
    rates: keep(evidence.rates),
    agreements: also(evidence.agreements).map(it => ({ ...it, parties: rest(it.parties, party) })),
    measures: also(evidence.measures).filter(it => !party(it.authority)),
    requests: also(evidence.requests)
      .filter(it => !party(it.asker))
      .map(it => ({ ...it, addressees: rest(it.addressees, party) })),
    replies: keep(evidence.replies).filter(it => !party(it.party)),
    events: also(evidence.events),
    searches: keep(evidence.searches),
  };
}

function rest(cell: string | null, gone: (id: string) => boolean): string | null {
  if (cell === null) return null;
  const left = cell.split(' ').filter(id => !gone(id));
  return left.length === 0 ? null : left.join(' ');
}

function shown(id: string | null, gone: (id: string) => boolean): string | null {
  return id !== null && gone(id) ? null : id;
}
