/** `probanza measures`: what authorities did. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { loadEvidence, partyName } from '#evidence/claims/claims.ts';
import { measures } from '#response/measures/measures.ts';
import { tableWords as words } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
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
