/** `probanza requests draft | record | reply | state | calendar`: letters, replies and deadlines. */
import { ask } from '#assessment/findings/findings.ts';
import { oneOf } from '#cli/choices.ts';
import type { Context } from '#cli/context.ts';
import { writeNew } from '#cli/write-new.ts';
import { daysOf } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { isPlace } from '#core/places.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import {
  addReply,
  type Counting,
  calendarOf,
  countingOf,
  type Draft,
  draftOf,
  letterDocx,
  letterText,
  noteState,
  recordRequest,
  requests,
} from '#response/requests/requests.ts';
import { REPLY_KINDS, REQUEST_STATES, ROUTES } from '#store/tables.ts';
import { formatDate, formatList, say } from '#words/language.ts';
import { requestWords as words } from '#words/requests.ts';

/** A letter, written to a file or printed; nothing is recorded. */
export async function draft(context: Context, more: readonly string[]): Promise<undefined> {
  noMore(more);
  const evidence = await loadEvidence(await context.dossier());
  const letter = draftOf(evidence, await asked(context, evidence));
  const path = context.text('output');
  if (path === undefined) {
    context.print(letter, () => letterText(letter));
    return undefined;
  }
  await writeNew(path, path.endsWith('.docx') ? await letterDocx(letter) : letterText(letter));
  const { language } = context;
  context.print({ ...letter, path }, () =>
    say(words.written, language, {
      n: letter.questions.length,
      to: formatList(context.texts('to'), language),
      path,
    }),
  );
  return undefined;
}

/** The same letter, as it was sent: it becomes a source, and the request is kept with its questions. */
export async function record(context: Context, more: readonly string[]): Promise<undefined> {
  noMore(more);
  const store = await context.dossier({ write: true });
  const evidence = await loadEvidence(store);
  const kept = await recordRequest(store, { by: context.by }, evidence, await asked(context, evidence));
  const { language } = context;
  const due = kept.due === null ? words.noDue[language] : formatDate(kept.due, language);
  context.print(kept, () => say(words.recorded, language, { id: kept.request, n: kept.questions, due }));
  return undefined;
}

export async function reply(context: Context, [request, ...more]: readonly string[]): Promise<undefined> {
  noMore(more);
  if (request === undefined) throw new Problem('usage.missing', { where: 'requests reply', what: 'REQUEST' });
  const kind = oneOf(context, 'kind', REPLY_KINDS, true) ?? 'reply';
  const [party, summary] = [context.need('from'), context.need('summary')];
  const date = context.date('date') ?? today(context);
  const [claim, ...others] = context.texts('claim');
  if (others.length > 0) throw new Problem('usage.value', { what: others.join(' '), where: '--claim' });
  const store = await context.dossier({ write: true });
  const { language } = context;
  const given = { request, party, kind, date, summary, claim, enclosures: context.texts('source'), language };
  const id = await addReply(store, { by: context.by }, await loadEvidence(store), given);
  context.print({ id, ...given }, () => say(words.replied, language, { id, request }));
  return undefined;
}

export async function state(
  context: Context,
  [request, noted, ...more]: readonly string[],
): Promise<undefined> {
  noMore(more);
  const is = REQUEST_STATES.find(it => it === noted);
  if (request === undefined || noted === undefined)
    throw new Problem('usage.missing', { where: 'requests state', what: 'REQUEST STATE' });
  if (!is)
    throw new Problem('usage.value', { what: noted, where: `requests state (${REQUEST_STATES.join(', ')})` });
  const store = await context.dossier({ write: true });
  await noteState(store, { by: context.by }, request, is);
  context.print({ request, state: is }, () => say(words.noted, context.language, { request, state: is }));
  return undefined;
}

/** Deadlines as a calendar file. */
export async function calendar(context: Context, more: readonly string[]): Promise<undefined> {
  noMore(more);
  const evidence = await loadEvidence(await context.dossier());
  const day = today(context);
  const all = requests(evidence, day);
  const text = calendarOf(evidence, all, day, context.language);
  const path = context.text('output');
  const n = all.filter(it => it.due !== null).length;
  if (path !== undefined) await writeNew(path, text);
  context.print({ path: path ?? null, deadlines: n, calendar: text }, () =>
    path === undefined ? text : say(words.events, context.language, { n, path }),
  );
  return undefined;
}

/** A word that belongs to no option is told, not dropped: `--claim` takes one id each time. */
function noMore(words: readonly string[]): void {
  if (words.length > 0) throw new Problem('usage.value', { what: words.join(' '), where: 'requests' });
}

async function asked(context: Context, evidence: Evidence): Promise<Draft> {
  const standard = context.text('standard');
  const { language } = context;
  const scope = { place: context.place(), period: context.period() };
  const route = oneOf(context, 'route', ROUTES);
  const finding =
    standard === undefined
      ? undefined
      : await ask(evidence, { standard, proof: context.text('proof'), ...scope, route, language });
  const to = context.texts('to');
  if (to.length === 0) throw new Problem('usage.missing', { where: 'requests', what: '--to' });
  return {
    from: context.need('from'),
    to,
    about: context.text('about'),
    basis: context.text('basis'),
    sent: today(context),
    deadline: deadlineOf(context),
    finding,
    claims: context.texts('claim'),
    questions: context.texts('question'),
    language,
  };
}

function deadlineOf(context: Context): Counting | undefined {
  const asked = context.text('days');
  const place = context.text('working');
  if (place !== undefined && !isPlace(place))
    throw new Problem('usage.value', { what: place, where: '--working' });
  if (asked === undefined && place === undefined) return undefined;
  const days = Number(asked ?? context.need('days'));
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new Problem('usage.value', { what: asked ?? '', where: '--days (1 … 3650)' });
  return countingOf(days, place);
}

/** The day asked about, whole; else the day it is. */
function today(context: Context): string {
  const given = context.date('today');
  const days = given === undefined ? undefined : daysOf(given);
  if (days && days.first !== days.last)
    throw new Problem('usage.value', { what: given ?? '', where: '--today (2026-01-31)' });
  return given ?? new Date().toISOString().slice(0, 10);
}
