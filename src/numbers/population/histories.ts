/** Capture histories: who is on which lists. A history is a bit mask; bit 0 is the first list. Pure. */
import { parse } from 'csv-parse/sync';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { supersets } from '#numbers/population/lattice.ts';

export interface Histories {
  readonly lists: readonly string[];
  /** People by history, 2^k long; entry 0, those on no list, is unknown and stays 0. */
  readonly counts: Float64Array;
  /** People seen at least once. */
  readonly observed: number;
  /** Of lists and counts, whatever the order of the rows: two tables that differ in one cell differ here. */
  readonly sha256: string;
}

const MOST_LISTS = 8;
/** Columns of respondent-driven and network scale-up samples. */
const CHAINED = /^(recruiter|recruit(ed)?[ _-]?by|coupon|degree|network[ _-]?size|seed|wave|knows)\b/i;

/** A CSV with a column of 0 and 1 per list and, where rows stand for several people, a last column `count`. */
export function readHistories(text: string, where: string): Histories {
  const [head = [], ...rows] = parsed(text, where);
  const chained = head.find(name => CHAINED.test(name));
  if (chained !== undefined) throw new Problem('population.chain', { where, what: chained });
  const counted = head.at(-1)?.toLowerCase() === 'count';
  const lists = counted ? head.slice(0, -1) : head;
  if (lists.length < 2 || lists.length > MOST_LISTS || new Set(lists).size < lists.length)
    throw new Problem('population.lists', { where, what: String(lists.length) });
  const counts = new Float64Array(1 << lists.length);
  rows.forEach((row, index) => {
    const line = `${where}:${index + 2}`;
    const history = lists.reduce((mask, _, bit) => mask | (onList(row[bit], line) << bit), 0);
    const count = counted ? countIn(row.at(-1), line) : 1;
    if (history === 0 && count > 0) throw new Problem('population.unseen', { where: line });
    counts[history] = (counts[history] ?? 0) + count;
  });
  const observed = counts.reduce((sum, count) => sum + count, 0);
  if (observed === 0) throw new Problem('population.empty', { where });
  return { lists, counts, observed, sha256: sha256(JSON.stringify([lists, [...counts]])) };
}

function parsed(text: string, where: string): string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new Problem('population.table', { where, what: (error as Error).message });
  }
}

function onList(cell: string | undefined, where: string): 0 | 1 {
  if (cell === '0' || cell === '1') return cell === '1' ? 1 : 0;
  throw new Problem('population.cell', { where, what: cell ?? '' });
}

function countIn(cell: string | undefined, where: string): number {
  const count = Number(cell);
  if (cell !== '' && Number.isSafeInteger(count) && count >= 0 && count < 1e12) return count;
  throw new Problem('population.count', { where, what: cell ?? '' });
}

/** How many lists a history or a term holds. */
export function size(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest; rest &= rest - 1) bits++;
  return bits;
}

/** By mask, the people whose history holds all its lists: the sufficient count of a term. */
export function heldBy({ counts }: Histories): Float64Array {
  const held = Float64Array.from(counts);
  supersets(held);
  return held;
}

/** A model's name as the papers write it: its largest terms, lists by position, `[12,23,4]`. */
export function modelName(terms: readonly number[]): string {
  const largest = terms.filter(term => !terms.some(other => other !== term && (other & term) === term));
  const name = (mask: number) =>
    Array.from({ length: MOST_LISTS }, (_, bit) => (mask & (1 << bit) ? String(bit + 1) : '')).join('');
  return `[${largest.map(name).sort().join(',')}]`;
}

/** The most lists that anybody is on. */
export function mostOverlap({ counts }: Histories): number {
  return Math.max(...Array.from(counts, (count, cell) => (count > 0 ? size(cell) : 0)));
}

/** People on each pair of lists. */
export function pairOverlaps(table: Histories): number[] {
  return [...heldBy(table)].filter((_, mask) => size(mask) === 2);
}
