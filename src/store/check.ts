/** Whether a row fits its table. Pure: what needs other rows (references) is asked by the caller. */
import { isPartialDate } from '#core/dates.ts';
import { isHash } from '#core/hash.ts';
import { isId } from '#core/ids.ts';
import { isPlace } from '#core/places.ts';
import type { Column } from '#store/columns.ts';
import { type TableName, tables } from '#store/tables.ts';

export interface RowFault {
  readonly column: string;
  readonly value: string;
}

const MAX_TEXT = 1_000_000;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

type Check = (value: string | number, column: Column) => boolean;

const text: Check = value => typeof value === 'string' && isClean(value) && value.length <= MAX_TEXT;

const checks: Readonly<Record<Column['type'], Check>> = {
  id: value => typeof value === 'string' && isId(value),
  text: value => text(value, { type: 'text', required: false, about: '' }) && value !== '',
  date: value => typeof value === 'string' && isPartialDate(value),
  place: value => typeof value === 'string' && isPlace(value),
  integer: value => Number.isSafeInteger(value),
  number: value => typeof value === 'number' && Number.isFinite(value),
  hash: value => typeof value === 'string' && isHash(value),
  time: value => typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value)),
  ref: value => typeof value === 'string' && isId(value),
  refs: value => typeof value === 'string' && value.split(' ').every(isId),
  enum: (value, column) => column.type === 'enum' && typeof value === 'string' && column.of.includes(value),
};

/** Columns whose empty string is a value of its own, not an absence: what stands around a passage. */
const MAY_BE_EMPTY = ['prefix', 'suffix'];

/** What is wrong with a row; empty where it fits. */
export function checkRow(table: TableName, row: Readonly<Record<string, unknown>>): RowFault[] {
  const columns: Readonly<Record<string, Column>> = tables[table];
  const unknown = Object.keys(row).filter(column => !(column in columns));
  const wrong = Object.entries(columns).filter(([name, column]) => !fits(name, column, row[name]));
  return [...unknown, ...wrong.map(([name]) => name), ...ends(row)].map(column => ({
    column,
    value: shown(row[column]),
  }));
}

function fits(name: string, column: Column, value: unknown): boolean {
  if (value === null) return !column.required;
  if (value === '' && MAY_BE_EMPTY.includes(name)) return true;
  return (typeof value === 'string' || typeof value === 'number') && checks[column.type](value, column);
}

/** An end lies before its start. */
function ends(row: Readonly<Record<string, unknown>>): string[] {
  const { low, high, start, end } = row;
  const before = (a: unknown, b: unknown) => typeof a === 'number' && typeof b === 'number' && b < a;
  return [...(before(low, high) ? ['high'] : []), ...(before(start, end) ? ['end'] : [])];
}

/** No NUL and no half of a surrogate pair: neither store nor JSON could keep them. */
export function isClean(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed();
}

/** The rows a row refers to, as [column, tables it may be in, id]. */
export function referencesOf(
  table: TableName,
  row: Readonly<Record<string, unknown>>,
): [string, readonly TableName[], string][] {
  const columns: Readonly<Record<string, Column>> = tables[table];
  return Object.entries(columns).flatMap(([name, column]): [string, readonly TableName[], string][] => {
    const value = row[name];
    if (typeof value !== 'string' || !('to' in column)) return [];
    return value.split(' ').map(id => [name, column.to as readonly TableName[], id]);
  });
}

function shown(value: unknown): string {
  return String(value ?? '')
    .replaceAll('\0', '␀')
    .slice(0, 80);
}
