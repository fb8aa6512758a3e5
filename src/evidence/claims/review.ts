/**
 * What a person does with proposals and claims: accept, reject, edit, withdraw, answer, undo.
 * Each is one act: its rows and their history entries stand or fall together.
 */

import { Problem } from '#core/errors.ts';
import { type Deciding, deciding } from '#evidence/claims/accept.ts';
import { type Changes, changed, type Terms } from '#evidence/claims/changes.ts';
import { isUnsure } from '#evidence/claims/drifted.ts';
import {
  type Actor,
  act,
  findRow,
  type HistoryRecord,
  readHistory,
  readRows,
  type Store,
  type Write,
} from '#store/store.ts';
import { type Row, type TableName, tableNames } from '#store/tables.ts';

export type Decision = 'accept' | 'reject' | 'withdraw';

/** Proposals that wait for a person, the surest first, then as they stand in the text. */
export async function waiting(store: Store, source?: string): Promise<Row<'proposals'>[]> {
  const [proposals, texts] = await Promise.all([readRows(store, 'proposals'), readRows(store, 'texts')]);
  const wanted = new Set(
    texts.filter(text => source === undefined || text.source === source).map(text => text.id),
  );
  return proposals
    .filter(it => it.state === 'waiting' && wanted.has(it.text))
    .sort(
      (a, b) =>
        b.confidence - a.confidence || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.start - b.start),
    );
}

/** Decides on proposals or claims by id; all of them in one act, or none. Answers the claims that came of it. */
export async function decide(
  store: Store,
  actor: Actor,
  decision: Decision,
  ids: readonly string[],
  terms: Terms = {},
): Promise<string[]> {
  return act(store, { ...actor, act: decision }, async write => {
    const deciders = deciding(write, terms);
    // decided with another of this act: the claim around a figure, or what stood in a rejected claim
    const done = new Set<string>();
    const claims: string[] = [];
    if (decision === 'accept' && ids.length > 1) await refuseUnsure(write.store, ids);
    for (const id of new Set(ids)) {
      if (done.has(id) && (await isDecided(write, decision, id))) continue;
      const decided = await decideOne(write, decision, id, terms, deciders);
      for (const it of decided) done.add(it);
      if (decision !== 'reject') claims.push(...decided);
    }
    return claims;
  });
}

/** Words with another number or in one of several places, and contestable bearings, are looked at one by one. */
async function refuseUnsure(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const proposal = await findRow(store, 'proposals', id);
    if (proposal && isUnsure(proposal))
      throw new Problem(proposal.kind === 'bearing' ? 'bearing.alone' : 'anchor.alone', { what: id });
  }
}

async function isDecided({ store }: Write, decision: Decision, id: string): Promise<boolean> {
  if (decision === 'reject') return true;
  return decision === 'accept' && (await findRow(store, 'claims', id))?.state === 'accepted';
}

/** Answers the ids of what came of it: claims, or proposals that were rejected. */
async function decideOne(
  write: Write,
  decision: Decision,
  id: string,
  terms: Terms,
  { accept, reject }: Deciding,
): Promise<string[]> {
  const proposal = await findRow(write.store, 'proposals', id);
  const claim = await findRow(write.store, 'claims', id);
  // an accepted claim proposal and its claim share their id: what still waits is decided first
  if (proposal && (proposal.state === 'waiting' || !claim)) {
    if (decision !== 'accept') return reject(open(proposal));
    const made = await accept(open(proposal));
    return made === null ? [] : [made];
  }
  if (!claim) throw new Problem('row.missing', { where: 'proposal', what: id });
  await write.put(
    'claims',
    changed('claims', { ...claim, state: claimState(claim, decision) }, terms.changes ?? {}),
  );
  return [id];
}

/** Sets columns of a claim, or of a source; a claim's state stays, and who grades a source is written down. */
export async function edit(store: Store, actor: Actor, id: string, changes: Changes): Promise<void> {
  const claim = await findRow(store, 'claims', id);
  const source = claim ? undefined : await findRow(store, 'sources', id);
  if (!claim && !source) throw new Problem('row.missing', { where: 'claim', what: id });
  await act(store, { ...actor, act: 'edit' }, async write => {
    if (claim) await write.put('claims', changed('claims', claim, changes));
    if (source) await write.put('sources', changedSource(source, changes, actor));
  });
}

/** What a person may say about a source; its bytes, their hash and their capture are not a matter of saying. */
const SAID: readonly string[] = [
  'title',
  'publisher',
  'author',
  'date',
  'url',
  'lang',
  'kind',
  'origin',
  'grade',
  'gradeReason',
  'note',
];

function changedSource(source: Row<'sources'>, changes: Changes, actor: Actor): Row<'sources'> {
  const wrong = Object.keys(changes).find(column => !SAID.includes(column));
  if (wrong !== undefined) throw new Problem('usage.value', { what: wrong, where: 'sources' });
  const graded = changes.grade !== undefined && changes.grade !== source.grade;
  return { ...changed('sources', source, changes), ...(graded ? { gradedBy: actor.by } : {}) };
}

/** Records that one claim answers another. */
export async function linkAnswer(
  store: Store,
  actor: Actor,
  answer: { claim: string; answers: string; kind: Row<'answers'>['kind']; reason: string },
): Promise<string> {
  const id = `${answer.claim}.${answer.answers}`;
  await act(store, { ...actor, act: 'answer' }, write => write.put('answers', { id, ...answer }));
  return id;
}

/**
 * Takes the last act back by further entries: rows it changed are put as they were before it, rows it made
 * are taken back. An act of `import`, or an undo, is not taken back.
 */
export async function undo(store: Store, actor: Actor): Promise<{ act: string; subjects: string[] }> {
  const before = new Map<string, HistoryRecord>();
  let last: HistoryRecord[] = [];
  for await (const record of readHistory(store)) {
    if (last[0] && !sameAct(last[0], record)) {
      for (const it of last) before.set(it.entry.subject, it);
      last = [];
    }
    last.push(record);
  }
  const [first] = last;
  if (!first || ['import', 'undo', 'differ'].includes(first.entry.act))
    throw new Problem('row.missing', { where: 'act', what: 'undo' });
  const subjects = [...new Set(last.map(it => it.entry.subject))];
  await act(store, { ...actor, act: 'undo' }, async write => {
    for (const subject of [...subjects].reverse()) {
      const [table, id] = splitSubject(subject);
      const was = before.get(subject)?.payload as { row: Row<TableName>; taken?: true } | undefined;
      if (was?.row && !was.taken) await write.put(table, was.row);
      else await write.take(table, id);
    }
  });
  return { act: first.entry.act, subjects };
}

function open(proposal: Row<'proposals'>): Row<'proposals'> {
  if (proposal.state !== 'waiting') throw new Problem('row.state', { where: 'proposal', what: proposal.id });
  return proposal;
}

/** A claim is accepted or withdrawn; only what still waits can be rejected. */
function claimState(claim: Row<'claims'>, decision: Decision): Row<'claims'>['state'] {
  const state = decision === 'accept' ? 'accepted' : 'withdrawn';
  if (decision === 'reject' || claim.state === state)
    throw new Problem('row.state', { where: 'claim', what: claim.id });
  return state;
}

/** Entries of one act share who, when and what; `at` has milliseconds, and acts of one process never share one. */
function sameAct(a: HistoryRecord, b: HistoryRecord): boolean {
  return a.entry.at === b.entry.at && a.entry.by === b.entry.by && a.entry.act === b.entry.act;
}

function splitSubject(subject: string): [TableName, string] {
  const at = subject.indexOf('/');
  const table = subject.slice(0, at) as TableName;
  if (!tableNames.includes(table)) throw new Problem('row.missing', { where: 'act', what: subject });
  return [table, subject.slice(at + 1)];
}
