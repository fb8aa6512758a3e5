/** `probanza assess`: a standard applied to the claims at a level of proof. */

import { ask, type Finding, recordFinding } from '#assessment/findings/findings.ts';
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { ROUTES } from '#store/tables.ts';
import { assessWords } from '#words/assess.ts';
import { say } from '#words/language.ts';

export async function run(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: context.flag('record') });
  const evidence = await loadEvidence(store);
  const asked = {
    standard: context.need('standard'),
    proof: context.text('proof'),
    place: context.place(),
    period: context.period(),
    route: oneOf(context, 'route', ROUTES),
    dutyBearer: context.text('duty-bearer'),
    held: oneOf(context, 'held', ['all', 'originals']),
    language: context.language,
  };
  const finding = await ask(evidence, asked);
  if (context.flag('record')) await recordFinding(store, { by: context.by }, finding);
  context.print(finding, () => printed(finding, context));
  return undefined;
}

function oneOf<const T extends string>(context: Context, option: string, of: readonly T[]): T | undefined {
  const value = context.text(option);
  const known = of.find(it => it === value);
  if (value !== undefined && known === undefined)
    throw new Problem('usage.value', { what: value, where: `--${option}` });
  return known;
}

function printed(finding: Finding, { language }: Context): string {
  const words = assessWords;
  const rows = finding.elements.map(it => [
    it.id,
    words.statuses[it.status][language],
    `${it.origins.for} : ${it.origins.against}`,
    it.reason,
  ]);
  const change = finding.wouldChange
    .slice(0, 8)
    .map(it =>
      'withdraw' in it
        ? say(words.withdraw, language, { ids: it.withdraw.join(', ') })
        : say(words.show, language, { ids: it.show.join(', ') }),
    );
  const turned = finding.robust.filter(it => it.verdict !== finding.verdict);
  const robust = turned.map(it => `${it.without}: ${words.verdicts[it.verdict][language]}`);
  return [
    wrap(finding.sentence, 80),
    ...(finding.banner ? [wrap(finding.banner, 80)] : []),
    table(
      [words.element, words.status, words.origins, words.reason].map(it => it[language]),
      rows,
    ),
    change.length > 0
      ? `${words.wouldChange[language]}\n${change.map(it => wrap(`- ${it}`, 80)).join('\n')}`
      : '',
    robust.length > 0 ? wrap(`${words.robust[language]} ${robust.join('; ')}`, 80) : '',
  ]
    .filter(part => part !== '')
    .join('\n\n');
}
