/** What would change the answer: smallest sets of claims to withdraw, of elements to show, and grades to drop. */
import { type Case, decide, type Judged, judge, type Verdict, weigh } from '#assessment/findings/judge.ts';
import type { Scales } from '#assessment/findings/scales.ts';
import { BINDING } from '#assessment/findings/scope.ts';
import type { Level } from '#assessment/findings/weigh.ts';

export type Change = { readonly withdraw: readonly string[] } | { readonly show: readonly string[] };

/** Largest set that is tried; larger ones say little to a reader. */
const MAX_SET = 3;
/** Sets tried at most: the time this may take is bounded. */
const MAX_TRIES = 4000;

export function wouldChange(it: Case, verdict: Verdict, scales: Scales): Change[] {
  const claims = smallest(candidates(it), ids => {
    const without = new Set(ids);
    return scales.moves(without) && judge(it, without).verdict !== verdict;
  });
  const weighed = weigh(it);
  const missing = unshown(it, decide(it, weighed));
  const elements = smallest(missing, ids => decide(it, weighed, new Set(ids)).verdict !== verdict);
  return [...claims.map(withdraw => ({ withdraw })), ...elements.map(show => ({ show }))];
}

/** Claims that count for something here, or set aside another; never protected ones. */
function candidates(it: Case): string[] {
  const counted = it.items.filter(
    ({ claim, bearing }) => (it.levels.get(claim.id) ?? 0) > 0 || bearing.standard === BINDING,
  );
  const inPlay = new Set(counted.map(({ claim }) => claim.id));
  for (const { from, to } of it.attacks) if (inPlay.has(to)) inPlay.add(from);
  const hidden = new Set(
    it.items.filter(({ claim }) => claim.protection === 'protected').map(({ claim }) => claim.id),
  );
  return [...inPlay].filter(id => !hidden.has(id)).sort();
}

function unshown(it: Case, { elements }: Judged): string[] {
  const all = [it.standard, ...it.standard.basis].flatMap(standard => [
    ...standard.elements,
    ...standard.exceptions,
  ]);
  return all.map(element => element.id).filter(id => elements.get(id)?.status !== 'supported');
}

/** Sets of at most three that change the answer and of which no part does. */
export function smallest(
  candidates: readonly string[],
  changes: (ids: readonly string[]) => boolean,
): string[][] {
  const found: string[][] = [];
  let tries = 0;
  for (let size = 1; size <= MAX_SET; size += 1) {
    for (const set of combinations(candidates, size)) {
      if (found.some(smaller => smaller.every(id => set.includes(id)))) continue;
      tries += 1;
      if (tries > MAX_TRIES) return found;
      if (changes(set)) found.push(set);
    }
  }
  return found;
}

function* combinations(items: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index += 1) {
    for (const rest of combinations(items, size - 1, index + 1)) yield [items[index] ?? '', ...rest];
  }
}

/** The verdict with grades flattened, with one side's grades flattened, and without each asserter and collector. */
export function robust(it: Case, verdict: Verdict, scales: Scales): { without: string; verdict: Verdict }[] {
  const sideOf = new Map(it.items.map(({ claim }) => [claim.id, claim.side as string]));
  const flat = (which: (side: string) => boolean) =>
    new Map(
      [...it.levels].map(
        ([id, level]) => [id, level > 0 && which(sideOf.get(id) ?? '') ? 3 : level] as [string, Level],
      ),
    );
  const sides = ['critical', 'defending', 'neutral'].filter(side =>
    it.items.some(item => item.claim.side === side),
  );
  const without = (name: string, key: (item: Case['items'][number]) => string | null) =>
    [...Map.groupBy(it.items, key)]
      .filter(([id]) => id !== null)
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([id, items]) => {
        const without = new Set(items.map(item => item.claim.id));
        return {
          without: `${name}:${id}`,
          verdict: scales.moves(without) ? judge(it, without).verdict : verdict,
        };
      });
  return [
    { without: 'grades', verdict: judge({ ...it, levels: flat(() => true) }).verdict },
    ...sides.map(side => ({
      without: `grades-of:${side}`,
      verdict: judge({ ...it, levels: flat(other => other === side) }).verdict,
    })),
    ...without('asserter', item => item.claim.asserter),
    ...without('collector', item => item.claim.collector),
  ];
}
