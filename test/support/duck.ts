/** Rows of answers in a real DuckDB table with columns `e0`, `e1`, …, asked for some expressions. */
import { DuckDBInstance } from '@duckdb/node-api';
import type { Truth } from '#assessment/standards/standards.ts';

export async function askDuck(
  rows: readonly (readonly Truth[])[],
  expressions: readonly string[],
): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const columns = (rows[0] ?? []).map((_, i) => `"e${i}" BOOLEAN`);
    await connection.run(`CREATE TABLE records (row INTEGER, ${columns.join(', ')})`);
    const values = rows.map((row, i) => `(${[i, ...row.map(it => it ?? 'NULL')].join(', ')})`);
    await connection.run(`INSERT INTO records VALUES ${values.join(', ')}`);
    const asked = expressions.map((it, i) => `${it} AS a${i}`).join(', ');
    return (await connection.runAndReadAll(`SELECT ${asked} FROM records ORDER BY row`)).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
