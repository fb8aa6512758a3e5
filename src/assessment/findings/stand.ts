/** Which claims stand: grounded semantics (Dung 1995) over the claims that undercut others, cycles included. */

export interface Attack {
  readonly from: string;
  readonly to: string;
}

/** Claims that are set aside: each is undercut by one that stands. One undercut only by undercut claims stands. */
export function setAside(attacks: readonly Attack[]): Set<string> {
  const attackers = Map.groupBy(attacks, it => it.to);
  const targets = Map.groupBy(attacks, it => it.from);
  // how many of its attackers are not yet set aside; at none it stands
  const left = new Map<string, number>();
  for (const { from, to } of attacks)
    for (const id of [from, to]) left.set(id, attackers.get(id)?.length ?? 0);
  const standing = [...left].filter(([, count]) => count === 0).map(([id]) => id);
  const out = new Set<string>();
  for (let id = standing.pop(); id !== undefined; id = standing.pop()) {
    for (const { to } of targets.get(id) ?? []) {
      if (out.has(to)) continue;
      out.add(to);
      for (const freed of targets.get(to) ?? []) {
        const count = (left.get(freed.to) ?? 0) - 1;
        left.set(freed.to, count);
        if (count === 0) standing.push(freed.to);
      }
    }
  }
  return circling(attackers, left, out);
}

/** What is left attacks in a circle, or is attacked from one: the grounded extension holds none of it. */
function circling(
  attackers: ReadonlyMap<string, readonly Attack[]>,
  left: ReadonlyMap<string, number>,
  out: ReadonlySet<string>,
): Set<string> {
  const aside = new Set(out);
  for (const [id, against] of attackers)
    if (left.get(id) !== 0 && against.some(it => !out.has(it.from))) aside.add(id);
  return aside;
}
