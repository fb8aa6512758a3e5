/** `probanza hypotheses`: rival explanations over the same evidence, and where people graded it differently. */
import { askHypotheses, type HypothesesAnswer } from '#assessment/findings/findings.ts';
import { oneOf } from '#cli/choices.ts';
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { hypothesesWords as words } from '#words/hypotheses.ts';
import { say } from '#words/language.ts';

const LIMIT = 60;

export async function run(context: Context): Promise<undefined> {
  const held = oneOf(context, 'held', ['all', 'originals']);
  const store = await context.dossier();
  const asked = {
    set: context.text('set'),
    place: context.place(),
    period: context.period(),
    held,
    language: context.language,
  };
  const answer = await askHypotheses(store, await loadEvidence(store), asked);
  context.print(answer, () => printed(answer, context));
  return undefined;
}

function printed(answer: HypothesesAnswer, { language }: Context): string {
  const ids = (list: readonly string[]) => list.join(', ') || words.none[language];
  const columns = table(
    [words.hypothesis, words.against, words.forIt].map(it => it[language]),
    answer.hypotheses.map(it => [it.name, it.inconsistent.join(', '), it.consistent.join(', ')]),
  );
  const matrix = table(
    [words.claim[language], ...answer.hypotheses.map(it => it.name)],
    answer.rows.slice(0, LIMIT).map(it => [it.claim, ...it.fits.map(fit => words.fits[fit][language])]),
  );
  const dissent = answer.dissent.map(({ id, grades }) =>
    say(words.dissent, language, {
      what: id,
      grades: grades.map(it => `${it.by}: ${it.grade}`).join('; '),
    }),
  );
  return [
    `${answer.title}\n\n${wrap(words.about[language], 80)}`,
    columns,
    matrix,
    wrap(say(words.discriminating, language, { ids: ids(answer.discriminating) }), 80),
    wrap(say(words.fitEvery, language, { ids: ids(answer.fitEvery) }), 80),
    ...dissent.map(it => wrap(it, 80)),
  ].join('\n\n');
}
