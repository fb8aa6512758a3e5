/** Names of withheld parties that stand in words which would leave: a check over what is written, not over what was meant. */
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Block, Cell, Chapter } from '#report/blocks.ts';
import type { Redacted } from '#report/redact.ts';

export interface Leak {
  /** The withheld party. */
  readonly id: string;
  /** Chapter, and the entry where there is one. */
  readonly where: string;
}

/** Shorter names than this are parts of too many words. Units: letters. */
const SHORTEST = 3;

export function leaks(
  evidence: Evidence,
  withheld: Redacted['withheld'],
  chapters: readonly Chapter[],
): Leak[] {
  const names = withheld.parties.flatMap(id => namesOf(evidence, id).map(name => ({ id, name })));
  if (names.length === 0) return [];
  return chapters.flatMap(chapter =>
    chapter.blocks.flatMap(block => {
      const text = fold(textOf(block));
      const where = block.kind === 'entry' ? `${chapter.name} ${block.id}` : chapter.name;
      return names.filter(({ name }) => text.includes(name)).map(({ id }) => ({ id, where }));
    }),
  );
}

/** Name and aliases as whole words: with a space on either side. */
export function namesOf({ parties }: Pick<Evidence, 'parties'>, id: string): string[] {
  const party = parties.get(id);
  const names = party ? [party.name, ...(party.aliases ?? '').split(';')] : [];
  return names.map(fold).filter(name => name.trim().length >= SHORTEST);
}

/** Without case, accents and marks, one space between words and at both ends. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

function textOf(block: Block): string {
  if (block.kind === 'heading') return block.text;
  if (block.kind === 'para') return cellText(block.of);
  if (block.kind === 'list') return block.items.map(cellText).join('\n');
  if (block.kind === 'chart') return `${block.title}\n${block.text}\n${block.svg}`;
  if (block.kind === 'table')
    return [block.caption, ...block.head, ...block.rows.flat().map(cellText)].join('\n');
  return [block.id, cellText(block.head), block.quote ?? '', ...block.lines.map(cellText)].join('\n');
}

function cellText(cell: Cell): string {
  const of = cell.map(it => {
    if (typeof it === 'string') return it;
    if ('mark' in it) return it.mark;
    return 'url' in it ? `${it.text} ${it.url}` : it.text;
  });
  return of.join('');
}
