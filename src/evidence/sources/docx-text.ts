/** The words of a document's tree as mammoth gives it: notes stand after the text, numbered, and interrupt nothing. */
import { Lines } from '#evidence/sources/lines.ts';

/** What mammoth’s tree holds, as far as it is used here; which members are there depends on the type. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly breakType?: string;
  readonly checked?: boolean;
  readonly numbering?: { readonly isOrdered: boolean } | null;
  readonly body?: readonly WordNode[];
  readonly notes?: { resolve(reference: WordNode): WordNode | null };
}

/** `pages`: where pages 2, 3, … start, if the document was ever laid out. */
export function textOfDocument(document: WordNode): { text: string; pages: number[] } {
  const [first = '', ...rest] = new Words().of(document).split('\f');
  let text = first;
  const pages = rest.map(page => {
    const start = text.length;
    text += page;
    return start;
  });
  return { text, pages };
}

class Words {
  readonly #lines = new Lines();
  readonly #references: WordNode[] = [];
  /** How many tables stand around. */
  #tables = 0;

  of(document: WordNode): string {
    this.#write(document);
    // a note that refers to a note has its place behind it
    for (let index = 0; index < this.#references.length; index += 1) {
      const note = document.notes?.resolve(this.#references[index] as WordNode);
      this.#lines.end(2);
      this.#lines.mark(`[${index + 1}] `);
      for (const child of note?.body ?? []) this.#write(child);
    }
    return this.#lines.whole();
  }

  #write(node: WordNode): void {
    if (node.type === 'text') this.#lines.add(node.value ?? '');
    else if (node.type === 'checkbox') this.#lines.add(node.checked ? '☒' : '☐');
    else if (node.type === 'tab') this.#lines.space();
    else if (node.type === 'noteReference') this.#references.push(node);
    else if (node.type === 'break') this.#break(node);
    else if (node.type === 'paragraph') this.#paragraph(node);
    else if (node.type === 'table') this.#table(node);
    else for (const child of node.children ?? []) this.#write(child);
  }

  #break({ breakType }: WordNode): void {
    if (breakType === 'page') this.#lines.page();
    else this.#end(1);
  }

  /** Within a cell nothing ends the line: it is the row's. */
  #end(gap: number): void {
    if (this.#tables > 0) this.#lines.space();
    else this.#lines.end(gap);
  }

  #paragraph(node: WordNode): void {
    const gap = node.numbering ? 1 : 2;
    this.#end(gap);
    // numbers are counted by the word processor and not known here; none is made up
    if (node.numbering?.isOrdered === false && this.#tables === 0) this.#lines.mark('- ');
    for (const child of node.children ?? []) this.#write(child);
    this.#lines.mark('');
    this.#end(gap);
  }

  #table(table: WordNode): void {
    this.#end(2);
    for (const row of table.children ?? []) {
      this.#end(1);
      this.#tables += 1;
      for (const [index, cell] of (row.children ?? []).entries()) {
        if (index > 0) this.#lines.tab();
        this.#write(cell);
      }
      this.#tables -= 1;
    }
    this.#end(2);
  }
}
