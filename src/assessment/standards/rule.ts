/** A rule as a tree over elements, evaluated in three-valued logic (Kleene): true, false, or not known (null). */

export type Truth = true | false | null;

export type Rule =
  | { readonly ref: string }
  | { readonly standard: string }
  | { readonly op: 'and' | 'or'; readonly args: readonly Rule[] }
  | { readonly op: 'not'; readonly arg: Rule }
  | { readonly op: 'atLeast'; readonly n: number; readonly args: readonly Rule[] }
  | { readonly op: 'checklist' };

/** `leaf` answers for an element, `whole` for another standard. A checklist has no truth of its own. */
export function evaluate(
  rule: Rule,
  leaf: (element: string) => Truth,
  whole: (standard: string) => Truth = () => null,
): Truth {
  if ('ref' in rule) return leaf(rule.ref);
  if ('standard' in rule) return whole(rule.standard);
  if (rule.op === 'checklist') return null;
  if (rule.op === 'not') return not(evaluate(rule.arg, leaf, whole));
  const values = rule.args.map(arg => evaluate(arg, leaf, whole));
  // “and” needs all of them, “or” one of them
  const needed = 'n' in rule ? rule.n : rule.op === 'and' ? values.length : 1;
  const shown = values.filter(value => value === true).length;
  const open = values.filter(value => value === null).length;
  return shown >= needed ? true : shown + open < needed ? false : null;
}

function not(value: Truth): Truth {
  return value === null ? null : !value;
}

/** The elements a rule refers to, in order, each once. */
export function leavesOf(rule: Rule): string[] {
  if ('ref' in rule) return [rule.ref];
  if ('standard' in rule || rule.op === 'checklist') return [];
  return [...new Set(rule.op === 'not' ? leavesOf(rule.arg) : rule.args.flatMap(leavesOf))];
}
