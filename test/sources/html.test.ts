import { describe, expect, test } from 'vitest';
import { extract } from '#evidence/sources/sources.ts';
import { article, bytes } from '#test/formats.ts';

const sentence = 'El ministerio dijo que los salarios se pagan completos, según la ley.';
const page = (body: string, head = '') =>
  bytes(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const text = async (content: Uint8Array, name = 'page.html') => (await extract(content, name)).text;

describe('the text of a page', () => {
  test('is its article, with its heading and without its menu', async () => {
    const it = await extract(bytes(article('Salarios', sentence)), 'a.html');
    expect(it.text.startsWith('Salarios\n\nEl ministerio dijo')).toBe(true);
    expect(it.text).not.toContain('Menu');
    expect(it).toMatchObject({ title: 'Salarios', about: { lang: 'es' }, capture: null, parts: [] });
  });

  test('has a line for each item, with the number that the page gives it', async () => {
    expect(
      await text(page('<p>Before</p><ul><li>one<li><p>two</p></ul><ol><li>first<li></li><li>third</ol>')),
    ).toBe('Before\n\n- one\n\n- two\n\n1. first\n3. third');
  });

  test('keeps the cells of a table apart, and empty cells their place', async () => {
    const rows =
      '<tr><th>Country<th>Doctors<th>Year</tr><tr><td>A</td><td></td><td>2024</td></tr><tr><td>B<td><p>1,200</p><td>2025</tr>';
    expect(await text(page(`<table>${rows}</table><p>After</p>`))).toBe(
      'Country\tDoctors\tYear\nA\t\t2024\nB\t1,200\t2025\n\nAfter',
    );
  });

  test('reads a table that only arranges the page as the page', async () => {
    const body = `<table><tr><td>Left</td><td><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p></td></tr></table>`;
    expect(await text(page(body))).toBe('Left\n\nOne.\n\nTwo.\n\nThree.\n\nFour.');
  });

  test('breaks lines where the page does and nowhere else', async () => {
    expect(await text(page('<h2>Wages\n and  <b>pay</b></h2>a<br>b<span> c</span>\n<pre>x\n  y</pre>'))).toBe(
      'Wages and pay\n\na\nb c\n\nx\n  y',
    );
  });

  test('has no soft hyphens, with which no word would be found again', async () => {
    expect(await text(page('<p>com\u00adpen\u00adsa\u00adción del minis\u200bterio</p>'))).toBe(
      'compensación del ministerio',
    );
  });

  test('has nothing of scripts, forms, refreshes, handlers and what is hidden', async () => {
    const body = `<p onclick="evil()">Words</p><script>evil()</script><form action="//evil"><input value="evil"><textarea>evil</textarea><button>evil</button></form><p style="display : none">evil</p><p hidden>evil</p><iframe src="//evil">evil</iframe><template>evil</template><svg><text>evil</text></svg><noscript>evil</noscript><!-- evil --><a href="javascript:evil()">more</a>`;
    expect(
      await text(page(body, '<meta http-equiv="refresh" content="0;url=//evil"><base href="//evil">')),
    ).toBe('Words\n\nmore');
  });
});

describe('a page that is badly made', () => {
  const words = `<p>${`${sentence} `.repeat(8)}</p>`;

  test.each([
    ['has no end of its head', `<html><head><title>A</title><body><article>${words}</article></body></html>`],
    ['has a head and no body', `<html><head>${words}`],
    ['goes on after its end', `<html><body></body></html>${words}`],
    ['begins before its start', `<!doctype html><x><html>${words}</html></x>`],
    ['ends at once', `<html></html>${words}`],
    ['has a body twice', `<html><body>${words}</body></body><html></html>`],
    ['has attributes and no body', `<html x><span>${words}</html>`],
    ['is a piece of a page', words],
  ])('gives its words where it %s', async (_, content) =>
    expect(await text(bytes(content))).toContain(sentence),
  );
});

test('a page of nothing but a comment holds no text', async () =>
  expect(text(bytes('<!doctype html><!-- <html> --> '))).rejects.toMatchObject({ code: 'file.empty' }));

describe('the letters of a page', () => {
  const words = 'El señor habló en Bogotá de la compensación.';
  const latin = (text: string) => Uint8Array.from([...text].map(letter => letter.charCodeAt(0)));

  test.each([
    ['as it declares', latin(`<html><head><meta charset="iso-8859-1"></head><body>${words}</body></html>`)],
    [
      'as UTF-8 where it declares another and lies',
      bytes(`<html><head><meta charset="iso-8859-1"></head><body>${words}</body></html>`),
    ],
    [
      'as Western where it declares UTF-8 and lies',
      latin(`<html><head><meta charset="utf-8"></head><body>${words}</body></html>`),
    ],
    ['by the mark of UTF-8', bytes(`\uFEFF<html><body>${words}</body></html>`)],
    ['by the mark of UTF-16', Buffer.from(`\uFEFF<html><body>${words}</body></html>`, 'utf16le')],
    [
      'by the old way of declaring',
      latin(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body>${words}</body></html>`,
      ),
    ],
  ])('are read %s', async (_, content) => expect(await text(content)).toBe(words));

  test('of elsewhere are read as declared', async () => {
    const content = Buffer.concat([
      bytes('<html><head><meta charset="koi8-r"></head><body>'),
      Buffer.from([0xd4, 0xc5, 0xcb, 0xd3, 0xd4]),
    ]);
    expect(await text(content)).toBe('текст');
  });

  test('in an encoding that does not exist are told', async () =>
    expect(
      extract(Buffer.concat([bytes('<html><meta charset="x-none">'), Buffer.from([0xd4])]), 'a.html'),
    ).rejects.toMatchObject({ code: 'file.encoding' }));
});

describe('what a page says of itself', () => {
  const about = async (head: string) => (await extract(page('<p>Words</p>', head), 'a.html')).about;

  test('comes from its meta elements', async () => {
    expect(
      await about(
        '<meta name="author" content=" Ana\n Ruiz "><meta property="article:published_time" content="2024-01-31T23:30:00-05:00"><meta property="og:site_name" content="The Paper"><meta property="og:locale" content="pt_BR"><link rel="canonical" href="https://paper.example/a#b">',
      ),
    ).toEqual({
      author: 'Ana Ruiz',
      date: '2024-01-31',
      publisher: 'The Paper',
      lang: 'pt-BR',
      url: 'https://paper.example/a#b',
    });
  });

  test('comes from its JSON-LD', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': 'NewsArticle',
          headline: 'h',
          author: [{ name: 'Ana Ruiz' }, 'B. Silva'],
          datePublished: '2024-02',
          publisher: { name: 'The Paper' },
          inLanguage: 'es',
        },
      ],
    };
    expect(await about(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual({
      author: 'Ana Ruiz, B. Silva',
      date: '2024-02',
      publisher: 'The Paper',
      lang: 'es',
    });
  });

  test('is left out where it is no name, no day, no language, no address', async () => {
    expect(
      await about(
        '<meta name="author" content="https://social.example/ana"><meta name="date" content="2024-13-45"><meta name="content-language" content="<b>"><link rel="canonical" href="javascript:evil()"><script type="application/ld+json">{"author":</script>',
      ),
    ).toEqual({});
  });

  test('is one short line, however long and strange it is', async () => {
    const { author = '' } = await about(
      `<meta name="author" content="${'\u202eevil\u200f '.repeat(100_000)}">`,
    );
    expect(author.length).toBe(300);
    expect(author).not.toMatch(/[\u202e\u200f]/);
  });

  test('never keeps a password of an address', async () =>
    expect(await about('<meta property="og:url" content="https://u:secret@paper.example/">')).toEqual({
      url: 'https://paper.example/',
    }));
});

describe('Markdown and tables of text', () => {
  test('stay as they are, with the first heading for a title', async () => {
    const content = '\uFEFF```\n# code\n```\n\nWords\n\n## The *title* ##\n';
    expect(await extract(bytes(content), 'a.md')).toMatchObject({
      text: content,
      title: 'The *title*',
      mediaType: 'text/markdown',
    });
    expect((await extract(bytes('Under\n=====\nwords'), 'a.md')).title).toBe('Under');
  });

  test('CSV is text', async () =>
    expect(await extract(bytes('a;b\r\n1;2\r\n'), 'a.csv')).toMatchObject({
      text: 'a;b\r\n1;2\r\n',
      mediaType: 'text/csv',
    }));
});
