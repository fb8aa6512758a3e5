import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { createStore } from '#store/store.ts';
import { extractBefore } from '#test/drifting.ts';
import { aDossier } from '#test/factories.ts';
import { tempFolder } from '#test/stores.ts';
import { type Bench, bench, TOKEN } from '#test/workbench.ts';

describe('the requests about anchors', () => {
  let it: Bench;
  beforeAll(async () => {
    const folder = tempFolder('anchors');
    const store = await createStore(folder, aDossier(), { by: 'tester' });
    await extractBefore(store, await loadLexicons());
    await store.close();
    it = await bench({ folder });
  });
  afterAll(() => it.stop());

  async function ask(path: string, body?: unknown) {
    const response = await fetch(new URL(path, it.server.address), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  }

  test('extract anew, list what drifted, and the newest text comes first', async () => {
    expect((await ask('/api/anchors')).answer).toEqual({ readOnly: false, rows: [] });
    expect((await ask('/api/texts/source', {})).answer).toMatchObject({
      text: 'source.text.2',
      drifted: ['nurse', 'share'],
    });
    const { answer } = await ask('/api/anchors?source=source');
    expect(answer.rows).toMatchObject([{ claim: 'nurse' }, { claim: 'share' }]);
    expect((await ask('/api/sources/source')).answer.text).toMatchObject({ id: 'source.text.2' });
    expect((await ask('/api/texts/nothing', {})).status).toBe(404);
  });

  test('a version of itself, or of what is not there, is refused', async () => {
    const version = { source: 'source', kind: 'version', reason: 'It says so.' };
    expect((await ask('/api/relations', { ...version, of: 'source' })).status).toBe(400);
    expect((await ask('/api/relations', { ...version, of: 'nothing' })).status).toBe(404);
    expect((await ask('/api/versions/source')).answer).toEqual({ rows: [] });
    expect((await ask('/api/versions/nothing')).status).toBe(404);
  });
});
