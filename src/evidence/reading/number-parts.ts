/** What single words are within a number in words: parts, also of words that are several in one. */
/** One part of a number in words; “twenty-one” has two. */
export interface NumberPart {
  readonly kind:
    | 'one'
    | 'magnitude'
    | 'fraction'
    | 'joiner'
    | 'article'
    | 'point'
    | 'denominator'
    | 'ordinal';
  readonly value: number;
}

/** What a word is within a number in words; null where it is none. */
export function partsOf(
  lower: string,
  find: (word: string) => NumberPart | undefined,
): readonly NumberPart[] | null {
  const whole = find(lower);
  if (whole) return [whole];
  if (!lower.includes('-')) return null;
  const parts = lower.split('-').map(find);
  if (!parts.every(part => part !== undefined)) return null;
  // “twenty-firsts”, “twenty-fifths”: parts of twenty-one, of twenty-five
  const [tens, last] = parts.slice(-2);
  if (tens?.kind === 'one' && isTens(tens.value) && last && isOrdinal(last))
    return [...parts.slice(0, -2), { kind: 'fraction', value: tens.value + last.value }];
  return parts.some(part => part.kind === 'ordinal') ? null : parts;
}

export function isTens(value: number): boolean {
  return value >= 20 && value < 100 && value % 10 === 0;
}

export function isOrdinal({ kind, value }: NumberPart): boolean {
  return kind === 'ordinal' || (kind === 'fraction' && value > 2 && value < 10);
}

/** “dosmilésimos”, “treintaicincoavos”: number words in one, and what makes them a denominator. */
export function composed(
  word: string,
  parts: ReadonlyMap<string, NumberPart>,
  ends: ReadonlyMap<string, number>,
): NumberPart | undefined {
  for (const [end, value] of ends) {
    if (word.length <= end.length || !word.endsWith(end)) continue;
    const times = spelled(word.slice(0, -end.length), parts);
    if (times !== null && times > 1) return { kind: 'fraction', value: times * value };
  }
  return undefined;
}

/** Number words without spaces, as a number; null where some of it is none. */
function spelled(text: string, parts: ReadonlyMap<string, NumberPart>): number | null {
  let total = 0;
  for (let rest = text; rest !== ''; ) {
    let length = rest.length;
    while (length > 0 && !ADDED.has(parts.get(rest.slice(0, length))?.kind ?? '')) length -= 1;
    const part = parts.get(rest.slice(0, length));
    if (!part) return null;
    total = part.kind === 'magnitude' ? (total || 1) * part.value : total + part.value;
    rest = rest.slice(length).replace(total >= 20 ? /^[iy](?=.)/ : /^$/, '');
  }
  return total === 0 ? null : total;
}

export const ADDED: ReadonlySet<string> = new Set(['one', 'magnitude']);
