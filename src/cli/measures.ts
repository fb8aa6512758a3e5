/** `probanza measures`: what authorities did, and what was counted and paid around it. */
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { formatPeriod } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { type Evidence, loadEvidence, partyName } from '#evidence/claims/claims.ts';
import { type AroundLine, around, DEFAULT_DAYS, measures } from '#response/measures/measures.ts';
import { aroundSentence, aroundWords } from '#words/around.ts';
import { formatBounds, type Language, say } from '#words/language.ts';
import { tableWords as words } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const id = context.text('around');
  if (id !== undefined) return beforeAndAfter(context, evidence, id);
  const rows = measures(evidence, { place: context.place(), period: context.period() });
  context.print(rows, () =>
    table(
      [words.at, words.kind, words.place, words.authority, words.summary].map(it => it[context.language]),
      rows.map(it => [
        it.inForce ?? it.announced ?? it.ended ?? '',
        it.kind,
        it.place,
        partyName(evidence, it.authority),
        it.summary,
      ]),
    ),
  );
  return undefined;
}

function beforeAndAfter(context: Context, evidence: Evidence, id: string): undefined {
  const { language } = context;
  const found = around(evidence, id, { days: daysIn(context), place: context.place() });
  const heads = [aroundWords.what, aroundWords.place, aroundWords.before, aroundWords.after];
  context.print(found, () =>
    [
      wrap(say(aroundWords.title, language, { what: found.measure.summary }), 80),
      wrap(aroundSentence(found, language), 80),
      table(
        heads.map(it => it[language]),
        found.lines.map(it => [
          [it.what.join(' '), it.unit ?? ''].join(' ').trim(),
          it.place,
          told(it.before, language),
          told(it.after, language),
        ]),
      ),
    ].join('\n\n'),
  );
  return undefined;
}

function told(rows: AroundLine['before'], language: Language): string {
  return rows
    .map(it => `${formatBounds(it.low, it.high, language)} (${formatPeriod(it)}) [${it.claim}]`)
    .join('; ');
}

function daysIn(context: Context): number {
  const asked = context.text('days');
  const days = Number(asked ?? DEFAULT_DAYS);
  if (Number.isInteger(days) && days >= 1 && days <= 36_500) return days;
  throw new Problem('usage.value', { what: asked ?? '', where: '--days (1 … 36500)' });
}
