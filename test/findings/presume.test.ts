import { describe, expect, test } from 'vitest';
import { findPresumption, loadPresumptions } from '#assessment/standards/standards.ts';
import type { Row } from '#store/tables.ts';
import { bound, findingOf, type Says, STRONG, WEAK } from '#test/findings.ts';

const presumptions = await loadPresumptions();
const all = ['+c029.work', '+c029.penalty'].join(' ');
/** The third element is alleged by one weak voice only. */
const claims: readonly Says[] = [
  bound,
  { id: 'asked', says: '' },
  { id: 'law-1', ...STRONG, says: all },
  { id: 'law-2', ...STRONG, says: all },
  { id: 'alleged', ...WEAK, says: '+c029.involuntary' },
];
const parties: Partial<Row<'parties'>>[] = [
  { id: 'commission', kind: 'intergovernmental' },
  { id: 'ngo', kind: 'ngo' },
  { id: 'ministry', kind: 'state-body', parent: 'sender' },
  { id: 'states', kind: 'group', members: 'host sender' },
  { id: 'host', place: 'BBB' },
];
const request = (over: Partial<Row<'requests'>> = {}) =>
  ({
    id: 'r1',
    claim: 'asked',
    asker: 'commission',
    addressees: 'sender',
    state: 'silent',
    ...over,
  }) as const;

function ask(
  given: { requests?: Partial<Row<'requests'>>[]; replies?: Partial<Row<'replies'>>[] },
  { id = 'iachr-rules-38', list = claims }: { id?: string; list?: readonly Says[] } = {},
) {
  const presume = id === '' ? [] : [findPresumption(presumptions, id)];
  return findingOf(list, { presume }, { parties, ...given });
}

describe('a presumption from silence', () => {
  test('is never used unless it is asked for', () => {
    const finding = ask({ requests: [request()] }, { id: '' });
    expect(finding).toMatchObject({ verdict: 'open', because: 'not-shown', presumptions: [] });
  });

  test('asked for, makes up for what is alleged and not shown, and is printed with the finding', () => {
    const finding = ask({ requests: [request()] });
    expect(finding.verdict).toBe('met');
    expect(finding.elements[2]).toMatchObject({
      id: 'c029.involuntary',
      status: 'supported',
      presumed: true,
    });
    expect(finding.elements[0]).toMatchObject({ status: 'supported', presumed: false });
    expect(finding.presumptions).toMatchObject([
      {
        id: 'iachr-rules-38',
        applies: true,
        requests: ['r1'],
        elements: ['c029.involuntary'],
        verified: false,
      },
    ]);
    expect(finding.presumptions[0]?.sentence).toContain('c029.involuntary');
    expect(finding.scope.presume).toEqual(['iachr-rules-38']);
  });

  test('yields to any contrary evidence that counts, and never speaks of what nobody alleges', () => {
    const contrary: Says = { id: 'denied', ...WEAK, says: '-c029.involuntary' };
    expect(ask({ requests: [request()] }, { list: [...claims, contrary] }).verdict).toBe('open');
    const silent = claims.filter(it => it.id !== 'alleged');
    expect(ask({ requests: [request()] }, { list: silent })).toMatchObject({ because: 'not-examined' });
  });

  test('falls with the claim that alleges: withdrawing it is what would change the answer', () => {
    expect(ask({ requests: [request()] }).wouldChange).toContainEqual({ withdraw: ['alleged'] });
  });

  test('never helps whoever invokes an exception', () => {
    const invoked: Says = { id: 'said', ...WEAK, says: '+c029.ex.d' };
    const finding = ask({ requests: [request()] }, { list: [...claims, invoked] });
    expect(finding.verdict).toBe('met');
    expect(finding.exceptions.find(it => it.id === 'c029.ex.d')).toMatchObject({
      invoked: true,
      status: 'unknown',
    });
  });

  test.each([
    ['nobody asked', {}],
    ['another State was asked', { requests: [request({ addressees: 'host' })] }],
    ['no time was set', { requests: [request({ due: null })] }],
    ['the answer is still awaited', { requests: [request({ state: 'waiting' })] }],
    ['somebody asked whose silence does not count', { requests: [request({ asker: 'ngo' })] }],
    [
      'a body of the State answered in part',
      {
        requests: [request()],
        replies: [{ request: 'r1', party: 'ministry', claim: 'asked', kind: 'partial' as const }],
      },
    ],
  ])('does not apply where %s', (_, given) => {
    const finding = ask(given);
    expect(finding.verdict).toBe('open');
    expect(finding.presumptions).toMatchObject([{ applies: false, whyNot: 'no-silence', elements: [] }]);
  });

  test.each([
    ['a body of the same State', { requests: [request({ addressees: 'ministry' })] }],
    ['a group of which it is one', { requests: [request({ addressees: 'states' })] }],
    [
      'it, and its silence is a reply on record',
      {
        requests: [request({ state: 'waiting' })],
        replies: [{ request: 'r1', party: 'sender', claim: 'asked', kind: 'silence' as const }],
      },
    ],
  ])('applies where the request went to %s', (_, given) => {
    expect(ask(given).verdict).toBe('met');
  });

  test('of goods never applies: no finding is about goods', () => {
    const finding = ask({ requests: [request()] }, { id: 'us-caatsa-321b' });
    expect(finding).toMatchObject({ verdict: 'open', presumptions: [{ applies: false, whyNot: 'goods' }] });
  });

  test('that there is not is told with those there are', () => {
    expect(() => findPresumption(presumptions, 'guilt')).toThrow(
      expect.objectContaining({ code: 'usage.value' }),
    );
  });
});
