/** What is made of a file: its text, and what it tells of itself. Plain data. */

/** What a file says of how it was taken: not our own knowledge. */
export interface Capture {
  /** ISO 8601 in UTC. */
  readonly at: string | null;
  readonly url: string | null;
  /** In words: with what, and what of it was verified. */
  readonly how: string;
}

/** A file that came inside another; it becomes a source of its own. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly capture?: Capture;
}

/** As far as the file tells; `date` is a partial date, `lang` a BCP 47 code. */
export interface FileAbout {
  readonly author?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly lang?: string;
  readonly url?: string;
}

export interface Extracted {
  readonly mediaType: string;
  readonly text: string;
  /** Program and version, as it is recorded. */
  readonly extractor: string;
  /** Start offsets of pages 2, 3, …; empty where the text has no pages. */
  readonly pages: readonly number[];
  readonly title: string | null;
  readonly parts: readonly Part[];
  readonly capture: Capture | null;
  readonly about: FileAbout;
}

export interface ExtractOptions {
  /** Languages in which pictures of text are read; absent: they are not. */
  readonly ocr?: readonly ('en' | 'es' | 'pt')[];
}

export type Reader = (bytes: Uint8Array, name: string, options: ExtractOptions) => Promise<Extracted>;
