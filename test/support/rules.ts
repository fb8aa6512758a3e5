/** Any rule over ten elements `e0`…`e9`, and any answers for them. */
import fc from 'fast-check';
import type { Rule, Truth } from '#assessment/standards/standards.ts';

const ELEMENTS = 10;

export function truths(): fc.Arbitrary<Truth[]> {
  const any: fc.Arbitrary<Truth> = fc.constantFrom(true, false, null);
  return fc.array(any, { minLength: ELEMENTS, maxLength: ELEMENTS });
}

/** Exceptions are not among them: an unknown one is taken as not made out, so filling it may flip an answer. */
export function rules(): fc.Arbitrary<Rule> {
  const { rule } = fc.letrec<{ rule: Rule; many: Rule[] }>(tie => ({
    many: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }),
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.nat(ELEMENTS - 1).map((n): Rule => ({ ref: `e${n}` })),
      fc
        .tuple(fc.constantFrom('and', 'or', 'exactlyOne'), tie('many'))
        .map(([op, args]): Rule => ({ op, args })),
      tie('rule').map((arg): Rule => ({ op: 'not', arg })),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), tie('many'))
        .map(([n, args]): Rule => ({ op: 'atLeast', n, args })),
      fc.constant<Rule>({ op: 'checklist' }),
    ),
  }));
  return rule;
}
