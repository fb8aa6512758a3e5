/**
 * Claims that others contradict. An answer that rebuts contests a claim and does not set it aside: against an element
 * it counts only by a bearing of its own, since which element it denies is for a person to say.
 */
import { setAside } from '#assessment/findings/stand.ts';
import { rowsWith } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';

export interface Contested {
  readonly claim: string;
  /** Claims that stand and say the opposite. */
  readonly by: readonly string[];
}

/** Claims that stand, by the claim that each of them rebuts. */
export function rebuttals({ answers, claims }: Evidence): ReadonlyMap<string, readonly string[]> {
  const left = (id: string) => (claims.get(id)?.state ?? 'withdrawn') !== 'withdrawn';
  const both = (kind: string) =>
    rowsWith(answers, 'kind', kind).filter(it => left(it.claim) && left(it.answers));
  const aside = setAside(both('undercuts').map(it => ({ from: it.claim, to: it.answers })));
  const standing = both('rebuts').filter(it => !aside.has(it.claim));
  const byAnswered = Map.groupBy(standing, it => it.answers);
  return new Map([...byAnswered].map(([id, rows]) => [id, [...new Set(rows.map(it => it.claim))].sort()]));
}

export function contestedAmong(
  ids: readonly string[],
  by: ReadonlyMap<string, readonly string[]>,
): Contested[] {
  return ids.flatMap(claim => {
    const answers = by.get(claim);
    return answers ? [{ claim, by: answers }] : [];
  });
}
