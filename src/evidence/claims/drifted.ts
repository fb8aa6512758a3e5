/**
 * Claims whose words were not found again exactly when their text was replaced by a newer one. Computed, never stored:
 * a claim that is not withdrawn and rests on a text that another replaces.
 */
import { readRows, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Drifted {
  readonly claim: string;
  readonly proposition: string;
  readonly source: string;
  readonly sourceTitle: string;
  /** The text that its words still stand in, and the newest that replaces it. */
  readonly text: string;
  readonly newer: string;
  readonly exact: string;
  readonly start: number;
  readonly page: number | null;
  /** The best place in the newer text, waiting as a proposal; null where there is none or it was rejected. */
  readonly best: {
    readonly proposal: string;
    readonly exact: string;
    readonly start: number;
    readonly end: number;
    readonly score: number;
    /** *close*, *ambiguous* (one of `places`), *differs* (in a number or negation) or *lost* (too little like it). */
    readonly found: string;
    readonly places: number;
  } | null;
}

/** A place for a claim's words, or a contestable bearing, that nobody should accept unseen. */
export function isUnsure({ kind, confidence }: Pick<Row<'proposals'>, 'kind' | 'confidence'>): boolean {
  return (kind === 'anchor' || kind === 'bearing') && confidence === 0;
}

export async function listDrifted(store: Store, source?: string): Promise<Drifted[]> {
  const texts = await readRows(store, 'texts');
  const newer = new Map(texts.flatMap(it => (it.replaces === null ? [] : [[it.replaces, it] as const])));
  const own = new Map(texts.filter(it => newer.has(it.id)).map(it => [it.id, it]));
  if (own.size === 0) return [];
  const [passages, claims, sources, proposals] = await Promise.all([
    readRows(store, 'passages'),
    readRows(store, 'claims'),
    readRows(store, 'sources'),
    readRows(store, 'proposals'),
  ]);
  const passageOf = new Map(passages.filter(it => own.has(it.text)).map(it => [it.id, it]));
  const titles = new Map(sources.map(it => [it.id, it.title]));
  const anchors = proposals.filter(it => it.kind === 'anchor' && it.state === 'waiting');
  return claims
    .filter(it => it.state !== 'withdrawn')
    .flatMap(claim => {
      const passage = passageOf.get(claim.passage);
      const text = passage && own.get(passage.text);
      if (!passage || !text || (source !== undefined && text.source !== source)) return [];
      const latest = newestAfter(text, newer);
      const best = anchors.find(it => it.claim === claim.id && it.text === latest.id);
      return [
        {
          claim: claim.id,
          proposition: claim.proposition,
          source: text.source,
          sourceTitle: titles.get(text.source) ?? text.source,
          text: text.id,
          newer: latest.id,
          exact: passage.exact,
          start: passage.start,
          page: passage.page,
          best: best ? bestOf(best) : null,
        },
      ];
    });
}

function newestAfter(text: Row<'texts'>, newer: ReadonlyMap<string, Row<'texts'>>): Row<'texts'> {
  let latest = text;
  for (let next = newer.get(latest.id); next; next = newer.get(latest.id)) latest = next;
  return latest;
}

function bestOf({ id, exact, start, end, body }: Row<'proposals'>): Drifted['best'] {
  const { score, found, oneOf } = JSON.parse(body) as { score: number; found: string; oneOf: number };
  return { proposal: id, exact, start, end, score, found, places: oneOf };
}
