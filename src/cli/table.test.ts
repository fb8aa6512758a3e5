import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table, wrap } from '#cli/table.ts';

const cells = fc.array(fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '-', '/'), maxLength: 60 }), {
  minLength: 3,
  maxLength: 3,
});

describe('a table for a terminal', () => {
  test('cuts no word while another column can give way', () => {
    const lines = table(
      ['what', 'where', 'why'],
      [['Simplified contracting of many', 'WLD', 'a long reason '.repeat(12).trim()]],
    );
    expect(lines).toContain('contracting');
  });

  test('cuts a long name after a hyphen', () => {
    expect(wrap('prisoners-of-the-hill', 10)).toBe('prisoners-\nof-the-\nhill');
  });

  test('is never wider than 80 columns, and loses no letter', () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), rows => {
        const printed = table(['a', 'b', 'c'], rows);
        for (const line of printed.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
        const letters = (text: string) => [...text.replace(/[^añ]/gu, '')].length;
        expect(letters(printed)).toBe(rows.flat().reduce((sum, cell) => sum + letters(cell), letters('a')));
      }),
    );
  });
});
