import { describe, expect, test } from 'vitest';
import { assess } from '#assessment/findings/findings.ts';
import type { Standard } from '#assessment/standards/standards.ts';
import { type Asking, evidenceOf, questionOf, SHOWN } from '#test/findings.ts';

const parties = [
  { id: 'sender', place: 'AAA' },
  { id: 'ministry', kind: 'state-body' as const, parent: 'sender', place: null },
  { id: 'official', kind: 'person' as const, parent: 'ministry', place: null },
  { id: 'host', place: 'BBB' },
  { id: 'agency', kind: 'intergovernmental' as const, place: null },
];
const row = (state: string, from: string | null, to: string | null, never = false) => ({
  state,
  from,
  to,
  never,
  verified: true,
  source: 'a table',
});

function ask(binds: Standard['binds'], asking: Asking = {}) {
  const question = questionOf(asking);
  const standard = { ...question.standard, binds };
  const { verdict, because, scope, sentence } = assess(
    evidenceOf(SHOWN, { parties }),
    { ...question, standard },
    'en',
  );
  return { verdict, because, binding: scope.binding, sentence };
}

describe('the law in force for the duty-bearer then', () => {
  const binds = [row('AAA', '2010', '2015'), row('BBB', null, null, true)];

  test.each([
    ['sender', { from: '2012', to: '2013' }, 'met', 'bound'],
    ['sender', { from: '2015-12-31', to: '2016' }, 'met', 'bound'],
    ['sender', { from: '2016', to: '2017' }, 'none', 'not-bound'],
    ['sender', { from: '2000', to: '2009' }, 'none', 'not-bound'],
    ['sender', undefined, 'met', 'bound'],
    ['host', undefined, 'none', 'not-bound'],
    ['agency', undefined, 'met', 'unknown'],
  ] as const)('%s, %j: %s, %s', (dutyBearer, period, verdict, binding) => {
    expect(ask(binds, { dutyBearer, period })).toMatchObject({ verdict, binding });
  });

  test('is that of the State a body or an official belongs to', () => {
    for (const dutyBearer of ['ministry', 'official'])
      expect(ask(binds, { dutyBearer, period: { from: '2016', to: '2016' } })).toMatchObject({
        verdict: 'none',
        because: 'not-bound',
      });
  });

  test('is unknown where nobody wrote from when, and it is said', () => {
    const asked = ask([row('AAA', null, null)], { period: { from: '2012', to: '2013' } });
    expect(asked).toMatchObject({ verdict: 'met', binding: 'unknown' });
    expect(asked.sentence).toContain('Whether it bound the duty-bearer then is not on record.');
    expect(ask([row('AAA', null, '2010')], { period: { from: '2012', to: '2013' } }).binding).toBe(
      'not-bound',
    );
  });

  test('a duty-bearer that is not there is refused', () => {
    expect(() => ask(binds, { dutyBearer: 'nobody' })).toThrow(
      expect.objectContaining({ code: 'row.missing' }),
    );
  });
});
