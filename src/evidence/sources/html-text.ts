/**
 * A tree of HTML as text: a blank line between blocks, a line for each item and each row, a tab between cells.
 * The walk keeps its own stack, so that no depth ends it.
 */
import { Lines } from '#evidence/sources/lines.ts';

const names = (list: string) => new Set(list.split(' '));
const BLOCK = names(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DETAILS DIV DL FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR MAIN NAV OL P PRE SECTION SUMMARY TABLE UL',
);
const LINE = names('BR CAPTION DD DT LEGEND LI TR');
/** What a reader of the page does not see, and what is no text. */
const HIDDEN = names(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH TITLE SELECT TEXTAREA BUTTON AUDIO VIDEO CANVAS',
);
const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;

export function textOfTree(root: Node): string {
  return new Walk().through(root);
}

class Walk {
  readonly #lines = new Lines();
  /** A node to enter, or what is to be done on leaving one. */
  readonly #stack: (Node | (() => void))[] = [];
  /** The tables around, the innermost last, and how many cells the row has so far. */
  readonly #tables: { readonly isGrid: boolean; cells: number }[] = [];
  /** The lists around: how many items an ordered one has so far, null for others. */
  readonly #lists: (number | null)[] = [];

  through(root: Node): string {
    this.#stack.push(root);
    for (let next = this.#stack.pop(); next !== undefined; next = this.#stack.pop()) {
      if (typeof next === 'function') next();
      else if (next.nodeType === TEXT) this.#lines.add(next.textContent ?? '');
      else this.#enter(next);
    }
    return this.#lines.whole();
  }

  #enter(node: Node): void {
    if (node.nodeType === ELEMENT) {
      const element = node as Element;
      const name = element.nodeName.toUpperCase();
      if (HIDDEN.has(name) || isHidden(element)) return;
      this.#around(name);
      this.#within(name, element);
    }
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) this.#stack.push(children[index] as Node);
  }

  #leaving(work: () => void): void {
    this.#stack.push(work);
  }

  /** The gap before an element and after it. */
  #around(name: string): void {
    const table = this.#tables.at(-1);
    const inGrid = table?.isGrid === true && table.cells > 0;
    const gap = this.#gapOf(name);
    if (gap === 0) return;
    const end = () =>
      inGrid && name !== 'TR' && name !== 'TABLE' ? this.#lines.space() : this.#lines.end(gap);
    end();
    this.#leaving(end);
  }

  /** A cell of a table that only arranges the page is a block, as the page shows it. */
  #gapOf(name: string): 0 | 1 | 2 {
    if (isCell(name)) return this.#tables.at(-1)?.isGrid ? 0 : 2;
    return BLOCK.has(name) ? 2 : LINE.has(name) ? 1 : 0;
  }

  #within(name: string, element: Element): void {
    const table = this.#tables.at(-1);
    if (name === 'TABLE') {
      this.#tables.push({ isGrid: isGrid(element), cells: 0 });
      this.#leaving(() => this.#tables.pop());
    } else if (name === 'TR' && table) table.cells = 0;
    else if (isCell(name) && table?.isGrid) {
      if (table.cells > 0) this.#lines.tab();
      table.cells += 1;
    } else if (name === 'UL' || name === 'OL') {
      this.#lists.push(name === 'OL' ? 0 : null);
      this.#leaving(() => this.#lists.pop());
    } else if (name === 'LI') {
      this.#lines.mark(this.#nextMark());
      this.#leaving(() => this.#lines.mark(''));
    } else if (name === 'PRE') {
      this.#lines.isKept = true;
      this.#leaving(() => {
        this.#lines.isKept = false;
      });
    }
  }

  /** `- `, or the number that the page gives the item. */
  #nextMark(): string {
    const count = this.#lists.at(-1) ?? null;
    if (count === null) return '- ';
    this.#lists[this.#lists.length - 1] = count + 1;
    return `${count + 1}. `;
  }
}

/** The links between siblings are quick to follow, but in the parser's tree none leads on from the document type. */
export function childrenOf(node: Node): Node[] {
  if (node.nodeType === DOCUMENT) return [...node.childNodes];
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const isCell = (name: string) => name === 'TD' || name === 'TH';

/** Whether a table holds data: more than one column, short cells, no table inside. */
function isGrid(table: Element): boolean {
  const cells: Cell[] = [];
  let rows = 0;
  const stack = childrenOf(table).reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const name = node.nodeName.toUpperCase();
    if (name === 'TABLE') return false;
    if (name === 'TR') rows += 1;
    if (isCell(name)) cells.push({ length: 0, blocks: 0 });
    const cell = cells.at(-1);
    if (cell && node.nodeType === TEXT) cell.length += (node.textContent ?? '').length;
    if (cell && SPREADING.has(name)) cell.blocks += 1;
    if (cell && (cell.length > 500 || cell.blocks > 3)) return false;
    for (const child of childrenOf(node).reverse()) stack.push(child);
  }
  return cells.length > rows;
}

/** UTF-16 units and blocks in a cell. */
interface Cell {
  length: number;
  blocks: number;
}

/** What makes a cell a page of its own. */
const SPREADING = names('P DIV LI');

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 1000));
}
