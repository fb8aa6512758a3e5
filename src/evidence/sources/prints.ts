/**
 * The fingerprint of a text: some hundred numbers of which two copies share many and two other texts hardly any.
 * Shingles of words are thinned by winnowing (Schleimer, Wilkerson, Aiken 2003: the least of each window, so that any
 * shared run of words longer than window and shingle together is found); triples of the skeleton stand beside them.
 */
import { type CopyWords, copyWords, joined } from '#evidence/sources/copy-words.ts';

const SHINGLE = 5;
const WINDOW = 6;
/** A long text gets a wider window instead of more prints: the least of a wide one is the least of a narrow one too. */
const WINDOWS = 2000;
/** Of names, numbers and quotations: three in a row are rarely the same by chance. */
const TRIPLE = 3;

/** What a text is compared by: made in the thread that reads it. */
export interface Fingerprint {
  readonly words: CopyWords;
  readonly prints: readonly number[];
}

export function fingerprintOf(text: string): Fingerprint {
  const words = copyWords(text);
  return { words, prints: printsOf(words) };
}

/** Sorted, each once. Empty for a text with fewer words than a shingle. */
export function printsOf({ ids, skeleton }: CopyWords): number[] {
  const shingles = runs(ids, SHINGLE);
  const window = Math.max(WINDOW, Math.ceil(shingles.length / WINDOWS));
  return [...new Set([...winnowed(shingles, window), ...runs(skeleton, TRIPLE)])].sort((a, b) => a - b);
}

function runs(ids: ArrayLike<number>, length: number): Int32Array {
  const count = Math.max(0, ids.length - length + 1);
  return Int32Array.from({ length: count }, (_, at) => joined(ids, at, at + length));
}

/** The least number of every window; a text shorter than a window has one. */
function winnowed(numbers: Int32Array, window: number): Set<number> {
  const chosen = new Set<number>();
  // places whose numbers rise: the first is the least of the window that ends here
  const rising: number[] = [];
  let head = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    while (rising.length > head && (numbers[rising.at(-1) ?? 0] ?? 0) >= (numbers[at] ?? 0)) rising.pop();
    rising.push(at);
    if ((rising[head] ?? 0) <= at - window) head += 1;
    if (at >= window - 1 || at === numbers.length - 1) chosen.add(numbers[rising[head] ?? 0] ?? 0);
  }
  return chosen;
}
