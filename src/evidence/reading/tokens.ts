/** Text to tokens, paragraphs, sentences and quotations. Offsets are UTF-16 indices into the text. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark' | 'open' | 'close';
}

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** Quotations that lie in it or reach into it, by offset of their marks. */
  readonly quotes: readonly Quotation[];
}

export interface Quotation {
  /** Of the opening mark. */
  readonly start: number;
  /** After the closing mark. */
  readonly end: number;
}

const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,\u202f\u00a0]\p{N}+)*(?=\P{L}|$|[a-z]{1,2}(?!\p{L}))|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[“”"«»]|[R]?US?\$|[€£¥$%]|[.,;:!?()—–…•\n]/gu;
const QUOTES = new Set(['“', '”', '"', '«', '»']);
/** A quotation that is not closed ends with its paragraph; one longer than this was never one. */
const LONGEST_QUOTE = 3000;
/** Tokens; a longer run without a full stop is cut, so that time stays in proportion to the text. */
const LONGEST_SENTENCE = 400;

export function tokenise(text: string): Token[] {
  let open = false;
  return Array.from(text.matchAll(TOKEN), match => {
    const [value] = match;
    if (value === '\n') open = false;
    const kind = kindOf(value, open);
    if (kind === 'open') open = true;
    if (kind === 'close') open = false;
    return {
      text: value,
      lower: value.toLowerCase(),
      start: match.index,
      end: match.index + value.length,
      kind,
    };
  });
}

function kindOf(value: string, open: boolean): Token['kind'] {
  if (value === '“' || value === '«') return 'open';
  if (value === '”' || value === '»') return 'close';
  if (value === '"') return open ? 'close' : 'open';
  if (/^\p{N}/u.test(value) && !/\p{L}/u.test(value)) return 'number';
  return /^[\p{L}\p{N}]/u.test(value) ? 'word' : 'mark';
}

/** Sentences in order; a line end always ends one. */
export function sentencesOf(tokens: readonly Token[], lexicon: Lexicon): Sentence[] {
  const quotes = quotationsOf(tokens);
  const sentences: Sentence[] = [];
  let current: Token[] = [];
  let paragraph = 0;
  let nextQuote = 0;
  const close = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first && last && current.some(token => token.kind === 'word')) {
      while ((quotes[nextQuote]?.end ?? Number.POSITIVE_INFINITY) <= first.start) nextQuote += 1;
      const inside: Quotation[] = [];
      for (let at = nextQuote; (quotes[at]?.start ?? Number.POSITIVE_INFINITY) < last.end; at += 1)
        inside.push(quotes[at] as Quotation);
      sentences.push({ tokens: current, start: first.start, end: last.end, paragraph, quotes: inside });
    }
    current = [];
  };
  for (const [index, token] of tokens.entries()) {
    if (token.text === '\n' || token.text === '•') {
      close();
      if (token.text === '\n') paragraph += 1;
      continue;
    }
    current.push(token);
    if (current.length >= LONGEST_SENTENCE || endsSentence(tokens, index, lexicon)) close();
  }
  close();
  return sentences;
}

/** A full stop, or a closing mark after one, before a capital letter, an opening mark or a number. */
function endsSentence(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!token || !after) return false;
  const stop = /^[.!?…]$/.test(token.text) || /^(?:\p{Lu}\.){2,}$/u.test(token.text);
  const closing =
    (token.kind === 'close' || token.text === ')') && before !== undefined && /^[.!?…]$/.test(before.text);
  if (!stop && !closing) return false;
  if (after.kind === 'close' || after.text === ')' || after.start === token.end) return false;
  if (
    token.text === '.' &&
    before &&
    (lexicon.abbreviations.has(before.lower) || /^\p{Lu}$/u.test(before.text))
  )
    return false;
  if (token.text.length > 1)
    return (
      after.kind === 'open' ||
      (after.kind === 'word' && /^(?:The|A|In|It|He|She|They|But|This|That)$/.test(after.text))
    );
  return after.kind === 'open' || after.kind === 'number' || /^\p{Lu}/u.test(after.text);
}

function quotationsOf(tokens: readonly Token[]): Quotation[] {
  const quotes: Quotation[] = [];
  let open: Token | null = null;
  for (const token of tokens) {
    if (token.kind === 'open') open = token;
    if (token.kind === 'close' && open && token.end - open.start < LONGEST_QUOTE)
      quotes.push({ start: open.start, end: token.end });
    if (token.kind === 'close' || token.text === '\n') open = null;
  }
  return quotes;
}

export function isQuote(token: Token | undefined): boolean {
  return token !== undefined && QUOTES.has(token.text);
}
