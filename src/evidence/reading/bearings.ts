/** Passages that bear on an element: words of every group of a pattern in one clause; a negation turns it. */
import type { Lexicon, Pattern } from '#evidence/reading/lexicon.ts';
import type { Sentence } from '#evidence/reading/tokens.ts';

export interface BearingFound {
  readonly start: number;
  readonly end: number;
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  readonly rule: string;
  readonly confidence: number;
}

/** Words of one pattern stand at most this far apart, in UTF-16 units. */
const REACH = 90;
const OTHER = { supports: 'rebuts', rebuts: 'supports' } as const;

export function bearingsIn(text: string, sentence: Sentence, lexicon: Lexicon): BearingFound[] {
  const words = text.slice(sentence.start, sentence.end);
  return lexicon.bearings.flatMap(pattern => found(words, pattern, sentence, lexicon));
}

function found(words: string, pattern: Pattern, sentence: Sentence, lexicon: Lexicon): BearingFound[] {
  const places = pattern.groups.map(group =>
    Array.from(words.matchAll(group), match => ({ start: match.index, end: match.index + match[0].length })),
  );
  const [first = [], ...others] = places;
  for (const anchor of first) {
    const near = others.map(
      list =>
        list
          .filter(it => it.start !== anchor.start)
          .toSorted((a, b) => Math.abs(a.start - anchor.start) - Math.abs(b.start - anchor.start))[0],
    );
    if (near.some(it => it === undefined || Math.abs(it.start - anchor.start) > REACH)) continue;
    const all = [anchor, ...near.filter(it => it !== undefined)];
    const start = sentence.start + Math.min(...all.map(it => it.start));
    const end = sentence.start + Math.max(...all.map(it => it.end));
    const turned = isNegated(sentence, start, end, lexicon);
    return [
      {
        start,
        end,
        element: pattern.element,
        direction: turned ? OTHER[pattern.direction] : pattern.direction,
        rule: turned ? 'words-negated' : 'words',
        confidence: turned ? 0.4 : 0.6,
      },
    ];
  }
  return [];
}

/** A negation inside the passage or up to three words before it. */
function isNegated(sentence: Sentence, start: number, end: number, lexicon: Lexicon): boolean {
  const first = sentence.tokens.findIndex(token => token.start >= start);
  const from = Math.max(0, first - 3);
  return sentence.tokens
    .slice(from)
    .some(token => token.start < end && (lexicon.negations.has(token.lower) || /n['’]t$/.test(token.lower)));
}
