/**
 * Patterns over letters and digits, made twice: for any script, and for the Latin letters that most texts keep to. An
 * engine needs milliseconds to make the tables of `\p{L}`, and next to none to make those of Latin letters.
 */
const LATIN: Readonly<Record<string, string>> = {
  L: 'A-Za-zªµºÀ-ÖØ-öø-ÿ',
  Lu: 'A-ZÀ-ÖØ-Þ',
  Ll: 'a-zµß-öø-ÿ',
  N: '0-9²³¹¼-¾',
  M: '',
};
/** Other than Latin-1, punctuation and signs of currency: letters, digits and accents that `LATIN` leaves out are among them. */
const OTHER = /[^\t\n\r -\u00ff\u2010-\u206f\u20a0-\u20cf]/;

export function isLatin(text: string): boolean {
  return !OTHER.test(text);
}

/** The pattern for a text: the quick one where the text is Latin. Both find the same in it. */
export function patternFor(pattern: RegExp): (latin: boolean) => RegExp {
  const quick = new RegExp(latinised(pattern.source), pattern.flags.replace('u', ''));
  return latin => (latin ? quick : pattern);
}

function latinised(source: string): string {
  let inside = false;
  return source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (part, name: string | undefined) => {
    if (part === '[' || part === ']') inside = part === '[';
    if (name === undefined) return part;
    return inside ? (LATIN[name] ?? '') : `[${LATIN[name] ?? ''}]`;
  });
}
