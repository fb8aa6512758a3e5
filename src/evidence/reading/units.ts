/** What is counted: the words after a number up to a plural, at most four, or none. */
import { classId, classSet } from '#evidence/reading/classes.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import { magnitudeIn, type Quantity } from '#evidence/reading/quantities.ts';
import type { Token, Tokens } from '#evidence/reading/tokens.ts';

export interface UnitFound {
  readonly text: string;
  readonly to: number;
}

const OF = classId('of');
const BAD_UNIT = classSet(
  'be have modal coordinator subordinator preposition that relative pronoun possessive determiner to as by for of adverb clitic question negation genitive',
);
/** Tokens of the name of what is counted. */
const LONGEST_UNIT = 4;

export function unitOf(it: Tokens, quantity: Quantity): UnitFound | null {
  if (quantity.percent) return null;
  const { word } = it.tokens[quantity.to - 1] as Token;
  if (quantity.money)
    return quantity.money === 'XXX' && word.letters ? { text: word.lower, to: quantity.to } : null;
  // “three million of patients”, as Spanish and Portuguese have it
  const large = magnitudeIn(it, quantity) > 1 || quantity.value >= 1e6;
  return unitAt(it, quantity.to + (large && it.classes[quantity.to] === OF ? 1 : 0));
}

export function unitAt(it: Tokens, at: number): UnitFound | null {
  const words: Token[] = [];
  for (let index = at; index < at + LONGEST_UNIT; index += 1) {
    if (!isUnit(it, index)) break;
    const token = it.tokens[index] as Token;
    words.push(token);
    if (token.word.lower.endsWith('s') && !token.word.capital) break;
  }
  const plural = words.findLastIndex(({ word }) => word.lower.endsWith('s'));
  const used = plural >= 0 ? words.slice(0, plural + 1) : words.slice(0, 1);
  return used.length > 0
    ? { text: used.map(({ word }) => word.lower).join(' '), to: at + used.length }
    : null;
}

export function isUnit({ lexicon, tokens, classes }: Tokens, at: number): boolean {
  const word = tokens[at]?.word;
  return (
    word?.letters === true &&
    !lexicon.notUnits.has(word.lower) &&
    BAD_UNIT[classes[at] as number] !== 1 &&
    !lexicon.monthNumbers.has(word.lower) &&
    phraseAt(lexicon.per, tokens, at) === null
  );
}
