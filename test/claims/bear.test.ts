import { describe, expect, test } from 'vitest';
import { ask } from '#assessment/findings/findings.ts';
import { loadStandards, standardOf } from '#assessment/standards/standards.ts';
import { addBytes, BINDS, bear, decide, loadEvidence, waiting } from '#evidence/claims/claims.ts';
import { act, memoryStore, type Store } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';

const actor = { by: 'tester' };
const standards = await loadStandards();
const c029 = ['c029.work', 'c029.penalty', 'c029.involuntary'];

/** A dossier with two added texts, each with one accepted claim: what a person has who works from new documents. */
async function twoSources(): Promise<{ store: Store; claims: string[] }> {
  const store = await memoryStore(aDossier());
  await act(store, { ...actor, act: 'add' }, write => write.put('parties', a('parties')));
  const claims: string[] = [];
  for (const [name, grade] of [
    ['Ana Ruiz', 'A'],
    ['Luis Mora', 'B'],
  ] as const) {
    const words = `${name} said: “Whoever leaves the post loses the savings and may not return.”\n`;
    await addBytes(store, actor, Buffer.from(words), `${name}.txt`, {
      title: `Law of ${name}`,
      lang: 'en',
      grade,
    });
    const proposals = (await waiting(store)).filter(it => it.kind === 'claim');
    const set = { credibility: '1', knowledge: 'document', type: 'rule' };
    claims.push(
      ...(await decide(store, actor, 'accept', proposals.map(it => it.id).slice(0, 1), { changes: set })),
    );
  }
  return { store, claims };
}

const verdict = async (store: Store) =>
  (await ask(await loadEvidence(store), { standard: 'ilo-c029', language: 'en' })).verdict;

describe('a person ties a claim to an element', () => {
  test('from new documents to a verdict: elements of a rule, and that it binds everybody posted', async () => {
    const { store, claims } = await twoSources();
    const about = { direction: 'supports', subject: 'rule:Law on posts', reason: 'It says so.' } as const;
    for (const claim of claims)
      for (const element of c029)
        await bear(store, actor, { claim, standard: 'ilo-c029', element, ...about });
    expect(await verdict(store)).toBe('open');
    await bear(store, actor, { claim: claims[0] ?? '', ...BINDS, ...about });
    expect(await verdict(store)).toBe('met');
    const subjects = [...(await loadEvidence(store)).subjects.values()];
    expect(subjects.map(it => [it.id, it.kind])).toEqual([['rule.law-on-posts', 'rule']]);
    await store.close();
  });

  test.each([
    ['cohort:Doctors 2020', { kind: 'cohort', frame: 'unknown' }],
    ['person:P1', { kind: 'person', frame: null }],
    ['programme', { kind: 'programme', frame: null }],
  ])('a bearing may be about %s', async (subject, expected) => {
    const { store, claims } = await twoSources();
    const given = { claim: claims[0] ?? '', standard: 'ilo-c029', element: 'c029.work' };
    await bear(store, actor, { ...given, direction: 'rebuts', subject, reason: 'Why.' });
    const { bearings, subjects } = await loadEvidence(store);
    expect(subjects.get(bearings[0]?.subject ?? '')).toMatchObject(expected);
    await store.close();
  });

  test.each(['nobody', 'rule:', 'goods:Cotton', 'rule:…', 'constructor'])(
    '%s is no subject',
    async subject => {
      const { store, claims } = await twoSources();
      const given = { claim: claims[0] ?? '', standard: 'ilo-c029', element: 'c029.work' };
      await expect(
        bear(store, actor, { ...given, direction: 'rebuts', subject, reason: 'Why.' }),
      ).rejects.toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(row.missing|usage.value)$/) }),
      );
      await store.close();
    },
  );
});

describe('an accepted bearing', () => {
  const text = 'Minister Ana Ruiz said that every doctor kept her passport in Qatar.\n';
  async function accepted(claim: Record<string, string>, changes: Record<string, string>, binds?: string) {
    const store = await memoryStore(aDossier());
    await addBytes(store, actor, Buffer.from(text), 'said.txt', { title: 'Decree 5', lang: 'en' });
    const all = await waiting(store);
    const of = (kind: string) => all.filter(it => it.kind === kind).map(it => it.id);
    await decide(store, actor, 'accept', of('claim'), { changes: claim });
    const terms = {
      changes,
      standardOf: (it: string) => standardOf(standards, it),
      ...(binds ? { binds } : {}),
    };
    await decide(store, actor, 'accept', of('bearing').slice(0, 1), terms);
    const evidence = await loadEvidence(store);
    await store.close();
    return evidence.bearings.map(it => [it.element, evidence.subjects.get(it.subject)?.kind]);
  }

  test('is about the programme, and of a claim about a rule about that rule, unless a person says otherwise', async () => {
    expect(await accepted({}, {})).toEqual([['ilo11.documents', 'programme']]);
    expect(await accepted({ type: 'rule' }, {})).toEqual([['ilo11.documents', 'rule']]);
    expect(await accepted({}, { subject: 'person:P7' })).toEqual([['ilo11.documents', 'person']]);
  });

  test('of a rule may be said to bind everybody posted in the same act; of anything else it may not', async () => {
    const made = await accepted({}, { subject: 'rule:Decree 5' }, 'It names all staff.');
    expect(new Map(made as [string, string][])).toEqual(
      new Map([
        ['binding.all-posted', 'rule'],
        ['ilo11.documents', 'rule'],
      ]),
    );
    await expect(accepted({}, { subject: 'person:P7' }, 'It names all staff.')).rejects.toThrow(
      expect.objectContaining({ code: 'usage.value' }),
    );
  });
});
