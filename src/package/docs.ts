/** The tables of docs/formats.md, drawn from `tables.ts`. */
import type { Column } from '#store/columns.ts';
import { tableNames, tables } from '#store/tables.ts';

export function docsTables(): string {
  return tableNames
    .map(
      name =>
        `### ${name}.csv\n\n| column | cell | needed | is |\n|---|---|---|---|\n${rowsOf(tables[name])}`,
    )
    .join('\n\n');
}

function rowsOf(columns: Readonly<Record<string, Column>>): string {
  return Object.entries(columns)
    .map(([name, it]) => `| \`${name}\` | ${cell(it)} | ${it.required ? 'yes' : ''} | ${it.about} |`)
    .join('\n');
}

function cell(column: Column): string {
  if (column.type === 'enum') return `one of ${column.of.map(it => `\`${it}\``).join(', ')}`;
  return 'to' in column ? `${column.type} to ${column.to.join(' or ')}` : column.type;
}
