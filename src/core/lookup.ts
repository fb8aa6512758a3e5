/** Things worked out once for each object: lists and evidence never change here, they are replaced. */

/** `work`, done once for each object it is asked about. */
export function onceFor<K extends object, V>(work: (of: K) => V): (of: K) => V {
  const done = new WeakMap<K, V>();
  return of => {
    const known = done.get(of);
    if (known !== undefined) return known;
    const value = work(of);
    done.set(of, value);
    return value;
  };
}

const columnsOf = onceFor((_list: object) => new Map<string, Map<string | null, readonly unknown[]>>());
const NONE: readonly never[] = [];

/** Rows of `list` whose `column` is `value`, in the list's order. */
export function rowsWith<T extends object, K extends keyof T & string>(
  list: readonly T[],
  column: K,
  value: string,
): readonly T[] {
  const columns = columnsOf(list);
  const rows = columns.get(column) ?? Map.groupBy(list, row => row[column] as string | null);
  columns.set(column, rows);
  return (rows.get(value) as readonly T[] | undefined) ?? NONE;
}

/** How many there are of each key, the most first. */
export function tally<T>(list: readonly T[], keyOf: (it: T) => string): [key: string, n: number][] {
  return [...Map.groupBy(list, keyOf)]
    .map(([key, rows]): [string, number] => [key, rows.length])
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
