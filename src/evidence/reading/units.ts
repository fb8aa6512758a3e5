/** What is counted: the words after a number up to a plural, at most four, or none. */
import { classId, classSet } from '#evidence/reading/classes.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import type { Quantity } from '#evidence/reading/quantities.ts';
import { type Tokens, touches } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

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
  if (quantity.counted && !quantity.money) return { text: quantity.counted, to: quantity.to };
  const word = it.tokens[quantity.to - 1] as Word;
  if (quantity.money)
    return quantity.money === 'XXX' && word.letters ? { text: word.lower, to: quantity.to } : null;
  // “three million of patients”, as Spanish and Portuguese have it
  const large = quantity.magnitude > 1 || quantity.value >= 1e6;
  return unitAt(it, quantity.to + (large && it.classes[quantity.to] === OF ? 1 : 0));
}

export function unitAt(it: Tokens, at: number): UnitFound | null {
  const joined = hyphenAt(it, at);
  if (joined) return joined;
  const words: Word[] = [];
  for (let index = at; index < at + LONGEST_UNIT; index += 1) {
    if (!isUnit(it, index)) break;
    const word = it.tokens[index] as Word;
    words.push(word);
    if (isPlural(it, word) && !word.capital) break;
  }
  const plural = words.findLastIndex(word => isPlural(it, word));
  const used = plural >= 0 ? words.slice(0, plural + 1) : words.slice(0, 1);
  return used.length > 0 ? { text: used.map(word => word.lower).join(' '), to: at + used.length } : null;
}

/** “12-hour”, “68-year-old”. */
function hyphenAt(it: Tokens, at: number): UnitFound | null {
  const { tokens, lexicon } = it;
  const word = tokens[at + 1];
  const tight = tokens[at]?.text === '-' && touches(it, at) && touches(it, at + 1);
  if (phraseAt(lexicon.after, tokens, at) || phraseAt(lexicon.per, tokens, at)) return null;
  return tight && word?.letters && word.text.length > 1 ? { text: word.lower, to: at + 2 } : null;
}

function isPlural({ lexicon }: Tokens, word: Word): boolean {
  return word.lower.endsWith('s') && !lexicon.notPlural.some(end => word.lower.endsWith(end));
}

export function isUnit({ lexicon, tokens, classes }: Tokens, at: number): boolean {
  const word = tokens[at];
  return (
    word?.letters === true &&
    !lexicon.notUnits.has(word.lower) &&
    BAD_UNIT[classes[at] as number] !== 1 &&
    !lexicon.monthNumbers.has(word.lower) &&
    phraseAt(lexicon.per, tokens, at) === null
  );
}
