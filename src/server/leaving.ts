/** What is sent as a file. */
import { csvOf, type LeavingTable, xlsxOf } from '#report/report.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function sent(table: LeavingTable, kind: 'csv' | 'xlsx', name: string): Promise<Response> {
  const bytes = kind === 'csv' ? csvOf(table) : await xlsxOf(table);
  return attachment(bytes, TYPES[kind], `${name}.${kind}`);
}

/** Sent to be kept under a name, not shown. */
export function attachment(content: string | Uint8Array, type: string, name: string): Response {
  return new Response(typeof content === 'string' ? content : Buffer.from(content), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}
