/** What waits for a person is ranked by what it would settle: classes in order, each with its reason. */
import { describe, expect, test } from 'vitest';
import { loadProofs, loadStandards, loadStrength } from '#assessment/standards/standards.ts';
import { sha256 } from '#core/hash.ts';
import { decide, type Evidence, loadEvidence, type Waits } from '#evidence/claims/claims.ts';
import { act } from '#store/store.ts';
import { a, type GivenClaim, someEvidence } from '#test/factories.ts';
import { quickest } from '#test/quickest.ts';
import { newStore, stores } from '#test/stores.ts';
import { countedOf, missingLegsOf, sidesOf, standingOf, unansweredOf } from '#triage/open.ts';
import { rank } from '#triage/rank.ts';
import { inOrder, triageOf } from '#triage/triage.ts';
import { LANGUAGES } from '#words/language.ts';
import { sayWhy } from '#words/triage.ts';

const waits = (over: Partial<Waits> & { id: string }): Waits => ({
  text: 'text',
  source: 'source',
  kind: 'claim',
  start: 0,
  end: 10,
  confidence: 0.5,
  speaker: null,
  element: null,
  direction: null,
  unit: null,
  currency: null,
  places: [],
  within: null,
  claim: null,
  ...over,
});

async function ranked(evidence: Evidence, ...waiting: Waits[]) {
  const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
  const open = {
    ...standingOf(evidence, { standards, proofs, strength }),
    ...sidesOf(evidence),
    ...countedOf(evidence),
    unanswered: unansweredOf(evidence),
    missingLegs: missingLegsOf(evidence),
  };
  return rank(waiting, open, evidence);
}

const parties = [
  { id: 'union', name: 'The Union' },
  { id: 'ministry', name: 'Ministry of Health', aliases: 'MoH' },
];
const critical: GivenClaim = {
  id: 'c1',
  asserter: 'union',
  side: 'critical',
  proposition: 'The Ministry of Health keeps their passports.',
  reach: 'host',
  host: 'QAT',
};

describe('ranking', () => {
  test('puts what bears on an open element first, then answers, figures, known speakers, the rest', async () => {
    const evidence = someEvidence([critical], { parties });
    const rows = await ranked(
      evidence,
      waits({ id: 'rest', confidence: 1 }),
      waits({ id: 'known', speaker: 'The Union', confidence: 0.9 }),
      waits({ id: 'figure', kind: 'figure', unit: 'doctors', places: ['ITA'] }),
      waits({ id: 'answer', speaker: 'MoH' }),
      waits({
        id: 'bears',
        kind: 'bearing',
        element: 'c029.penalty',
        direction: 'supports',
        confidence: 0.1,
      }),
    );
    expect(rows.map(it => [it.class, it.waits.id])).toEqual([
      [1, 'bears'],
      [2, 'answer'],
      [3, 'figure'],
      [4, 'known'],
      [5, 'rest'],
    ]);
    expect(rows.map(it => it.why?.key ?? null)).toEqual(['origin', 'answers', 'noFigure', 'known', null]);
  });

  test('counts a new origin as the next one, and one already heard as one already heard', async () => {
    const evidence = someEvidence([{ ...critical, origin: 'union' }], {
      parties,
      subjects: [{ id: 'programme', kind: 'programme' }],
      bearings: [
        {
          id: 'b',
          claim: 'c1',
          standard: 'ilo-11-indicators',
          element: 'ilo11.documents',
          subject: 'programme',
        },
      ],
    });
    const bearing = { kind: 'bearing', element: 'ilo11.documents', direction: 'supports' } as const;
    const rows = await ranked(
      evidence,
      waits({ id: 'new', speaker: 'Somebody Else', ...bearing }),
      waits({ id: 'same', speaker: 'The Union', start: 20, ...bearing }),
    );
    expect(rows.map(it => it.why)).toMatchObject([
      { key: 'origin', nth: 2, for: 1 },
      { key: 'sameOrigin', for: 1 },
    ]);
    expect(rows[0]?.why && sayWhy(rows[0].why, 'en')).toMatch(/^Would be the second origin for “/);
  });

  test('a claim settles what the bearings and figures inside it settle', async () => {
    const evidence = someEvidence([critical], { parties });
    const rows = await ranked(
      evidence,
      waits({ id: 't.c1', confidence: 0.2 }),
      waits({ id: 't.c2', confidence: 0.9 }),
      waits({ id: 't.b1', kind: 'bearing', element: 'c029.penalty', direction: 'supports', within: 't.c1' }),
    );
    expect(rows.map(it => [it.waits.id, it.class])).toEqual([
      ['t.b1', 1],
      ['t.c1', 1],
      ['t.c2', 5],
    ]);
  });

  test('an answered claim asks for no answer, and a side already heard is not missing', async () => {
    const defending: GivenClaim = {
      id: 'd1',
      asserter: 'ministry',
      side: 'defending',
      reach: 'host',
      host: 'ITA',
    };
    const answered = someEvidence([critical, defending], {
      parties,
      answers: [{ id: 'x', claim: 'd1', answers: 'c1' }],
    });
    const about = (id: string, host: string) => waits({ id, speaker: 'MoH', places: [host] });
    const rows = await ranked(answered, about('here', 'QAT'), about('there', 'ITA'));
    expect(rows.map(it => [it.waits.id, it.why?.key])).toEqual([
      ['here', 'otherSide'],
      ['there', 'known'],
    ]);
  });

  test('figures that are in conflict and money that lacks a leg ask for figures of that place', async () => {
    const evidence = someEvidence([critical, { id: 'c2' }], {
      parties,
      figures: [
        { id: 'f1', claim: 'c1', place: 'QAT', low: 100, high: 100 },
        { id: 'f2', claim: 'c2', place: 'QAT', low: 300, high: 300 },
      ],
      terms: [{ id: 't1', claim: 'c1', place: 'QAT' }],
    });
    const rows = await ranked(
      evidence,
      waits({ id: 'n', kind: 'figure', unit: 'doctors', places: ['QAT'] }),
      waits({ id: 'm', kind: 'figure', currency: 'USD', places: ['QAT'], start: 5 }),
      waits({ id: 'x', kind: 'figure', unit: 'beds', places: ['QAT'], start: 9 }),
    );
    expect(rows.map(it => [it.waits.id, it.why?.key ?? null])).toEqual([
      ['n', 'conflict'],
      ['m', 'money'],
      ['x', null],
    ]);
  });

  test('every reason is one line in three languages, with no hole left open', async () => {
    const evidence = someEvidence([critical, { id: 'c2' }], {
      parties,
      figures: [
        { id: 'f1', claim: 'c1', place: 'QAT', low: 100, high: 100 },
        { id: 'f2', claim: 'c2', place: 'QAT', low: 300, high: 300 },
      ],
      terms: [{ id: 't1', claim: 'c1', place: 'QAT' }],
    });
    const rows = await ranked(
      evidence,
      waits({ id: 'n', kind: 'figure', unit: 'doctors', places: ['QAT'] }),
      waits({ id: 'm', kind: 'figure', currency: 'USD', places: ['QAT'] }),
      waits({ id: 'f', kind: 'figure', unit: 'doctors', places: ['ITA'] }),
      waits({ id: 'a', speaker: 'MoH' }),
      waits({ id: 'k', speaker: 'The Union' }),
      waits({ id: 'b', kind: 'bearing', element: 'c029.penalty', direction: 'rebuts' }),
    );
    for (const { why } of rows)
      for (const language of LANGUAGES) {
        const line = why ? sayWhy(why, language) : '';
        expect(line.length).toBeGreaterThan(20);
        expect(line).not.toMatch(/\{|undefined|\n/);
      }
  });
});

describe.each(stores)('on $name', kind => {
  test.skipIf(!kind.here)(
    'ten thousand waiting proposals come a page at a time in a blink, also after an act',
    async () => {
      const store = await newStore(kind);
      const words = 'They kept the passports. '.repeat(40);
      await act(store, { by: 'tester', act: 'read' }, async write => {
        await write.put('parties', a('parties', { id: 'union', name: 'The Union' }));
        await write.put('sources', a('sources'));
        await write.putText(a('texts', { sha256: sha256(words), kind: 'extracted' }), words);
      });
      const rows = Array.from({ length: 10_000 }, (_, n) => {
        const bearing = { element: 'c029.penalty', direction: 'supports', speaker: 'The Union', claim: null };
        const claim = { mode: 'indirect', speaker: { name: `Speaker ${n % 300}` } };
        return a('proposals', {
          id: `p${n}`,
          kind: n % 3 === 0 ? 'bearing' : 'claim',
          start: n % 900,
          end: (n % 900) + 9,
          confidence: (n % 97) / 97,
          body: JSON.stringify(n % 3 === 0 ? bearing : claim),
        });
      });
      // straight into the table: ten thousand acts of reading are not what is measured
      const values = rows.map(row => ({ dossier: store.dossier, ...row }));
      for (let at = 0; at < values.length; at += 500)
        await store.db
          .insertInto('proposals')
          .values(values.slice(at, at + 500))
          .execute();
      const evidence = await loadEvidence(store);
      const triage = triageOf(store);
      await triage.ranked(evidence);
      const page = async (of: Evidence) => {
        const ranked = inOrder(await triage.ranked(of), await triage.desk(), { kind: 'claim' });
        expect(ranked.length).toBeGreaterThan(6000);
      };
      const still = await quickest(50, () => page(evidence));
      await decide(store, { by: 'tester' }, 'reject', ['p1']);
      const renewed = await quickest(450, () => page({ ...evidence }));
      expect(still).toBeLessThan(50);
      expect(renewed).toBeLessThan(450);
      expect((await triage.desk()).waiting.has('p1')).toBe(false);
      expect((await triage.desk()).decided.get('p1')).toBe('source');
      await store.close();
    },
    60_000,
  );
});
