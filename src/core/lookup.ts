/** Rows of a list by one of their columns, worked out once for each list: lists here never change, they are replaced. */

const known = new WeakMap<object, Map<string, Map<string | null, readonly unknown[]>>>();
const NONE: readonly never[] = [];

/** Rows of `list` whose `column` is `value`, in the list's order. */
export function rowsWith<T extends object, K extends keyof T & string>(
  list: readonly T[],
  column: K,
  value: string,
): readonly T[] {
  const columns = known.get(list) ?? new Map<string, Map<string | null, readonly unknown[]>>();
  known.set(list, columns);
  const rows = columns.get(column) ?? Map.groupBy(list, row => row[column] as string | null);
  columns.set(column, rows);
  return (rows.get(value) as readonly T[] | undefined) ?? NONE;
}
