/** The outlet's own voice: what it asserts in its own name, the loaded labels it uses, and its scare quotes. */
import { BEGINS } from '#evidence/reading/lexicon.ts';
import type { Sentence, Token, Tokens } from '#evidence/reading/tokens.ts';

export interface VoiceFound {
  readonly start: number;
  readonly end: number;
  readonly kind: 'assertion' | 'label' | 'scare-quote';
}

/** A quotation of more words than this is a quotation, not a scare quote. */
const SCARE_WORDS = 4;

/** `attributed` tells for a token whether somebody else is quoted there. */
export function voiceIn(it: Tokens, sentence: Sentence, attributed: (at: number) => boolean): VoiceFound[] {
  const found: VoiceFound[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (attributed(at)) continue;
    const inside = it.quoteOf[at] as number;
    const quote = it.quotes[inside];
    if (quote && quote.from === at) {
      if (isScare(it, sentence, quote.from, quote.to))
        found.push({ ...edges(it, quote.from, quote.to), kind: 'scare-quote' });
      continue;
    }
    if (inside >= 0 || ((it.begins[at] as number) & BEGINS.label) === 0) continue;
    const to = labelAt(it, at, sentence.to);
    if (to === 0) continue;
    found.push({ ...edges(it, at, to), kind: 'label' });
    at = to - 1;
  }
  return found;
}

function isScare(it: Tokens, { from, to }: Sentence, begin: number, end: number): boolean {
  let words = 0;
  for (let at = begin; at < end; at += 1) if ((it.tokens[at] as Token).word.letters) words += 1;
  return words > 0 && words <= SCARE_WORDS && end <= to && end - begin < to - from - 2;
}

function labelAt(it: Tokens, at: number, to: number): number {
  for (const use of (it.tokens[at] as Token).word.loaded ?? []) {
    const end = at + 1 + use.length;
    if (end <= to && use.every((word, index) => (it.tokens[at + 1 + index] as Token).word.lower === word))
      return end;
  }
  return 0;
}

function edges(it: Tokens, from: number, to: number) {
  return { start: (it.tokens[from] as Token).start, end: (it.tokens[to - 1] as Token).end };
}
