/** A document that is written here, the result of a survey or a letter that was sent: a source like any other. */
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { putSource, refuseHeld, type SourceAbout } from '#evidence/sources/sources.ts';
import { type Actor, act, type Store, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Statement {
  /** File name without its ending. */
  readonly name: string;
  readonly text: string;
  /** What wrote it. */
  readonly extractor: string;
  readonly language: string;
  readonly about: SourceAbout & { readonly title: string };
}

export interface PutStatement {
  readonly source: string;
  /** Id of its text. */
  readonly text: string;
}

/**
 * Keeps the statement and what `put` writes of it, as one act. Throws `file.duplicate` where the same text is held,
 * `store.read-only`.
 */
export async function keepStatement<T>(
  store: Store,
  actor: Actor,
  statement: Statement,
  put: (write: Write, at: PutStatement) => Promise<T>,
): Promise<T> {
  const { name, text, extractor, language, about } = statement;
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  const bytes = new TextEncoder().encode(text);
  const file = sha256(bytes);
  await store.archive.write(bytes);
  return act(store, { ...actor, act: 'add' }, async write => {
    await refuseHeld(write.store, file, name);
    const extracted = {
      mediaType: 'text/plain',
      text,
      extractor,
      pages: [],
      title: about.title,
      capture: null,
      about: {},
    };
    const read = { file, name: `${name}.txt`, extracted, textHash: sha256(text), language };
    return put(write, await putSource(write, actor, read, { ...about, lang: language }));
  });
}

/** What a claim in a statement has to say of itself; the rest is as for any that nobody has graded. */
export type Stated = Pick<Row<'claims'>, 'id' | 'passage' | 'asserter' | 'proposition' | 'sendingState'> &
  Partial<Row<'claims'>>;

/** A neutral fact by whoever made the statement, from its own records: accepted, since a person here had it written. */
export function statedClaim(stated: Stated): Row<'claims'> {
  return {
    state: 'accepted',
    reporter: null,
    side: 'neutral',
    type: 'fact',
    mode: 'document',
    knowledge: 'own-records',
    stake: 'no',
    reach: 'unspecified',
    host: null,
    from: null,
    to: null,
    credibility: '6',
    credibilityReason: null,
    origin: null,
    collector: null,
    protection: 'public',
    note: null,
    ...stated,
  };
}
