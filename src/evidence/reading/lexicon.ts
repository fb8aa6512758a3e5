/** What reading knows of one language, compiled from plain data once. A missing list is an empty one. */

export interface Lexicon {
  readonly language: string;
  readonly functionWords: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly sayVerbs: ReadonlySet<string>;
  readonly needsThat: ReadonlySet<string>;
  readonly asVerbs: ReadonlySet<string>;
  readonly ofVerbs: ReadonlySet<string>;
  readonly forVerbs: ReadonlySet<string>;
  readonly bareVerbs: ReadonlySet<string>;
  readonly nounCues: ReadonlySet<string>;
  readonly according: readonly string[][];
  readonly distancing: ReadonlySet<string>;
  readonly endorsing: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  readonly as: ReadonlySet<string>;
  readonly pronouns: Readonly<Record<string, string>>;
  readonly boundaries: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly decimal: string;
  readonly ones: Readonly<Record<string, number>>;
  readonly magnitudes: Readonly<Record<string, number>>;
  readonly plurals: readonly (readonly [words: string[], low: number, high: number])[];
  readonly comparators: readonly (readonly [words: string[], comparator: string])[];
  readonly near: ReadonlySet<string>;
  readonly between: readonly (readonly [string, string])[];
  readonly percent: ReadonlySet<string>;
  readonly currencies: Readonly<Record<string, string | null>>;
  readonly per: readonly (readonly [words: string[], per: string])[];
  readonly months: ReadonlySet<string>;
  readonly notUnits: ReadonlySet<string>;
  readonly notQuantities: ReadonlySet<string>;
  readonly bearings: readonly Pattern[];
  readonly negations: ReadonlySet<string>;
}

export interface Pattern {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  readonly groups: readonly RegExp[];
}

type Raw = Readonly<Record<string, unknown>>;

const compiled = new WeakMap<object, Lexicon>();

/** The lexicon of raw data, compiled on first use. */
export function lexiconOf(language: string, raw: unknown): Lexicon {
  const data: Raw = typeof raw === 'object' && raw !== null ? (raw as Raw) : EMPTY;
  const known = compiled.get(data);
  if (known) return known;
  const lexicon = compile(language, data);
  compiled.set(data, lexicon);
  return lexicon;
}

const EMPTY: Raw = {};

function compile(language: string, raw: Raw): Lexicon {
  const list = (key: string) =>
    Array.isArray(raw[key]) ? (raw[key] as unknown[]).map(it => String(it)) : [];
  const set = (key: string) => new Set(list(key).map(it => it.toLowerCase()));
  const map = <T>(key: string) => (raw[key] ?? {}) as Readonly<Record<string, T>>;
  const words = (phrase: string) => phrase.toLowerCase().split(' ');
  const phrases = (key: string) =>
    Object.entries(map<string[]>(key))
      .flatMap(([value, all]) => all.map((phrase): [string[], string] => [words(phrase), value]))
      .sort((a, b) => b[0].length - a[0].length);
  return {
    language,
    functionWords: set('functionWords'),
    auxiliaries: set('auxiliaries'),
    sayVerbs: set('sayVerbs'),
    needsThat: set('needsThat'),
    asVerbs: set('asVerbs'),
    ofVerbs: set('ofVerbs'),
    forVerbs: set('forVerbs'),
    bareVerbs: set('bareVerbs'),
    nounCues: set('nounCues'),
    according: list('according')
      .map(words)
      .sort((a, b) => b.length - a.length),
    distancing: set('distancing'),
    endorsing: set('endorsing'),
    that: set('that'),
    by: set('by'),
    as: set('as'),
    pronouns: map('pronouns'),
    boundaries: set('boundaries'),
    determiners: set('determiners'),
    bodies: set('bodies'),
    roles: set('roles'),
    particles: set('particles'),
    abbreviations: set('abbreviations'),
    decimal: String(raw.decimal ?? '.'),
    ones: map('ones'),
    magnitudes: map('magnitudes'),
    plurals: Object.entries(map<[number, number]>('plurals'))
      .map(([phrase, [low, high]]): [string[], number, number] => [words(phrase), low, high])
      .sort((a, b) => b[0].length - a[0].length),
    comparators: phrases('comparators'),
    near: set('near'),
    between: list('between').map(it => it.split(',') as [string, string]),
    percent: set('percent'),
    currencies: map('currencies'),
    per: phrases('per'),
    months: set('months'),
    notUnits: set('notUnits'),
    notQuantities: set('notQuantities'),
    bearings: (
      (raw.bearings ?? []) as { element: string; direction: Pattern['direction']; all: string[][] }[]
    ).map(it => ({
      element: it.element,
      direction: it.direction,
      groups: it.all.map(alternatives),
    })),
    negations: set('negations'),
  };
}

/** One expression for a group of alternatives; `*` stands for any ending. */
function alternatives(group: readonly string[]): RegExp {
  const parts = group.map(it =>
    it
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\\\*/g, '[\\p{L}\\p{N}]*')
      .replace(/ /g, '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
