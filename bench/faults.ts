/**
 * What reading gets wrong, by kind: which cues and modes are missed or invented, where contents are cut, whose speaker
 * is another. Kinds only: the texts are others' and are not printed.
 */
import { FIRST_CUE, kindOfCue } from '#evidence/reading/classes.ts';
import { lexiconOf } from '#evidence/reading/lexicon.ts';
import type { Lexicons } from '#evidence/reading/reading.ts';

type Span = readonly [start: number, end: number];

export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly spans?: readonly Span[];
  readonly speakerSpans?: readonly Span[];
  readonly verbSpans?: readonly Span[];
  readonly verb?: string | null;
  readonly kind?: string;
}

export interface Labelled {
  readonly docId: string;
  readonly text: string;
  readonly lang: string;
  readonly quotes: readonly Quote[];
  readonly ignore?: readonly Span[];
}

/** Labelled, found, missed and invented ones of one kind of cue and mode. */
type Row = [labelled: number, found: number, missed: number, invented: number];

/** A content counts as found from this share of its label on, as in the scorer. */
const FOUND = 0.8;

export function printFaults(
  documents: readonly Labelled[],
  predicted: Readonly<Record<string, { quotes: readonly Quote[] }>>,
  lexicons: Lexicons,
): void {
  const rows = new Map<string, Row>();
  const faults = new Map<string, number>();
  const row = (kind: string): Row => {
    const known = rows.get(kind) ?? [0, 0, 0, 0];
    rows.set(kind, known);
    return known;
  };
  const fault = (kind: string) => faults.set(kind, (faults.get(kind) ?? 0) + 1);
  for (const document of documents) {
    const kind = (quote: Quote) =>
      `${cueOf(document, quote, lexicons)} ${quote.kind ?? modeOf(document, quote)}`;
    const left = new Set(predicted[document.docId]?.quotes);
    for (const label of document.quotes) {
      const match = bestOf(label, left);
      row(kind(label))[0] += 1;
      if (match && shared(label, match) > FOUND) {
        left.delete(match);
        row(kind(label))[1] += 1;
        const speaker = speakerFault(label, match);
        if (speaker) fault(`${speaker}: ${kind(label)}, ${placeOf(label)}`);
        continue;
      }
      row(kind(label))[2] += 1;
      const cut = match && meets(label.verbSpans?.[0], match.verbSpans?.[0]);
      fault(`${cut ? 'content cut' : 'missed'}: ${kind(label)}, ${placeOf(label)}`);
    }
    for (const quote of left) {
      if (document.ignore?.some(span => meets(span, [quote.start, quote.end]))) continue;
      row(kind(quote))[3] += 1;
      const beside = document.quotes.some(label => shared(label, quote) > 0);
      if (!beside) fault(`invented: ${kind(quote)}, ${placeOf(quote)}`);
    }
  }
  const line = ([name, counts]: [string, readonly unknown[]]) =>
    `  ${name.padEnd(22)}${counts.map(it => String(it).padStart(10)).join('')}\n`;
  process.stdout.write(line(['cue, mode', ['labelled', 'found', 'missed', 'invented']]));
  for (const entry of [...rows].toSorted((a, b) => b[1][0] - a[1][0]).slice(0, 14))
    process.stdout.write(line(entry));
  process.stdout.write('  ten commonest faults\n');
  for (const [name, count] of [...faults].toSorted((a, b) => b[1] - a[1]).slice(0, 10))
    process.stdout.write(`  ${String(count).padStart(5)}  ${name}\n`);
}

/** The kind of cue that the lexicon tells for the words of a cue. */
function cueOf({ text, lang }: Labelled, { verbSpans, verb }: Quote, lexicons: Lexicons): string {
  const words = verbSpans?.[0] ? text.slice(...verbSpans[0]) : (verb ?? '');
  const lexicon = lexiconOf(lang, lexicons[lang], lexicons.shared);
  const first = words.toLowerCase().split(/\s+/)[0] ?? '';
  if (lexicon.according.has(first)) return 'according';
  if (words === ':') return 'colon';
  const classes = words.split(/[\s-]+/).map(word => lexicon.word(word, 0, word.length).class);
  const cue = classes.findLast(it => it >= FIRST_CUE);
  return cue === undefined ? 'no cue known' : kindOfCue(cue);
}

function modeOf({ text }: Labelled, quote: Quote): string {
  const words = spansOf(quote).map(span => text.slice(...span));
  if (!words.some(it => /["“”«»]/.test(it))) return 'indirect';
  return words.every(it => /^["“«].*["”»]?[.,]?$/s.test(it)) ? 'direct' : 'mixed';
}

function placeOf(quote: Quote): string {
  const cue = quote.verbSpans?.[0];
  if (!cue) return 'without cue';
  const [before, after] = [quote.start < cue[0], quote.end > cue[1]];
  return before && after ? 'around its cue' : before ? 'before its cue' : 'after its cue';
}

function speakerFault(label: Quote, found: Quote): string | null {
  const [wanted, got] = [label.speakerSpans ?? [], found.speakerSpans ?? []];
  if (wanted.length === 0) return got.length === 0 ? null : 'speaker invented';
  if (got.length === 0) return 'speaker missed';
  return wanted.some(a => got.some(b => meets(a, b))) ? null : 'other speaker';
}

function bestOf(label: Quote, quotes: Iterable<Quote>): Quote | undefined {
  return [...quotes]
    .filter(it => shared(label, it) > 0)
    .toSorted((a, b) => shared(label, b) - shared(label, a))[0];
}

/** The share of a label that a quote holds. */
function shared(label: Quote, quote: Quote): number {
  let [held, all] = [0, 0];
  for (const [from, to] of spansOf(label)) {
    all += to - from;
    for (const [start, end] of spansOf(quote)) held += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return held / all;
}

function spansOf({ spans, start, end }: Quote): readonly Span[] {
  return spans?.length ? spans : [[start, end]];
}

function meets(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] < b[1] && b[0] < a[1];
}
