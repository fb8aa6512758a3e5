/** Where quoted words stand in a piece of text: space and the shape of quotation marks may differ, letters may not. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Null where the words are not there, or there more than once: which was meant cannot be told. */
export function anchorIn(text: string, quote: string): Span | null {
  const [first, second] = placesOf(text, quote);
  return first && !second ? first : null;
}

/** Of all places of the words the one nearest to `at`. */
export function nearest(text: string, quote: string, at: number): Span | null {
  return placesOf(text, quote).reduce<Span | null>(
    (best, it) => (best && Math.abs(best.start - at) <= Math.abs(it.start - at) ? best : it),
    null,
  );
}

/** No word is quoted so often that more of its places would help. */
const MOST = 200;

function placesOf(text: string, quote: string): Span[] {
  const wanted = folded(quote.trim()).folded;
  if (wanted === '') return [];
  const { folded: body, starts } = folded(text);
  const places: Span[] = [];
  for (let at = body.indexOf(wanted); at >= 0 && places.length < MOST; at = body.indexOf(wanted, at + 1)) {
    const [start, last] = [starts[at] ?? 0, starts[at + wanted.length - 1] ?? 0];
    if (isWhole(text, start, last + 1)) places.push({ start, end: last + 1 });
  }
  return places;
}

/** Not in the midst of a word. */
function isWhole(text: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const cut = (at: number) => letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
  return !cut(start) && !cut(end);
}

/** One space for any run of it, straight quotation marks; where each unit stood. */
function folded(text: string): { folded: string; starts: number[] } {
  let result = '';
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] as string;
    const is = /\s/.test(unit) ? ' ' : /[“”„«»]/.test(unit) ? '"' : /[‘’]/.test(unit) ? "'" : unit;
    if (is === ' ' && result.endsWith(' ')) continue;
    result += is;
    starts.push(at);
  }
  return { folded: result, starts };
}
