/**
 * A rule as a tree over elements, evaluated in three-valued logic (Kleene): true, false, or not known (null).
 * This is the core into which `written.ts` turns what a file says.
 */

export type Truth = true | false | null;

/** A number in a rule: given, or one that the asker supplies by name. */
export type Term =
  | number
  | { readonly var: string }
  | { readonly op: 'minus'; readonly left: Term; readonly right: Term };

export type Rule =
  | { readonly ref: string }
  | { readonly standard: string }
  | { readonly op: 'and' | 'or'; readonly args: readonly Rule[] }
  | { readonly op: 'not'; readonly arg: Rule }
  | { readonly op: 'atLeast'; readonly n: number; readonly args: readonly Rule[] }
  | { readonly op: 'exactlyOne'; readonly args: readonly Rule[] }
  /** Whether one of these exceptions is made out. Its burden lies on whoever relies on it: unknown is not. */
  | { readonly op: 'excepted'; readonly by: readonly string[] }
  | { readonly op: 'gt' | 'lt'; readonly left: Term; readonly right: Term }
  | { readonly op: 'checklist' };

type Leaf = (element: string) => Truth;
type Value = (name: string) => number | null;

/** `leaf` answers for an element, `whole` for another standard, `value` for a number. A checklist has no truth of its own. */
export function evaluate(
  rule: Rule,
  leaf: Leaf,
  whole: (standard: string) => Truth = () => null,
  value: Value = () => null,
): Truth {
  if ('ref' in rule) return leaf(rule.ref);
  if ('standard' in rule) return whole(rule.standard);
  switch (rule.op) {
    case 'checklist':
      return null;
    case 'not':
      return not(evaluate(rule.arg, leaf, whole, value));
    case 'excepted':
      return rule.by.some(it => leaf(it) === true);
    case 'gt':
    case 'lt':
      return compared(rule.op, number(rule.left, value), number(rule.right, value));
    default:
      return counted(
        rule,
        rule.args.map(arg => evaluate(arg, leaf, whole, value)),
      );
  }
}

/** From how many are shown and how many may yet be: “and” needs all of them, “or” one of them. */
function counted(rule: Extract<Rule, { args: unknown }>, values: readonly Truth[]): Truth {
  const shown = values.filter(it => it === true).length;
  const possible = values.filter(it => it !== false).length;
  if (rule.op === 'exactlyOne')
    return shown > 1 || possible < 1 ? false : possible === 1 && shown === 1 ? true : null;
  const needed = rule.op === 'atLeast' ? rule.n : rule.op === 'and' ? values.length : 1;
  return shown >= needed ? true : possible < needed ? false : null;
}

export function not(value: Truth): Truth {
  return value === null ? null : !value;
}

export function compared(op: 'gt' | 'lt', left: number | null, right: number | null): Truth {
  if (left === null || right === null) return null;
  return op === 'gt' ? left > right : left < right;
}

export function number(term: Term, value: Value): number | null {
  if (typeof term === 'number') return term;
  if ('var' in term) return value(term.var);
  const [left, right] = [number(term.left, value), number(term.right, value)];
  // decimal weights are not exact in binary: 0.9 − 0.6 must not be above 0.3
  return left === null || right === null ? null : Number((left - right).toFixed(9));
}

/** The parts of a rule, itself first. */
export function* partsOf(rule: Rule): Generator<Rule> {
  yield rule;
  if ('arg' in rule) yield* partsOf(rule.arg);
  if ('args' in rule) for (const arg of rule.args) yield* partsOf(arg);
}

/** The elements a rule refers to, in order, each once; exceptions not among them. */
export function leavesOf(rule: Rule): string[] {
  return [...new Set([...partsOf(rule)].flatMap(it => ('ref' in it ? [it.ref] : [])))];
}
