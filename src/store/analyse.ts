/**
 * Text to search terms, the same for both stores: words, each as its stem and as its surface form, case and
 * accents folded. A query is stemmed in all three languages, since nobody says in which one they ask.
 */
import { createRequire } from 'node:module';

interface Stemmer {
  stem(word: string): string;
}

// the package is CommonJS without types
const snowball: { newStemmer(language: string): Stemmer } = createRequire(import.meta.url)(
  'snowball-stemmers',
);

const STEMMERS: Readonly<Record<string, Stemmer>> = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  pt: snowball.newStemmer('portuguese'),
};

export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const KNOWN = new Map<string, string>();
const FORMS = new Map<string, readonly string[]>();
/** Stems remembered: enough for the words of a large dossier, bounded all the same. */
const REMEMBERED = 200_000;

export function tokens(text: string): Token[] {
  return Array.from(text.matchAll(WORD), match => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The terms of one word in one language: its stem with and without accents, and its surface form. */
export function termsOf(word: string, language: string): string[] {
  const lower = word.toLowerCase();
  const surface = fold(lower);
  // whoever types no accents gets another stem: both are kept
  const stems = [stemOf(lower, language), surface === lower ? '' : stemOf(surface, language)];
  return [...new Set([...stems, surface])].filter(term => term !== '');
}

/** Every term a word of a query may stand for; remembered, since highlighting asks it of every word shown. */
export function queryTerms(word: string): readonly string[] {
  const known = FORMS.get(word);
  if (known) return known;
  const all = [...new Set(Object.keys(STEMMERS).flatMap(language => termsOf(word, language)))].sort();
  if (FORMS.size >= REMEMBERED) FORMS.clear();
  FORMS.set(word, all);
  return all;
}

/** Case and accents folded to `[a-z0-9]`; other scripts keep their letters. */
export function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One string for the index: for each word its terms. */
export function indexText(text: string, language: string): string {
  return tokens(text)
    .map(token => termsOf(token.word, language).join(' '))
    .join(' ');
}

function stemOf(word: string, language: string): string {
  const key = `${language}:${word}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const stemmer = STEMMERS[language.slice(0, 2)];
  const stem = stemmer ? fold(stemmer.stem(language.startsWith('pt') ? plural(word) : word)) : fold(word);
  if (KNOWN.size >= REMEMBERED) KNOWN.clear();
  KNOWN.set(key, stem);
  return stem;
}

/** Portuguese plurals in -ões and -ães are those of -ão, which the stemmer does not know. */
function plural(word: string): string {
  return word.replace(/(?:ões|ães)$/u, 'ão');
}
