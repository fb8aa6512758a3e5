/**
 * Words of pictures, recognised on this machine: the engine and what it knows of each language are installed with the
 * program, nothing is fetched and nothing is kept. Only when asked: a recognised text is a guess, and its record says so.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Line, Word as Recognised, Worker } from 'tesseract.js';
import type { Picture } from '#evidence/sources/pdf-picture.ts';
import type { Word } from '#evidence/sources/pdf-words.ts';

export const scanLanguages = ['en', 'es', 'pt'] as const;
export type ScanLanguage = (typeof scanLanguages)[number];

const DATA: Readonly<Record<ScanLanguage, string>> = { en: 'eng', es: 'spa', pt: 'por' };
/** Dots an inch: what the engine was trained for. */
export const DPI = 300;
/** Of 100: below it, marks and stains are taken for letters. */
const LEAST = 40;

/** One engine for the pages of a file; started with the first. */
export class Recogniser {
  readonly #languages: readonly ScanLanguage[];
  readonly #pages: number[] = [];
  #worker: Promise<Worker> | undefined;
  #letters = 0;
  /** Sum over letters, 0 to 100 each. */
  #sureness = 0;

  constructor(languages: readonly ScanLanguage[]) {
    this.#languages = [...new Set(languages)];
  }

  /** Words of a picture that shows a page `across` points wide. */
  async words(picture: Picture, across: number, page: number): Promise<Word[]> {
    this.#worker ??= engine(this.#languages);
    const worker = await this.#worker;
    const { data } = await worker.recognize(Buffer.from(picture.png), {}, { blocks: true, text: false });
    const lines = (data.blocks ?? []).flatMap(it => it.paragraphs.flatMap(paragraph => paragraph.lines));
    this.#pages.push(page);
    const words = wordsIn(lines, across / picture.width);
    for (const line of lines)
      for (const it of line.words.filter(isSure)) {
        this.#letters += it.text.length;
        this.#sureness += it.text.length * it.confidence;
      }
    return words;
  }

  /** Engine, languages, pages and how sure it was, as they are recorded; nothing where nothing was recognised. */
  record(): string[] {
    if (this.#pages.length === 0) return [];
    const sureness = this.#letters > 0 ? Math.round(this.#sureness / this.#letters) / 100 : 0;
    return [
      `tesseract/${version()}`,
      this.#languages.join('+'),
      `pages ${this.#pages.join(',')}`,
      `confidence ${sureness}`,
    ];
  }

  async close(): Promise<void> {
    await (await this.#worker?.catch(() => undefined))?.terminate();
  }
}

const isSure = (it: Recognised) => it.confidence >= LEAST && it.text.trim() !== '';

/** The engine's lines may go across columns, and paper lies askew: each word tells its own baseline, laid level. */
function wordsIn(lines: readonly Line[], scale: number): Word[] {
  const usual = median(lines.flatMap(it => it.words.filter(isSure).map(sizeOf)));
  const slope = median(lines.filter(it => it.words.length > 3).map(slopeOf));
  return lines.flatMap(line => {
    const words = line.words.filter(isSure);
    const own = median(words.map(sizeOf));
    // sizes are guessed from few letters: what is about usual is usual
    const size = Math.abs(own - usual) < usual * 0.18 ? usual : own;
    const middle = median(words.map(it => baselinesOf(it, size)[0]));
    return words.map(({ text, bbox, ...word }) => ({
      text: text.replace(/\s+/g, ''),
      x: bbox.x0 * scale,
      y: (baselineOf({ ...word, text, bbox }, size, middle) - slope * bbox.x0) * scale,
      width: (bbox.x1 - bbox.x0) * scale,
      size: Math.max(1, size * scale),
      font: 'scan',
      spaced: true,
      angle: 0,
    }));
  });
}

const UP = /[bdfhklt\p{Lu}\d]/u;
const DOWN = /[gjpqyçQ,;()]/u;

/** By how far up and down the letters reach that a word has. */
function sizeOf({ text, bbox }: Recognised): number {
  return (bbox.y1 - bbox.y0) / ((UP.test(text) ? 0.73 : 0.55) + (DOWN.test(text) ? 0.21 : 0));
}

/** By where the word ends below, and by where it begins above. */
function baselinesOf({ text, bbox }: Recognised, size: number): [number, number] {
  return [bbox.y1 - (DOWN.test(text) ? size * 0.21 : 0), bbox.y0 + size * (UP.test(text) ? 0.73 : 0.55)];
}

/** A box that is too high has taken in a piece of another line, above or below: the end nearer to its line tells. */
function baselineOf(word: Recognised, size: number, middle: number): number {
  const [below, above] = baselinesOf(word, size);
  const isTooHigh = sizeOf(word) > size * 1.2;
  return isTooHigh && Math.abs(above - middle) < Math.abs(below - middle) ? above : below;
}

function slopeOf({ baseline: { x0, x1, y0, y1 } }: Line): number {
  return x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The engine takes what it knows from one folder, and each language is a package: they are brought together for a moment. */
async function engine(languages: readonly ScanLanguage[]): Promise<Worker> {
  const { createWorker } = await import('tesseract.js');
  const langPath = await mkdtemp(join(tmpdir(), 'probanza-scan-'));
  const codes = languages.map(it => DATA[it]);
  try {
    await Promise.all(
      codes.map(it => {
        const file = `${it}.traineddata.gz`;
        const folder = dirname(require.resolve(`@tesseract.js-data/${it}/package.json`));
        return copyFile(join(folder, '4.0.0_best_int', file), join(langPath, file));
      }),
    );
    return await createWorker(codes, 1, { langPath, cacheMethod: 'none', errorHandler: () => undefined });
  } finally {
    await rm(langPath, { recursive: true, force: true });
  }
}

const require = createRequire(import.meta.url);

function version(): string {
  const { version } = require('tesseract.js/package.json') as { version: string };
  return version;
}
