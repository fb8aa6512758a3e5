/**
 * The door of reading: text to proposals. Pure, runs anywhere, linear in the length of the text, never throws.
 * Offsets are UTF-16 indices: `text.slice(start, end) === exact` for everything it proposes. A person decides.
 */
import { type Attribution, attributionsIn } from '#evidence/reading/attribution.ts';
import { bearingsIn } from '#evidence/reading/bearings.ts';
import { type Comparator, figuresIn } from '#evidence/reading/figures.ts';
import { languageOf } from '#evidence/reading/language.ts';
import { type Lexicon, lexiconOf } from '#evidence/reading/lexicon.ts';
import { type Speaker, Speakers } from '#evidence/reading/speakers.ts';
import { type Sentence, sentencesOf, tokenise } from '#evidence/reading/tokens.ts';

interface Proposed {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** The rule that found it. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface ClaimProposal extends Proposed {
  /** The pieces of a content that its reporting clause interrupts. */
  readonly spans: readonly (readonly [number, number])[];
  readonly mode: 'direct' | 'indirect' | 'mixed' | 'narration';
  readonly speaker: Speaker | null;
  readonly cue: { readonly text: string; readonly start: number; readonly end: number } | null;
  readonly stance: 'neutral' | 'distancing' | 'endorsing';
}

export interface FigureProposal extends Proposed {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly per: string | null;
}

export interface BearingProposal extends Proposed {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
}

export interface Reading {
  readonly language: string;
  readonly claims: readonly ClaimProposal[];
  readonly figures: readonly FigureProposal[];
  readonly bearings: readonly BearingProposal[];
}

/** Raw lexicons by language code, as `lexicons/` has them. */
export type Lexicons = Readonly<Record<string, unknown>>;

/** Reads a text; `language` where it is known. */
export function read(text: string, lexicons: Lexicons, language?: string): Reading {
  const all = Object.keys(lexicons)
    .sort()
    .map(code => lexiconOf(code, lexicons[code]));
  const chosen =
    all.find(it => it.language === language) ??
    all.find(it => it.language === languageOf(text, all)) ??
    lexiconOf('en', {});
  return readIn(text, chosen);
}

function readIn(text: string, lexicon: Lexicon): Reading {
  const tokens = tokenise(text);
  const sentences = sentencesOf(tokens, lexicon);
  const speakers = new Speakers(tokens, lexicon);
  const exact = <T extends { start: number; end: number }>(it: T) => ({
    ...it,
    exact: text.slice(it.start, it.end),
  });
  const claims: ClaimProposal[] = [];
  const figures: FigureProposal[] = [];
  const bearings: BearingProposal[] = [];
  for (const sentence of sentences) {
    const attributed = attributionsIn(sentence, lexicon).map(it =>
      attributedClaim(text, it, speakers, lexicon),
    );
    const numbers = figuresIn(sentence, lexicon).map(exact);
    const words = bearingsIn(text, sentence, lexicon).map(exact);
    const floating = attributed.length === 0 ? floatingQuote(text, sentence) : [];
    const own =
      attributed.length + floating.length === 0 && numbers.length + words.length > 0
        ? [narration(text, sentence)]
        : [];
    claims.push(...attributed, ...floating, ...own);
    figures.push(...numbers);
    bearings.push(...words);
  }
  return { language: lexicon.language, claims: claims.sort(inOrder), figures, bearings };
}

function inOrder(a: ClaimProposal, b: ClaimProposal): number {
  return a.start - b.start || a.end - b.end;
}

function attributedClaim(text: string, it: Attribution, speakers: Speakers, lexicon: Lexicon): ClaimProposal {
  const spans = [...it.spans].sort((a, b) => a[0] - b[0]);
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  const [first] = it.cue;
  const last = it.cue.at(-1);
  const cue =
    first && last ? { text: text.slice(first.start, last.end), start: first.start, end: last.end } : null;
  const key = cue?.text.toLowerCase() ?? '';
  const stance = lexicon.distancing.has(key)
    ? 'distancing'
    : lexicon.endorsing.has(key)
      ? 'endorsing'
      : 'neutral';
  return {
    start,
    end,
    exact: text.slice(start, end),
    spans,
    mode: modeOf(text, spans),
    speaker: speakers.resolve(it.speaker, text),
    cue,
    stance,
    rule: it.rule,
    confidence: it.confidence,
  };
}

/** Direct: all in quotation marks; mixed: some of it; indirect: none. */
function modeOf(text: string, spans: ClaimProposal['spans']): ClaimProposal['mode'] {
  const content = spans.map(([start, end]) => text.slice(start, end)).join(' ');
  if (!/[“"«]/.test(content)) return 'indirect';
  const outside = content.replace(/[“«][^”»]*[”»]?|"[^"]*"?/g, '').replace(/[\s\p{P}]+/gu, '');
  return outside === '' ? 'direct' : 'mixed';
}

/** A sentence that is nothing but a quotation, whose speaker is not told: shown, and left open. */
function floatingQuote(text: string, sentence: Sentence): ClaimProposal[] {
  const [quote] = sentence.quotes;
  if (!quote || quote.start !== sentence.start || quote.end < sentence.end - 1 || quote.end > sentence.end)
    return [];
  const { start, end } = quote;
  return [
    {
      start,
      end,
      exact: text.slice(start, end),
      spans: [[start, end]],
      mode: 'direct',
      speaker: null,
      cue: null,
      stance: 'neutral',
      rule: 'floating-quote',
      confidence: 0.4,
    },
  ];
}

function narration(text: string, { start, end }: Sentence): ClaimProposal {
  return {
    start,
    end,
    exact: text.slice(start, end),
    spans: [[start, end]],
    mode: 'narration',
    speaker: null,
    cue: null,
    stance: 'neutral',
    rule: 'own-voice',
    confidence: 0.5,
  };
}
