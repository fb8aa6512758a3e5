/** Which language a text is in: whose function words it has most of. */
import { isLatin, patternFor } from '#evidence/reading/letters.ts';
import { isRecord, listIn } from '#evidence/reading/lexicon.ts';

/** Enough words to tell; a longer text is not read to its end for it. */
const SAMPLE = 4000;

const WORDS = patternFor(/\p{L}+/gu);

/** Raw lexicons by code; the first by name where none has a word of the text. */
export function languageOf(text: string, lexicons: Readonly<Record<string, unknown>>): string | undefined {
  const sample = text.slice(0, SAMPLE * 8).toLowerCase();
  const words = sample.match(WORDS(isLatin(sample)))?.slice(0, SAMPLE) ?? [];
  let [chosen, most]: [string | undefined, number] = [undefined, -1];
  for (const language of Object.keys(lexicons).sort()) {
    const raw = lexicons[language];
    const own = new Set(isRecord(raw) ? listIn(raw.functionWords) : []);
    const count = words.filter(word => own.has(word)).length;
    if (count > most) [chosen, most] = [language, count];
  }
  return chosen;
}
