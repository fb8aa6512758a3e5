/**
 * Circles of quotation: on one element, in one direction, parties that each rest on another of them, so that nobody is
 * seen to have known first. They are shown and do not change the count: an origin is what a record says it is.
 */
import type { Judged } from '#assessment/findings/judge.ts';
import type { Item } from '#assessment/findings/scope.ts';
import { type Evidence, topmost } from '#evidence/claims/claims.ts';

export interface Circle {
  readonly element: string;
  readonly direction: 'supports' | 'rebuts';
  readonly parties: readonly string[];
  /** Claims in which one of these parties rests on another. */
  readonly claims: readonly string[];
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly claim: string;
}

export function circlesIn(judged: Judged, parties: Evidence['parties']): Circle[] {
  return [...judged.elements].flatMap(([element, state]) =>
    (['supports', 'rebuts'] as const).flatMap(direction =>
      circlesOf(links(direction === 'supports' ? state.for : state.against, parties)).map(circle => ({
        element,
        direction,
        ...circle,
      })),
    ),
  );
}

/** Whoever reports rests on whom it reports, and whoever asserts on the origin that is recorded for it. */
function links(items: readonly Item[], parties: Evidence['parties']): Link[] {
  return items.flatMap(({ claim: { id, reporter, asserter, origin } }) => {
    const chain = [reporter ?? asserter, asserter, origin].map(party => topmost(party, parties));
    const [first = '', said = '', knew = ''] = chain;
    // one claim alone is no circle: where its reporter is on record as the origin, that is what counts
    const known = parties.has(knew) && knew !== first ? [[said, knew] as const] : [];
    return [[first, said] as const, ...known]
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from, to, claim: id }));
  });
}

function circlesOf(all: readonly Link[]): Pick<Circle, 'parties' | 'claims'>[] {
  const left = peeled(all);
  const next = Map.groupBy(left, it => it.from);
  const reach = new Map([...next.keys()].map(id => [id, reachable(id, next)]));
  const together = Map.groupBy([...next.keys()].sort(), id =>
    [...(reach.get(id) ?? [])]
      .filter(other => reach.get(other)?.has(id))
      .sort()
      .join(' '),
  );
  return [...together]
    .filter(([key]) => key !== '')
    .map(([key, ids]) => {
      const members = new Set(ids);
      const inside = left.filter(it => members.has(it.from) && members.has(it.to));
      return { parties: key.split(' '), claims: [...new Set(inside.map(it => it.claim))].sort() };
    });
}

/** Without the links that lead to nobody who links on, or come from nobody who is linked to: of most evidence, none are left. */
function peeled(all: readonly Link[]): readonly Link[] {
  let left = all;
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const [froms, tos] = [new Set(left.map(it => it.from)), new Set(left.map(it => it.to))];
    left = left.filter(it => froms.has(it.to) && tos.has(it.from));
  }
  return left;
}

function reachable(start: string, next: ReadonlyMap<string, readonly Link[]>): Set<string> {
  const seen = new Set<string>();
  const wanted = [start];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop())
    for (const { to } of next.get(id) ?? [])
      if (!seen.has(to)) {
        seen.add(to);
        wanted.push(to);
      }
  return seen;
}
