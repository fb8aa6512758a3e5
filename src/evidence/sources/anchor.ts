/**
 * Finds a passage again in another text of its document. *Exact* is only the same words beside the same words; what is
 * like them is *close*, what stands in several places *ambiguous*, and both wait for a person (decision 0011).
 */
import { type Candidate, likeIn } from '#evidence/sources/like.ts';
import { type Normal, normalOf } from '#evidence/sources/normal.ts';
import { MANY, occurrences, type Place } from '#evidence/sources/occurrences.ts';
import { sameSacred } from '#evidence/sources/sacred.ts';
import { agrees, type Sides, sidesOf } from '#evidence/sources/sides.ts';
import { type Passage, type Wanted, wantedOf } from '#evidence/sources/wanted.ts';

export type { Passage } from '#evidence/sources/wanted.ts';
export { widened } from '#evidence/sources/widened.ts';

/** A text made ready to be searched many times; `pages` as in `texts.pages`, as numbers. */
export interface Ready {
  readonly text: string;
  readonly normal: Normal;
  readonly pages: readonly number[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly score: number;
}

export type Found =
  | ({ readonly kind: 'exact' | 'close' } & Span)
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Span[] }
  | {
      readonly kind: 'lost';
      readonly best?: Span;
      /** The best place has other numbers or negations; else it is only too little like the passage. */
      readonly differs: boolean;
    };

/** Below this nothing is called close; measured in decision 0011. */
export const FLOOR = 0.9;
/** What the best place must be ahead of the next. */
export const MARGIN = 0.1;
/** Words shorter than this, in units, are never looked for by likeness. */
const SHORTEST = 8;
/** Words shorter than this move only with the very same surroundings. */
const FEW = 20;
/** A passage that only one side vouches for must be this long, and stand once in both texts. */
const LONG = 40;
/** More candidates than this are nobody's to choose from. */
const SHOWN = 5;

export function readyText(text: string, pages: readonly number[] = []): Ready {
  return { text, normal: normalOf(text), pages };
}

/** Where a passage of a text of `oldLength` units stands in a newer text. */
export function findAnchor(passage: Passage, oldLength: number, ready: Ready): Found {
  const { exact, otherwise } = search(passage, oldLength, ready);
  return exact ?? otherwise();
}

/** The same, only where it is exact: cheap, for many passages of which most are found. */
export function findExact(passage: Passage, oldLength: number, ready: Ready): Span | undefined {
  return search(passage, oldLength, ready).exact;
}

/** Everywhere that words stand in a text, whatever stands around them. */
export function placesOf(exact: string, ready: Ready): { readonly start: number; readonly end: number }[] {
  const passage = { exact, prefix: '', suffix: '', start: 0, end: exact.length, page: null };
  const wanted = wantedOf(passage, exact.length);
  if (wanted.words === '') return [];
  return occurrences(wanted, ready.normal).map(it => spanOf(it, ready));
}

function search(passage: Passage, oldLength: number, ready: Ready) {
  const wanted = wantedOf(passage, oldLength);
  const near = wanted.words === '' ? undefined : nearest(wanted, ready);
  const exact = (it: Place, score: number) => ({ kind: 'exact' as const, ...spanOf(it, ready), score });
  const lost = (): Found => ({ kind: 'lost', differs: false });
  if (near || wanted.words === '') return { exact: near && exact(near, 1), otherwise: lost };
  const places = occurrences(wanted, ready.normal).map(place => rated(place, wanted, ready));
  // beyond that others were not even looked at
  const only = places.length > MANY ? undefined : chosen(places, wanted);
  return { exact: only && exact(only, only.score), otherwise: () => ranked(places, wanted, ready) };
}

/** The one place where the words stand with the same 32 units on both sides, if they stood so once before too. */
function nearest(wanted: Wanted, { normal }: Ready): Place | undefined {
  const { near } = wanted;
  if (near === undefined) return undefined;
  const whole = near.before + wanted.words + near.after;
  const first = normal.text.indexOf(whole);
  if (first < 0 || normal.text.indexOf(whole, first + 1) >= 0) return undefined;
  return occurrences(wanted, normal, first + near.before.length, first + near.before.length)[0];
}

interface Rated extends Candidate {
  readonly sides: Sides;
  /** Whether another place of the old text, with the same words, is vouched for as well by what stands here. */
  readonly contested: boolean;
}

function rated(place: Place, wanted: Wanted, ready: Ready): Rated {
  const end = place.at + wanted.words.length;
  const sides = sidesOf(wanted, ready.normal.text, place.at, end);
  const contested =
    sides.same && wanted.others.some(it => sidesOf(it, ready.normal.text, place.at, end).sum >= sides.sum);
  const candidate = { ...place, length: wanted.words.length, quote: 1 };
  return { ...candidate, sides, contested, score: scoreOf(candidate, sides, wanted, ready) };
}

/** The occurrence that moves by itself: the only one whose neighbours are the old ones. */
function chosen(places: readonly Rated[], wanted: Wanted): Rated | undefined {
  const own = places.filter(it => !it.contested);
  const same = own.filter(it => it.sides.same);
  if (same.length === 1) return same[0];
  // words that stood several times before are told apart by nothing less
  if (wanted.others.length > 0) return undefined;
  if (wanted.words.length < FEW) return undefined;
  const whole = places.filter(it => agrees(it.sides, 'both'));
  if (whole.length === 1) return whole[0];
  if (places.length > 1 || wanted.words.length < LONG) return undefined;
  return places.find(it => agrees(it.sides, 'one'));
}

function ranked(places: readonly Rated[], wanted: Wanted, ready: Ready): Found {
  const like =
    wanted.words.length < SHORTEST
      ? []
      : likeIn(wanted.words, ready.normal.text).filter(
          it => !places.some(place => it.at < place.at + place.length && place.at < it.at + it.length),
        );
  const all = [
    ...places,
    ...like.map(it => {
      const sides = sidesOf(wanted, ready.normal.text, it.at, it.at + it.length);
      return { ...it, score: scoreOf(it, sides, wanted, ready) };
    }),
  ].sort((a, b) => b.score - a.score || a.at - b.at);
  const [best, next] = all;
  if (!best) return { kind: 'lost', differs: false };
  const rivals = all.filter(it => it.score > best.score - MARGIN);
  const several = next !== undefined && rivals.length > 1;
  const span = { ...spanOf(best, ready), score: best.score };
  const words = ready.normal.text.slice(best.at, best.at + best.length);
  if (!sameSacred(wanted.words, words)) return { kind: 'lost', best: span, differs: true };
  if (several && (best.score >= FLOOR || next.quote === 1))
    return {
      kind: 'ambiguous',
      candidates: rivals.slice(0, SHOWN).map(it => ({ ...spanOf(it, ready), score: it.score })),
    };
  return best.score >= FLOOR ? { kind: 'close', ...span } : { kind: 'lost', best: span, differs: false };
}

/** The words count most, then what stands around them; place and page only tell equals apart. */
function scoreOf(it: Omit<Candidate, 'score'>, sides: Sides, wanted: Wanted, ready: Ready): number {
  const at = ready.normal.from[it.at] ?? 0;
  const expected = wanted.share * ready.text.length;
  const page = ready.pages.length > 0 ? 1 + ready.pages.filter(start => start <= at).length : null;
  const parts: [weight: number, value: number | null][] = [
    [50, it.quote],
    [20, sides.before],
    [20, sides.after],
    [2, 1 - Math.abs(at - expected) / Math.max(1, ready.text.length)],
    [2, wanted.page === null || page === null ? null : wanted.page === page ? 1 : 0],
  ];
  const known = parts.filter((part): part is [number, number] => part[1] !== null);
  const sum = known.reduce((total, [weight, value]) => total + weight * value, 0);
  return Math.round((sum / known.reduce((total, [weight]) => total + weight, 0)) * 1000) / 1000;
}

function spanOf(it: { at: number; length: number }, { normal }: Ready): { start: number; end: number } {
  const last = it.at + it.length - 1;
  return { start: normal.from[it.at] ?? 0, end: normal.to[last] ?? 0 };
}
