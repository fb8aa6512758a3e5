import { describe, expect, test } from 'vitest';
import { whatIf } from '#assessment/findings/findings.ts';
import { findProof, loadProofs } from '#assessment/standards/standards.ts';
import { evidenceOf, findingOf, questionOf, SHOWN } from '#test/findings.ts';

const evidence = evidenceOf(SHOWN);
const ask = (supposed: Parameters<typeof whatIf>[2]) => whatIf(evidence, questionOf(), supposed, 'en');

describe('what if', () => {
  test('a claim were withdrawn: the finding is that of the evidence without it, and what moved is told', () => {
    const { before, after, moved } = ask({ without: ['law'] });
    const without = findingOf(SHOWN.filter(it => it.id !== 'law'));
    expect([before.verdict, after.verdict]).toEqual(['met', 'open']);
    expect(after.elements).toEqual(without.elements);
    expect(moved.map(it => [it.id, it.from, it.to])).toEqual(
      ['c029.work', 'c029.penalty', 'c029.involuntary'].map(id => [id, 'supported', 'unknown']),
    );
  });

  test.each(['5', 'E', 'F6', 'D'])('the law were graded %s', grade => {
    expect(ask({ grades: { law: grade } }).after.verdict).toBe('open');
  });

  test('a source is regraded for one claim alone, and the evidence stays as it was', () => {
    const kept = JSON.stringify([...evidence.claims]);
    expect(ask({ grades: { report: 'A1' } }).after.elements[0]?.strength.for).toEqual([2, 0, 0]);
    expect(JSON.stringify([...evidence.claims])).toBe(kept);
  });

  test('another level of proof were asked', async () => {
    const proof = findProof(await loadProofs(), 'beyond-reasonable-doubt');
    expect(ask({ proof }).after).toMatchObject({ verdict: 'open', proof: { id: 'beyond-reasonable-doubt' } });
  });

  test('nothing were supposed: nothing moves', () => {
    expect(ask({}).moved).toEqual([]);
    expect(ask({}).after).toEqual(findingOf(SHOWN));
  });

  test.each([
    [{ without: ['nobody'] }, 'row.missing'],
    [{ grades: { nobody: '2' } }, 'row.missing'],
    [{ grades: { law: '7' } }, 'usage.value'],
    [{ grades: { law: '' } }, 'usage.value'],
  ])('%j is refused', (supposed, code) => {
    expect(() => ask(supposed)).toThrow(expect.objectContaining({ code }));
  });
});
