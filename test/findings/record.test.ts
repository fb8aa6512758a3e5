import { describe, expect, test } from 'vitest';
import { ask, recordFinding, verifyFindings } from '#assessment/findings/findings.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { act, memoryStore, type Store } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';

async function aStore(): Promise<Store> {
  const store = await memoryStore(aDossier());
  await act(store, { by: 'tester', act: 'add' }, async write => {
    await write.put('parties', a('parties'));
    await write.put('subjects', a('subjects'));
    await write.put('sources', a('sources'));
    await write.putText(a('texts'), 'Words.\n');
    await write.put('passages', a('passages'));
    await write.put('claims', a('claims'));
    await write.put('bearings', a('bearings', { id: 'b1' }));
    await write.put(
      'bearings',
      a('bearings', { id: 'b2', standard: 'binding', element: 'binding.all-posted' }),
    );
  });
  return store;
}

describe('a recorded finding', () => {
  test.each(['en', 'es', 'pt'] as const)(
    'recorded in %s comes out again, whoever reads it',
    async language => {
      const store = await aStore();
      const finding = await ask(await loadEvidence(store), { standard: 'ilo-c029', language });
      const id = await recordFinding(store, { by: 'tester' }, finding);
      const english = await ask(await loadEvidence(store), { standard: 'ilo-c029', language: 'en' });
      expect(await recordFinding(store, { by: 'tester' }, english)).toBe(id);
      expect(await verifyFindings(store)).toEqual({ failures: [], changed: [] });
      await store.close();
    },
  );

  test('whose output was altered fails; one whose evidence has changed since is only told', async () => {
    const store = await aStore();
    const finding = await ask(await loadEvidence(store), { standard: 'ilo-c029', language: 'en' });
    const id = await recordFinding(store, { by: 'tester' }, { ...finding, verdict: 'met' });
    const failure = `findings/${id}: no longer comes out as it was recorded`;
    expect(await verifyFindings(store)).toEqual({ failures: [failure], changed: [] });
    await act(store, { by: 'tester', act: 'edit' }, write =>
      write.put('claims', a('claims', { credibility: '5' })),
    );
    expect(await verifyFindings(store)).toEqual({ failures: [], changed: [`findings/${id}`] });
    await store.close();
  });
});
