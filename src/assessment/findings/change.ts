/** What would change the answer: the smallest sets of claims to withdraw and of elements to show, or to refute. */
import type { Circle } from '#assessment/findings/circles.ts';
import {
  type Case,
  decide,
  type Judged,
  judge,
  judgedApart,
  type Verdict,
  type Weighing,
} from '#assessment/findings/judge.ts';
import type { Scales } from '#assessment/findings/scales.ts';
import { BINDING, type Item } from '#assessment/findings/scope.ts';
import { type Bound, smallest } from '#assessment/findings/smallest.ts';
import type { Claim } from '#evidence/claims/claims.ts';

export type Change = { readonly withdraw: readonly string[] } | { readonly show: readonly string[] };

export interface Changes {
  readonly wouldChange: readonly Change[];
  /** Elements that would change the answer if they were refuted. */
  readonly wouldRefute: readonly (readonly string[])[];
  readonly bounds: { readonly withdraw: Bound; readonly show: Bound; readonly refute: Bound };
}

export function whatChanges(it: Case, judged: Judged, weighed: Weighing, scales: Scales): Changes {
  const { verdict } = judged;
  const claims = smallest(parts(it), set => scales.verdict(new Set(set.flat())) !== verdict);
  const turn = (to: 'supported' | 'refuted') =>
    smallest(
      elementsNot(it, judged, to),
      ids => decide(it, weighed, { [to]: new Set(ids) }).verdict !== verdict,
    );
  const [show, refute] = [turn('supported'), turn('refuted')];
  const withdraw = claims.sets.map(set => set.flat().sort());
  return {
    wouldChange: [...withdraw.map(ids => ({ withdraw: ids })), ...show.sets.map(ids => ({ show: ids }))],
    wouldRefute: refute.sets,
    bounds: { withdraw: claims.bound, show: show.bound, refute: refute.bound },
  };
}

/**
 * Claims that may be withdrawn, in groups that matter only together: those of one origin that say the same, equally
 * strong. Protected claims are in none.
 */
function parts(it: Case): string[][] {
  const byClaim = Map.groupBy(it.items, item => item.claim);
  const attacking = new Set(it.attacks.flatMap(attack => [attack.from, attack.to]));
  const codeOf = coder();
  const groups = new Map<string, string>();
  for (const [{ id }, items] of byClaim) if (!attacking.has(id)) groups.set(id, signature(it, items, codeOf));
  return [...Map.groupBy(inPlay(it), id => groups.get(id) ?? id).values()]
    .filter(ids => !ids.some(id => it.hidden.has(id)))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** Claims that count for something here, and those that set them aside or restore them, to any depth. */
function inPlay(it: Case): string[] {
  // a claim without strength matters too where it alone keeps a subject in sight, or alleges what is presumed
  const counts = ({ claim, bearing }: Item) =>
    judgedApart(it.route) ||
    it.presumed.size > 0 ||
    bearing.standard === BINDING ||
    (it.levels.get(claim.id) ?? 0) > 0;
  const attackers = Map.groupBy(it.attacks, attack => attack.to);
  const found = new Set<string>();
  for (const item of it.items) if (counts(item)) found.add(item.claim.id);
  // a set that is added to while it is walked is walked to its end
  for (const id of found) for (const { from } of attackers.get(id) ?? []) found.add(from);
  return [...found].sort();
}

/** What a claim says, how strongly and by whom it is known: claims that agree in all of it are one part. */
function signature(it: Case, items: readonly Item[], codeOf: (item: Item) => number): string {
  const claim = items[0]?.claim;
  const share = it.shares.get(claim?.id ?? '');
  const says = new Set(items.map(codeOf));
  // a space cannot stand in an id: parts never run into one another
  return [claim?.origin, it.levels.get(claim?.id ?? ''), share?.low, share?.high, ...[...says].sort()].join(
    ' ',
  );
}

/** A number for each subject, element and direction. */
function coder(): (item: Item) => number {
  const codes = new Map<string, Map<string, number>>();
  let next = 0;
  return ({ bearing: { element, direction }, subject }) => {
    const own = codes.get(subject.id) ?? new Map<string, number>();
    codes.set(subject.id, own);
    const code = own.get(element) ?? next++;
    own.set(element, code);
    return direction === 'supports' ? 2 * code : 2 * code + 1;
  };
}

function elementsNot(it: Case, { elements }: Judged, status: 'supported' | 'refuted'): string[] {
  const all = [it.standard, ...it.standard.basis].flatMap(standard => [
    ...standard.elements,
    ...standard.exceptions,
  ]);
  return [...new Set(all.map(element => element.id))].filter(id => elements.get(id)?.status !== status);
}

export type Robust = readonly { readonly without: string; readonly verdict: Verdict }[];

/** The verdict with grades flattened, for all and for one side; and without each side, asserter and collector. */
export function robust(it: Case, scales: Scales, circles: readonly Circle[]): Robust {
  const claims = [...new Set(it.items.map(({ claim }) => claim))];
  const flat = (which: (claim: Claim) => boolean): Case => ({
    ...it,
    levels: new Map(
      claims.map(claim => {
        const level = it.levels.get(claim.id) ?? 0;
        return [claim.id, level > 0 && which(claim) ? 3 : level] as const;
      }),
    ),
  });
  const sides = [...new Set(claims.map(claim => claim.side))].sort();
  // what leaves little is quicker weighed anew
  const verdictWithout = (ids: ReadonlySet<string>) =>
    ids.size * 2 > claims.length ? judge(it, ids).verdict : scales.verdict(ids);
  const without = (name: string, key: (claim: Claim) => string | null) =>
    [...Map.groupBy(claims, key)]
      .filter(([id]) => id !== null)
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([id, all]) => ({
        without: `${name}:${id}`,
        verdict: verdictWithout(new Set(all.map(claim => claim.id))),
      }));
  return [
    { without: 'grades', verdict: judge(flat(() => true)).verdict },
    ...sides.map(side => ({
      without: `grades-of:${side}`,
      verdict: judge(flat(claim => claim.side === side)).verdict,
    })),
    ...without('side', claim => claim.side),
    ...without('asserter', claim => claim.asserter),
    ...without('collector', claim => claim.collector),
    ...withoutCircles(circles, scales),
  ];
}

/** Each circle of quotation dropped whole, over all elements. */
function withoutCircles(circles: readonly Circle[], scales: Scales): Robust {
  const byParties = Map.groupBy(circles, it => it.parties.join('+'));
  return [...byParties].map(([parties, all]) => ({
    without: `circle:${parties}`,
    verdict: scales.verdict(new Set(all.flatMap(it => it.claims))),
  }));
}
