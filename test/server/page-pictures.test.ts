/** Pages of a PDF, drawn and measured in a thread that can be killed. */
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { addBytes } from '#evidence/claims/claims.ts';
import { loadLexicons, pdfApart } from '#evidence/sources/sources.ts';
import { app, live } from '#server/server.ts';
import { act, memoryStore, readRows, readText, type Store } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';

const LINES = [
  'The minister said that the doctors kept their passports.',
  'The union said that wages were late.',
];

const SENTENCE = 'The ministry sent 300 doctors to Qatar in 2019.';

async function pdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const line of LINES) document.addPage([595, 842]).drawText(line, { x: 70, y: 700, size: 12, font });
  return document.save();
}

describe('a page drawn or measured apart', () => {
  test('that takes too long is given up in its time, and the next question gets an answer', async () => {
    const file = await pdf();
    const [slow, waits] = await Promise.allSettled([
      pdfApart.picture(file, 1, 400, 0.001),
      pdfApart.picture(file, 2, 400),
    ]);
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'file.slow' } });
    expect(waits).toMatchObject({ status: 'fulfilled', value: expect.any(Uint8Array) });
  });

  test('that fails comes back as the problem of the file', async () => {
    await expect(pdfApart.page(await pdf(), 9)).rejects.toMatchObject({ code: 'row.missing' });
    await expect(pdfApart.page(Buffer.from('%PDF-1.7 nothing'), 1)).rejects.toMatchObject({
      code: 'file.broken',
    });
  });
});

describe('a served PDF', () => {
  let store: Store;
  let get: (path: string) => Promise<Response>;
  beforeAll(async () => {
    store = await memoryStore(aDossier());
    const about = { title: 'A report', publisher: 'The Paper' };
    await addBytes(store, { by: 'tester' }, await pdf(), 'a.pdf', about, await loadLexicons());
    await addBytes(
      store,
      { by: 'tester' },
      Buffer.from(SENTENCE),
      'a.txt',
      { title: 'Words' },
      await loadLexicons(),
    );
    const words = 'A summary.';
    await act(store, { by: 'tester', act: 'add' }, async write => {
      await write.put('sources', a('sources', { id: 'cited' }));
      await write.putText(
        a('texts', { id: 'cited.abstract', source: 'cited', sha256: sha256(words) }),
        words,
      );
    });
    const routes = app(await live(store, 'tester'), {
      port: 1,
      token: 'x',
      pages: { files: new Map(), inlineStyles: [] },
      now: () => new Date(0),
    });
    get = async path =>
      routes.request(`http://127.0.0.1:1/api${path}`, {
        headers: { host: '127.0.0.1:1', authorization: 'Bearer x' },
      });
  });
  afterAll(() => store.close());

  test('comes as pictures of the next width kept, and as nothing that runs', async () => {
    const response = await get('/sources/a-report/pages/1.png?width=700');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(800);
  });

  test('tells for each word where it is printed and where it stands in the text', async () => {
    const [text] = (await readRows(store, 'texts')).filter(it => it.source === 'a-report');
    const body = (await readText(store, text?.id ?? '')) ?? '';
    const page = await (await get('/sources/a-report/pages/2')).json();
    expect(page).toMatchObject({ width: 595, height: 842, fits: true });
    const words = page.boxes.map((it: { start: number; end: number }) => body.slice(it.start, it.end));
    expect(words.join(' ')).toBe(LINES[1]);
    for (const it of page.boxes) expect(it.y).toBeLessThan(842 - 700 + 5);
  });

  test('marks nothing over its pages where the text is another', async () => {
    const other = 'Something else altogether.';
    await act(store, { by: 'tester', act: 'add' }, write =>
      write.putText(
        a('texts', { id: 'other', source: 'a-report', kind: 'extracted', sha256: sha256(other), pages: '3' }),
        other,
      ),
    );
    const page = await (await get('/sources/a-report/pages/2?text=other')).json();
    expect(page).toMatchObject({ fits: false, boxes: [] });
  });

  test.each([
    ['/sources/a-report/pages/9.png', 404],
    ['/sources/a-report/pages/9', 404],
    ['/sources/words/pages/1.png', 404],
    ['/sources/nobody/pages/1.png', 404],
    ['/sources/a-report/pages/1.png?width=999999', 400],
    ['/sources/a-report/pages/x.png', 404],
  ])('%s is refused', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('problem+json');
  });

  test('tells the outlet’s voice, dates and places, and nothing of our own summary', async () => {
    const { marks } = await (await get('/sources/words/outlet')).json();
    const said = (kind: string) =>
      marks
        .filter((it: { kind: string }) => it.kind === kind)
        .map((it: { start: number; end: number }) => SENTENCE.slice(it.start, it.end));
    expect(said('assertion')).toEqual([SENTENCE]);
    expect([said('place'), said('date')]).toEqual([['Qatar'], ['2019']]);
    expect(await (await get('/sources/cited/outlet')).json()).toEqual({ marks: [] });
  });
});
