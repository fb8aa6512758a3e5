/**
 * A word that ends a line with a hyphen, and what the next line begins with. The hyphen goes unless it belongs to the
 * word. It belongs, in this order: where the whole document so far writes the word with it and not without; where both
 * halves are words of it; before a capital or a figure; after a few words that make compounds; in Portuguese before a
 * pronoun. A soft hyphen always goes. “pre- and post-” keeps hyphen and space. Pure.
 */

/** What becomes of the two: one word, one word with its hyphen, or two words. */
export type Joint = 'one' | 'hyphened' | 'two';

const BREAK = /[\p{L}\d][-‐\u00ad]$/u;
const AND = /^(?:and|or|y|e|o|u|ou|to|a)$/iu;
const COMPOUNDING = /^(?:well|self|vice|recém|bem)$/iu;
const PRONOUN = /^(?:se|lhes?|l[oa]s?|n[oa]s|me|te|vos|no|na)$/iu;

export function jointOf(before: string, after: string, seen: ReadonlySet<string>): Joint {
  if (!BREAK.test(before)) return 'two';
  if (before.endsWith('\u00ad')) return 'one';
  if (!/^\p{Ll}/u.test(after)) return /^[\p{L}\d]/u.test(after) ? 'hyphened' : 'two';
  if (!/\p{L}.$/u.test(before)) return 'hyphened';
  const first =
    before
      .slice(0, -1)
      .toLowerCase()
      .match(/\p{L}+$/u)?.[0] ?? '';
  const second = after.toLowerCase().match(/^\p{L}+/u)?.[0] ?? '';
  if (seen.has(first + second)) return 'one';
  if (AND.test(second)) return 'two';
  if (seen.has(`${first}-${second}`)) return 'hyphened';
  return belongs(first, second, seen) ? 'hyphened' : 'one';
}

function belongs(first: string, second: string, seen: ReadonlySet<string>): boolean {
  if (COMPOUNDING.test(first) && second.length > 3) return true;
  // a word of Portuguese that no text of it goes without
  if (PRONOUN.test(second) && seen.has('não')) return seen.has(first);
  return first.length > 2 && second.length > 3 && seen.has(first) && seen.has(second);
}

/** Adds words in their order, hyphened ones whole; the halves of one that a line end cuts teach nothing. */
export function learn(words: Iterable<string>, seen: Set<string>): void {
  let isCut = false;
  for (const word of words) {
    const all = word.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? [];
    if (isCut) all.shift();
    isCut = BREAK.test(word);
    if (isCut) all.pop();
    for (const it of all) seen.add(it.replaceAll('‐', '-'));
  }
}
