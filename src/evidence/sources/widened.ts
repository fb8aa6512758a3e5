/** A passage whose old text is at hand: more around it than is kept with it, and the other places of the same words. */
import type { Normal } from '#evidence/sources/normal.ts';
import { occurrences } from '#evidence/sources/occurrences.ts';
import { type Around, type Passage, WIDE, wantedOf } from '#evidence/sources/wanted.ts';

/** The passage with more around it than is kept with it, and its doubles, from the text it stands in. */
export function widened(passage: Passage, { text, normal }: { text: string; normal: Normal }): Passage {
  const { start, end } = passage;
  const wide = {
    ...passage,
    prefix: text.slice(Math.max(0, start - WIDE), start),
    suffix: text.slice(end, end + WIDE),
  };
  const wanted = wantedOf(wide, text.length);
  if (wanted.words === '') return wide;
  const others = occurrences(wanted, normal)
    .filter(
      it => (normal.to[it.at + wanted.words.length - 1] ?? 0) <= start || (normal.from[it.at] ?? 0) >= end,
    )
    .map(({ at }) => aroundIn(normal, at, at + wanted.words.length));
  if (others.length === 0) return wide;
  const all = wanted.before + wanted.words + wanted.after;
  const repeated = normal.text.indexOf(all, normal.text.indexOf(all) + 1) >= 0;
  return { ...wide, others, repeated };
}

function aroundIn({ text }: Normal, at: number, to: number): Around {
  return {
    before: text.slice(Math.max(0, at - WIDE), at),
    after: text.slice(to, to + WIDE),
    edge: { before: at <= WIDE, after: to + WIDE >= text.length },
  };
}
