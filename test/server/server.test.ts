import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importIntoMemory } from '#package/package.ts';
import { app, builtPages, live, readPages } from '#server/server.ts';
import { type Bench, bench, examplePackage, TOKEN } from '#test/workbench.ts';

let it: Bench;
beforeAll(async () => {
  it = await bench();
});
afterAll(() => it.stop());

const origin = () => new URL(it.server.address).origin;
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${origin()}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { authorization: `Bearer ${TOKEN}`, ...(init.headers as Record<string, string> | undefined) },
  });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** A request whose Host header is not its address, which fetch does not allow. */
function askAs(headers: Record<string, string>, path = '/api/state'): Promise<number> {
  const { hostname, port } = new URL(it.server.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('who may ask', () => {
  test('the printed link gives a cookie and leaves the address without its token', async () => {
    const response = await fetch(`${origin()}/who?side=critical&token=${TOKEN}`, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/who?side=critical');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const state = await fetch(`${origin()}/api/state`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(state.status).toBe(200);
  });

  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another start’s cookie', { cookie: 'probanza-1=wrong' }],
  ])('%s gives nothing of the dossier', async (_, headers) => {
    for (const path of ['/api/state', '/api/claims', '/api/nothing']) {
      const response = await fetch(`${origin()}${path}`, { headers: headers as Record<string, string> });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ title: 'http.token' });
    }
  });

  test('a wrong token in the link sets no cookie', async () => {
    const response = await fetch(`${origin()}/?token=wrong`, { redirect: 'manual' });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('each start has its own token', async () => {
    const other = await bench({ token: undefined });
    await other.stop();
    expect(new URL(other.server.address).searchParams.get('token')).toMatch(/^[\w-]{20,}$/);
  });

  test('a name that somebody points here is refused', async () => {
    const authorization = `Bearer ${TOKEN}`;
    expect(await askAs({ host: 'evil.example', authorization })).toBe(403);
    expect(await askAs({ host: `evil.example:${new URL(it.server.address).port}`, authorization })).toBe(403);
    expect(await askAs({ host: new URL(it.server.address).host, authorization })).toBe(200);
  });

  test('another page is refused by its origin, and a form of it by what the browser says', async () => {
    expect((await ask('/api/state', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await ask('/api/state', { headers: { origin: 'null' } })).status).toBe(403);
    const form = await post('/api/undo', {}, { 'sec-fetch-site': 'cross-site' });
    expect(form.status).toBe(403);
  });

  test('the policy lets nothing in from elsewhere', async () => {
    const { headers } = await ask('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a page that outlived its server is let in by the new link', async () => {
    expect(
      (await post('/session', { link: 'http://127.0.0.1/?token=wrong' }, { authorization: '' })).status,
    ).toBe(401);
    const response = await post('/session', { link: it.server.address }, { authorization: '' });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toContain(TOKEN);
  });
});

describe('what is asked', () => {
  test('the five answers come in the language asked for', async () => {
    const { answers } = await (await ask('/api/answers?lang=pt')).json();
    expect(answers.map((answer: { title: string }) => answer.title)).toEqual([
      'Quem o diz?',
      'É trabalho forçado?',
      'Quantos?',
      'Para onde vai o dinheiro?',
      'O que está a ser feito?',
    ]);
  });

  test.each([
    '/api/state',
    '/api/places',
    '/api/claims?side=critical&period=2013/2014',
    '/api/standards',
    '/api/findings?standard=ilo-11-indicators',
    '/api/findings/places',
    '/api/figures',
    '/api/money',
    '/api/response',
    '/api/sources',
    '/api/review',
  ])('%s answers', async path => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('a claim comes whole: words, source, what it bears on, answers, history', async () => {
    const { rows } = await (await ask('/api/claims')).json();
    const whole = await (await ask(`/api/claims/${rows[0].id}`)).json();
    expect(whole).toMatchObject({
      line: { id: rows[0].id },
      passage: { exact: expect.any(String), before: expect.any(String) },
      source: { grade: expect.any(String) },
      history: [{ act: 'import', seq: expect.any(Number) }],
    });
  });

  test('a long list comes in parts that fit together', async () => {
    const all = (await (await ask('/api/claims?limit=500')).json()).rows.map((row: { id: string }) => row.id);
    const parts: string[] = [];
    for (let offset = 0; offset < all.length; offset += 2) {
      const part = await (await ask(`/api/claims?limit=2&offset=${offset}`)).json();
      parts.push(...part.rows.map((row: { id: string }) => row.id));
    }
    expect(parts).toEqual(all);
  });

  test.each([
    ['/api/nothing', 404, 'http.missing'],
    ['/api/claims/nobody', 404, 'row.missing'],
    ['/api/sources/nobody', 404, 'row.missing'],
    ['/api/claims?offset=-1', 400, 'usage.value'],
    ['/api/claims?limit=1e9', 400, 'usage.value'],
    ['/api/claims?place=nowhere', 400, 'usage.value'],
    ['/api/claims?period=soon', 400, 'usage.value'],
    ['/api/claims?lang=xx', 400, 'usage.value'],
    [`/api/claims?q=${'x'.repeat(2000)}`, 400, 'usage.value'],
    ['/api/findings?standard=nothing', 404, 'standard.unknown'],
    ['/api/findings?proof=nothing', 404, 'proof.unknown'],
    ['/api/findings?route=nothing', 400, 'usage.value'],
    ['/assets/nothing.js', 404, 'http.missing'],
  ])('%s is told in one line', async (path, status, code) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const body = await response.json();
    expect(body).toMatchObject({ status, title: code });
    expect(body.detail.split('\n')).toHaveLength(1);
  });

  test.each(['"', '""', "'; drop table claims; --", '*', 'NEAR(a b)', '\0', '(((', 'a AND NOT b', '💥'])(
    'the search %j is words, never a command',
    async q => {
      const response = await ask(`/api/claims?q=${encodeURIComponent(q)}`);
      expect(response.status).toBe(200);
    },
  );

  test('a path cannot climb out of the pages', async () => {
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
    ]) {
      const text = await (await ask(path)).text();
      expect(text).not.toContain('"dependencies"');
    }
  });

  test('every other address is the page itself, which reads it', async () => {
    const text = await (await ask('/who?side=critical')).text();
    expect(text).toContain('<div id="root">');
    expect(text).not.toContain(TOKEN);
  });
});

describe('what is done', () => {
  test('a file is added, read, decided on, and taken back; each act is acknowledged by its number', async () => {
    const before = await (await ask('/api/state')).json();
    const form = new FormData();
    form.set('file', new File(['“They kept our passports,” said Maria Lopez, a nurse.\n'], 'note.txt'));
    form.set('title', 'A note');
    form.set('grade', 'B');
    const added = await (await ask('/api/sources', { method: 'POST', body: form })).json();
    expect(added).toMatchObject({ source: 'a-note', proposals: expect.any(Number), seq: expect.any(Number) });
    expect(added.seq).toBeGreaterThan(before.seq);
    const { rows } = await (await ask('/api/review?kind=claim&source=a-note')).json();
    expect(rows[0]).toMatchObject({ found: { speaker: { name: 'Maria Lopez' } } });
    const [{ id }] = rows;
    const decided = await (
      await post('/api/review', { decision: 'accept', ids: [id], changes: { side: 'critical' } })
    ).json();
    expect(decided).toMatchObject({ claims: [id], seq: expect.any(Number) });
    const { line } = await (await ask(`/api/claims/${id}`)).json();
    expect(line).toMatchObject({ state: 'accepted', side: 'critical' });
    const again = await post('/api/review', { decision: 'accept', ids: [id] });
    expect(again.status).toBe(409);
    await post('/api/undo', {});
    expect((await ask(`/api/claims/${id}`)).status).toBe(404);
  });

  test('all that fit a choice are decided in one act, by the number that was shown, with what was set before', async () => {
    const form = new FormData();
    const said = ['One', 'Two', 'Three', 'Four'].map(
      it => `Minister Juan Perez said that ward ${it} was open.`,
    );
    form.set('file', new File([said.join('\n\n')], 'wards.txt'));
    form.set('title', 'Wards');
    await ask('/api/sources', { method: 'POST', body: form });
    const where = { source: 'wards', kind: 'claim', speaker: 'Juan Perez' };
    const asked = `/api/review?${new URLSearchParams(where)}&order=text`;
    const { rows, total } = await (await ask(asked)).json();
    expect([total, rows.length]).toEqual([4, 4]);
    const set = { side: 'defending', stake: 'yes' };
    await post('/api/review', { decision: 'accept', ids: [rows[0].id], changes: set });
    const { rows: next, decided } = await (await ask(asked)).json();
    expect(decided).toBe(1);
    expect(next[0].carried).toEqual({ claim: rows[0].id, changes: set });
    const wrong = await post('/api/review', { decision: 'accept', where, n: 4 });
    expect([wrong.status, (await wrong.json()).title]).toEqual([409, 'choice.changed']);
    const done = await (await post('/api/review', { decision: 'accept', where, n: 3, carry: true })).json();
    expect(done).toMatchObject({ n: 3, claims: rows.slice(1).map((it: { id: string }) => it.id) });
    for (const { id } of rows) {
      const { line, claim } = await (await ask(`/api/claims/${id}`)).json();
      expect([line.side, claim.stake]).toEqual(['defending', 'yes']);
    }
    await post('/api/undo', {});
    expect((await (await ask(asked)).json()).total).toBe(3);
    expect((await post('/api/review', { decision: 'accept', where: { guilt: 'yes' } })).status).toBe(400);
    expect((await post('/api/review', { decision: 'accept', ids: [] })).status).toBe(400);
  });

  test('a party opens with everything on it, takes other names, and a name is nobody else’s', async () => {
    const { rows } = await (await ask('/api/parties?q=juan')).json();
    expect(rows).toMatchObject([{ id: 'juan-perez', asserts: { defending: 1 } }]);
    const party = await (await ask('/api/parties/juan-perez')).json();
    const [{ n }] = party.waiting;
    expect(n).toBeGreaterThanOrEqual(3);
    expect(party.sentence).toBe(
      `Juan Perez asserts 1 claim: 0 critical, 1 defending, 0 neutral. 0 claims of others name it; ${n} proposals wait.`,
    );
    expect(party.waiting).toEqual([{ name: 'Juan Perez', n }]);
    await post('/api/parties/juan-perez', { changes: { aliases: 'J. Perez' } });
    expect((await (await ask('/api/parties/juan-perez')).json()).aliases).toEqual(['J. Perez']);
    const other = rows[0].id === 'sender' ? 'juan-perez' : 'sender';
    expect((await post(`/api/parties/${other}`, { changes: { aliases: 'J. Perez' } })).status).toBe(409);
    expect((await post('/api/parties/juan-perez', { changes: { guilt: 'yes' } })).status).toBe(400);
    expect((await ask('/api/parties/nobody')).status).toBe(404);
    const merged = await (await post('/api/parties/juan-perez/merge', { into: other })).json();
    expect(merged).toMatchObject({ into: other, n: expect.any(Number) });
    expect((await ask('/api/parties/juan-perez')).status).toBe(404);
    await post('/api/undo', {});
    expect((await ask('/api/parties/juan-perez')).status).toBe(200);
  });

  test('the same bytes twice are told, in the reader’s language', async () => {
    const form = new FormData();
    form.set('file', new File(['“They kept our passports,” said Maria Lopez, a nurse.\n'], 'copy.txt'));
    const response = await ask('/api/sources', {
      method: 'POST',
      body: form,
      headers: { 'accept-language': 'es' },
    });
    expect(response.status).toBe(409);
    expect((await response.json()).detail).toMatch(/a-note/);
  });

  test('a claim and a source are edited; who grades is written down; bytes are not a matter of saying', async () => {
    const { rows } = await (await ask('/api/claims')).json();
    expect((await post(`/api/edits/${rows[0].id}`, { changes: { credibility: '3' } })).status).toBe(200);
    const whole = await (await ask(`/api/claims/${rows[0].id}`)).json();
    expect(whole.history.at(-1)).toMatchObject({
      act: 'edit',
      changed: [{ column: 'credibility', is: '3' }],
    });
    expect(
      (await post('/api/edits/a-note', { changes: { grade: 'C', gradeReason: 'one witness' } })).status,
    ).toBe(200);
    expect((await (await ask('/api/sources/a-note')).json()).source).toMatchObject({
      grade: 'C',
      gradedBy: 'tester',
    });
    expect((await post('/api/edits/a-note', { changes: { file: '0'.repeat(64) } })).status).toBe(400);
    expect(
      (await post(`/api/edits/${rows[0].id}`, { changes: { side: 'wicked' } })).status,
    ).toBeGreaterThanOrEqual(400);
  });

  test.each([
    ['no file', () => new FormData()],
    ['an empty file', () => withFile(new File([''], 'empty.txt'))],
    ['bytes that are no text', () => withFile(new File([new Uint8Array([0, 1, 2, 3, 255, 254])], 'x.bin'))],
  ])('%s is refused and leaves nothing', async (_, form) => {
    const { seq } = await (await ask('/api/state')).json();
    const response = await ask('/api/sources', { method: 'POST', body: form() });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect((await (await ask('/api/state')).json()).seq).toBe(seq);
  });

  test.each([
    ['not JSON', '{'],
    ['no ids', JSON.stringify({ decision: 'accept', ids: [] })],
    ['an unknown decision', JSON.stringify({ decision: 'burn', ids: ['x'] })],
    ['an unknown id', JSON.stringify({ decision: 'accept', ids: ['nobody'] })],
  ])('a decision with %s is refused', async (_, body) => {
    const response = await ask('/api/review', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

test('on the reference dossier the data of every page comes within 50 ms', async () => {
  const paths = [
    'answers?',
    'claims?',
    'claims?q=passports&',
    'claims/f0229?',
    'findings?',
    'findings?standard=ilo-11-indicators&',
    'findings/places?',
    'figures?',
    'money?',
    'response?',
    'sources?',
    'sources/14ymedio-2018-05-11?',
    'sources/14ymedio-2018-05-11/outlet?',
    'parties?',
    'parties/paho?',
    'review?',
  ];
  const best = new Map<string, number>();
  // the best of up to ten servers, each asked anew: other tests run beside on the same cores
  for (let turn = 0; turn < 10 && (turn === 0 || Math.max(...best.values()) >= 50); turn += 1) {
    const { store, ask } = await packageServed(
      join(examplePackage, '../../../dossiers/cuban-medical-missions'),
    );
    const time = async (path: string, lang: string) => {
      const began = performance.now();
      const response = await ask(`/api/${path}lang=${lang}`);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
      return performance.now() - began;
    };
    for (const path of paths) await time(path, 'en');
    // another language, so that nothing kept from before answers
    for (const path of paths)
      best.set(path, Math.min(best.get(path) ?? 1e9, await time(path, 'es'), await time(path, 'pt')));
    await store.close();
  }
  for (const [path, ms] of best) expect(ms, path).toBeLessThan(50);
}, 60_000);

test('a package is served for reading only', async () => {
  const { store, ask } = await packageServed(examplePackage);
  expect(await (await ask('/api/state')).json()).toMatchObject({ readOnly: true });
  const refused = await ask('/api/undo', { method: 'POST' });
  expect(await refused.json()).toMatchObject({ title: 'store.read-only', status: 409 });
  await store.close();
});

/** A package served without a port, to who holds its token. */
async function packageServed(folder: string) {
  const store = await importIntoMemory(folder);
  const pages = readPages(await builtPages());
  const routes = app(await live(store, 'tester'), {
    port: 4780,
    token: TOKEN,
    pages,
    now: () => new Date(0),
  });
  const headers = {
    host: '127.0.0.1:4780',
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
  };
  return {
    store,
    ask: (path: string, init: RequestInit = {}) =>
      routes.request(`http://127.0.0.1:4780${path}`, { ...init, headers }),
  };
}

function withFile(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}
