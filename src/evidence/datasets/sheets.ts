/** The first sheet of an XLSX file as CSV, within bounds: a sheet may unpack to far more than its file. */
import { Problem } from '#core/errors.ts';
import { openZip } from '#work/work.ts';

/** Unpacked, all parts together, in bytes; a million rows of twenty columns. Larger tables come as CSV or Parquet. */
const MOST_BYTES = 400_000_000;

export async function sheetAsCsv(path: string, name: string): Promise<string> {
  await checkUnpacked(path, name);
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(path).catch((error: Error) => {
    throw new Problem('dataset.broken', { where: name, what: error.message.split('\n')[0] ?? '' });
  });
  return `${rows.map(row => row.map(shown).join(',')).join('\n')}\n`;
}

async function checkUnpacked(path: string, name: string): Promise<void> {
  const zip = await openZip(path, name);
  try {
    let left = MOST_BYTES;
    for (const entry of zip.entries) left -= (await zip.read(entry, name, left)).length;
  } finally {
    await zip.close();
  }
}

function shown(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return String(Number(cell));
  return typeof cell === 'number' ? String(cell) : `"${String(cell).replaceAll('"', '""')}"`;
}
