/**
 * What became of a text in another version: sentences that stay, go, come or change, and in those that change the
 * words. Numbers and names that changed are told first: they are what a reader must not miss. Pure; offsets are
 * UTF-16 indices.
 */
import { align } from '#evidence/sources/align.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added' | 'changed';
  /** Where in each text; empty at its place where a text has nothing. */
  readonly a: Span;
  readonly b: Span;
  /** Of a changed sentence: the words that are gone, and those that came. */
  readonly gone: readonly Span[];
  readonly came: readonly Span[];
}

export interface FactChange {
  readonly kind: 'number' | 'name';
  /** As printed; null where one text has nothing in its place. */
  readonly before: string | null;
  readonly after: string | null;
  readonly a: Span;
  readonly b: Span;
}

export interface Comparison {
  readonly pieces: readonly Piece[];
  readonly facts: readonly FactChange[];
  /** Share of the first text that stays, 0 to 1. */
  readonly same: number;
}

/** A sentence ends before a capital, a digit or a mark that opens; a blank line ends one too. Runs are bounded. */
const ENDS =
  /[.!?…]{1,8}["”»’)\]]{0,4}\s{1,100}(?=[\p{Lu}\p{N}"“«¿¡—–-])|[。！？]|\n[^\S\n]{0,100}\n\s{0,100}/gu;
const TOKEN = /[$€£]?\p{N}+(?:[.,]\p{N}+)*(?:\s?[%‰€£])?|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{N}]/gu;
/** Sentences that share this many of their words are one that changed. */
const ALIKE = 0.4;
/** How many sentences further on a changed one is looked for. */
const AHEAD = 12;
const MOST_PAIRED = 40_000;
/** Beyond this many words a sentence is told as changed whole. */
const MOST_WORD_EDITS = 400;

export function compareTexts(a: string, b: string): Comparison {
  const [ours, theirs] = [sentences(a), sentences(b)];
  const pieces = align(
    ours.map(it => it.key),
    theirs.map(it => it.key),
  ).flatMap(it =>
    it.same
      ? [whole('same', span(ours, it.a, a.length), span(theirs, it.b, b.length))]
      : different(a, b, ours.slice(...it.a), theirs.slice(...it.b), {
          a: startOf(ours, it.a[0], a.length),
          b: startOf(theirs, it.b[0], b.length),
        }),
  );
  const kept = pieces.filter(it => it.kind === 'same').reduce((sum, it) => sum + it.a.end - it.a.start, 0);
  return {
    pieces,
    facts: pieces.filter(it => it.kind === 'changed').flatMap(it => factChanges(a, b, it)),
    same: a.length === 0 ? 0 : Math.round((kept / a.length) * 100) / 100,
  };
}

/** The same, told from the second text. */
export function flipped({ pieces, facts, same }: Comparison): Comparison {
  const kinds = { same: 'same', changed: 'changed', removed: 'added', added: 'removed' } as const;
  return {
    same,
    pieces: pieces.map(it => ({ kind: kinds[it.kind], a: it.b, b: it.a, gone: it.came, came: it.gone })),
    facts: facts.map(it => ({ ...it, before: it.after, after: it.before, a: it.b, b: it.a })),
  };
}

/** How words of the first text fared: they stand in the second, or were changed, or are gone. */
export function fate({ pieces }: Pick<Comparison, 'pieces'>, words: Span): 'stands' | 'changed' | 'gone' {
  const over = pieces.filter(it => it.kind !== 'added' && it.a.start < words.end && it.a.end > words.start);
  if (over.some(it => it.kind === 'removed')) return 'gone';
  const touched = over.some(it => it.gone.some(span => span.start < words.end && span.end > words.start));
  const within = over.some(it => it.kind === 'changed' && (touched || comesWithin(it, words)));
  return within ? 'changed' : 'stands';
}

/** Words that only came stand nowhere in the first text: a sentence into which they came is changed as a whole. */
function comesWithin(piece: Piece, words: Span): boolean {
  return piece.gone.length === 0 && piece.came.length > 0 && words.start < piece.a.end;
}

interface Sentence extends Span {
  /** Its words, spaces and line ends alike. */
  readonly key: string;
}

function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const add = (to: number) => {
    const raw = text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = from + raw.trimEnd().length;
    if (end > start) found.push({ start, end, key: text.slice(start, end).replace(/\s+/g, ' ') });
    from = to;
  };
  for (const match of text.matchAll(ENDS)) add(match.index + match[0].length);
  add(text.length);
  return found;
}

const startOf = (list: readonly Sentence[], at: number, end: number) => list[at]?.start ?? end;

function span(list: readonly Sentence[], [from, to]: readonly [number, number], length: number): Span {
  const start = startOf(list, from, length);
  return { start, end: to > from ? (list[to - 1]?.end ?? start) : start };
}

function whole(kind: Piece['kind'], a: Span, b: Span): Piece {
  return { kind, a, b, gone: [], came: [] };
}

/** Sentences of which neither is in the other text as it is: those that are alike are one that changed. */
function different(
  a: string,
  b: string,
  ours: readonly Sentence[],
  theirs: readonly Sentence[],
  at: { readonly a: number; readonly b: number },
): Piece[] {
  const pieces: Piece[] = [];
  if (ours.length + theirs.length > MOST_PAIRED) return replaced(ours, theirs, at);
  const words = theirs.map(it => new Set(wordsOf(it.key)));
  let next = 0;
  let [endA, endB] = [at.a, at.b];
  const add = (until: number) => {
    for (const it of theirs.slice(next, until)) {
      pieces.push(whole('added', { start: endA, end: endA }, it));
      endB = it.end;
    }
  };
  for (const it of ours) {
    const match = closest(new Set(wordsOf(it.key)), words, next);
    const other = match === undefined ? undefined : theirs[match];
    if (match === undefined || !other) pieces.push(whole('removed', it, { start: endB, end: endB }));
    else {
      add(match);
      pieces.push(changed(a, b, it, other));
      next = match + 1;
      endB = other.end;
    }
    endA = it.end;
  }
  add(theirs.length);
  return pieces.map(({ a: { start, end }, b: other, ...rest }) => ({
    ...rest,
    a: { start, end },
    b: { start: other.start, end: other.end },
  }));
}

/** Too many to look for pairs among them: gone as one, and come as one. */
function replaced(ours: readonly Sentence[], theirs: readonly Sentence[], at: { a: number; b: number }) {
  const gone = { start: ours[0]?.start ?? at.a, end: ours.at(-1)?.end ?? at.a };
  const came = { start: theirs[0]?.start ?? at.b, end: theirs.at(-1)?.end ?? at.b };
  return [
    whole('removed', gone, { start: at.b, end: at.b }),
    whole('added', { start: gone.end, end: gone.end }, came),
  ].filter(it => it.a.end > it.a.start || it.b.end > it.b.start);
}

function wordsOf(key: string): string[] {
  return key.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The sentence most like it, the first of several. */
function closest(own: ReadonlySet<string>, others: readonly ReadonlySet<string>[], from: number) {
  let best: { at: number; share: number } | undefined;
  for (let at = from; at < Math.min(others.length, from + AHEAD); at += 1) {
    const other = others[at] ?? new Set();
    let both = 0;
    for (const word of own) if (other.has(word)) both += 1;
    const share = both / Math.max(1, own.size, other.size);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { at, share };
  }
  return best?.at;
}

function tokens(text: string, { start, end }: Span): (Span & { readonly word: string })[] {
  return Array.from(text.slice(start, end).matchAll(TOKEN), it => ({
    word: it[0],
    start: start + it.index,
    end: start + it.index + it[0].length,
  }));
}

function changed(a: string, b: string, ours: Span, theirs: Span): Piece {
  const [own, other] = [tokens(a, ours), tokens(b, theirs)];
  const runs = align(
    own.map(it => it.word),
    other.map(it => it.word),
    MOST_WORD_EDITS,
  ).filter(it => !it.same);
  const spans = (list: readonly Span[], side: 'a' | 'b') =>
    runs.flatMap(run => {
      const [from, to] = run[side];
      const [first, last] = [list[from], list[to - 1]];
      return to > from && first && last ? [{ start: first.start, end: last.end }] : [];
    });
  return { kind: 'changed', a: ours, b: theirs, gone: spans(own, 'a'), came: spans(other, 'b') };
}

/** Numbers and names among the words that changed, the first gone with the first that came. */
function factChanges(a: string, b: string, piece: Piece): FactChange[] {
  const facts = (text: string, spans: readonly Span[], sentence: Span, kind: FactChange['kind']) =>
    spans
      .flatMap(it => tokens(text, it))
      .filter(it => (kind === 'number' ? /\p{N}/u.test(it.word) : isName(it, sentence)));
  return (['number', 'name'] as const).flatMap(kind => {
    const gone = facts(a, piece.gone, piece.a, kind);
    const came = facts(b, piece.came, piece.b, kind);
    return Array.from({ length: Math.max(gone.length, came.length) }, (_, at): FactChange => {
      const [before, after] = [gone[at], came[at]];
      return {
        kind,
        before: before?.word ?? null,
        after: after?.word ?? null,
        a: before ? { start: before.start, end: before.end } : piece.a,
        b: after ? { start: after.start, end: after.end } : piece.b,
      };
    });
  });
}

/** A capital where the sentence does not begin. */
function isName({ word, start }: Span & { readonly word: string }, sentence: Span): boolean {
  return /^\p{Lu}\p{L}/u.test(word) && start > sentence.start;
}
