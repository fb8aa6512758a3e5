/** `probanza register`: agreements, deployments and totals of the programme. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { type Evidence, loadEvidence, partyName } from '#evidence/claims/claims.ts';
import { type FigureGroup, type Register, register } from '#numbers/figures/figures.ts';
import { formatBounds, formatDates, type Language } from '#words/language.ts';
import { registerWords as words } from '#words/register.ts';
import { tableWords } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const at = context.date('at') ?? new Date().toISOString().slice(0, 10);
  const found = register(evidence, at, context.place());
  context.print(found, () => printed(found, evidence, context.language));
  return undefined;
}

function printed(found: Register, evidence: Evidence, language: Language): string {
  const t = (it: { readonly [L in Language]: string }) => it[language];
  const agreements = found.agreements.map(it => [
    it.place,
    it.name,
    it.parties.map(id => partyName(evidence, id)).join('; '),
    formatDates(it.from ?? it.signed, it.to, language),
    t(words.states[it.state]),
    t(words.published[it.published]),
    it.claim,
  ]);
  const head = [
    tableWords.place,
    words.name,
    words.parties,
    words.inForce,
    words.state,
    words.text,
    words.claim,
  ];
  const groups = (list: readonly FigureGroup[]) =>
    table(
      [tableWords.place, tableWords.at, tableWords.figures].map(t),
      list.map(it => [it.place, it.at.replace('/', ' – '), numbers(it, language)]),
    );
  return [
    t(words.agreements),
    table(head.map(t), agreements),
    t(words.deployments),
    groups(found.deployments),
    t(words.current),
    groups(found.totals.current),
    t(words.cumulative),
    groups(found.totals.cumulative),
  ].join('\n\n');
}

function numbers(group: FigureGroup, language: Language): string {
  return group.figures
    .map(it => `${formatBounds(it.low, it.high, language)} ${it.unit} [${it.claim}]`)
    .join('; ');
}
