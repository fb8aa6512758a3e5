/** `probanza timeline`: everything dated, in order. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { formatPeriod } from '#core/dates.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { timeline } from '#response/measures/measures.ts';
import { tableWords as words } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const rows = timeline(evidence, { place: context.place(), period: context.period() });
  context.print(rows, () =>
    table(
      [words.at, words.kind, words.place, words.summary].map(it => it[context.language]),
      rows.map(it => [
        it.from === null && it.to === null ? words.undated[context.language] : formatPeriod(it),
        it.kind,
        it.place,
        it.summary,
      ]),
    ),
  );
  return undefined;
}
