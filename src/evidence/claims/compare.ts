/** Two texts of a dossier compared, with the claims that rest on words which changed. */
import { Problem } from '#core/errors.ts';
import type { Claim, Evidence } from '#evidence/claims/claim.ts';
import { type Comparison, compareTexts, fate, flipped } from '#evidence/sources/sources.ts';
import { findRow, findRows, readText, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Side {
  readonly source: Row<'sources'>;
  readonly text: Row<'texts'>;
  readonly body: string;
}

export interface Shaken {
  readonly claim: Claim;
  readonly side: 'a' | 'b';
  readonly fate: 'changed' | 'gone';
}

export interface Compared extends Comparison {
  readonly sides: { readonly a: Side; readonly b: Side };
  readonly claims: readonly Shaken[];
}

/** By ids of sources or of texts; of a source its newest extracted text. Throws `row.missing`. */
export async function compare(store: Store, evidence: Evidence, a: string, b: string): Promise<Compared> {
  const sides = { a: await sideOf(store, a), b: await sideOf(store, b) };
  const comparison = compareTexts(sides.a.body, sides.b.body);
  const claims = [
    ...shaken(evidence, 'a', sides.a.text.id, comparison),
    ...shaken(evidence, 'b', sides.b.text.id, flipped(comparison)),
  ];
  return { ...comparison, sides, claims };
}

function shaken(evidence: Evidence, side: 'a' | 'b', text: string, comparison: Comparison): Shaken[] {
  return [...evidence.claims.values()]
    .filter(claim => claim.text.id === text && claim.state !== 'withdrawn')
    .flatMap(claim => {
      const became = fate(comparison, claim.passage);
      return became === 'stands' ? [] : [{ claim, side, fate: became }];
    });
}

async function sideOf(store: Store, id: string): Promise<Side> {
  const text = (await findRow(store, 'texts', id)) ?? (await newestText(store, id));
  const source = text && (await findRow(store, 'sources', text.source));
  const body = text && (await readText(store, text.id));
  if (!text || !source || body === undefined) throw new Problem('row.missing', { where: 'source', what: id });
  return { source, text, body };
}

/** The text of the original that no other replaces; an abstract where there is nothing else. */
async function newestText(store: Store, source: string): Promise<Row<'texts'> | undefined> {
  const texts = await findRows(store, 'texts', 'source', source);
  const replaced = new Set(texts.map(it => it.replaces));
  const current = texts.filter(it => !replaced.has(it.id));
  return current.findLast(it => it.kind === 'extracted') ?? current[0];
}
