/** Figures: numbers with what they allow (low, high), comparator, unit and currency. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import type { Sentence, Token } from '#evidence/reading/tokens.ts';

export type Comparator = 'exactly' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'between';

export interface FigureFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  readonly unit: string | null;
  readonly currency: string | null;
  readonly per: string | null;
  readonly rule: string;
  readonly confidence: number;
}

interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Half of the last digit that is printed: what rounding leaves open. */
  readonly half: number;
  readonly percent: boolean;
  readonly currency: string | null;
}

export function figuresIn(sentence: Sentence, lexicon: Lexicon): FigureFound[] {
  const found: FigureFound[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const figure =
      pluralAt(sentence, at, lexicon) ?? rangeAt(sentence, at, lexicon) ?? singleAt(sentence, at, lexicon);
    if (figure) found.push(figure.found);
    at = figure ? figure.to : at + 1;
  }
  return found;
}

type Found = { found: FigureFound; to: number } | null;

/** “tens of thousands of workers”: 20,000 to 100,000. */
function pluralAt({ tokens }: Sentence, at: number, lexicon: Lexicon): Found {
  const match = lexicon.plurals.find(([words]) =>
    words.every((word, index) => tokens[at + index]?.lower === word),
  );
  const first = tokens[at];
  if (!match || !first) return null;
  const [words, low, high] = match;
  const unit = unitAt(tokens, at + words.length, lexicon);
  const to = unit ? unit.to : at + words.length;
  return {
    found: {
      start: first.start,
      end: tokens[to - 1]?.end ?? first.end,
      value: low,
      low,
      high,
      comparator: 'between',
      unit: unit?.text ?? null,
      currency: null,
      per: null,
      rule: 'plural',
      confidence: 0.7,
    },
    to,
  };
}

/** “between 10 and 20”, “from 10 to 20”, “10–20”. */
function rangeAt({ tokens }: Sentence, at: number, lexicon: Lexicon): Found {
  const opening = lexicon.between.find(([open]) => open === tokens[at]?.lower);
  const first = quantityAt(tokens, opening ? at + 1 : at, lexicon);
  const join = first && tokens[first.to];
  if (!first || !join) return null;
  const joined = opening
    ? join.lower === opening[1]
    : /^[–-]$/.test(join.text) ||
      (join.lower === 'to' && lexicon.between.some(([, close]) => close === 'to'));
  const second = joined ? quantityAt(tokens, first.to + 1, lexicon) : null;
  if (!second || second.value < first.value || isYear(tokens, first, lexicon)) return null;
  const start = tokens[opening ? at : first.from];
  return start
    ? finish(
        tokens,
        start.start,
        second,
        { value: first.value, low: first.value, high: second.value, comparator: 'between' },
        'range',
        lexicon,
        first.currency,
      )
    : null;
}

function singleAt({ tokens }: Sentence, at: number, lexicon: Lexicon): Found {
  const quantity = quantityAt(tokens, at, lexicon);
  const first = quantity && tokens[quantity.from];
  if (!quantity || !first || notQuantity(tokens, quantity, lexicon)) return null;
  const compared = comparatorBefore(tokens, quantity.from, lexicon);
  const start = compared ? (tokens[compared.from]?.start ?? first.start) : first.start;
  const { value, half } = quantity;
  const comparator = (compared?.comparator ?? 'exactly') as Comparator;
  const bounds = {
    exactly: [value, value],
    about: [value - half, value + half],
    'at-least': [value, null],
    'more-than': [value, null],
    'at-most': [null, value],
    'less-than': [null, value],
    between: [value, value],
  }[comparator] as [number | null, number | null];
  return finish(
    tokens,
    start,
    quantity,
    { value, low: bounds[0], high: bounds[1], comparator },
    compared ? 'compared' : 'number',
    lexicon,
    quantity.currency,
  );
}

function finish(
  tokens: readonly Token[],
  start: number,
  last: Quantity,
  range: Pick<FigureFound, 'value' | 'low' | 'high' | 'comparator'>,
  rule: string,
  lexicon: Lexicon,
  currency: string | null,
): Found {
  const money = last.currency ?? currency;
  const unit = last.percent
    ? { text: 'percent', to: last.to }
    : money
      ? null
      : unitAt(tokens, last.to, lexicon);
  const at = unit?.to ?? last.to;
  const per = lexicon.per.find(([words]) => words.every((word, index) => tokens[at + index]?.lower === word));
  const to = per ? at + per[0].length : at;
  const end = tokens[to - 1]?.end ?? 0;
  const confidence = money || last.percent || unit ? 0.9 : 0.5;
  return {
    found: {
      start,
      end,
      ...range,
      unit: unit?.text ?? null,
      currency: money ?? null,
      per: per?.[1] ?? null,
      rule,
      confidence,
    },
    to,
  };
}

/** A number in digits or words at `at`, with its magnitude, percent sign or currency on either side. */
function quantityAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Quantity | null {
  const prefix = currencyOf(tokens[at], lexicon);
  const from = prefix === undefined ? at : at + 1;
  const token = tokens[from];
  if (!token) return null;
  const base = token.kind === 'number' ? numberOf(token.text, lexicon) : wordOf(token, lexicon);
  if (!base) return null;
  let { value, half } = base;
  let to = from + 1;
  for (
    let magnitude = magnitudeOf(tokens[to], lexicon);
    magnitude !== undefined;
    magnitude = magnitudeOf(tokens[to], lexicon)
  ) {
    value *= magnitude;
    half *= magnitude;
    to += 1;
  }
  const percent = isPercent(tokens, to, lexicon);
  const suffix = prefix === undefined && percent === 0 ? currencyOf(tokens[to], lexicon) : undefined;
  if (suffix !== undefined) to += 1;
  // a number word alone (“one of them”) counts only with a magnitude, unit of money or percent
  if (token.kind !== 'number' && to === from + 1 && percent === 0 && !isUnit(tokens[to], lexicon))
    return null;
  return {
    from: at,
    to: to + percent,
    value: round(value),
    half: round(half),
    percent: percent > 0,
    currency: (prefix ?? suffix) || null,
  };
}

/** Binary noise away: 28.1 million is 28100000, not 28100000.000000004. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

/** Digits with grouping and decimal marks by the language and by shape: 1,234.5 and 1.234,5. */
export function numberOf(
  text: string,
  lexicon: Pick<Lexicon, 'decimal'>,
): { value: number; half: number } | null {
  const plain = text.replace(/[\u202f\u00a0]/g, '');
  const marks = plain.replace(/\d/g, '');
  const last = plain.search(/[.,]\d*$/);
  const tail = last < 0 ? '' : plain.slice(last + 1);
  const repeated = marks.length > 1 && marks[0] === marks.at(-1);
  const grouped = tail.length === 3 && (marks.length === 1 ? marks !== lexicon.decimal : repeated);
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

function wordOf(token: Token, lexicon: Lexicon): { value: number; half: number } | null {
  const value = Object.hasOwn(lexicon.ones, token.lower) ? lexicon.ones[token.lower] : undefined;
  return value === undefined ? null : { value, half: 0.5 };
}

function magnitudeOf(token: Token | undefined, lexicon: Lexicon): number | undefined {
  return token && token.kind === 'word' && Object.hasOwn(lexicon.magnitudes, token.lower)
    ? lexicon.magnitudes[token.lower]
    : undefined;
}

function currencyOf(token: Token | undefined, lexicon: Lexicon): string | null | undefined {
  if (!token) return undefined;
  const key = [token.text, token.lower, token.text.toUpperCase()].find(it =>
    Object.hasOwn(lexicon.currencies, it),
  );
  return key === undefined ? undefined : (lexicon.currencies[key] ?? '');
}

function isPercent(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const one = tokens[at]?.lower ?? '';
  if (lexicon.percent.has(one)) return 1;
  return lexicon.percent.has(`${one} ${tokens[at + 1]?.lower ?? ''}`) ? 2 : 0;
}

function comparatorBefore(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { from: number; comparator: string } | null {
  for (const [words, comparator] of lexicon.comparators) {
    const from = at - words.length;
    if (from >= 0 && words.every((word, index) => tokens[from + index]?.lower === word))
      return { from, comparator };
  }
  return null;
}

/** The counted noun: the words after the number up to a plural, at most four, or none. */
function unitAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { text: string; to: number } | null {
  const words: Token[] = [];
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index];
    if (!isUnit(token, lexicon) || !token) break;
    words.push(token);
    if (/s$/.test(token.lower) && !/^\p{Lu}/u.test(token.text)) break;
  }
  const plural = words.findLastIndex(token => /s$/.test(token.lower));
  const used = plural >= 0 ? words.slice(0, plural + 1) : words.slice(0, 1);
  return used.length > 0 ? { text: used.map(token => token.lower).join(' '), to: at + used.length } : null;
}

function isUnit(token: Token | undefined, lexicon: Lexicon): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    !lexicon.notUnits.has(token.lower) &&
    !lexicon.boundaries.has(token.lower) &&
    !lexicon.sayVerbs.has(token.lower)
  );
}

/** Years, days of a month, list numbers and numbers of articles count nothing. */
function notQuantity(tokens: readonly Token[], quantity: Quantity, lexicon: Lexicon): boolean {
  if (quantity.percent || quantity.currency) return false;
  const [before, after] = [tokens[quantity.from - 1], tokens[quantity.to]];
  if (before && (lexicon.months.has(before.lower) || lexicon.notQuantities.has(before.lower))) return true;
  if (after && lexicon.months.has(after.lower)) return true;
  if (quantity.from === 0 && (after?.text === '.' || after?.text === ')')) return true;
  return isYear(tokens, quantity, lexicon);
}

function isYear(
  tokens: readonly Token[],
  { from, to, value, currency, percent }: Quantity,
  lexicon: Lexicon,
): boolean {
  const printed = tokens[to - 1]?.text ?? '';
  if (currency || percent || !/^(?:1[5-9]|20)\d\d$/.test(printed) || to - from !== 1 || value > 2100)
    return false;
  return !isUnit(tokens[to], lexicon) || comparatorBefore(tokens, from, lexicon) === null;
}
