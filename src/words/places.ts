/** Names of places in three languages: countries as the reader's own language data has them. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { countryOf, WORLD } from '#core/places.ts';
import { type Language, LOCALES, type Sentence } from '#words/language.ts';

const twoLetters = new Map(codes.map(([two, three]) => [three, two] as const));
const numbers = new Map(codes.map(([, three, number]) => [number, three] as const));
const names = new Map<Language, Intl.DisplayNames>();

const world: Sentence = { en: 'all hosts', es: 'todos los países', pt: 'todos os países' };

/** `BRA` → Brazil, `ITA/Calabria` → Calabria, Italy, `WLD` → all hosts; a code nobody knows stays. */
export function placeName(place: string, language: Language): string {
  if (place === WORLD) return world[language];
  const two = twoLetters.get(countryOf(place));
  const known = names.get(language) ?? new Intl.DisplayNames(LOCALES[language], { type: 'region' });
  names.set(language, known);
  const country = two === undefined ? countryOf(place) : (known.of(two) ?? countryOf(place));
  return place.length > 3 ? `${place.slice(4)}, ${country}` : country;
}

/** The three-letter code of an ISO 3166 number, as maps have it. */
export function placeOfNumber(number: string): string | undefined {
  return numbers.get(number.padStart(3, '0'));
}
