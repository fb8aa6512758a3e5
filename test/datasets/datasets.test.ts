import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { type DatasetOptions, named, openDataset, quoted } from '#evidence/datasets/datasets.ts';
import { tempFolder } from '#test/stores.ts';

let folder: string;
beforeEach(() => {
  folder = tempFolder('datasets');
  mkdirSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function rows(path: string, sql = 'SELECT * FROM data', options: DatasetOptions = {}) {
  const dataset = await openDataset(path, options);
  try {
    return { columns: dataset.columns, rows: await dataset.ask(sql) };
  } finally {
    await dataset.close();
  }
}

const code = (it: string) => expect.objectContaining({ code: it });

describe('a table of rows', () => {
  test('from CSV: every value as it is written, an empty cell as NULL', async () => {
    const found = await rows(file('a.csv', 'id,y,day\n01,"a ""b"",c",2024-01-02\n02,,\n'));
    expect(found.columns).toEqual(['id', 'y', 'day']);
    expect(found.rows).toEqual([
      { id: '01', y: 'a "b",c', day: '2024-01-02' },
      { id: '02', y: null, day: null },
    ]);
  });
  test('with semicolons, a byte order mark and letters that are not English', async () => {
    const found = await rows(file('b.csv', '\ufeffaño;país\n2020;Perú\n2021;España\n'));
    expect(found.rows).toEqual([
      { año: '2020', país: 'Perú' },
      { año: '2021', país: 'España' },
    ]);
  });
  test('from XLSX: the first sheet', async () => {
    const path = join(folder, 'c.xlsx');
    await writeSheets([
      [{ value: 'name' }, { value: 'y' }],
      [{ value: 'a, "b"' }, { value: 2.5 }],
      [null, { value: true }],
    ]).toFile(path);
    expect((await rows(path)).rows).toEqual([
      { name: 'a, "b"', y: '2.5' },
      { name: null, y: '1' },
    ]);
  });
  test('from Parquet', async () => {
    const path = join(folder, 'd.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT 1.25 AS w, 'x' AS g) TO ${quoted(path)} (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    expect((await rows(path)).rows).toEqual([{ w: '1.25', g: 'x' }]);
  });
  test('gives the same sums on one thread and on four', async () => {
    const path = file(
      'e.csv',
      `w\n${Array.from({ length: 50_000 }, (_, i) => (i * 0.1).toFixed(3)).join('\n')}\n`,
    );
    const sql = 'SELECT CAST(sum(CAST(CAST(w AS DOUBLE) * 0.3 AS DECIMAL(38,12))) AS VARCHAR) AS s FROM data';
    const [one, four] = [await rows(path, sql, { threads: 1 }), await rows(path, sql, { threads: 4 })];
    expect(one.rows).toEqual(four.rows);
  });
});

describe('a question reaches the table and nothing else', () => {
  test.each([
    ["SELECT * FROM read_csv('/etc/passwd')"],
    ["COPY data TO 'stolen.csv'"],
    ["ATTACH 'other.db'"],
    ['INSTALL httpfs'],
    ['SET enable_external_access = true'],
    ["SET memory_limit = '10GB'"],
  ])('%s is refused', async sql => {
    await expect(rows(file('a.csv', 'x\n1\n'), sql)).rejects.toThrow(code('dataset.broken'));
  });
  test('a name is quoted, whatever it holds', async () => {
    const column = 'a"; DROP VIEW data; --';
    const path = file('n.csv', `"${column.replaceAll('"', '""')}",b\n1,2\n`);
    const found = await rows(path, `SELECT ${named(column)} AS it, ${quoted("o'clock")} AS t FROM data`);
    expect(found.rows).toEqual([{ it: '1', t: "o'clock" }]);
  });
  test('an interrupt ends a long question', async () => {
    const stop = new AbortController();
    const path = file('a.csv', 'x\n1\n');
    const asked = rows(path, 'SELECT sum(a.range * b.range) FROM range(10000000) a, range(100000) b', {
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 100);
    await expect(asked).rejects.toThrow();
  });
  test('no temporary folder is left', async () => {
    const before = readdirSync(tmpdir()).filter(it => it.startsWith('probanza-dataset-')).length;
    await rows(file('a.csv', 'x\n1\n'));
    await rows(file('b.csv', 'x\n1\n'), 'SELECT nothing FROM data').catch(() => {});
    expect(readdirSync(tmpdir()).filter(it => it.startsWith('probanza-dataset-')).length).toBeLessThanOrEqual(
      before,
    );
  });
});

describe('what is no table gets one line', () => {
  test.each([
    ['gone.csv', null, 'file.missing'],
    ['empty.csv', '', 'file.empty'],
    ['nul.csv', 'a,b\n\u0000,1\n', 'dataset.kind'],
    ['fake.parquet', 'PAR1 and nothing of it', 'dataset.broken'],
    ['ragged.csv', 'a,b\n1,2\n3,4,5,6\n7,8\n', 'dataset.broken'],
    ['quote.csv', 'a,b\n"1,2\n3,4\n', 'dataset.broken'],
    ['fake.xlsx', 'PK\u0003\u0004 and nothing of it', 'file.broken'],
    ['other.xlsx', zipSync({ 'a.txt': new Uint8Array([1]) }), 'dataset.broken'],
  ] as const)('%s: %s', async (name, content, expected) => {
    const path = content === null ? join(folder, name) : file(name, content);
    await expect(rows(path)).rejects.toThrow(code(expected));
  });
  test('a sheet that unpacks to gigabytes is stopped before it does', async () => {
    const zeros = new Uint8Array(450_000_000);
    const path = file('bomb.xlsx', zipSync({ 'xl/worksheets/sheet1.xml': [zeros, { level: 9 }] }));
    await expect(rows(path)).rejects.toThrow(code('file.large'));
  }, 60_000);
  test('a folder', async () => {
    await expect(rows(folder)).rejects.toThrow(code('file.folder'));
  });
});
