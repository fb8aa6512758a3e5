import { describe, expect, test } from 'vitest';
import { extract } from '#evidence/sources/sources.ts';
import { article, bytes, letter, wacz, warc, warcRecord } from '#test/formats.ts';
import { quickest } from '#test/quickest.ts';

const sentence = 'The ministry said that wages are paid in full, every month.';
const page = article('Wages', sentence);
const url = 'https://ministry.example/wages.html';

describe('a page that a browser saved', () => {
  const commented = (comment: string) => bytes(page.replace('<head>', `<!--${comment}--><head>`));

  test('by SingleFile tells its address and time', async () => {
    const comment = `\n Page saved with SingleFile \n url: ${url} \n saved date: Tue Jan 02 2024 12:34:56 GMT+0100 (Central European Standard Time)\n`;
    expect(await extract(commented(comment), 'a.html')).toMatchObject({
      title: 'Wages',
      capture: { at: '2024-01-02T11:34:56.000Z', url, how: expect.stringContaining('SingleFile') },
    });
  });

  test('by itself tells its address only', async () =>
    expect(await extract(commented(` saved from url=(0035)${url} `), 'a.html')).toMatchObject({
      capture: { at: null, url },
    }));

  test.each([
    ['no time', `url: ${url} \n saved date: soon`],
    ['a time without a zone', `url: ${url} \n saved date: 2024-01-02 12:34`],
  ])('by SingleFile with %s has none', async (_, said) =>
    expect(
      (await extract(commented(`\n Page saved with SingleFile \n ${said}\n`), 'a.html')).capture,
    ).toMatchObject({
      at: null,
      url,
    }),
  );

  test('tells no address that is none of the web', async () =>
    expect(
      (await extract(commented(' saved from url=(0016)file:///etc/hosts '), 'a.html')).capture,
    ).toBeNull());

  test('as MHTML is its page, with address and time from its head', async () => {
    const mhtml = letter([
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${url}`,
      'Subject: =?utf-8?Q?Wages?=',
      'Date: Tue, 2 Jan 2024 12:34:56 -0500',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="----x"',
      '',
      '------x',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      page.replaceAll('=', '=3D'),
      '------x',
      'Content-Type: text/html',
      '',
      '<html><body>An advertisement in a frame</body></html>',
      '------x--',
    ]);
    const it = await extract(mhtml, 'a.bin');
    expect(it).toMatchObject({
      mediaType: 'multipart/related',
      title: 'Wages',
      parts: [],
      capture: { at: '2024-01-02T17:34:56.000Z', url },
    });
    expect(it.text).toContain(sentence);
    expect(it.text).not.toContain('advertisement');
  });
});

describe('a WARC', () => {
  const pdf = { url: 'https://ministry.example/plan', body: '%PDF-1.4 …', type: 'application/pdf' };

  test.each([true, false])(
    'gives each page and document as a part with its capture (packed: %s)',
    async packed => {
      const records = [
        { url, body: page },
        { url: 'https://ministry.example/a.css', body: 'x', type: 'text/css' },
        pdf,
      ];
      const { parts, text, capture } = await extract(warc(records, packed), 'a');
      expect(parts.map(it => it.name)).toEqual(['wages.html', 'plan.pdf']);
      expect(parts[0]?.capture).toMatchObject({ url, at: '2024-03-05T10:20:30.000Z' });
      expect((await extract(parts[0]?.bytes ?? bytes(''), 'wages.html')).text).toContain(sentence);
      expect(text).toBe(
        `2024-03-05T10:20:30.000Z\t${url}\n2024-03-05T10:20:30.000Z\thttps://ministry.example/plan`,
      );
      expect(capture?.how).toContain('not verified');
    },
  );

  test('unpacks what the server had packed or sent in pieces', async () => {
    const { brotliCompressSync, gzipSync } = await import('node:zlib');
    const chunked = Buffer.from(`${Buffer.byteLength(page).toString(16)}\r\n${page}\r\n0\r\n\r\n`);
    const records = [
      { url: `${url}?1`, body: gzipSync(page), http: ['Content-Encoding: gzip'] },
      { url: `${url}?2`, body: brotliCompressSync(page), http: ['Content-Encoding: br'] },
      { url: `${url}?3`, body: chunked, http: ['Transfer-Encoding: chunked'] },
      { url: `${url}?4`, body: page, http: ['Content-Encoding: br'] },
    ];
    const { parts } = await extract(warc(records), 'a.warc.gz');
    expect(parts.map(it => new TextDecoder().decode(it.bytes))).toEqual([page, page, page, page]);
  });

  test('leaves out what was not answered with success', async () => {
    const { parts } = await extract(
      warc([
        { url, body: page },
        { url, body: 'gone', status: '404 Not Found' },
      ]),
      'a',
    );
    expect(parts).toHaveLength(1);
  });

  test('without a page holds no text', async () =>
    expect(extract(warc([{ url, body: 'x', type: 'image/png' }]), 'a.warc.gz')).rejects.toMatchObject({
      code: 'file.empty',
    }));

  test('of other things packed is told', async () => {
    const { gzipSync } = await import('node:zlib');
    await expect(extract(gzipSync('words'), 'a.txt.gz')).rejects.toMatchObject({ code: 'file.kind' });
  });

  test.each([
    ['that claims more than there is', 10_000_000],
    ['that claims less than there is', 20],
    ['of no length', Number.NaN],
    ['of a length below nothing', -1],
  ])('with a record %s is told at once', async (_, claims) => {
    const took = await quickest(2000, async () => {
      for (const packed of [true, false]) {
        await expect(
          extract(
            warc(
              [
                { url, body: page },
                { url, body: page, claims },
              ],
              packed,
            ),
            'a',
          ),
        ).rejects.toMatchObject({
          code: 'file.broken',
          details: { what: 'a (record 2)' },
        });
      }
    });
    expect(took).toBeLessThan(2000);
  });

  test('cut short is told', async () => {
    const whole = warc([{ url, body: page }]);
    await expect(extract(whole.slice(0, -20), 'a')).rejects.toMatchObject({ code: 'file.broken' });
    await expect(extract(warcRecord({ url, body: page }).slice(0, 300), 'a')).rejects.toMatchObject({
      code: 'file.broken',
    });
  });
});

describe('a WACZ', () => {
  const records = [
    { url, body: page },
    { url: 'https://ministry.example/x.png', body: 'PNG', type: 'image/png' },
  ];

  test('gives its listed pages as parts, and the list as its text', async () => {
    const { parts, text, title, capture, about } = await extract(wacz(records), 'a.zip');
    expect(title).toBe('Statements of a ministry');
    expect(parts.map(it => [it.name, it.capture?.url, it.capture?.at])).toEqual([
      ['wages.html', url, '2024-03-05T10:20:30.000Z'],
    ]);
    expect(text.split('\n')).toEqual([
      `2024-03-05T10:20:30.000Z\tPage of ${url}\t${url}`,
      '2024-03-05T10:20:30.000Z\tPage of https://ministry.example/x.png\thttps://ministry.example/x.png\tnot held as a page or document',
    ]);
    expect(capture).toEqual({
      at: '2024-03-05T11:00:00.000Z',
      url,
      how: 'a WACZ made with a crawler 1.0; the digests of all 2 files match; not signed',
    });
    expect(about).toEqual({ date: '2024-03-05' });
  });

  test('takes the record nearest to the time in the list', async () => {
    const later = { url, body: page.replaceAll('month', 'year'), at: '2024-05-05T10:20:30Z' };
    const { parts } = await extract(wacz([{ url, body: page }, later]), 'a.wacz');
    expect(parts.map(it => it.capture?.at)).toEqual(['2024-03-05T10:20:30.000Z', '2024-05-05T10:20:30.000Z']);
  });

  test('signed by an anonymous key is verified, and says what that does not show', async () =>
    expect((await extract(wacz(records, { signed: true }), 'a.wacz')).capture?.how).toMatch(
      /match; the digest of the list matches; signature by the anonymous key [0-9a-f]{16} verified: unchanged since, by whom it does not say$/,
    ));

  test('signed for a domain says that this was not verified', async () =>
    expect((await extract(wacz(records, { domain: 'archive.example' }), 'a.wacz')).capture?.how).toContain(
      'the signature for archive.example was not verified',
    ));

  test.each([
    [
      'whose pages were exchanged',
      { 'archive/data.warc.gz': warc([{ url, body: 'other' }]) },
      'archive/data.warc.gz',
    ],
    [
      'whose list of pages was changed',
      { 'pages/pages.jsonl': bytes(`{"url":"${url}"}\n`) },
      'pages/pages.jsonl',
    ],
  ])('%s is refused, naming the file', async (_, spoil, where) =>
    expect(extract(wacz(records, { spoil }), 'a.wacz')).rejects.toMatchObject({
      code: 'file.altered',
      details: { where },
    }),
  );

  test('whose list of digests was changed after it was signed is refused', async () => {
    const spoil = { 'datapackage.json': bytes('{"resources":[],"title":"another"}') };
    await expect(extract(wacz(records, { signed: true, spoil }), 'a.wacz')).rejects.toMatchObject({
      code: 'file.altered',
      details: { where: 'datapackage.json' },
    });
  });

  test('whose signature is another’s is refused', async () => {
    const { unzipSync } = await import('fflate');
    const name = 'datapackage-digest.json';
    const read = (it: Uint8Array) => JSON.parse(new TextDecoder().decode(unzipSync(it)[name]));
    const [mine, other] = [read(wacz(records, { signed: true })), read(wacz(records, { signed: true }))];
    // the digest is right, the signature is of another key
    const own = read(wacz(records, { signed: true }));
    own.signedData = { ...own.signedData, signature: other.signedData.signature };
    expect(mine.hash).toBe(other.hash);
    const forged = wacz(records, { signed: true, spoil: { [name]: bytes(JSON.stringify(own)) } });
    await expect(extract(forged, 'a.wacz')).rejects.toMatchObject({
      code: 'file.altered',
      details: { where: `${name}: signature` },
    });
  });

  test('whose digests can be forged says so', async () => {
    const { createHash } = await import('node:crypto');
    const list = bytes(`{"url":"${url}"}\n`);
    const md5 = createHash('md5').update(list).digest('hex');
    const files = (hash: string) => ({
      'pages/pages.jsonl': list,
      'datapackage.json': bytes(JSON.stringify({ resources: [{ path: 'pages/pages.jsonl', hash }] })),
    });
    const archive = await extract(wacz(records, { spoil: files(md5) }), 'a.wacz');
    expect(archive.capture?.how).toBe(
      'a WACZ; 1 of 2 files have no digest (MD5 or SHA-1, which can be forged); not signed',
    );
    await expect(extract(wacz(records, { spoil: files('crc:1') }), 'a.wacz')).rejects.toMatchObject({
      code: 'file.altered',
    });
  });

  test('with files that no digest covers says so', async () => {
    const spoil = { 'archive/more.warc.gz': warc([{ url: `${url}?2`, body: page }]) };
    expect((await extract(wacz(records, { spoil }), 'a.wacz')).capture?.how).toContain(
      '1 of 3 files have no digest',
    );
  });
});
