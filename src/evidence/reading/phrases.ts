/** Phrases of several words: how they are kept, and how they are found among tokens. */
import { isLatin, patternFor } from '#evidence/reading/letters.ts';

/** Phrases by one of their words (the first, or the last for those looked for backwards), longer ones first. */
export type Phrases<T> = ReadonlyMap<string, readonly (readonly [words: readonly string[], value: T])[]>;

interface Spelled {
  readonly lower: string;
}

/** The longest phrase that begins at a token. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  tokens: readonly Spelled[],
  at: number,
): { value: T; length: number } | null {
  const known = phrases.get(tokens[at]?.lower ?? '');
  // most words begin none
  if (!known) return null;
  for (const [words, value] of known)
    if (words.every((word, index) => tokens[at + index]?.lower === word))
      return { value, length: words.length };
  return null;
}

/** The longest phrase that ends before a token, and begins at `from` or later. */
export function phraseBefore<T>(
  phrases: Phrases<T>,
  tokens: readonly Spelled[],
  at: number,
  from: number,
): { value: T; length: number } | null {
  const known = at > from ? phrases.get(tokens[at - 1]?.lower ?? '') : undefined;
  if (!known) return null;
  for (const [words, value] of known) {
    const begin = at - words.length;
    if (begin >= from && words.every((word, index) => tokens[begin + index]?.lower === word))
      return { value, length: words.length };
  }
  return null;
}

/** Phrases with their values; longer ones first. */
export function phrases<T>(
  all: readonly (readonly [phrase: string, value: T])[],
  by: 'first' | 'last' = 'first',
): Phrases<T> {
  const map = new Map<string, [string[], T][]>();
  for (const [phrase, value] of all) {
    const words = wordsOf(phrase);
    const key = (by === 'first' ? words[0] : words.at(-1)) ?? '';
    append(map, key, [words, value] as [string[], T]);
  }
  for (const list of map.values()) list.sort((a, b) => b[0].length - a[0].length);
  return map;
}

export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const PLAIN = patternFor(/^[\p{L} ]+$/u);
const WORDS = patternFor(
  /(?:\p{L}\.){2,}|u\$[ds](?!\p{L})|\p{L}{1,3}\$|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|[<>]=?|[^\s\p{L}\p{N}]/gu,
);

/** The words of a phrase as they are cut from a text: marks stand for themselves, “/month” is two. */
export function wordsOf(phrase: string): string[] {
  const latin = isLatin(phrase);
  if (PLAIN(latin).test(phrase)) return phrase.toLowerCase().split(' ');
  return phrase.toLowerCase().match(WORDS(latin)) ?? [];
}
