/** `probanza requests`: what was asked, due and answered. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { loadEvidence, partyName } from '#evidence/claims/claims.ts';
import { requests } from '#response/requests/requests.ts';
import { tableWords as words } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const rows = requests(evidence, context.date('today'));
  const name = (id: string) => partyName(evidence, id);
  context.print(rows, () =>
    table(
      [words.asker, words.sent, words.due, words.state, words.about].map(it => it[context.language]),
      rows.map(it => [
        name(it.asker),
        it.sent ?? '',
        it.due ?? '',
        it.state,
        `${it.addressees.length > 6 ? it.addressees.length : it.addressees.map(name).join(', ')}: ${it.about}`,
      ]),
    ),
  );
  return undefined;
}
