/** The size of a group from lists, in a thread of its own: it takes seconds. */
import { type Estimate, type Options, population, readHistories } from '#numbers/population/population.ts';

export interface Sized {
  readonly lists: readonly string[];
  readonly observed: number;
  readonly table: string;
  /** People by combination of lists, a mask; only those that somebody has. */
  readonly histories: readonly { readonly mask: number; readonly count: number }[];
  readonly rows: readonly Estimate[];
}

export function sizeTask({ text, name, options }: { text: string; name: string; options: Options }): Sized {
  const table = readHistories(text, name);
  return {
    lists: table.lists,
    observed: table.observed,
    table: table.sha256,
    histories: Array.from(table.counts, (count, mask) => ({ mask, count })).filter(it => it.count > 0),
    rows: population(table, options),
  };
}
