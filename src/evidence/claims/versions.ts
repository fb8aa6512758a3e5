/** Later versions of a document: which source is one of which, and whether the words of claims still stand in it. */
import { Problem } from '#core/errors.ts';
import { type About, type Added, addFile, type Further } from '#evidence/claims/add.ts';
import { relate } from '#evidence/claims/families.ts';
import {
  type ExtractOptions,
  newestOf,
  type Passage,
  readyText,
  type Span,
  type Standing,
  standing,
  widened,
} from '#evidence/sources/sources.ts';
import { type Actor, findRow, findRows, readRows, readText, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** Adds a file as a later version; claims stay on the one they were made on. Where it is held already, only that is recorded: a run that was cut off is repeated. */
export async function addVersion(
  store: Store,
  actor: Actor,
  path: string,
  about: About,
  of: string,
  options: ExtractOptions = {},
  further?: Further,
): Promise<Added> {
  const added = await addFile(store, actor, path, about, options, further).catch((error: unknown): Added => {
    if (!(error instanceof Problem) || error.code !== 'file.duplicate') throw error;
    return { source: String(error.details.where), proposals: 0 };
  });
  const reason = 'said when it was added';
  await relate(store, actor, { source: added.source, of, kind: 'version', reason });
  return added;
}

export interface VersionClaim {
  readonly claim: string;
  readonly proposition: string;
  readonly exact: string;
  readonly standing: Standing;
  /** The same or the most similar words in the later version. */
  readonly there: (Span & { readonly exact: string }) | null;
}

export interface Version {
  readonly source: string;
  readonly title: string;
  readonly date: string | null;
  readonly text: string | null;
  readonly claims: readonly VersionClaim[];
}

/** Every later version of a source, with each claim that rests on the source and is not withdrawn. */
export async function listVersions(store: Store, source: string): Promise<Version[]> {
  if (!(await findRow(store, 'sources', source)))
    throw new Problem('row.missing', { where: 'source', what: source });
  const relations = await findRows(store, 'relations', 'of', source);
  const passages = await passagesOf(store, source);
  const versions: Version[] = [];
  for (const { source: later } of relations.filter(it => it.kind === 'version')) {
    const row = await findRow(store, 'sources', later);
    const text = newestOf(await findRows(store, 'texts', 'source', later));
    const body = text ? await readText(store, text.id) : undefined;
    versions.push({
      source: later,
      title: row?.title ?? later,
      date: row?.date ?? null,
      text: text?.id ?? null,
      claims: body === undefined ? [] : compared(passages, body, text?.pages ?? null),
    });
  }
  return versions;
}

interface Resting {
  readonly claim: Row<'claims'>;
  readonly passage: Passage;
  readonly length: number;
}

/** The words that claims rest on in a source, with what stands around them. */
async function passagesOf(store: Store, source: string): Promise<Resting[]> {
  const texts = new Map((await findRows(store, 'texts', 'source', source)).map(it => [it.id, it]));
  const passages = new Map(
    (await readRows(store, 'passages')).filter(it => texts.has(it.text)).map(it => [it.id, it]),
  );
  const ready = new Map<string, ReturnType<typeof readyText>>();
  for (const id of texts.keys()) ready.set(id, readyText((await readText(store, id)) ?? ''));
  const claims = await readRows(store, 'claims');
  return claims.flatMap(claim => {
    const passage = passages.get(claim.passage);
    const old = passage && ready.get(passage.text);
    // our own summary is not what the document said
    if (!old || claim.state === 'withdrawn' || texts.get(passage.text)?.kind === 'abstract') return [];
    return [{ claim, passage: widened(passage, old), length: old.text.length }];
  });
}

function compared(resting: readonly Resting[], body: string, pages: string | null): VersionClaim[] {
  const newer = readyText(body, pages?.split(' ').map(Number));
  return resting.flatMap(({ claim, passage, length }) =>
    standing([passage], length, newer).map(it => {
      const { found } = it;
      const best =
        found.kind === 'ambiguous' ? found.candidates[0] : found.kind === 'lost' ? found.best : found;
      return {
        claim: claim.id,
        proposition: claim.proposition,
        exact: passage.exact,
        standing: it.standing,
        there: best
          ? { start: best.start, end: best.end, score: best.score, exact: body.slice(best.start, best.end) }
          : null,
      };
    }),
  );
}
