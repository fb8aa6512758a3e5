import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jointOf } from '#evidence/sources/pdf-hyphens.ts';
import { column, composed, type Placed, pageOf } from '#test/pdf.ts';

const one = (placed: readonly Placed[]) => composed([pageOf(1, placed)]).text;
/** Lines that fill a column of some forty letters. */
const PROSE = [
  'The agreement of that year says that all',
  'salaries are paid by the host to an agent',
  'who keeps the larger part of every salary',
  'and sends the rest home to the families.',
];
const OTHER = [
  'In the second column another text stands',
  'which has nothing to do with what is said',
  'on the left and is read only when that is',
  'over, from its first line to the very end.',
];

describe('reading order', () => {
  test('two columns are read one after the other', () => {
    const text = one([...column(50, 100, PROSE), ...column(310, 100, OTHER)]);
    expect(text).toBe(`${PROSE.join(' ')}\n\n${OTHER.join(' ')}`);
  });

  test('columns whose lines do not stand level are read one after the other', () => {
    for (const offset of [2, 4, 6, 8]) {
      const text = one([...column(50, 100, PROSE), ...column(310, 100 + offset, OTHER)]);
      expect(text).toBe(`${PROSE.join(' ')}\n\n${OTHER.join(' ')}`);
    }
  });

  test('three columns are read from the left', () => {
    const third = ['Words of a third', 'column are here', 'at the right side', 'and they end now.'];
    const lines = (word: string) => third.map(it => it.replace('a', word));
    const text = one([30, 220, 410].flatMap((x, n) => column(x, 100, lines(`${n}`))));
    expect(text).toBe(['0', '1', '2'].map(it => lines(it).join(' ')).join('\n\n'));
  });

  test('what crosses both columns parts the page into bands', () => {
    const text = one([
      ...column(50, 100, PROSE),
      ...column(310, 100, OTHER),
      {
        text: 'A line that goes across both of the columns from the left to the right of the page',
        x: 50,
        y: 180,
        size: 12,
      },
      ...column(50, 220, OTHER),
      ...column(310, 220, PROSE),
    ]);
    expect(text.split('\n\n').map(it => it.slice(0, 12))).toEqual([
      'The agreemen',
      'In the secon',
      'A line that ',
      'In the secon',
      'The agreemen',
    ]);
  });

  test('a short heading over both columns parts them too', () => {
    const text = one([
      ...column(50, 100, PROSE),
      ...column(310, 100, OTHER),
      { text: 'Second part', x: 50, y: 175, size: 14 },
      ...column(50, 210, OTHER),
      ...column(310, 210, PROSE),
    ]);
    expect(text.split('\n\n')[2]).toBe('Second part');
  });

  test('a sentence runs on from one column to the next', () => {
    const text = one([
      ...column(50, 100, [...PROSE.slice(0, 3), 'and the ministry said that all the other']),
      ...column(310, 100, ['parts of it are paid at home in a sum that', ...OTHER.slice(1)]),
    ]);
    expect(text).toContain('all the other parts of it are paid');
  });

  test('a caption between the halves of a sentence goes before it', () => {
    const text = one([
      ...column(50, 100, [...PROSE.slice(0, 3), 'and the ministry said that all the other']),
      { text: 'Figure 3. Salaries by year.', x: 50, y: 170, size: 8 },
      ...column(310, 100, ['parts of it are paid at home in a sum that', ...OTHER.slice(1)]),
    ]);
    expect(text).toContain('all the other parts of it are paid');
    expect(text).toContain('Figure 3. Salaries by year.');
  });

  test('cells of a table stay on their line, parted by tabs', () => {
    const rows = [
      ['Country', '2018', '2019'],
      ['First land', '1,200', '1,300'],
      ['Second land', '200', '300'],
    ];
    const placed = rows.flatMap((cells, n) =>
      cells.map((text, at) => ({ text, x: 50 + at * 120, y: 100 + n * 14 })),
    );
    expect(one(placed)).toBe(rows.map(it => it.join('\t')).join('\n'));
  });

  test('lines stretched to both edges are words with single spaces', () => {
    const words = ['professionals', 'were', 'sent', 'home'];
    const gaps = (210 - words.join('').length * 5) / 3;
    let x = 50;
    const stretched = words.map(text => {
      const placed = { text, x, y: 112 };
      x += text.length * 5 + gaps;
      return placed;
    });
    expect(
      one([
        ...column(50, 100, ['The agreement of that year says that all a']),
        ...stretched,
        ...column(50, 124, PROSE.slice(1)),
      ]),
    ).toContain('that all a professionals were sent home salaries');
  });

  test('paragraphs are parted by a blank line, by space as by indent', () => {
    expect(one([...column(50, 100, PROSE), ...column(50, 160, OTHER)])).toBe(
      `${PROSE.join(' ')}\n\n${OTHER.join(' ')}`,
    );
    const [first = '', ...rest] = OTHER;
    const indented = [...column(50, 100, PROSE), ...column(65, 148, [first]), ...column(50, 160, rest)];
    expect(one(indented)).toBe(`${PROSE.join(' ')}\n\n${OTHER.join(' ')}`);
  });

  test('the number of a note is raised, and no part of the figure before it', () => {
    const text = one([
      { text: 'They were 22,000', x: 50, y: 100 },
      { text: '3', x: 130, y: 96, size: 6 },
      { text: ' in that year', x: 133, y: 100 },
    ]);
    expect(text).toBe('They were 22,000³ in that year');
  });

  test('words in another direction stand apart from the text', () => {
    const page = pageOf(1, column(50, 100, PROSE));
    const turned = { ...pageOf(1, [{ text: 'stamp', x: 30, y: 400 }]).words[0], angle: 270 };
    const { text } = composed([{ ...page, words: [...page.words, turned as (typeof page.words)[number]] }]);
    expect(text).toBe(`${PROSE.join(' ')}\n\nstamp`);
  });
});

describe('hyphens at the end of a line', () => {
  const seen = new Set([
    'mission',
    'well-known',
    'known',
    'short',
    'term',
    'pass',
    'port',
    'passport',
    'não',
    'tornou',
  ]);
  test.each([
    ['mis-', 'sion', 'one'],
    ['respon-', 'sibility', 'one'],
    ['well-', 'known', 'hyphened'],
    ['self-', 'employed', 'hyphened'],
    ['short-', 'term', 'hyphened'],
    ['pass-', 'port', 'one'],
    ['Anglo-', 'American', 'hyphened'],
    ['COVID-', '19', 'hyphened'],
    ['2013-', '2014', 'hyphened'],
    ['pre-', 'and', 'two'],
    ['tornou-', 'se', 'hyphened'],
    ['mis\u00ad', 'sion', 'one'],
    ['word', 'word', 'two'],
    ['–', 'word', 'two'],
  ])('%s %s are %s', (before, after, joint) => {
    expect(jointOf(before, after, seen)).toBe(joint);
  });

  test('a word cut in two is one word in the text, with a box for each half', () => {
    const { text, printed } = composed([
      pageOf(1, column(50, 100, ['The doctors of the mis-', 'sion are paid late'])),
    ]);
    expect(text).toBe('The doctors of the mission are paid late');
    expect(printed[0]?.boxes.map(it => text.slice(it.start, it.end)).slice(4, 6)).toEqual(['mis', 'sion']);
  });
});

describe('over the pages', () => {
  const body = (n: number) => [
    `Page ${n} begins with words of its own here`,
    'and then goes on to say what it has to say',
    'about how the salaries of the staff are paid',
    `so that sentence ${n} ends in the middle of the`,
  ];
  const page = (n: number, extra: readonly Placed[] = []) =>
    pageOf(n, [
      { text: 'Annual report of the ministry', x: 50, y: 40 },
      ...column(
        50,
        100,
        n === 1 ? body(n) : [`next page, as number ${n} shows it to the eye,`, ...body(n).slice(1)],
      ),
      ...extra,
      { text: `${n + 4}`, x: 290, y: 800 },
    ]);

  test('a running head is kept where it is first, page numbers are left out, sentences go on', () => {
    const { text, printed } = composed([1, 2, 3, 4].map(n => page(n)));
    expect(text.match(/Annual report/g)).toHaveLength(1);
    expect(text.startsWith('Annual report of the ministry\n\nPage 1 begins')).toBe(true);
    expect(text).toContain('in the middle of the next page, as number 2');
    expect(text).not.toMatch(/\b[5-8]\b/);
    for (const { number, start, end } of printed.slice(1))
      expect(text.slice(start, end)).toMatch(new RegExp(`^next page, as number ${number}`));
  });

  test('a footnote does not stand between the halves of a sentence that goes over the page', () => {
    const note = { text: '1 A note about the salaries.', x: 50, y: 760, size: 7 };
    const { text, printed } = composed([page(1, [note]), page(2), page(3)]);
    expect(text).toContain('in the middle of the next page, as number 2');
    const at = text.indexOf('A note about the salaries.');
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(printed[0]?.end ?? 0);
  });

  test('a note on a page that is one paragraph from end to end stands after a sentence that ends', () => {
    const middle = pageOf(2, [
      ...column(50, 100, [
        'next page and here a sentence comes to its',
        'end. But another one begins and goes on to',
        'the end of this page where it is not at its',
      ]),
      { text: '1 A note about the salaries.', x: 50, y: 760, size: 7 },
    ]);
    const last = pageOf(
      3,
      column(50, 100, [
        'end but on the page after it, as is often',
        'the case with sentences that are long.',
      ]),
    );
    const { text } = composed([pageOf(1, column(50, 100, body(1))), middle, last]);
    expect(text).toContain('comes to its end.\n\n1 A note about the salaries.\n\nBut another one begins');
    expect(text).toContain('not at its end but on the page after it');
  });

  test('figures that count up with the pages are no page numbers where words stand with them', () => {
    const slip = (n: number) => pageOf(n, [{ text: `Month ${n}`, x: 50, y: 40 }, ...column(50, 100, PROSE)]);
    const { text } = composed([1, 2, 3].map(slip));
    expect(text.match(/Month \d/g)).toEqual(['Month 1', 'Month 2', 'Month 3']);
  });

  test('rows of figures at the top of pages are no page numbers', () => {
    const table = (n: number) =>
      pageOf(
        n,
        Array.from({ length: 9 }, (_, row) => [`${2000 + n * 9 + row}`, `${n * 731 + row * 17}`]).flatMap(
          ([a = '', b = ''], row) => [
            { text: a, x: 50, y: 60 + row * 14 },
            { text: b, x: 150, y: 60 + row * 14 },
          ],
        ),
      );
    const { text } = composed([1, 2, 3].map(table));
    for (let year = 2009; year < 2036; year += 1) expect(text).toContain(`${year}`);
  });

  test('a stamped number on every page is kept, apart', () => {
    const stamped = (n: number) => page(n, [{ text: `ABC-00012${n}`, x: 400, y: 815 }]);
    const { text } = composed([1, 2, 3].map(stamped));
    for (const n of [1, 2, 3]) expect(text).toContain(`ABC-00012${n}`);
    expect(text).toContain('in the middle of the next page, as number 2');
  });

  test('a word cut by the end of a page is whole, and the next page begins within it', () => {
    const { text, printed } = composed([
      pageOf(1, column(50, 100, [...PROSE.slice(0, 3), 'and this is what the agreement of the mis-'])),
      pageOf(2, column(50, 100, ['sion says about it in its second article.', ...OTHER])),
    ]);
    expect(text).toContain('agreement of the mission says');
    expect(text.slice(printed[1]?.start).startsWith('sion says')).toBe(true);
  });

  test('a page without words begins where the next does or the text ends', () => {
    const { text, printed } = composed([
      pageOf(1, column(50, 100, PROSE)),
      pageOf(2, []),
      pageOf(3, column(50, 100, OTHER)),
      pageOf(4, []),
    ]);
    expect(printed.map(it => it.number)).toEqual([1, 2, 3, 4]);
    expect(text.slice(printed[2]?.start)).toBe(OTHER.join(' '));
    expect(printed[3]?.start).toBe(text.length);
  });
});

describe('the law of boxes', () => {
  const word = fc.stringMatching(/^[a-zé]{1,9}[-.,­]?$/u);
  const placed = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 7 }).map(it => it.join(' ')),
    x: fc.integer({ min: -20, max: 560 }),
    y: fc.integer({ min: -10, max: 850 }),
    size: fc.constantFrom(6, 8, 10, 10, 10, 14, 30),
  });
  const pages = fc.array(fc.array(placed, { maxLength: 25 }), { minLength: 1, maxLength: 7 });

  test('any pages: every stretch of a box holds its words, stretches follow one another, and nothing else is letters', () => {
    fc.assert(
      fc.property(pages, all => {
        const { text, printed } = composed(all.map((it, n) => pageOf(n + 1, it)));
        expect(printed.map(it => it.number)).toEqual(all.map((_, n) => n + 1));
        let at = 0;
        for (const { boxes, start, end } of printed) {
          expect(start).toBeGreaterThanOrEqual(at);
          for (const box of boxes) {
            expect(text.slice(at, box.start)).toMatch(/^\s*$/u);
            expect(box.start).toBeGreaterThanOrEqual(at);
            expect(text.slice(box.start, box.end)).toMatch(/^\S*$/u);
            expect([box.x, box.y, box.width, box.height].every(Number.isFinite)).toBe(true);
            at = box.end;
          }
          if (boxes.length > 0) expect([start, end]).toEqual([boxes[0]?.start, at]);
        }
        expect(text.length).toBe(at);
        expect(text).not.toMatch(/\u00ad|\0/u);
      }),
      { numRuns: 300 },
    );
  });

  test('any pages: words that are not heads all come through, and the same pages give the same text', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), lines => {
        const page = pageOf(1, lines);
        const { text } = composed([page]);
        expect(composed([page]).text).toBe(text);
        const letters = (of: string) => [...of.replace(/[^\p{L}]/gu, '')].sort().join('');
        const printedTwice = page.words.length !== new Set(page.words.map(it => `${it.text} ${it.y}`)).size;
        if (!printedTwice) expect(letters(text)).toBe(letters(page.words.map(it => it.text).join('')));
      }),
      { numRuns: 300 },
    );
  });
});
