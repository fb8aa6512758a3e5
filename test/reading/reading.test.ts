import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Lexicons, type Reading, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

let lexicons: Lexicons;
beforeAll(async () => {
  lexicons = await loadLexicons();
});

const claims = (text: string) =>
  read(text, lexicons, 'en')
    .claims.filter(it => it.mode !== 'narration')
    .map(it => [
      it.speaker?.name ?? null,
      it.cue?.text ?? null,
      it.spans.map(([a, b]) => text.slice(a, b)),
      it.mode,
    ]);

describe('claims in English', () => {
  test.each([
    ['The minister said that doctors are paid.', 'minister', 'said', ['that doctors are paid'], 'indirect'],
    [
      'Ana Ruiz claims the contract was never shown.',
      'Ana Ruiz',
      'claims',
      ['the contract was never shown'],
      'indirect',
    ],
    ['“We were never told,” said Ana Ruiz.', 'Ana Ruiz', 'said', ['“We were never told,”'], 'direct'],
    ['“We were never told,” Ana Ruiz said.', 'Ana Ruiz', 'said', ['“We were never told,”'], 'direct'],
    [
      '“We went,” Ana Ruiz said, “and we came back.”',
      'Ana Ruiz',
      'said',
      ['“We went,”', '“and we came back.”'],
      'direct',
    ],
    ['According to Ana Ruiz, wages were late.', 'Ana Ruiz', 'According to', ['wages were late'], 'indirect'],
    [
      'Wages were late, according to the ministry.',
      'ministry',
      'according to',
      ['Wages were late'],
      'indirect',
    ],
    [
      'Ana Ruiz described the programme as a fair exchange.',
      'Ana Ruiz',
      'described',
      ['the programme as a fair exchange'],
      'indirect',
    ],
    [
      'Ana Ruiz accused the agency of keeping their pay.',
      'Ana Ruiz',
      'accused',
      ['the agency of keeping their pay'],
      'indirect',
    ],
    [
      'The union maintains that staff get “a fair wage” abroad.',
      'union',
      'maintains',
      ['that staff get “a fair wage” abroad'],
      'mixed',
    ],
    ['“We are glad,” team member Ana Ruiz told the press.', 'Ana Ruiz', 'told', ['“We are glad,”'], 'direct'],
    [
      'Ana Ruiz told reporters at the embassy that pay was late.',
      'Ana Ruiz',
      'told',
      ['that pay was late'],
      'indirect',
    ],
    ['Wages were late, the union said.', 'union', 'said', ['Wages were late'], 'indirect'],
    [
      '“a fair wage,” stated by the Ministry of Labour.',
      'Ministry of Labour',
      'stated',
      ['“a fair wage,”'],
      'direct',
    ],
  ])('%s', (text, speaker, cue, spans, mode) => {
    expect(claims(text)).toEqual([[speaker, cue, spans, mode]]);
  });

  test.each([
    [
      'The commission entered the talks, requesting documents from members about their contracts.',
      ['documents from members about their contracts'],
    ],
    [
      'Officials describe the scheme as exploitative while Kenyan authorities present it as aid.',
      ['the scheme as exploitative', 'it as aid'],
    ],
    ['They have historically supported the party.', []],
    ['The department has welcomed this growing attention.', ['this growing attention']],
    [
      'She said that pay funds the clinics, enabling the state to provide care.',
      ['that pay funds the clinics, enabling the state to provide care'],
    ],
    ['Kenyan Officials Push Back Against Pressure', []],
  ])('cues that are said, and attitudes that are not: %s', (text, wanted) => {
    expect(claims(text).flatMap(([, , spans]) => spans)).toEqual(wanted);
  });

  test('a word for a people is nobody’s name', () => {
    const text = 'Kenyan Officials Push Back\nLater, Kenyan authorities said that pay is fair.';
    expect(claims(text)[0]?.[0]).toBe('Kenyan authorities');
  });

  test('a surname, a pronoun and a role stand for the name given before', () => {
    const text =
      'Deputy Minister Ana Ruiz Mora said that pay is fair. Mora added that housing is free. She said that flights are paid.';
    expect(claims(text).map(([name]) => name)).toEqual(['Ana Ruiz Mora', 'Ana Ruiz Mora', 'Ana Ruiz Mora']);
  });

  test('a pronoun with nobody before it is left open', () =>
    expect(claims('He said that pay is fair.')[0]?.[0]).toBeNull());

  test('the stance of the cue is kept', () => {
    const stance = (text: string) => read(text, lexicons, 'en').claims[0]?.stance;
    expect([
      stance('Ana Ruiz said that it is so.'),
      stance('Ana Ruiz alleged that it is so.'),
      stance('Ana Ruiz admitted that it is so.'),
    ]).toEqual(['neutral', 'distancing', 'endorsing']);
  });

  test('the United States is no verb, and the outlet’s own voice is narration', () => {
    const { claims: found } = read('The United States sent 40 doctors abroad.', lexicons, 'en');
    expect(found.map(it => [it.mode, it.speaker, it.cue])).toEqual([['narration', null, null]]);
  });
});

describe('figures in English', () => {
  test.each([
    ['more than 22,000 doctors', 'more-than', 22_000, 22_000, null, 'doctors', null],
    ['over 50 countries', 'more-than', 50, 50, null, 'countries', null],
    ['about 22,000 doctors', 'about', 22_000, 21_500, 22_500, 'doctors', null],
    ['some 28 million patients', 'about', 28e6, 27.5e6, 28.5e6, 'patients', null],
    ['2.4 million residents', 'exactly', 2.4e6, 2.4e6, 2.4e6, 'residents', null],
    ['up to 300 nurses', 'at-most', 300, null, 300, 'nurses', null],
    ['nearly 300 nurses', 'less-than', 300, null, 300, 'nurses', null],
    ['at least 473 workers', 'at-least', 473, 473, null, 'workers', null],
    ['between 5,000 and 10,000 dollars', 'between', 5000, 5000, 10_000, null, 'USD'],
    ['USD 4,081 a month', 'exactly', 4081, 4081, 4081, null, 'USD'],
    ['€4,700', 'exactly', 4700, 4700, 4700, null, 'EUR'],
    ['75 per cent', 'exactly', 75, 75, 75, 'percent', null],
    ['39.13%', 'exactly', 39.13, 39.13, 39.13, 'percent', null],
    ['tens of thousands of workers', 'between', 20_000, 20_000, 100_000, 'workers', null],
    ['twelve doctors', 'exactly', 12, 12, 12, 'doctors', null],
  ])('“%s”', (phrase, comparator, value, low, high, unit, currency) => {
    const text = `They counted ${phrase}.`;
    const [figure, ...rest] = read(text, lexicons, 'en').figures;
    expect(rest).toEqual([]);
    expect(figure).toMatchObject({ comparator, value, low, high, unit, currency });
    expect(text.slice(figure?.start, figure?.end)).toBe(figure?.exact);
  });

  test.each([
    'It began in 2013.',
    'On 24 May it was sent.',
    'See article 135 of the code.',
    'In March 2014 it changed.',
  ])('%s counts nothing', text => {
    expect(read(text, lexicons, 'en').figures).toEqual([]);
  });
});

describe('bearings in English', () => {
  test.each([
    ['Passports are often confiscated on arrival.', 'ilo11.documents', 'supports'],
    ['Workers keep their passports.', 'ilo11.documents', 'rebuts'],
    ['Their passports are not confiscated.', 'ilo11.documents', 'rebuts'],
    ['They face penalties if they abandon their posts.', 'c029.penalty', 'supports'],
    ['Every member is a volunteer.', 'c029.involuntary', 'rebuts'],
  ])('%s → %s %s', (text, element, direction) => {
    expect(read(text, lexicons, 'en').bearings.map(it => [it.element, it.direction])).toContainEqual([
      element,
      direction,
    ]);
  });
});

describe('laws of reading', () => {
  const pieces = fc.constantFrom(
    'said',
    'that',
    '“',
    '”',
    '"',
    'Ana Ruiz',
    'according to',
    ',',
    '.',
    '\n',
    '\0',
    '\ud800',
    '\udc00',
    '💊',
    '22,000',
    'USD',
    'between',
    'and',
    'passports',
    'confiscated',
    '%',
    'The minister',
    'accused',
    'of',
    'ção',
    'last year',
    'hace dos años',
    '24 May 2013',
    '1/2',
    '-',
    '¾',
    'x10^6',
    'Kenya',
    'regime',
    'a',
    'half',
    'million',
    '(',
    ')',
    '‘',
    '’',
    '``',
    'who',
    'disse-lhe',
    'three-year',
    'one-yen-a-day',
    'or',
    'while',
    'at least',
    '+53 7 555-1234',
    'cuartas partes',
    'dosmilésimos',
    'y medio',
    '-million',
    '1.234,5',
    '9'.repeat(400),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 60 }).map(it => it.join(' ')),
  );

  const slices = (text: string, reading: Reading) => {
    const { claims, figures, bearings, outlet, dates, places } = reading;
    for (const it of [...claims, ...figures, ...bearings, ...outlet, ...dates, ...places]) {
      expect(text.slice(it.start, it.end)).toBe(it.exact);
      expect(it.exact).not.toBe('');
    }
    for (const it of [...claims, ...figures, ...bearings]) expect(it.confidence).toBeGreaterThan(0);
    for (const it of [...figures, ...bearings, ...dates, ...places])
      if (it.claim !== null)
        expect(claims[it.claim]?.spans.some(([a, b]) => a <= it.start && it.start < b)).toBe(true);
    for (const { repeats } of claims) if (repeats !== null) expect(claims[repeats]).toBeDefined();
    for (const { start, end, spans, cue, speaker } of reading.claims) {
      for (const [a, b] of spans) expect(a >= start && b <= end && a < b).toBe(true);
      if (cue) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
      if (speaker) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
    }
  };

  test('any text: every proposal is exactly where it says, and the same twice', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'es', 'pt', undefined, 'xx'), (text, language) => {
        const reading = read(text, lexicons, language, '2025-03-14');
        slices(text, reading);
        expect(read(text, lexicons, language, '2025-03-14')).toEqual(reading);
      }),
      { numRuns: 400 },
    );
  });

  test('any lexicon, even none, is read with', () => {
    expect(read('Ana said that 3 doctors left.', {}).figures).toHaveLength(1);
    expect(read('x', { en: null, es: [] })).toMatchObject({ claims: [] });
  });

  test.each([
    ['words', 'Ana Ruiz said that about 22,000 doctors keep their passports. '],
    ['quotes', '“ '],
    ['commas', 'a, '],
    ['capitals', 'The Big State Union '],
    ['digits', '1,2.3 '],
    ['cues', 'said that '],
    ['paragraphs', 'x\n'],
    ['dates', '24 May 2013, last year, '],
    ['places', 'Kenyan Kenya '],
  ])('time grows with the length of the text: %s', (_, unit) => {
    const time = (count: number) => {
      const text = unit.repeat(count);
      const began = performance.now();
      read(text, lexicons, 'en');
      return performance.now() - began;
    };
    const count = Math.ceil(60_000 / unit.length);
    time(count);
    // four times the text in at most eight times the time, and half a second for noise
    expect(time(count * 4)).toBeLessThan(time(count) * 8 + 500);
  });
});

const article = join(import.meta.dirname, '../../../shared/corpus/000_693324cdc9de5a58.txt');

describe.skipIf(!existsSync(article))('the founding article', () => {
  let reading: Reading;
  beforeAll(() => {
    reading = read(readFileSync(article, 'utf8'), lexicons);
  });
  const said = (name: string) => reading.claims.filter(it => it.speaker?.name?.includes(name));

  test('gives its attributed claims to those who make them', () => {
    expect(said('Marco Rubio').some(it => it.exact.includes('forced labor'))).toBe(true);
    const cues = said('Cossio').map(it => it.cue?.text);
    for (const cue of ['claims', 'According to', 'maintains', 'said', 'criticized'])
      expect(cues, cue).toContain(cue);
    expect(said('Cossio').some(it => it.exact.includes('orchestrating'))).toBe(true);
    expect(new Set(said('Cossio').map(it => it.speaker?.name))).toEqual(
      new Set(['Carlos Fernandez de Cossio']),
    );
    expect(
      said('State Department').some(it => it.mode === 'direct' && it.exact.includes('meaningful discussion')),
    ).toBe(true);
    expect(reading.claims.filter(it => it.mode === 'narration').every(it => it.speaker === null)).toBe(true);
  });

  test('gives its figures with comparator and unit', () => {
    const figures = reading.figures.map(it => `${it.comparator} ${it.value} ${it.unit}`);
    expect(figures).toEqual(
      expect.arrayContaining([
        'more-than 100000 doctors',
        'more-than 70 countries',
        'more-than 50 countries',
      ]),
    );
    expect(figures.some(it => /^more-than 22000 .*professionals$/.test(it))).toBe(true);
    expect(figures.some(it => it.startsWith('exactly 2400000'))).toBe(true);
  });

  test('gives the passages that bear on an indicator, on both sides', () => {
    expect(reading.bearings.map(it => `${it.element} ${it.direction}`)).toEqual(
      expect.arrayContaining([
        'ilo11.documents supports',
        'ilo11.threats supports',
        'c029.penalty supports',
        'ilo11.wages supports',
        'ilo11.wages rebuts',
      ]),
    );
  });
});

describe('the other two languages', () => {
  test.each([
    [
      'es',
      'La ministra Ana Ruiz afirmó que más de 22.000 médicos conservan sus pasaportes.',
      'Ana Ruiz',
      22_000,
      'rebuts',
    ],
    [
      'pt',
      'A ministra Ana Ruiz afirmou que mais de 22 mil médicos conservam os passaportes.',
      'Ana Ruiz',
      22_000,
      'rebuts',
    ],
  ])('%s is told by its words, and read', (language, text, speaker, value, direction) => {
    const reading = read(text, lexicons);
    expect(reading.language).toBe(language);
    expect(reading.claims).toMatchObject([{ mode: 'indirect', speaker: { name: speaker } }]);
    expect(reading.figures).toMatchObject([{ comparator: 'more-than', value, unit: 'médicos' }]);
    expect(reading.bearings).toMatchObject([{ element: 'ilo11.documents', direction }]);
  });

  test('decimal marks go by the language: 4.081,50 and 4,081.50', () => {
    expect(read('Pagaron 4.081,50 euros.', lexicons, 'es').figures[0]).toMatchObject({
      value: 4081.5,
      currency: 'EUR',
    });
    expect(read('They paid 4,081.50 euros.', lexicons, 'en').figures[0]).toMatchObject({
      value: 4081.5,
      currency: 'EUR',
    });
  });
});
