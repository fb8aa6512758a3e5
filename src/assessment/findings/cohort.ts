/**
 * To how large a share of a cohort the whole rule applies, by what claims say. A claim that gives a share and supports
 * several elements says them of the same people: of these, all hold at once.
 */
import type { Case, Taken } from '#assessment/findings/judge.ts';
import type { Item } from '#assessment/findings/scope.ts';
import { ANY, exact, hull, type Share, shareOf } from '#assessment/findings/shares.ts';
import { evaluate, type Standard, type Truth } from '#assessment/standards/standards.ts';

/** A share of whom all of these elements hold. */
interface Joint {
  readonly elements: readonly string[];
  readonly share: Share;
}

const ALL: Share = { low: 1, high: 1 };

/** `items`: bearings of the cohort that stand and support. An element taken as shown is shown of everybody. */
export function cohortShare(
  it: Case,
  items: readonly Item[],
  isSupported: (element: string) => boolean,
  taken: Taken = {},
): Share {
  const joints = jointsIn(it, items, isSupported);
  const of = (element: string) => (taken.supported?.has(element) ? ALL : shareOfOne(joints, element));
  const apart = shareOf(it.standard, of);
  const several = joints.filter(joint => joint.elements.length > 1);
  const bounds = several.map(({ elements, share }) => {
    // among those people the elements hold; of the rest nothing is said, unless the rule needs all of them
    const rest = shareOf(it.standard, element => (elements.includes(element) ? ALL : of(element)));
    const needed = elements.every(element => needs(it.standard, element));
    return { low: exact(share.low + rest.low - 1), high: needed ? share.high : 1 };
  });
  return {
    low: Math.max(apart.low, ...bounds.map(bound => bound.low)),
    high: Math.min(apart.high, ...bounds.map(bound => bound.high)),
  };
}

function jointsIn(it: Case, items: readonly Item[], isSupported: (element: string) => boolean): Joint[] {
  const counted = items.filter(
    ({ claim, bearing }) =>
      (it.levels.get(claim.id) ?? 0) > 0 && it.shares.has(claim.id) && bearing.direction === 'supports',
  );
  const told = [...Map.groupBy(counted, item => item.claim.id)].map(([claim, said]) => {
    const all = [...new Set(said.map(item => item.bearing.element))].sort();
    const elements = all.filter(isSupported);
    const { low, high } = it.shares.get(claim) ?? ANY;
    // what is left when one of them is not shown may hold of more people
    return { elements, share: { low, high: elements.length < all.length ? 1 : high } };
  });
  return [...Map.groupBy(told, joint => joint.elements.join(' ')).values()]
    .filter(([first]) => first !== undefined && first.elements.length > 0)
    .map(same => ({ elements: same[0]?.elements ?? [], share: hull(same.map(joint => joint.share)) }));
}

/** One element's share: as it is told of it alone, and at least as told of it together with others. */
function shareOfOne(joints: readonly Joint[], element: string): Share {
  const own = joints.filter(joint => joint.elements.includes(element));
  const alone = own.find(joint => joint.elements.length === 1)?.share ?? ANY;
  const least = Math.max(...own.map(joint => joint.share.low), alone.low, 0);
  // sources that contradict each other make one interval that holds them all
  return least <= alone.high
    ? { low: least, high: alone.high }
    : { low: Math.min(alone.low, alone.high), high: least };
}

/** Whether the rule is false wherever the element is. */
function needs(standard: Standard, element: string): boolean {
  const truth = (rule: Standard): Truth =>
    evaluate(
      rule.rule,
      id => (id === element ? false : null),
      id => {
        const basis = rule.basis.find(one => one.id === id);
        return basis ? truth(basis) : null;
      },
    );
  return truth(standard) === false;
}
