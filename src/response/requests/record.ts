/** Acts on requests: a letter that was sent, a reply that came, what is noted of its state. Each is one act. */
import { Problem } from '#core/errors.ts';
import { firstFree, idFrom } from '#core/ids.ts';
import {
  type Evidence,
  keepStatement,
  knownIn,
  partyName,
  passageOf,
  statedClaim,
} from '#evidence/claims/claims.ts';
import { type Draft, draftOf, letterText } from '#response/requests/draft.ts';
import { type Actor, act, findRow, type Store, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';
import { formatDate, formatList, type Language, oneLine, say } from '#words/language.ts';
import { requestWords as words } from '#words/requests.ts';

/** Keeps the letter as a source, that it was sent as a claim in its words, and the request with its questions. */
export async function recordRequest(
  store: Store,
  actor: Actor,
  evidence: Evidence,
  draft: Draft,
): Promise<{ request: string; source: string; claim: string; due: string | null; questions: number }> {
  const letter = draftOf(evidence, draft);
  const { language, sent, deadline } = draft;
  const text = letterText(letter);
  const statement = {
    name: idFrom(letter.subject) || 'request',
    text,
    extractor: 'probanza requests',
    language,
    about: {
      title: letter.subject,
      publisher: partyName(evidence, draft.from),
      date: sent,
      kind: 'letter' as const,
    },
  };
  return keepStatement(store, actor, statement, async (write, at) => {
    const id = at.source;
    const to = formatList(
      draft.to.map(it => partyName(evidence, it)),
      language,
    );
    const proposition = say(words.asks, language, { from: letter.from, to, about: letter.about });
    const start = text.indexOf(letter.subject);
    const passage = passageOf(`${id}.p`, at.text, text, start, start + letter.subject.length, null);
    await write.put('passages', passage);
    const claim = statedClaim({
      ...{ id: `${id}.c1`, passage: passage.id, asserter: draft.from, proposition },
      ...{ from: sent, to: sent, sendingState: await knownIn(write).sendingState() },
    });
    await write.put('claims', claim);
    await write.put('requests', {
      id,
      claim: claim.id,
      also: (draft.claims ?? []).join(' ') || null,
      asker: draft.from,
      addressees: draft.to.join(' '),
      about: letter.about,
      basis: draft.basis ?? null,
      sent,
      due: null,
      state: 'waiting',
    });
    if (deadline) {
      const { days, counted, place } = deadline;
      await write.put('deadlines', { id: `${id}.d`, request: id, days, counted, place, note: null });
    }
    await write.putAll(
      'questions',
      letter.questions.map((it, index) => ({ id: `${id}.q${index + 1}`, request: id, ...it })),
    );
    return {
      request: id,
      source: at.source,
      claim: claim.id,
      due: letter.due,
      questions: letter.questions.length,
    };
  });
}

export interface GivenReply {
  readonly request: string;
  readonly party: string;
  readonly kind: Row<'replies'>['kind'];
  /** A partial date. */
  readonly date: string;
  /** In our own words. */
  readonly summary: string;
  /** Sources that came with it, held already. */
  readonly enclosures?: readonly string[] | undefined;
  /** The claim in which it is told; else a note of it becomes a source of its own. */
  readonly claim?: string | undefined;
  readonly language: Language;
}

/** Throws `row.missing` for a request, party, source or claim that is not there. Answers the reply's id. */
export async function addReply(
  store: Store,
  actor: Actor,
  evidence: Evidence,
  given: GivenReply,
): Promise<string> {
  const request = await needed(store, 'requests', given.request);
  await needed(store, 'parties', given.party);
  const summary = oneLine(given.summary).trim();
  if (summary === '') throw new Problem('usage.missing', { where: 'requests reply', what: '--summary' });
  for (const source of given.enclosures ?? []) await needed(store, 'sources', source);
  const { claim: told, language, party, date } = given;
  const reply = { ...given, summary };
  if (told !== undefined) {
    await needed(store, 'claims', told);
    return act(store, { ...actor, act: 'record' }, write => putReply(write, reply, told));
  }
  const name = partyName(evidence, party);
  const day = formatDate(date, language);
  const text = `${say(words.noteText, language, { party: name, about: request.about, date: day, summary })}\n`;
  const title = say(words.noteTitle, language, { about: request.about });
  const about = { title, publisher: actor.by, date, kind: 'other' as const };
  const statement = { name: idFrom(title) || 'reply', text, extractor: 'probanza requests', language, about };
  return keepStatement(store, actor, statement, async (write, at) => {
    const passage = passageOf(`${at.source}.p`, at.text, text, 0, text.length - 1, null);
    await write.put('passages', passage);
    // told to us and noted down: hearsay, until a document shows it
    const claim = statedClaim({
      ...{ id: `${at.source}.c1`, passage: passage.id, asserter: party, proposition: summary },
      ...{ from: date, to: date, sendingState: await knownIn(write).sendingState() },
      ...{ mode: 'indirect', knowledge: 'hearsay' },
    });
    await write.put('claims', claim);
    return putReply(write, reply, claim.id);
  });
}

async function putReply(
  write: Write,
  { request, party, kind, date, summary, enclosures = [] }: GivenReply,
  claim: string,
): Promise<string> {
  const isTaken = async (id: string) => (await findRow(write.store, 'replies', id)) !== undefined;
  const id = await firstFree(`${request}.r`, isTaken);
  await write.put('replies', { id, claim, request, party, date, kind, summary });
  await write.putAll(
    'enclosures',
    enclosures.map((source, index) => ({ id: `${id}.e${index + 1}`, reply: id, source })),
  );
  return id;
}

/** What is noted of a request beyond its replies: clarification asked, under review, not held. */
export async function noteState(
  store: Store,
  actor: Actor,
  request: string,
  state: Row<'requests'>['state'],
): Promise<void> {
  const row = await needed(store, 'requests', request);
  if (row.state === state) throw new Problem('row.state', { where: 'request', what: request });
  await act(store, { ...actor, act: 'edit' }, write => write.put('requests', { ...row, state }));
}

async function needed<T extends 'requests' | 'parties' | 'sources' | 'claims'>(
  store: Store,
  table: T,
  id: string,
): Promise<Row<T>> {
  const row = await findRow(store, table, id);
  if (!row) throw new Problem('row.missing', { where: SINGULAR[table], what: id });
  return row as Row<T>;
}

const SINGULAR = { requests: 'request', parties: 'party', sources: 'source', claims: 'claim' } as const;
