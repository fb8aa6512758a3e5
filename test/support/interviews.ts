/** Small tables of interviews as the sums the survey engine takes; rows are summed in the order of the file. */
import { parse } from 'csv-parse/sync';
import type { Cell, Sizes } from '#numbers/survey/survey.ts';
import { secondKey } from '#numbers/survey/survey.ts';

type Line = Readonly<Record<string, string>>;

export interface Columns {
  readonly weight?: string;
  readonly stratum?: string;
  readonly psu?: string;
  readonly ssu?: string;
  readonly domain?: string;
  readonly margins?: readonly string[];
  readonly first?: string;
  readonly second?: string;
  readonly y: (line: Line) => number | null;
  readonly x?: (line: Line) => number | null;
}

export function cellsOf(csv: string, columns: Columns): { cells: Cell[]; sizes: Sizes } {
  const lines = parse(csv, { columns: true, bom: true }) as Line[];
  const value = (line: Line, column: string | undefined) => (column ? (line[column] ?? '') : '');
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  const cells = lines.map((line, index) => {
    const stratum = value(line, columns.stratum);
    const psu = columns.psu ? value(line, columns.psu) : String(index);
    if (columns.first) first.set(stratum, Number(line[columns.first]));
    if (columns.second) second.set(secondKey(stratum, psu), Number(line[columns.second]));
    const w = columns.weight ? Number(line[columns.weight]) : 1;
    const x = columns.x ? columns.x(line) : 0;
    const y = x === null ? null : columns.y(line);
    return {
      domain: value(line, columns.domain),
      stratum,
      psu,
      ssu: value(line, columns.ssu),
      margins: (columns.margins ?? []).map(it => line[it] ?? ''),
      rows: 1,
      n: y === null ? 0 : 1,
      w: y === null ? 0 : w,
      wy: y === null ? 0 : w * y,
      wyy: y === null ? 0 : w * y * y,
      wx: y === null || x === null ? 0 : w * x,
      allW: w,
    };
  });
  return { cells, sizes: { first: columns.first ? first : null, second: columns.second ? second : null } };
}
