import { describe, expect, test } from 'vitest';
import { figures, pool } from '#numbers/figures/figures.ts';
import type { Row } from '#store/tables.ts';
import { someEvidence } from '#test/factories.ts';

type Given = Partial<Row<'figures'>> & { readonly id: string };
const between = (
  id: string,
  low: number | null,
  high: number | null,
  over: Partial<Row<'figures'>> = {},
): Given => ({
  id,
  claim: id,
  value: null,
  low,
  high,
  ...over,
});
const ask = (list: readonly Given[]) =>
  figures(
    someEvidence(
      list.map(it => ({ id: it.claim ?? it.id })),
      { figures: [...list] },
    ),
    {},
  );

describe('figures that are not comparable as they are', () => {
  // Netherlands 2010–2015: about 6,250 a year, against 48,000 to 146,000 over six years from the table of lists
  test('a yearly number against a total over years: the conversion is worked out', () => {
    const groups = ask([
      between('a', 6250, 6250, { measure: 'flow', unit: 'per-year', from: '2015', to: '2015' }),
      between('b', 48_000, 146_000, { measure: 'cumulative', unit: 'persons', from: '2010', to: '2015' }),
    ]);
    expect(groups.flatMap(it => it.notComparable)).toMatchObject([
      { why: 'measure', conversion: '6250 × 6 = 37500, against 48000–146000', meet: false },
      { why: 'measure', meet: false },
    ]);
  });
  test('rivals of near moments stand beside each other, those of far ones do not', () => {
    const [near, , far] = ask([
      between('a', 35_000, null, { from: '2024', to: '2024' }),
      between('b', 24_000, 24_000, { from: '2025', to: '2025' }),
      between('c', 1, 1, { from: '2035', to: '2035' }),
    ]);
    expect(near?.notComparable.map(it => [it.why, it.claims])).toEqual([['moment', ['b']]]);
    expect(far?.notComparable).toEqual([]);
  });
  test('other people are told as other people', () => {
    const [first] = ask([between('a', 1, 1, { population: 'x' }), between('b', 9, 9, { population: 'y' })]);
    expect(first).toMatchObject({ relation: 'single', notComparable: [{ why: 'population' }] });
  });
});

// Uzbekistan: 102,000 of 1.75 million pickers is 5.83 %, inside “more than 94 % freely”
test('a share that its words leave open ends at 0 or 100', () => {
  const percent = { unit: 'percent', measure: 'rate' } as const;
  const [group] = ask([between('a', 94, null, percent), between('b', 94.17, 94.17, percent)]);
  expect(group).toMatchObject({ relation: 'agree', agreed: { low: 94.17, high: 94.17 } });
});

describe('pooling, only when it is asked for', () => {
  // Log scale: ln 100 ± 0.2 and ln 200 ± 0.3 (standard errors): weights 25 and 11.11, Q = 0.4804531 / 0.13
  const of = (centre: number, se: number) => {
    const reach = Math.exp(1.959963984540054 * se);
    return [centre / reach, centre * reach] as const;
  };
  const groups = ask([between('a', ...of(100, 0.2)), between('b', ...of(200, 0.3))]);
  test('gives DerSimonian and Laird’s estimate with its heterogeneity', () => {
    const found = pool(groups, ['a', 'b'], 0.95);
    const q = Math.log(2) ** 2 / (0.04 + 0.09);
    const c = 25 + 100 / 9 - (625 + (100 / 9) ** 2) / (25 + 100 / 9);
    const tau2 = (q - 1) / c;
    const [w, v] = [1 / (0.04 + tau2), 1 / (0.09 + tau2)];
    expect(found.q).toBeCloseTo(q, 9);
    expect(found.tau2).toBeCloseTo(tau2, 9);
    expect(found.i2).toBeCloseTo((q - 1) / q, 9);
    expect(Math.log(found.estimate)).toBeCloseTo((w * Math.log(100) + v * Math.log(200)) / (w + v), 9);
    expect(found.scale).toBe('log');
  });
  test.each([
    ['one alone', [between('a', 1, 2)], ['a']],
    ['an open end', [between('a', 1, null), between('b', 1, 2)], ['a', 'b']],
    ['a number without an interval', [between('a', 2, 2), between('b', 1, 2)], ['a', 'b']],
    ['two of one claim', [between('a', 1, 2), between('b', 1, 3, { claim: 'a' })], ['a', 'b']],
    ['different places', [between('a', 1, 2), between('b', 1, 2, { place: 'ZZZ' })], ['a', 'b']],
    ['different units', [between('a', 1, 2), between('b', 1, 2, { unit: 'health-workers' })], ['a', 'b']],
    ['one that is not there', [between('a', 1, 2), between('b', 1, 2)], ['a', 'c']],
  ])('%s is refused', (_name, list, ids) => {
    expect(() => pool(ask(list), ids, 0.95)).toThrow(expect.objectContaining({ code: 'pool.refused' }));
  });
});
