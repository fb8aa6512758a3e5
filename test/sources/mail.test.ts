import { describe, expect, test } from 'vitest';
import { extract } from '#evidence/sources/sources.ts';
import { bytes, HEAD, letter, mixed } from '#test/formats.ts';

const decoded = (content: Uint8Array | undefined) => new TextDecoder().decode(content);
const top =
  'From: Ana Ruíz <ana@ministry.example>\nTo: desk@paper.example\nDate: Tue, 2 Jan 2024 23:10:00 -0500\nSubject: Salarios de los médicos\n\n';

describe('a letter', () => {
  test('is its head, as readers see it, and its words', async () => {
    const it = await extract(letter([...HEAD, '', 'The wages are paid.', '', 'Ana']), 'a.txt');
    expect(it).toMatchObject({
      mediaType: 'message/rfc822',
      text: `${top}The wages are paid.\n\nAna`,
      title: 'Salarios de los médicos',
      about: { author: 'Ana Ruíz', date: '2024-01-02' },
      parts: [],
    });
  });

  test('has whole sentences where its lines were broken to fit, and its lists and quotations as they were', async () => {
    const lines = [
      'The ministry said on Monday that the wages of the doctors who work in the',
      'north are paid every month.',
      'Short line.',
      '- an item that is rather long and goes on until the margin of the letter is',
      '- another item',
      '> quoted words that are rather long and go on until the margin of the page',
      '> and further',
    ];
    const { text } = await extract(letter([...HEAD, '', ...lines]), 'a.eml');
    expect(text.slice(top.length)).toBe([`${lines[0]} ${lines[1]}`, ...lines.slice(2)].join('\n'));
  });

  test('that is HTML only is its text, and its scripts nothing', async () => {
    const body = '<p>The wages<br>are paid.</p><script>evil()</script><img src="https://spy.example/1.gif">';
    const { text } = await extract(
      letter([...HEAD, 'Content-Type: text/html; charset=utf-8', '', body]),
      'a.eml',
    );
    expect(text).toBe(`${top}The wages\nare paid.`);
  });

  test('in two forms is read once, and in HTML where the other form only points to it', async () => {
    const alternative = (plain: string) =>
      letter([
        ...HEAD,
        'Content-Type: multipart/alternative; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        plain,
        '--x',
        'Content-Type: text/html',
        '',
        '<p>The wages of the doctors are paid every month.</p>',
        '--x--',
      ]);
    const words = 'The wages of the doctors are paid every month.';
    expect((await extract(alternative(`${words} (plain)`), 'a.eml')).text).toBe(`${top}${words} (plain)`);
    expect((await extract(alternative('See in browser'), 'a.eml')).text).toBe(`${top}${words}`);
  });

  test('that only looks like one is plain text', async () => {
    const memo = 'From: the minister\nTo: the staff\nSubject: pay\n\nPaid.';
    expect(await extract(bytes(memo), 'a.txt')).toMatchObject({ text: memo, mediaType: 'text/plain' });
  });
});

describe('what comes with a letter', () => {
  const attached = (name: string, content = 'words', type = 'text/plain') =>
    `Content-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\n\n${content}`;

  test('are parts, byte for byte, forwarded letters too', async () => {
    const inner = decoded(letter([...HEAD, '', 'Forwarded words.']));
    const base64 = Buffer.from([0, 1, 2, 255]).toString('base64');
    const { parts, text } = await extract(
      mixed([
        'Content-Type: text/plain\n\nSee the files.',
        `Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="=?utf-8?q?a=C3=B1o.pdf?="\n\n${base64}`,
        `Content-Type: message/rfc822\n\n${inner}`,
      ]),
      'a.eml',
    );
    expect(text).toBe(`${top}See the files.`);
    expect(parts.map(it => it.name)).toEqual(['año.pdf', 'attachment-2.eml']);
    expect(parts[0]?.bytes).toEqual(new Uint8Array([0, 1, 2, 255]));
    const forwarded = await extract(parts[1]?.bytes ?? new Uint8Array(), parts[1]?.name ?? '');
    expect(forwarded.text).toContain('Forwarded words.');
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\windows\\\\a.txt', 'a.txt'],
    ['..', 'attachment-1.txt'],
    ['a\u202etxt.exe', 'a txt.exe'],
    ['con<>:|?*.txt', 'con______.txt'],
    ['x'.repeat(500), 'x'.repeat(120)],
  ])('have names that lead nowhere: %s', async (given, name) => {
    const { parts } = await extract(mixed([attached(given)]), 'a.eml');
    expect(parts.map(it => it.name)).toEqual([name]);
  });

  test('pictures shown inside the letter are not parts', async () => {
    const related = letter([
      ...HEAD,
      'Content-Type: multipart/related; boundary=r',
      '',
      '--r',
      'Content-Type: text/html',
      '',
      '<p>Words</p><img src="cid:logo">',
      '--r',
      'Content-Type: image/png',
      'Content-ID: <logo>',
      '',
      'PNG',
      '--r--',
    ]);
    expect((await extract(related, 'a.eml')).parts).toEqual([]);
  });
});

describe('a mailbox', () => {
  const box = (n: number) =>
    bytes(
      Array.from(
        { length: n },
        (_, index) =>
          `From ana@ministry.example Tue Jan  2 23:10:0${index} 2024\n${HEAD.join('\n')}\n\nLetter ${index}.\nFrom here on nothing.\n\n`,
      ).join(''),
    );

  test('is the list of its letters, each a part', async () => {
    const { parts, text, mediaType } = await extract(box(3), 'in.mbox');
    expect(mediaType).toBe('application/mbox');
    expect(text.split('\n')[2]).toBe(
      'Tue, 2 Jan 2024 23:10:00 -0500\tAna Ruíz <ana@ministry.example>\tSalarios de los médicos',
    );
    expect(parts.map(it => it.name)).toEqual(['letter-1.eml', 'letter-2.eml', 'letter-3.eml']);
    expect((await extract(parts[1]?.bytes ?? bytes(''), 'letter-2.eml')).text).toContain(
      'Letter 1.\nFrom here on',
    );
  });

  test('of one letter is that letter', async () =>
    expect(await extract(box(1), 'in')).toMatchObject({ mediaType: 'message/rfc822', parts: [] }));
});
