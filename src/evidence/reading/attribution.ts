/**
 * Attributions: who says what, and by which words it is said so. A cue is looked for first, then its speaker, then its
 * content before and after. Where each begins and ends is the best of all edges by learned scores, so there is no
 * grammar and no parser. What is inside a content belongs to it, unless the inner cue is beyond doubt.
 */
import { CLASS_COUNT, classId, classSet, FIRST_CUE, kindOfCue } from '#evidence/reading/classes.ts';
import { asksThing, ownKind } from '#evidence/reading/leanings.ts';
import { type Cue, Features, type Sink, Sum } from '#evidence/reading/scores.ts';
import { type Edges, sentenceAt, type Tokens } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

export interface Attribution {
  readonly cue: Cue;
  readonly speaker: Edges | null;
  /** Before the cue and after it, in order. */
  readonly contents: readonly Edges[];
  /** Log odds that the cue is one. */
  readonly score: number;
  /** By how much the chosen content beats the next best thing, none. */
  readonly margin: number;
}

/** Where a span may begin and where it may end: every pair that `fits` is one. */
interface Candidates {
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
  fits(first: number, last: number): boolean;
}

/** One span of many, or none, with what tells for each: the same for reading and for learning. */
export interface Choice extends Candidates {
  none(sink: Sink): void;
  first(sink: Sink, at: number): void;
  last(sink: Sink, at: number): void;
  pair(sink: Sink, first: number, last: number): void;
}

/** Learned weights, as whole parts of one: a score is a sum of them over `scale`. */
export interface Weights {
  readonly table: Int8Array;
  readonly scale: number;
}

const COLON = classId('colon');
const OPEN = classId('quote-open');
const CLOSE = classId('quote-close');
const BRACKET = classId('bracket-close');
const THAT = classId('that');
const STOP = classId('stop');
const COMMA = classId('comma');
const ING = classId('ing');
const SAY = classId('cue-say');
const THINK = classId('cue-think');
const MARKS = classSet(
  'comma stop colon semicolon dash bracket-open bracket-close quote-open quote-close sign',
);
const BREAKS = classSet(
  'coordinator subordinator preposition relative question that as by to for of time adverb adverb-ly ing past be have modal',
);
const AUXILIARIES = classSet('be have modal');
const NO_FIRST = classSet('of by to as be have modal coordinator genitive adverb-ly clitic that');
const NO_LAST = classSet(
  'determiner possessive of by to as for preposition coordinator be have modal that clitic',
);

/** In tokens: a cue to each side of its head; a speaker from its cue, and its length; a content’s start from its cue, and its length. */
const CUE_REACH = 4;
const SPEAKER_REACH = 26;
const SPEAKER_LENGTH = 20;
const CONTENT_GAP = 14;
const CONTENT_LENGTH = 90;
/** Cues of one sentence, and words looked at whether they are; more is no prose, and time stays in proportion to the text. */
const MOST_CUES = 16;
const MOST_LOOKS = 24;
/** Of the first and last edges, the best so many are paired. */
const BEAM = 6;

export function isCandidate(it: Tokens, at: number): boolean {
  const of = it.classes[at] as number;
  return of >= FIRST_CUE || of === COLON;
}

export function cueFroms(it: Tokens, head: number, { from }: Edges): number[] {
  const all = [head];
  for (let at = head - 1; at >= from && head - at <= CUE_REACH && !MARKS[it.classes[at] as number]; at -= 1)
    all.push(at);
  return all;
}

export function cueLasts(it: Tokens, head: number, { to }: Edges): number[] {
  const all = [head];
  if (asksThing(it, head)) return all;
  for (let at = head + 1; at < to && at - head <= CUE_REACH; at += 1) {
    const of = it.classes[at] as number;
    if (MARKS[of] && of !== COLON) break;
    all.push(at);
  }
  return all;
}

function speakerCandidates(it: Tokens, cue: Cue, { from, to }: Edges): Candidates {
  const firsts: number[] = [];
  const lasts: number[] = [];
  const take = (at: number): boolean => {
    const of = it.classes[at] as number;
    if (of === STOP) return false;
    // “a minister that said”, “o ministro que disse”: one word for both edges
    const relative = of === THAT && at < cue.from && cue.from - at <= 3;
    if (of === OPEN || relative || !(MARKS[of] || NO_FIRST[of])) firsts.push(at);
    if (of === BRACKET || of === CLOSE || relative || !(MARKS[of] || NO_LAST[of])) lasts.push(at);
    return true;
  };
  for (let at = cue.from - 1; at >= from && cue.from - at <= SPEAKER_REACH && take(at); ) at -= 1;
  for (let at = cue.last + 1; at < to && at - cue.last <= SPEAKER_LENGTH && take(at); ) at += 1;
  return {
    firsts,
    lasts,
    fits: (first, last) =>
      first <= last &&
      last - first < SPEAKER_LENGTH &&
      // a sentence that opens with its cue has its content after the speaker
      (last < cue.from || (first > cue.last && (cue.from > from || last < to - 3))),
  };
}

export function speakerChoice(it: Tokens, features: Features, cue: Cue, sentence: Edges): Choice {
  return {
    ...speakerCandidates(it, cue, sentence),
    none: sink => features.sourceless(sink, cue),
    first: (sink, at) => features.sourceFrom(sink, at, cue, sentence),
    last: (sink, at) => features.sourceLast(sink, at, cue),
    pair: (sink, first, last) => features.sourcePair(sink, first, last, cue),
  };
}

/** The content before the cue (side 0) or after it (side 1). */
export function contentChoice(
  it: Tokens,
  features: Features,
  cue: Cue,
  source: Edges | null,
  side: number,
  sentence: Edges,
): Choice {
  return {
    ...(side ? contentAfter(it, cue, source, sentence) : contentBefore(it, cue, source, sentence)),
    none: sink => features.contentless(sink, cue, source, side, sentence),
    first: (sink, at) => features.contentFrom(sink, at, cue, source, side, sentence),
    last: (sink, at) => features.contentLast(sink, at, cue, source, side, sentence),
    pair: (sink, first, last) => features.contentPair(sink, first, last, cue, side),
  };
}

function contentAfter(it: Tokens, cue: Cue, source: Edges | null, { to }: Edges): Candidates {
  const firsts: number[] = [];
  const lasts: number[] = [];
  const n = it.tokens.length;
  const begin = source && source.from > cue.last ? source.to : cue.last + 1;
  const clause = it.classes[cue.head] === SAY || it.classes[cue.head] === THINK;
  const reach = asksThing(it, cue.head) ? 1 : CONTENT_GAP;
  for (let at = begin; at < to && at - begin < reach; at += 1) {
    const of = it.classes[at] as number;
    if (!MARKS[of] || of === OPEN) firsts.push(at);
  }
  // a quotation that opens the next sentence goes on with this one
  if (to < n && it.classes[to] === OPEN) firsts.push(to);
  for (let at = begin; at < to && at - begin < CONTENT_LENGTH; at += 1) {
    const of = it.classes[at] as number;
    const next = at + 1 < n ? (it.classes[at + 1] as number) : 0;
    if (MARKS[of] && of !== CLOSE && of !== STOP) continue;
    if (of === STOP && it.quoteOf[at] === -1) continue;
    // what is said is a clause: it does not end before its own verb
    if (clause && AUXILIARIES[next]) continue;
    if (at + 1 === to || MARKS[next] || BREAKS[next]) lasts.push(at);
  }
  for (const first of firsts) {
    const quote = it.quotes[it.quoteOf[first] as number];
    if (quote && it.classes[first] === OPEN && quote.to > to) lasts.push(quote.to - 1);
  }
  return { firsts, lasts, fits: (first, last) => first <= last && (first < to || last >= to) };
}

function contentBefore(it: Tokens, cue: Cue, source: Edges | null, { from }: Edges): Candidates {
  const firsts: number[] = [];
  const lasts: number[] = [];
  const begins = source && source.from < cue.from ? source.from : cue.from;
  for (let at = begins - 1; at >= from && begins - at <= 4; at -= 1) {
    const of = it.classes[at] as number;
    if (!MARKS[of] || of === CLOSE || (of === STOP && (it.quoteOf[at] as number) >= 0)) lasts.push(at);
    else if (of === STOP) break;
  }
  for (let at = begins - 1; at >= from && begins - at < CONTENT_LENGTH; at -= 1) {
    const of = it.classes[at] as number;
    if (MARKS[of] && of !== OPEN) continue;
    const before = at > 0 ? (it.classes[at - 1] as number) : 0;
    if (at === from || of === OPEN || MARKS[before] || BREAKS[before] || BREAKS[of]) firsts.push(at);
  }
  // the whole of a quotation that began sentences ago
  const quote = it.quotes[it.quoteOf[lasts[0] ?? 0] as number];
  if (quote && lasts.length > 0 && quote.from < from) firsts.push(quote.from);
  return { firsts, lasts, fits: (first, last) => first <= last };
}

/**
 * Every attribution of a text whose cue is likelier than its kind needs (log odds), in the order of the cues; one inside
 * another's content needs `inner`.
 */
export function attributionsIn(
  it: Tokens,
  weights: Weights,
  thresholdOf: (kind: string) => number,
): Attribution[] {
  const reader = new Reader(it, weights);
  const thresholds = Array.from({ length: CLASS_COUNT }, (_, id) => thresholdOf(kindOfCue(id)));
  const share = thresholdOf('surety');
  const found: Attribution[] = [];
  for (const sentence of it.sentences) {
    reader.within(sentence);
    let taken = -1;
    let cues = 0;
    let looks = 0;
    for (let at = sentence.from; at < sentence.to; at += 1) {
      if (at <= taken || !isCandidate(it, at)) continue;
      if (cues === MOST_CUES || looks === MOST_LOOKS) break;
      const score = reader.cueScore(at, sentence);
      const beside = isBesideQuote(it, at) ? 1 : 0;
      const own = ownKind(it, at);
      const least = own ? thresholdOf(own) : (thresholds[it.classes[at] as number] as number);
      if (score + beside + surety(MOST_MARGIN, share) <= least) continue;
      looks += 1;
      const cue = reader.cueAt(at, sentence);
      const speaker = reader.speakerOf(cue, sentence) ?? goesOn(it, cue, found.at(-1), sentence);
      const { contents, margin } = reader.contentsOf(cue, speaker, sentence);
      if (score + beside + surety(margin, share) <= least) continue;
      taken = cue.last;
      cues += 1;
      if (contents.length > 0) found.push({ cue, speaker, contents, score, margin });
    }
  }
  const longer = found.map(attribution => withParticiple(it, attribution));
  const whole = longer.map((attribution, at) => untilContrast(it, attribution, longer[at + 1]));
  return withoutInner(whole, thresholdOf('inner'));
}

/** Log odds by which a content usually beats having none, and beyond which more says nothing. */
const [USUAL_MARGIN, MOST_MARGIN] = [8, 14];

/** A cue whose content is surer than usual needs less by itself: a share of what its content is surer by. */
function surety(margin: number, share: number): number {
  return (Math.min(margin, MOST_MARGIN) - USUAL_MARGIN) * share;
}

/** “A says that x, enabling y”: the participle goes on with what A says, to the end of the sentence. */
function withParticiple(it: Tokens, attribution: Attribution): Attribution {
  const { contents, cue } = attribution;
  const { classes, quoteOf } = it;
  const last = contents.at(-1);
  const sentence = last && sentenceAt(it, last.from);
  if (!sentence || last.from < cue.head || classes[cue.head] !== SAY) return attribution;
  const goesOn =
    classes[last.to] === COMMA && classes[last.to + 1] === ING && (quoteOf[last.to] as number) < 0;
  if (!goesOn) return attribution;
  let { to } = sentence;
  while (to > last.to && MARKS[classes[to - 1] as number]) to -= 1;
  return { ...attribution, contents: [...contents.slice(0, -1), { from: last.from, to }] };
}

/** “A says x while B says y”: what A says ends where B begins. */
function untilContrast(it: Tokens, attribution: Attribution, next: Attribution | undefined): Attribution {
  const begins = next?.speaker?.from ?? 0;
  const { contrast } = it.lexicon;
  if (!next || begins < 2 || !contrast.has((it.tokens[begins - 1] as Word).lower)) return attribution;
  const contents = attribution.contents.map(part =>
    part.from < begins - 1 && part.to > next.cue.last && it.quoteOf[begins] === it.quoteOf[part.from]
      ? { from: part.from, to: begins - 1 }
      : part,
  );
  return { ...attribution, contents };
}

const JOINED = classSet('comma coordinator adverb adverb-ly subordinator');

/** “X defended it, accusing Y of …”, “X denied it and said …”: one speaker for both cues of a sentence. */
function goesOn(it: Tokens, cue: Cue, before: Attribution | undefined, { from }: Edges): Edges | null {
  // where subjects are dropped nobody is named twice: `dropped` tells who goes on
  if (
    it.lexicon.dropsSubject ||
    !before?.speaker ||
    before.cue.head < from ||
    cue.from - before.cue.last > SPEAKER_REACH * 2
  )
    return null;
  return JOINED[it.classes[cue.from - 1] as number] ? before.speaker : null;
}

/** A speech cue right after a quotation: ““C,” stated by X”. One log odd more is given to it. */
function isBesideQuote(it: Tokens, at: number): boolean {
  const before = it.classes[at - 1];
  return it.classes[at] === SAY && (before === CLOSE || (before === COMMA && it.classes[at - 2] === CLOSE));
}

class Reader {
  readonly #tokens: Tokens;
  readonly #features: Features;
  readonly #sum: Sum;
  readonly #scale: number;
  readonly #begins = new Beam();
  readonly #ends = new Beam();

  constructor(tokens: Tokens, { table, scale }: Weights) {
    this.#tokens = tokens;
    this.#features = new Features(tokens);
    this.#sum = new Sum(table);
    this.#scale = scale;
  }

  within(sentence: Edges): void {
    this.#features.within(sentence);
  }

  cueScore(at: number, sentence: Edges): number {
    this.#sum.total = 0;
    this.#features.cue(this.#sum, at, sentence);
    return this.#sum.total / this.#scale;
  }

  cueAt(head: number, sentence: Edges): Cue {
    const [sum, features] = [this.#sum, this.#features];
    const from = this.#best(cueFroms(this.#tokens, head, sentence), at => features.cueFrom(sum, at, head));
    const last = this.#best(cueLasts(this.#tokens, head, sentence), at => features.cueLast(sum, at, head));
    return { head, from, last };
  }

  speakerOf(cue: Cue, sentence: Edges): Edges | null {
    const { span, margin } = this.#pick(speakerChoice(this.#tokens, this.#features, cue, sentence));
    return margin > 0 ? span : null;
  }

  contentsOf(cue: Cue, source: Edges | null, sentence: Edges): { contents: Edges[]; margin: number } {
    const before = this.#pick(contentChoice(this.#tokens, this.#features, cue, source, 0, sentence));
    const after = this.#pick(contentChoice(this.#tokens, this.#features, cue, source, 1, sentence));
    const margin = Math.max(before.margin, after.margin);
    const contents: Edges[] = [];
    if (before.span && (before.margin > 0 || before.margin === margin)) contents.push(before.span);
    if (after.span && (after.margin > 0 || after.margin === margin)) contents.push(after.span);
    return { contents, margin };
  }

  #best(all: readonly number[], add: (at: number) => void): number {
    let [chosen, most] = [all[0] as number, Number.NEGATIVE_INFINITY];
    for (const at of all) {
      this.#sum.total = 0;
      add(at);
      if (this.#sum.total > most) [chosen, most] = [at, this.#sum.total];
    }
    return chosen;
  }

  /** The best pair of edges by the sum of both and of the pair, and by how much it beats having none. */
  #pick(choice: Choice): { span: Edges | null; margin: number } {
    this.#sum.total = 0;
    choice.none(this.#sum);
    const nothing = this.#sum.total;
    const [begins, ends] = [this.#begins, this.#ends];
    this.#beam(begins, choice.firsts, choice.first);
    this.#beam(ends, choice.lasts, choice.last);
    let first = 0;
    let last = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < begins.count; i += 1)
      for (let j = 0; j < ends.count; j += 1) {
        const a = begins.places[i] as number;
        const b = ends.places[j] as number;
        if (!choice.fits(a, b)) continue;
        this.#sum.total = (begins.scores[i] as number) + (ends.scores[j] as number);
        choice.pair(this.#sum, a, b);
        if (this.#sum.total > most) {
          first = a;
          last = b;
          most = this.#sum.total;
        }
      }
    const span = most > Number.NEGATIVE_INFINITY ? { from: first, to: last + 1 } : null;
    return { span, margin: (most - nothing) / this.#scale };
  }

  /** The best places of all, in order; ties stay in the order they came. */
  #beam(beam: Beam, all: readonly number[], add: Choice['first']): void {
    const { places, scores } = beam;
    beam.count = 0;
    for (const at of all) {
      this.#sum.total = 0;
      add(this.#sum, at);
      const score = this.#sum.total;
      if (beam.count === BEAM && score <= (scores[BEAM - 1] as number)) continue;
      let place = Math.min(beam.count, BEAM - 1);
      while (place > 0 && (scores[place - 1] as number) < score) {
        places[place] = places[place - 1] as number;
        scores[place] = scores[place - 1] as number;
        place -= 1;
      }
      places[place] = at;
      scores[place] = score;
      beam.count = Math.min(beam.count + 1, BEAM);
    }
  }
}

/** Kept from one choice to the next: a text has some ten thousand. */
class Beam {
  readonly places = new Int32Array(BEAM);
  readonly scores = new Int32Array(BEAM);
  count = 0;
}

/** Without those whose cue stands in another’s content, if in doubt. Contents reach a bounded way from their cue. */
function withoutInner(found: readonly Attribution[], beyondDoubt: number): Attribution[] {
  const holds = (outer: Attribution, inner: Attribution) =>
    outer.contents.some(it => inner.cue.head >= it.from && inner.cue.head < it.to);
  return found.filter((inner, index) => {
    if (inner.score > beyondDoubt) return true;
    for (
      let near = Math.max(0, index - NEIGHBOURS);
      near < Math.min(found.length, index + NEIGHBOURS + 1);
      near += 1
    ) {
      const outer = found[near] as Attribution;
      if (near !== index && holds(outer, inner) && !holds(inner, outer)) return false;
    }
    return true;
  });
}

/** No content holds more cues than this on one side of its own. */
const NEIGHBOURS = 24;
