import { describe, expect, test } from 'vitest';
import { ask } from '#assessment/findings/findings.ts';
import { extract } from '#evidence/sources/sources.ts';
import {
  calendarOf,
  type Draft,
  draftOf,
  letterDocx,
  letterText,
  requests,
} from '#response/requests/requests.ts';
import { someEvidence } from '#test/factories.ts';
import { LANGUAGES } from '#words/language.ts';

const parties = [
  { id: 'commission', name: 'The Commission' },
  { id: 'ministry', name: 'Ministry; of “Health”' },
  { id: 'union', name: 'The Union', members: 'ministry commission' },
];
const claims = [
  { id: 'c1', proposition: 'Pay was\nlate.', protection: 'public' as const },
  { id: 'c2', protection: 'protected' as const },
];
const evidence = someEvidence(claims, {
  parties,
  memberships: [
    { id: 'm1', group: 'union', member: 'ministry', from: '2010', to: '2020' },
    { id: 'm2', group: 'union', member: 'commission', from: '2021', to: null },
  ],
  requests: [
    {
      id: 'r1',
      claim: 'c1',
      asker: 'commission',
      addressees: 'union',
      about: 'pay, and more',
      sent: '2019-05-01',
      due: null,
      state: 'waiting',
    },
    { id: 'r2', claim: 'c1', asker: 'commission', addressees: 'ministry', sent: '2022', due: null },
  ],
  deadlines: [{ id: 'd', request: 'r1', days: 2, counted: 'working', place: 'PRT' }],
  questions: [{ id: 'q', request: 'r1', text: 'How much; to whom?' }],
});
const draft: Draft = {
  from: 'commission',
  to: ['ministry'],
  sent: '2026-01-02',
  questions: ['How much?'],
  language: 'en',
};

describe('a letter that asks', () => {
  test.each(LANGUAGES)('asks about what a finding leaves open, in %s, with no hole left', async language => {
    const finding = await ask(evidence, { standard: 'ilo-c029', language });
    const letter = draftOf(evidence, { ...draft, language, finding });
    const open = finding.elements.filter(it => it.status !== 'supported' && it.status !== 'refuted');
    expect(letter.questions.flatMap(it => it.element ?? [])).toEqual(open.map(it => it.id));
    expect(letterText(letter)).not.toMatch(/\{\w+\}|undefined|null/);
  });

  test('asks a party for comment on claims, each in one line, with who says so', () => {
    const letter = draftOf(evidence, { ...draft, questions: [], claims: ['c1'] });
    expect(letter.questions[0]?.text).toContain('“Pay was late.”');
    expect(letter.questions[0]?.about).toBe('c1');
    expect(letter.subject).toContain('Request for comment');
  });

  test('never shows a protected claim, and names what is not there', () => {
    expect(() => draftOf(evidence, { ...draft, claims: ['c2'] })).toThrow('protected.refused');
    expect(() => draftOf(evidence, { ...draft, claims: ['nope'] })).toThrow('row.missing');
    expect(() => draftOf(evidence, { ...draft, to: ['nope'] })).toThrow('row.missing');
    expect(() => draftOf(evidence, { ...draft, questions: [' '] })).toThrow('usage.missing');
  });

  test('says by when, and how that was counted', () => {
    const deadline = { days: 1, counted: 'working', place: 'PRT' } as const;
    const letter = draftOf(evidence, { ...draft, deadline });
    expect(letter.due).toBe('2026-01-05');
    expect(letter.closing[0]).toContain('1 working days in Portugal');
  });

  test('is the same words as a DOCX', async () => {
    const letter = draftOf(evidence, draft);
    const { text } = await extract(await letterDocx(letter), 'letter.docx');
    for (const words of [letter.subject, ...letter.opening, ...letter.closing, 'How much?'])
      expect(text).toContain(words);
  });
});

describe('requests to a group', () => {
  test('reach its members of that day', () => {
    const [r1] = requests(evidence);
    expect(r1?.addressees).toEqual(['ministry']);
  });

  test('are due on the day that their deadline comes to', () => {
    const [r1, r2] = requests(evidence, '2019-05-04');
    expect([r1?.due, r1?.overdue, r1?.standing[0]?.late]).toEqual(['2019-05-03', true, 'overdue']);
    expect(r2?.due).toBeNull();
  });
});

test('the holidays that are counted are those that were left out: of a region, its country’s too', () => {
  const given = {
    requests: [{ id: 'r', claim: 'c1', addressees: 'party', sent: '2026-01-05', due: null }],
    deadlines: [{ id: 'd', request: 'r', days: 1, counted: 'working', place: 'ITA/Calabria' }],
    holidays: [
      { id: 'h1', place: 'ITA', date: '2026-01-06' },
      { id: 'h2', place: 'ITA/Calabria', date: '2026-01-07' },
      { id: 'h3', place: 'FRA', date: '2026-01-08' },
    ],
  } as const;
  const [request] = requests(someEvidence([{ id: 'c1' }], given));
  expect([request?.due, request?.holidays]).toEqual(['2026-01-08', 2]);
});

describe('a calendar of deadlines', () => {
  const text = calendarOf(evidence, requests(evidence), '2026-01-01', 'pt');

  test('has an event for each request that is due on a known day', () => {
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('DTSTART;VALUE=DATE:20190503\r\nDTEND;VALUE=DATE:20190504\r\n');
  });

  test('escapes and folds as RFC 5545 asks', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = text.replaceAll('\r\n ', '');
    expect(whole).toContain('Ministry\\; of “Health”: pay\\, and more');
    expect(whole).toContain('\\n- How much\\; to whom?');
  });
});
