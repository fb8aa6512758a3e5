/** `probanza crosswalk`: bearings that would follow from those the dossier has, put before a person as proposals. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { type Crossed, crosswalk } from '#triage/triage.ts';
import { say } from '#words/language.ts';
import { crosswalkWords } from '#words/standards.ts';

const words = crosswalkWords;
const LIMIT = 50;

export async function run(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: context.flag('show') ? false : 'if-possible' });
  const wanted = { element: context.text('element'), standard: context.text('standard') };
  const writes = !context.flag('show') && !store.readOnly;
  const rows = await crosswalk(
    store,
    await loadEvidence(store),
    wanted,
    context.language,
    writes ? { by: context.by } : undefined,
  );
  const proposed = writes ? rows.filter(it => it.state === 'new').length : 0;
  const ask = rows.filter(it => it.ask).length;
  context.print({ total: rows.length, ask, proposed, rows }, () =>
    [
      say(words.total, context.language, { n: rows.length, ask, fresh: proposed }),
      ...(writes ? [words.proposed[context.language]] : []),
      printed(rows.slice(0, LIMIT), context),
    ].join('\n\n'),
  );
  return undefined;
}

function printed(rows: readonly Crossed[], { language }: Context): string {
  return table(
    [words.from, words.to, words.direction, words.why].map(it => it[language]),
    rows.map(it => [
      it.from,
      it.element,
      `${words[it.direction][language]}${it.ask ? ` (${words.ask[language]})` : ''}`,
      `${words.states[it.state][language]}: ${it.reason}`,
    ]),
  );
}
