/** Tables and paragraphs for a terminal of 80 columns. Widths count graphemes' code points, enough for our three languages. */

const WIDTH = 80;

/** Breaks words at `width`; a longer word stands alone. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap(it => pieces(it, width))) {
    if (current !== '' && length(current) + 1 + length(word) > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

/** A word longer than the width is cut, after a hyphen or a slash where there is one: no table is wider than the terminal. */
function pieces(word: string, width: number): string[] {
  if (length(word) <= width) return [word];
  const head = [...word].slice(0, width).join('');
  const seam = /^.*[-/](?=[^-/])/u.exec(head)?.[0] ?? head;
  return [seam, ...pieces(word.slice(seam.length), width)];
}

/** Columns aligned, the last one wrapped to what is left of 80 columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(length(title), ...rows.map(row => length(row[column] ?? ''))),
  );
  const last = head.length - 1;
  const words = head.map((title, column) =>
    Math.max(...[title, ...rows.map(row => row[column] ?? '')].map(longest)),
  );
  shrink(widths, words);
  const line = (row: readonly string[]) => {
    const cells = head.map((_, column) => wrap(row[column] ?? '', widths[column] ?? 1).split('\n'));
    const height = Math.max(...cells.map(cell => cell.length));
    return Array.from({ length: height }, (_, index) =>
      cells
        .map((cell, column) => pad(cell[index] ?? '', column === last ? 0 : (widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    ).join('\n');
  };
  const rule = widths
    .map((width, column) => '─'.repeat(Math.min(width, column === last ? 20 : width)))
    .join('  ');
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Narrowest that a column gets when even words have to be cut. */
const NARROW = 4;

/** Takes from the widest column until the table fits: from those that need cut no word first. */
function shrink(widths: number[], words: readonly number[]): void {
  const spare = () => WIDTH - widths.reduce((sum, width) => sum + width, 0) - 2 * (widths.length - 1);
  for (const floors of [words, words.map(() => NARROW)]) {
    while (spare() < 0) {
      const open = widths.map((width, column) => (width > (floors[column] ?? 0) ? width : 0));
      const widest = open.indexOf(Math.max(...open));
      if (open[widest] === 0) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
}

function longest(text: string): number {
  return Math.max(...text.split(/\s/u).map(length));
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - length(text)));
}

function length(text: string): number {
  return [...text].length;
}
