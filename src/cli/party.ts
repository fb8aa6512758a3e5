/** `probanza party`: everything on one party, its names, and that two parties are one. */
import { changes } from '#cli/changes.ts';
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import {
  type Claim,
  claimLine,
  type Evidence,
  editParty,
  findParty,
  loadDesk,
  loadEvidence,
  mergeParties,
  namesOf,
  type PartyWhole,
  wholeParty,
} from '#evidence/claims/claims.ts';
import { checkpointOf, findRows, type Store } from '#store/store.ts';
import { claimWords } from '#words/claims.ts';
import { say } from '#words/language.ts';
import { partyWords as words } from '#words/pages/parties.ts';

export async function run(context: Context): Promise<undefined> {
  const asked = context.args.join(' ');
  if (asked === '') throw new Problem('usage.missing', { where: 'party', what: 'ID|NAME' });
  const other = context.text('merge');
  const set = changes(context);
  const writes = other !== undefined || Object.keys(set).length > 0;
  const store = await context.dossier({ write: writes });
  const evidence = await loadEvidence(store);
  const { id } = partyOf(evidence, asked);
  if (other !== undefined) return merge(context, store, id, partyOf(evidence, other).id);
  if (!writes) return show(context, store, evidence, id);
  await editParty(store, { by: context.by }, id, set);
  return show(context, store, await loadEvidence(store), id);
}

function partyOf(evidence: Evidence, asked: string) {
  const party = findParty(evidence, asked);
  if (!party) throw new Problem('row.missing', { where: 'party', what: asked });
  return party;
}

async function merge(context: Context, store: Store, from: string, into: string): Promise<undefined> {
  const n = await mergeParties(store, { by: context.by }, from, into);
  const { seq } = await checkpointOf(store);
  context.print({ from, into, n, seq }, () => say(words.merged, context.language, { id: into, n, seq }));
  return undefined;
}

async function show(context: Context, store: Store, evidence: Evidence, id: string): Promise<undefined> {
  const party = wholeParty(evidence, id);
  if (!party) throw new Problem('row.missing', { where: 'party', what: id });
  const names = namesOf(party.row);
  const desk = await loadDesk(store);
  const waiting = [...desk.waiting.values()].filter(it => it.speaker !== null && names.includes(it.speaker));
  const published = await Promise.all(names.map(it => findRows(store, 'sources', 'publisher', it)));
  const { row, claims, naming, reports, ...rest } = party;
  const json = {
    ...rest,
    row,
    waiting: waiting.map(it => it.id),
    published: published.flat().map(it => it.id),
    claims: claims.map(it => claimLine(it, evidence)),
    naming: naming.map(it => it.id),
    reports: reports.map(it => it.id),
  };
  context.print(json, () => lines(context, party, waiting.length));
  return undefined;
}

function lines({ language }: Context, party: PartyWhole, waiting: number): string {
  const { claims, naming, asserts, name, named } = party;
  const list = (rows: readonly Claim[]) =>
    rows.length === 0
      ? words.none[language]
      : table(
          [claimWords.id, claimWords.side, claimWords.proposition].map(it => it[language]),
          rows.map(it => [it.id, claimWords.sides[it.side]?.[language] ?? it.side, it.proposition]),
        );
  const { critical, defending, neutral } = asserts;
  return [
    say(words.one, language, { name, n: claims.length, critical, defending, neutral, named, waiting }),
    ...(party.aliases.length > 0 ? [`${words.aliases[language]}: ${party.aliases.join('; ')}`] : []),
    `${words.asserts[language]}\n\n${list(claims)}`,
    `${words.said[language]}\n\n${list(naming)}`,
  ].join('\n\n');
}
