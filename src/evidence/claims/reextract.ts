/**
 * A source's original extracted anew: what is found again exactly goes over to the newer text, the rest stays on the
 * old one and waits for a person. One act a source, so that a cut-off run leaves each source done or untouched.
 */
import { canonical } from '#core/canonical.ts';
import { carried } from '#evidence/claims/carry.ts';
import { pageAt, passageOf } from '#evidence/claims/passage.ts';
import { proposalRows } from '#evidence/claims/proposals.ts';
import { read } from '#evidence/reading/reading.ts';
import {
  type Again,
  anchorsFor,
  extractAgain,
  type Found,
  findAnchor,
  type loadLexicons,
  numbered,
  type Ready,
  readyText,
  widened,
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

export interface Reextracted {
  readonly source: string;
  /** The newer text; null where it is the same to the letter and nothing was done. */
  readonly text: string | null;
  readonly extractor: string | null;
  /** Claims that went over, and claims whose words were not found again exactly. */
  readonly moved: readonly string[];
  readonly drifted: readonly string[];
  /** Proposals that wait in the newer text, and decisions taken over from the older. */
  readonly proposals: number;
  readonly carried: number;
}

type Lexicons = Awaited<ReturnType<typeof loadLexicons>>;

/** Throws `row.missing` where no original is held, and `file.*`. */
export async function reextract(
  store: Store,
  actor: Actor,
  source: string,
  lexicons: Lexicons,
): Promise<Reextracted> {
  const again = await extractAgain(store, source);
  const none = { source, moved: [], drifted: [], proposals: 0, carried: 0 };
  if (!again) return { ...none, text: null, extractor: null };
  const newer = readyText(again.text, again.pages);
  const older = await olderTexts(store, again);
  return act(store, { ...actor, act: 'anchor' }, async write => {
    // another process was first, with the same extractors
    if (await findRow(write.store, 'texts', again.row.id)) return { ...none, text: null, extractor: null };
    await write.putText(again.row, again.text);
    const claims = await moveClaims(write, again, older, newer);
    const proposals = await renewProposals(write, again, older, newer, claims.waiting, lexicons);
    const { moved, drifted } = claims;
    return { ...none, text: again.row.id, extractor: again.row.extractor, moved, drifted, ...proposals };
  });
}

/** Every older text with its words made ready, by id. */
async function olderTexts(store: Store, { older }: Again): Promise<ReadonlyMap<string, Ready>> {
  const ready = new Map<string, Ready>();
  for (const { id } of older) ready.set(id, readyText((await readText(store, id)) ?? ''));
  return ready;
}

type Waiting = Omit<Row<'proposals'>, 'id'>;

async function moveClaims(write: Write, again: Again, older: ReadonlyMap<string, Ready>, newer: Ready) {
  const passages = (await readRows(write.store, 'passages')).filter(it => older.has(it.text));
  const claims = Map.groupBy(
    (await readRows(write.store, 'claims')).filter(it => it.state !== 'withdrawn'),
    it => it.passage,
  );
  const moved: string[] = [];
  const drifted: string[] = [];
  const waiting: Waiting[] = [];
  for (const passage of passages) {
    const own = claims.get(passage.id) ?? [];
    const old = older.get(passage.text);
    if (own.length === 0 || !old) continue;
    const found = findAnchor(widened(passage, old), old.text.length, newer);
    if (found.kind !== 'exact') {
      drifted.push(...own.map(it => it.id));
      waiting.push(...own.flatMap(it => proposalFor(it.id, found, again)));
      continue;
    }
    const id = `${again.row.id}.p${moved.length + 1}`;
    const { start, end } = found;
    await write.put(
      'passages',
      passageOf(id, again.row.id, again.text, start, end, pageAt(again.row.pages, start)),
    );
    for (const claim of own) await write.put('claims', { ...claim, passage: id });
    moved.push(...own.map(it => it.id));
  }
  return { moved: moved.sort(), drifted: drifted.sort(), waiting };
}

/** The best place for a claim's words, where there is one. A person can be sure of none but a close one. */
function proposalFor(claim: string, found: Found, { row, text }: Again): Waiting[] {
  const best = found.kind === 'ambiguous' ? found.candidates[0] : found.kind === 'lost' ? found.best : found;
  if (!best) return [];
  const { start, end, score } = best;
  const kind = found.kind === 'lost' && found.differs ? 'differs' : found.kind;
  const places = found.kind === 'ambiguous' ? found.candidates.length : 1;
  return [
    {
      text: row.id,
      kind: 'anchor',
      start,
      end,
      exact: text.slice(start, end),
      body: canonical({ claim, score, found: kind, oneOf: places }),
      rule: `found-${kind}`,
      confidence: kind === 'close' ? score : 0,
      state: 'waiting',
      claim,
    },
  ];
}

/**
 * What waited in the older texts is read anew; what a person decided there stays decided. Original words that were
 * proposed for claims on our own summary are looked for anew as well.
 */
async function renewProposals(
  write: Write,
  again: Again,
  older: ReadonlyMap<string, Ready>,
  newer: Ready,
  anchors: readonly Waiting[],
  lexicons: Lexicons,
) {
  const old: Row<'proposals'>[] = [];
  for (const id of older.keys()) old.push(...(await findRows(write.store, 'proposals', 'text', id)));
  const waited = old.filter(it => it.state === 'waiting' && it.kind !== 'copy');
  for (const { id } of waited) await write.take('proposals', id);
  const cited = new Set(waited.filter(it => it.kind === 'anchor').map(it => it.claim));
  const known = new Set(anchors.map(it => it.claim));
  const summaries = (await anchorsFor(write.store, again.source.id, again.row.id, again.text)).filter(
    it => cited.has(it.claim) && !known.has(it.claim),
  );
  const fresh = old.some(isRead) ? readAgain(again, lexicons) : [];
  const { rows, decided } = carried(old.filter(isRead), older, newer, again.row.id, fresh);
  const all = [...numbered([...anchors, ...summaries]), ...rows];
  for (const row of all) await write.put('proposals', row);
  return { proposals: all.filter(it => it.state === 'waiting').length, carried: decided };
}

function isRead({ kind }: Row<'proposals'>): boolean {
  return kind === 'claim' || kind === 'figure' || kind === 'bearing';
}

/** A source whose language nobody gave says `en`: there reading tells it by the words, as it did the first time. */
function readAgain({ source, row, text }: Again, lexicons: Lexicons): Row<'proposals'>[] {
  const language = source.lang === 'en' ? undefined : source.lang;
  return proposalRows(row.id, read(text, lexicons, language, source.date));
}
