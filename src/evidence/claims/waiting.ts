/**
 * All that waits for a person, in memory and small: what ranking and choosing ask of a proposal, without its words.
 * Read once, then only what an act touched is read again.
 */
import { speakerIn } from '#evidence/claims/accept.ts';
import { changesSince, checkpointOf, type Store } from '#store/store.ts';
import { type Row, tables } from '#store/tables.ts';

export interface Waits {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly kind: Row<'proposals'>['kind'];
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** As the text calls them; null: the outlet itself. */
  readonly speaker: string | null;
  readonly element: string | null;
  readonly direction: 'supports' | 'rebuts' | null;
  readonly unit: string | null;
  readonly currency: string | null;
  /** Places that its words name, or those of the claim it stands in. */
  readonly places: readonly string[];
  /** The claim proposal it stands in. */
  readonly within: string | null;
  /** Of an anchor: the claim it finds. */
  readonly claim: string | null;
}

export interface Desk {
  /** The act up to which it is read. */
  readonly seq: number;
  readonly waiting: ReadonlyMap<string, Waits>;
  /** What was accepted or rejected, with its source. */
  readonly decided: ReadonlyMap<string, string>;
}

export async function loadDesk(store: Store): Promise<Desk> {
  const { seq } = await checkpointOf(store);
  return deskWith({ seq, waiting: new Map(), decided: new Map() }, seq, await found(store), []);
}

/** The same desk after further acts; the same object where none touched a proposal. */
export async function renewDesk(store: Store, before: Desk): Promise<Desk> {
  const { seq, subjects } = await changesSince(store, before.seq);
  const ids = [...new Set(subjects)]
    .filter(it => it.startsWith(PROPOSALS))
    .map(it => it.slice(PROPOSALS.length));
  if (ids.length === 0) return seq === before.seq ? before : { ...before, seq };
  const rows: Found[] = [];
  for (let at = 0; at < ids.length; at += PART) rows.push(...(await found(store, ids.slice(at, at + PART))));
  const around = new Set(rows.map(bodyOf).map((it, at) => withinOf(rows[at]?.text ?? '', it)));
  const missing = [...around].filter(id => id !== null && !before.waiting.has(id) && !ids.includes(id));
  const context = missing.length > 0 ? await found(store, missing as string[]) : [];
  return deskWith(before, seq, rows, ids, context);
}

const PROPOSALS = 'proposals/';
/** Ids asked for at a time. */
const PART = 500;

/** `rows` put into the desk; `context` are claims that further rows stand in. */
function deskWith(
  before: Desk,
  seq: number,
  rows: readonly Found[],
  gone: readonly string[],
  context: readonly Found[] = [],
): Desk {
  const [waiting, decided] = [new Map(before.waiting), new Map(before.decided)];
  for (const id of gone) {
    waiting.delete(id);
    decided.delete(id);
  }
  const claims = new Map(
    [...rows, ...context].filter(it => it.kind === 'claim').map(it => [it.id, waits(it)]),
  );
  for (const row of rows) {
    if (row.state !== 'waiting') decided.set(row.id, row.source);
    else waiting.set(row.id, claims.get(row.id) ?? within(waits(row), claims, before.waiting));
  }
  return { seq, waiting, decided };
}

type Found = Awaited<ReturnType<typeof found>>[number];

async function found(store: Store, ids?: readonly string[]) {
  const all = store.db
    .selectFrom('proposals')
    .innerJoin('texts', join =>
      join.onRef('texts.dossier', '=', 'proposals.dossier').onRef('texts.id', '=', 'proposals.text'),
    )
    .where('proposals.dossier', '=', store.dossier)
    .select([
      'proposals.id',
      'proposals.text',
      'proposals.kind',
      'proposals.start',
      'proposals.end',
      'proposals.confidence',
      'proposals.body',
      'proposals.state',
      'proposals.claim',
      'texts.source as source',
    ]);
  return (ids === undefined ? all : all.where('proposals.id', 'in', [...ids])).execute();
}

interface Body {
  readonly mode?: string;
  readonly speaker?: { readonly name: string } | string | null;
  readonly dropped?: string | null;
  readonly element?: string;
  readonly direction?: 'supports' | 'rebuts';
  readonly unit?: string | null;
  readonly currency?: string | null;
  readonly places?: readonly string[];
  /** The number of the claim, from 0, in the same text; of an anchor: its id. */
  readonly claim?: number | string | null;
}

function bodyOf({ body }: Pick<Found, 'body'>): Body {
  return JSON.parse(body) as Body;
}

function withinOf(text: string, { claim }: Body): string | null {
  return typeof claim === 'number' ? `${text}.c${claim + 1}` : null;
}

function waits({ body, state: _, ...row }: Found): Waits {
  const it = bodyOf({ body });
  const { speaker = null } = it;
  return {
    ...row,
    speaker: typeof speaker === 'string' ? speaker : speakerIn({ speaker, dropped: it.dropped ?? null }),
    element: it.element ?? null,
    direction: it.direction ?? null,
    unit: it.unit ?? null,
    currency: it.currency ?? null,
    places: it.places ?? [],
    within: withinOf(row.text, it),
  };
}

/** What stands in a claim is its speaker's, about its places. */
function within(it: Waits, ...claims: readonly ReadonlyMap<string, Waits>[]): Waits {
  const around = claims.map(known => known.get(it.within ?? '')).find(known => known !== undefined);
  return around ? { ...it, speaker: it.speaker ?? around.speaker, places: around.places } : it;
}

export interface Choice {
  readonly source?: string | undefined;
  readonly kind?: string | undefined;
  readonly speaker?: string | undefined;
  readonly element?: string | undefined;
}

/** What waits and fits; an element chooses what bears on it and the claims that hold such words. */
export function chosenFrom({ waiting }: Desk, { source, kind, speaker, element }: Choice): Waits[] {
  const all = [...waiting.values()];
  const bearing = all.filter(it => element !== undefined && it.element === element);
  const holding = new Set(bearing.map(it => it.within));
  return all.filter(
    it =>
      (source === undefined || it.source === source) &&
      (kind === undefined || it.kind === kind) &&
      (speaker === undefined || it.speaker === speaker) &&
      (element === undefined || it.element === element || holding.has(it.id)),
  );
}

/** A proposal with its words, and the source it is from. */
export type Shown = Row<'proposals'> & {
  readonly source: string;
  readonly sourceTitle: string;
  readonly sourceDate: string | null;
};

/** Proposals with their words, by id, each with the title of its source. */
export async function proposalsById(store: Store, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Shown>();
  const columns = Object.keys(tables.proposals).map(it => `proposals.${it}` as 'proposals.id');
  const rows = await store.db
    .selectFrom('proposals')
    .innerJoin('texts', join =>
      join.onRef('texts.dossier', '=', 'proposals.dossier').onRef('texts.id', '=', 'proposals.text'),
    )
    .innerJoin('sources', join =>
      join.onRef('sources.dossier', '=', 'texts.dossier').onRef('sources.id', '=', 'texts.source'),
    )
    .where('proposals.dossier', '=', store.dossier)
    .where('proposals.id', 'in', [...ids])
    .select([
      ...columns,
      'texts.source as source',
      'sources.title as sourceTitle',
      'sources.date as sourceDate',
    ])
    .execute();
  return new Map((rows as unknown as Shown[]).map(it => [it.id, it]));
}

/** Titles of sources, by id. */
export async function sourceTitles(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('sources')
    .where('dossier', '=', store.dossier)
    .where('id', 'in', [...ids])
    .select(['id', 'title'])
    .execute();
  return new Map(rows.map(it => [it.id, it.title]));
}
