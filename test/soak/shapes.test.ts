import { expect, test } from 'vitest';
import { read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

/** What a hostile text could repeat: marks that open or close, cues, numbers, names, lines, accents alone. */
const FRAGMENTS = [
  ...['“', '”', '"', '«', '»', '‘', "'", '“a” ', '"a" '],
  ...[' said ', 'said that ', ' dijo ', 'que ', 'segundo ele, ', 'according to ', 'the minister, ', 'he '],
  ...[
    '1,2 ',
    '1 ',
    '123 ',
    '1:',
    '$1',
    '5 thousand 3 hundred ',
    '10 000 ',
    '2 to ',
    'two hundred ',
    'and ',
    'half a ',
    '3/4 ',
    '$',
    '% ',
    '2^3 ',
    '(1) ',
  ],
  ...['Ana Ruiz ', 'WHO ', 'A.B. ', 'J. ', 'b. ', 'May 2013 ', 'last year ', 'passport ', 'not '],
  ...['\n', '. ', ', ', ': ', '-', '…', '(', ')', '😀 ', 'Ωμέγα ', 'e\u0301', '\u0301', 'a', ' '],
] as const;
const LANGUAGES = ['en', 'es', 'pt'] as const;

/** UTF-16 units of the search; milliseconds for as many again as make 1 MB of the slowest. */
const SEARCHED = 40_000;
const WHOLE = 1_000_000;
const ROUNDS = 600;

function textOf(shape: string, length: number): string {
  return shape.repeat(Math.ceil(length / shape.length)).slice(0, length);
}

/** The same shapes each time: one to five fragments, by a small generator of numbers. */
function shapes(): { shape: string; language: string }[] {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  return Array.from({ length: ROUNDS }, (_, index) => ({
    shape: Array.from({ length: 1 + next(5) }, () => FRAGMENTS[next(FRAGMENTS.length)]).join(''),
    language: LANGUAGES[index % LANGUAGES.length] as string,
  }));
}

test('1 MB of no shape that repeats takes much longer than 1 MB of another', async () => {
  const lexicons = await loadLexicons();
  const spent = ({ shape, language }: { shape: string; language: string }, length: number) => {
    const text = textOf(shape, length);
    const begin = performance.now();
    read(text, lexicons, language);
    return performance.now() - begin;
  };
  for (const it of shapes().slice(0, 60)) spent(it, SEARCHED);
  const slowest = shapes()
    .map(it => ({ ...it, time: Math.min(spent(it, SEARCHED), spent(it, SEARCHED)) }))
    .toSorted((a, b) => b.time - a.time)
    .slice(0, 12);
  const whole = slowest.map(it => ({ ...it, time: Math.round(spent(it, WHOLE)) }));
  process.stdout.write(
    `${whole.map(it => `${it.time} ms ${it.language} ${JSON.stringify(it.shape)}`).join('\n')}\n`,
  );
  // a second where nothing else runs; a busy machine gets three
  for (const { time, shape } of whole) expect(time, JSON.stringify(shape)).toBeLessThan(3000);
}, 600_000);
