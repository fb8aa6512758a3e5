/**
 * A rule as a file writes it, with its shorthands: elements chosen by dimension, type and strength, stages, periods,
 * exceptions of another standard. `expand` turns it into the core that is evaluated. docs/standards.md explains each.
 */
import { z } from 'zod';
import type { Rule, Term } from '#assessment/standards/rule.ts';
import { isId } from '#core/ids.ts';

type OneOrMore = string | readonly string[];
/** Which elements of the standard: those that fit everything it names. */
export interface Select {
  readonly dimension?: OneOrMore | undefined;
  readonly type?: OneOrMore | undefined;
  readonly strength?: OneOrMore | undefined;
}

export type Written =
  | { readonly ref: string }
  | { readonly standard: string }
  | { readonly anyExceptionOf: string }
  | { readonly op: 'and' | 'or'; readonly args: readonly Written[] }
  | { readonly op: 'not'; readonly arg: Written }
  | {
      readonly op: 'atLeast';
      readonly n: number;
      readonly args?: readonly Written[] | undefined;
      readonly select?: Select | undefined;
      readonly outcome?: string | undefined;
    }
  | {
      readonly op: 'exactlyOne';
      readonly args?: readonly Written[] | undefined;
      readonly select?: Select | undefined;
    }
  | { readonly op: 'gt' | 'lt'; readonly left: Term; readonly right: Term }
  /** Of every dimension, or of one, the rule holds; its selections are narrowed to that dimension. */
  | { readonly op: 'forAll' | 'exists'; readonly over: readonly string[]; readonly rule: Written }
  /** All, or one, of the elements of a dimension. */
  | { readonly op: 'forAll' | 'exists'; readonly in: string; readonly satisfies?: string | undefined }
  /** `stage`: passed when every stage is; `ordered`: on the scale when some rung is. */
  | { readonly op: 'stage' | 'ordered'; readonly order: readonly string[] }
  | { readonly op: 'inReferencePeriod'; readonly oneOf: readonly string[] }
  | { readonly op: 'checklist'; readonly of?: readonly string[] | undefined };

const id = z.string().refine(isId, 'is not an id');
const words = z.string().min(1).max(80);
const oneOrMore = z.union([words, z.array(words).min(1).max(50)]);
const select = z
  .strictObject({
    dimension: oneOrMore.optional(),
    type: oneOrMore.optional(),
    strength: oneOrMore.optional(),
  })
  .refine(it => Object.keys(it).length > 0, 'selects nothing: name a dimension, a type or a strength');
const ids = z.array(id).min(1).max(500);
const name = z.string().regex(/^[A-Za-z]\w{0,40}$/, 'is not a name');

const term: z.ZodType<Term> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ var: name }),
    z.strictObject({ op: z.literal('minus'), left: term, right: term }),
  ]),
);

const args = z.lazy(() => z.array(writtenShape).min(1).max(500));
const n = z.number().int().min(1);
const oneOf = <T extends { args?: unknown; select?: unknown }>(it: T) =>
  (it.args === undefined) !== (it.select === undefined);
const either = 'takes either args or select';

export const writtenShape: z.ZodType<Written> = z.lazy(() =>
  z.union([
    z.strictObject({ ref: id }),
    z.strictObject({ standard: id }),
    z.strictObject({ anyExceptionOf: id }),
    z.strictObject({ op: z.enum(['and', 'or']), args }),
    z.strictObject({ op: z.literal('not'), arg: writtenShape }),
    z
      .strictObject({
        op: z.literal('atLeast'),
        n,
        args: args.optional(),
        select: select.optional(),
        outcome: words.optional(),
      })
      .refine(oneOf, either)
      .refine(it => it.args === undefined || it.n <= it.args.length, 'asks for more than it lists'),
    z
      .strictObject({ op: z.literal('exactlyOne'), args: args.optional(), select: select.optional() })
      .refine(oneOf, either),
    z.strictObject({ op: z.enum(['gt', 'lt']), left: term, right: term }),
    z.strictObject({
      op: z.enum(['forAll', 'exists']),
      over: z.array(words).min(1).max(50),
      rule: writtenShape,
    }),
    z.strictObject({ op: z.enum(['forAll', 'exists']), in: words, satisfies: words.optional() }),
    z.strictObject({ op: z.enum(['stage', 'ordered']), order: ids }),
    z.strictObject({ op: z.literal('inReferencePeriod'), oneOf: ids }),
    z.strictObject({ op: z.literal('checklist'), of: ids.optional() }),
  ]),
);

interface Chosen {
  readonly id: string;
  readonly dimension?: string | undefined;
  readonly type?: string | undefined;
  readonly strength?: string | undefined;
}

/** The core of a written rule. `exceptions` answers for another standard; `within` narrows selections to a dimension. */
export function expand(
  rule: Written,
  elements: readonly Chosen[],
  exceptions: (standard: string) => readonly string[],
  within?: string,
): Rule {
  const each = (rules: readonly Written[]) => rules.map(it => expand(it, elements, exceptions, within));
  const refs = (list: readonly string[]): Rule[] => list.map(ref => ({ ref }));
  const chosen = (it: Select) => refs(selected(elements, within ? { ...it, dimension: within } : it));
  if ('ref' in rule || 'standard' in rule) return rule;
  if ('anyExceptionOf' in rule) return { op: 'excepted', by: exceptions(rule.anyExceptionOf) };
  switch (rule.op) {
    case 'and':
    case 'or':
      return { op: rule.op, args: each(rule.args) };
    case 'not':
      return { op: 'not', arg: expand(rule.arg, elements, exceptions, within) };
    case 'atLeast':
      return { op: 'atLeast', n: rule.n, args: rule.select ? chosen(rule.select) : each(rule.args ?? []) };
    case 'exactlyOne':
      return { op: 'exactlyOne', args: rule.select ? chosen(rule.select) : each(rule.args ?? []) };
    case 'forAll':
    case 'exists': {
      const op = rule.op === 'forAll' ? 'and' : 'or';
      if ('in' in rule) return { op, args: chosen({ dimension: rule.in }) };
      return { op, args: rule.over.map(it => expand(rule.rule, elements, exceptions, it)) };
    }
    case 'stage':
      return { op: 'and', args: refs(rule.order) };
    case 'ordered':
      return { op: 'or', args: refs(rule.order) };
    case 'inReferencePeriod':
      return { op: 'or', args: refs(rule.oneOf) };
    case 'checklist':
      return { op: 'checklist' };
    default:
      return rule;
  }
}

export function selected(elements: readonly Chosen[], select: Select): string[] {
  const fits = (value: string | undefined, wanted: OneOrMore | undefined) =>
    wanted === undefined || (value !== undefined && [wanted].flat().includes(value));
  return elements
    .filter(
      it =>
        fits(it.dimension, select.dimension) &&
        fits(it.type, select.type) &&
        fits(it.strength, select.strength),
    )
    .map(it => it.id);
}

/** The parts of a written rule, itself first. */
export function* writtenParts(rule: Written): Generator<Written> {
  yield rule;
  if ('arg' in rule) yield* writtenParts(rule.arg);
  if ('rule' in rule) yield* writtenParts(rule.rule);
  if ('args' in rule) for (const arg of rule.args ?? []) yield* writtenParts(arg);
}

/** What a rule names: elements, standards that it builds on, and standards whose exceptions it takes over. */
export function namedIn(rule: Written): { elements: string[]; standards: string[]; exceptionsOf: string[] } {
  const parts = [...writtenParts(rule)];
  return {
    elements: parts.flatMap(it =>
      'ref' in it
        ? [it.ref]
        : 'order' in it
          ? it.order
          : 'oneOf' in it
            ? it.oneOf
            : 'of' in it
              ? (it.of ?? [])
              : [],
    ),
    standards: parts.flatMap(it => ('standard' in it ? [it.standard] : [])),
    exceptionsOf: parts.flatMap(it => ('anyExceptionOf' in it ? [it.anyExceptionOf] : [])),
  };
}
