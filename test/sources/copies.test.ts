import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { copyVerdict } from '#evidence/sources/copies.ts';
import { copyWords } from '#evidence/sources/copy-words.ts';
import { printsOf } from '#evidence/sources/prints.ts';

interface Family {
  readonly name: string;
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly pairs: readonly (readonly [string, string, string])[];
}

const verdict = (a: string, b: string) => copyVerdict(copyWords(a), copyWords(b));
const folder = join(import.meta.dirname, '../cases/copies');
const families = ['en', 'es', 'pt'].map(
  lang => parse(readFileSync(join(folder, `${lang}.yaml`), 'utf8')) as Family[],
);
/**
 * Families with an odd place were used while thresholds were set; the others were first scored when that was done: 33 of
 * 40 pairs then, before the two faults that the seven showed were mended. Those of `later` were labelled before that
 * and scored after it.
 */
const later = parse(readFileSync(join(folder, 'later.yaml'), 'utf8')) as Family[];
const half = (remainder: 0 | 1) => families.flatMap(list => list.filter((_, at) => at % 2 === remainder));
const bodyOf = (family: Family, name: string) => (family.texts[name] ?? []).join('\n\n');
const bodies = (list: readonly Family[]) =>
  list.flatMap(family => Object.keys(family.texts).map(name => [family.name, bodyOf(family, name)] as const));

const wire = bodyOf(families[0]?.[0] as Family, 'wire');

describe.each([
  ['families the thresholds were set by', half(0)],
  ['families first scored when they were', half(1)],
  ['families labelled before the faults so found were mended', later],
])('%s', (_, list) => {
  const pairs = list.flatMap(it => it.pairs.map(([a, b, kind]) => [it.name, a, b, kind, it] as const));

  test.each(pairs)('%s: %s and %s are %s', (_name, a, b, kind, family) => {
    expect(verdict(bodyOf(family, a), bodyOf(family, b)).kind).toBe(kind);
  });

  test('texts of different families are no copies', () => {
    const all = bodies(list);
    const wrong = all.flatMap(([one, a], at) =>
      all
        .slice(at + 1)
        .filter(([other, b]) => one !== other && verdict(a, b).kind !== 'none')
        .map(([other]) => `${one} / ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every copy is found by its prints', () => {
    const lost = pairs
      .filter(([, , , kind]) => kind !== 'none')
      .filter(([, a, b, , family]) => {
        const one = new Set(printsOf(copyWords(bodyOf(family, a))));
        return printsOf(copyWords(bodyOf(family, b))).filter(it => one.has(it)).length < 2;
      });
    expect(lost.map(([name, a, b]) => `${name}: ${a} / ${b}`)).toEqual([]);
  });
});

test('a word without a capital is no name, also where a dateline gives it one', () => {
  const story = (line: string) =>
    `${line}The agency keeps the pay of the workers, the union of the port says.`;
  expect(copyWords(story('LORNE CITY - ')).skeleton).toHaveLength(1);
  expect(copyWords(story('')).skeleton).toHaveLength(0);
});

test('texts with hardly a fact are copies only by nearly all of their words', () => {
  const notice =
    'everything here may be copied by anybody who names where it was found and changes nothing in it and we take no money from those of whom we write and tell every reader who asks how our work is paid';
  const other =
    'a new playground was opened behind the old mill and the children of the street came to try it';
  expect(
    verdict(
      `${other}. ${notice}`,
      `many cats live in the houses by the harbour and nobody knows any more who feeds them. ${notice}`,
    ).kind,
  ).toBe('none');
  expect(verdict(notice, notice.replace('everything', 'all')).kind).toBe('near');
});

test('a version in which some facts were corrected is the same story; a form with other facts is not', () => {
  const corrected = wire
    .replace('3,100', '2,900')
    .replace('Ruth Amberg', 'Rita Amberg')
    .replace('230', '320');
  expect(verdict(wire, corrected).kind).toBe('near');
  const filled = wire.replace(/\d[\d,]*/g, '7').replace(/(?<=[a-z,] )[A-Z][a-z]+/g, 'Otherwise');
  expect(verdict(wire, filled).kind).toBe('none');
});

describe('any two texts', () => {
  const texts = bodies([...families.flat(), ...later]).map(([, body]) => body);

  test('have the same verdict in either order, with the stretch mirrored', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (a, b) => {
        const [one, two] = [verdict(a, b), verdict(b, a)];
        expect([two.kind, two.order]).toEqual([one.kind, one.order]);
        expect(Math.abs(two.score - one.score)).toBeLessThanOrEqual(0.02);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  test('share exactly the words their longest stretch says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (a, b) => {
        const { shared } = verdict(a, b);
        if (!shared) return;
        const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu);
        expect(words(a.slice(shared.a.start, shared.a.end))).toEqual(
          words(b.slice(shared.b.start, shared.b.end)),
        );
        expect(words(a.slice(shared.a.start, shared.a.end))).toHaveLength(shared.words);
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  test('are identical with other spaces, line ends, case, accents and marks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: 1, max: 4 }), (text, spaces) => {
        const other = text
          .replaceAll(' ', ' '.repeat(spaces))
          .replaceAll('\n', '\r\n')
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .toUpperCase()
          .replaceAll(', ', ' , ');
        expect(verdict(text, other).kind).toBe('identical');
        expect(verdict(text, text.replaceAll(' ', ' \n')).kind).toBe('identical');
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('hostile texts', () => {
  const within = (limit: number, work: () => unknown) => {
    const began = performance.now();
    work();
    expect(performance.now() - began).toBeLessThan(limit);
  };

  test('empty texts and texts of a word are no copies of anything', () => {
    for (const text of ['', ' \n', 'Yes.', 'Page 1 of 3'])
      for (const other of ['', 'Yes.', wire]) expect(verdict(text, other).kind).toBe('none');
    expect(printsOf(copyWords(''))).toEqual([]);
  });

  test('a megabyte of one word is compared in seconds, with itself and with others', () => {
    const [one, two] = ['word '.repeat(200_000), 'word '.repeat(190_000)];
    within(5000, () => expect(verdict(one, two).kind).not.toBe('identical'));
    within(5000, () => expect(verdict(one, one).kind).toBe('identical'));
    within(5000, () => expect(verdict(one, wire).kind).toBe('none'));
    expect(printsOf(copyWords(one))).toHaveLength(1);
  });

  test('a megabyte without a space, and one of quotation marks, takes no longer', () => {
    within(5000, () => expect(verdict('x'.repeat(1_000_000), wire).kind).toBe('none'));
    within(5000, () => expect(verdict('“'.repeat(1_000_000), wire).kind).toBe('none'));
    within(5000, () => expect(verdict('"a '.repeat(300_000), wire).kind).toBe('none'));
  });

  test('scripts without capitals or spaces are compared by their letters', () => {
    const chinese =
      '这些医生每个月只能拿到一百九十元而合同上写的是五百六十元他们的护照被锁在办公室的保险柜里';
    const arabic =
      'قال الوزير إن مئتي طبيب وصلوا إلى الميناء يوم الثلاثاء وسيعملون في العيادات الريفية لمدة ثمانية عشر شهرا بموجب اتفاق وقع في مارس ولم تذكر الوزارة كم يتلقى الأطباء';
    expect(verdict(chinese, chinese.replace('这些医生', '那些护士')).kind).toBe('near');
    expect(verdict(arabic, `عنوان آخر. ${arabic}`).kind).toBe('near');
    expect(verdict(chinese, arabic).kind).toBe('none');
    expect(verdict(`${chinese} ${wire}`, wire).kind).toBe('near');
  });

  test('any characters at all are no fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }), (a, b) => {
        verdict(a, b);
        expect(printsOf(copyWords(a))).toEqual(printsOf(copyWords(a)));
      }),
      { numRuns: 200, seed: 8 },
    );
  });
});
