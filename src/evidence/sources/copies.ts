/**
 * Whether two texts are copies of each other, and of which kind. Two reports of one event by different hands share
 * names and numbers and are no copies: what they share must be dense and stand in the same order. A verdict is
 * a proposal: a person decides.
 */
import type { CopyWords } from '#evidence/sources/copy-words.ts';
import { covered, type Run, sameOrder, sameWords, sharedRuns } from '#evidence/sources/shared.ts';

/**
 * identical: the same words; near: the same story with another head or end; reworded: names, numbers and quotations in
 * their order between other words; contains: the shorter stands whole in something much longer; partly: one long
 * passage in common.
 */
export const COPY_KINDS = ['identical', 'near', 'reworded', 'contains', 'partly'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export interface Shared {
  /** UTF-16 indices: the longest stretch of the same words in each text. */
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
  readonly words: number;
}

export interface CopyVerdict {
  readonly kind: CopyKind | 'none';
  /** Share of the shorter text's words that the other has too, 0 to 1. */
  readonly score: number;
  /** Share of names, numbers and quotations that stand in the same order, 0 to 1. */
  readonly order: number;
  readonly shared: Shared | null;
}

/** A text of fewer words is like too many others. */
export const LEAST_WORDS = 20;
/** From this share of the shorter text on it is the same story … */
const SAME = 0.6;
/** … and from this share of the longer one on it is not only a part of something else. */
const MOST = 0.5;
/** From this share of the shorter one on it stands whole in the longer one. */
const WHOLE = 0.9;
/**
 * Names, numbers and quotations that must agree: a form filled in twice has the same words and hardly a fact in common,
 * a corrected version keeps most.
 */
const FACTS = 0.5;
/** Fewer of them say nothing: then the words alone must, nearly all. */
const FEW_FACTS = 4;
/** For a reworded copy the same order is all there is: it takes more of them, and nearly all. */
const REWORDED_FACTS = 8;
const REWORDED_ORDER = 0.6;
/** Words of a passage that two texts quote: an article of a law is rarely as long, a letter is. */
const PASSAGE = 50;

export function copyVerdict(a: CopyWords, b: CopyWords): CopyVerdict {
  if (Math.min(a.ids.length, b.ids.length) < LEAST_WORDS)
    return { kind: 'none', score: 0, order: 0, shared: null };
  const runs = sharedRuns(a.ids, b.ids);
  const longest = runs.reduce<Run | null>((top, run) => (top && top.length >= run.length ? top : run), null);
  const facts = sameOrder(a.skeleton, b.skeleton);
  const seen = { ...sharesOf(a, b, runs), facts, runs, longest };
  const kind = kindOf(a, b, seen);
  const words = kind === 'reworded' ? sameWords(a, b) / Math.min(a.ids.length, b.ids.length) : seen.shorter;
  return {
    kind,
    score: rounded(words),
    order: rounded(facts / Math.max(1, a.skeleton.length, b.skeleton.length)),
    shared: longest && placed(a, b, longest),
  };
}

interface Seen {
  readonly shorter: number;
  readonly longer: number;
  readonly facts: number;
  readonly runs: readonly Run[];
  readonly longest: Run | null;
}

function kindOf(a: CopyWords, b: CopyWords, seen: Seen): CopyVerdict['kind'] {
  if (a.ids.length === b.ids.length && seen.longest?.length === a.ids.length) return 'identical';
  const fewest = Math.min(a.skeleton.length, b.skeleton.length);
  const most = Math.max(a.skeleton.length, b.skeleton.length);
  const few = fewest < FEW_FACTS;
  if (few || seen.facts >= fewest * FACTS) {
    if (seen.shorter >= (few ? WHOLE : SAME) && (seen.longer >= MOST || beginsAlike(a, b, seen.runs)))
      return 'near';
    if (seen.shorter >= WHOLE) return 'contains';
  }
  if (seen.facts >= REWORDED_FACTS && seen.facts >= most * REWORDED_ORDER) return 'reworded';
  return seen.longest && isPassage(a, b, seen.longest) ? 'partly' : 'none';
}

function sharesOf(a: CopyWords, b: CopyWords, runs: readonly Run[]) {
  const ofA = covered(runs, 'a', a.ids.length) / a.ids.length;
  const ofB = covered(runs, 'b', b.ids.length) / b.ids.length;
  return a.ids.length <= b.ids.length ? { shorter: ofA, longer: ofB } : { shorter: ofB, longer: ofA };
}

/** A story cut at its end begins where the whole one does, a headline and a byline aside. */
const HEAD = 40;

function beginsAlike(a: CopyWords, b: CopyWords, runs: readonly Run[]): boolean {
  const long = Math.max(a.ids.length, b.ids.length);
  const short = Math.min(a.ids.length, b.ids.length);
  return short >= long / 5 && runs.some(run => run.a <= HEAD && run.b <= HEAD && run.length >= HEAD / 2);
}

/** What stands at the end of both, or at the beginning of both, is what a publisher puts there each time. */
function isPassage(a: CopyWords, b: CopyWords, run: Run): boolean {
  const first = run.a < EDGE && run.b < EDGE;
  const last = run.a + run.length > a.ids.length - EDGE && run.b + run.length > b.ids.length - EDGE;
  return run.length >= PASSAGE && !first && !last;
}

const EDGE = 5;

function placed(a: CopyWords, b: CopyWords, run: Run): Shared {
  const span = ({ starts, ends }: CopyWords, from: number) => ({
    start: starts[from] ?? 0,
    end: ends[from + run.length - 1] ?? 0,
  });
  return { a: span(a, run.a), b: span(b, run.b), words: run.length };
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
