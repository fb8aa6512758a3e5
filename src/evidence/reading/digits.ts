/** Numbers as they are printed in digits: grouping and decimal marks, vulgar fractions, binary noise. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';

/** Digits with grouping and decimal marks by the language and by shape: 1,234.5 and 1.234,5. */
export function numberOf(
  text: string,
  lexicon: Pick<Lexicon, 'decimal'>,
): { value: number; half: number } | null {
  const plain = text.replace(/[\u202f\u00a0'’]/g, '');
  const marks = plain.replace(/\d/g, '');
  const last = plain.search(/[.,]\d*$/);
  const tail = last < 0 ? '' : plain.slice(last + 1);
  const repeated = marks.length > 1 && marks[0] === marks.at(-1);
  const zero = /^0[.,]/.test(plain);
  const grouped =
    tail.length === 3 &&
    !zero &&
    (marks.length === 1 ? marks !== lexicon.decimal || false : repeated) &&
    /^\d{1,3}[.,]/.test(plain);
  // 22,24,26 is a list
  if (
    marks.length > 1 &&
    repeated &&
    !plain
      .split(/[.,]/)
      .slice(1)
      .every(group => group.length === 3)
  )
    return null;
  const decimals = last < 0 || grouped ? '' : tail;
  const whole = (decimals === '' ? plain : plain.slice(0, last)).replace(/[.,]/g, '');
  if (!/^\d{1,18}$/.test(whole)) return null;
  const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  const half =
    decimals === ''
      ? 0.5 * 10 ** (value === 0 ? 0 : Math.min(zeros, whole.length - 1))
      : 0.5 * 10 ** -decimals.length;
  return { value, half };
}

/** Binary noise away: 28.1 million is 28100000, not 28100000.000000004. */
export function clean(value: number): number {
  // halves and quarters are exact in binary, and by far the most
  const exact = Number.isInteger(value) || (Math.abs(value) < 1e12 && Number.isInteger(value * 4));
  return exact ? value : Number(value.toPrecision(15));
}

/** Fractions that are one sign. */
export const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};
