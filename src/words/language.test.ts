import { describe, expect, test } from 'vitest';
import { formatDates, say, words } from '#words/language.ts';

describe('a sentence', () => {
  const hosts = words('{n} {n|host|hosts}', '{n} {n|país|países}', '{n} {n|país|países}');

  test('takes the word that goes with its number', () => {
    expect(say(hosts, 'en', { n: 1 })).toBe('1 host');
    expect(say(hosts, 'en', { n: 0 })).toBe('0 hosts');
    expect(say(hosts, 'es', { n: 1200 })).toBe('1200 países');
    expect(say(hosts, 'pt', { n: 1 })).toBe('1 país');
  });

  test('shows a hole that nothing fills', () => {
    expect(say(hosts, 'en', {})).toBe('{n} {n|host|hosts}');
  });

  test('says dates and open ends as its readers do', () => {
    expect(formatDates('2013-08', '2014-02', 'en')).toBe('Aug 2013 – Feb 2014');
    expect(formatDates('2023-03', null, 'es')).toBe('desde mar 2023');
    expect(formatDates(null, '2020', 'pt')).toBe('até 2020');
    expect(formatDates(null, null, 'en')).toBe('');
    expect(formatDates('2013-08-21', '2013-08-21', 'en')).toBe('21 Aug 2013');
  });
});
