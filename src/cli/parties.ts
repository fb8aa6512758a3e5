/** `probanza parties`: who speaks and who is spoken of. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { listParties, loadEvidence } from '#evidence/claims/claims.ts';
import { labels } from '#words/labels.ts';
import { say } from '#words/language.ts';
import { partyWords as words } from '#words/pages/parties.ts';

export async function run(context: Context): Promise<undefined> {
  const { language } = context;
  const rows = listParties(await loadEvidence(await context.dossier()), context.text('search'));
  const { critical, defending, neutral } = labels.side;
  const head = ['id', critical[language], defending[language], neutral[language], words.named[language]];
  context.print(rows, () =>
    [
      say(words.sentence, language, { n: rows.length }),
      table(
        [...head, words.party[language]],
        rows.map(({ id, name, asserts, named }) => [
          id,
          ...[asserts.critical, asserts.defending, asserts.neutral, named].map(String),
          name,
        ]),
      ),
    ].join('\n\n'),
  );
  return undefined;
}
