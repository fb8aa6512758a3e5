import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, compileSql, evaluate, type Rule, type Truth } from '#assessment/standards/standards.ts';
import { askDuck } from '#test/duck.ts';
import { rules, truths } from '#test/rules.ts';

const at = (leaves: readonly Truth[]) => (element: string) => leaves[Number(element.slice(1))] ?? null;
const refs = (n: number): Rule[] => Array.from({ length: n }, (_, i) => ({ ref: `e${i}` }));

describe('three-valued evaluation', () => {
  test('filling an unknown never flips a decided answer', () => {
    fc.assert(
      fc.property(rules(), truths(), truths(), (rule, before, more) => {
        const after = before.map((it, i) => it ?? more[i] ?? null);
        const first = evaluate(rule, at(before));
        if (first !== null) expect(evaluate(rule, at(after))).toBe(first);
      }),
    );
  });

  test('De Morgan holds', () => {
    fc.assert(
      fc.property(fc.array(rules(), { minLength: 1, maxLength: 4 }), truths(), (args, leaves) => {
        const leaf = at(leaves);
        const each: Rule[] = args.map(arg => ({ op: 'not', arg }));
        expect(evaluate({ op: 'not', arg: { op: 'and', args } }, leaf)).toBe(
          evaluate({ op: 'or', args: each }, leaf),
        );
        expect(evaluate({ op: 'not', arg: { op: 'or', args } }, leaf)).toBe(
          evaluate({ op: 'and', args: each }, leaf),
        );
      }),
    );
  });

  test('at least one is “or”, at least all is “and”, and a higher count is never easier', () => {
    const rank = (value: Truth) => (value === null ? 1 : value ? 2 : 0);
    fc.assert(
      fc.property(fc.array(rules(), { minLength: 1, maxLength: 5 }), truths(), (args, leaves) => {
        const count = (n: number) => evaluate({ op: 'atLeast', n, args }, at(leaves));
        expect(count(1)).toBe(evaluate({ op: 'or', args }, at(leaves)));
        expect(count(args.length)).toBe(evaluate({ op: 'and', args }, at(leaves)));
        expect(count(args.length + 1)).toBe(false);
        for (let n = 1; n < args.length; n += 1)
          expect(rank(count(n))).toBeGreaterThanOrEqual(rank(count(n + 1)));
      }),
    );
  });

  test('an empty selection counts as none', () => {
    expect(evaluate({ op: 'atLeast', n: 1, args: [] }, at([]))).toBe(false);
    expect(compile({ op: 'atLeast', n: 1, args: [] })(at([]))).toBe(false);
  });

  test('exactly one is one and no other', () => {
    const one = (leaves: Truth[]) => evaluate({ op: 'exactlyOne', args: refs(3) }, at(leaves));
    expect(one([true, false, false])).toBe(true);
    expect(one([true, true, null])).toBe(false);
    expect(one([true, null, false])).toBe(null);
    expect(one([false, false, false])).toBe(false);
  });

  test('an exception that nobody made out does not block', () => {
    const rule: Rule = {
      op: 'and',
      args: [{ ref: 'e0' }, { op: 'not', arg: { op: 'excepted', by: ['e1'] } }],
    };
    expect(evaluate(rule, at([true, null]))).toBe(true);
    expect(evaluate(rule, at([true, true]))).toBe(false);
  });

  test('numbers are compared where both are known', () => {
    const rule: Rule = {
      op: 'gt',
      left: { op: 'minus', left: { var: 'a' }, right: { var: 'b' } },
      right: 0.3,
    };
    const ask = (a: number | null, b: number | null) =>
      evaluate(
        rule,
        () => null,
        undefined,
        name => (name === 'a' ? a : b),
      );
    expect(ask(0.9, 0.5)).toBe(true);
    expect(ask(0.9, 0.7)).toBe(false);
    expect(ask(0.9, null)).toBe(null);
  });
});

describe('a compiled rule', () => {
  test('answers what the tree answers', () => {
    fc.assert(
      fc.property(rules(), truths(), (rule, leaves) => {
        expect(compile(rule)(at(leaves))).toBe(evaluate(rule, at(leaves)));
      }),
      { numRuns: 1000 },
    );
  });

  test('answers the same in DuckDB', async () => {
    const rows = fc.sample(truths(), { numRuns: 200, seed: 7 });
    const sampled = fc.sample(rules(), { numRuns: 150, seed: 11 });
    const answers = await askDuck(
      rows,
      sampled.map(rule => compileSql(rule, element => `"${element}"`)),
    );
    sampled.forEach((rule, r) => {
      rows.forEach((leaves, i) => {
        const truth = evaluate(rule, at(leaves));
        expect(answers[i]?.[r]).toBe(truth === null ? null : Number(truth));
      });
    });
  });

  test('takes an element without a column as unknown', async () => {
    const rule: Rule = { op: 'or', args: refs(2) };
    const sql = compileSql(rule, element => (element === 'e0' ? '"e0"' : null));
    expect(await askDuck([[true], [false], [null]], [sql])).toEqual([[1], [null], [null]]);
  });
});
