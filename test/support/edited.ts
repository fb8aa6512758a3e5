/** Texts that are edited while every letter remembers where it came from, so that a matcher can be held to the truth. */
import fc from 'fast-check';
import { findAnchor, type Passage, readyText, widened } from '#evidence/sources/anchor.ts';

/** One UTF-16 unit; `id` is its index in the first text, or -1 where it came later. */
interface Unit {
  readonly c: string;
  readonly id: number;
}

export const EDITS = [
  'insert',
  'delete',
  'replace',
  'spaces',
  'rewrap',
  'swap',
  'copy',
  'digit',
  'type',
  'cut',
] as const;
export type Edit = (typeof EDITS)[number];

export interface Trial {
  readonly old: string;
  readonly passage: Passage;
  readonly text: string;
  /** For each unit of `text`, its index in `old`, or -1. */
  readonly ids: readonly number[];
  readonly edits: readonly Edit[];
}

const WORDS =
  'workers contract ministry salary passport agency deduction official hospital brigade agreement family penalty refused monthly returned transfer minister reported confiscated voluntary training supervisor percentage retained commission testimony efficient office sufficient regulation clinic payment abroad resigned re-signed well-known co-operation médico años não salário obligación'.split(
    ' ',
  );

/** Small numbers drawn one after another from a seed: a trial is made anew from its seed and its edits. */
function drawer(seed: number) {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}
type Draw = ReturnType<typeof drawer>;

function sentence(draw: Draw): string {
  const words = Array.from({ length: 4 + draw(12) }, () => WORDS[draw(WORDS.length)] ?? '');
  if (draw(3) === 0) words.splice(draw(words.length), 0, `${1 + draw(99)} %`);
  if (draw(3) === 0) words.splice(draw(words.length), 0, `${1 + draw(30)},${100 + draw(900)}`);
  if (draw(4) === 0) words.splice(draw(words.length), 0, 'not');
  if (draw(4) === 0) words.splice(draw(words.length), 0, `“${WORDS[draw(WORDS.length)]} office”`);
  if (draw(5) === 0) words.splice(draw(words.length), 0, '–');
  const line = words.join(' ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** A sentence now and then stands twice from the beginning, and some documents are made of forms. */
function firstText(draw: Draw): string {
  const form = draw(5) === 0 ? [sentence(draw), sentence(draw)] : [];
  const sentences = Array.from({ length: 6 + draw(30) }, () => {
    if (form.length > 0 && draw(2) === 0) return form[draw(2)] ?? '';
    return sentence(draw);
  });
  if (draw(3) === 0) sentences.splice(draw(sentences.length), 0, sentences[draw(sentences.length)] ?? '');
  return sentences.map(it => `${it}${draw(4) === 0 ? '\n\n' : ' '}`).join('');
}

const stringOf = (units: readonly Unit[]) => units.map(it => it.c).join('');
const later = (text: string): Unit[] =>
  [...text].flatMap(c => c.split('').map(unit => ({ c: unit, id: -1 })));

/** [start, end) of the sentences of a text, each with the space after it. */
function sentencesOf(text: string): [number, number][] {
  return Array.from(text.matchAll(/[^.]*\.(?:\s+|$)/g), it => [it.index, it.index + it[0].length]);
}

type Apply = (units: Unit[], draw: Draw, inside: (unit: Unit) => boolean) => Unit[];

function at(units: Unit[], draw: Draw): [number, number] {
  const all = sentencesOf(stringOf(units));
  return all[draw(Math.max(1, all.length))] ?? [0, 0];
}

/** The sentence in which the passage begins, else any. */
function own(units: Unit[], draw: Draw, inside: (unit: Unit) => boolean): [number, number] {
  const index = units.findIndex(inside);
  return sentencesOf(stringOf(units)).find(([from, to]) => from <= index && index < to) ?? at(units, draw);
}

const apply: Readonly<Record<Edit, Apply>> = {
  insert: (units, draw) => {
    const [from] = at(units, draw);
    return [...units.slice(0, from), ...later(`${sentence(draw)} `), ...units.slice(from)];
  },
  delete: (units, draw) => {
    const [from, to] = at(units, draw);
    return [...units.slice(0, from), ...units.slice(to)];
  },
  replace: (units, draw) => {
    const words = [...stringOf(units).matchAll(/\p{L}+/gu)];
    const word = words[draw(Math.max(1, words.length))];
    if (!word) return units;
    const put = later(WORDS[draw(WORDS.length)] ?? '');
    return [...units.slice(0, word.index), ...put, ...units.slice(word.index + word[0].length)];
  },
  spaces: (units, draw) =>
    units.flatMap(unit => {
      if (!/\s/.test(unit.c) || draw(3) > 0) return [unit];
      return later(['  ', '\n', '\u00A0', ' \n ', '\r\n', '\u2003'][draw(6)] ?? ' ');
    }),
  rewrap: (units, draw) => {
    const width = 30 + draw(50);
    const out: Unit[] = [];
    let column = 0;
    for (const [index, unit] of units.entries()) {
      column += 1;
      const letters = /\p{L}{3}$/u.test(stringOf(units.slice(Math.max(0, index - 3), index)));
      if (column >= width && letters && /^\p{L}{3}/u.test(stringOf(units.slice(index, index + 3)))) {
        out.push(...later(draw(4) === 0 ? '\u00AD\n' : '-\n'));
        column = 0;
      }
      if (column >= width - 8 && unit.c === ' ') {
        out.push({ c: '\n', id: -1 });
        column = 0;
      } else out.push(unit);
    }
    return out;
  },
  swap: (units, draw) => {
    const breaks = [...stringOf(units).matchAll(/\n\n/g)].map(it => it.index + 2);
    if (breaks.length < 2) return units;
    const [a, b, c] = [breaks[draw(breaks.length)], breaks[draw(breaks.length)], breaks[draw(breaks.length)]]
      .map(it => it ?? 0)
      .sort((x, y) => x - y) as [number, number, number];
    return [...units.slice(0, a), ...units.slice(b, c), ...units.slice(a, b), ...units.slice(c)];
  },
  copy: (units, draw, inside) => {
    const [from, to] = own(units, draw, inside);
    const copied = units.slice(from, to).map(it => ({ ...it, id: -1 }));
    const [where] = at(units, draw);
    return [...units.slice(0, where), ...copied, ...units.slice(where)];
  },
  digit: (units, draw, inside) => {
    const digits = units.flatMap((it, index) => (/\d/.test(it.c) && inside(it) ? [index] : []));
    const index = digits[draw(Math.max(1, digits.length))];
    const was = index === undefined ? undefined : units[index]?.c;
    if (index === undefined || was === undefined) return units;
    const other = String((Number(was) + 1 + draw(9)) % 10);
    return other === was ? units : units.with(index, { c: other, id: -1 });
  },
  /** The same letters in other type: ligatures, marks apart, other quotation marks and dashes. */
  type: (units, draw) => {
    const kind = draw(4);
    return units.flatMap((unit, index): Unit[] => {
      const next = units[index + 1]?.c;
      if (kind === 0 && unit.c === 'f' && next === 'i') return [{ c: 'ﬁ', id: unit.id }];
      if (kind === 0 && unit.c === 'i' && units[index - 1]?.c === 'f') return [];
      if (kind === 1) return [...unit.c.normalize('NFD')].map((c, n) => ({ c, id: n === 0 ? unit.id : -1 }));
      if (kind === 2 && /[“”]/.test(unit.c)) return [{ ...unit, c: unit.c === '“' ? '«' : '»' }];
      if (kind === 3 && /[–-]/.test(unit.c)) return [{ ...unit, c: '\u2010' }];
      return [unit];
    });
  },
  cut: (units, draw, inside) => {
    const [from, to] = own(units, draw, inside);
    return [...units.slice(0, from), ...units.slice(to)];
  },
};

export function trialOf(seed: number, edits: readonly Edit[]): Trial {
  const draw = drawer(seed);
  const old = firstText(draw);
  const words = [...old.matchAll(/\S+/g)];
  const first = draw(words.length);
  const last = Math.min(words.length - 1, first + (draw(3) === 0 ? draw(3) : 3 + draw(40)));
  const start = words[first]?.index ?? 0;
  const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
  const exact = old.slice(start, end);
  const inside = (unit: Unit) => unit.id >= start && unit.id < end;
  let units: Unit[] = old.split('').map((c, id) => ({ c, id }));
  for (const edit of edits) units = apply[edit](units, draw, inside);
  const kept = {
    exact,
    prefix: old.slice(Math.max(0, start - 32), start),
    suffix: old.slice(end, end + 32),
    start,
    end,
    page: null,
  };
  const passage = widened(kept, readyText(old));
  return { old, passage, text: stringOf(units), ids: units.map(it => it.id), edits };
}

export const anyTrial = fc
  .tuple(fc.nat(0x7fffffff), fc.array(fc.constantFrom(...EDITS), { maxLength: 6 }))
  .map(([seed, edits]) => ({ seed, edits }));

/** Letters and digits alone, in the form in which two spellings of one letter are one. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Whether the span holds the very letters of the passage, none other between them. */
export function isTrue({ passage, text, ids }: Trial, start: number, end: number): boolean {
  const letter = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);
  const here = ids.slice(start, end).filter((_, index) => letter(text[start + index]));
  const there = Array.from({ length: passage.end - passage.start }, (_, n) => passage.start + n).filter(id =>
    letter(passage.exact[id - passage.start]),
  );
  // a ligature is one unit for two letters
  const ligatures = text.slice(start, end).split('ﬁ').length - 1;
  const wanted = ligatures > 0 ? there.filter(id => here.includes(id)) : there;
  return here.length + ligatures === there.length && here.every((id, index) => id === wanted[index]);
}

/**
 * Whether the span stands where the passage stood, as far as anybody can tell from the two texts: over more than half
 * of its letters, or beside the nearest 12 letters on both sides or the nearest 40 on one. A copy put there is no other
 * text than the passage left there and its double put elsewhere.
 */
export function isBeside({ old, passage, text, ids }: Trial, start: number, end: number): boolean {
  const before = lettersOf(old.slice(0, passage.start));
  const after = lettersOf(old.slice(passage.end));
  const left = lettersOf(text.slice(0, start));
  const right = lettersOf(text.slice(end));
  const leftSame = (n: number) => left.slice(-n) === before.slice(-n);
  const rightSame = (n: number) => right.slice(0, n) === after.slice(0, n);
  const own = ids.slice(start, end).filter(id => id >= passage.start && id < passage.end).length;
  return own > (end - start) / 2 || (leftSame(12) && rightSame(12)) || leftSame(40) || rightSame(40);
}

/** The law of decision 0011: what is wrong with an exact answer, or nothing. */
export function slide(trial: Trial): string | undefined {
  const it = findAnchor(trial.passage, trial.old.length, readyText(trial.text));
  if (it.kind !== 'exact') return undefined;
  if (lettersOf(trial.text.slice(it.start, it.end)) !== lettersOf(trial.passage.exact))
    return 'other letters';
  return isTrue(trial, it.start, it.end) || isBeside(trial, it.start, it.end) ? undefined : 'another place';
}
