/**
 * The prints of a dossier's texts, kept so that a new text is laid beside the few that may be its copies and not beside
 * all. They follow from the texts alone: what is missing or out of date is made again before anything is looked up.
 */
import { sql } from 'kysely';
import { sha256 } from '#core/hash.ts';
import { type Fingerprint, fingerprintOf } from '#evidence/sources/prints.ts';
import { changesSince, checkpointOf, entryHash, readText, type Store } from '#store/store.ts';

/**
 * Texts that may hold one print. A print that many have is a phrase of a publisher, or the story of a family whose
 * earliest members are found by it all the same.
 */
const MOST_HOLDERS = 16;

/**
 * Ids of texts that share most prints with a text, the most first; texts of the same words before all. `own` is the
 * text's fingerprint where it is at hand.
 */
export async function likelyCopies(
  store: Store,
  textId: string,
  most: number,
  own?: Fingerprint,
): Promise<string[]> {
  const known = own && new Map([[textId, own]]);
  await renewPrints(store, known);
  const { words, prints } = own ?? fingerprintOf((await readText(store, textId)) ?? '');
  const same = await sameWords(store, wordsHash(words.ids), textId);
  const alike = await sharing(store, prints, textId, most + 1);
  return [...new Set([...same, ...alike])].slice(0, most);
}

/** Where the history stood when all prints were up to date, for each store that is open. */
const marks = new WeakMap<Store['archive'], { readonly seq: number; readonly hash: string }>();

/** Makes the prints of texts that have none or have changed. Those of a text taken back stay, and are looked past. */
async function renewPrints(store: Store, known?: ReadonlyMap<string, Fingerprint>): Promise<void> {
  for (const { id, sha256: hash } of await stale(store, await changedTexts(store)))
    await keep(store, id, hash, known?.get(id) ?? fingerprintOf((await readText(store, id)) ?? ''));
  marks.set(store.archive, await checkpointOf(store));
}

/** Ids of texts that acts wrote since the mark; undefined, for all, where there is no mark or its act was undone by the database. */
async function changedTexts(store: Store): Promise<string[] | undefined> {
  const mark = marks.get(store.archive);
  if (!mark || (await entryHash(store, mark.seq)) !== mark.hash) return undefined;
  const { subjects } = await changesSince(store, mark.seq, 'texts');
  return [...new Set(subjects.map(it => it.slice('texts/'.length)))];
}

async function stale(store: Store, among: readonly string[] | undefined) {
  if (among?.length === 0) return [];
  const all = store.db
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
    .orderBy('texts.id');
  const few = among && among.length < FEW ? all.where('texts.id', 'in', among) : all;
  return few.execute();
}

/** Texts asked for by name; for more than these all are looked at. */
const FEW = 100;

/** What is kept of texts and does not follow from them, one line each; a text without prints is no fault. */
export async function verifyPrints(store: Store): Promise<string[]> {
  const failures: string[] = [];
  const texts = new Map((await extractedTexts(store)).map(it => [it.id, it.sha256]));
  for (const { text, sha256: hash, words } of await keptTexts(store)) {
    // a text that was changed or taken back since: made again before it is used
    if (texts.get(text) !== hash) continue;
    const { words: own, prints } = fingerprintOf((await readText(store, text)) ?? '');
    const expected = new Set(prints);
    const strange = (await printsKept(store, text)).some(print => !expected.has(print));
    if (strange || words !== wordsHash(own.ids)) failures.push(`prints/${text}: are not those of its text`);
  }
  return failures;
}

async function keep(store: Store, text: string, hash: string, { words, prints }: Fingerprint): Promise<void> {
  await drop(store, text);
  const full = new Set(await heldByMany(store, prints));
  const free = prints.filter(print => !full.has(print));
  const { dossier } = store;
  const list = listed(store, free);
  await sql`insert into prints (dossier, print, text) select ${dossier}, ${list.value}, ${text} ${list.from} where true
    on conflict do nothing`.execute(store.db);
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

/** Any number of prints as one parameter, so that one prepared statement does for all. */
function listed(store: Store, prints: readonly number[]) {
  const list = JSON.stringify(prints);
  return store.kind === 'postgres'
    ? {
        value: sql`list.value::integer`,
        from: sql`from jsonb_array_elements_text(cast(${list} as jsonb)) as list(value)`,
      }
    : { value: sql`list.value`, from: sql`from json_each(${list}) as list` };
}

function held(store: Store, prints: readonly number[]) {
  const { value, from } = listed(store, prints);
  // the list first: left to itself SQLite looks at all prints
  const join = sql.raw(store.kind === 'postgres' ? 'join' : 'cross join');
  return sql`${from} ${join} prints on prints.dossier = ${store.dossier} and prints.print = ${value}`;
}

async function heldByMany(store: Store, prints: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ print: number }>`select prints.print as print ${held(store, prints)}
    group by prints.print having count(*) >= ${MOST_HOLDERS}`.execute(store.db);
  return rows.map(row => row.print);
}

/** One print may be shared by chance. */
async function sharing(store: Store, prints: readonly number[], text: string, most: number) {
  const { rows } = await sql<{ text: string }>`select prints.text as text ${held(store, prints)}
    where prints.text <> ${text} group by prints.text having count(*) > 1
    order by count(*) desc, prints.text limit ${most}`.execute(store.db);
  return rows.map(row => row.text);
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
