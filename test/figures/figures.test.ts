import { describe, expect, test } from 'vitest';
import { figures } from '#numbers/figures/figures.ts';
import { measures, timeline } from '#response/measures/measures.ts';
import { requests } from '#response/requests/requests.ts';
import type { Row } from '#store/tables.ts';
import { someEvidence } from '#test/factories.ts';

type Given = Partial<Row<'figures'>> & { readonly id: string };
const exactly = (id: string, value: number, over: Partial<Row<'figures'>> = {}): Given => ({
  id,
  claim: id,
  value,
  low: value,
  high: value,
  ...over,
});
const ask = (list: readonly Given[], query = {}) =>
  figures(
    someEvidence(
      list.map(it => ({ id: it.claim ?? it.id })),
      { figures: [...list] },
    ),
    query,
  );

describe('rival figures', () => {
  test('closed intervals that meet agree on what they share', () => {
    expect(ask([exactly('a', 100, { low: 95, high: 105 }), exactly('b', 103)])[0]).toMatchObject({
      relation: 'agree',
      agreed: { low: 103, high: 103 },
      conflict: null,
    });
  });

  test('an open-ended one is at most compatible', () => {
    expect(
      ask([exactly('a', 100, { high: null, comparator: 'more-than' }), exactly('b', 120)])[0],
    ).toMatchObject({ relation: 'compatible', agreed: null });
  });

  test('values that do not meet conflict, and are never averaged', () => {
    const [group] = ask([exactly('a', 7400), exactly('b', 11_400)]);
    expect(group).toMatchObject({ relation: 'conflict', conflict: 'value', agreed: null, unit: 'doctors' });
    expect(group?.figures.map(it => it.low)).toEqual([7400, 11_400]);
  });

  test('a conflict names the smallest sets of origins without which the rest agree; a revised figure is none', () => {
    const [group] = ask([
      exactly('a', 1),
      exactly('b', 5),
      exactly('c', 5),
      exactly('d', 9, { revises: 'a' }),
    ]);
    const origin = (claim: string) => group?.figures.find(it => it.claim === claim)?.origin;
    expect(new Set(group?.figures.map(it => it.origin)).size).toBe(4);
    expect(group?.restored.sets).toEqual([[origin('d')], [origin('b'), origin('c')].sort()]);
  });

  test('doctors and all staff are a conflict of unit, and more doctors than staff is told', () => {
    const [group] = ask([exactly('a', 24_180), exactly('b', 24_000, { unit: 'health-workers' })]);
    expect(group).toMatchObject({ conflict: 'unit', unit: null });
    expect(group?.checks).toEqual([
      { kind: 'part-over-whole', claims: ['a', 'b'], computation: '24180 doctors > 24000 health-workers' },
    ]);
  });

  test('a whole and its parts in one claim are no conflict', () => {
    expect(
      ask([
        exactly('a', 51, { unit: 'health-workers', claim: 'x' }),
        exactly('b', 36, { claim: 'x' }),
        exactly('c', 15, { unit: 'nurses', claim: 'x' }),
      ])[0],
    ).toMatchObject({ relation: 'single', conflict: null });
  });

  test('other moments are other lines; a moment inside a long window is told', () => {
    expect(
      ask([exactly('a', 1, { from: '2014', to: '2014' }), exactly('b', 9, { from: '2018', to: '2018' })]),
    ).toHaveLength(2);
    const chained = ask([
      exactly('a', 5, { from: '2018', to: '2020', low: 1, high: 9 }),
      exactly('b', 1, { from: '2018', to: '2018' }),
      exactly('c', 9, { from: '2020', to: '2020' }),
    ]);
    expect(chained).toMatchObject([{ at: '2018/2020', conflict: 'moment' }]);
  });

  test('what is defined in another way conflicts in definition', () => {
    expect(
      ask([exactly('a', 1, { definition: 'all services' }), exactly('b', 9, { definition: 'health' })])[0],
    ).toMatchObject({ conflict: 'definition' });
  });

  test('of two figures of one source the later stands, and both are listed', () => {
    const [group] = ask([exactly('a', 1), exactly('b', 9, { revises: 'a' })]);
    expect(group).toMatchObject({ relation: 'single' });
    expect(group?.figures.map(it => [it.claim, it.revised])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('a slip by a power of ten is told', () => {
    expect(ask([exactly('a', 2_400_000), exactly('b', 240_000_000)])[0]?.checks).toMatchObject([
      { kind: 'power-of-ten', claims: ['a', 'b'] },
    ]);
  });

  test('stock and flow, and other populations, are never on one line', () => {
    expect(
      ask([
        exactly('a', 1),
        exactly('b', 2, { measure: 'cumulative' }),
        exactly('c', 3, { population: 'others' }),
      ]),
    ).toHaveLength(3);
  });

  test('the order of entry changes nothing', () => {
    const list = [exactly('a', 1), exactly('b', 2, { unit: 'nurses' }), exactly('c', 3)];
    expect(ask(list.toReversed())).toEqual(ask(list));
  });
});

describe('requests, measures and the timeline', () => {
  const evidence = someEvidence([{ id: 'claim' }, { id: 'gone', state: 'withdrawn' }], {
    parties: [{ id: 'one' }, { id: 'two' }, { id: 'group', kind: 'group', members: 'one two' }],
    requests: [{ id: 'r', addressees: 'group' }],
    replies: [{ id: 'p', request: 'r', party: 'one' }],
    measures: [
      { id: 'm' },
      { id: 'withdrawn', claim: 'gone' },
      { id: 'ended', announced: '2010', inForce: '2010', ended: '2012', status: 'ended' },
    ],
    events: [{ id: 'e', place: 'BBB' }],
    agreements: [{ id: 'g' }],
  });

  test('a group stands for its members, and who has not replied is shown', () => {
    expect(requests(evidence)).toMatchObject([
      { addressees: ['one', 'two'], silent: ['two'], overdue: null },
    ]);
  });

  test('overdue is computed for the day asked', () => {
    expect([
      requests(evidence, '2020-02-01')[0]?.overdue,
      requests(evidence, '2020-02-02')[0]?.overdue,
    ]).toEqual([false, true]);
  });

  test('measures of withdrawn claims are gone, and one that goes on is open', () => {
    expect(measures(evidence).map(it => [it.id, it.from, it.to])).toEqual([
      ['ended', '2010', '2012'],
      ['m', '2020', null],
    ]);
    expect(measures(evidence, { period: { from: '2011', to: '2011' } }).map(it => it.id)).toEqual(['ended']);
  });

  test('everything dated is on one line, in order', () => {
    expect(timeline(evidence).map(it => `${it.kind} ${it.id}`)).toEqual([
      'measure ended',
      'agreement g',
      'measure m',
      'request r',
      'reply p',
      'event e',
    ]);
    expect(timeline(evidence, { place: 'BBB' }).map(it => it.id)).toEqual(['g', 'e']);
  });
});
