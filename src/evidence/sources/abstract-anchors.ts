/** Where claims that rest on our summary of a source may stand in its own words: proposals, nothing more. */
import { canonical } from '#core/canonical.ts';
import { readyText } from '#evidence/sources/anchor.ts';
import { candidateFor } from '#evidence/sources/candidate.ts';
import { findRows, readRows, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** Where the claims that rest on our abstract of a source may stand in its own words; ids are given later. */
export async function anchorsFor(
  store: Store,
  source: string,
  textId: string,
  text: string,
): Promise<Omit<Row<'proposals'>, 'id'>[]> {
  const own = new Set(
    (await findRows(store, 'texts', 'source', source)).filter(it => it.kind === 'abstract').map(it => it.id),
  );
  const passages = new Map(
    (await readRows(store, 'passages')).filter(it => own.has(it.text)).map(it => [it.id, it]),
  );
  const claims = (await readRows(store, 'claims')).filter(
    claim => passages.has(claim.passage) && claim.state !== 'withdrawn',
  );
  const ready = readyText(text);
  return claims.flatMap(claim => {
    const found = candidateFor(claim.proposition, passages.get(claim.passage)?.exact ?? '', ready);
    if (!found) return [];
    const { rule, score, places } = found;
    const body = canonical({
      claim: claim.id,
      score,
      found: places > 1 ? 'ambiguous' : 'close',
      oneOf: places,
    });
    return [
      {
        text: textId,
        kind: 'anchor' as const,
        ...found.span,
        exact: text.slice(found.span.start, found.span.end),
        body,
        rule,
        confidence: score,
        state: 'waiting' as const,
        claim: claim.id,
      },
    ];
  });
}

/** Rows `TEXT.a1`, `TEXT.a2`, … */
export function numbered(anchors: readonly Omit<Row<'proposals'>, 'id'>[]): Row<'proposals'>[] {
  return anchors.map((it, index) => ({ id: `${it.text}.a${index + 1}`, ...it }));
}
