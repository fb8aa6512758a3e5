/** `probanza survey … --record`: the answer, and with a standard that of each element, become claims of the dossier. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { type Dataset, hashOf } from '#evidence/datasets/datasets.ts';
import {
  type Answered,
  type Asking,
  ask,
  type Kept,
  type Mapping,
  recordSurvey,
  type Surveyed,
} from '#numbers/survey/survey.ts';
import { tables } from '#store/tables.ts';

/** Throws `usage.value` where what was asked is no share, and what recording throws. */
export async function record(
  context: Context,
  dataset: Dataset,
  asking: Asking,
  mapping: Mapping,
  found: Surveyed,
): Promise<Kept> {
  if (found.request.asked !== 'share')
    throw new Problem('usage.value', { what: '--record', where: 'survey (--positive, --standard)' });
  const grading = gradingOf(context);
  const store = await context.dossier({ write: true });
  const answered: Answered[] = [{ found, column: asking.positive ?? '', element: null }];
  const { standard } = found;
  if (standard)
    for (const element of Object.keys(mapping.elements ?? {})) {
      const alone = { ...standard, rule: { ref: element }, exceptions: [] };
      const share = await ask(dataset, { ...asking, compare: undefined }, mapping, [alone]);
      answered.push({ found: share, column: '', element });
    }
  const basis = {
    name: dataset.name,
    sha256: await hashOf(context.args[0] ?? ''),
    mapping,
    language: context.language,
  };
  return recordSurvey(store, { by: context.by }, basis, answered, methodOf(asking, found), grading);
}

function gradingOf(context: Context) {
  const credibility = tables.claims.credibility.of.find(it => it === context.text('credibility'));
  const asked = context.text('credibility');
  if (asked !== undefined && credibility === undefined)
    throw new Problem('usage.value', { what: asked, where: '--credibility (1, 2, 3, 4, 5, 6)' });
  return { credibility, grade: context.text('grade'), gradeReason: context.text('grade-reason') };
}

/** As the command was asked, in its own words: who reads it can ask again. */
function methodOf(asking: Asking, { request }: Surveyed): string {
  const design = (['weight', 'strata', 'psu', 'stage2', 'fpc', 'fpc2', 'by'] as const).flatMap(it =>
    asking[it] === undefined ? [] : [`--${it} ${asking[it]}`],
  );
  const margins = (asking.margins ?? []).map(it => `--margin ${it.column}`);
  const error = [`--variance ${request.by}`, `--interval ${request.interval}`, `--level ${request.level}`];
  return [...design, ...margins, ...error, `--lonely ${request.lonely}`].join(' ');
}
