/** What SQLite, PostgreSQL and the disk refuse, as problems that a reader can mend. */
import { Problem, systemCode } from '#core/errors.ts';

/** SQLite's primary result codes. */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
/** Extended codes: a write that fails, shared memory that cannot grow, a journal that cannot be synced. */
const NO_ROOM = [778, 4874, 1034];

/** The problem an error comes to; the error itself where it is our own fault. */
export function asProblem(error: unknown, location: string): unknown {
  if (error instanceof Problem) return error;
  const options = { cause: error };
  const what = location;
  const extended = sqliteCode(error);
  const sqlite = extended === undefined ? undefined : extended & 0xff;
  if (sqlite === BUSY || sqlite === LOCKED) return new Problem('store.locked', { what }, options);
  if (sqlite === FULL || NO_ROOM.includes(extended ?? 0) || systemCode(error) === 'ENOSPC')
    return new Problem('disk.full', { what }, options);
  if (
    sqlite === READONLY ||
    sqlite === CANTOPEN ||
    ['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '')
  ) {
    return new Problem('file.denied', { what }, options);
  }
  const message = error instanceof Error ? error.message : String(error);
  const damaged =
    sqlite === CORRUPT || sqlite === NOTADB || sqlite === IOERR || /no such table|malformed/.test(message);
  if (damaged) return new Problem('store.corrupt', { what, where: message }, options);
  return serverProblem(error, what) ?? error;
}

function sqliteCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return Number(error.errcode);
}

/** SQLSTATE and socket codes: 55P03 a lock not had in time, 40001 two at once, 53100 disk full, 42P01 no tables. */
function serverProblem(error: unknown, what: string): Problem | undefined {
  const code = systemCode(error) ?? '';
  const options = { cause: error };
  if (['55P03', '40001', '40P01'].includes(code)) return new Problem('store.locked', { what }, options);
  if (code === '53100') return new Problem('disk.full', { what }, options);
  if (code === '42P01' || code === '3D000') return new Problem('store.missing', { what }, options);
  const away = [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENOENT',
    '57P03',
    '28P01',
    '28000',
  ];
  const timeout = error instanceof Error && /timeout exceeded|terminated/.test(error.message);
  if (away.includes(code) || timeout)
    return new Problem('store.unreachable', { what, where: code || 'timeout' }, options);
  return undefined;
}
