import { describe, expect, test } from 'vitest';
import { standingOf } from '#response/requests/stand.ts';
import type { Row } from '#store/tables.ts';

const request: Row<'requests'> = {
  id: 'r',
  claim: 'c',
  also: null,
  asker: 'court',
  addressees: 'a b',
  about: 'the text of the contract',
  basis: null,
  sent: '2020-01-01',
  due: '2020-01-31',
  state: 'partly-replied',
};
const said = (kind: Row<'replies'>['kind'], date: string | null): Row<'replies'> => ({
  id: `${kind}-${date}`,
  claim: 'c',
  request: 'r',
  party: 'a',
  date,
  kind,
  summary: 'said',
});
const late = (at: string, replies: Row<'replies'>[] = []) =>
  standingOf(request, 'a', false, replies, at).late;
const state = (at: string | undefined, replies: Row<'replies'>[]) =>
  standingOf(request, 'a', false, replies, at).state;

describe('how a request stands with one addressee', () => {
  test('it is overdue the day after it was due, and very overdue when as long again has passed', () => {
    expect(['2020-01-31', '2020-02-01', '2020-03-01', '2020-03-02'].map(at => late(at))).toEqual([
      'no',
      'overdue',
      'overdue',
      'very-overdue',
    ]);
  });

  test('a reply ends lateness, a recorded silence or a deferral does not', () => {
    const kinds = ['reply', 'partial', 'refusal', 'comment', 'silence', 'deferral'] as const;
    expect(kinds.map(kind => late('2020-02-05', [said(kind, '2020-02-03')]))).toEqual([
      'no',
      'no',
      'no',
      'no',
      'overdue',
      'overdue',
    ]);
  });

  test('a reply that came later is not known on an earlier day', () => {
    expect(state('2020-01-10', [said('reply', '2020-01-20')])).toBe('waiting');
    expect(state('2020-01-20', [said('reply', '2020-01-20')])).toBe('replied');
  });

  test('the last reply counts, whatever order they were entered in', () => {
    const both = [said('reply', '2020-01-20'), said('partial', '2020-01-10')];
    expect(state(undefined, both)).toBe('replied');
  });

  test('what is noted for the whole request holds for an addressee only when it is alone', () => {
    expect(state(undefined, [])).toBe('waiting');
    expect(standingOf(request, 'a', true, [], undefined).state).toBe('partly-replied');
  });

  test('without a due day, or without a day to ask about, nothing is called late', () => {
    expect(standingOf({ ...request, due: null }, 'a', false, [], '2021').late).toBeNull();
    expect(standingOf(request, 'a', false, [], undefined).late).toBeNull();
  });
});
