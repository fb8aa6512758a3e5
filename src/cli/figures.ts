/** `probanza figures`: rival numbers side by side. */
import type { Context } from '#cli/context.ts';
import { leave } from '#cli/leaving.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Evidence, loadEvidence, originName } from '#evidence/claims/claims.ts';
import { type FigureGroup, figures, type Pooled, pool } from '#numbers/figures/figures.ts';
import { figureTable } from '#report/report.ts';
import { formatNumber, type Language, say as sentence } from '#words/language.ts';
import { tableWords } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const groups = figures(evidence, {
    counted: context.text('counted'),
    place: context.place(),
    period: context.period(),
  });
  const asked = context.text('pool');
  if (asked !== undefined) {
    const pooled = pool(groups, asked.split(','), levelOf(context.text('level')));
    context.print(pooled, () => pooledLine(pooled, context.language));
    return undefined;
  }
  if (await leave(context, () => figureTable(groups, evidence, context.language))) return undefined;
  context.print(groups, () => printed(groups, evidence, context.language));
  return undefined;
}

function levelOf(asked: string | undefined): number {
  const level = Number(asked ?? 0.95);
  if (level >= 0.5 && level < 1) return level;
  throw new Problem('usage.value', { what: asked ?? '', where: '--level (0.5 … 0.999)' });
}

function pooledLine(it: Pooled, language: Language): string {
  const say = (n: number) => formatNumber(n, language, Math.abs(n) >= 1000 ? 0 : 2);
  return sentence(tableWords.pooled, language, {
    estimate: say(it.estimate),
    range: `${say(it.low)} – ${say(it.high)}`,
    level: formatNumber(it.level * 100, language),
    i2: formatNumber(Math.round(it.i2 * 100), language),
    tau2: formatNumber(it.tau2, language, 4),
  });
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
      `${numbers(it, language)}${without(it, evidence, language)}${beside(it, language)}`,
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

/** What stands on another line and cannot be compared as it is. */
function beside({ notComparable }: FigureGroup, language: Language): string {
  return notComparable
    .filter(it => it.why !== 'population')
    .map(
      it =>
        `; ${tableWords.apart[it.why][language]}: ${it.conversion ?? `${it.at} [${it.claims.join(' ')}]`}`,
    )
    .join('');
}

function range({ low, high }: { low: number | null; high: number | null }, language: Language): string {
  const say = (it: number) => formatNumber(it, language);
  if (low === null) return high === null ? '?' : `≤ ${say(high)}`;
  if (high === null) return `≥ ${say(low)}`;
  return low === high ? say(low) : `${say(low)}–${say(high)}`;
}
