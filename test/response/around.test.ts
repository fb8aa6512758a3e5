import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around } from '#response/measures/measures.ts';
import { someEvidence } from '#test/factories.ts';

const given = {
  measures: [
    { id: 'm', claim: 'c', place: 'AAA', inForce: '2020-06', announced: '2020-01', ended: null },
    { id: 'undated', claim: 'c', inForce: null, announced: null, ended: null },
    { id: 'gone', claim: 'w', inForce: '2020' },
  ],
  figures: [
    { id: 'f1', claim: 'c', counted: 'workers', unit: 'doctors', place: 'AAA', from: '2019', to: '2019' },
    {
      id: 'f2',
      claim: 'c',
      counted: 'workers',
      unit: 'doctors',
      place: 'AAA/North',
      from: '2021',
      to: '2021',
    },
    { id: 'f3', claim: 'c', counted: 'workers', unit: 'doctors', place: 'AAA', from: '2021', to: '2021' },
    { id: 'f4', claim: 'c', counted: 'workers', unit: 'doctors', place: 'BBB', from: '2021', to: '2021' },
    { id: 'f5', claim: 'c', counted: 'workers', unit: 'doctors', place: 'AAA', from: '2020', to: '2020' },
    { id: 'f6', claim: 'c', counted: 'workers', unit: 'nurses', place: 'AAA', from: '2010', to: '2010' },
    { id: 'f7', claim: 'w', counted: 'workers', unit: 'nurses', place: 'AAA', from: '2021', to: '2021' },
  ],
  terms: [],
};
const evidence = someEvidence([{ id: 'c' }, { id: 'w', state: 'withdrawn' }], given);

describe('what stood before a measure and what after it', () => {
  test('is laid side by side, by place and unit; what spans it, lies too far or elsewhere is left out', () => {
    const { lines, date } = around(evidence, 'm');
    expect(date).toBe('2020-06');
    expect(lines.map(it => [it.place, it.what[1], it.before.length, it.after.length])).toEqual([
      ['AAA', 'doctors', 1, 1],
      ['AAA/North', 'doctors', 0, 1],
    ]);
  });

  test('at another place where one is asked', () => {
    expect(around(evidence, 'm', { place: 'BBB' }).lines.map(it => it.place)).toEqual(['BBB']);
  });

  test('is refused for what is not there, was withdrawn or has no date', () => {
    expect(() => around(evidence, 'nope')).toThrow('row.missing');
    expect(() => around(evidence, 'gone')).toThrow('row.missing');
    expect(() => around(evidence, 'undated')).toThrow('measure.undated');
  });

  test('a wider window never shows less, and no row is on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 0, max: 6000 }), (days, more) => {
        const rows = (window: number) =>
          around(evidence, 'm', { days: window }).lines.flatMap(it => [...it.before, ...it.after]);
        expect(rows(days + more).length).toBeGreaterThanOrEqual(rows(days).length);
        for (const { before, after } of around(evidence, 'm', { days }).lines)
          expect(before.filter(it => after.includes(it))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
