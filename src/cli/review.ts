/** `probanza review`: what waits for a person, and what the person decides. */

import { loadStandards, standardOf } from '#assessment/standards/standards.ts';
import type { Context } from '#cli/context.ts';
import { anchors, severalPlaces, versions } from '#cli/review-anchors.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Changes, decide, edit, isUnsure, linkAnswer, undo, waiting } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';
import { claimWords } from '#words/claims.ts';
import { say } from '#words/language.ts';

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
  undo: takeBack,
  anchors,
  versions,
};

async function list(context: Context): Promise<undefined> {
  const rows = await chosen(context);
  const shown = rows.slice(0, Number(context.text('limit') ?? 50));
  context.print(
    rows.map(({ body, ...row }) => ({ ...row, ...JSON.parse(body), id: row.id })),
    () =>
      `${say(claimWords.waiting, context.language, { n: rows.length })}\n\n${proposalTable(shown, context)}`,
  );
  return undefined;
}

function proposalTable(rows: readonly Row<'proposals'>[], { language }: Context): string {
  const head = [claimWords.id, claimWords.kind, claimWords.confidence, claimWords.speaker, claimWords.words];
  return table(
    head.map(it => it[language]),
    rows.map(row => [
      row.id,
      row.kind,
      row.confidence.toFixed(2),
      speakerOf(row) ?? severalPlaces(row, language),
      row.exact.replace(/\s+/g, ' '),
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
  const all = async () => (await chosen(context)).filter(row => decision !== 'accept' || !isUnsure(row));
  const ids = context.flag('all') ? (await all()).map(row => row.id) : named;
  if (ids.length === 0) throw new Problem('usage.missing', { where: `review ${decision}`, what: 'ID' });
  const standards = decision === 'accept' ? await loadStandards() : [];
  const claims = await decide(store, { by: context.by }, decision, ids, {
    changes: changes(context),
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

async function takeBack(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: true });
  const { act, subjects } = await undo(store, { by: context.by });
  context.print({ decision: 'undo', act, subjects }, () =>
    say(claimWords.undone, context.language, { act, ids: subjects.join(' ') }),
  );
  return undefined;
}

async function chosen(context: Context): Promise<Row<'proposals'>[]> {
  const [kind, speaker] = [context.text('kind'), context.text('speaker')];
  const rows = await waiting(await context.dossier(), context.text('source'));
  return rows.filter(
    row => (kind === undefined || row.kind === kind) && (speaker === undefined || speakerOf(row) === speaker),
  );
}

function speakerOf(row: Row<'proposals'>): string | undefined {
  const body = JSON.parse(row.body) as { speaker?: { name?: string } | null };
  return body.speaker?.name;
}

function changes(context: Context): Changes {
  const pairs = context.texts('set').map(pair => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Problem('usage.value', { what: pair, where: '--set COLUMN=VALUE' });
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}
