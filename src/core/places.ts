/** Places: ISO 3166 alpha-3 codes, `WLD` for all hosts together, or a named region inside a country (`ITA/Calabria`). */

export const WORLD = 'WLD';

const shape = /^[A-Z]{3}(\/[^/\r\n]{1,80})?$/;

export function isPlace(text: string): boolean {
  return shape.test(text);
}

export function countryOf(place: string): string {
  return place.slice(0, 3);
}

/** True where `place` is `scope` or a region inside it: what holds in Calabria holds in Italy, not the reverse. */
export function placeWithin(place: string, scope: string): boolean {
  return place === scope || (scope.length === 3 && countryOf(place) === scope);
}
