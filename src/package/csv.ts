/** A table as CSV and back: docs/formats.md, “CSV”. */
import { parse } from 'csv-parse/sync';
import { csvCell, runsAsFormula } from '#core/csv.ts';
import { Problem } from '#core/errors.ts';
import type { Column } from '#store/columns.ts';
import { type Row, type TableName, tables } from '#store/tables.ts';

export function writeCsv<T extends TableName>(table: T, rows: readonly Row<T>[]): string {
  const columns: readonly [string, Column][] = Object.entries(tables[table]);
  const lines = rows.map(row =>
    columns
      .map(([name, column]) => writeCell(row[name as keyof Row<T>] as string | number | null, column))
      .join(','),
  );
  return [columns.map(([name]) => name).join(','), ...lines].map(line => `${line}\n`).join('');
}

function writeCell(value: string | number | null, column: Column): string {
  if (value === null) return '';
  if (typeof value === 'number') return JSON.stringify(value);
  return csvCell(column.type === 'text' && isMarked(value) ? `'${value}` : value);
}

/** A cell that a spreadsheet would take for a formula, or that starts with our own mark. */
function isMarked(value: string): boolean {
  return runsAsFormula(value) || value.startsWith("'");
}

/** Rows with the line each starts on. Throws `package.file` and `package.column`. */
export function readCsv<T extends TableName>(table: T, text: string): { row: Row<T>; line: number }[] {
  const columns: readonly [string, Column][] = Object.entries(tables[table]);
  const [head, ...records] = parseRecords(table, text);
  const names = columns.map(([name]) => name);
  const found = head?.record ?? [];
  const wrong = names.find((name, index) => found[index] !== name) ?? found[names.length];
  if (wrong !== undefined) {
    throw new Problem('package.column', {
      where: `${table}.csv`,
      what: `${names.join(',').slice(0, 200)} (${wrong})`,
    });
  }
  return records.map(({ record, line }) => {
    if (record.length !== names.length)
      throw new Problem('package.file', {
        where: `${table}.csv:${line}`,
        what: `${record.length} ≠ ${names.length}`,
      });
    return { row: readRow<T>(columns, record), line };
  });
}

function parseRecords(table: string, text: string): { record: string[]; line: number }[] {
  try {
    // rows of another length are told below, after the head, in our own words
    const parsed = parse(text, {
      info: true,
      max_record_size: 4_000_000,
      relax_column_count: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Problem('package.file', { where: `${table}.csv`, what });
  }
}

function readRow<T extends TableName>(
  columns: readonly [string, Column][],
  record: readonly string[],
): Row<T> {
  const cells = columns.map(([name, column], index) => [name, readCell(record[index] ?? '', name, column)]);
  return Object.fromEntries(cells) as Row<T>;
}

function readCell(cell: string, name: string, column: Column): string | number | null {
  if (cell === '') return name === 'prefix' || name === 'suffix' ? '' : null;
  if (column.type === 'integer' || column.type === 'number')
    return /^-?\d/.test(cell) ? Number(cell) : Number.NaN;
  return column.type === 'text' && cell.startsWith("'") ? cell.slice(1) : cell;
}
