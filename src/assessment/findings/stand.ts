/** Which claims stand: grounded semantics (Dung 1995) over the claims that undercut others, cycles included. */

export interface Attack {
  readonly from: string;
  readonly to: string;
}

/** Claims that are set aside: each is undercut by one that stands. One undercut only by undercut claims stands. */
export function setAside(attacks: readonly Attack[]): Set<string> {
  const attackers = Map.groupBy(attacks, it => it.to);
  const nodes = new Set(attacks.flatMap(it => [it.from, it.to]));
  const standing = new Set<string>();
  const out = new Set<string>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of nodes) {
      if (standing.has(node) || out.has(node)) continue;
      const against = attackers.get(node) ?? [];
      if (against.every(it => out.has(it.from))) changed = Boolean(standing.add(node));
      else if (against.some(it => standing.has(it.from))) changed = Boolean(out.add(node));
    }
  }
  // what is left attacks in a circle: the grounded extension holds none of them
  for (const node of nodes) if (!standing.has(node)) out.add(node);
  return out;
}
