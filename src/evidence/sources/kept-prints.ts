/**
 * The prints of a dossier's texts, kept so that a new text is laid beside the few that may be its copies and not beside
 * all. They follow from the texts alone: what is missing or out of date is made again before anything is looked up.
 */
import { sha256 } from '#core/hash.ts';
import { copyWords } from '#evidence/sources/copy-words.ts';
import { printsOf } from '#evidence/sources/prints.ts';
import { readText, type Store } from '#store/store.ts';

/**
 * Texts that may hold one print. A print that many have is a phrase of a publisher, or the story of a family whose
 * earliest members are found by it all the same.
 */
const MOST_HOLDERS = 64;
/** Prints asked for or written in one statement: SQLite takes 32,766 values. */
const CHUNK = 5000;

/** Ids of texts that share most prints with a text, the most first; texts of the same words before all. */
export async function likelyCopies(store: Store, textId: string, most: number): Promise<string[]> {
  await renewPrints(store);
  const body = (await readText(store, textId)) ?? '';
  const words = copyWords(body);
  const same = await sameWords(store, wordsHash(words.ids), textId);
  const counts = new Map<string, number>();
  for (const { text } of await holders(store, printsOf(words)))
    if (text !== textId) counts.set(text, (counts.get(text) ?? 0) + 1);
  const ranked = [...counts].filter(([, n]) => n > 1).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return [...new Set([...same, ...ranked.map(([text]) => text)])].slice(0, most);
}

/** Makes the prints of texts that have none or have changed. Those of a text taken back stay, and are looked past. */
export async function renewPrints(store: Store): Promise<void> {
  const stale = await store.db
    .selectFrom('texts')
    .leftJoin('fingerprints', join =>
      join
        .onRef('fingerprints.dossier', '=', 'texts.dossier')
        .onRef('fingerprints.text', '=', 'texts.id')
        .onRef('fingerprints.sha256', '=', 'texts.sha256'),
    )
    .select(['texts.id', 'texts.sha256'])
    .where('texts.dossier', '=', store.dossier)
    .where('texts.kind', '=', 'extracted')
    .where('fingerprints.text', 'is', null)
    .orderBy('texts.id')
    .execute();
  for (const { id, sha256: hash } of stale) await keep(store, id, hash);
}

/** What is kept of texts and does not follow from them, one line each; a text without prints is no fault. */
export async function verifyPrints(store: Store): Promise<string[]> {
  const failures: string[] = [];
  const texts = new Map((await extractedTexts(store)).map(it => [it.id, it.sha256]));
  for (const { text, sha256: hash, words } of await keptTexts(store)) {
    // a text that was changed or taken back since: made again before it is used
    if (texts.get(text) !== hash) continue;
    const own = copyWords((await readText(store, text)) ?? '');
    const expected = new Set(printsOf(own));
    const strange = (await printsKept(store, text)).some(print => !expected.has(print));
    if (strange || words !== wordsHash(own.ids)) failures.push(`prints/${text}: are not those of its text`);
  }
  return failures;
}

async function keep(store: Store, text: string, hash: string): Promise<void> {
  const words = copyWords((await readText(store, text)) ?? '');
  const prints = printsOf(words);
  const many = new Map<number, number>();
  for (const { print } of await holders(store, prints)) many.set(print, (many.get(print) ?? 0) + 1);
  await drop(store, text);
  const free = prints.filter(print => (many.get(print) ?? 0) < MOST_HOLDERS);
  const { dossier } = store;
  for (const some of chunks(free)) {
    const rows = some.map(print => ({ dossier, print, text }));
    await store.db
      .insertInto('prints')
      .values(rows)
      .onConflict(it => it.doNothing())
      .execute();
  }
  await store.db
    .insertInto('fingerprints')
    .values({ dossier, text, sha256: hash, words: wordsHash(words.ids) })
    .onConflict(it => it.doNothing())
    .execute();
}

async function drop(store: Store, text: string): Promise<void> {
  for (const table of ['prints', 'fingerprints'] as const)
    await store.db.deleteFrom(table).where('dossier', '=', store.dossier).where('text', '=', text).execute();
}

async function holders(store: Store, prints: readonly number[]) {
  const found: { print: number; text: string }[] = [];
  for (const some of chunks(prints))
    found.push(
      ...(await store.db
        .selectFrom('prints')
        .select(['print', 'text'])
        .where('dossier', '=', store.dossier)
        .where('print', 'in', some)
        .execute()),
    );
  return found;
}

/** The first few by id: one of them is as good as all. */
async function sameWords(store: Store, words: string, textId: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('fingerprints')
    .select('text')
    .where('dossier', '=', store.dossier)
    .where('words', '=', words)
    .where('text', '!=', textId)
    .orderBy('text')
    .limit(MOST_HOLDERS)
    .execute();
  return rows.map(row => row.text);
}

function keptTexts(store: Store) {
  return store.db
    .selectFrom('fingerprints')
    .select(['text', 'sha256', 'words'])
    .where('dossier', '=', store.dossier)
    .orderBy('text')
    .execute();
}

async function printsKept(store: Store, text: string): Promise<number[]> {
  const rows = await store.db
    .selectFrom('prints')
    .select('print')
    .where('dossier', '=', store.dossier)
    .where('text', '=', text)
    .execute();
  return rows.map(row => row.print);
}

/** Only what others wrote: our own summaries are copies of nothing. */
function extractedTexts(store: Store) {
  return store.db
    .selectFrom('texts')
    .select(['id', 'sha256'])
    .where('dossier', '=', store.dossier)
    .where('kind', '=', 'extracted')
    .orderBy('id')
    .execute();
}

function wordsHash(ids: Int32Array): string {
  return sha256(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength));
}

function* chunks(prints: readonly number[]): Generator<number[]> {
  for (let at = 0; at < prints.length; at += CHUNK) yield prints.slice(at, at + CHUNK);
}
