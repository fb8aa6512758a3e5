/**
 * Passages that bear on an element of a standard: words of every group of a pattern, near each other in one sentence.
 * A negation of the deciding word turns the direction; a pattern's `none` terms call it off. Learned weights add what
 * no pattern says, and overrule a pattern in whose words they see nothing.
 */

import { isNegation, isTelling, oddsOf, partsOf } from '#evidence/reading/bearing-scores.ts';
import { type Edges, placed, type Sentence, type Tokens } from '#evidence/reading/tokens.ts';
import { BEGINS, hashOf, type TermUse, type Word } from '#evidence/reading/vocabulary.ts';

export interface BearingFound {
  readonly start: number;
  readonly end: number;
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  readonly rule: string;
  readonly confidence: number;
}

export interface Pattern {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  /** Terms of which each must occur; the last one decides, and is what a negation turns. */
  readonly all: readonly number[];
  /** Terms of which none may occur in the sentence. */
  readonly none: readonly number[];
  /** Tokens between the first and the last word, at most. */
  readonly within: number;
  /** What “not” does: it speaks for the other side then, it says nothing, or nothing changes (the words hold a “not”). */
  readonly negated: 'turns' | 'none' | 'same';
}

const OTHER = { supports: 'rebuts', rebuts: 'supports' } as const;
/** A negation stands at most so many tokens before the word it turns. */
const NEGATION_REACH = 7;
/** Tokens of which a sentence has at least to say something of anybody. */
const FEWEST = 3;

export function bearingsIn(it: Tokens, sentence: Sentence): BearingFound[] {
  const hits = termsIn(it, sentence);
  const found = patternsIn(it, sentence, hits);
  const judged = scored(it, sentence, hits, found);
  return judged.sort((a, b) => a.start - b.start || (a.element < b.element ? -1 : 1));
}

/** By patterns alone. */
export function patternsIn(it: Tokens, sentence: Sentence, hits: Hits): BearingFound[] {
  const found = new Map<string, BearingFound>();
  const triggered = new Set<Pattern>();
  for (const term of hits.keys())
    for (const pattern of it.lexicon.patternsOf.get(term) ?? []) triggered.add(pattern);
  for (const pattern of triggered) {
    const bearing = match(it, sentence, pattern, hits);
    const key = bearing && `${bearing.element} ${bearing.direction}`;
    if (bearing && key && (found.get(key)?.confidence ?? 0) < bearing.confidence) found.set(key, bearing);
  }
  return [...found.values()];
}

type Hits = ReadonlyMap<number, readonly Edges[]>;

/** A part of a sentence with its log odds by output. */
interface Scored {
  readonly part: Edges;
  readonly odds: Float32Array;
}

function scored(it: Tokens, sentence: Sentence, hits: Hits, found: BearingFound[]): BearingFound[] {
  const weights = it.lexicon.bearingWeights;
  if (!weights) return found;
  if (sentence.to - sentence.from < FEWEST) return found;
  const parts = partsOf(it, sentence).filter(part => found.length > 0 || isTelling(it, part, weights));
  if (parts.length === 0) return found;
  const rules = found.map(({ element, direction }) => hashOf(`${element} ${direction}`));
  const all = parts.map(
    (part): Scored => ({ part, odds: oddsOf(it, part, termsWithin(hits, part), rules, weights) }),
  );
  const best = (output: number) =>
    all.reduce((a, b) => ((b.odds[output] as number) > (a.odds[output] as number) ? b : a));
  const judged = found.filter(({ element }) => !weights.elements.has(element));
  for (const [output, { element, direction }] of weights.outputs.entries()) {
    const { part, odds } = best(output);
    const own = odds[output] as number;
    // neither proposed nor, where a pattern says so, believed
    if (own <= Math.min(weights.least, weights.veto)) continue;
    const pattern = found.find(its => its.element === element && its.direction === direction);
    if (!pattern && own < weights.least) continue;
    const other = best(output ^ 1).odds[output ^ 1] as number;
    if (pattern && own > weights.veto && own >= other - 1)
      judged.push({ ...pattern, confidence: weights.confidence(own) });
    else if (own >= weights.least && own > other)
      judged.push({
        ...placed(it, part),
        element,
        direction,
        rule: 'learned',
        confidence: weights.confidence(own),
      });
  }
  return judged;
}

/** Terms that stand in a run of tokens. */
export function termsWithin(hits: Hits, { from, to }: Edges): number[] {
  return [...hits]
    .filter(([, edges]) => edges.some(hit => hit.from >= from && hit.to <= to))
    .map(([term]) => term)
    .sort((a, b) => a - b);
}

export function termsIn(it: Tokens, { from, to }: Sentence): Map<number, Edges[]> {
  const hits = new Map<number, Edges[]>();
  for (let at = from; at < to; at += 1) {
    if (((it.begins[at] as number) & BEGINS.term) === 0) continue;
    for (const use of (it.tokens[at] as Word).terms ?? []) {
      const end = endOf(it, at, to, use);
      if (end < 0) continue;
      const list = hits.get(use.term);
      if (list) list.push({ from: at, to: end });
      else hits.set(use.term, [{ from: at, to: end }]);
    }
  }
  return hits;
}

/** After the last word of a term that begins at `at`; −1 where its other words do not follow. `…` skips up to three. */
function endOf(it: Tokens, at: number, to: number, { rest }: TermUse): number {
  let next = at + 1;
  for (const word of rest) {
    if (word === '…') {
      const wanted = rest[rest.indexOf(word) + 1] ?? '';
      let skipped = 0;
      while (next < to && skipped < 3 && !fits((it.tokens[next] as Word).lower, wanted)) {
        next += 1;
        skipped += 1;
      }
      continue;
    }
    if (next >= to || !fits((it.tokens[next] as Word).lower, word)) return -1;
    next += 1;
  }
  return next;
}

function fits(word: string, wanted: string): boolean {
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

function match(
  it: Tokens,
  sentence: Sentence,
  pattern: Pattern,
  hits: ReadonlyMap<number, readonly Edges[]>,
): BearingFound | null {
  if (pattern.none.some(term => hits.has(term))) return null;
  const groups = pattern.all.map(term => hits.get(term) ?? []);
  if (groups.some(group => group.length === 0)) return null;
  const deciding = groups.at(-1) as readonly Edges[];
  for (const anchor of deciding) {
    const near = groups.slice(0, -1).map(group => nearest(group, anchor, pattern.within));
    if (near.some(hit => hit === null)) continue;
    const all = [anchor, ...(near as Edges[])];
    const from = Math.min(...all.map(hit => hit.from));
    const to = Math.max(...all.map(hit => hit.to));
    const turned = pattern.negated !== 'same' && isNegated(it, sentence.from, from, anchor);
    if (turned && pattern.negated === 'none') return null;
    return {
      ...placed(it, { from, to }),
      element: pattern.element,
      direction: turned ? OTHER[pattern.direction] : pattern.direction,
      rule: turned ? 'words-negated' : 'words',
      confidence: turned ? 0.6 : 0.8,
    };
  }
  return null;
}

/** Of a group, the hit nearest to the anchor that does not lie in it. */
function nearest(group: readonly Edges[], anchor: Edges, within: number): Edges | null {
  let best: Edges | null = null;
  let least = within + 1;
  for (const hit of group) {
    if (hit.from < anchor.to && anchor.from < hit.to) continue;
    const gap = hit.from >= anchor.to ? hit.from - anchor.to : anchor.from - hit.to;
    if (gap < least) [best, least] = [hit, gap];
  }
  return best;
}

/** An odd number of negations, or any where they agree (“no … ningún”), before the deciding word, or before the passage as a whole. */
function isNegated(it: Tokens, begin: number, from: number, anchor: Edges): boolean {
  const { lexicon } = it;
  let count = 0;
  const first = Math.max(begin, Math.min(from - 2, anchor.from - NEGATION_REACH), anchor.from - 12);
  for (let at = first; at < anchor.from; at += 1) {
    const { lower } = it.tokens[at] as Word;
    if (isNegation(it, at)) count += 1;
    // “not only taken but sold” is no negation
    if (lexicon.notNegations.has(lower) && count > 0) count -= 1;
  }
  return lexicon.concord ? count > 0 : count % 2 === 1;
}
