/**
 * The door of reading: text to proposals. Pure, runs anywhere, linear in the length of the text, never throws.
 * Offsets are UTF-16 indices: `text.slice(start, end) === exact` for everything it proposes. A person decides.
 */
import { type Attribution, attributionsIn } from '#evidence/reading/attribution.ts';
import { bearingsIn } from '#evidence/reading/bearings.ts';
import { classId, kindOfCue } from '#evidence/reading/classes.ts';
import type { Comparator } from '#evidence/reading/comparators.ts';
import { Figures } from '#evidence/reading/figures.ts';
import { languageOf } from '#evidence/reading/language.ts';
import { isLatin, patternFor } from '#evidence/reading/letters.ts';
import { lexiconOf } from '#evidence/reading/lexicon.ts';
import { type Speaker, Speakers } from '#evidence/reading/speakers.ts';
import {
  type Edges,
  placed,
  type Sentence,
  sentenceAt,
  type Tokens,
  tokenise,
} from '#evidence/reading/tokens.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';
import { voiceIn } from '#evidence/reading/voice.ts';
import { datesIn } from '#evidence/reading/when.ts';
import { placesIn } from '#evidence/reading/where.ts';

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

interface Proposed extends Placed {
  /** The rule that found it. */
  readonly rule: string;
  /** 0 to 1; for claims, the share that was right among labelled texts with such a score. */
  readonly confidence: number;
}

/** What holds within a claim: its position in `claims`; null where it stands in none. */
interface Within {
  readonly claim: number | null;
}

export interface ClaimProposal extends Proposed {
  /** The pieces of a content that its reporting clause interrupts. */
  readonly spans: readonly (readonly [number, number])[];
  readonly mode: 'direct' | 'indirect' | 'mixed' | 'narration';
  readonly speaker: Speaker | null;
  /** Whose words they are where the subject is left out (“Afirmó que …”): the speaker before. */
  readonly dropped: string | null;
  readonly cue: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly kind: string;
  } | null;
  readonly stance: 'neutral' | 'distancing' | 'endorsing';
  /** The claim whose words this one prints again, such as a pull quote; not to be counted twice. */
  readonly repeats: number | null;
}

export interface FigureProposal extends Proposed, Within {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly per: string | null;
}

export interface BearingProposal extends Proposed, Within {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  /** Who says it; null where it is the outlet's own words, or nobody is named. */
  readonly speaker: string | null;
}

export interface VoiceProposal extends Placed {
  /** Asserted in the outlet's name; a loaded label; a scare quote. */
  readonly kind: 'assertion' | 'label' | 'scare-quote';
}

export interface DateProposal extends Placed, Within {
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: 'absolute' | 'partial' | 'relative';
}

export interface PlaceProposal extends Placed, Within {
  /** ISO 3166-1 alpha-3. */
  readonly place: string;
  readonly by: 'name' | 'people';
}

export interface Reading {
  readonly language: string;
  readonly claims: readonly ClaimProposal[];
  readonly figures: readonly FigureProposal[];
  readonly bearings: readonly BearingProposal[];
  /** The outlet's own voice. */
  readonly outlet: readonly VoiceProposal[];
  readonly dates: readonly DateProposal[];
  readonly places: readonly PlaceProposal[];
}

/** Raw lexicons by language code, as `lexicons/` has them; `shared` holds the weights of languages without their own. */
export type Lexicons = Readonly<Record<string, unknown>>;

/** Reads a text; `language` and the day of publication (`2025-06-30`) where they are known. */
export function read(
  text: string,
  lexicons: Lexicons,
  language?: string,
  published: string | null = null,
): Reading {
  const { shared, ...languages } = lexicons;
  const chosen = language !== undefined && language in languages ? language : languageIn(text, lexicons);
  const lexicon = chosen === undefined ? lexiconOf('en', {}) : lexiconOf(chosen, languages[chosen], shared);
  return readIn(tokenise(text, lexicon), published);
}

/** The language of a text, of those that the lexicons know; undefined where they know none. */
export function languageIn(text: string, lexicons: Lexicons): string | undefined {
  const { shared, ...languages } = lexicons;
  return languageOf(text, languages);
}

function readIn(it: Tokens, published: string | null): Reading {
  const { text, lexicon, sentences } = it;
  /** Whether somebody else is quoted, or said to speak, at a token. */
  const taken = new Uint8Array(it.tokens.length);
  const claims = attributedClaims(it, taken);
  const figuresOf = new Figures(it);
  const figures: Unplaced<FigureProposal>[] = [];
  const bearings: Unplaced<Omit<BearingProposal, 'speaker'>>[] = [];
  const outlet: VoiceProposal[] = [];
  const dates: Unplaced<DateProposal>[] = [];
  const places: Unplaced<PlaceProposal>[] = [];
  for (const sentence of sentences) {
    const numbers = figuresOf.in(sentence);
    const passages = bearingsIn(it, sentence);
    const voice = voiceIn(it, sentence, at => taken[at] === 1);
    const own = isOwn(it, sentence, taken);
    if (own === 'quote') claims.push(floating(it, sentence));
    if (own === 'sentence' && numbers.length + passages.length > 0) claims.push(narration(it, sentence));
    if (own === 'sentence' && numbers.length + passages.length + voice.length > 0)
      outlet.push({ ...whole(it, sentence), kind: 'assertion' });
    for (const found of voice) outlet.push({ ...found, exact: text.slice(found.start, found.end) });
    figures.push(...numbers);
    bearings.push(...passages);
    dates.push(...datesIn(it, sentence, published));
    places.push(...placesIn(it, sentence));
  }
  const ordered = withRepeats(claims.sort((a, b) => a.start - b.start || a.end - b.end));
  const within = placer(text, ordered);
  return {
    language: lexicon.language,
    claims: ordered,
    figures: figures.map(within),
    bearings: bearings.map(found => {
      const placed = within(found);
      const claim = placed.claim === null ? null : ordered[placed.claim];
      return { ...placed, speaker: claim?.speaker?.name ?? claim?.dropped ?? null };
    }),
    outlet,
    dates: dates.map(within),
    places: places.map(within),
  };
}

type Unplaced<T extends Within> = Omit<T, 'claim' | 'exact'>;

/** Marks in `taken` the contents, cues and speakers. */
function attributedClaims(it: Tokens, taken: Uint8Array): ClaimProposal[] {
  const { lexicon } = it;
  const { weights, threshold } = lexicon;
  if (!weights) return [];
  const speakers = new Speakers(it);
  const found = attributionsIn(it, weights, threshold);
  const starts = new Set<number>();
  for (const { contents } of found) for (const { from } of contents) starts.add(from);
  return found.map(attribution => {
    const contents = withContinued(it, attribution, starts);
    const speaker = attribution.speaker && speakers.resolve(attribution.speaker);
    const dropped = speaker ? null : droppedBy(it, attribution, speakers);
    for (const { from, to } of contents) taken.fill(1, from, to);
    taken.fill(1, attribution.cue.from, attribution.cue.last + 1);
    if (attribution.speaker) taken.fill(1, attribution.speaker.from, attribution.speaker.to);
    return claimOf(it, attribution, contents, speaker, dropped);
  });
}

const NOUN = classId('cue-noun');
const ACCORDING = classId('cue-according');

function droppedBy(it: Tokens, { cue, contents }: Attribution, speakers: Speakers): string | null {
  const of = it.classes[cue.head];
  return of === NOUN || of === ACCORDING || contents.length === 0 ? null : speakers.dropped(cue.from);
}

/** A quotation that goes on after the reporting clause: further quotations that follow at once are the same one's. */
function withContinued(it: Tokens, { contents, cue }: Attribution, starts: ReadonlySet<number>): Edges[] {
  const all = [...contents];
  const last = all.at(-1) as Edges;
  if (it.quoteOf[last.to - 1] === -1) return all;
  // after the sentence of the cue, where the content stood before it
  let at = Math.max(last.to, cue.last + 1);
  for (;;) {
    const sentence = sentenceAt(it, at);
    const next = sentence && at < sentence.to && at > sentence.from ? sentence.to : at;
    const quote = it.quotes[it.quoteOf[next] as number];
    if (
      !quote ||
      quote.from !== next ||
      starts.has(next) ||
      paragraphOf(it, next) !== paragraphOf(it, cue.head)
    )
      return all;
    const end = sentenceAt(it, quote.to - 1);
    // only a quotation that stands alone: nothing before it in its sentence and nothing after
    if (!end || end.to > quote.to + 1) return all;
    all.push(quote);
    at = quote.to;
  }
}

function paragraphOf(it: Tokens, at: number): number {
  return sentenceAt(it, at)?.paragraph ?? -1;
}

function claimOf(
  it: Tokens,
  attribution: Attribution,
  contents: readonly Edges[],
  speaker: Speaker | null,
  dropped: string | null,
): ClaimProposal {
  const { text, lexicon } = it;
  const spans = contents.map(part => {
    const { start, end } = placed(it, part);
    return [start, end] as const;
  });
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? start;
  const { cue } = attribution;
  const printed = whole(it, { from: cue.from, to: cue.last + 1 });
  const head = (it.tokens[cue.head] as Word).lower;
  const words = printed.exact.toLowerCase();
  const has = (set: ReadonlySet<string>) => set.has(words) || set.has(head);
  return {
    start,
    end,
    exact: text.slice(start, end),
    spans,
    mode: modeOf(it, contents),
    speaker,
    dropped,
    cue: {
      text: printed.exact,
      start: printed.start,
      end: printed.end,
      kind: kindOfCue(it.classes[cue.head] as number),
    },
    stance: has(lexicon.distancing) ? 'distancing' : has(lexicon.endorsing) ? 'endorsing' : 'neutral',
    rule: ruleOf(it, attribution),
    confidence: lexicon.confidence(Math.min(attribution.score, attribution.margin)),
    repeats: null,
  };
}

/** The frame: which kind of cue, on which side its content stands, and how it is joined. */
function ruleOf(it: Tokens, { cue, contents, speaker }: Attribution): string {
  const kind = kindOfCue(it.classes[cue.head] as number);
  if (kind === 'according') return 'according-to';
  if (kind === '') return 'colon';
  const [first] = contents;
  const quoted = contents.some(
    part =>
      (it.quoteOf[part.from] as number) >= 0 &&
      it.quotes[it.quoteOf[part.from] as number]?.from === part.from,
  );
  if (contents.length > 1) return quoted ? 'interrupted-quote' : 'interrupted';
  const before = (first as Edges).from < cue.from;
  if (before && quoted) return speaker && speaker.from > cue.last ? 'quote-said-by' : 'quote-said';
  if (before) return 'content-said';
  if (kind === 'noun') return 'noun-that';
  if (kind === 'label') return 'said-as';
  if (kind === 'judge') return 'judged';
  const that = it.classes[(first as Edges).from] === THAT || it.classes[(first as Edges).from - 1] === THAT;
  return quoted ? 'said-quote' : that ? 'said-that' : 'said';
}

const THAT = classId('that');

/** Direct: all in quotation marks; mixed: some of it; indirect: none. */
function modeOf(it: Tokens, contents: readonly Edges[]): ClaimProposal['mode'] {
  let [quoted, plain] = [0, 0];
  for (const { from, to } of contents)
    for (let at = from; at < to; at += 1) {
      if (((it.begins[at] as number) & BEGINS.letters) === 0) continue;
      if ((it.quoteOf[at] as number) >= 0) quoted += 1;
      else plain += 1;
    }
  if (quoted === 0) return 'indirect';
  return plain === 0 ? 'direct' : 'mixed';
}

/** Whether nobody is quoted in a sentence: then it is one quotation without a speaker, or the outlet's own. */
function isOwn(it: Tokens, { from, to }: Sentence, taken: Uint8Array): 'quote' | 'sentence' | null {
  let words = 0;
  for (let at = from; at < to; at += 1) {
    if (taken[at] === 1) return null;
    if (((it.begins[at] as number) & BEGINS.letters) !== 0) words += 1;
  }
  if (words === 0) return null;
  const quote = it.quotes[it.quoteOf[from] as number];
  if (!quote) return 'sentence';
  if (quote.from < from) return null;
  return quote.to >= to - 1 ? 'quote' : 'sentence';
}

/** A quotation whose speaker is not told: shown, and left open. */
function floating(it: Tokens, { from }: Sentence): ClaimProposal {
  const quote = it.quotes[it.quoteOf[from] as number] as Edges;
  return { ...unattributed(it, quote), mode: 'direct', rule: 'floating-quote', confidence: 0.4 };
}

function narration(it: Tokens, sentence: Sentence): ClaimProposal {
  return { ...unattributed(it, sentence), mode: 'narration', rule: 'own-voice', confidence: 0.5 };
}

function unattributed(it: Tokens, edges: Edges) {
  const placed = whole(it, edges);
  return {
    ...placed,
    spans: [[placed.start, placed.end] as const],
    speaker: null,
    dropped: null,
    cue: null,
    stance: 'neutral' as const,
    repeats: null,
  };
}

function whole(it: Tokens, edges: Edges): Placed {
  const { start, end } = placed(it, edges);
  return { start, end, exact: it.text.slice(start, end) };
}

/** Words of a claim, as they are compared. */
function wordsOf(exact: string): string {
  return exact
    .toLowerCase()
    .replace(NO_WORD(isLatin(exact)), ' ')
    .trim();
}

const NO_WORD = patternFor(/[^\p{L}\p{N}]+/gu);

/** A quotation of two words or more that another claim holds is that claim printed again; so is a second print of it. */
function withRepeats(claims: readonly ClaimProposal[]): ClaimProposal[] {
  const printed = new Map<string, number[]>();
  const words = claims.map(({ mode, exact }) =>
    mode === 'direct' || mode === 'mixed' ? wordsOf(exact) : '',
  );
  for (const [index, { mode }] of claims.entries()) {
    const quote = words[index] as string;
    if (mode !== 'direct' || !quote.includes(' ') || quote.length < SHORTEST_REPEAT) continue;
    const known = printed.get(quote);
    if (known) known.push(index);
    else printed.set(quote, [index]);
  }
  if (printed.size === 0) return [...claims];
  const opening = new Map<string, string[]>();
  const initials = new Uint8Array(1 << 12);
  for (const quote of printed.keys()) {
    initials[initialsAt(quote, 0)] = 1;
    const key = quote.slice(0, SHORTEST_REPEAT);
    opening.set(key, [...(opening.get(key) ?? []), quote]);
  }
  const repeats = new Map<number, number>();
  for (const [holder, text] of words.entries()) {
    for (let at = 0; at >= 0 && at + SHORTEST_REPEAT <= text.length; at = nextWord(text, at)) {
      if (initials[initialsAt(text, at)] === 0) continue;
      for (const quote of opening.get(text.slice(at, at + SHORTEST_REPEAT)) ?? []) {
        if (!printed.has(quote) || quote.length === text.length || !text.startsWith(quote, at)) continue;
        for (const index of printed.get(quote) ?? []) if (index !== holder) repeats.set(index, holder);
        printed.delete(quote);
      }
    }
  }
  // printed several times and held by nothing longer: the first stands
  for (const [first, ...others] of printed.values())
    for (const index of others) repeats.set(index, first as number);
  return claims.map((claim, index) =>
    repeats.has(index) ? { ...claim, repeats: repeats.get(index) as number } : claim,
  );
}

/** Two UTF-16 units as one number of twelve bits, by which most words are passed over. */
function initialsAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 6) ^ text.charCodeAt(at + 1)) & 0xfff;
}

function nextWord(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? -1 : space + 1;
}

/** In UTF-16 units: two short words alone (“the state”) are no repeat. */
const SHORTEST_REPEAT = 12;

/** The innermost claim in whose words something begins. */
function placer(text: string, claims: readonly ClaimProposal[]) {
  let first = 0;
  let last = Number.NEGATIVE_INFINITY;
  return <T extends { start: number; end: number }>(found: T): T & Within & { exact: string } => {
    if (found.start < last) first = 0;
    last = found.start;
    while (
      first < claims.length &&
      (claims[first] as ClaimProposal).end <= found.start &&
      claims[first + 1] !== undefined &&
      (claims[first + 1] as ClaimProposal).start <= found.start
    )
      first += 1;
    let best: number | null = null;
    for (
      let index = Math.max(0, first - LOOK_BACK);
      index < claims.length && (claims[index] as ClaimProposal).start <= found.start;
      index += 1
    ) {
      const { spans } = claims[index] as ClaimProposal;
      if (!spans.some(([start, end]) => start <= found.start && found.start < end)) continue;
      if (best === null || lengthOf(claims[index]) <= lengthOf(claims[best])) best = index;
    }
    return { ...found, exact: text.slice(found.start, found.end), claim: best };
  };
}

const LOOK_BACK = 12;

function lengthOf(claim: ClaimProposal | undefined): number {
  return claim ? claim.end - claim.start : Number.POSITIVE_INFINITY;
}
