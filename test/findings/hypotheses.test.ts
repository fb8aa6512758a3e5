import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dissents } from '#assessment/findings/dissent.ts';
import { hypotheses } from '#assessment/findings/hypotheses.ts';
import { findHypotheses, type Hypotheses, loadHypotheses } from '#assessment/standards/standards.ts';
import { edit, undo } from '#evidence/claims/claims.ts';
import { act, memoryStore } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';
import { evidenceOf, FAIR, questionOf, type Says, STRONG, WEAK } from '#test/findings.ts';
import { tempFolder } from '#test/stores.ts';

const words = (it: string) => ({ en: it, es: it, pt: it });
const set: Hypotheses = {
  id: 'set',
  title: words('A set'),
  hypotheses: [
    {
      id: 'forced',
      name: words('forced'),
      elements: { 'c029.work': 'supports', 'c029.penalty': 'supports' },
    },
    { id: 'free', name: words('free'), elements: { 'c029.work': 'supports', 'c029.penalty': 'rebuts' } },
    { id: 'mixed', name: words('mixed'), elements: { 'c029.penalty': 'varies' } },
  ],
};
const { strength } = questionOf();
const found = (claims: readonly Says[], given = {}) =>
  hypotheses(evidenceOf(claims, given), set, strength, { held: 'all' });

describe('competing hypotheses', () => {
  test('a claim is consistent, inconsistent or neutral, whoever it is about', () => {
    const { rows, discriminating, fitEvery } = found([
      { id: 'all', ...STRONG, says: '+c029.work@programme' },
      { id: 'here', ...STRONG, reach: 'host', host: 'BBB', says: '+c029.penalty@person' },
      { id: 'no', ...FAIR, reach: 'host', host: 'BBB', says: '-c029.penalty' },
      { id: 'other', ...FAIR, says: '+c029.involuntary' },
      { id: 'rules', ...STRONG, reach: 'every-host', says: '+c029.penalty' },
      { id: 'some', ...STRONG, reach: 'unspecified', says: '+c029.work +c029.penalty' },
    ]);
    expect(rows.map(it => [it.claim, ...it.fits])).toEqual([
      ['all', 'consistent', 'consistent', 'neutral'],
      ['here', 'consistent', 'inconsistent', 'consistent'],
      ['no', 'inconsistent', 'consistent', 'consistent'],
      ['rules', 'consistent', 'inconsistent', 'inconsistent'],
      ['some', 'consistent', 'inconsistent', 'neutral'],
    ]);
    expect(discriminating).toEqual(['here', 'no', 'rules', 'some']);
    expect(fitEvery).toEqual([]);
  });

  test('origins are counted once each by their strongest claim, side by side', () => {
    const copies = ['k1', 'k2'].map(id => ({ id, ...FAIR, origin: 'wire', says: '-c029.penalty' }));
    const more: Says[] = [
      { id: 'k3', ...STRONG, says: '-c029.penalty' },
      { id: 'k4', ...WEAK, says: '-c029.penalty' },
    ];
    const [forced, free] = found([...copies, ...more]).hypotheses;
    expect(forced?.inconsistent).toEqual([1, 1, 1]);
    expect(free).toMatchObject({ inconsistent: [0, 0, 0], consistent: [1, 1, 1] });
  });

  test('what is withdrawn, set aside or out of scope is left out', () => {
    const claims: Says[] = [
      { id: 'cut', says: '' },
      { id: 'gone', ...STRONG, state: 'withdrawn', says: '+c029.work' },
      { id: 'under', ...STRONG, says: '+c029.work' },
    ];
    const answers = [{ id: 'x', claim: 'cut', answers: 'under', kind: 'undercuts' as const }];
    expect(found(claims, { answers }).rows).toEqual([]);
  });

  test('the order of entry changes nothing', () => {
    const claims: Says[] = ['b', 'a', 'c'].map(id => ({ id, ...FAIR, says: '+c029.work -c029.penalty' }));
    expect(found(claims.toReversed())).toEqual(found(claims));
  });
});

describe('files of hypotheses', () => {
  test('name elements that there are, in three languages', async () => {
    const [first] = await loadHypotheses();
    expect(first?.hypotheses.map(it => it.id)).toContain('differs-by-place');
    expect(() => findHypotheses([], 'nothing')).toThrow(expect.objectContaining({ code: 'usage.value' }));
  });

  test.each([
    ['an element that there is not', 'c029.guilt: supports', 'standard.unknown'],
    ['a direction that is none', 'c029.work: proves', 'standard.invalid'],
  ])('%s is refused', async (_, line, code) => {
    const folder = tempFolder('hypotheses');
    mkdirSync(folder, { recursive: true });
    const name = '{ en: a, es: a, pt: a }';
    const one = (id: string) => `  - id: ${id}\n    name: ${name}\n    elements: { ${line} }\n`;
    writeFileSync(join(folder, 'a.yaml'), `id: a\ntitle: ${name}\nhypotheses:\n${one('x')}${one('y')}`);
    await expect(loadHypotheses(folder)).rejects.toThrow(expect.objectContaining({ code }));
  });
});

describe('dissent between reviewers', () => {
  test('two people’s last grades that differ are shown with their reasons; unknown is no grade', async () => {
    const store = await memoryStore(aDossier());
    await act(store, { by: 'first', act: 'add' }, async write => {
      await write.put('parties', a('parties'));
      await write.put('sources', a('sources', { grade: 'F' }));
      await write.putText(a('texts'), 'Words.\n');
      await write.put('passages', a('passages'));
      await write.put('claims', a('claims', { credibility: '2', credibilityReason: 'It fits.' }));
    });
    await edit(store, { by: 'second' }, 'claim', { side: 'critical' });
    await edit(store, { by: 'second' }, 'source', { grade: 'B' });
    expect(await dissents(store)).toEqual([]);
    await edit(store, { by: 'second' }, 'claim', {
      credibility: '4',
      credibilityReason: 'Nobody else says so.',
    });
    expect(await dissents(store)).toEqual([
      {
        of: 'claims',
        id: 'claim',
        grades: [
          { by: 'first', grade: '2', reason: 'It fits.' },
          { by: 'second', grade: '4', reason: 'Nobody else says so.' },
        ],
      },
    ]);
    const grades = async () => (await dissents(store)).map(it => it.grades.map(one => one.grade));
    await edit(store, { by: 'first' }, 'claim', { credibility: '5' });
    expect(await grades()).toEqual([['5', '4']]);
    await undo(store, { by: 'first' });
    expect(await grades()).toEqual([['2', '4']]);
    await store.close();
  });
});
