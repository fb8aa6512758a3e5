/**
 * What kind of token a word is: the closed classes of a language, the kinds of cue, and for an open word what its
 * capital or its ending shows. Scores are learned over these classes, so what is learned of one language helps another.
 */
const CLASSES = [
  'edge', // before the first and after the last token
  'comma',
  'stop',
  'colon',
  'semicolon',
  'dash',
  'bracket-open',
  'bracket-close',
  'quote-open',
  'quote-close',
  'sign',
  'number',
  'word',
  'capital',
  'determiner',
  'possessive',
  'pronoun',
  'relative',
  'that',
  'question',
  'coordinator',
  'subordinator',
  'preposition',
  'of',
  'by',
  'to',
  'as',
  'for',
  'be',
  'have',
  'modal',
  'negation',
  'adverb',
  'adverb-ly',
  'time',
  'genitive',
  'ing',
  'past',
  'finite',
  'infinitive',
  'noun',
  'plural',
  'body',
  'person',
  'clitic',
  'cue-say',
  'cue-ask',
  'cue-judge',
  'cue-label',
  'cue-show',
  'cue-think',
  'cue-want',
  'cue-seem',
  'cue-act',
  'cue-noun',
  'cue-according',
] as const;

const ids = new Map<string, number>(CLASSES.map((name, id) => [name, id]));
const WORD = ids.get('word') as number;

/** The id of a class; a name that is none of them is an open word. */
export const classId = (name: string): number => ids.get(name) ?? WORD;

/** A set of classes, named with spaces between, as one byte for each class. */
export function classSet(names: string): Uint8Array {
  const set = new Uint8Array(CLASSES.length);
  for (const name of names.split(' ')) set[classId(name)] = 1;
  return set;
}

export const CLASS_COUNT = CLASSES.length;
export const FIRST_CUE = classId('cue-say');
export const kindOfCue = (id: number): string => (CLASSES[id] ?? 'word').slice('cue-'.length);
