/**
 * From a bearing on one element to bearings on elements of other standards, by kinds of fact that are frequent. It only
 * proposes: what is contestable is asked, and one fact feeds both sides of a rule only with a note that says so. Pure.
 */
import { z } from 'zod';
import type { Fault } from '#assessment/standards/lint.ts';
import { FOLDER, invalid } from '#assessment/standards/load.ts';
import { checked } from '#assessment/standards/proofs.ts';
import { named, type Standard } from '#assessment/standards/shape.ts';
import type { Sentence } from '#words/language.ts';

const FILE = 'crosswalk.yaml';

const point = z.strictObject({
  element: z.string(),
  ask: z.boolean().default(false),
  opposite: z.boolean().default(false),
});
const fact = z.strictObject({
  id: z.string(),
  name: named,
  bothSides: named.optional(),
  points: z.array(point).min(2).max(100),
});
export const crosswalkShape = z.strictObject({ facts: z.array(fact).max(500) });

export type Fact = z.infer<typeof fact>;
export type Direction = 'supports' | 'rebuts';

/** A bearing that a person may take over. */
export interface Lead {
  readonly element: string;
  readonly standard: string;
  readonly direction: Direction;
  /** Contestable, or the element alone does not say which kind of fact it is. */
  readonly ask: boolean;
  readonly fact: Pick<Fact, 'id' | 'name'>;
  /** Where the same fact would count as involuntariness and as penalty under that standard. */
  readonly note: Sentence | null;
}

/** Throws `standard.invalid` naming the place. */
export async function loadCrosswalk(standards: readonly Standard[]): Promise<readonly Fact[]> {
  const { facts } = await checked(crosswalkShape, FOLDER, FILE);
  const [fault] = crosswalkFaults(facts, standards);
  if (fault) throw invalid(fault);
  return facts;
}

/** Elements that are nowhere, and facts that feed both sides of a standard without a note. */
export function crosswalkFaults(facts: readonly Fact[], standards: readonly Standard[]): Fault[] {
  const known = elementsById(standards);
  return facts.flatMap(it => [
    ...it.points
      .filter(({ element }) => !known.has(element))
      .map(({ element }) => ({ file: FILE, place: it.id, what: `${element} is an element of no standard` })),
    ...(it.bothSides === undefined && twoSided(it, known).size > 0
      ? [
          {
            file: FILE,
            place: it.id,
            what: `feeds both sides of ${[...twoSided(it, known)].join(', ')} without a note`,
          },
        ]
      : []),
  ]);
}

/** Where a bearing leads, each element once: as `ask` unless every kind of fact that has the one has the other. */
export function leadsFrom(
  facts: readonly Fact[],
  standards: readonly Standard[],
  bearing: { readonly element: string; readonly direction: Direction },
): Lead[] {
  const known = elementsById(standards);
  const own = known.get(bearing.element)?.standard;
  const holding = facts.filter(it => it.points.some(({ element }) => element === bearing.element));
  const leads = new Map<string, Lead>();
  for (const it of holding) {
    const from = it.points.find(({ element }) => element === bearing.element);
    const sides = twoSided(it, known);
    for (const to of it.points) {
      const standard = known.get(to.element)?.standard;
      if (!from || !standard || standard === own || leads.has(to.element)) continue;
      leads.set(to.element, {
        element: to.element,
        standard,
        direction: from.opposite === to.opposite ? bearing.direction : other(bearing.direction),
        ask: isAsked(bearing, to.element, holding),
        fact: { id: it.id, name: it.name },
        note: (sides.has(standard) && known.get(to.element)?.side && it.bothSides) || null,
      });
    }
  }
  return [...leads.values()];
}

/** That one way of doing a thing is absent does not show that all are: what rebuts is always asked. */
function isAsked(
  from: { element: string; direction: Direction },
  to: string,
  holding: readonly Fact[],
): boolean {
  if (from.direction === 'rebuts') return true;
  const surely = (element: string, { points }: Fact) => points.some(it => it.element === element && !it.ask);
  const sure = holding.filter(it => surely(from.element, it));
  return sure.length === 0 || !sure.every(it => surely(to, it));
}

function other(direction: Direction): Direction {
  return direction === 'supports' ? 'rebuts' : 'supports';
}

interface Known {
  readonly standard: string;
  /** Involuntariness or penalty; null where an element is neither. */
  readonly side: string | null;
}

function elementsById(standards: readonly Standard[]): ReadonlyMap<string, Known> {
  return new Map(
    standards.flatMap(({ id, elements, exceptions }) =>
      [...elements, ...exceptions].map(it => [it.id, { standard: id, side: sideOf(it) }] as const),
    ),
  );
}

function sideOf({ type }: Standard['elements'][number]): string | null {
  return type === 'involuntariness' || type === 'penalty' ? type : null;
}

/** Standards of which a fact feeds involuntariness and penalty. */
function twoSided({ points }: Fact, known: ReadonlyMap<string, Known>): Set<string> {
  const supporting = points.filter(it => !it.opposite).flatMap(it => known.get(it.element) ?? []);
  const byStandard = Map.groupBy(supporting, it => it.standard);
  return new Set(
    [...byStandard]
      .filter(([, list]) => new Set(list.flatMap(it => it.side ?? [])).size === 2)
      .map(([standard]) => standard),
  );
}
