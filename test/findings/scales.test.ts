import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, judge } from '#assessment/findings/judge.ts';
import { Scales } from '#assessment/findings/scales.ts';
import { inScope } from '#assessment/findings/scope.ts';
import { levelOf } from '#assessment/findings/weigh.ts';
import {
  findProof,
  findStandard,
  loadProofs,
  loadStandards,
  loadStrength,
} from '#assessment/standards/standards.ts';
import { ROUTES } from '#store/tables.ts';
import { someEvidence } from '#test/factories.ts';

const [standards, proofs, table] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
const standard = findStandard(standards, 'ilo-c029');
const elements = standard.elements.map(it => it.id);
const kinds = { rules: 'rule', pattern: 'cohort', purpose: 'programme', person: 'person' } as const;

const bearing = fc.record({
  claim: fc.nat(7),
  element: fc.constantFrom(...elements, 'binding.all-posted'),
  direction: fc.constantFrom('supports' as const, 'rebuts' as const),
  subject: fc.nat(2),
});
const claim = fc.record({
  grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
  credibility: fc.constantFrom('1' as const, '2' as const, '4' as const),
  origin: fc.constantFrom('o1', 'o2', 'o3'),
});

describe('scales', () => {
  test('any claims that move no status move no verdict, on any route, at any level of proof', () => {
    fc.assert(
      fc.property(
        fc.array(claim, { minLength: 8, maxLength: 8 }),
        fc.array(bearing, { maxLength: 24 }),
        fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 4 }),
        fc.constantFrom(...ROUTES),
        fc.constantFrom(...proofs.map(it => it.id)),
        fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
        (claims, bearings, attacks, route, proof, without) => {
          const evidence = someEvidence(
            claims.map((it, n) => ({ id: `c${n}`, ...it })),
            {
              origins: ['o1', 'o2', 'o3'].map(id => ({ id })),
              subjects: [0, 1, 2].map(n => ({ id: `s${n}`, kind: kinds[route] })),
              bearings: bearings.map((it, n) => ({
                id: `b${n}`,
                claim: `c${it.claim}`,
                element: it.element,
                standard: it.element.startsWith('binding') ? 'binding' : standard.id,
                direction: it.direction,
                subject: `s${it.subject}`,
              })),
            },
          );
          const { items } = inScope(evidence, standard, { route, held: 'all' });
          const one: Case = {
            standard,
            proof: findProof(proofs, proof),
            table,
            route,
            items,
            attacks: attacks.map(([from, to]) => ({ from: `c${from}`, to: `c${to}` })),
            levels: new Map([...evidence.claims.values()].map(it => [it.id, levelOf(it, table)])),
            shares: new Map(),
          };
          const ids = new Set(without.map(n => `c${n}`));
          const scales = new Scales(one);
          const before = judge(one).verdict;
          if (!scales.moves(ids)) expect(judge(one, ids).verdict).toBe(before);
          // asking leaves the scales as they were
          expect(scales.moves(ids)).toBe(new Scales(one).moves(ids));
        },
      ),
      { seed: 3, numRuns: 3000 },
    );
  });

  test('a claim that alone holds an element up moves it', () => {
    const evidence = someEvidence([{ id: 'c1' }], {
      subjects: [{ id: 'rule', kind: 'rule' }],
      bearings: [
        { id: 'b1', claim: 'c1', element: 'c029.work' },
        { id: 'b2', claim: 'c1', standard: 'binding', element: 'binding.all-posted' },
      ],
    });
    const { items } = inScope(evidence, standard, { route: 'rules', held: 'all' });
    const it: Case = {
      standard,
      proof: findProof(proofs, 'scintilla'),
      table,
      route: 'rules',
      items,
      attacks: [],
      levels: new Map([['c1', 3]]),
      shares: new Map(),
    };
    expect(new Scales(it).moves(new Set(['c1']))).toBe(true);
    expect(new Scales(it).moves(new Set(['c2']))).toBe(false);
  });
});
