import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess, type Finding, type Question } from '#assessment/findings/findings.ts';
import { setAside } from '#assessment/findings/stand.ts';
import { type Body, meets } from '#assessment/findings/weigh.ts';
import {
  findProof,
  findStandard,
  loadProofs,
  loadStandards,
  loadStrength,
  type Proof,
  type Standard,
  type StrengthTable,
} from '#assessment/standards/standards.ts';
import type { Route, Row } from '#store/tables.ts';
import { goldenCases } from '#test/cases.ts';
import { type GivenClaim, someEvidence } from '#test/factories.ts';

let standards: Standard[];
let proofs: Proof[];
let strength: StrengthTable;
beforeAll(async () => {
  [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
});

/** A claim with what it bears on: `+c029.work`, `-c029.involuntary`, for a subject, `rule` unless named after `@`. */
interface Says extends GivenClaim {
  readonly says: string;
}

const STRONG = { grade: 'A', credibility: '1', knowledge: 'document' } as const;
const FAIR = { grade: 'C', credibility: '3', knowledge: 'document' } as const;
const WEAK = { grade: 'D', credibility: '4', knowledge: 'document' } as const;

const subjects: Partial<Row<'subjects'>>[] = [
  { id: 'person', kind: 'person' },
  { id: 'cohort', kind: 'cohort', frame: 'self-selected', n: 46 },
  { id: 'sample', kind: 'cohort', frame: 'probability', n: 400 },
  { id: 'programme', kind: 'programme' },
];

function evidenceOf(
  claims: readonly Says[],
  given: {
    answers?: Partial<Row<'answers'>>[];
    figures?: readonly Partial<Row<'figures'>>[];
    subjects?: readonly Partial<Row<'subjects'>>[];
  } = {},
) {
  const bearings = claims.flatMap(({ id, says }) =>
    says
      .split(' ')
      .filter(it => it !== '')
      .map(it => {
        const [, sign, element = '', subject = 'rule'] = /^([+-])([\w.-]+)(?:@([\w-]+))?$/.exec(it) ?? [];
        const standard = element.startsWith('binding')
          ? 'binding'
          : element.startsWith('ilo11')
            ? 'ilo-11-indicators'
            : 'ilo-c029';
        return {
          id: `${id}.${element}.${subject}`,
          claim: id,
          standard,
          element,
          direction: sign === '+' ? ('supports' as const) : ('rebuts' as const),
          subject,
        };
      }),
  );
  return someEvidence(
    claims.map(({ says: _, ...claim }) => claim),
    {
      bearings,
      ...given,
      subjects: [...subjects, ...(given.subjects ?? [])],
      parties: [{ id: 'other', place: 'USA' }],
    },
  );
}

function ask(
  claims: readonly Says[],
  over: Partial<Question> & { id?: string; proofId?: string } = {},
  given: Parameters<typeof evidenceOf>[1] = {},
): Finding {
  const question = {
    standard: findStandard(standards, over.id ?? 'ilo-c029'),
    proof: findProof(proofs, over.proofId ?? 'reasonable-grounds'),
    strength,
    ...over,
  };
  return assess(evidenceOf(claims, given), question, 'en');
}

const bound: Says = { id: 'bound', ...STRONG, says: '+binding.all-posted' };
const all = '+c029.work +c029.penalty +c029.involuntary';
const shown: Says[] = [bound, { id: 'law', ...STRONG, says: all }, { id: 'report', ...FAIR, says: all }];

interface GoldenFinding {
  readonly why: string;
  readonly claims: readonly Says[];
  readonly question?: { readonly dutyBearer?: string; readonly route?: Route };
  readonly subjects?: readonly Partial<Row<'subjects'>>[];
  readonly figures?: readonly Partial<Row<'figures'>>[];
  /** Verdicts at further levels of proof, and for single years. */
  readonly proofs?: Readonly<Record<string, string>>;
  readonly years?: Readonly<Record<string, { readonly verdict: string; readonly because: string | null }>>;
  readonly expected: {
    readonly verdict: string;
    readonly because: string | null;
    readonly illustrative: boolean;
    readonly elements: Readonly<Record<string, readonly [status: string, origins: number, against: number]>>;
    readonly withdraw?: readonly (readonly string[])[];
    readonly show?: readonly (readonly string[])[];
    readonly lacks?: Readonly<Record<string, string>>;
  };
}

describe('findings worked by hand', () => {
  test.each(goldenCases<GoldenFinding>('assess'))('%s', (_, { claims, question = {}, expected, ...more }) => {
    const given = { subjects: more.subjects ?? [], figures: more.figures ?? [] };
    const finding = ask(claims, question, given);
    const { verdict, because, illustrative } = finding;
    expect({ verdict, because, illustrative }).toEqual({
      verdict: expected.verdict,
      because: expected.because,
      illustrative: expected.illustrative,
    });
    const elements = finding.elements.map(it => [it.id, [it.status, it.origins.for, it.origins.against]]);
    expect(Object.fromEntries(elements)).toEqual(expected.elements);
    const changes = (key: 'withdraw' | 'show') =>
      finding.wouldChange.flatMap(it => (key in it ? Object.values(it) : []));
    if (expected.withdraw) expect(changes('withdraw')).toEqual(expected.withdraw);
    if (expected.show) expect(changes('show').slice(0, expected.show.length)).toEqual(expected.show);
    for (const [id, list] of Object.entries(expected.lacks ?? {}))
      expect(finding.elements.find(it => it.id === id)?.reason).toContain(list);
    const proved = Object.keys(more.proofs ?? {}).map(proofId => [
      proofId,
      ask(claims, { ...question, proofId }, given).verdict,
    ]);
    expect(Object.fromEntries(proved)).toEqual(more.proofs ?? {});
    for (const [year, answer] of Object.entries(more.years ?? {}))
      expect({
        year,
        ...ask(claims, { ...question, period: { from: year, to: year } }, given),
      }).toMatchObject({
        year,
        ...answer,
      });
  });

  test('an exception that one weak origin invokes is not made out: its burden lies on whoever relies on it', () => {
    const finding = ask([...shown, { id: 'said', ...WEAK, says: '+c029.ex.d' }]);
    expect(finding.verdict).toBe('met');
    expect(finding.exceptions.find(it => it.id === 'c029.ex.d')).toMatchObject({
      invoked: true,
      status: 'unknown',
    });
  });
});

describe('routes', () => {
  test('rules: a rule counts only while it stands that it binds everybody posted', () => {
    expect(ask(shown.slice(1)).because).toBe('not-examined');
    const disputed: Says[] = [
      { id: 'no-1', ...STRONG, says: '-binding.all-posted' },
      { id: 'no-2', ...STRONG, says: '-binding.all-posted' },
    ];
    expect(ask([...shown, ...disputed]).because).toBe('not-examined');
  });

  test('person: one worker’s passport and another’s debt never make a case', () => {
    const finding = ask(
      [
        { id: 'one', ...STRONG, says: '+c029.work@person +c029.penalty@person' },
        { id: 'two', ...STRONG, says: '+c029.involuntary@programme' },
      ],
      { route: 'person', proofId: 'scintilla' },
    );
    expect(finding).toMatchObject({ verdict: 'open', scope: { subject: 'person' } });
  });

  test('pattern: a self-selected sample gives no rate, however many say so', () => {
    const every = all
      .split(' ')
      .map(it => `${it}@cohort`)
      .join(' ');
    const finding = ask(
      [
        { id: 'a1', ...STRONG, says: every },
        { id: 'a2', ...STRONG, says: every },
      ],
      { route: 'pattern' },
    );
    expect(finding).toMatchObject({ verdict: 'open', because: 'not-shown' });
  });

  test('pattern: shares of one probability sample count by what they surely have in common', () => {
    const on = (element: string, id: string, low: number): [Says[], Partial<Row<'figures'>>] => [
      [
        { id, ...STRONG, says: `+${element}@sample` },
        { id: `${id}-2`, ...STRONG, says: `+${element}@sample` },
      ],
      { id: `${id}.n`, claim: id, counted: 'share-of-respondents', unit: 'percent', low },
    ];
    const of = (shares: readonly number[]) => {
      const made = ['c029.work', 'c029.penalty', 'c029.involuntary'].map((element, index) =>
        on(element, `e${index}`, shares[index] ?? 0),
      );
      return ask(
        made.flatMap(([claims]) => claims),
        { route: 'pattern' },
        { figures: made.map(([, figure]) => figure) },
      ).verdict;
    };
    // 1.0 + 0.6 + 0.6 − 2 = 0.2 ≥ 0.1;  1.0 + 0.5 + 0.5 − 2 = 0
    expect([of([100, 60, 60]), of([100, 50, 50])]).toEqual(['met', 'open']);
  });

  const inCohort = (cohort: string, sign: '+' | '-' = '+'): Says[] =>
    ['n-1', 'n-2'].map(id => ({
      id,
      ...STRONG,
      says: all.replaceAll('+', sign).replace(/$| /g, `@${cohort} `).trim(),
    }));
  const share = (over: Partial<Row<'figures'>>): Partial<Row<'figures'>> => ({
    id: 'n',
    claim: 'n-1',
    counted: 'share-of-respondents',
    unit: 'percent',
    low: null,
    high: null,
    ...over,
  });

  test('pattern: a sample that surely stays under the threshold is not met', () => {
    const verdict = (high: number | null) =>
      ask(inCohort('sample'), { route: 'pattern' }, { figures: [share({ high })] }).verdict;
    expect([verdict(1), verdict(9.9), verdict(10), verdict(null)]).toEqual([
      'not-met',
      'not-met',
      'open',
      'open',
    ]);
  });

  test('pattern: people who chose themselves speak for nobody else, whichever way they answer', () => {
    const verdict = (cohort: string) => ask(inCohort(cohort, '-'), { route: 'pattern' }).verdict;
    expect([verdict('sample'), verdict('cohort')]).toEqual(['not-met', 'open']);
  });

  test('pattern: no element whose showing would not give a share is said to change the answer', () => {
    expect(ask(inCohort('cohort'), { route: 'pattern' }).wouldChange).toEqual([]);
    const some = inCohort('sample').map(it => ({ ...it, says: '+c029.work@sample +c029.penalty@sample' }));
    const finding = ask(some, { route: 'pattern' }, { figures: [share({ low: 60, high: 60 })] });
    expect(finding.wouldChange).toContainEqual({ show: ['c029.involuntary'] });
  });

  test('a route that the standard does not have is refused', () => {
    expect(() => ask(shown, { id: 'ilo-c105', route: 'person' })).toThrow(
      expect.objectContaining({ code: 'route.unfit' }),
    );
  });
});

describe('scope', () => {
  const at = (over: Partial<Says>) => ({ id: 'here', ...STRONG, says: '+c029.work', ...over }) as Says;

  test('a claim about one host does not count for another, and is listed with the reason', () => {
    const finding = ask([bound, at({ reach: 'host', host: 'CCC' })], { place: 'BBB' });
    expect(finding.elements[0]?.for).toEqual([]);
    expect(finding.missed).toEqual([{ claim: 'here', element: 'c029.work', why: 'place', is: 'CCC' }]);
  });

  test('a region counts for its country; every-host claims for each; unspecified ones only where no place is asked', () => {
    const count = (over: Partial<Says>, place?: string) =>
      ask([bound, at(over)], { place }).elements[0]?.origins.for;
    expect(count({ reach: 'host', host: 'BBB/North' }, 'BBB')).toBe(1);
    expect(count({ reach: 'host', host: 'BBB' }, 'BBB/North')).toBe(0);
    expect(count({ reach: 'every-host' }, 'BBB')).toBe(1);
    expect(count({ reach: 'unspecified' }, 'BBB')).toBe(0);
    expect(count({ reach: 'unspecified' })).toBe(1);
  });

  test('a bearing counts if its period shares a day with the one asked', () => {
    const count = (from: string, to: string | null) =>
      ask([bound, at({ from, to })], { period: { from: '2020-06', to: '2020-06' } }).elements[0]?.origins.for;
    expect([
      count('2020', '2020'),
      count('2020-06-30', '2021'),
      count('2010', null),
      count('2021', null),
    ]).toEqual([1, 1, 1, 0]);
  });

  test('abstracts and collected claims make a finding illustrative, and can be left out', () => {
    expect(ask(shown.map(it => ({ ...it, abstract: true }))).illustrative).toBe(true);
    expect(ask(shown.map(it => ({ ...it, state: 'collected' as const }))).illustrative).toBe(true);
    expect(
      ask(
        shown.map(it => ({ ...it, abstract: true })),
        { held: 'originals' },
      ),
    ).toMatchObject({ because: 'not-examined', illustrative: false });
  });
});

describe('weighing', () => {
  test('one origin counts once, with its best claim', () => {
    const copies: Says[] = ['x1', 'x2', 'x3'].map(id => ({
      id,
      ...FAIR,
      origin: 'wire',
      says: '+c029.work',
    }));
    expect(ask([bound, ...copies]).elements[0]).toMatchObject({
      origins: { for: 1, against: 0 },
      strength: { for: [0, 1, 0] },
    });
  });

  test.each([
    ['strong', { ...STRONG }, [1, 0, 0]],
    [
      'weak by hearsay: not strong by the table, and one step down from fair',
      { ...STRONG, knowledge: 'hearsay' },
      [0, 0, 1],
    ],
    ['fair with a stake, on either side', { ...STRONG, stake: 'yes' }, [0, 1, 0]],
    ['nothing with grade F', { ...STRONG, grade: 'F' }, [0, 0, 0]],
    ['nothing with credibility 6', { ...STRONG, credibility: '6' }, [0, 0, 0]],
  ])('%s', (_, over, counts) => {
    for (const side of ['critical', 'defending'] as const) {
      expect(
        ask([bound, { ...(over as Partial<GivenClaim>), id: 'x', side, says: '+c029.work' }]).elements[0]
          ?.strength.for,
      ).toEqual(counts);
    }
  });

  test('the eleven indicators are a screening: no number of them concludes', () => {
    const every = findStandard(standards, 'ilo-11-indicators')
      .elements.map(it => `+${it.id}`)
      .join(' ');
    const finding = ask(
      [
        { id: 'x1', ...STRONG, says: every },
        { id: 'x2', ...STRONG, says: every },
      ],
      { id: 'ilo-11-indicators' },
    );
    expect(finding).toMatchObject({
      verdict: 'none',
      because: 'maps-only',
      screening: { supported: 11, of: 11 },
      wouldChange: [],
    });
    expect(finding.sentence).toContain('never a conclusion');
  });

  test('undercut claims are set aside, and stand again when what undercuts them is undercut', () => {
    const cuts = (pairs: string[]) =>
      pairs.map(pair => ({
        id: pair,
        claim: pair[0] ?? '',
        answers: pair[1] ?? '',
        kind: 'undercuts' as const,
      }));
    const says = (answers: string[]) =>
      ask(
        [bound, { id: 'a', ...STRONG, says: '+c029.work' }, { id: 'b', says: '' }, { id: 'c', says: '' }],
        {},
        { answers: cuts(answers) },
      ).elements[0];
    expect(says(['ba'])).toMatchObject({ for: [], setAside: ['a'] });
    expect(says(['ba', 'cb'])).toMatchObject({ for: ['a'], setAside: [] });
    expect(
      setAside([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ]),
    ).toEqual(new Set(['a', 'b']));
  });
});

describe('Carneades', () => {
  // published parameters: alpha 0.5, beta 0.3, gamma 0.2; weights none 0, weak 0.3, fair 0.6, strong 0.9
  test.each([
    ['carneades-scintilla', [0, 1, 0, 0], [0, 0, 0, 5], true],
    ['carneades-scintilla', [1, 0, 0, 0], [0, 0, 0, 0], false],
    ['carneades-preponderance', [0, 0, 1, 0], [0, 20, 0, 0], true],
    ['carneades-preponderance', [0, 0, 1, 0], [0, 0, 1, 0], false],
    ['carneades-clear-and-convincing', [0, 0, 0, 1], [0, 0, 0, 0], true],
    ['carneades-clear-and-convincing', [0, 0, 0, 1], [0, 0, 1, 0], false],
    ['carneades-beyond-reasonable-doubt', [0, 0, 0, 1], [0, 1, 0, 0], false],
    ['carneades-beyond-reasonable-doubt', [0, 0, 0, 1], [0, 0, 0, 0], true],
    ['carneades-dialectical-validity', [0, 1, 0, 0], [0, 0, 0, 0], true],
    ['carneades-dialectical-validity', [0, 0, 0, 9], [0, 1, 0, 0], false],
  ])('%s of %j against %j is %s', (id, ours, theirs, expected) => {
    const { enough, defeated } = meets(
      findProof(proofs, id),
      ours as unknown as Body,
      theirs as unknown as Body,
      strength,
    );
    expect(enough && !defeated).toBe(expected);
  });
});

describe('laws', () => {
  const level = fc.constantFrom(STRONG, FAIR, WEAK);
  const elements = ['c029.work', 'c029.penalty', 'c029.involuntary', 'c029.ex.d', 'binding.all-posted'];
  const claims = fc
    .array(
      fc.record({
        level,
        sign: fc.constantFrom('+', '+', '-'),
        on: fc.subarray(elements, { minLength: 1 }),
        origin: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
        asserter: fc.constant('sender'),
      }),
      { minLength: 1, maxLength: 9 },
    )
    .map(list =>
      list.map(
        ({ level, sign, on, ...rest }, index): Says => ({
          id: `k${index}`,
          ...level,
          ...rest,
          says: on.map(it => `${sign}${it}`).join(' '),
        }),
      ),
    );
  const RANK = { refuted: 0, unknown: 1, conflicting: 1, supported: 2 };

  test('any two bodies: what is shown at one rung is shown at every lower one', () => {
    const body = fc.tuple(fc.nat(3), fc.nat(4), fc.nat(4), fc.nat(4));
    const ladder = proofs.filter(it => it.family === 'ladder');
    fc.assert(
      fc.property(body, body, (ours, theirs) => {
        const rungs = ladder
          .map(proof => meets(proof, ours, theirs, strength))
          .map(it => it.enough && !it.defeated);
        expect(rungs).toEqual(rungs.toSorted((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 2000 },
    );
  });

  test('any claims: withdrawing one that supports makes no element more supported', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (list, at) => {
        const gone = list[at % list.length];
        if (!gone || gone.says.includes('-') || gone.says.includes('binding')) return;
        const [before, after] = [ask(list), ask(list.filter(it => it !== gone))];
        for (const [index, element] of before.elements.entries()) {
          expect(RANK[after.elements[index]?.status ?? 'unknown']).toBeLessThanOrEqual(RANK[element.status]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('any claims: a further one of an origin already there, no stronger, changes nothing', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (list, at) => {
        const one = list[at % list.length];
        if (!one) return;
        const [before, after] = [ask(list), ask([...list, { ...one, id: 'copy' }])];
        expect(after.elements.map(it => [it.status, it.origins])).toEqual(
          before.elements.map(it => [it.status, it.origins]),
        );
        expect(after.verdict).toBe(before.verdict);
      }),
      { numRuns: 150 },
    );
  });

  test('any claims: each set that would change the answer does, and no part of it does', () => {
    fc.assert(
      fc.property(claims, list => {
        const finding = ask(list);
        for (const change of finding.wouldChange) {
          if (!('withdraw' in change)) continue;
          const without = (ids: readonly string[]) => ask(list.filter(it => !ids.includes(it.id))).verdict;
          expect(without(change.withdraw)).not.toBe(finding.verdict);
          for (const id of change.withdraw)
            expect(without(change.withdraw.filter(it => it !== id))).toBe(finding.verdict);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('any claims: the order of entry changes nothing, and exceptions nobody invokes never block', () => {
    fc.assert(
      fc.property(claims, list => {
        expect(ask(list.toReversed())).toEqual(ask(list));
        const silent = list.map(it => ({ ...it, says: it.says.replace(/[+-]c029\.ex\.d ?/, '').trim() }));
        expect(ask(silent).exceptions.every(it => !it.invoked)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
