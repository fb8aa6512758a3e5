/** The three languages of the program, and how a sentence with holes is filled in one of them. */

export const LANGUAGES = ['en', 'es', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in each language; `{name}` is a hole. */
export type Sentence = Readonly<Record<Language, string>>;
export type Holes = Readonly<Record<string, string | number>>;

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/**
 * The sentence in `language`; a hole that nothing fills stays visible as `{name}`. `{name|host|hosts}` is the word
 * that goes with the number: the first for one.
 */
export function say(sentence: Sentence, language: Language, holes: Holes = {}): string {
  return sentence[language].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name, one, many) => {
    const value = holes[name];
    if (value === undefined) return whole;
    if (one !== undefined) return value === 1 ? one : many;
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}

/** What a language is called in another. */
export function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(LOCALES[language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * What was given, as a part of a line: line ends are spaces, and what would command a terminal or turn the order of
 * letters round is shown as �.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** A number as a reader of that language writes it, at most `digits` decimals. */
export function formatNumber(value: number, language: Language, digits = 2): string {
  return numbers(language, { maximumFractionDigits: digits }).format(value);
}

/** From the lowest to the highest; an end that is left open as …. */
export function formatRange(low: number | null, high: number | null, language: Language): string {
  const [from, to] = [low, high].map(it => (it === null ? '…' : formatNumber(it, language)));
  return low === high ? `${from}` : `${from} – ${to}`;
}

/** The same in signs: ≥ and ≤ where an end is left open. */
export function formatBounds(low: number | null, high: number | null, language: Language): string {
  if (low === null) return `≤ ${formatNumber(high ?? 0, language)}`;
  if (high === null) return `≥ ${formatNumber(low, language)}`;
  return formatRange(low, high, language);
}

/** A share from 0 to 1 as a percentage. */
export function formatShare(share: number, language: Language): string {
  return numbers(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Formats are slow to make and long lists ask for the same few: each is made once. */
function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format =
    (made.get(key) as Intl.NumberFormat | undefined) ?? new Intl.NumberFormat(LOCALES[language], options);
  made.set(key, format);
  return format;
}

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format =
    (made.get(key) as Intl.DateTimeFormat | undefined) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  made.set(key, format);
  return format;
}

/** A list in words: “a, b and c”. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(items);
}

export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', pt: 'pt-PT' };

/** The same sentence in English, Spanish and Portuguese. */
export function words(en: string, es: string, pt: string): Sentence {
  return { en, es, pt };
}

/** A partial date as a reader of that language writes it: `2013-08` → Aug 2013. */
export function formatDate(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
  if (day !== undefined) parts.day = 'numeric';
  return dates(language, parts).format(at);
}

/** A period: one date, `from – to`, or with an open end. */
export function formatDates(from: string | null, to: string | null, language: Language): string {
  if (from === null && to === null) return '';
  if (from === to && from !== null) return formatDate(from, language);
  if (to === null) return say(since, language, { date: formatDate(from ?? '', language) });
  if (from === null) return say(until, language, { date: formatDate(to, language) });
  return `${formatDate(from, language)} – ${formatDate(to, language)}`;
}

const since: Sentence = { en: 'since {date}', es: 'desde {date}', pt: 'desde {date}' };
const until: Sentence = { en: 'until {date}', es: 'hasta {date}', pt: 'até {date}' };
