/** Any small body of evidence for one question: claims, bearings, attacks and shares at random, on any route. */
import fc from 'fast-check';
import type { Case } from '#assessment/findings/judge.ts';
import { inScope } from '#assessment/findings/scope.ts';
import { levelOf } from '#assessment/findings/weigh.ts';
import type { Proof, Standard, StrengthTable } from '#assessment/standards/standards.ts';
import { ROUTES, type Route } from '#store/tables.ts';
import { someEvidence } from '#test/factories.ts';

const KINDS = { rules: 'rule', pattern: 'cohort', purpose: 'programme', person: 'person' } as const;

export interface Tables {
  readonly standard: Standard;
  readonly proofs: readonly Proof[];
  readonly strength: StrengthTable;
}

/** Up to `most` claims named c0, c1, …; `elements` may name `binding.all-posted`. */
export function smallCases(
  { standard, proofs, strength }: Tables,
  most: number,
  elements: readonly string[],
  routes: readonly Route[] = ROUTES,
): fc.Arbitrary<Case> {
  const n = fc.nat(most - 1);
  const claim = fc.record({
    origin: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
    grade: fc.constantFrom('A' as const, 'C' as const, 'D' as const, 'F' as const),
    side: fc.constantFrom('critical' as const, 'defending' as const),
    protection: fc.constantFrom('public' as const, 'public' as const, 'protected' as const),
  });
  const bearing = fc.record({
    claim: n,
    subject: fc.nat(2),
    element: fc.constantFrom(...elements),
    direction: fc.constantFrom('supports' as const, 'supports' as const, 'rebuts' as const),
  });
  return fc
    .record({
      claims: fc.array(claim, { minLength: most, maxLength: most }),
      bearings: fc.array(bearing, { minLength: 1, maxLength: most * 3 }),
      attacks: fc.array(fc.tuple(n, n), { maxLength: 5 }),
      shares: fc.array(fc.tuple(n, fc.constantFrom(0.05, 0.5, 0.9), fc.constantFrom(0.95, 1)), {
        maxLength: 6,
      }),
      route: fc.constantFrom(...routes),
      proof: fc.constantFrom(...proofs),
      presumed: fc.subarray([...elements]),
    })
    .map(({ claims, bearings, attacks, shares, route, proof, presumed }) => {
      const evidence = someEvidence(
        claims.map((it, at) => ({ id: `c${at}`, knowledge: 'document', ...it })),
        {
          origins: ['o1', 'o2', 'o3', 'o4'].map(id => ({ id })),
          subjects: [0, 1, 2].map(at => ({
            id: `s${at}`,
            kind: KINDS[route],
            frame: at === 0 ? 'self-selected' : 'probability',
          })),
          bearings: bearings.map((it, at) => ({
            id: `b${at}`,
            claim: `c${it.claim}`,
            element: it.element,
            standard: it.element.startsWith('binding') ? 'binding' : standard.id,
            direction: it.direction,
            subject: `s${it.subject}`,
          })),
        },
      );
      const all = [...evidence.claims.values()];
      return {
        standard,
        proof,
        table: strength,
        route,
        items: inScope(evidence, standard, { route, held: 'all' }).items,
        attacks: attacks.map(([from, to]) => ({ from: `c${from}`, to: `c${to}` })),
        levels: new Map(all.map(it => [it.id, levelOf(it, strength)])),
        shares: new Map(shares.map(([at, low, high]) => [`c${at}`, { low, high }])),
        presumed: new Set(presumed.filter(id => standard.elements.some(it => it.id === id))),
        hidden: new Set(all.filter(it => it.protection === 'protected').map(it => it.id)),
      };
    });
}
