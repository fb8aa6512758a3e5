/** `probanza requests`: what was asked, due and answered. */
import type { Context } from '#cli/context.ts';
import { calendar, draft, record, reply, state } from '#cli/requests-acts.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { loadEvidence, partyName } from '#evidence/claims/claims.ts';
import { requests } from '#response/requests/requests.ts';
import { tableWords as words } from '#words/tables.ts';

const verbs = { draft, record, reply, state, calendar };

export async function run(context: Context): Promise<undefined> {
  const [verb, ...more] = context.args;
  if (verb === undefined) return list(context);
  const act = Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : undefined;
  if (!act) throw new Problem('usage.value', { what: verb, where: 'requests' });
  return act(context, more);
}

async function list(context: Context): Promise<undefined> {
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
