/** What reading knows of one language, compiled from plain data once. A missing list is an empty one. */

import type { Weights } from '#evidence/reading/attribution.ts';
import { type BearingWeights, bearingWeights } from '#evidence/reading/bearing-scores.ts';
import type { Pattern } from '#evidence/reading/bearings.ts';
import { classId } from '#evidence/reading/classes.ts';
import type { Comparator } from '#evidence/reading/comparators.ts';
import { composed, type NumberPart } from '#evidence/reading/number-parts.ts';
import { append, type Phrases, phrases, wordsOf } from '#evidence/reading/phrases.ts';
import { BEGINS, hashOf, type TermUse, vocabulary, type Word } from '#evidence/reading/vocabulary.ts';
import type { Unit } from '#evidence/reading/when.ts';

export interface Lexicon {
  readonly language: string;
  /** The word that stands in a text from `start` to `end`. */
  readonly word: (text: string, start: number, end: number) => Word;
  readonly opensSentence: (word: Word) => boolean;
  readonly according: Phrases<true>;
  /** The subject may be left out: “Afirmó que …”. */
  readonly dropsSubject: boolean;
  /** Cues of what is more often thought than said: “support”, “consider”. */
  readonly attitudes: ReadonlySet<string>;
  /** Cues that with “as” are nearly always said: “describe … as”. */
  readonly reactions: ReadonlySet<string>;
  readonly saysAs: ReadonlySet<string>;
  /** “while”: sets what one says against what another says. */
  readonly contrast: ReadonlySet<string>;
  /** Cues whose object is what is asked, never who is asked: “request”, “propose”. */
  readonly takesThing: ReadonlySet<string>;
  /** The ending of a participle; empty where the language has none that joins clauses. */
  readonly participle: string;
  readonly distancing: ReadonlySet<string>;
  readonly endorsing: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, string>;
  readonly feminine: ReadonlySet<string>;
  readonly masculine: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Within the name of a body: “Commission on Human Rights”. */
  readonly bodyParticles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly decimal: string;
  /** “treinta y dos”: the joiner stands within tens. */
  readonly joinsTens: boolean;
  readonly short: ReadonlyMap<string, number>;
  readonly lone: ReadonlySet<string>;
  readonly minus: ReadonlySet<string>;
  /** “in every”, “out of”: between the two numbers of a share. */
  readonly outOf: Phrases<true>;
  readonly but: ReadonlySet<string>;
  /** “only”, “at least”: by last word; before one of these even “one” is a number. */
  readonly singles: Phrases<true>;
  /** “first”, “second”: before a half they make it no share. */
  readonly halfOf: ReadonlySet<string>;
  /** “parte” after a fraction: “tres cuartas partes”. */
  readonly partWords: ReadonlySet<string>;
  /** Quarters that are rooms where there are more than four. */
  readonly rooms: ReadonlySet<string>;
  /** “medio” of “dos años y medio”. */
  readonly halfWords: ReadonlySet<string>;
  /** “tercera”, “quinta”: a share only before such a word. */
  readonly onlyParts: ReadonlySet<string>;
  /** “p.m.”: after a number they make it a time of day. */
  readonly clock: Phrases<true>;
  /** Endings in -s that are no plural. */
  readonly notPlural: readonly string[];
  /** Hundredths of money: cents. */
  readonly minor: ReadonlySet<string>;
  readonly plurals: Phrases<readonly [low: number, high: number]>;
  /** By last word: they stand before the number. */
  readonly comparators: Phrases<Comparator>;
  readonly comparatorsAhead: Phrases<Comparator>;
  readonly after: Phrases<Comparator>;
  /** “than”: what makes “or more” the beginning of another comparison. */
  readonly than: ReadonlySet<string>;
  /** Opening word → the words that join the two ends; the empty word opens nothing. */
  readonly between: ReadonlyMap<string, ReadonlySet<string>>;
  readonly percent: Phrases<true>;
  readonly currencies: Phrases<string>;
  readonly per: Phrases<string>;
  readonly monthNumbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlySet<string>;
  readonly notUnits: ReadonlySet<string>;
  readonly notQuantities: ReadonlySet<string>;
  /** Null where nothing has been learned: then no attribution is proposed. */
  readonly weights: Weights | null;
  /** Log odds from which a cue of a kind is proposed. */
  readonly threshold: (kind: string) => number;
  /** The share that was right among labelled texts with such log odds. */
  readonly confidence: (logOdds: number) => number;
  /** Patterns of bearings by each of their terms. */
  readonly patternsOf: ReadonlyMap<number, readonly Pattern[]>;
  /** Learned beside the patterns; null where nothing was. */
  readonly bearingWeights: BearingWeights | null;
  readonly negations: ReadonlySet<string>;
  /** Negations agree: “no … ningún” is one. */
  readonly concord: boolean;
  /** “not only”: a negation before one of these is none. */
  readonly notNegations: ReadonlySet<string>;
  readonly relative: Phrases<readonly [unit: Unit, count: number]>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly timeUnits: ReadonlyMap<string, Unit>;
  readonly agoBefore: ReadonlySet<string>;
  readonly agoAfter: ReadonlySet<string>;
  readonly since: ReadonlySet<string>;
  readonly until: ReadonlySet<string>;
  /** Words after which four digits are a year. */
  readonly yearBefore: ReadonlySet<string>;
  readonly capitalMonths: boolean;
  readonly capitalPeople: boolean;
  /** Names of countries → ISO 3166-1 alpha-3. */
  readonly countries: Phrases<string>;
  /** Words for their people → ISO 3166-1 alpha-3. */
  readonly peoples: ReadonlyMap<string, string>;
}

/** Marks that open or close a quotation. */
const QUOTATION: ReadonlySet<string> = new Set([...'“”"«»‘’\'„', "''", '``']);

type Raw = Readonly<Record<string, unknown>>;

const compiled = new WeakMap<object, Lexicon>();
const EMPTY: Raw = {};

/** The lexicon of raw data, compiled on first use. */
export function lexiconOf(language: string, raw: unknown, shared?: unknown): Lexicon {
  const data: Raw = isRecord(raw) ? raw : EMPTY;
  const known = compiled.get(data);
  if (known) return known;
  const lexicon = compile(
    language,
    data,
    isRecord(data.learned) ? data.learned : isRecord(shared) ? shared : EMPTY,
    isRecord(shared) ? shared.bearings : null,
  );
  compiled.set(data, lexicon);
  return lexicon;
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listIn(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.map(String) : [];
}

/** Words by stem and ending: `{forms: […], regular: [claim]}` with `endings: {regular: ['', s, ed]}`. */
export function formsOf(raw: unknown, endings: Raw): string[] {
  if (!isRecord(raw)) return listIn(raw);
  return Object.entries(raw).flatMap(([key, stems]) =>
    key === 'forms'
      ? listIn(stems)
      : listIn(stems).flatMap(stem => listIn(endings[key]).map(end => stem + end)),
  );
}

function compile(language: string, raw: Raw, learned: Raw, bearings: unknown): Lexicon {
  const set = (key: string) => new Set(listIn(raw[key]).map(it => it.toLowerCase()));
  const record = (key: string) => (isRecord(raw[key]) ? (raw[key] as Raw) : EMPTY);
  const endings = record('endings');
  const cueEndings = record('cueEndings');
  const classes = new Map<string, number>();
  const put = (words: readonly string[], name: string) => {
    for (const word of words)
      if (!classes.has(word.toLowerCase())) classes.set(word.toLowerCase(), classId(name));
  };
  for (const [name, words] of Object.entries(record('classes'))) put(listIn(words), name);
  for (const [kind, words] of Object.entries(record('cues'))) put(formsOf(words, cueEndings), `cue-${kind}`);
  put(listIn(raw.people), 'person');
  put(listIn(raw.bodies), 'body');
  const suffixes = Object.entries(endings)
    .flatMap(([name, all]) => listIn(all).map((end): [string, number] => [end, classId(name)]))
    .sort((a, b) => b[0].length - a[0].length);
  const terms = termsOf(raw);
  const firstWords = (phrases: readonly string[]) => phrases.map(phrase => wordsOf(phrase)[0] ?? '');
  const keys = (...names: string[]) => firstWords(names.flatMap(name => Object.keys(record(name))));
  const peoples = new Map(
    Object.entries(record('peoples')).flatMap(([code, words]) =>
      formsOf(words, record('peopleEndings')).map((word): [string, string] => [word.toLowerCase(), code]),
    ),
  );
  const according = phrases(listIn(raw.according).map((phrase): [string, true] => [phrase, true]));
  const figures = new Set(keys('plurals', 'currencies'));
  const dates = new Set([
    ...keys('monthNumbers', 'relative', 'weekdays', 'between'),
    ...listIn(raw.agoBefore),
  ]);
  const places = new Set([
    ...firstWords(Object.values(record('countries')).flatMap(listIn)),
    ...peoples.keys(),
  ]);
  const begins = (word: Omit<Word, 'begins'>): number =>
    (word.number || word.parts || word.counted || figures.has(word.lower) ? BEGINS.figure : 0) +
    (word.number || word.parts !== null || dates.has(word.lower) ? BEGINS.date : 0) +
    (places.has(word.lower) ? BEGINS.place : 0) +
    (word.terms === null ? 0 : BEGINS.term) +
    (word.loaded === null ? 0 : BEGINS.label) +
    (according.has(word.lower) ? BEGINS.according : 0) +
    (QUOTATION.has(word.text) ? BEGINS.quotation : 0) +
    (word.letters ? BEGINS.letters : 0);
  const opening = new Set(
    ['determiner', 'pronoun', 'possessive', 'coordinator', 'subordinator', 'preposition'].map(classId),
  );
  return {
    language,
    word: vocabulary({
      classes,
      suffixes,
      clitics: set('clitics'),
      decimal: String(raw.decimal ?? '.'),
      joinsTens: raw.joinsTens === true,
      lone: set('lone'),
      part: numberParts(raw),
      terms: terms.uses,
      loaded: loadedIn(raw),
      begins,
    }),
    opensSentence: word => word.capital && opening.has(word.class),
    according,
    dropsSubject: raw.dropsSubject === true,
    attitudes: new Set(formsOf(raw.attitudes, cueEndings)),
    contrast: set('contrast'),
    reactions: new Set(formsOf(raw.reactions, cueEndings)),
    saysAs: new Set(formsOf(raw.saysAs, cueEndings)),
    takesThing: new Set(formsOf(raw.takesThing, cueEndings)),
    participle: String(raw.participle ?? ''),
    distancing: set('distancing'),
    endorsing: set('endorsing'),
    pronouns: new Map(Object.entries(record('pronouns')).map(([word, kind]) => [word, String(kind)])),
    feminine: set('feminine'),
    masculine: set('masculine'),
    bodies: set('bodies'),
    people: set('people'),
    roles: set('roles'),
    particles: set('particles'),
    bodyParticles: set('bodyParticles'),
    abbreviations: set('abbreviations'),
    decimal: String(raw.decimal ?? '.'),
    joinsTens: raw.joinsTens === true,
    short: numbers(record('short')),
    lone: set('lone'),
    minus: set('minus'),
    outOf: phrases(listIn(raw.outOf).map(phrase => [phrase, true])),
    but: set('but'),
    singles: phrases(
      listIn(raw.singles).map(phrase => [phrase, true]),
      'last',
    ),
    halfOf: set('halfOf'),
    partWords: set('partWords'),
    rooms: set('rooms'),
    halfWords: set('halfWords'),
    onlyParts: set('onlyParts'),
    clock: phrases(listIn(raw.clock).map(phrase => [phrase, true])),
    notPlural: listIn(raw.notPlural),
    minor: set('minor'),
    plurals: phrases(
      Object.entries(record('plurals')).map(([phrase, ends]) => [
        phrase,
        listIn(ends).map(Number) as [number, number],
      ]),
    ),
    comparators: phrases(keyed<Comparator>(record('comparators')), 'last'),
    comparatorsAhead: phrases(keyed<Comparator>(record('comparators'))),
    after: phrases(keyed<Comparator>(record('after'))),
    than: set('than'),
    between: new Map(
      Object.entries(record('between')).map(([open, joins]) => [open, new Set(listIn(joins))]),
    ),
    percent: phrases(listIn(raw.percent).map(phrase => [phrase, true])),
    currencies: phrases(Object.entries(record('currencies')).map(([phrase, code]) => [phrase, String(code)])),
    per: phrases(keyed<string>(record('per'))),
    monthNumbers: numbers(record('monthNumbers')),
    ordinals: set('ordinals'),
    notUnits: set('notUnits'),
    notQuantities: set('notQuantities'),
    weights:
      learned.table instanceof Int8Array ? { table: learned.table, scale: Number(learned.scale) } : null,
    threshold: thresholds(learned.thresholds),
    confidence: steps(learned.calibration),
    patternsOf: patternsIn(raw, terms.ids),
    bearingWeights: bearingWeights(bearings, steps),
    negations: set('negations'),
    concord: raw.concord === true,
    notNegations: set('notNegations'),
    relative: phrases(
      Object.entries(record('relative')).map(([phrase, move]) => [
        phrase,
        [listIn(move)[0] as Unit, Number(listIn(move)[1])] as const,
      ]),
    ),
    weekdays: numbers(record('weekdays')),
    timeUnits: new Map(
      Object.entries(record('timeUnits')).map(([word, unit]) => [word, String(unit) as Unit]),
    ),
    agoBefore: set('agoBefore'),
    agoAfter: set('agoAfter'),
    since: set('since'),
    until: set('until'),
    yearBefore: set('yearBefore'),
    capitalMonths: raw.capitalMonths === true,
    capitalPeople: raw.capitalPeople === true,
    countries: phrases(keyed<string>(record('countries'))),
    peoples,
  };
}

/** By kind of cue; `other` for those not named, and colons are `colon`. */
function thresholds(raw: unknown): (kind: string) => number {
  const known = isRecord(raw) ? raw : EMPTY;
  return kind => Number(known[kind === '' ? 'colon' : kind] ?? known.other ?? 0);
}

/** A step function by points `[log odds, share]`, straight between them; 0.5 where nothing was learned. */
function steps(raw: unknown): (logOdds: number) => number {
  const points = (Array.isArray(raw) ? raw : []).map(point => listIn(point).map(Number) as [number, number]);
  return logOdds => {
    const above = points.findIndex(([at]) => at >= logOdds);
    if (points.length === 0) return 0.5;
    if (above <= 0) return round((above === 0 ? points[0] : points.at(-1))?.[1] ?? 0.5);
    const [[x0, y0], [x1, y1]] = [points[above - 1] as [number, number], points[above] as [number, number]];
    return round(y0 + ((y1 - y0) * (logOdds - x0)) / (x1 - x0 || 1));
  };
}

function round(share: number): number {
  return Math.max(0.01, Math.min(0.99, Math.round(share * 100) / 100));
}

/** Terms by name, `{passport: [passport*, "travel document*"]}`: the words that begin one, and ids by name. */
function termsOf(raw: Raw): { ids: ReadonlyMap<string, number>; uses: (lower: string) => TermUse[] | null } {
  const ids = new Map<string, number>();
  const exact = new Map<string, TermUse[]>();
  const starts = new Map<string, [string, TermUse][]>();
  for (const [name, phrases] of Object.entries(isRecord(raw.terms) ? raw.terms : EMPTY)) {
    const term = hashOf(name);
    ids.set(name, term);
    for (const phrase of listIn(phrases)) {
      const [first = '', ...rest] = phrase.toLowerCase().split(' ');
      const use = { term, rest };
      if (!first.endsWith('*')) append(exact, first, use);
      else {
        const stem = first.slice(0, -1);
        const key = stem.slice(0, 3);
        append(starts, key, [stem, use] as [string, TermUse]);
      }
    }
  }
  const uses = (lower: string) => {
    const found = [...(exact.get(lower) ?? [])];
    for (let length = 1; length <= 3; length += 1)
      for (const [stem, use] of starts.get(lower.slice(0, length)) ?? [])
        if ((stem.length >= 3 ? length === 3 : length === stem.length) && lower.startsWith(stem))
          found.push(use);
    return found.length > 0 ? found : null;
  };
  return { ids, uses };
}

function loadedIn(raw: Raw): (lower: string) => string[][] | null {
  const all = new Map<string, string[][]>();
  for (const phrase of listIn(raw.loaded)) {
    const [first = '', ...rest] = phrase.toLowerCase().split(' ');
    append(all, first, rest);
  }
  for (const list of all.values()) list.sort((a, b) => b.length - a.length);
  return lower => all.get(lower) ?? null;
}

/** How far apart the words of a pattern stand where it does not say, in tokens. */
const WITHIN = 14;

/** Throws nothing: a pattern that names an unknown term never occurs. */
function patternsIn(raw: Raw, ids: ReadonlyMap<string, number>): Map<number, Pattern[]> {
  const byTerm = new Map<number, Pattern[]>();
  for (const it of (Array.isArray(raw.bearings) ? raw.bearings : []).filter(isRecord)) {
    const all = listIn(it.all).map(name => ids.get(name) ?? -1);
    const pattern: Pattern = {
      element: String(it.element),
      direction: it.direction === 'rebuts' ? 'rebuts' : 'supports',
      all,
      none: listIn(it.none).map(name => ids.get(name) ?? -1),
      within: Number(it.within ?? WITHIN),
      negated: it.negated === 'none' || it.negated === 'same' ? it.negated : 'turns',
    };
    const deciding = all.at(-1);
    if (deciding === undefined || all.includes(-1)) continue;
    append(byTerm, deciding, pattern);
  }
  return byTerm;
}

function numbers(raw: Raw): Map<string, number> {
  return new Map(Object.entries(raw).map(([word, value]) => [word, Number(value)]));
}

/** `{value: [phrase, …]}` as pairs of phrase and value. */
function keyed<T extends string>(raw: Raw): [string, T][] {
  return Object.entries(raw).flatMap(([value, all]) =>
    listIn(all).map((phrase): [string, T] => [phrase, value as T]),
  );
}

function numberParts(raw: Raw): (word: string) => NumberPart | undefined {
  const parts = new Map<string, NumberPart>();
  const put = (word: string, part: NumberPart) => {
    for (const spelled of new Set([word.toLowerCase(), plain(word)]))
      if (!parts.has(spelled)) parts.set(spelled, part);
  };
  const all = (key: string, kind: NumberPart['kind']) => {
    for (const [word, value] of Object.entries(isRecord(raw[key]) ? (raw[key] as Raw) : EMPTY))
      put(word, { kind, value: Number(value) });
  };
  for (const word of listIn(raw.articles)) put(word, { kind: 'article', value: 1 });
  for (const word of listIn(raw.joiners)) put(word, { kind: 'joiner', value: 0 });
  for (const word of listIn(raw.point)) put(word, { kind: 'point', value: 0 });
  for (const word of listIn(raw.denominators)) put(word, { kind: 'denominator', value: 0 });
  all('ones', 'one');
  all('magnitudes', 'magnitude');
  all('fractions', 'fraction');
  all('ordinalEnds', 'ordinal');
  const ends = new Map(
    [...parts].flatMap(([word, { kind, value }]): [string, number][] =>
      kind === 'denominator' ? [[word, 1]] : kind === 'fraction' && value >= 1000 ? [[word, value]] : [],
    ),
  );
  return word => parts.get(word) ?? (parts.has('avo') ? composed(word, parts, ends) : undefined);
}

/** Without accents: numbers are read where they were left out. */
function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
