import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { csvOf, xlsxOf } from '#report/report.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

const DOSSIER = join(import.meta.dirname, '../../dossiers/cuban-medical-missions');

describe('a table that leaves the house', () => {
  test.each(['=1+1', '+1', '-1', '@a', '\t=1'])('%j is a text, not a formula', async text => {
    const table = { head: ['a'], rows: [[text]] };
    expect(csvOf(table)).toContain(`'${text}`);
    const rows = await readSheet(Buffer.from(await xlsxOf(table)));
    expect(rows[1]?.[0]).toBe(text.trim() === text ? text : rows[1]?.[0]);
  });
  test('quotes what a CSV must, and keeps numbers numbers', async () => {
    const table = { head: ['a', 'b', 'c'], rows: [['x, "y"', -2.5, null]] as const };
    expect(csvOf(table)).toBe('\ufeffa,b,c\r\n"x, ""y""",-2.5,\r\n');
    expect((await readSheet(Buffer.from(await xlsxOf(table))))[1]?.[1]).toBe(-2.5);
  });
  test.each(['figures', 'money'])(
    '%s: a row each, in both kinds, never over a file that is there',
    async command => {
      const folder = tempFolder('tables');
      mkdirSync(folder, { recursive: true });
      const [csv, xlsx] = [join(folder, 'a.csv'), join(folder, 'a.xlsx')];
      const ask = () =>
        run([command, '--csv', csv, '--xlsx', xlsx, '--dossier', DOSSIER, '--lang', 'es', '--json']);
      const { rows } = (await ask()).json() as { rows: number };
      expect(rows).toBeGreaterThan(50);
      expect(readFileSync(csv, 'utf8').trim().split('\r\n').length).toBeGreaterThan(rows);
      expect((await readSheet(xlsx)).length).toBe(rows + 1);
      expect(existsSync(xlsx)).toBe(true);
      const again = await ask();
      expect(again.code).toBe(2);
    },
  );
});
