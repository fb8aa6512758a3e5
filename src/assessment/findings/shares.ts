/**
 * To how large a share of a cohort a rule applies: an interval, from the shares that sources give for single elements.
 * The file does not say that the same people are meant, so they are joined by what is sure whoever they are (Fréchet).
 */
import type { Rule, Standard } from '#assessment/standards/standards.ts';

/** Fractions from 0 to 1. */
export interface Share {
  readonly low: number;
  readonly high: number;
}

export const ANY: Share = { low: 0, high: 1 };

/** `of`: the share to whom an element applies, `ANY` where none is known. */
export function shareOf(standard: Standard, of: (element: string) => Share): Share {
  return ofRule(standard.rule, standard, of);
}

/** Rival shares of one thing: all of them lie within. */
export function hull(shares: readonly Share[]): Share {
  if (shares.length === 0) return ANY;
  return { low: Math.min(...shares.map(it => it.low)), high: Math.max(...shares.map(it => it.high)) };
}

function ofRule(rule: Rule, standard: Standard, of: (element: string) => Share): Share {
  if ('ref' in rule) return of(rule.ref);
  if ('standard' in rule) {
    const basis = standard.basis.find(it => it.id === rule.standard);
    return basis ? ofRule(basis.rule, basis, of) : ANY;
  }
  switch (rule.op) {
    case 'and':
    case 'or':
    case 'atLeast':
      return joined(
        rule.args.map(arg => ofRule(arg, standard, of)),
        'n' in rule ? rule.n : rule.op === 'and' ? rule.args.length : 1,
      );
    case 'not': {
      const { low, high } = ofRule(rule.arg, standard, of);
      return { low: exact(1 - high), high: exact(1 - low) };
    }
    default:
      return ANY;
  }
}

/** To how many at least `n` of these apply: at most by Rüger's bound; surely, as few as fail by the same bound. */
function joined(shares: readonly Share[], n: number): Share {
  const failing = atMost(
    shares.map(it => 1 - it.low),
    shares.length - n + 1,
  );
  return {
    low: exact(1 - failing),
    high: exact(
      atMost(
        shares.map(it => it.high),
        n,
      ),
    ),
  };
}

/** The largest share in which `n` of these can hold at once. */
function atMost(shares: readonly number[], n: number): number {
  const least = [...shares].sort((a, b) => a - b);
  const bounds = least.slice(0, n).map((_, left) => sum(least.slice(0, least.length - left)) / (n - left));
  return Math.min(1, ...bounds);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0);
}

/** Decimal shares are not exact in binary: 1 + 0.6 + 0.5 − 2 must not be below 0.1. */
export function exact(value: number): number {
  return Number(Math.min(1, Math.max(0, value)).toFixed(9));
}
