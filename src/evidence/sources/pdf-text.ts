/**
 * Pages to one text, and for every stretch of it the box it was printed in. One page after another goes in; a window of
 * five is held. Pure: the same pages give the same text, boxes and page starts, however they are asked for.
 */
import { headsOf } from '#evidence/sources/pdf-heads.ts';
import { type Joint, jointOf, learn } from '#evidence/sources/pdf-hyphens.ts';
import { type Arranged, arranged, runsOn } from '#evidence/sources/pdf-page.ts';
import { ENDED, type Line, type Paragraph } from '#evidence/sources/pdf-paragraphs.ts';
import { isApart } from '#evidence/sources/pdf-rows.ts';
import { type Box, boxOf, type Page, type Sheet, sheetOf } from '#evidence/sources/pdf-sheet.ts';
import type { Word } from '#evidence/sources/pdf-words.ts';

export interface Stretch extends Box {
  readonly start: number;
  readonly end: number;
}

export interface Printed {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Where the page begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly Stretch[];
}

/** Takes pages in their order; `done` is told each page when its text is settled, two or three pages later. */
export class Composer {
  readonly #done: (page: Printed, text: string) => void;
  readonly #sheets: Sheet[] = [];
  readonly #arranged: { sheet: Sheet; it: Arranged }[] = [];
  readonly #said = new Set<string>();
  readonly #writer = new Writer();
  #last: Paragraph | undefined;
  #taken = 0;

  constructor(done: (page: Printed, text: string) => void) {
    this.#done = done;
  }

  add(page: Page): void {
    this.#sheets.push(sheetOf(page));
    if (this.#sheets.length > this.#taken + 2) this.#arrange();
    if (this.#sheets.length > 5) {
      this.#sheets.shift();
      this.#taken -= 1;
    }
    if (this.#arranged.length > 1) this.#write();
  }

  end(): void {
    while (this.#taken < this.#sheets.length) this.#arrange();
    while (this.#arranged.length > 0) this.#write();
  }

  /** Arranges the next page, with two before and two after it in sight. */
  #arrange(): void {
    const at = this.#taken;
    const sheet = this.#sheets[at];
    if (!sheet) return;
    const near = this.#sheets.slice(Math.max(0, at - 2), at + 3).filter(it => it !== sheet);
    this.#arranged.push({ sheet, it: arranged(sheet, headsOf(sheet, near), this.#said) });
    this.#taken += 1;
  }

  #write(): void {
    const [first, second] = this.#arranged;
    this.#arranged.shift();
    if (!first) return;
    const { sheet, it } = first;
    const comesOver = goesOver(this.#last, it.body[0]);
    this.#last = it.body.at(-1);
    const next = second?.it.body[0];
    const over = goesOver(this.#last, next);
    const order = inOrder(it, comesOver, over);
    const { text, ...printed } = this.#writer.page(
      order,
      comesOver,
      over ? next?.lines[0]?.cells[0]?.[0] : undefined,
    );
    this.#done({ number: sheet.number, width: sheet.width, height: sheet.height, ...printed }, text);
  }
}

function goesOver(last: Paragraph | undefined, next: Paragraph | undefined): boolean {
  return last !== undefined && next !== undefined && runsOn(last, next);
}

/**
 * What stands apart comes last on its page; where a sentence goes over to the next page, before the paragraph that does,
 * and where that is the whole page, after its last sentence that ends.
 */
function inOrder({ heads, body, apart }: Arranged, comesOver: boolean, over: boolean): Paragraph[] {
  const top = comesOver ? [] : heads;
  const aside = comesOver ? [...heads, ...apart] : apart;
  const last = body.at(-1);
  if (!over || !last || aside.length === 0) return [...top, ...body, ...aside];
  const before = body.slice(0, -1);
  if (before.length > 0 || !comesOver) return [...top, ...before, ...aside, last];
  const [ended, open] = partAtSentence(last);
  return open ? [ended, ...aside, open] : [ended, ...aside];
}

/** In two after the last sentence that ends before the last word; the second is absent where none does. */
function partAtSentence(paragraph: Paragraph): [Paragraph, Paragraph?] {
  for (let n = paragraph.lines.length - 1; n >= 0; n -= 1) {
    const words = paragraph.lines[n]?.cells[0] ?? [];
    const at = words.findLastIndex(
      (it, index) => ENDED.test(it.text) && (index < words.length - 1 || n < paragraph.lines.length - 1),
    );
    if (at < 0) continue;
    const line = paragraph.lines[n] as Line;
    const [head, rest] = [words.slice(0, at + 1), words.slice(at + 1)];
    const tail = rest.length > 0 ? [{ ...line, cells: [rest] }] : [];
    const lines = [...tail, ...paragraph.lines.slice(n + 1)];
    return [
      { ...paragraph, lines: [...paragraph.lines.slice(0, n), { ...line, cells: [head] }] },
      {
        ...paragraph,
        lines,
        joints: [' ', ...paragraph.joints.slice(paragraph.joints.length - lines.length + 1)],
      },
    ];
  }
  return [paragraph];
}

interface Entry {
  readonly word: Word;
  /** What stands before it; a space at the start of a line may turn out to be nothing. */
  readonly joint: string;
  readonly isLineStart: boolean;
}

/** Writes words one after another and keeps where each stands. */
class Writer {
  readonly #seen = new Set<string>();
  #at = 0;
  /** How the last word of the page before and the first of this one are joined. */
  #over: Joint = 'two';

  /** `next` is the word of the next page that a sentence of this one goes over to. */
  page(paragraphs: readonly Paragraph[], comesOver: boolean, next: Word | undefined) {
    const entries = [...entriesOf(paragraphs, comesOver)];
    learn(
      entries.map(it => it.word.text),
      this.#seen,
    );
    const joints = this.#joints(entries, next);
    const parts: string[] = [];
    const boxes: Stretch[] = [];
    for (const [n, { word, joint }] of entries.entries()) {
      const between = joints[n] === 'two' ? (this.#at === 0 ? '' : joint) : '';
      const text = joints[n + 1] === 'one' ? word.text.slice(0, -1) : word.text.replace(/\u00ad$/u, '-');
      const start = this.#at + between.length;
      this.#at = start + text.length;
      parts.push(between, text);
      boxes.push({ start, end: this.#at, ...boxOf(word) });
    }
    return { text: parts.join(''), start: boxes[0]?.start ?? this.#at, end: this.#at, boxes };
  }

  /** One for every word, and one for the first of the next page. */
  #joints(entries: readonly Entry[], next: Word | undefined): Joint[] {
    const joints = entries.map(({ word, joint, isLineStart }, n) => {
      if (n === 0) return this.#over;
      const before = entries[n - 1]?.word.text ?? '';
      return isLineStart && joint === ' ' ? jointOf(before, word.text, this.#seen) : 'two';
    });
    const last = entries.at(-1)?.word;
    this.#over = last && next ? jointOf(last.text, next.text, this.#seen) : 'two';
    return [...joints, this.#over];
  }
}

function* entriesOf(paragraphs: readonly Paragraph[], comesOver: boolean): Generator<Entry> {
  let isFirst = true;
  for (const paragraph of paragraphs)
    for (const [line, { cells }] of paragraph.lines.entries())
      for (const [cell, words] of cells.entries())
        for (const [n, word] of words.entries()) {
          const isLineStart = cell === 0 && n === 0;
          const start = line > 0 ? (paragraph.joints[line] ?? ' ') : isFirst && comesOver ? ' ' : '\n\n';
          const inLine = n === 0 ? '\t' : isApart(words[n - 1], word) ? ' ' : '';
          yield { word, joint: isLineStart ? start : inLine, isLineStart };
          isFirst = false;
        }
}
