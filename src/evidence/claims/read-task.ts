/** What a thread does for `readApart`: extracts a file, reads its text, and the same with what came inside it. */
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { proposalRows } from '#evidence/claims/proposals.ts';
import type { FailedPart, ReadAsked, ReadFile, ReadTexts } from '#evidence/claims/read-apart.ts';
import { type Reading, read } from '#evidence/reading/reading.ts';
import {
  type Extracted,
  extract,
  extractPart,
  fingerprintOf,
  loadLexicons,
  type Part,
  publishedOn,
  type SourceAbout,
} from '#evidence/sources/sources.ts';

/** An e-mail in an e-mail in an e-mail is read; deeper is not. */
const DEEPEST = 3;
const MOST_PARTS = 1000;

type How = Pick<ReadAsked, 'options' | 'keep'>;

let lexicons: ReturnType<typeof loadLexicons> | undefined;

export async function readTask({ bytes, name, about, ...how }: ReadAsked): Promise<ReadFile> {
  return readWhole({ bytes, name }, about, how, DEEPEST);
}

/** For who only looks: the text and what reading finds, no rows. */
export async function lookTask({ bytes, name, about, options }: ReadAsked): Promise<ReadTexts> {
  const { parts: _, ...extracted } = await extract(bytes, name, options);
  return { file: sha256(bytes), extracted, reading: await readingOf(extracted, about) };
}

async function readWhole(file: Part, about: SourceAbout, how: How, depth: number): Promise<ReadFile> {
  const { bytes, name } = file;
  const { parts, ...extracted } = await extractPart(file, how.options);
  const inside: (ReadFile | FailedPart)[] = [];
  // what is said of the file is not said of what came in it
  for (const part of depth > 0 ? parts.slice(0, MOST_PARTS) : [])
    inside.push(await readPart(part, how, depth - 1));
  const reading = await readingOf(extracted, about);
  return {
    file: sha256(bytes),
    name,
    bytes,
    language: reading.language,
    extracted,
    textHash: sha256(extracted.text),
    proposals: proposalRows('', reading),
    fingerprint: fingerprintOf(extracted.text),
    ...(how.keep ? { reading } : {}),
    parts: inside,
  };
}

/** What cannot be read inside of a file does not stop the rest. */
async function readPart(part: Part, how: How, depth: number) {
  try {
    return await readWhole(part, {}, how, depth);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { name: part.name, problem: error.code, details: error.details };
  }
}

async function readingOf(extracted: Omit<Extracted, 'parts'>, about: SourceAbout): Promise<Reading> {
  lexicons ??= loadLexicons();
  const language = about.lang ?? extracted.about.lang;
  return read(extracted.text, await lexicons, language, publishedOn(extracted, about));
}
