/**
 * Places of a text that are like a passage. Long passages are looked for by pieces of them; only where several pieces
 * point is the whole laid against the text, so that time stays near the text's length.
 */
import { type Ending, eachEnding, endingsOf, reversed } from '#evidence/sources/edits.ts';

export interface Candidate {
  /** Indices in the normal text. */
  readonly at: number;
  readonly length: number;
  /** The share of the words that is there, 0 to 1. */
  readonly quote: number;
  readonly score: number;
}

const PIECE = 32;
const PIECES = 8;
/** Share of a piece, or of the whole, that may differ. */
const PIECE_BUDGET = 0.28;
const BUDGET = 0.4;
/** Places at which a passage is laid against the text. */
const TRIED = 12;
/** Endings of one piece that are followed up. */
const FOLLOWED = 40;

export function likeIn(words: string, text: string): Omit<Candidate, 'score'>[] {
  const slack = Math.ceil(words.length * 0.25) + 16;
  const found: Omit<Candidate, 'score'>[] = [];
  for (const at of startsOf(words, text, slack)) {
    const from = Math.max(0, at - slack);
    const to = Math.min(text.length, at + words.length + slack);
    const [best] = endingsOf(words, text, from, to, Math.floor(words.length * BUDGET));
    if (!best) continue;
    const span = snapped(text, startOf(words, text, from, best), best.end);
    if (found.some(it => it.at < span.to && span.at < it.at + it.length)) continue;
    found.push({ at: span.at, length: span.to - span.at, quote: 1 - best.errors / words.length });
  }
  return found;
}

/** Where the passage would begin, the places to which most pieces point first. */
function startsOf(words: string, text: string, slack: number): number[] {
  const votes: { at: number; count: number; errors: number }[] = [];
  for (const { offset, piece } of piecesOf(words)) {
    const budget = Math.floor(piece.length * (words.length <= PIECE * 2 ? BUDGET : PIECE_BUDGET));
    for (const { end, errors } of endingsOf(piece, text, 0, text.length, budget).slice(0, FOLLOWED)) {
      const at = end - piece.length - offset;
      const known = votes.find(it => Math.abs(it.at - at) <= slack);
      if (known) known.count += 1;
      else votes.push({ at, count: 1, errors });
    }
  }
  return votes
    .sort((a, b) => b.count - a.count || a.errors - b.errors || a.at - b.at)
    .slice(0, TRIED)
    .map(it => it.at);
}

function piecesOf(words: string): { offset: number; piece: string }[] {
  if (words.length <= PIECE * 2) return [{ offset: 0, piece: words }];
  const count = Math.min(PIECES, Math.floor(words.length / PIECE));
  const step = (words.length - PIECE) / (count - 1);
  return Array.from({ length: count }, (_, n) => {
    const offset = Math.round(n * step);
    return { offset, piece: words.slice(offset, offset + PIECE) };
  });
}

/** Read backwards from where it ends, the match begins where its errors are fewest. */
function startOf(words: string, text: string, from: number, { end }: Ending): number {
  const back = reversed(text.slice(from, end));
  let best = { at: 0, errors: Number.POSITIVE_INFINITY };
  eachEnding(
    reversed(words),
    back,
    0,
    back.length,
    (at, errors) => {
      if (errors < best.errors) best = { at, errors };
    },
    true,
  );
  return end - best.at;
}

/** Whole words and numbers: what is cut by the alignment is given back. */
function snapped(text: string, at: number, to: number): { at: number; to: number } {
  const joins = (index: number) =>
    index > 0 &&
    index < text.length &&
    /[\p{L}\p{N}]['.,]?[\p{L}\p{N}]/u.test(text.slice(index - 1, index + 1));
  let start = at;
  let end = to;
  while (joins(start)) start -= 1;
  while (joins(end)) end += 1;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return { at: start, to: end };
}
