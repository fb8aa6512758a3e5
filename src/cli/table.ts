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

/** A word longer than the width is cut, so that no table is ever wider than the terminal. */
function pieces(word: string, width: number): string[] {
  const units = [...word];
  const count = Math.max(1, Math.ceil(units.length / width));
  return Array.from({ length: count }, (_, index) =>
    units.slice(index * width, (index + 1) * width).join(''),
  );
}

/** Columns aligned, the last one wrapped to what is left of 80 columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(length(title), ...rows.map(row => length(row[column] ?? ''))),
  );
  const last = head.length - 1;
  shrink(widths, last);
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

/** Takes from the widest column until the table fits. */
function shrink(widths: number[], last: number): void {
  const total = () => widths.reduce((sum, width) => sum + width, 0) + 2 * last;
  while (total() > WIDTH) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 4) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - length(text)));
}

function length(text: string): number {
  return [...text].length;
}
