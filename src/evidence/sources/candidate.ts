/**
 * Where in an original a claim may stand that was tied to an abstract: the sentence that shares its rarest words
 * and its numbers. A proposal only: below the floor nothing is proposed, and a person decides on the rest.
 */

import { placesOf, type Ready } from '#evidence/sources/anchor.ts';

const WORD = /[\p{L}\p{N}]+(?:[.,]\d+)*/gu;
const FLOOR = 0.25;
/** A number or a quotation that is found again says more than a word does. */
const NUMBER_WEIGHT = 4;

/** A sentence this near to the best one might be meant as well. */
const MARGIN = 0.05;

export interface Candidate {
  readonly span: { readonly start: number; readonly end: number };
  /** 0 to 1: the share of the claim's weight that the sentence holds; shared among the places that it may be. */
  readonly score: number;
  readonly rule: 'quoted-words' | 'shared-words';
  /** In how many places it may as well be: a person is told when there is more than one. */
  readonly places: number;
}

export function candidateFor(proposition: string, abstract: string, ready: Ready): Candidate | undefined {
  return quoted(abstract, ready) ?? shared(proposition, ready.text);
}

/** What our summary quotes, where it stands word for word. */
function quoted(abstract: string, ready: Ready): Candidate | undefined {
  const exact = /[“«"]([^”»"]{8,})[”»"]/.exec(abstract)?.[1];
  if (exact === undefined) return undefined;
  const [first, ...more] = placesOf(exact, ready);
  const places = more.length + 1;
  return first && { span: first, score: rounded(1 / places), rule: 'quoted-words', places };
}

function shared(proposition: string, text: string): Candidate | undefined {
  const sentences = sentencesOf(text);
  const weights = weightsOf(
    proposition,
    sentences.map(it => wordsOf(text.slice(it.start, it.end))),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const scored = sentences.map(span => ({
    span,
    score: scoreOf(wordsOf(text.slice(span.start, span.end)), weights) / (total || 1),
  }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, it) => (top && top.score >= it.score ? top : it),
    undefined,
  );
  if (!best || best.score < FLOOR) return undefined;
  const places = scored.filter(it => it.score > best.score - MARGIN).length;
  return { span: best.span, score: rounded(best.score / places), rule: 'shared-words', places };
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** A word weighs more the fewer sentences have it (inverse document frequency). */
function weightsOf(proposition: string, sentences: readonly ReadonlySet<string>[]): Map<string, number> {
  return new Map(
    [...wordsOf(proposition)].map(word => {
      const having = sentences.filter(words => words.has(word)).length;
      const rarity = Math.log((sentences.length + 1) / (having + 0.5));
      return [word, Math.max(0, rarity) * (/\d/.test(word) ? NUMBER_WEIGHT : 1)];
    }),
  );
}

function scoreOf(words: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  return [...weights].reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0);
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(WORD) ?? [];
  // grouping marks differ by language: 22,000 and 22.000 are one number
  return new Set(
    words
      .filter(word => word.length > 2 || /\d/.test(word))
      .map(word => (/\d/.test(word) ? word.replace(/[.,](?=\d{3})/g, '') : word)),
  );
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): { start: number; end: number }[] {
  return Array.from(SENTENCES.segment(text), ({ segment, index }) => {
    const lead = segment.length - segment.trimStart().length;
    return { start: index + lead, end: index + segment.trimEnd().length };
  }).filter(span => span.end > span.start);
}
