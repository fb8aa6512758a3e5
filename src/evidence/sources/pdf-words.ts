/**
 * What a page prints, as words with their place: points, origin top left, already turned the way the page is shown.
 * Pure: from the runs of a PDF's text layer. A run's words share its width by how wide letters usually are.
 */

/** A run of letters as the PDF gives it, with its matrix in page coordinates. */
export interface Run {
  readonly text: string;
  /** Along the writing direction, in points. */
  readonly width: number;
  readonly matrix: readonly number[];
  readonly font: string;
}

export interface Word {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the letters, in points. */
  readonly size: number;
  readonly font: string;
  /** Whether white space is written before it. */
  readonly spaced: boolean;
  /** Whole degrees clockwise by which its line is turned. */
  readonly angle: number;
}

/** More words than any honest page has; the rest of the page is left out. */
const MAX_WORDS = 50_000;

/** Words in the order they are written; those outside the page are not printed and are left out. */
export function wordsOf(runs: Iterable<Run>, width: number, height: number): Word[] {
  const words: Word[] = [];
  let spaced = true;
  for (const run of runs) {
    if (run.text.trim() === '') {
      spaced ||= run.text !== '';
      continue;
    }
    for (const word of split(run, spaced)) if (isOn(word, width, height)) words.push(word);
    spaced = /\s$/.test(run.text);
    if (words.length > MAX_WORDS) break;
  }
  return words;
}

function split(run: Run, spacedBefore: boolean): Word[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = run.matrix;
  const length = Math.hypot(a, b);
  const size = Math.hypot(c, d);
  if (![length, size, e, f, run.width].every(Number.isFinite) || size === 0 || length === 0) return [];
  const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
  const [cos, sin] = [a / length, b / length];
  const total = letters(run.text) || 1;
  return Array.from(run.text.matchAll(/\S+/gu), ({ 0: text, index }) => {
    const along = (letters(run.text.slice(0, index)) / total) * run.width;
    const width = (letters(text) / total) * run.width;
    return {
      text: normal(text),
      x: e + along * cos,
      y: f + along * sin,
      width,
      size,
      font: run.font,
      spaced: index > 0 || spacedBefore,
      angle,
    };
  }).filter(it => it.text !== '');
}

const NARROW = /[iíìîïjltfrIJ.,:;!|'’‘`()[\]\s-]/u;
const WIDE = /[mwMW—@%…]/u;
const CAPITAL = /\p{Lu}/u;

/** How wide letters usually are, in widths of a common small one. */
function letters(text: string): number {
  let sum = 0;
  for (const letter of text)
    sum += NARROW.test(letter) ? 0.55 : WIDE.test(letter) ? 1.5 : CAPITAL.test(letter) ? 1.25 : 1;
  return sum;
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
/** Accents that old typesetting writes before their letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¸': '\u0327',
};

/** Ligatures apart, accents on their letters, nothing that cannot be shown; a soft hyphen stays only at the end. */
function normal(text: string): string {
  return text
    .replace(/[ﬀ-ﬆ]/gu, it => LIGATURES[it] ?? it)
    .replace(
      /([´¨ˆ˜¸])([A-Za-zı])/gu,
      (_, accent: string, letter: string) => (letter === 'ı' ? 'i' : letter) + (ACCENTS[accent] ?? ''),
    )
    .replace(/\u00ad(?!$)|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/\p{Cc}/gu, '\ufffd')
    .toWellFormed()
    .normalize('NFC');
}

function isOn(word: Word, width: number, height: number): boolean {
  const reach = word.width + word.size;
  return word.x < width && word.y - word.size < height && word.x + reach > 0 && word.y + reach > 0;
}
