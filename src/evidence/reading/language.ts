/** Which language a text is in: whose function words it has most of. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';

/** Enough words to tell; a longer text is not read to its end for it. */
const SAMPLE = 4000;

export function languageOf(text: string, lexicons: readonly Lexicon[]): string {
  const words =
    text
      .slice(0, SAMPLE * 8)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, SAMPLE) ?? [];
  const counts = lexicons.map(({ language, functionWords }) => ({
    language,
    count: words.filter(word => functionWords.has(word)).length,
  }));
  return (
    counts.toSorted((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1))[0]?.language ?? 'en'
  );
}
