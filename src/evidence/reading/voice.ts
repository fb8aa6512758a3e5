/** The outlet's own voice: what it asserts in its own name, the loaded labels it uses, and its scare quotes. */

import { type Edges, placed, type Sentence, type Tokens } from '#evidence/reading/tokens.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';

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
      if (isScare(it, sentence, quote)) found.push({ ...placed(it, quote), kind: 'scare-quote' });
      continue;
    }
    if (inside >= 0 || ((it.begins[at] as number) & BEGINS.label) === 0) continue;
    const to = labelAt(it, at, sentence.to);
    if (to === 0) continue;
    found.push({ ...placed(it, { from: at, to }), kind: 'label' });
    at = to - 1;
  }
  return found;
}

function isScare(it: Tokens, { from, to }: Sentence, quote: Edges): boolean {
  let words = 0;
  for (let at = quote.from; at < quote.to; at += 1) if ((it.tokens[at] as Word).letters) words += 1;
  return words > 0 && words <= SCARE_WORDS && quote.to <= to && quote.to - quote.from < to - from - 2;
}

function labelAt(it: Tokens, at: number, to: number): number {
  for (const use of (it.tokens[at] as Word).loaded ?? []) {
    const end = at + 1 + use.length;
    if (end <= to && use.every((word, index) => (it.tokens[at + 1 + index] as Word).lower === word))
      return end;
  }
  return 0;
}
