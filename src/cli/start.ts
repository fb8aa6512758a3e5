/** `probanza start`, which is `npm start`: the five answers, printed and served. */

import type { Context } from '#cli/context.ts';
import { serveUntilStopped } from '#cli/serve.ts';
import { wrap } from '#cli/table.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { fiveAnswers } from '#report/report.ts';

export async function run(context: Context): Promise<undefined> {
  const store = await context.dossier({ write: 'if-possible' });
  const evidence = await loadEvidence(store);
  const answers = await fiveAnswers(evidence, context.language);
  context.print(answers, () => {
    const title = evidence.dossier.titles[context.language] ?? evidence.dossier.title;
    const parts = answers.map(it =>
      `${it.title}\n${wrap(`  ${it.sentence}`, 78)}\n${wrap(`  ${it.counts}`, 78)}`
        .replaceAll('\n', '\n  ')
        .trimEnd(),
    );
    return `${title}\n\n${parts.join('\n\n')}\n`;
  });
  return serveUntilStopped(context, store);
}
