import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attack, setAside } from '#assessment/findings/stand.ts';
import { bound, FAIR, findingOf, type Says, SHOWN, STRONG } from '#test/findings.ts';
import { quickest } from '#test/quickest.ts';

describe('which claims stand', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const attacks: fc.Arbitrary<Attack[]> = fc.array(
    fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }),
    { maxLength: 9 },
  );

  /** By the definition: the least set that is complete (conflict-free, and just what it defends). */
  function grounded(all: readonly Attack[]): string[] {
    const sets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
      ids.filter((_, at) => bits & (1 << at)),
    );
    const attacks = (from: readonly string[], to: string) =>
      all.some(it => it.to === to && from.includes(it.from));
    const defends = (set: readonly string[], id: string) =>
      all.filter(it => it.to === id).every(it => attacks(set, it.from));
    const complete = sets.filter(
      set => !set.some(id => attacks(set, id)) && ids.filter(id => defends(set, id)).join() === set.join(),
    );
    return complete.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }

  test('any attacks among five claims: those are set aside that the definition of grounded leaves out', () => {
    fc.assert(
      fc.property(attacks, all => {
        const aside = setAside(all);
        expect(ids.filter(id => !aside.has(id))).toEqual(grounded(all));
      }),
      { seed: 8, numRuns: 2000 },
    );
  });

  test('any attacks: undercutting the only claim that undercuts another restores it', () => {
    fc.assert(
      fc.property(attacks, all => {
        const rest = all.filter(it => it.to !== 'a' && it.to !== 'b');
        expect(setAside([...rest, { from: 'b', to: 'a' }]).has('a')).toBe(true);
        const restored = setAside([...rest, { from: 'b', to: 'a' }, { from: 'new', to: 'b' }]);
        expect([restored.has('a'), restored.has('b')]).toEqual([false, true]);
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  test('a chain of ten thousand is followed to its end at once', async () => {
    const chain = Array.from({ length: 10_000 }, (_, n) => ({ from: `k${n}`, to: `k${n + 1}` }));
    const took = await quickest(1000, () => expect(setAside(chain).size).toBe(5000));
    expect(took).toBeLessThan(1000);
  });
});

describe('answers that rebut', () => {
  const denial: Says = { id: 'denial', ...STRONG, says: '' };
  const rebuts = { id: 'x', claim: 'denial', answers: 'law', kind: 'rebuts' as const };

  test('contest a claim, and neither set it aside nor count against an element', () => {
    const finding = findingOf([...SHOWN, denial], {}, { answers: [rebuts] });
    expect(finding.verdict).toBe('met');
    expect(finding.elements[0]).toMatchObject({
      for: ['law', 'report'],
      against: [],
      setAside: [],
      contested: [{ claim: 'law', by: ['denial'] }],
    });
  });

  test('count against it by a bearing of their own', () => {
    const two = ['denial', 'again'].map(id => ({ id, ...STRONG, says: '-c029.involuntary' }));
    expect(findingOf([...SHOWN, ...two], {}, { answers: [rebuts] }).verdict).not.toBe('met');
  });

  test('contest nothing once they are withdrawn or undercut', () => {
    const contested = (claims: readonly Says[], more: { claim: string; answers: string }[] = []) =>
      findingOf(
        [...SHOWN, ...claims],
        {},
        {
          answers: [rebuts, ...more.map(it => ({ ...it, id: 'y', kind: 'undercuts' as const }))],
        },
      ).elements[0]?.contested;
    expect(contested([{ ...denial, state: 'withdrawn' }])).toEqual([]);
    expect(contested([denial, { id: 'cut', says: '' }], [{ claim: 'cut', answers: 'denial' }])).toEqual([]);
  });
});

describe('circles of quotation', () => {
  const parties = ['paper', 'agency', 'post'].map(id => ({ id }));
  const says = '+c029.work';
  const one: Says = { id: 'one', ...FAIR, reporter: 'paper', asserter: 'agency', origin: 'agency', says };
  const two: Says = { id: 'two', ...FAIR, reporter: 'agency', asserter: 'paper', origin: 'paper', says };
  const circles = (claims: readonly Says[]) => findingOf([bound, ...claims], {}, { parties }).circles;

  test('two that report each other on one element are shown with their claims', () => {
    expect(circles([one, two])).toEqual([
      { element: 'c029.work', direction: 'supports', parties: ['agency', 'paper'], claims: ['one', 'two'] },
    ]);
  });

  test('a loop through a third, by recorded origins, is found; a chain is none', () => {
    const chain: Says[] = [
      { id: 'k1', ...FAIR, asserter: 'paper', origin: 'agency', says },
      { id: 'k2', ...FAIR, asserter: 'agency', origin: 'post', says },
    ];
    expect(circles(chain)).toEqual([]);
    expect(circles([...chain, { id: 'k3', ...FAIR, asserter: 'post', origin: 'paper', says }])).toMatchObject(
      [{ parties: ['agency', 'paper', 'post'], claims: ['k1', 'k2', 'k3'] }],
    );
  });

  test('on different elements, in different directions, or of one house, they are none', () => {
    expect(circles([one, { ...two, says: '+c029.penalty' }])).toEqual([]);
    expect(circles([one, { ...two, says: '-c029.work' }])).toEqual([]);
    const house = [{ id: 'paper', parent: 'agency' }, { id: 'agency' }];
    expect(findingOf([bound, one, two], {}, { parties: house }).circles).toEqual([]);
  });

  test('a claim whose reporter is on record as its origin is none by itself', () => {
    expect(circles([{ ...one, origin: 'paper' }])).toEqual([]);
  });

  test('whether the answer turns without a circle is told', () => {
    const { robust } = findingOf([...SHOWN, one, two], {}, { parties });
    expect(robust).toContainEqual({ without: 'circle:agency+paper', verdict: 'met' });
  });
});

describe('exceptions', () => {
  const exception = (claims: readonly Says[]) => {
    const { verdict, exceptions } = findingOf([...SHOWN, ...claims]);
    return { verdict, ...exceptions.find(it => it.id === 'c029.ex.d') };
  };
  const two = (sign: string): Says[] => [
    { id: 'ex-1', ...STRONG, says: `${sign}c029.ex.d` },
    { id: 'ex-2', ...FAIR, says: `${sign}c029.ex.d` },
  ];

  test('that nobody invokes do not block; one that is only refuted is not invoked', () => {
    expect(exception([])).toMatchObject({ verdict: 'met', invoked: false, status: 'unknown' });
    expect(exception(two('-'))).toMatchObject({ verdict: 'met', invoked: false, status: 'refuted' });
  });

  test('that are shown defeat; by the same level of proof, both ways', () => {
    expect(exception(two('+'))).toMatchObject({ verdict: 'not-met', invoked: true, status: 'supported' });
    expect(exception(two('+').slice(1))).toMatchObject({ verdict: 'met', invoked: true, status: 'unknown' });
    const disputed = [...two('+'), ...two('-').map(it => ({ ...it, id: `no-${it.id}` }))];
    expect(exception(disputed)).toMatchObject({ verdict: 'met', invoked: true, status: 'conflicting' });
  });

  test('fall with the claim that invokes them when it is undercut', () => {
    const answers = [{ id: 'z', claim: 'cut', answers: 'ex-1', kind: 'undercuts' as const }];
    const finding = findingOf([...SHOWN, ...two('+'), { id: 'cut', says: '' }], {}, { answers });
    expect(finding.verdict).toBe('met');
    expect(finding.exceptions.find(it => it.id === 'c029.ex.d')?.setAside).toEqual(['ex-1']);
  });
});

describe('a finding is illustrative', () => {
  const illustrative = (claims: readonly Says[]) => findingOf(claims).illustrative;
  const [binding, ...rest] = SHOWN as readonly [Says, ...Says[]];

  test('where only the claim that binds the rule was accepted by nobody here, or is our summary', () => {
    expect(illustrative(SHOWN)).toBe(false);
    expect(illustrative([{ ...binding, state: 'collected' }, ...rest])).toBe(true);
    expect(illustrative([{ ...binding, abstract: true }, ...rest])).toBe(true);
  });

  test('not by the binding of a rule that nothing here rests on', () => {
    const idle: Says = { id: 'idle', ...STRONG, state: 'collected', says: '+binding.all-posted@other' };
    const subjects = [{ id: 'other', kind: 'rule' as const }];
    expect(findingOf([...SHOWN, idle], {}, { subjects }).illustrative).toBe(false);
  });
});
