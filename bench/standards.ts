/**
 * A million interview records classified by two survey rules that are compiled to SQL, in DuckDB; beside it, in the same
 * run, counting the same columns, which is the least that any classification has to do.
 */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { compileSql, findStandard, loadStandards, type Standard } from '#assessment/standards/standards.ts';
import { type Measure, percentile, repeated } from './measure.ts';

const RECORDS = 1_000_000;
const TIMES = 5;
const RULES = ['ilo-htshtc-2012-adult', 'icls20-2018-forced-labour'] as const;

export async function standardsBench(): Promise<Measure[]> {
  const standards = await loadStandards();
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  const measures: Measure[] = [];
  for (const id of RULES) measures.push(await classified(connection, findStandard(standards, id)));
  connection.closeSync();
  instance.closeSync();
  return measures;
}

async function classified(connection: DuckDBConnection, standard: Standard): Promise<Measure> {
  const columns = new Map(standard.elements.map(({ id }, n) => [id, `"c${n}"`]));
  await fill(connection, [...columns.values()]);
  const rule = compileSql(standard, element => columns.get(element) ?? null);
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const count = `SELECT ${[...columns.values()].map(it => `count(*) FILTER (${it})`).join(', ')} FROM records`;
  const times = await repeated(TIMES, () => ask(`SELECT ${rule}, count(*) FROM records GROUP BY 1`));
  const peer = await repeated(TIMES, () => ask(count));
  return {
    bench: 'standards',
    what: `${standard.id}, ${RECORDS / 1e6} million records`,
    value: percentile(times, 0.5),
    unit: 'ms',
    peer: { name: 'counting its columns', value: percentile(peer, 0.5) },
  };
}

/** One in twenty answers yes, one in fifty is missing; the same table each time. */
async function fill(connection: DuckDBConnection, columns: readonly string[]): Promise<void> {
  const answer = (n: number) =>
    `CASE WHEN hash(i * 1000 + ${n}) % 50 = 0 THEN NULL ELSE hash(i * 1000 + ${n}) % 20 = 1 END`;
  const list = columns.map((it, n) => `${answer(n)} AS ${it}`);
  await connection.run(
    `CREATE OR REPLACE TABLE records AS SELECT ${list.join(', ')} FROM range(${RECORDS}) t(i)`,
  );
}
