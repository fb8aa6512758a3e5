import { beforeAll, describe, expect, test } from 'vitest';
import {
  crosswalkFaults,
  type Fact,
  type Lead,
  leadsFrom,
  loadCrosswalk,
  loadStandards,
  type Standard,
  standardOf,
} from '#assessment/standards/standards.ts';
import { addFile, decide, loadEvidence } from '#evidence/claims/claims.ts';
import { act, readRows, type Store } from '#store/store.ts';
import { article } from '#test/articles.ts';
import { a } from '#test/factories.ts';
import { newStore, stores } from '#test/stores.ts';
import { crosswalk } from '#triage/triage.ts';

let standards: Standard[];
let facts: readonly Fact[];
beforeAll(async () => {
  standards = await loadStandards();
  facts = await loadCrosswalk(standards);
});

function leads(element: string, direction: 'supports' | 'rebuts' = 'supports'): Map<string, Lead> {
  return new Map(leadsFrom(facts, standards, { element, direction }).map(it => [it.element, it]));
}

describe('the crosswalk', () => {
  test('leads from papers kept to the same in other standards, and never back to its own', () => {
    const found = leads('ilo11.documents');
    expect(found.get('htshtc.wl.pen.papers')).toMatchObject({ direction: 'supports', ask: false });
    expect(found.get('icls.pen.documents')).toMatchObject({ ask: false });
    expect([...found.keys()].filter(it => it.startsWith('ilo11.'))).toEqual([]);
  });

  test('asks before it leads to the legal test', () => {
    expect(leads('ilo11.documents').get('c029.penalty')?.ask).toBe(true);
  });

  test('leads from the legal test to the tests that borrow it', () => {
    expect(leads('c029.penalty').get('iachr.penalty')).toMatchObject({ direction: 'supports', ask: false });
    expect(leads('c029.involuntary').get('adecl.unwilling')?.ask).toBe(false);
    expect(leads('c029.penalty').get('ilo11.documents')?.ask).toBe(true);
  });

  test('asks where the element does not say which kind of fact it is', () => {
    expect(leads('ilo11.threats').get('htshtc.il.pen.rights')?.ask).toBe(true);
    expect(leads('ilo11.threats').get('ilo11-2012.threats')?.ask).toBe(false);
  });

  test('turns round towards a promise or a duty that the fact speaks against', () => {
    expect(leads('ilo11.documents').get('fr.move')?.direction).toBe('rebuts');
    expect(leads('ilo11.documents', 'rebuts').get('fr.move')?.direction).toBe('supports');
    expect(leads('fr.move', 'supports').get('ilo11.documents')?.direction).toBe('rebuts');
  });

  test('asks of all that rebuts: that one way is absent does not show that all are', () => {
    for (const it of leads('ilo11.documents', 'rebuts').values()) expect(it.ask).toBe(true);
  });

  test('tells by a note where one fact would feed both sides of a rule', () => {
    const found = leads('ilo11.movement');
    expect(found.get('htshtc.wl.inv.movement')?.note?.en).toMatch(/one fact/);
    expect(found.get('htshtc.wl.pen.surveil')?.note?.es).toMatch(/un solo hecho/);
    expect(found.get('icls.pen.movement')?.note).toBe(null);
  });

  test('any kind of fact that feeds both sides without a note, or names nothing, is a fault', () => {
    const [first] = facts.filter(it => it.bothSides);
    if (!first) throw new Error('no fact feeds both sides');
    const { bothSides: _, ...bare } = first;
    expect(crosswalkFaults([bare], standards)[0]?.what).toMatch(/both sides of ilo-htshtc-2012-adult/);
    const lost = { ...first, points: [{ element: 'nowhere.x', ask: false, opposite: false }] };
    expect(crosswalkFaults([lost], standards)[0]?.what).toMatch(/nowhere\.x/);
    expect(crosswalkFaults(facts, standards)).toEqual([]);
  });
});

const by = { by: 'reviewer' };

for (const kind of stores) {
  describe.skipIf(!kind.here)(`what follows, on ${kind.name}`, () => {
    /** One accepted bearing on papers that are kept. */
    async function withBearing(): Promise<{ store: Store; claim: string }> {
      const store = await newStore(kind);
      await addFile(store, by, article('Minister Ana Ruiz said that the mission keeps the passports.\n'), {
        title: 'An article',
      });
      const [claim] = (await readRows(store, 'proposals')).filter(it => it.kind === 'claim');
      await decide(store, by, 'accept', [claim?.id ?? '']);
      await act(store, { ...by, act: 'edit' }, async write => {
        await write.put('subjects', subject);
        await write.put('bearings', {
          ...{ id: 'b1', claim: claim?.id ?? '', standard: 'ilo-11-indicators', element: 'ilo11.documents' },
          ...{ direction: 'supports', subject: subject.id, reason: 'It says so.' },
        });
      });
      return { store, claim: claim?.id ?? '' };
    }

    const propose = async (store: Store, wanted = {}) =>
      crosswalk(store, await loadEvidence(store), wanted, 'en', by);

    test('waits for a person, each once, and is accepted with the subject of what it follows from', async () => {
      const { store, claim } = await withBearing();
      const rows = await propose(store);
      expect(rows.every(it => it.state === 'new')).toBe(true);
      expect((await propose(store)).every(it => it.state === 'waiting')).toBe(true);
      expect((await loadEvidence(store)).bearings).toHaveLength(1);

      const sure = rows.filter(it => !it.ask);
      const terms = { standardOf: (element: string) => standardOf(standards, element) };
      await decide(
        store,
        by,
        'accept',
        sure.map(it => it.id),
        terms,
      );
      const bearings = (await loadEvidence(store)).bearings;
      expect(bearings).toHaveLength(1 + sure.length);
      expect(bearings.find(it => it.element === 'icls.pen.documents')).toMatchObject({
        ...{ claim, standard: 'icls20-2018-forced-labour', direction: 'supports', subject: 'staff' },
        reason: expect.stringContaining('ilo11.documents'),
      });
    });

    test('that is to be asked is accepted by itself, never as one of many', async () => {
      const { store } = await withBearing();
      const ask = (await propose(store)).find(it => it.ask)?.id ?? '';
      const [other] = (await readRows(store, 'proposals')).filter(
        it => it.id.startsWith('x.') && it.id !== ask,
      );
      await expect(decide(store, by, 'accept', [ask, other?.id ?? ''])).rejects.toThrow('bearing.alone');
      await decide(store, by, 'accept', [ask]);
      expect((await loadEvidence(store)).bearings).toHaveLength(2);
    });

    test('and was rejected is not proposed again', async () => {
      const { store } = await withBearing();
      const [first] = await propose(store, { standard: 'icls20-2018-forced-labour' });
      await decide(store, by, 'reject', [first?.id ?? '']);
      const again = await propose(store, { standard: 'icls20-2018-forced-labour' });
      expect(again.map(it => it.state)).toEqual(['rejected']);
    });
  });
}

const subject = a('subjects', { id: 'staff', kind: 'cohort', name: 'Staff', party: null });
