/** Numbers in digits and in words: `numberAt` reads the longest one that begins at a token. */
import { clean, numberOf, VULGAR } from '#evidence/reading/digits.ts';
import type { NumberPart } from '#evidence/reading/number-parts.ts';
import { wordsAt } from '#evidence/reading/number-words.ts';
import { gap, type Tokens, touches } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

export interface NumberFound {
  readonly value: number;
  /** Half of the last digit that is printed: what rounding leaves open. */
  readonly half: number;
  /** After its last token. */
  readonly to: number;
  /** A share of one, as in “two thirds”. */
  readonly fraction: boolean;
  readonly words: boolean;
}

export function numberAt(it: Tokens, at: number): NumberFound | null {
  const token = it.tokens[at];
  if (!token) return null;
  const found = token.number ? digitsAt(it, at) : token.parts ? wordsAt(it, at) : null;
  if (!found || !Number.isFinite(found.value)) return null;
  // one printed number is what it says; what was multiplied or added may hold binary noise
  return found.to === at + 1 && !found.words
    ? found
    : { ...found, value: clean(found.value), half: clean(found.half) };
}

/** “1.3x10^6”, “12.32e+14”, “2.5^-1”. */
const POWER = /([\d.,]+)(?:\s?[x×]\s?10\^([+-]?\d+)|e([+-]?\d+)|\^([+-]*\d+))(?![\p{L}\d])/uy;

function powerAt(it: Tokens, at: number): NumberFound | null {
  const [start, end] = [it.starts[at] as number, it.ends[at] as number];
  const next = it.text[end] ?? '';
  const mark = next === ' ' ? (it.text[end + 1] ?? '') : next;
  if (!'^ex×'.includes(mark) || mark === '') return null;
  POWER.lastIndex = start;
  const match = POWER.exec(it.text);
  const base = match && numberOf(match[1] ?? '', it.lexicon);
  if (!match || !base) return null;
  const [, , ten, short, power] = match;
  const exponent = Number((ten ?? short ?? power ?? '').replace(/--/g, ''));
  const value = power === undefined ? Number(`${base.value}e${exponent}`) : base.value ** exponent;
  let to = at + 1;
  while ((it.starts[to] ?? Number.POSITIVE_INFINITY) < POWER.lastIndex) to += 1;
  return { value, half: 0, to, fraction: false, words: false };
}

/** With `below`, only what a larger magnitude leaves room for: each step down is to a smaller one, so no series is long. */
function digitsAt(it: Tokens, at: number, below = Number.POSITIVE_INFINITY): NumberFound | null {
  const power = powerAt(it, at);
  if (power) return power;
  const { tokens, lexicon, text } = it;
  const printed = (tokens[at] as Word).text;
  if (VULGAR[printed] !== undefined)
    return { value: VULGAR[printed] as number, half: 0, to: at + 1, fraction: true, words: false };
  let to = groupsAt(it, at);
  const base =
    to === at + 1
      ? (tokens[at] as Word).amount
      : numberOf(text.slice(it.starts[at], it.ends[to - 1]).replaceAll(' ', ''), lexicon);
  if (!base) return null;
  let { value, half } = base;
  let fraction = false;
  const vulgar = VULGAR[tokens[to]?.text ?? ''];
  const over = fractionAt(it, to);
  if (vulgar !== undefined && Number.isInteger(value)) [value, half, to] = [value + vulgar, 0, to + 1];
  else if (
    tokens[to]?.text === '/' &&
    gap(it, to) === '' &&
    gap(it, to + 1) === '' &&
    Number.isInteger(value)
  ) {
    const below = tokens[to + 1]?.amount;
    const date = tokens[to + 2]?.text === '/';
    if (below && !date && isDenominator(below.value) && value < below.value && value > 0)
      [value, half, to, fraction] = [value / below.value, 0, to + 2, true];
  } else if (over && Number.isInteger(value) && gap(it, to).trim() === '' && value < 1000)
    [value, half, to] = [value + over.value, 0, over.to];
  const near = tokens[to];
  const short = near && /^ {0,2}$/.test(gap(it, to)) ? lexicon.short.get(near.text) : undefined;
  const attached = touches(it, to);
  if (
    short !== undefined &&
    !near?.parts?.some(part => part.kind === 'magnitude') &&
    (attached || !/^[a-jl-z]$/.test(near?.text ?? '')) &&
    !/^\p{L}/u.test(text[it.ends[to] ?? 0] ?? '')
  )
    return { value: value * short, half: half * short, to: to + 1, fraction: false, words: false };
  const more = magnitudesAt(it, to, value, half, below);
  return more && { ...more, fraction, words: false };
}

/** Groups of a number at the most, eighteen digits: a longer series is a list, and no number that can be told exactly. */
const GROUPS = 6;

/** After “40 000” or “40 000,5”: the groups of three digits that follow, each after one space. */
function groupsAt(it: Tokens, at: number): number {
  const { tokens } = it;
  if (!/^\d{1,3}$/.test((tokens[at] as Word).text)) return at + 1;
  let to = at + 1;
  while (to - at <= GROUPS && isGroup(tokens[to]) && gap(it, to) === ' ') {
    to += 1;
    if ((tokens[to - 1] as Word).text.length > 3) return to;
  }
  return to - at > GROUPS ? at + 1 : to;
}

function isGroup(word: Word | undefined): boolean {
  return word?.number === true && word.text.length >= 3 && /^\d{3}(?:[.,]\d+)?$/.test(word.text);
}

/** 9/11 and 24/7 are no fractions. */
function isDenominator(value: number): boolean {
  return (value > 1 && value <= 10) || [12, 16, 20, 25, 32, 50, 64, 100].includes(value);
}

/** “4/5” as a part of a mixed number. */
function fractionAt(it: Tokens, at: number): { value: number; to: number } | null {
  const [above, slash, below] = [it.tokens[at], it.tokens[at + 1], it.tokens[at + 2]];
  if (!above?.number || slash?.text !== '/' || !below?.number || !touches(it, at + 1) || !touches(it, at + 2))
    return null;
  const [a, b] = [Number(above.text), Number(below.text)];
  return a > 0 && a < b ? { value: a / b, to: at + 3 } : null;
}

/** “4 thousand 3 hundred and 21”, “3 million and a half”: what multiplies a number in digits, and what is added. */
function magnitudesAt(
  it: Tokens,
  from: number,
  value: number,
  half: number,
  below: number,
): { value: number; half: number; to: number } | null {
  const joint = jointAt(it, from);
  if (joint) return { value: value * joint, half: half * joint, to: from + 2 };
  let at = from;
  let [total, scale] = [value, Number.POSITIVE_INFINITY];
  let rest = half;
  for (let magnitude = magnitudeOf(it, at); magnitude !== null; magnitude = magnitudeOf(it, at)) {
    total *= magnitude;
    rest *= magnitude;
    scale = magnitude;
    at += 1;
  }
  if (scale === Number.POSITIVE_INFINITY) return { value: total, half: rest, to: at };
  if (scale >= below) return null;
  const joined = kindAt(it, at) === 'joiner' ? at + 1 : at;
  const part = joined > at ? partAt(it, joined) : null;
  if (part) {
    const more = magnitudeOf(it, part.to);
    return more === null
      ? { value: total + part.value * scale, half: 0, to: part.to }
      : { value: total + part.value * more, half: 0, to: part.to + 1 };
  }
  const words = joined > at && it.tokens[joined]?.parts ? wordsAt(it, joined) : null;
  if (words && !words.fraction && words.value > 0 && words.value < scale && scale <= 1000)
    return { value: total + words.value, half: words.half, to: words.to };
  const next = it.tokens[joined];
  if (next?.number && gap(it, at) === ' ') {
    const more = digitsAt(it, joined, scale);
    if (
      more &&
      more.value < scale &&
      more.value > 0 &&
      (joined > at ? more.to === joined + 1 && scale <= 1000 : more.to > joined + 1)
    )
      return { value: total + more.value, half: more.half, to: more.to };
  }
  return { value: total, half: rest, to: at };
}

/** “a half”, “three quarters”. */
function partAt(it: Tokens, at: number): { value: number; to: number } | null {
  const above = it.tokens[at]?.parts;
  const [one] = above ?? [];
  const begin = above?.length === 1 && (one?.kind === 'article' || one?.kind === 'one') ? at + 1 : at;
  const below = it.tokens[begin]?.parts;
  if (below?.length !== 1 || below[0]?.kind !== 'fraction') return null;
  return { value: (begin > at && one?.kind === 'one' ? one.value : 1) / below[0].value, to: begin + 1 };
}

/** What “-million” and “-million-a-year” multiply by; null where there is none. */
function jointAt(it: Tokens, at: number): number | null {
  const word = it.tokens[at + 1];
  if (it.tokens[at]?.text !== '-' || gap(it, at) !== '' || gap(it, at + 1) !== '') return null;
  const times = magnitudeOf(it, at + 1) ?? word?.counted?.value ?? 0;
  return times >= 1000 && times % 1000 === 0 ? times : null;
}

function kindAt(it: Tokens, at: number): NumberPart['kind'] | undefined {
  const parts = it.tokens[at]?.parts;
  return parts?.length === 1 ? parts[0]?.kind : undefined;
}

function magnitudeOf(it: Tokens, at: number): number | null {
  const parts = it.tokens[at]?.parts;
  return parts?.length === 1 && parts[0]?.kind === 'magnitude' ? parts[0].value : null;
}
