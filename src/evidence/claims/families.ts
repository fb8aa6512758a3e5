/** Families of sources: which are copies, versions or parts of each other, as recorded and as proposed. */
import { Problem } from '#core/errors.ts';
import { firstFree } from '#core/ids.ts';
import { copyPairs } from '#evidence/claims/copies.ts';
import { type Actor, act, findRow, findRows, readRows, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Link {
  /** The later, smaller or copied one, and the one it belongs to. */
  readonly source: string;
  readonly of: string;
  readonly kind: Row<'relations'>['kind'];
  readonly score: number | null;
  /** How it is known: `copy-near`, `copy-reworded`, …, or in a person's words. */
  readonly reason: string;
  readonly state: 'accepted' | 'waiting';
  /** The proposal that waits. */
  readonly proposal: string | null;
}

export interface Member extends Pick<Row<'sources'>, 'title' | 'publisher' | 'date' | 'origin'> {
  readonly id: string;
}

export interface Family {
  /** The earliest first. */
  readonly members: readonly Member[];
  readonly links: readonly Link[];
}

/** Every family, or that of one source; the largest first. Throws `row.missing`. */
export async function families(store: Store, source?: string): Promise<Family[]> {
  if (source !== undefined && !(await findRow(store, 'sources', source)))
    throw new Problem('row.missing', { where: 'source', what: source });
  const links = await allLinks(store);
  const wanted = grouped(links).filter(ids => source === undefined || ids.has(source));
  if (wanted.length === 0) return [];
  const sources = new Map((await readRows(store, 'sources')).map(row => [row.id, row]));
  return wanted
    .map(ids => ({
      members: [...ids]
        .flatMap(id => sources.get(id) ?? [])
        .map(memberOf)
        .sort(earlier),
      links: links.filter(link => ids.has(link.source)),
    }))
    .sort((a, b) => b.members.length - a.members.length || earlier(a.members[0], b.members[0]));
}

/** A person records how two sources belong together; once, however often. Throws `row.missing`, `usage.value`. */
export async function relate(
  store: Store,
  actor: Actor,
  relation: Pick<Row<'relations'>, 'source' | 'of' | 'kind' | 'reason'>,
): Promise<string> {
  const { source, of, kind } = relation;
  if (source === of) throw new Problem('usage.value', { what: of, where: source });
  for (const id of [source, of])
    if (!(await findRow(store, 'sources', id)))
      throw new Problem('row.missing', { where: 'source', what: id });
  const recorded = await findRows(store, 'relations', 'source', source);
  const known = recorded.find(it => it.of === of && it.kind === kind);
  if (known) return known.id;
  return act(store, { ...actor, act: 'relate' }, async write => {
    const taken = new Set((await readRows(write.store, 'relations')).map(row => row.id));
    const id = await firstFree('relation.', it => taken.has(it));
    await write.put('relations', { id, score: null, ...relation });
    return id;
  });
}

async function allLinks(store: Store): Promise<Link[]> {
  const [relations, pairs] = await Promise.all([readRows(store, 'relations'), copyPairs(store)]);
  const recorded = relations.map(({ id: _, ...row }) => ({
    ...row,
    state: 'accepted' as const,
    proposal: null,
  }));
  const waiting = pairs
    .filter(pair => pair.state === 'waiting')
    .map(({ source, of, score, kind, proposal }) => ({
      source,
      of,
      kind: 'copy' as const,
      score,
      reason: `copy-${kind}`,
      state: 'waiting' as const,
      proposal,
    }));
  return [...recorded, ...waiting];
}

/** Sets of sources that links hold together. */
function grouped(links: readonly Link[]): Set<string>[] {
  const of = new Map<string, Set<string>>();
  for (const { source, of: other } of links) {
    const [a, b] = [of.get(source) ?? new Set([source]), of.get(other) ?? new Set([other])];
    const [large, small] = a.size >= b.size ? [a, b] : [b, a];
    for (const id of small) large.add(id);
    for (const id of [...small, source, other]) of.set(id, large);
  }
  return [...new Set(of.values())];
}

function memberOf({ id, title, publisher, date, origin }: Row<'sources'>): Member {
  return { id, title, publisher, date, origin };
}

function earlier(a: Member | undefined, b: Member | undefined): number {
  const key = (it: Member | undefined) => `${it?.date ?? '~'} ${it?.id}`;
  return key(a) < key(b) ? -1 : 1;
}
