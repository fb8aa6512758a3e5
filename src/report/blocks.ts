/** A report as plain blocks, before it is a page, a printed sheet or a DOCX. Links name what they open, never a file. */

export type Inline =
  | string
  | { readonly text: string; readonly claim: string }
  | { readonly text: string; readonly source: string }
  | { readonly text: string; readonly chapter: ChapterName }
  | { readonly text: string; readonly url: string }
  /** A word of warning: illustrative, cited not held, withheld. */
  | { readonly mark: string };

export type Cell = readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'para'; readonly of: Cell; readonly tone?: 'lead' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'chart'; readonly svg: string; readonly title: string; readonly text: string }
  /** A claim or a source: what links open. */
  | {
      readonly kind: 'entry';
      readonly id: string;
      /** Unlike those of all other entries. */
      readonly anchor: string;
      readonly head: Cell;
      readonly quote?: string;
      readonly lines: readonly Cell[];
    };

export const CHAPTERS = [
  'index',
  'who',
  'forced-labour',
  'how-many',
  'money',
  'response',
  'method',
  'claims',
  'sources',
] as const;
export type ChapterName = (typeof CHAPTERS)[number];

export interface Chapter {
  readonly name: ChapterName;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
export const para = (...of: Cell): Block => ({ kind: 'para', of });
export const lead = (text: string): Block => ({ kind: 'para', of: [text], tone: 'lead' });
export const note = (...of: Cell): Block => ({ kind: 'para', of, tone: 'note' });

/** Cells one after the other, `between` them. */
export function joined(cells: readonly Cell[], between = '; '): Cell {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [between, ...cell]));
}

function cellsOf(block: Block): readonly Cell[] {
  if (block.kind === 'para') return [block.of];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return block.rows.flat();
  return block.kind === 'entry' ? [block.head, ...block.lines] : [];
}

/** Ids of claims that blocks open. */
export function claimsIn(blocks: readonly Block[]): string[] {
  const links = blocks.flatMap(cellsOf).flat();
  return links.flatMap(it => (typeof it !== 'string' && 'claim' in it ? [it.claim] : []));
}

/** What a link opens, as the name of a place in a page. */
export function anchorOf(
  it: { readonly claim: string } | { readonly source: string } | { readonly chapter: ChapterName },
): string {
  if ('claim' in it) return `claim-${it.claim}`;
  return 'source' in it ? `source-${it.source}` : `chapter-${it.chapter}`;
}
