/** Pages saved by a browser or by SingleFile carry, in a comment, from where and when they were taken. */
import type { Capture } from '#evidence/sources/extracted.ts';
import { webAddress } from '#evidence/sources/html-about.ts';

/** The comment stands before the page's words. */
const HEAD = 20_000;

export function savedBy(source: string): Capture | null {
  const head = source.slice(0, HEAD);
  return bySingleFile(head) ?? byBrowser(head);
}

function bySingleFile(head: string): Capture | null {
  const comment = /<!--\s*Page saved with SingleFile\s((?:(?!-->)[\s\S]){0,3000})-->/.exec(head)?.[1];
  if (comment === undefined) return null;
  const said = (key: string) => new RegExp(`^\\s*${key}:[ \\t]*(.*)$`, 'm').exec(comment)?.[1]?.trim();
  return {
    at: timeOf(said('saved date')),
    url: webAddress(said('url')) ?? null,
    how: 'saved with SingleFile, as a comment in the page says; not verified',
  };
}

/** `<!-- saved from url=(0023)https://… -->`, as browsers write it since the nineties; it has no time. */
function byBrowser(head: string): Capture | null {
  const url = webAddress(/<!--\s*saved from url=\(\d{4}\)(\S{1,2000})\s*-->/.exec(head)?.[1]);
  return url === undefined
    ? null
    : { at: null, url, how: 'saved by a browser, as a comment in the page says; not verified' };
}

/** ISO 8601 in UTC, of a time in words or digits that names its zone; null where it is none. */
export function timeOf(value: string | undefined): string | null {
  // `Tue Jan 02 2024 12:34:56 GMT+0100 (Central European Standard Time)`
  const plain = (value ?? '')
    .slice(0, 100)
    .replace(/\([^)]*\)/g, '')
    .trim();
  const isZoned = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})$/i.test(plain);
  const time = isZoned ? Date.parse(plain) : Number.NaN;
  const isLikely = time > Date.UTC(1990, 0) && time < Date.UTC(2200, 0);
  return isLikely ? new Date(time).toISOString() : null;
}
