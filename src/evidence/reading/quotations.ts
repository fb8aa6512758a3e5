/** Pairs of quotation marks among the tokens of a text, paragraph by paragraph. */
import { classId } from '#evidence/reading/classes.ts';
import { isLatin, patternFor } from '#evidence/reading/letters.ts';
import type { Edges, Shown } from '#evidence/reading/tokens.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';

/** A quotation that is not closed ends with its paragraph; one longer than this was never one. In UTF-16 units. */
const LONGEST_QUOTE = 6000;

const OPEN = classId('quote-open');
const CLOSE = classId('quote-close');

/**
 * Pairs of quotation marks, and their classes set. Straight marks open and close by what stands around them; a single
 * mark counts only outside of double ones, so that an apostrophe is none.
 */
export function quotationsOf(it: Shown, paragraphs: readonly number[]): Edges[] {
  const { tokens, classes, begins } = it;
  const quotes: Edges[] = [];
  let from = 0;
  // opened in an earlier paragraph and not closed there
  let pending = -1;
  for (const [index, to] of paragraphs.entries()) {
    let open = -1;
    let mark = '';
    let marks = 0;
    for (let at = from; at < to; at += 1) {
      if (((begins[at] as number) & BEGINS.quotation) === 0) continue;
      const value = (tokens[at] as Word).text;
      if (!"'’‘".includes(value)) marks += 1;
      if (open < 0 && opens(value, it, at)) {
        open = at;
        mark = value;
        classes[at] = OPEN;
      } else if (
        open >= 0 &&
        (CLOSES[mark] === value || (value.length === 1 && CLOSES[mark]?.includes(value))) &&
        closes(value, it, at)
      ) {
        classes[at] = CLOSE;
        quotes.push({ from: open, to: at + 1 });
        open = -1;
      } else if (open < 0 && marks === 1 && '”"»'.includes(value)) {
        // the first mark of a paragraph closes: what it closes began before
        classes[at] = CLOSE;
        const before = pending >= 0 && lengthOf(it, pending, at) < LONGEST_QUOTE ? pending : from;
        quotes.push({ from: before, to: at + 1 });
        pending = -1;
      }
    }
    if (marks > 0) pending = open;
    if (open < 0) {
      from = to;
      continue;
    }
    const next = tokens[to]?.text;
    const goesOn = index + 1 < paragraphs.length && next === mark;
    if (goesOn && lengthOf(it, open, to - 1) < LONGEST_QUOTE && mark !== "'") {
      quotes.push({ from: open, to });
      pending = -1;
    }
    from = to;
  }
  return quotes;
}

/** In UTF-16 units. */
function lengthOf({ starts, ends }: Shown, first: number, last: number): number {
  return (ends[last] ?? 0) - (starts[first] ?? 0);
}

const CLOSES: Readonly<Record<string, string>> = {
  '“': '”"',
  '"': '"”',
  '«': '»',
  '‘': '’',
  "'": "'",
  '„': '“”',
  "''": "''",
  '``': "''",
};

function opens(value: string, { text, starts, ends }: Shown, at: number): boolean {
  const [start, end] = [starts[at] as number, ends[at] as number];
  if (value === '“' || value === '«' || value === '„') return true;
  if (value === '‘' || value === "'") return opensWord(text[end] ?? '') && !inWord(text[start - 1] ?? '');
  // a straight mark before a space opens nothing
  return (value === '"' && !/[\s,.;:)]/.test(text[end] ?? ' ')) || value === "''" || value === '``';
}

function closes(value: string, { text, ends }: Shown, at: number): boolean {
  return value !== "'" && value !== '’' ? true : !inWord(text[ends[at] as number] ?? '');
}

const wordPattern = patternFor(/[\p{L}\p{N}]/u);

function inWord(character: string): boolean {
  return wordPattern(isLatin(character)).test(character);
}

function opensWord(character: string): boolean {
  return character === '¿' || character === '¡' || inWord(character);
}
