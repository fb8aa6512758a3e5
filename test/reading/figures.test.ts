/** Figures in running text, in three languages: what a number is, what it allows, and what is none. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Lexicons, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { quickest } from '#test/quickest.ts';

let lexicons: Lexicons;
beforeAll(async () => {
  lexicons = await loadLexicons();
});

const told = (language: string, text: string) =>
  read(text, lexicons, language).figures.map(it => [it.comparator, it.low, it.high, it.currency ?? it.unit]);

describe('one figure', () => {
  test.each([
    ['en', 'a $20-million fund', 'exactly', 20e6, 20e6, 'USD'],
    ['en', 'a $400-million-a-year business', 'exactly', 400e6, 400e6, 'USD'],
    ['en', 'they paid US$ 1.2bn', 'exactly', 1.2e9, 1.2e9, 'USD'],
    ['en', 'a 12-hour shift', 'exactly', 12, 12, 'hour'],
    ['en', 'a three-year contract', 'exactly', 3, 3, 'year'],
    ['en', 'over a 40-year career', 'exactly', 40, 40, 'year'],
    ['en', 'five previous council resolutions', 'exactly', 5, 5, 'previous council resolutions'],
    ['en', 'at least one doctor died', 'at-least', 1, null, 'doctor'],
    ['en', 'more than one nurse left', 'more-than', 1, null, 'nurse'],
    ['en', 'two years and a half', 'exactly', 2.5, 2.5, 'years'],
    ['en', 'a quarter of a million patients', 'exactly', 250_000, 250_000, 'patients'],
    ['en', 'two hundred and fifty-four hundredths', 'exactly', 200.54, 200.54, null],
    ['en', 'three twenty-firsts', 'exactly', 0.142857142857143, 0.142857142857143, 'share'],
    ['en', 'a margin of plus or minus 4 percentage points', 'exactly', 4, 4, 'percent'],
    ['en', 'it cost 120 MEUR', 'exactly', 120e6, 120e6, 'EUR'],
    ['en', 'it cost us$ 500', 'exactly', 500, 500, 'USD'],
    ['en', 'endorsed by letters from 88 nurses', 'exactly', 88, 88, 'nurses'],
    ['es', 'la tercera parte del salario', 'exactly', 0.333333333333333, 0.333333333333333, 'share'],
    ['es', 'tres cuartas partes del salario', 'exactly', 0.75, 0.75, 'share'],
    ['es', 'más de la mitad del salario', 'more-than', 0.5, null, 'share'],
    ['es', 'dos años y medio de contrato', 'exactly', 2.5, 2.5, 'años'],
    ['es', 'solo un médico', 'exactly', 1, 1, 'médico'],
    ['es', 'tres dosmilésimos', 'exactly', 0.0015, 0.0015, 'share'],
    ['es', 'pagaron U$S 500', 'exactly', 500, 500, 'USD'],
    ['pt', 'três quartas partes do salário', 'exactly', 0.75, 0.75, 'share'],
    ['pt', 'mais da metade do salário', 'more-than', 0.5, null, 'share'],
    ['pt', 'apenas um médico', 'exactly', 1, 1, 'médico'],
    ['pt', 'três anos e meio', 'exactly', 3.5, 3.5, 'anos'],
    ['pt', 'dez quartos do alojamento', 'exactly', 10, 10, 'quartos'],
    ['pt', 'três quartos do salário', 'exactly', 0.75, 0.75, 'share'],
  ])('%s: %s', (language, text, comparator, low, high, what) => {
    expect(told(language, text)).toEqual([[comparator, low, high, what]]);
  });

  test.each([
    ['en', '- 1 4/5', -1.8],
    ['es', 'uno', 1],
    ['en', '2000 over 3', 666.666666666667],
  ])('%s: a line that is only a number, as in a table: %s', (language, text, value) => {
    expect(read(text, lexicons, language).figures).toMatchObject([{ value }]);
    expect(read(`${text} years ago they came`, lexicons, language).figures).not.toMatchObject([{ value }]);
  });
});

describe('many, not told how many', () => {
  test.each([
    ['en', 'tens of thousands of workers', 20_000, 100_000, 'workers'],
    ['en', 'hundreds of billions of dollars', 200e9, 1000e9, 'USD'],
    ['en', 'they made millions in cash', 2e6, 9_999_999, null],
    ['es', 'decenas de miles de médicos', 20_000, 100_000, 'médicos'],
    ['pt', 'dezenas de milhares de médicos', 20_000, 100_000, 'médicos'],
  ])('%s: %s', (language, text, low, high, what) => {
    expect(told(language, text)).toEqual([['between', low, high, what]]);
  });
});

describe('ranges', () => {
  test.each([
    ['en', 'two or three nurses', 2, 3, 'nurses'],
    ['en', 'between one and three months', 1, 3, 'months'],
    ['en', 'at least 10, and at most 20', 10, 20, null],
    ['en', '2.5 to 3 million euros', 2.5e6, 3e6, 'EUR'],
    ['en', '$1.5 to $2 billion', 1.5e9, 2e9, 'USD'],
    ['en', 'from 200 to 3 million patients', 200, 3e6, 'patients'],
    ['es', 'unos 5.000 o 6.000 millones de euros', 5e9, 6e9, 'EUR'],
    ['es', 'entre el 70 y el 90 por ciento', 70, 90, 'percent'],
    ['es', 'más alto que el diez pero más bajo que el quince', 10, 15, null],
    ['es', 'hay 100 como máximo y 20 como mínimo', 20, 100, null],
    ['pt', 'de um a três anos', 1, 3, 'anos'],
    ['pt', '10 ou 15 anos', 10, 15, 'anos'],
    ['es', 'me rodeo de cuatro o cinco colegas', 4, 5, 'colegas'],
  ])('%s: %s', (language, text, low, high, what) => {
    expect(told(language, text)).toEqual([['between', low, high, what]]);
  });

  test('“10 or 1000” is a choice, and “more than 40 and less than 10” are two', () => {
    expect(told('en', '10 or 1000 nurses')).toHaveLength(2);
    expect(told('en', 'more than 40 and less than 10')).toHaveLength(2);
  });
});

describe('no figure', () => {
  test.each([
    ['en', 'It begins at 7 p.m. today.'],
    ['en', 'Call +53 7 555-1234 now.'],
    ['en', 'Call 800-273-8255 now.'],
    ['en', 'Signed on 2024-05-03.'],
    ['en', 'In the 2019-20 season it rained.'],
    ['en', 'See https://example.org/?q=30%2520 there.'],
    ['en', 'After the 9/11 attacks it changed.'],
    ['en', 'In the second half, he left.'],
    ['en', 'She finished third.'],
    ['en', 'Their twenty-fifth anniversary came.'],
    ['en', 'An 18th-century church stands there.'],
    ['en', 'A two-way street runs there.'],
    ['en', 'The only one who left was she.'],
    ['es', 'Los medios de comunicación callan.'],
    ['es', 'Los octavos de final se juegan hoy.'],
    ['es', 'Vive en una quinta.'],
    ['es', 'Se reunieron el lunes día 5.'],
    ['pt', 'Foi no século 21.'],
    ['es', 'Cerró a las 13.30 GMT.'],
    ['es', 'A las siete y media de la tarde llegó.'],
    ['pt', 'Os meios de comunicação calam.'],
    ['pt', 'Chegou na quinta, às quartas descansa.'],
  ])('%s: %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });
});

describe('a series of numbers', () => {
  test('is one number where its groups of three can be told exactly, else a list', () => {
    const values = (text: string) => read(text, lexicons, 'en').figures.map(it => it.value);
    expect(values('paid 40 000 doctors')).toEqual([40_000]);
    expect(values('paid 123 456 789 012 345 678 times')).toEqual([123_456_789_012_345_680]);
    expect(values('a row of 111 222 333 444 555 666 777 beans')[0]).toBe(111);
    expect(values('4 thousand 3 hundred and 21 doctors')).toEqual([4321]);
  });

  test.each(['123 ', '5 thousand 3 hundred ', '1,2,', '$1', '1:'])(
    'is read in time that grows with its length: %s',
    async unit => {
      const text = unit.repeat(100_000 / unit.length);
      expect(await quickest(1000, () => read(text, lexicons, 'en'))).toBeLessThan(1000);
    },
  );
});
