import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEvidence, undo } from '#evidence/claims/claims.ts';
import { addReply, type Draft, noteState, recordRequest, requests } from '#response/requests/requests.ts';
import { act, type Store } from '#store/store.ts';
import { a } from '#test/factories.ts';
import { newStore, stores } from '#test/stores.ts';

const BY = { by: 'tester' };
const draft: Draft = {
  from: 'commission',
  to: ['ministry'],
  sent: '2026-01-02',
  deadline: { days: 10, counted: 'working', place: 'PRT' },
  questions: ['How much?', 'To whom?'],
  language: 'es',
};

describe.each(stores)('on $name', kind => {
  describe.skipIf(!kind.here)('a request', () => {
    let store: Store;
    beforeAll(async () => {
      store = await newStore(kind);
      await act(store, { ...BY, act: 'edit' }, async write => {
        await write.put('parties', a('parties', { id: 'commission', name: 'The Commission', parent: null }));
        await write.put('parties', a('parties', { id: 'ministry', name: 'The Ministry', parent: null }));
      });
    });
    afterAll(() => store.close());

    const all = async () => requests(await loadEvidence(store), '2026-01-20');

    test('that was sent is kept with its letter, its questions and its day', async () => {
      const kept = await recordRequest(store, BY, await loadEvidence(store), draft);
      expect(kept).toMatchObject({ due: '2026-01-16', questions: 2 });
      const [request] = await all();
      expect(request).toMatchObject({ id: kept.request, due: '2026-01-16', overdue: true });
      expect(request?.questions.map(it => it.text)).toEqual(['How much?', 'To whom?']);
      const claim = (await loadEvidence(store)).claims.get(kept.claim);
      expect(claim?.passage.exact).toContain('Solicitud de información');
      expect(claim?.source.kind).toBe('letter');
    });

    test('sent twice in the same words is told, and nothing is doubled', async () => {
      await expect(recordRequest(store, BY, await loadEvidence(store), draft)).rejects.toThrow(
        'file.duplicate',
      );
      expect(await all()).toHaveLength(1);
    });

    test('is answered, with what came along, and the answer is taken back by one undo', async () => {
      const [before] = await all();
      const given = {
        request: before?.id ?? '',
        party: 'ministry',
        kind: 'partial' as const,
        date: '2026-01-15',
        summary: 'Sent\nhalf.',
        enclosures: [before?.id ?? ''],
        language: 'es' as const,
      };
      await addReply(store, BY, await loadEvidence(store), given);
      const [after] = await all();
      expect(after?.standing[0]).toMatchObject({ state: 'partly-replied', late: 'no' });
      expect(after?.replies[0]?.summary).toBe('Sent half.');
      expect((await loadEvidence(store)).enclosures).toHaveLength(1);
      await undo(store, BY);
      expect((await all())[0]).toEqual(before);
      expect((await loadEvidence(store)).enclosures).toEqual([]);
    });

    test('is noted as under review, once', async () => {
      const [{ id = '' } = {}] = await all();
      await noteState(store, BY, id, 'internal-review');
      expect((await all())[0]?.state).toBe('internal-review');
      await expect(noteState(store, BY, id, 'internal-review')).rejects.toThrow('row.state');
    });

    test('refuses what is not there, and keeps nothing of it', async () => {
      const evidence = await loadEvidence(store);
      const given = {
        request: 'nope',
        party: 'ministry',
        kind: 'reply',
        date: '2026',
        summary: 's',
      } as const;
      await expect(addReply(store, BY, evidence, { ...given, language: 'en' })).rejects.toThrow(
        'row.missing',
      );
      const [{ id = '' } = {}] = await all();
      const enclosing = { ...given, request: id, enclosures: ['nope'], language: 'en' } as const;
      await expect(addReply(store, BY, evidence, enclosing)).rejects.toThrow('row.missing');
      expect((await loadEvidence(store)).replies).toEqual([]);
    });
  });
});
