/** Columns of a row set by a person, and the terms on which a proposal is accepted. */
import { Problem } from '#core/errors.ts';
import type { Row } from '#store/tables.ts';

/** Columns to set; values as in a CSV cell, '' to empty. */
export type Changes = { readonly [column: string]: string };

/** On what terms: columns to set, and which standard an element belongs to. */
export interface Terms {
  readonly changes?: Changes;
  /** Columns to set for one proposal; `changes` go before. */
  readonly changesOf?: (proposal: Row<'proposals'>) => Changes;
  readonly standardOf?: (element: string) => string;
  /** Why the rule that a bearing is about binds everybody posted, where a person says that it does. */
  readonly binds?: string;
}

/** A row with columns set from words, as in a CSV cell. Throws `usage.value` on a column that is not there. */
export function changed<T extends 'claims' | 'figures' | 'bearings' | 'sources' | 'parties'>(
  table: T,
  row: Row<T>,
  changes: Changes,
): Row<T> {
  const result: { [column: string]: unknown } = { ...row };
  for (const [column, value] of Object.entries(changes)) {
    if (!(column in row) || column === 'id')
      throw new Problem('usage.value', { what: column, where: `--set (${table})` });
    const number = typeof result[column] === 'number' || ['value', 'low', 'high'].includes(column);
    result[column] = value === '' ? null : number ? Number(value) : value;
  }
  return result as Row<T>;
}
