/** Where: names of countries and of their people, to ISO 3166 codes of three letters. */
import { phraseAt } from '#evidence/reading/phrases.ts';
import { placed, type Sentence, type Tokens } from '#evidence/reading/tokens.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';

export interface PlaceFound {
  readonly start: number;
  readonly end: number;
  /** ISO 3166-1 alpha-3. */
  readonly place: string;
  /** A country by its name, or by a word for its people: “Kenyan”. */
  readonly by: 'name' | 'people';
}

export function placesIn(it: Tokens, { from, to }: Sentence): PlaceFound[] {
  const found: PlaceFound[] = [];
  for (let at = from; at < to; at += 1) {
    if (((it.begins[at] as number) & BEGINS.place) === 0) continue;
    const word = it.tokens[at] as Word;
    const name = word.capital ? phraseAt(it.lexicon.countries, it.tokens, at) : null;
    const people =
      name || (!word.capital && it.lexicon.capitalPeople) ? null : it.lexicon.peoples.get(word.lower);
    const match = name ?? (people ? { value: people, length: 1 } : null);
    if (!match || at + match.length > to) continue;
    found.push({
      ...placed(it, { from: at, to: at + match.length }),
      place: match.value,
      by: name ? 'name' : 'people',
    });
    at += match.length - 1;
  }
  return found;
}
