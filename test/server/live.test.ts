import { afterAll, describe, expect, test } from 'vitest';
import {
  addBytes,
  decide,
  edit,
  linkAnswer,
  loadEvidence,
  renewEvidence,
  undo,
} from '#evidence/claims/claims.ts';
import { listSources } from '#evidence/sources/sources.ts';
import { live } from '#server/server.ts';
import { act, changesSince, findRefs, historyOf, type Store } from '#store/store.ts';
import { a } from '#test/factories.ts';
import { newStore, stores } from '#test/stores.ts';
import { inOrder, triageOf } from '#triage/triage.ts';

const by = { by: 'tester' };
const article = (n: number) => `“They confiscated our passports in ${2000 + n},” said Maria Lopez, a nurse.

The health minister said that 300 doctors had signed voluntarily.
`;

describe.each(stores)('on $name', kind => {
  const open: Store[] = [];
  afterAll(async () => {
    for (const store of open) await store.close();
  });
  const withArticle = async () => {
    const store = await newStore(kind);
    open.push(store);
    await act(store, { ...by, act: 'add' }, write => write.put('parties', a('parties')));
    await addBytes(store, by, Buffer.from(article(1)), 'one.txt', {
      title: 'Uma notícia 100%_',
      publisher: 'Diário',
    });
    return store;
  };

  test.skipIf(!kind.here)('what is read again after acts is what is there', async () => {
    const store = await withArticle();
    let seq = (await changesSince(store, 0)).seq;
    let evidence = await loadEvidence(store);
    const acts = [
      () => decide(store, by, 'accept', ['uma-noticia-100.text.c1']),
      () => decide(store, by, 'accept', ['uma-noticia-100.text.b1', 'uma-noticia-100.text.n1']),
      () => edit(store, by, 'uma-noticia-100.text.c1', { side: 'critical', credibility: '2' }),
      () => addBytes(store, by, Buffer.from(article(2)), 'two.txt', {}),
      () =>
        linkAnswer(store, by, {
          claim: 'uma-noticia-100.text.c2',
          answers: 'uma-noticia-100.text.c1',
          kind: 'rebuts',
          reason: 'It says so.',
        }),
      () => edit(store, by, 'uma-noticia-100', { grade: 'B' }),
      () => undo(store, by),
      () => decide(store, by, 'withdraw', ['uma-noticia-100.text.c2']),
      () => undo(store, by),
    ];
    for (const work of acts) {
      await work();
      const changes = await changesSince(store, seq);
      expect(changes.subjects.length).toBeGreaterThan(0);
      evidence = await renewEvidence(store, evidence, changes.subjects);
      seq = changes.seq;
      expect(evidence).toEqual(await loadEvidence(store));
    }
  });

  test.skipIf(!kind.here)(
    'many who ask at once while others act all see one of the states there were',
    async () => {
      const store = await withArticle();
      const it = await live(store, 'tester');
      const answers = await Promise.all([
        it.evidence(),
        decide(store, by, 'accept', ['uma-noticia-100.text.c1']),
        it.evidence(),
        it.evidence(),
        edit(store, by, 'uma-noticia-100', { note: 'seen' }),
        it.evidence(),
      ]);
      expect(answers).toHaveLength(6);
      expect(await it.evidence()).toEqual(await loadEvidence(store));
      expect(await it.evidence()).toBe(await it.evidence());
      expect(await it.seq()).toBe((await changesSince(store, 0)).seq);
    },
  );

  test.skipIf(!kind.here)('proposals come in the order that is asked, and by what is chosen', async () => {
    const store = await withArticle();
    const triage = triageOf(store);
    const ranked = await triage.ranked(await loadEvidence(store));
    const desk = await triage.desk();
    const sure = inOrder(ranked, desk, { order: 'confidence' }).map(it => it.waits.confidence);
    expect(sure).toEqual(sure.toSorted((x, y) => y - x));
    const starts = inOrder(ranked, desk, { order: 'text' }).map(it => it.waits.start);
    expect(starts).toEqual(starts.toSorted((x, y) => x - y));
    expect(ranked.length).toBe(sure.length);
    const figures = inOrder(ranked, desk, { kind: 'figure' });
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every(it => it.waits.kind === 'figure')).toBe(true);
    expect(inOrder(ranked, desk, { source: 'nobody' })).toEqual([]);
  });

  test.skipIf(!kind.here)('sources are found by their words, and a sign is a sign', async () => {
    const store = await withArticle();
    const found = async (search: string) => (await listSources(store, { search, offset: 0, limit: 9 })).total;
    expect(await found('')).toBe(1);
    expect(await found('diário uma')).toBe(1);
    expect(await found('DIARIO NOTÍCIA')).toBe(1);
    expect(await found('noticia')).toBe(1);
    expect(await found('100%_')).toBe(1);
    expect(await found('%%%%')).toBe(0);
    expect(await found("'; --")).toBe(0);
    expect((await listSources(store, { held: 'abstract', offset: 0, limit: 9 })).total).toBe(0);
  });

  test.skipIf(!kind.here)('words find their claims in any form, and a row has its history', async () => {
    const store = await withArticle();
    await decide(store, by, 'accept', ['uma-noticia-100.text.c1']);
    expect(await findRefs(store, 'passport', 'claim')).toEqual(new Set(['uma-noticia-100.text.c1']));
    expect(await findRefs(store, '   ', 'claim')).toEqual(new Set());
    const history = await historyOf(store, 'claims/uma-noticia-100.text.c1');
    expect(history.map(it => it.entry.act)).toEqual(['accept']);
    expect(history[0]?.payload?.row.id).toBe('uma-noticia-100.text.c1');
  });
});
