/** `probanza claims`: who says so. */
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type ClaimLine, listClaims, loadEvidence } from '#evidence/claims/claims.ts';
import { findRefs, historyOf, type Store } from '#store/store.ts';
import { claimWords, propositionIn } from '#words/claims.ts';
import { say } from '#words/language.ts';

export async function run(context: Context): Promise<undefined> {
  const store = await context.dossier();
  const evidence = await loadEvidence(store);
  const id = context.text('id');
  if (id !== undefined) return one(context, store, listClaims(evidence), id);
  const words = context.text('search');
  const lines = listClaims(evidence, {
    asserter: context.text('asserter'),
    side: context.text('side'),
    place: context.place(),
    period: context.period(),
    type: context.text('type'),
    state: context.text('state'),
    element: context.text('element'),
    source: context.text('source'),
    found: words === undefined ? undefined : await findRefs(store, words, 'claim'),
  });
  context.print(
    lines,
    () => `${say(claimWords.count, context.language, { n: lines.length })}\n\n${claimTable(lines, context)}`,
  );
  return undefined;
}

function claimTable(lines: readonly ClaimLine[], { language }: Context): string {
  const words = claimWords;
  return table(
    [words.id, words.side, words.place, words.period, words.asserter, words.proposition].map(
      it => it[language],
    ),
    lines.map(it => [
      it.id,
      words.sides[it.side]?.[language] ?? it.side,
      it.place,
      it.period,
      it.asserterName,
      propositionIn(it, language),
    ]),
  );
}

async function one(
  context: Context,
  store: Store,
  lines: readonly ClaimLine[],
  id: string,
): Promise<undefined> {
  const line = lines.find(it => it.id === id);
  if (!line) throw new Problem('row.missing', { where: 'claim', what: id });
  const history = (await historyOf(store, `claims/${id}`)).map(it => it.entry);
  context.print({ ...line, history }, () => {
    const { passage, elements, answers, answeredBy } = line;
    const facts = {
      ...line,
      passage: `“${passage.exact}” (${passage.text} ${passage.start}–${passage.end})`,
    };
    const rows = Object.entries({
      ...facts,
      elements: elements.map(it => `${it.element} ${it.direction}`),
      answers,
      answeredBy,
      translations: line.translations.map(it => `${it.lang}: ${it.proposition} (${it.by})`),
    });
    const acts = history.map(it => `${it.at}  ${it.act}  ${it.by}`).join('\n');
    return `${wrap(propositionIn(line, context.language), 80)}\n\n${table(
      ['', ''],
      rows.map(([key, value]) => [key, String(value ?? '')]),
    )}\n\n${acts}`;
  });
  return undefined;
}
