/** A text that is a copy of one that is held: a proposal that waits for a person, and what accepting it records. */
import { canonical } from '#core/canonical.ts';
import { Problem } from '#core/errors.ts';
import {
  type CopyKind,
  type CopyVerdict,
  type CopyWords,
  copyVerdict,
  copyWords,
  type Fingerprint,
  fingerprintOf,
  likelyCopies,
} from '#evidence/sources/sources.ts';
import {
  type Actor,
  act,
  findRow,
  findRows,
  readRows,
  readText,
  type Store,
  type Write,
} from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** What a proposal of kind `copy` says. */
export interface CopyBody {
  /** The source that has the words too. */
  readonly of: string;
  readonly kind: CopyKind;
  /** Share of the shorter text's words that both have. */
  readonly score: number;
  /** Share of names, numbers and quotations in the same order. */
  readonly order: number;
  /** Words of the longest stretch in common, and where it stands in the other text. */
  readonly words: number;
  readonly theirs: { readonly text: string; readonly start: number; readonly end: number };
}

/** Texts laid beside a new one, those that share most prints first. */
const MOST_COMPARED = 8;
/** A person sees the beginning of the stretch; the page that compares shows all of it. */
const MOST_SHOWN = 400;
/** Kinds whose sources say the same throughout, so that what both say was known first by one. */
const ONE_ORIGIN: readonly CopyKind[] = ['identical', 'near', 'reworded'];

/**
 * At most one proposal: of several that a text is a copy of, the earliest. To be asked inside of the act that adds the
 * text, so that two that are added at once are not each other's copy; `own` is its fingerprint where it is at hand.
 */
export async function copyProposals(
  store: Store,
  textId: string,
  own?: Fingerprint,
): Promise<Row<'proposals'>[]> {
  const body = await readText(store, textId);
  const text = await findRow(store, 'texts', textId);
  if (body === undefined || !text) return [];
  const found = await copiesOf(store, text, own ?? fingerprintOf(body));
  const [first] = found.sort((a, b) => rank(a.body.kind) - rank(b.body.kind) || (a.since < b.since ? -1 : 1));
  if (!first) return [];
  const proposed = (await findRows(store, 'proposals', 'text', textId)).filter(it => it.kind === 'copy');
  return [proposalRow(`${textId}.k${proposed.length + 1}`, textId, body, first)];
}

/** Looks through every text that is held; answers how many proposals are new. One act. */
export async function proposeCopies(store: Store, actor: Actor): Promise<number> {
  return act(store, { ...actor, act: 'read' }, async write => {
    let found = 0;
    for (const { id } of (await readRows(write.store, 'texts')).filter(it => it.kind === 'extracted')) {
      for (const row of await copyProposals(write.store, id)) {
        await write.put('proposals', row);
        found += 1;
      }
    }
    return found;
  });
}

/** The whole before the part. */
function rank(kind: CopyKind): number {
  return ONE_ORIGIN.includes(kind) ? 0 : 1;
}

interface Found {
  readonly body: CopyBody;
  /** Of the other source. */
  readonly since: string;
  readonly start: number;
  readonly end: number;
}

async function copiesOf(store: Store, text: Row<'texts'>, own: Fingerprint): Promise<Found[]> {
  const found: Found[] = [];
  let known: Set<string> | undefined;
  for (const id of await likelyCopies(store, text.id, MOST_COMPARED, own)) {
    const other = await findRow(store, 'texts', id);
    if (!other || other.source === text.source) continue;
    const verdict = copyVerdict(own.words, await wordsOf(store, other));
    if (verdict.kind === 'none') continue;
    known ??= await relatedTo(store, text.source);
    const source = await findRow(store, 'sources', other.source);
    if (source && !known.has(source.id)) found.push(foundIn(source, id, verdict));
  }
  return found;
}

function foundIn(source: Row<'sources'>, text: string, { kind, score, order, shared }: CopyVerdict): Found {
  const { a = null, b = null, words = 0 } = shared ?? {};
  return {
    body: {
      of: source.id,
      kind: kind as CopyKind,
      score,
      order,
      words,
      theirs: { text, start: b?.start ?? 0, end: b?.end ?? 0 },
    },
    since: since(source),
    start: a?.start ?? 0,
    end: a?.end ?? 0,
  };
}

/** Sorts by publication, then by capture, then by id. */
function since({ id, date, capturedAt }: Row<'sources'>): string {
  return `${date ?? '~'} ${capturedAt ?? '~'} ${id}`;
}

/** Words of the texts that were compared last: a form that is filled in often is laid beside every next one. */
const compared = new Map<string, CopyWords>();
/** Of all of them together, some 3 MB. */
const MOST_WORDS = 200_000;

/** Kept by the text's hash, from which they follow. */
async function wordsOf(store: Store, { id, sha256 }: Row<'texts'>): Promise<CopyWords> {
  const words = compared.get(sha256) ?? copyWords((await readText(store, id)) ?? '');
  compared.delete(sha256);
  compared.set(sha256, words);
  let sum = 0;
  for (const [hash, { ids }] of [...compared].reverse()) {
    sum += ids.length;
    if (sum > MOST_WORDS) compared.delete(hash);
  }
  return words;
}

/** The source's family so far, and sources of which a person said that they are no copies of it. */
async function relatedTo(store: Store, source: string): Promise<Set<string>> {
  const known = new Set([source]);
  const rejected = new Set<string>();
  for (const id of known) {
    const [later, earlier, pairs] = await Promise.all([
      findRows(store, 'relations', 'source', id),
      findRows(store, 'relations', 'of', id),
      copyPairs(store, id),
    ]);
    for (const it of [...later, ...earlier, ...pairs.filter(pair => pair.state !== 'rejected')])
      known.add(it.source).add(it.of);
    if (id === source)
      for (const it of pairs.filter(pair => pair.state === 'rejected')) rejected.add(it.source).add(it.of);
  }
  return new Set([...known, ...rejected]);
}

export interface CopyPair extends CopyBody {
  readonly source: string;
  readonly proposal: string;
  readonly state: Row<'proposals'>['state'];
}

/** Every proposal of kind `copy`, whatever was decided; or those of one source. */
export async function copyPairs(store: Store, source?: string): Promise<CopyPair[]> {
  let from = store.db
    .selectFrom('proposals')
    .innerJoin('texts', join =>
      join.onRef('texts.dossier', '=', 'proposals.dossier').onRef('texts.id', '=', 'proposals.text'),
    )
    .where('proposals.dossier', '=', store.dossier)
    .where('proposals.kind', '=', 'copy');
  if (source !== undefined)
    // an id is plain letters, digits, dots and hyphens: nothing in it is a sign of `like`
    from = from.where(it =>
      it.or([it('texts.source', '=', source), it('proposals.body', 'like', `%"of":"${source}"%`)]),
    );
  const rows = await from
    .select(['proposals.id', 'proposals.body', 'proposals.state', 'texts.source'])
    .orderBy('proposals.id')
    .execute();
  return rows.map(row => ({
    ...(JSON.parse(row.body) as CopyBody),
    source: row.source,
    proposal: row.id,
    state: row.state,
  }));
}

function proposalRow(
  id: string,
  text: string,
  body: string,
  { body: found, start, end }: Found,
): Row<'proposals'> {
  const cut = shortened(body, start, end);
  return {
    id,
    text,
    kind: 'copy',
    start,
    end: cut,
    exact: body.slice(start, cut),
    body: canonical({ ...found, theirs: { ...found.theirs } }),
    rule: `copy-${found.kind}`,
    confidence: found.kind === 'reworded' ? found.order : found.score,
    state: 'waiting',
    claim: null,
  };
}

/** Ends no character in its middle. */
function shortened(body: string, start: number, end: number): number {
  const most = Math.min(end, start + MOST_SHOWN);
  const code = body.charCodeAt(most - 1);
  return most < end && code >= 0xd800 && code < 0xdc00 ? most - 1 : most;
}

/**
 * Two sources are one family: recorded, and where they say the same throughout, both are given one origin. What is only
 * in part the same leaves the origins alone: the rest is each one's own.
 */
export async function acceptCopy(write: Write, proposal: Row<'proposals'>): Promise<null> {
  const { of, score, kind = 'near' } = JSON.parse(proposal.body) as Partial<CopyBody> & { of: string };
  const text = await findRow(write.store, 'texts', proposal.text);
  const source = text && (await findRow(write.store, 'sources', text.source));
  const other = await findRow(write.store, 'sources', of);
  if (!source || !other) throw new Problem('row.missing', { where: 'source', what: of });
  const [earlier, later] = since(source) < since(other) ? [source, other] : [other, source];
  await write.put('relations', {
    id: proposal.id,
    source: later.id,
    of: earlier.id,
    kind: 'copy',
    score: score ?? null,
    reason: proposal.rule,
  });
  if (ONE_ORIGIN.includes(kind)) await giveOneOrigin(write, later, earlier);
  return null;
}

async function giveOneOrigin(write: Write, source: Row<'sources'>, other: Row<'sources'>): Promise<void> {
  const origin = other.origin ?? source.origin ?? (await originFor(write, other));
  for (const row of [source, other]) if (row.origin === null) await write.put('sources', { ...row, origin });
  // two families that were told apart so far: those whose origin is only that family's go over
  const own = source.origin !== null && source.origin !== origin && source.origin.endsWith(FAMILY);
  if (!own || source.origin === null) return;
  for (const row of await findRows(write.store, 'sources', 'origin', source.origin))
    await write.put('sources', { ...row, origin });
}

/** An origin that was made for a family ends so: nobody named it. */
const FAMILY = '.words';

/** An origin for words that stand in several places, named after where they were found first. */
async function originFor(write: Write, { id, title }: Row<'sources'>): Promise<string> {
  const origin = { id: `${id}${FAMILY}`, name: title, kind: 'wire' as const, party: null, note: null };
  await write.put('origins', origin);
  return origin.id;
}
