import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadStandards } from '#assessment/standards/standards.ts';
import { type Lexicons, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

const CASES = join(import.meta.dirname, '../cases/bearings');
const LEXICONS = join(import.meta.dirname, '../../lexicons');
const LANGUAGES = ['en', 'es', 'pt'];

interface Passage {
  readonly element: string;
  readonly want: 'supports' | 'rebuts' | null;
  readonly text: string;
  /** Counted from 1 under its heading: odd ones were used while the rules were written. */
  readonly place: number;
}

function passagesOf(language: string, set = ''): Passage[] {
  let [element, place] = ['', 0];
  return readFileSync(join(CASES, set, `${language}.txt`), 'utf8')
    .split('\n')
    .flatMap(line => {
      if (line.startsWith('# ')) {
        element = line.startsWith('# promise.') ? line.slice(2) : `ilo11.${line.slice(2)}`;
        place = 0;
        return [];
      }
      if (line.trim() === '') return [];
      place += 1;
      const want = ({ '+': 'supports', '-': 'rebuts' } as const)[line[0] as '+'] ?? null;
      return [{ element, want, text: line.slice(2), place }];
    });
}

let lexicons: Lexicons;
beforeAll(async () => {
  lexicons = await loadLexicons();
});

describe.each(LANGUAGES)('passages in %s', language => {
  test.each(['first', 'fifth'])(
    'are twelve or more that bear on each indicator, and eight or more that only look so: %s',
    set => {
      const all = passagesOf(language, set === 'first' ? '' : set).filter(it =>
        it.element.startsWith('ilo11.'),
      );
      const elements = [...new Set(all.map(it => it.element))];
      expect(elements).toHaveLength(11);
      for (const element of elements) {
        const own = all.filter(it => it.element === element);
        expect(own.filter(it => it.want !== null).length, element).toBeGreaterThanOrEqual(12);
        expect(own.filter(it => it.want === null).length, element).toBeGreaterThanOrEqual(8);
      }
    },
  );

  test.each([
    ['seen while the rules were written', 1],
    ['kept until they were done', 0],
  ])('%s: precision 0.9 and recall 0.8 over the indicators', (_, half) => {
    const { precision, recall } = measured(
      language,
      passagesOf(language).filter(it => it.place % 2 === half),
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test.each(['second', 'third', 'fourth'])(
    'by the %s hand, mended for after they were first measured: precision 0.9 and recall 0.8',
    set => {
      const { precision, recall } = measured(language, passagesOf(language, set));
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.8);
    },
  );
});

describe.each(LANGUAGES)('what is learned, in %s', language => {
  /** Patterns alone: without what was learned. */
  const alone = () => ({ [language]: { ...(lexicons[language] as object) }, shared: {} });

  test('finds more of passages nobody had seen than patterns do, and no smaller part of it is right', () => {
    const passages = passagesOf(language, 'fifth');
    const before = measured(language, passages, alone());
    const now = measured(language, passages);
    expect(now.recall).toBeGreaterThan(before.recall);
    expect(now.precision).toBeGreaterThan(before.precision - 0.05);
  });

  test('names itself as the rule where no pattern says so, with a confidence of its own', () => {
    const all = passagesOf(language).flatMap(({ text }) => read(text, lexicons, language).bearings);
    const learned = all.filter(it => it.rule === 'learned');
    expect(learned.length).toBeGreaterThan(5);
    expect(new Set(learned.map(it => it.confidence)).size).toBeGreaterThan(2);
    for (const { confidence } of all) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });

  test('a long text gives what its sentences give: parts are scored by themselves', () => {
    const [one = '', other = ''] = passagesOf(language, 'third')
      .filter(it => it.want === 'supports')
      .map(it => it.text);
    const found = (text: string) =>
      read(text, lexicons, language).bearings.map(it => `${it.element} ${it.direction}`);
    expect(found(`${one}\n${other}`).sort()).toEqual([...found(one), ...found(other)].sort());
  });

  test.each([
    '',
    '\u0000\ud800 passport',
    `${'not '.repeat(3000)}passport`,
    'passport,'.repeat(2000),
    '¿¡«»“”'.repeat(500),
  ])('whatever the text, offsets give its words and twice the same: %#', text => {
    const first = read(text, lexicons, language).bearings;
    for (const { start, end, exact } of first) expect(text.slice(start, end)).toBe(exact);
    expect(read(text, lexicons, language).bearings).toEqual(first);
  });
});

function measured(language: string, passages: readonly Passage[], by: Lexicons = lexicons) {
  let [right, wrong, missed] = [0, 0, 0];
  const all = passages.filter(it => it.element.startsWith('ilo11.'));
  for (const { element, want, text } of all) {
    const found = read(text, by, language).bearings.filter(it => it.element === element);
    if (want && found.some(it => it.direction === want)) right += 1;
    else if (want) missed += 1;
    if (found.some(it => it.direction !== want)) wrong += 1;
  }
  return { precision: right / (right + wrong), recall: right / (right + missed) };
}

describe('what bearings are written in', () => {
  test.each(LANGUAGES)(
    '%s: every pattern names terms that exist and an element of a standard',
    async language => {
      const { terms, bearings } = parse(readFileSync(join(LEXICONS, language, 'bearings.yaml'), 'utf8'));
      const elements = new Set((await loadStandards()).flatMap(it => it.elements.map(element => element.id)));
      for (const pattern of bearings) {
        for (const name of [...pattern.all, ...(pattern.none ?? [])])
          expect(Object.keys(terms), pattern.element).toContain(name);
        expect(elements, pattern.element).toContain(pattern.element);
      }
    },
  );

  test('a language is a folder of data: the same files in each', () => {
    const files = LANGUAGES.map(it => readdirSync(join(LEXICONS, it)).sort());
    expect(files[1]).toEqual(files[0]);
    expect(files[2]).toEqual(files[0]);
  });
});

describe('direction', () => {
  test.each([
    ['es', 'Los inspectores no hallaron ningún caso de violencia física.', 'ilo11.violence'],
    ['pt', 'Os inspetores não acharam nenhum caso de violência física.', 'ilo11.violence'],
  ])('%s: two negations that agree are one: %s', (language, text, element) => {
    const found = read(text, lexicons, language).bearings.filter(it => it.element === element);
    expect(found.map(it => it.direction)).toEqual(['rebuts']);
  });

  test.each([
    ['They kept our passports.', 'supports'],
    ['She kept her own passport.', 'rebuts'],
    ['They never confiscated our passports.', 'rebuts'],
  ])('%s %s', (text, direction) => {
    const found = read(text, lexicons, 'en').bearings.filter(it => it.element === 'ilo11.documents');
    expect(found.map(it => it.direction)).toEqual([direction]);
  });

  test('a passage inherits its claim’s speaker, or is the outlet’s own words', () => {
    const text = 'Ana Ruiz said that passports are confiscated on arrival. Wages are withheld by the agency.';
    const found = read(text, lexicons, 'en').bearings;
    expect(found.map(it => [it.element, it.speaker])).toEqual([
      ['ilo11.documents', 'Ana Ruiz'],
      ['ilo11.wages', null],
    ]);
  });
});
