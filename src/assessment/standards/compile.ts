/**
 * A rule, or a standard with the standards it builds on, as a JavaScript function and as an SQL expression. Both answer
 * what `evaluate` answers. A standard also excludes its exceptions, where one is made out.
 */
import { compared, not, number, type Rule, type Term, type Truth } from '#assessment/standards/rule.ts';
import type { Standard } from '#assessment/standards/shape.ts';
import { Problem } from '#core/errors.ts';

/** `value` answers for the numbers that a rule names, such as weights of arguments. */
export type Compiled = (leaf: (element: string) => Truth, value?: (name: string) => number | null) => Truth;

/** Throws `standard.stub`. */
export function compile(of: Rule | Standard): Compiled {
  const work = functionOf(whole(of));
  return (leaf, value = () => null) => work(leaf, value);
}

/**
 * The rule as an SQL expression that answers 1, 0 or NULL. `column` gives the SQL expression of an element: a boolean
 * that is NULL where unknown (of a number that the rule names: a number); null where there is no column. It is put
 * into the statement as it stands: quote names yourself. Throws `standard.stub`.
 */
export function compileSql(of: Rule | Standard, column: (element: string) => string | null): string {
  return `CAST(${sql(whole(of), column)} AS INTEGER)`;
}

/** A standard's rule with its exceptions, and with the rules of the standards it builds on in their places. */
export function whole(of: Rule | Standard): Rule {
  if (!isStandard(of)) return of;
  if (of.stub) throw new Problem('standard.stub', { what: of.id });
  const inside = placed(of.rule, of);
  if (of.exceptions.length === 0) return inside;
  const excepted: Rule = { op: 'excepted', by: of.exceptions.map(it => it.id) };
  return { op: 'and', args: [inside, { op: 'not', arg: excepted }] };
}

function isStandard(of: Rule | Standard): of is Standard {
  return 'elements' in of;
}

function placed(rule: Rule, standard: Standard): Rule {
  if ('standard' in rule) {
    const basis = standard.basis.find(it => it.id === rule.standard);
    return basis ? whole(basis) : rule;
  }
  if ('arg' in rule) return { ...rule, arg: placed(rule.arg, standard) };
  return 'args' in rule ? { ...rule, args: rule.args.map(it => placed(it, standard)) } : rule;
}

type Work = (leaf: (element: string) => Truth, value: (name: string) => number | null) => Truth;

function functionOf(rule: Rule): Work {
  if ('ref' in rule) return leaf => leaf(rule.ref);
  if ('standard' in rule) return () => null;
  switch (rule.op) {
    case 'checklist':
      return () => null;
    case 'excepted':
      return leaf => rule.by.some(it => leaf(it) === true);
    case 'gt':
    case 'lt':
      return (_, value) => compared(rule.op, number(rule.left, value), number(rule.right, value));
    case 'not': {
      const inner = functionOf(rule.arg);
      return (leaf, value) => not(inner(leaf, value));
    }
    case 'exactlyOne':
      return onlyOne(rule.args.map(functionOf));
    case 'atLeast':
      return atLeast(rule.n, rule.args.map(functionOf));
    default:
      return atLeast(rule.op === 'and' ? rule.args.length : 1, rule.args.map(functionOf));
  }
}

/** Stops as soon as the answer is certain. */
function atLeast(n: number, args: readonly Work[]): Work {
  return (leaf, value) => {
    let [shown, possible] = [0, args.length];
    for (const arg of args) {
      if (shown >= n || possible < n) break;
      const it = arg(leaf, value);
      if (it === true) shown += 1;
      if (it === false) possible -= 1;
    }
    return shown >= n ? true : possible < n ? false : null;
  };
}

function onlyOne(args: readonly Work[]): Work {
  const [one, two] = [atLeast(1, args), atLeast(2, args)];
  return (leaf, value) => {
    const more = two(leaf, value);
    return more === true ? false : both(one(leaf, value), not(more));
  };
}

function both(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === null || b === null ? null : true;
}

type Column = (element: string) => string | null;

/** SQL's own AND, OR and NOT are Kleene's; only counting has to be spelled out. */
function sql(rule: Rule, column: Column): string {
  if ('ref' in rule) return sqlLeaf(rule.ref, column);
  if ('standard' in rule) return UNKNOWN;
  switch (rule.op) {
    case 'checklist':
      return UNKNOWN;
    case 'excepted':
      return joined(
        rule.by.map(it => certain(sqlLeaf(it, column))),
        'OR',
        'FALSE',
      );
    case 'gt':
    case 'lt':
      return `(${sqlNumber(rule.left, column)} ${rule.op === 'gt' ? '>' : '<'} ${sqlNumber(rule.right, column)})`;
    case 'not':
      return `(NOT ${sql(rule.arg, column)})`;
    default:
      return sqlCount(
        rule,
        rule.args.map(arg => sql(arg, column)),
      );
  }
}

const UNKNOWN = 'CAST(NULL AS BOOLEAN)';

function sqlLeaf(element: string, column: Column): string {
  const expression = column(element);
  return expression === null ? UNKNOWN : `(${expression})`;
}

function sqlNumber(term: Term, column: Column): string {
  if (typeof term === 'number') return String(term);
  if ('var' in term) return `CAST(${column(term.var) ?? 'NULL'} AS DOUBLE)`;
  return `ROUND(${sqlNumber(term.left, column)} - ${sqlNumber(term.right, column)}, 9)`;
}

function sqlCount(rule: Extract<Rule, { args: unknown }>, args: readonly string[]): string {
  if (rule.op === 'and') return joined(args, 'AND', 'TRUE');
  if (rule.op === 'or' || (rule.op === 'atLeast' && rule.n === 1)) return joined(args, 'OR', 'FALSE');
  const shown = sum(args.map(certain));
  const possible = sum(args.map(it => `coalesce(${it}, TRUE)`));
  if (rule.op === 'atLeast')
    return `(CASE WHEN ${shown} >= ${rule.n} THEN TRUE WHEN ${possible} < ${rule.n} THEN FALSE END)`;
  return `(CASE WHEN ${shown} > 1 OR ${possible} < 1 THEN FALSE WHEN ${possible} = 1 AND ${shown} = 1 THEN TRUE END)`;
}

function joined(args: readonly string[], by: 'AND' | 'OR', none: string): string {
  return args.length === 0 ? none : `(${args.join(` ${by} `)})`;
}

function certain(expression: string): string {
  return `coalesce(${expression}, FALSE)`;
}

function sum(args: readonly string[]): string {
  return args.length === 0 ? '0' : `(${args.map(it => `CAST(${it} AS INTEGER)`).join(' + ')})`;
}
