/** Noun phrases beside a cue: what stands between it and a boundary. No parser, so a phrase is what its words allow. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import { isSomebody } from '#evidence/reading/speakers.ts';
import type { Sentence, Token } from '#evidence/reading/tokens.ts';

export function inQuote(it: Sentence, token: Token): boolean {
  return it.quotes.some(quote => token.start > quote.start && token.end < quote.end);
}

/** Start of the noun phrase that ends before `at`, auxiliaries between left out; null where a mark stands there. */
export function subjectStart(it: Sentence, at: number, lexicon: Lexicon): number | null {
  let end = at;
  while (end > 0 && isBetween(it.tokens[end - 1], lexicon)) end -= 1;
  let start = end;
  while (start > 0 && isNominal(it, start - 1, lexicon)) start -= 1;
  while (start < end && it.tokens[start] && lexicon.boundaries.has(it.tokens[start]?.lower ?? '')) start += 1;
  return start < end ? start : null;
}

export function subjectBefore(it: Sentence, at: number, lexicon: Lexicon): Token[] | null {
  const start = subjectStart(it, at, lexicon);
  if (start === null) return appositive(it, at, lexicon);
  let end = at;
  while (end > start && isBetween(it.tokens[end - 1], lexicon)) end -= 1;
  const phrase = it.tokens.slice(start, end);
  return isSomebody(phrase, lexicon) ? phrase : null;
}

/** “X, a member of Y, said”: the phrase before the commas. */
function appositive(it: Sentence, at: number, lexicon: Lexicon): Token[] | null {
  let end = at;
  while (end > 0 && isBetween(it.tokens[end - 1], lexicon)) end -= 1;
  if (it.tokens[end - 1]?.text !== ',') return null;
  const comma = it.tokens.slice(0, end - 1).findLastIndex(token => token.text === ',');
  if (comma < 1 || end - comma > 16) return null;
  const start = subjectStart(it, comma, lexicon);
  const phrase = start === null ? [] : it.tokens.slice(start, comma);
  return isSomebody(phrase, lexicon) ? phrase : null;
}

/** The noun phrase that opens the clause in which `at` stands: the subject of “X did this, saying that”. */
export function headSubject(it: Sentence, at: number, lexicon: Lexicon): Token[] | null {
  const comma = it.tokens.slice(0, at).findLastIndex((token, index) => index < at - 1 && token.text === ',');
  for (const start of [comma + 1, 0]) {
    let end = start;
    while (end < at && isNominal(it, end, lexicon)) end += 1;
    const phrase = it.tokens.slice(start, end);
    if (phrase.length > 0 && isSomebody(phrase, lexicon)) return phrase;
  }
  return null;
}

export function possessor(it: Sentence, at: number, lexicon: Lexicon): Token[] | null {
  const before = it.tokens[at - 1];
  if (!before || !/['’]s$/u.test(before.text)) return null;
  const start = subjectStart(it, at, lexicon);
  const phrase = start === null ? [] : it.tokens.slice(start, at);
  return isSomebody(phrase, lexicon) ? phrase : null;
}

function isBetween(token: Token | undefined, lexicon: Lexicon): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    (lexicon.auxiliaries.has(token.lower) || (token.lower.endsWith('ly') && !/^\p{Lu}/u.test(token.text)))
  );
}

/** Words of a noun phrase: names, determiners, bodies, roles, and the small words between them. */
function isNominal(it: Sentence, index: number, lexicon: Lexicon): boolean {
  const token = it.tokens[index];
  if (token?.kind !== 'word' || inQuote(it, token)) return false;
  if (lexicon.boundaries.has(token.lower) || isBetween(token, lexicon)) return false;
  if (
    /^\p{Lu}/u.test(token.text) ||
    lexicon.determiners.has(token.lower) ||
    lexicon.particles.has(token.lower)
  )
    return true;
  if (lexicon.bodies.has(token.lower) || lexicon.roles.has(token.lower) || token.lower in lexicon.pronouns)
    return true;
  return (
    /^(?:of|for|in|at|on|own|former|senior|top|local|national|federal|foreign|human|rights|medical|health|state)$/.test(
      token.lower,
    ) && index > 0
  );
}

/** Index after the noun phrase that starts at `from`. */
export function phraseEnd(it: Sentence, from: number, lexicon: Lexicon): number {
  let end = from;
  while (end < it.tokens.length && end - from < 14) {
    const token = it.tokens[end];
    if (token?.kind !== 'word' || (lexicon.boundaries.has(token.lower) && token.lower !== 'and')) break;
    if (lexicon.auxiliaries.has(token.lower)) break;
    end += 1;
  }
  return end;
}

/** Index where the clause from `from` ends: at a comma, semicolon or a word that opens another clause. */
export function clauseEnd(it: Sentence, from: number, lexicon: Lexicon): number {
  const end = it.tokens.findIndex((token, index) => {
    if (index <= from || inQuote(it, token)) return false;
    return (
      /^[,;—–]$/.test(token.text) ||
      (lexicon.boundaries.has(token.lower) &&
        !lexicon.as.has(token.lower) &&
        !['and', 'or', 'with', 'y', 'e'].includes(token.lower))
    );
  });
  return end < 0 ? it.tokens.length : end;
}
