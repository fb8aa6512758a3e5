/** Figures and terms as tables that leave the house: CSV and XLSX, a row for each, with who says so. */
import { csvCell, runsAsFormula } from '#core/csv.ts';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import type { Waterfall } from '#money/money.ts';
import type { FigureGroup } from '#numbers/figures/figures.ts';
import type { Language } from '#words/language.ts';
import { leavingWords as words } from '#words/leaving.ts';

export type Cell = string | number | null;

export interface LeavingTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One row a figure: conflicting ones stand under each other, never added up. */
export function figureTable(
  groups: readonly FigureGroup[],
  evidence: Evidence,
  language: Language,
): LeavingTable {
  const columns = [
    'counted',
    'place',
    'at',
    'population',
    'unit',
    'low',
    'high',
    'asserter',
    'side',
    'claim',
    'relation',
  ] as const;
  return {
    head: columns.map(it => words[it][language]),
    rows: groups.flatMap(group =>
      group.figures.map(it => [
        group.counted,
        group.place,
        it.at,
        group.population,
        it.currency ?? it.unit,
        it.low,
        it.high,
        partyName(evidence, it.asserter),
        it.side,
        it.claim,
        group.conflict ? `${group.relation} (${group.conflict})` : group.relation,
      ]),
    ),
  };
}

/** One row a term; a share stands with the row it is computed for, and why where it is not. */
export function moneyTable(rows: readonly Waterfall[], evidence: Evidence, language: Language): LeavingTable {
  const columns = [
    'place',
    'from',
    'to',
    'leg',
    'basis',
    'low',
    'high',
    'currency',
    'per',
    'workers',
    'asserter',
    'side',
    'claim',
    'shareLow',
    'shareHigh',
    'why',
  ] as const;
  return {
    head: columns.map(it => words[it][language]),
    rows: rows.flatMap(row =>
      row.terms.map(it => [
        it.place,
        it.from,
        it.to,
        it.leg,
        it.basis,
        it.low,
        it.high,
        it.currency,
        it.per,
        it.workers,
        partyName(evidence, it.asserter),
        it.side,
        it.claim,
        row.workerShare?.low ?? null,
        row.workerShare?.high ?? null,
        row.whyNot,
      ]),
    ),
  };
}

/** A text that a spreadsheet would run as a formula is made a text. */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && runsAsFormula(cell) ? `'${cell}` : cell;
}

/** RFC 4180, with the byte order mark that spreadsheets need to know UTF-8 by. */
export function csvOf({ head, rows }: LeavingTable): string {
  const line = (cells: readonly Cell[]) => cells.map(it => quoted(harmless(it))).join(',');
  return `\ufeff${[head, ...rows].map(line).join('\r\n')}\r\n`;
}

function quoted(cell: Cell): string {
  return csvCell(String(cell ?? ''));
}

/** Numbers stay numbers; texts are texts, never formulas. */
export async function xlsxOf({ head, rows }: LeavingTable): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const cell = (it: Cell) =>
    it === null ? null : typeof it === 'number' ? { value: it, type: Number } : { value: it, type: String };
  const titles = head.map(value => ({ value, type: String, fontWeight: 'bold' as const }));
  return write([titles, ...rows.map(row => row.map(cell))]).toBuffer();
}
