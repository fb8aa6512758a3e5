/** `probanza report`: the five answers as a site that anyone can open; `--preview` tells what would leave. */
import { oneOf } from '#cli/choices.ts';
import type { Context } from '#cli/context.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import {
  AUDIENCES,
  buildReport,
  OPEN,
  type Preview,
  previewReport,
  proofFiles,
  type Redaction,
  type ReportOptions,
  readRedaction,
  writeReport,
} from '#report/report.ts';
import { LANGUAGES, say } from '#words/language.ts';
import { previewWords } from '#words/preview.ts';
import { reportWords } from '#words/report.ts';

export async function run(context: Context): Promise<undefined> {
  const languages = context.text('lang') === 'all' ? LANGUAGES : [context.language];
  const held = oneOf(context, 'held', ['originals', 'all']) ?? 'originals';
  const audience = oneOf(context, 'audience', AUDIENCES);
  const folder = context.flag('preview') ? '' : context.need('output');
  const store = await context.dossier(context.flag('proofs') ? { write: true } : {});
  const evidence = await loadEvidence(store);
  const file = context.text('redaction');
  const asked: Redaction = file === undefined ? OPEN : await readRedaction(file, evidence);
  const options: ReportOptions = {
    languages,
    held,
    place: context.place(),
    period: context.period(),
    proof: context.text('proof'),
    redaction: { ...asked, audience: audience ?? asked.audience },
    sheet: context.flag('pdf') || context.flag('sheet'),
    docx: context.flag('docx'),
  };
  if (context.flag('preview')) return tell(context, await previewReport(evidence, options));
  const report = await buildReport(evidence, options);
  const proofs = context.flag('proofs') ? await proofFiles(store, evidence, options.redaction, report) : [];
  const files = [...report, ...proofs];
  await writeReport(files, folder, { replace: context.flag('replace'), pdf: context.flag('pdf') });
  const bytes = files.reduce((sum, it) => sum + it.bytes.length, 0);
  context.print({ folder, files: files.map(it => it.path), bytes }, () =>
    say(reportWords.written, context.language, { files: files.length, bytes, where: folder }),
  );
  return undefined;
}

function tell(context: Context, preview: Preview): undefined {
  const { shown, withheld, rows, audience, dangers } = preview;
  const t = (sentence: Parameters<typeof say>[0], holes = {}) => say(sentence, context.language, holes);
  context.print(preview, () =>
    [
      t(previewWords.shown, { ...shown, audience: t(previewWords.audiences[audience]) }),
      t(reportWords.withheldCounts, {
        claims: withheld.claims.length,
        sources: withheld.sources.length,
        parties: withheld.parties.length,
      }),
      t(previewWords.rows, { rows }),
      ...Object.entries(withheld).flatMap(([kind, ids]) =>
        ids.length > 0 ? [`  ${kind}: ${ids.join(', ')}`] : [],
      ),
      t(dangers.length > 0 ? previewWords.dangers : previewWords.safe, { n: dangers.length }),
      ...dangers.map(it => `  ${t(previewWords.kinds[it.kind])}: ${it.id} (${it.where})`),
    ].join('\n'),
  );
  return undefined;
}
