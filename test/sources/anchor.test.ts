import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Found, findAnchor, readyText, widened } from '#evidence/sources/anchor.ts';
import { normalOf } from '#evidence/sources/normal.ts';
import { sameSacred } from '#evidence/sources/sacred.ts';
import { anyTrial, slide, trialOf } from '#test/edited.ts';

const article = `The ministry met on Monday. It said that more than 22,000 doctors work in 56 countries. Nobody asked about wages.

The union answered on Tuesday. It said that the state keeps 75 % of what hosts pay, and that contracts are not shown to those who sign them. A well-known lawyer agreed: “They re-signed in Havana”.

The ministry did not reply. Its office was closed for the holidays, and the spokesman of the official agency could not be reached.
`;

/** Where `exact` of one text is found in another. */
function found(exact: string, text: string, old = article): Found & { readonly words?: string } {
  const start = old.indexOf(exact);
  const passage = { exact, prefix: '', suffix: '', start, end: start + exact.length, page: null };
  const it = findAnchor(widened(passage, readyText(old)), old.length, readyText(text));
  return 'start' in it ? { ...it, words: text.slice(it.start, it.end) } : it;
}

const quote = 'the state keeps 75 % of what hosts pay';

describe('a passage is found exactly', () => {
  test('where nothing changed, and where much was put before it', () => {
    expect(found(quote, article)).toMatchObject({ kind: 'exact', words: quote, score: 1 });
    expect(found(quote, `${'A new foreword. '.repeat(90)}${article}`)).toMatchObject({
      kind: 'exact',
      words: quote,
    });
  });

  test.each<[string, (text: string) => string, string, string]>([
    ['lines broken anew', it => it.replaceAll(' ', '\n'), quote, quote.replaceAll(' ', '\n')],
    [
      'words broken at line ends',
      it => it.replace('contracts', 'con-\ntracts'),
      'that contracts are not shown',
      'that con-\ntracts are not shown',
    ],
    [
      'a hyphen that is a line’s end too',
      it => it.replace('well-known', 'well-\r\n  known'),
      'A well-known lawyer',
      'A well-\r\n  known lawyer',
    ],
    ['soft hyphens', it => it.replace('lawyer', 'law\u00ADyer'), 'known lawyer', 'known law\u00ADyer'],
    ['ligatures', it => it.replaceAll('ffi', 'ﬃ'), 'Its office was closed', 'Its oﬃce was closed'],
    [
      'other quotation marks',
      it => it.replaceAll('“', '«').replaceAll('”', '»'),
      'agreed: “They re-signed in Havana”.',
      'agreed: «They re-signed in Havana».',
    ],
    [
      'other dashes',
      it => it.replace('well-known', 'well\u2011known'),
      'well-known lawyer',
      'well\u2011known lawyer',
    ],
    [
      'spaces that do not break',
      it => it.replace('75 %', '75\u00A0%'),
      quote,
      quote.replace('75 %', '75\u00A0%'),
    ],
  ])('with %s', (_, change, exact, words) => {
    expect(found(exact, change(article))).toMatchObject({ kind: 'exact', words });
  });

  test('with letters and marks composed or apart, either way', () => {
    const composed =
      'Los médicos cobran según la ley. Nadie dijo cuánto. El país receptor paga más cada año.';
    const apart = composed.normalize('NFD');
    expect(found('Nadie dijo cuánto', apart, composed)).toMatchObject({
      words: 'Nadie dijo cuánto'.normalize('NFD'),
    });
    expect(found('Nadie dijo cuánto'.normalize('NFD'), composed, apart)).toMatchObject({
      kind: 'exact',
      words: 'Nadie dijo cuánto',
    });
  });

  test('among its doubles, by what stands around it', () => {
    const form = (names: readonly string[]) =>
      names
        .map(
          it => `Name: ${it}, of the brigade. Were your papers kept? Yes, they were kept. Next question.\n`,
        )
        .join('');
    const old = form(['Ana Ruiz', 'Berta Gil', 'Carla Sol', 'Dora Mar']);
    const start = old.indexOf('Yes, they were kept', old.indexOf('Carla'));
    const passage = {
      exact: 'Yes, they were kept',
      prefix: '',
      suffix: '',
      start,
      end: start + 19,
      page: null,
    };
    const wide = widened(passage, readyText(old));
    const text = old.replaceAll(' ', '\n');
    expect(findAnchor(wide, old.length, readyText(text))).toMatchObject({ kind: 'exact', start });
    const without = form(['Ana Ruiz', 'Berta Gil', 'Dora Mar']);
    expect(findAnchor(wide, old.length, readyText(without)).kind).not.toBe('exact');
  });
});

describe('a passage does not move by itself', () => {
  test.each<[string, string, string, string]>([
    ['a number', '75 %', '57 %', quote],
    ['a number that grows before the words', '22,000 doctors', '122,000 doctors', '22,000 doctors work'],
    ['a number that grows after the words', '56 countries', '56.5 countries', 'work in 56'],
    [
      'a negation left out',
      'are not shown',
      'are now shown',
      'that contracts are not shown to those who sign them',
    ],
    [
      'a negation in front',
      'are not shown',
      'are unshown',
      'that contracts are not shown to those who sign them',
    ],
    ['a hyphen that makes another word', 're-signed', 'resigned', '“They re-signed in Havana”'],
    ['one letter', 'lawyer agreed', 'lawyers agreed', 'A well-known lawyer agreed'],
  ])('over %s', (_, was, is, exact) => {
    const it = found(exact, article.replace(was, is));
    expect(it.kind).not.toBe('exact');
  });

  test('a changed number or negation is lost, with the changed words as best place', () => {
    for (const [was, is] of [
      ['75 %', '57 %'],
      ['keeps', 'never keeps'],
      ['75 %', 'seventy %'],
    ] as const) {
      const text = article.replace(was, is);
      const it = found(quote, text);
      expect(it).toMatchObject({ kind: 'lost', differs: true });
      if (it.kind === 'lost' && it.best) expect(text.slice(it.best.start, it.best.end)).toContain(is);
    }
  });

  test('a changed word is close, and says how close', () => {
    const text = article.replace('hosts pay', 'hosts paid');
    const it = found(quote, text);
    expect(it).toMatchObject({ kind: 'close', words: 'the state keeps 75 % of what hosts paid' });
    expect(it.kind === 'close' && it.score).toBeGreaterThan(0.9);
  });

  test('what is gone is lost, also where the words stand elsewhere beside others', () => {
    const gone = article.replace(/It said that the state[^.]*\./, '');
    expect(found(quote, gone).kind).toBe('lost');
    expect(
      found(quote, `${gone}\nIn another country it is alleged that ${quote}, as everybody knows.`).kind,
    ).toBe('lost');
  });

  test('what stands twice is ambiguous and names the places', () => {
    const text = article.replace(
      'The union answered',
      'It said that the state keeps 75 % of what hosts pay, and that contracts. The union answered',
    );
    const plain = {
      exact: quote,
      prefix: 'It said that ',
      suffix: ', and that contracts',
      start: 200,
      end: 238,
      page: null,
    };
    const it = findAnchor(plain, article.length, readyText(text));
    expect(it).toMatchObject({ kind: 'ambiguous', candidates: [{}, {}] });
  });

  test('nothing is looked for in an empty passage or an empty text', () => {
    const empty = { exact: ' ', prefix: 'a', suffix: 'b', start: 1, end: 2, page: null };
    expect(findAnchor(empty, 3, readyText('a b')).kind).toBe('lost');
    expect(found(quote, '').kind).toBe('lost');
  });
});

describe('numbers and negations', () => {
  test.each([
    ['two thousand doctors', '2 thousand doctors', true],
    ['22,000 doctors', '22.000 doctors', false],
    ['they were paid in full', 'they were unpaid in full', false],
    ['it cannot be shown', 'it can be shown', false],
    ["they don't sign", 'they do not sign', true],
    ['sin contrato', 'con contrato', false],
    ['não assinam', 'assinam', false],
    ['five million', 'five billion', false],
    ['the voluntary act', 'the involuntary act', false],
    ['the doctors work', 'the nurses work', true],
  ])('“%s” and “%s”: the same is %s', (one, other, same) => expect(sameSacred(one, other)).toBe(same));
});

describe('normal text', () => {
  test('every unit knows where it came from, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), raw => {
        const text = raw.toWellFormed();
        const { text: normal, from, to } = normalOf(text);
        expect([from.length, to.length]).toEqual([normal.length, normal.length]);
        for (let at = 0; at < normal.length; at += 1) {
          expect(from[at]).toBeLessThan(to[at] ?? -1);
          expect(from[at]).toBeGreaterThanOrEqual(from[at - 1] ?? 0);
        }
        expect(to.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  test('superscripts and fractions stay what they are', () =>
    expect(normalOf('10² and 1½').text).toBe('10² and 1½'));
});

describe('the law: never a silent slide', () => {
  test('after any edits an exact answer has the very words, where they stood', () => {
    fc.assert(
      fc.property(anyTrial, ({ seed, edits }) => {
        expect(slide(trialOf(seed, edits))).toBeUndefined();
      }),
      { numRuns: 2000, seed: 11 },
    );
  });

  test.each(['spaces', 'rewrap', 'type'] as const)('%s alone: nearly all are found exactly', edit => {
    const trials = Array.from({ length: 300 }, (_, seed) => trialOf(seed * 7919, [edit]));
    const exact = trials.filter(
      it => findAnchor(it.passage, it.old.length, readyText(it.text)).kind === 'exact',
    );
    expect(exact.length).toBeGreaterThanOrEqual(295);
  });

  test.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['one word', 'wages '.repeat(170_000)],
    ['hyphens and lines', '-\n'.repeat(500_000)],
    ['marks without letters', '\u0301'.repeat(300_000)],
    ['white space', `a${' '.repeat(900_000)}b`],
  ])('a text of nothing but %s is done with in bounded time, and nothing in it is exact', (_, text) => {
    const began = performance.now();
    const [start, end] = [text.length / 2, text.length / 2 + 400];
    const passage = { exact: text.slice(start, end), prefix: '', suffix: '', start, end, page: null };
    const wide = widened(passage, readyText(text));
    expect(findAnchor(wide, text.length, readyText(`b ${text} b`)).kind).not.toBe('exact');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('words that stand hundreds of times move only with all that stood around them', () => {
    const row = (n: number) => `Row ${n}: the worker ${n * 7919} was paid in full. `;
    const old = Array.from({ length: 400 }, (_, n) => row(n)).join('');
    const start = old.indexOf('was paid in full', old.indexOf('Row 200:'));
    const passage = { exact: 'was paid in full', prefix: '', suffix: '', start, end: start + 16, page: null };
    const wide = widened(passage, readyText(old));
    const text = `Foreword. ${old.replaceAll('. ', '.\n')}`;
    const it = findAnchor(wide, old.length, readyText(text));
    expect(it).toMatchObject({ kind: 'exact', start: start + 10 });
    const without = text.replace(/Row 200:[^\n]*\n/, '');
    expect(findAnchor(wide, old.length, readyText(without)).kind).not.toBe('exact');
  });

  test('a long passage in a long text is looked for in bounded time', () => {
    const words = article.replaceAll('\n', ' ').split(' ');
    let text = '';
    for (let n = 0; text.length < 1_000_000; n += 1) text += `${words[(n * n * 31 + n * 7) % words.length]} `;
    const ready = readyText(text);
    const exact = text
      .slice(400_000, 405_000)
      .replace(/ (\w)/g, (whole, letter, at) => (at % 9 === 0 ? ` x${letter}` : whole));
    const passage = { exact, prefix: '', suffix: '', start: 400_000, end: 405_000, page: null };
    const began = performance.now();
    findAnchor(passage, text.length, ready);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
