import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '#evidence/sources/align.ts';
import { type Comparison, compareTexts, fate } from '#evidence/sources/compare.ts';

const first = `The agency keeps 75 % of the pay. Dora Kelling signed the agreement in March. The group stays for 18 months.

Nobody was asked. The workers live in two houses near the harbour.`;
const second = `The agency keeps 57 % of the pay. Petra Kelling signed the agreement in March. The group stays for 18 months.

The workers live in two houses near the harbour. A third house is being built.`;

/** Kinds with the words of the first and the second text. */
const told = (a: string, b: string, { pieces }: Comparison) =>
  pieces.map(it => [it.kind, a.slice(it.a.start, it.a.end), b.slice(it.b.start, it.b.end)]);

describe('two versions of a text', () => {
  test('numbers and names that changed are told, with their places', () => {
    const { facts } = compareTexts(first, second);
    expect(facts.map(it => [it.kind, it.before, it.after])).toEqual([['number', '75 %', '57 %']]);
  });

  test('sentences stay, go, come and change', () => {
    expect(told(first, second, compareTexts(first, second))).toEqual([
      ['changed', 'The agency keeps 75 % of the pay.', 'The agency keeps 57 % of the pay.'],
      [
        'changed',
        'Dora Kelling signed the agreement in March.',
        'Petra Kelling signed the agreement in March.',
      ],
      ['same', 'The group stays for 18 months.', 'The group stays for 18 months.'],
      ['removed', 'Nobody was asked.', ''],
      [
        'same',
        'The workers live in two houses near the harbour.',
        'The workers live in two houses near the harbour.',
      ],
      ['added', '', 'A third house is being built.'],
    ]);
  });

  test('a text is the same as itself with other line ends', () => {
    const wrapped = first.replaceAll(' of ', '\nof ').replaceAll('\n\n', '\r\n\r\n');
    expect(compareTexts(first, wrapped)).toMatchObject({ facts: [], same: expect.any(Number) });
    expect(compareTexts(first, wrapped).pieces.map(it => it.kind)).toEqual(['same']);
  });

  test('what became of words: they stand, changed, or are gone', () => {
    const comparison = compareTexts(first, second);
    const of = (words: string) => {
      const start = first.indexOf(words);
      return fate(comparison, { start, end: start + words.length });
    };
    expect(of('keeps 75 % of')).toBe('changed');
    expect(of('of the pay')).toBe('stands');
    expect(of('stays for 18 months')).toBe('stands');
    expect(of('Nobody was asked')).toBe('gone');
  });

  test('a number or name that came or went has nothing in its place', () => {
    const { facts } = compareTexts(
      'Some 40 doctors came by ship.',
      'Some doctors came with Ruth Amberg by ship.',
    );
    expect(facts.map(it => [it.kind, it.before, it.after])).toEqual([
      ['number', '40', null],
      ['name', null, 'Ruth'],
      ['name', null, 'Amberg'],
    ]);
  });
});

const sentence = fc
  .array(fc.constantFrom('one', 'two', 'Ana', '75 %', '57 %', 'ship', 'harbour', '3,100'), {
    minLength: 1,
    maxLength: 6,
  })
  .map(words => `The ${words.join(' ')}.`);
const text = fc.array(sentence, { maxLength: 25 }).map(it => it.join(' '));

test('any two texts: pieces cover each text once and in order, and what is called the same is', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { pieces } = compareTexts(a, b);
      for (const [side, whole] of [['a', a] as const, ['b', b] as const]) {
        const kept = pieces.map(it => whole.slice(it[side].start, it[side].end)).filter(it => it !== '');
        expect(kept.join(' ')).toBe(whole);
        for (const [at, it] of pieces.entries())
          expect(it[side].start).toBeGreaterThanOrEqual(pieces[at - 1]?.[side].end ?? 0);
      }
      for (const it of pieces.filter(piece => piece.kind === 'same'))
        expect(a.slice(it.a.start, it.a.end)).toBe(b.slice(it.b.start, it.b.end));
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('any two lists are aligned whole, also where they differ too much for an exact answer', () => {
  const list = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });
  fc.assert(
    fc.property(list, list, fc.constantFrom(0, 3, 1500), (a, b, most) => {
      const found = align(a, b, most);
      expect(found.flatMap(it => a.slice(...it.a))).toEqual(a);
      expect(found.flatMap(it => b.slice(...it.b))).toEqual(b);
      for (const it of found)
        expect([it.same, a.slice(...it.a)]).toEqual([it.same, it.same ? b.slice(...it.b) : a.slice(...it.a)]);
    }),
    { numRuns: 300, seed: 4 },
  );
});

test.each([
  [
    'the same megabyte with a word changed in each hundredth sentence',
    (n: number) => (n % 100 ? 'kept' : 'new'),
  ],
  ['two megabytes that have nothing in common', (n: number) => `other${n * 7}`],
])('%s is compared within seconds', (_, other) => {
  const write = (word: (n: number) => string) =>
    Array.from(
      { length: 14_000 },
      (_, n) => `Sentence ${n} says that ${word(n)} words of ${n % 97} workers stand here.`,
    )
      .join(' ')
      .slice(0, 1_000_000);
  const [a, b] = [write(() => 'kept'), write(other)];
  const began = performance.now();
  compareTexts(a, b);
  // 2 s on a machine of its own; this one is shared
  expect(performance.now() - began).toBeLessThan(6000);
});

test('a megabyte of one word, of dots, of line ends or of nothing is compared within seconds', () => {
  for (const it of ['word ', '.', '\n', '. ', '"', 'A. ', 'A. B. ', '中']) {
    const long = it.repeat(Math.floor(1_000_000 / it.length));
    const began = performance.now();
    compareTexts(long, long.slice(0, 900_000));
    compareTexts(long, `B. ${long.slice(0, 900_000)}`);
    compareTexts(long, first);
    expect(performance.now() - began, JSON.stringify(it)).toBeLessThan(6000);
  }
  expect(compareTexts('', '').pieces).toEqual([]);
});
