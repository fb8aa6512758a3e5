/** Whether words of one version of a document still stand in another. */
import { type Found, findAnchor, type Passage, type Ready } from '#evidence/sources/anchor.ts';

/** *exact*: word for word; *changed*: what is most like them differs; *unclear*: several places; *gone*: nothing like them. */
export type Standing = 'exact' | 'changed' | 'unclear' | 'gone';

export interface Stands<P extends Passage> {
  readonly passage: P;
  readonly standing: Standing;
  readonly found: Found;
}

/** Passages of a text of `oldLength` units, in the newer text; best widened first (see `widened`). */
export function standing<P extends Passage>(
  passages: readonly P[],
  oldLength: number,
  newer: Ready,
): Stands<P>[] {
  return passages.map(passage => {
    const found = findAnchor(passage, oldLength, newer);
    return { passage, standing: standingOf(found), found };
  });
}

function standingOf(found: Found): Standing {
  if (found.kind === 'exact') return 'exact';
  if (found.kind === 'ambiguous') return 'unclear';
  return found.kind === 'lost' && !found.best ? 'gone' : 'changed';
}
