/** `probanza figures`: rival numbers side by side. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { type Evidence, loadEvidence, originName } from '#evidence/claims/claims.ts';
import { type FigureGroup, figures } from '#numbers/figures/figures.ts';
import { formatNumber, type Language } from '#words/language.ts';
import { tableWords } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const groups = figures(evidence, {
    counted: context.text('counted'),
    place: context.place(),
    period: context.period(),
  });
  context.print(groups, () => printed(groups, evidence, context.language));
  return undefined;
}

function printed(groups: readonly FigureGroup[], evidence: Evidence, language: Language): string {
  const words = tableWords;
  const head = [words.counted, words.place, words.at, words.relation, words.figures].map(it => it[language]);
  const relation = (it: FigureGroup) =>
    `${words.relations[it.relation][language]}${it.conflict ? ` ${words.conflicts[it.conflict][language]}` : ''}`;
  return table(
    head,
    groups.map(it => [
      it.counted,
      it.place,
      it.at,
      relation(it),
      `${numbers(it, language)}${without(it, evidence, language)}`,
    ]),
  );
}

function numbers(group: FigureGroup, language: Language): string {
  return group.figures.map(it => `${range(it, language)} ${it.unit} [${it.claim}]`).join('; ');
}

/** The smallest sets; longer ones are in the JSON and on the page. */
function without({ restored }: FigureGroup, evidence: Evidence, language: Language): string {
  const [first] = restored.sets;
  if (!first) return '';
  // sets of one length are told alike: none of the rivals is the odd one out
  const smallest = restored.sets.filter(it => it.length === first.length);
  const names = smallest.map(set => set.map(it => originName(evidence, it)).join(' + '));
  return `; ${tableWords.restored[language]}: ${names.join(' | ')}`;
}

function range({ low, high }: { low: number | null; high: number | null }, language: Language): string {
  const say = (it: number) => formatNumber(it, language);
  if (low === null) return high === null ? '?' : `≤ ${say(high)}`;
  if (high === null) return `≥ ${say(low)}`;
  return low === high ? say(low) : `${say(low)}–${say(high)}`;
}
