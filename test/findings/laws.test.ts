import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#assessment/findings/findings.ts';
import { judge } from '#assessment/findings/judge.ts';
import { inScope } from '#assessment/findings/scope.ts';
import { findStandard, loadProofs, loadStandards, loadStrength } from '#assessment/standards/standards.ts';
import { evidenceOf, findingOf, questionOf, type Says } from '#test/findings.ts';
import { smallCases } from '#test/small-cases.ts';

const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
const standard = findStandard(standards, 'ilo-c029');
const elements = ['c029.work', 'c029.penalty', 'c029.involuntary', 'c029.ex.d'];
const small = smallCases({ standard, proofs, strength }, 7, elements, ['purpose', 'person']);
const ladder = proofs.filter(it => it.family === 'ladder');

describe('laws of a finding', () => {
  test('any case: swapping supports and rebuts of every bearing swaps supported and refuted of every element', () => {
    const other = {
      supported: 'refuted',
      refuted: 'supported',
      conflicting: 'conflicting',
      unknown: 'unknown',
    };
    const turned = { supports: 'rebuts', rebuts: 'supports' } as const;
    fc.assert(
      fc.property(small, it => {
        const one = { ...it, route: 'purpose' as const, presumed: new Set<string>() };
        const items = it.items.map(item => ({
          ...item,
          bearing: { ...item.bearing, direction: turned[item.bearing.direction] },
        }));
        const [before, after] = [judge(one).elements, judge({ ...one, items }).elements];
        for (const [id, { status }] of before) expect(after.get(id)?.status).toBe(other[status]);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  test('any case: an element shown at a rung is shown, in the same direction, at every lower rung', () => {
    // where the other direction is shown as well, it is conflicting
    const shown = { supported: ['supported', 'conflicting'], refuted: ['refuted', 'conflicting'] };
    fc.assert(
      fc.property(small, it => {
        const rungs = ladder.map(
          proof => judge({ ...it, proof, route: 'purpose', presumed: new Set() }).elements,
        );
        for (const [at, rung] of rungs.entries())
          for (const [id, { status }] of rung)
            if (status === 'supported' || status === 'refuted')
              for (const lower of rungs.slice(0, at)) expect(shown[status]).toContain(lower.get(id)?.status);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });

  test('any case: a claim repeated by its origin, no stronger, changes nothing', () => {
    fc.assert(
      fc.property(small, fc.nat(), (it, at) => {
        const one = it.items[at % it.items.length];
        if (!one || it.attacks.some(({ to }) => to === one.claim.id)) return;
        const copy = { ...one, claim: { ...one.claim, id: 'copy' } };
        const levels = new Map(it.levels).set('copy', it.levels.get(one.claim.id) ?? 0);
        const [before, after] = [judge(it), judge({ ...it, items: [...it.items, copy], levels })];
        expect(after.verdict).toBe(before.verdict);
        expect([...after.elements].map(([, { pro, con, status }]) => [pro, con, status])).toEqual(
          [...before.elements].map(([, { pro, con, status }]) => [pro, con, status]),
        );
      }),
      { seed: 13, numRuns: 1000 },
    );
  });

  test('any case: undercutting whatever undercuts a claim restores it', () => {
    fc.assert(
      fc.property(small, it => {
        const [one] = it.items;
        if (!one) return;
        const id = one.claim.id;
        const cut = [...it.attacks.filter(({ to }) => to !== id && to !== 'cut'), { from: 'cut', to: id }];
        const restored = [...cut, { from: 'again', to: 'cut' }];
        const free = it.attacks.filter(({ to }) => to !== id);
        const statuses = (attacks: typeof cut) =>
          [...judge({ ...it, attacks }).elements].map(([key, { status }]) => [key, status]);
        expect(statuses(restored)).toEqual(statuses(free));
      }),
      { seed: 14, numRuns: 1000 },
    );
  });

  test('any two scopes, one within the other: what is used in the narrower is used, or listed with its reason, in the wider', () => {
    const places = [
      ['BBB/North', 'BBB'],
      ['BBB/North', undefined],
      ['BBB', undefined],
      ['CCC', undefined],
    ] as const;
    const year = fc.integer({ min: 2000, max: 2010 });
    const claim = fc.record({
      reach: fc.constantFrom('host' as const, 'every-host' as const, 'unspecified' as const),
      host: fc.constantFrom('BBB', 'BBB/North', 'CCC'),
      from: fc.option(year.map(String)),
      to: fc.option(year.map(String)),
      abstract: fc.boolean(),
    });
    const years = fc.tuple(year, fc.nat(3), fc.nat(3), fc.nat(3));
    fc.assert(
      fc.property(
        fc.array(claim, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...places),
        years,
        (list, [narrow, wide], [from, length, before, after]) => {
          const evidence = evidenceOf(
            list.map(
              ({ reach, host, ...it }, at): Says => ({
                ...it,
                id: `c${at}`,
                says: '+c029.work',
                reach,
                host: reach === 'host' ? host : null,
              }),
            ),
          );
          const scope = (place: string | undefined, first: number, last: number, held: 'all' | 'originals') =>
            inScope(evidence, standard, {
              place,
              period: { from: `${first}`, to: `${last}` },
              route: 'rules',
              held,
            });
          const used = scope(narrow, from, from + length, 'originals').items;
          const wider = scope(wide, from - before, from + length + after, 'all');
          const told = new Set([...wider.items.map(it => it.claim.id), ...wider.missed.map(it => it.claim)]);
          for (const {
            claim: { id },
          } of used)
            expect(told.has(id)).toBe(true);
        },
      ),
      { seed: 15, numRuns: 1000 },
    );
  });

  test.each(['en', 'es', 'pt'] as const)(
    'every element has one plain sentence in %s, whatever its status',
    language => {
      const claims: Says[] = [
        {
          id: 'a',
          grade: 'A',
          credibility: '1',
          knowledge: 'document',
          says: '+binding.all-posted +c029.work -c029.penalty',
        },
        { id: 'b', grade: 'A', credibility: '1', knowledge: 'document', says: '+c029.work -c029.penalty' },
      ];
      const finding = assess(evidenceOf(claims), questionOf(), language);
      expect(finding.elements.map(it => it.status)).toEqual(['supported', 'refuted', 'unknown']);
      for (const { reason } of finding.elements) expect(reason).toMatch(/^\p{Lu}[^{}]+\.$/u);
      expect(finding.sentence).toMatch(/^[^{}]+\.$/u);
    },
  );

  test('only defending claims or only critical ones are weighed by the same rule', () => {
    const list = (sign: string, side: 'critical' | 'defending'): Says[] =>
      ['k1', 'k2'].map(id => ({
        id,
        side,
        grade: 'A',
        credibility: '1',
        knowledge: 'document',
        says: `${sign}c029.work ${sign}c029.penalty ${sign}c029.involuntary +binding.all-posted`,
      }));
    expect(findingOf(list('+', 'critical')).verdict).toBe('met');
    expect(findingOf(list('+', 'defending')).verdict).toBe('met');
    expect(findingOf(list('-', 'critical')).verdict).toBe('not-met');
    expect(findingOf(list('-', 'defending')).verdict).toBe('not-met');
  });
});
