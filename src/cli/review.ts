/** `probanza review`: what waits for a person, and what the person decides. */

import { loadStandards, standardOf } from '#assessment/standards/standards.ts';
import { changes } from '#cli/changes.ts';
import type { Context } from '#cli/context.ts';
import { anchors, severalPlaces, versions } from '#cli/review-anchors.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import {
  BINDS,
  bear,
  carriedTo,
  decide,
  edit,
  isUnsure,
  linkAnswer,
  loadEvidence,
  proposalsById,
  recordSearch,
  type Shown,
  undo,
} from '#evidence/claims/claims.ts';
import { inOrder, ORDERS, type Ranked, triageOf } from '#triage/triage.ts';
import { claimWords } from '#words/claims.ts';
import { say } from '#words/language.ts';
import { sayWhy } from '#words/triage.ts';

export async function run(context: Context): Promise<undefined> {
  const [verb, ...ids] = context.args;
  if (verb === undefined) return list(context);
  const act = verbs[verb as keyof typeof verbs];
  if (!act) throw new Problem('usage.value', { what: verb, where: 'review' });
  return act(context, ids);
}

const verbs = {
  accept: (context: Context, ids: readonly string[]) => decided(context, 'accept', ids),
  reject: (context: Context, ids: readonly string[]) => decided(context, 'reject', ids),
  withdraw: (context: Context, ids: readonly string[]) => decided(context, 'withdraw', ids),
  edit: editRow,
  answer,
  searched,
  bear: bearOn,
  undo: takeBack,
  anchors,
  versions,
};

/** Rows printed where no limit is asked for. */
const LIMIT = 50;
/** Proposals whose words are read at a time. */
const PART = 500;

async function list(context: Context): Promise<undefined> {
  const ranked = await chosen(context);
  const shown = context.json ? ranked : ranked.slice(0, Number(context.text('limit') ?? LIMIT));
  const rows = await withWords(context, shown);
  context.print(
    rows.map(({ body, why, ...row }) => ({ ...row, ...JSON.parse(body), id: row.id, settles: why })),
    () =>
      `${say(claimWords.waiting, context.language, { n: ranked.length })}\n\n${proposalTable(rows, context)}`,
  );
  return undefined;
}

async function withWords(context: Context, ranked: readonly Ranked[]) {
  const store = await context.dossier();
  const words = new Map<string, Shown>();
  for (let at = 0; at < ranked.length; at += PART)
    for (const [id, row] of await proposalsById(
      store,
      ranked.slice(at, at + PART).map(it => it.waits.id),
    ))
      words.set(id, row);
  return ranked.flatMap(({ waits, class: number, why }) => {
    const row = words.get(waits.id);
    if (!row) return [];
    return [{ ...row, speakerName: waits.speaker, class: number, why: why && sayWhy(why, context.language) }];
  });
}

function proposalTable(rows: Awaited<ReturnType<typeof withWords>>, { language }: Context): string {
  const head = [claimWords.id, claimWords.kind, claimWords.confidence, claimWords.speaker, claimWords.words];
  return table(
    head.map(it => it[language]),
    rows.map(row => [
      row.id,
      row.kind,
      row.confidence.toFixed(2),
      row.speakerName ?? severalPlaces(row, language),
      [row.exact.replace(/\s+/g, ' '), ...(row.why === null ? [] : [`→ ${row.why}`])].join(' '),
    ]),
  );
}

async function decided(
  context: Context,
  decision: 'accept' | 'reject' | 'withdraw',
  named: readonly string[],
): Promise<undefined> {
  const store = await context.dossier({ write: true });
  // what is unsure is never one of many
  const all = async () => (await chosen(context)).filter(it => decision !== 'accept' || !isUnsure(it.waits));
  const ids = context.flag('all') ? (await all()).map(it => it.waits.id) : named;
  if (ids.length === 0) throw new Problem('usage.missing', { where: `review ${decision}`, what: 'ID' });
  const standards = decision === 'accept' ? await loadStandards() : [];
  const [subject, binds] = [context.text('subject'), context.text('binds')];
  const carried = context.flag('carry')
    ? await carriedTo(store, await loadEvidence(store), [...(await proposalsById(store, ids)).values()])
    : null;
  const claims = await decide(store, { by: context.by }, decision, ids, {
    changes: { ...changes(context), ...(subject === undefined ? {} : { subject }) },
    ...(binds === undefined ? {} : { binds }),
    changesOf: it => carried?.get(it.id)?.changes ?? {},
    standardOf: element => standardOf(standards, element),
  });
  context.print({ decision, ids, claims }, () =>
    say(claimWords.done, context.language, { act: decision, ids: ids.join(' ') }),
  );
  return undefined;
}

async function editRow(context: Context, [id]: readonly string[]): Promise<undefined> {
  if (id === undefined) throw new Problem('usage.missing', { where: 'review edit', what: 'ID' });
  const store = await context.dossier({ write: true });
  await edit(store, { by: context.by }, id, changes(context));
  context.print({ decision: 'edit', ids: [id] }, () =>
    say(claimWords.done, context.language, { act: 'edit', ids: id }),
  );
  return undefined;
}

async function answer(context: Context, [claim]: readonly string[]): Promise<undefined> {
  if (claim === undefined) throw new Problem('usage.missing', { where: 'review answer', what: 'ID' });
  const kind = context.text('as') ?? 'rebuts';
  if (kind !== 'rebuts' && kind !== 'undercuts')
    throw new Problem('usage.value', { what: kind, where: '--as' });
  const store = await context.dossier({ write: true });
  const id = await linkAnswer(
    store,
    { by: context.by },
    { claim, answers: context.need('answers'), kind, reason: context.need('reason') },
  );
  context.print({ decision: 'answer', ids: [id] }, () =>
    say(claimWords.done, context.language, { act: 'answer', ids: id }),
  );
  return undefined;
}

/** That an answer was looked for, where, in which languages, and what came of it. */
async function searched(context: Context, [claim]: readonly string[]): Promise<undefined> {
  if (claim === undefined) throw new Problem('usage.missing', { where: 'review searched', what: 'ID' });
  const row = {
    claim,
    places: context.need('places'),
    languages: context.need('languages'),
    found: context.need('found'),
    at: context.date('date') ?? new Date().toISOString().slice(0, 10),
  };
  const store = await context.dossier({ write: true });
  const id = await recordSearch(store, { by: context.by }, row);
  context.print({ decision: 'searched', ids: [id] }, () =>
    say(claimWords.done, context.language, { act: 'searched', ids: id }),
  );
  return undefined;
}

/** A claim is tied to an element by hand, or a rule to everybody posted. */
async function bearOn(context: Context, [claim]: readonly string[]): Promise<undefined> {
  if (claim === undefined) throw new Problem('usage.missing', { where: 'review bear', what: 'ID' });
  const direction = context.text('as') ?? 'supports';
  if (direction !== 'supports' && direction !== 'rebuts')
    throw new Problem('usage.value', { what: direction, where: '--as' });
  const element = context.need('element');
  const standard = element === BINDS.element ? BINDS.standard : standardOf(await loadStandards(), element);
  const [subject, reason] = [context.text('subject') ?? 'programme', context.need('reason')];
  const store = await context.dossier({ write: true });
  const bears = { claim, standard, element, direction, subject, reason } as const;
  const id = await bear(store, { by: context.by }, bears);
  context.print({ decision: 'bear', ids: [id] }, () =>
    say(claimWords.done, context.language, { act: 'bear', ids: id }),
  );
  return undefined;
}

async function takeBack(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: true });
  const { act, subjects } = await undo(store, { by: context.by });
  context.print({ decision: 'undo', act, subjects }, () =>
    say(claimWords.undone, context.language, { act, ids: subjects.join(' ') }),
  );
  return undefined;
}

async function chosen(context: Context): Promise<readonly Ranked[]> {
  const asked = context.text('order') ?? 'settles';
  const order = ORDERS.find(it => it === asked);
  if (!order) throw new Problem('usage.value', { what: asked, where: '--order' });
  const store = await context.dossier();
  const triage = triageOf(store);
  const ranked = await triage.ranked(await loadEvidence(store));
  return inOrder(ranked, await triage.desk(), {
    order,
    source: context.text('source'),
    kind: context.text('kind'),
    speaker: context.text('speaker'),
    element: context.text('element'),
  });
}
