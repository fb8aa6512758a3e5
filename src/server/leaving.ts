/** A table sent as a file. */
import { csvOf, type LeavingTable, xlsxOf } from '#report/report.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function sent(table: LeavingTable, kind: 'csv' | 'xlsx', name: string): Promise<Response> {
  const bytes = kind === 'csv' ? csvOf(table) : Buffer.from(await xlsxOf(table));
  return new Response(bytes, {
    headers: { 'content-type': TYPES[kind], 'content-disposition': `attachment; filename="${name}.${kind}"` },
  });
}
