/**
 * Attributions: content, cue and speaker, found by the words that introduce them. Each frame is one rule; its name
 * goes with what it finds. No parser: the noun phrase beside a cue is what stands between it and a boundary.
 */
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import {
  clauseEnd,
  headSubject,
  inQuote,
  phraseEnd,
  possessor,
  subjectBefore,
  subjectStart,
} from '#evidence/reading/phrases.ts';
import { isSomebody } from '#evidence/reading/speakers.ts';
import type { Quotation, Sentence, Token } from '#evidence/reading/tokens.ts';

export interface Attribution {
  readonly rule: string;
  readonly confidence: number;
  readonly spans: readonly (readonly [number, number])[];
  readonly cue: readonly Token[];
  readonly speaker: readonly Token[];
}

/** A frame looks at the cue at `at` and answers what it introduces there, or nothing. */
type Frame = (it: Sentence, at: number, lexicon: Lexicon) => Attribution | null;

export function attributionsIn(sentence: Sentence, lexicon: Lexicon): Attribution[] {
  const found: Attribution[] = [];
  let after = 0;
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (!token || token.start < after || token.kind !== 'word' || inQuote(sentence, token)) continue;
    const attribution = FRAMES.map(frame => frame(sentence, at, lexicon)).find(it => it !== null);
    if (!attribution) continue;
    found.push(attribution);
    const last = attribution.spans.at(-1);
    // what is inside a content belongs to it, unless the content stands before its cue
    if (last && last[0] > token.start && attribution.rule !== 'said-as')
      after = Math.min(last[1], sentence.end);
  }
  return found;
}

const accordingTo: Frame = (it, at, lexicon) => {
  const words = lexicon.according.find(phrase =>
    phrase.every((word, index) => it.tokens[at + index]?.lower === word),
  );
  if (!words) return null;
  const from = at + words.length;
  const to = phraseEnd(it, from, lexicon);
  const speaker = it.tokens.slice(from, to);
  if (!isSomebody(speaker, lexicon)) return null;
  const content = at === 0 ? span(it, to, it.tokens.length) : span(it, 0, at);
  return (
    content && {
      rule: 'according-to',
      confidence: 0.9,
      spans: [content],
      cue: it.tokens.slice(at, from),
      speaker,
    }
  );
};

/** “X said that C”, “X said: “C””, “X said C”. */
const saidThat: Frame = (it, at, lexicon) => {
  const width = cueWidth(it, at, lexicon);
  if (width === 0) return null;
  const speaker = subjectBefore(it, at, lexicon);
  const [next, second] = [it.tokens[at + width], it.tokens[at + width + 1]];
  if (!speaker || !next) return null;
  const cue = it.tokens.slice(at, at + width);
  const that = thatAfter(it, at + width, lexicon);
  const opens = [next, second].findIndex(token => token?.kind === 'open');
  const quoted = opens === 0 || (opens === 1 && /^[,:]$/.test(next.text));
  if (quoted && opens >= 0)
    return {
      rule: 'said-quote',
      confidence: 0.95,
      spans: withFollowing(it, at + width + opens),
      cue,
      speaker,
    };
  if (that === 0 && (lexicon.needsThat.has(cueKey(cue)) || !startsClause(next, lexicon))) return null;
  const content = span(it, at + width + that, it.tokens.length);
  return (
    content && {
      rule: that ? 'said-that' : 'said',
      confidence: that ? 0.9 : 0.65,
      spans: [content],
      cue,
      speaker,
    }
  );
};

/** ““C,” X said”, ““C,” said X”, and “C, X said.” Quotation that goes on after is part of it. */
const contentFirst: Frame = (it, at, lexicon) => {
  const width = cueWidth(it, at, lexicon);
  if (width === 0) return null;
  const cue = it.tokens.slice(at, at + width);
  const before = afterQuote(it, at) ?? subjectStart(it, at, lexicon);
  const inverted = before === null || before === at;
  const by = lexicon.by.has(it.tokens[at + width]?.lower ?? '') ? 1 : 0;
  const from = at + width + by;
  const to = inverted ? phraseEnd(it, from, lexicon) : at + width;
  const speaker = inverted
    ? it.tokens.slice(from, to)
    : it.tokens.slice(before, at).filter(token => !lexicon.auxiliaries.has(token.lower));
  const start = inverted ? at : before;
  const mark = it.tokens[start - 1];
  const quote =
    mark && (mark.kind === 'close' || (mark.text === ',' && it.tokens[start - 2]?.kind === 'close'));
  if (!mark || !isSomebody(speaker, lexicon)) return null;
  if (quote) {
    const first = it.quotes.find(
      quotation => quotation.end >= (it.tokens[start - 2]?.end ?? 0) && quotation.start < mark.start,
    );
    if (!first) return null;
    const rest = it.quotes.filter(quotation => quotation.start > (cue[0]?.start ?? 0));
    return {
      rule: by ? 'quote-by' : 'quote-said',
      confidence: 0.95,
      spans: [leadIn(it, first), ...rest.map(pair)],
      cue,
      speaker,
    };
  }
  const ends = !it.tokens[to] || /^[.,;]$/.test(it.tokens[to]?.text ?? '');
  const content = span(it, 0, start - 1);
  if (mark.text !== ',' || !ends || inverted || !content || lexicon.needsThat.has(cueKey(cue))) return null;
  const rest = it.tokens[to]?.text === ',' ? span(it, to + 1, it.tokens.length) : null;
  return { rule: 'content-said', confidence: 0.75, spans: rest ? [content, rest] : [content], cue, speaker };
};

/** “X labels Y as Z”, “Y, described by X as Z”. */
const saidAs: Frame = (it, at, lexicon) => {
  const cue = it.tokens[at];
  if (!cue || !lexicon.asVerbs.has(cue.lower)) return null;
  const by = lexicon.by.has(it.tokens[at + 1]?.lower ?? '');
  const after = by ? phraseEnd(it, at + 2, lexicon) : at + 1;
  const speaker = by ? it.tokens.slice(at + 2, after) : subjectBefore(it, at, lexicon);
  const end = clauseEnd(it, after, lexicon);
  const as = it.tokens.findIndex(
    (token, index) => index >= after && index < end && lexicon.as.has(token.lower),
  );
  if (!speaker || !isSomebody(speaker, lexicon)) return null;
  if (by && as < 0) return null;
  const opens = it.tokens.slice(after, end).some(token => token.kind === 'open');
  if (as < 0 && !opens && !lexicon.bareVerbs.has(cue.lower)) return null;
  const content = span(it, after, end);
  return content && { rule: 'said-as', confidence: 0.8, spans: [content], cue: [cue], speaker };
};

/** “X accuses Y of Z”, “X criticised Y for Z”; “X considers Y Z”. */
const accused: Frame = (it, at, lexicon) => {
  const cue = it.tokens[at];
  if (!cue) return null;
  const of = lexicon.ofVerbs.has(cue.lower);
  const judged = lexicon.forVerbs.has(cue.lower);
  const bare = lexicon.bareVerbs.has(cue.lower);
  if (!of && !judged && !bare) return null;
  const speaker = subjectBefore(it, at, lexicon) ?? headSubject(it, at, lexicon);
  const end = bare ? clauseEnd(it, at + 1, lexicon) : it.tokens.length;
  const rest = it.tokens.slice(at + 1, end);
  if (!speaker || (!bare && !rest.some(token => /^(?:of|for|de|por)$/.test(token.lower)))) return null;
  const content = span(it, at + 1, end);
  return content && { rule: 'accused-of', confidence: 0.75, spans: [content], cue: [cue], speaker };
};

/** “X’s claim that C”, “evidence suggesting C”. */
const nounThat: Frame = (it, at, lexicon) => {
  const cue = it.tokens[at];
  const next = it.tokens[at + 1];
  if (!cue || !next || !lexicon.nounCues.has(cue.lower)) return null;
  const joined =
    lexicon.that.has(next.lower) || (next.lower.endsWith('ing') && lexicon.sayVerbs.has(next.lower));
  const content = joined ? span(it, at + 2, it.tokens.length) : null;
  const speaker = possessor(it, at, lexicon) ?? headSubject(it, at, lexicon);
  return content && speaker && { rule: 'noun-that', confidence: 0.6, spans: [content], cue: [cue], speaker };
};

const FRAMES: readonly Frame[] = [accordingTo, contentFirst, saidThat, saidAs, accused, nounThat];

/** How many tokens the cue at `at` takes; 0 where there is none. */
function cueWidth(it: Sentence, at: number, lexicon: Lexicon): number {
  const [one, two] = [it.tokens[at], it.tokens[at + 1]];
  if (!one || /^\p{Lu}/u.test(one.text)) return 0;
  if (two && lexicon.sayVerbs.has(`${one.lower} ${two.lower}`)) return 2;
  return lexicon.sayVerbs.has(one.lower) ? 1 : 0;
}

/** Tokens from `at` to after a “that”, where nothing but whom it was said to stands between; 0 where there is none. */
function thatAfter(it: Sentence, at: number, lexicon: Lexicon): number {
  for (let index = at; index < at + LONGEST_HEARER; index += 1) {
    const token = it.tokens[index];
    if (token?.kind !== 'word') return 0;
    if (lexicon.that.has(token.lower)) return index - at + 1;
  }
  return 0;
}

/** “told reporters at the embassy that”: words between the cue and its “that”. */
const LONGEST_HEARER = 6;
/** “…,” team member Ana Ruiz said: words between a quotation and the cue. */
const LONGEST_SPEAKER = 12;

/** Where the phrase begins that fills the space between a quotation and the cue; null where there is no such. */
function afterQuote(it: Sentence, at: number): number | null {
  let start = at;
  while (start > 0 && at - start <= LONGEST_SPEAKER && it.tokens[start - 1]?.kind === 'word') start -= 1;
  const [mark, before] = [it.tokens[start - 1], it.tokens[start - 2]];
  const closes = mark?.kind === 'close' || (mark?.text === ',' && before?.kind === 'close');
  return closes && start < at ? start : null;
}

function cueKey(cue: readonly Token[]): string {
  return cue.map(token => token.lower).join(' ');
}

function startsClause(next: Token, lexicon: Lexicon): boolean {
  return (
    next.kind !== 'mark' &&
    (lexicon.determiners.has(next.lower) ||
      next.lower in lexicon.pronouns ||
      /^\p{Lu}/u.test(next.text) ||
      next.kind === 'number' ||
      lexicon.bodies.has(next.lower))
  );
}

/** From token to token, without the marks and spaces at its ends; quotation marks stay with their quotation. */
function span(it: Sentence, from: number, to: number): [number, number] | null {
  let [first, last] = [from, to - 1];
  while (first <= last && /^[,;:.—–)]$/.test(it.tokens[first]?.text ?? '')) first += 1;
  while (last >= first && /^[,;:.—–(]$/.test(it.tokens[last]?.text ?? '')) last -= 1;
  const [a, b] = [it.tokens[first], it.tokens[last]];
  return a && b && first <= last ? [a.start, b.end] : null;
}

/** A quotation with what leads into it in the same sentence, where that reads on into it. */
function leadIn(it: Sentence, quote: Quotation): [number, number] {
  const [first] = it.tokens;
  const opens =
    first !== undefined &&
    first.start < quote.start &&
    !it.tokens.some(token => token.start < quote.start && /^[.;:]$/.test(token.text));
  return opens && first ? [first.start, quote.end] : pair(quote);
}

function pair(quote: Quotation): [number, number] {
  return [quote.start, quote.end];
}

/** The quotation that opens at a token, and what the sentence adds to it. */
function withFollowing(it: Sentence, at: number): [number, number][] {
  const open = it.tokens[at];
  const quote = it.quotes.find(quotation => quotation.start === open?.start);
  const whole = span(it, at, it.tokens.length);
  if (!quote) return whole ? [whole] : [];
  return [whole && whole[1] > quote.end ? [quote.start, whole[1]] : pair(quote)];
}
