/** `probanza survey`: what interviews say of a population, or of those who answered alone. */
import { readFile } from 'node:fs/promises';
import { loadStandards } from '#assessment/standards/standards.ts';
import { oneOf, refused } from '#cli/choices.ts';
import type { Context } from '#cli/context.ts';
import { record } from '#cli/survey-record.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Dataset, openDataset } from '#evidence/datasets/datasets.ts';
import {
  type Asking,
  ask,
  INTERVALS,
  type Kept,
  LONELY,
  type Mapping,
  REPLICATES,
  readMapping,
  type Surveyed,
} from '#numbers/survey/survey.ts';
import { formatNumber, type Language, say as sentence } from '#words/language.ts';
import { surveyNotes, surveyWords as words } from '#words/survey.ts';
import { recordWords } from '#words/survey-record.ts';

export async function run(context: Context): Promise<undefined> {
  const [file, more] = context.args;
  if (file === undefined || more !== undefined)
    throw new Problem('usage.missing', { where: 'survey', what: 'FILE' });
  const mapping = await mappingOf(context);
  const dataset = await openDataset(file);
  try {
    const asking = askingOf(context, dataset);
    const standards = asking.standard === undefined ? [] : await loadStandards();
    const found = await ask(dataset, asking, mapping, standards);
    const kept = context.flag('record') ? await record(context, dataset, asking, mapping, found) : null;
    const rows = kept ? found.rows.map(row => ({ ...row, recorded: kept.source })) : found.rows;
    context.print(rows, () =>
      [printed(found, mapping, context.language), ...(kept ? [recorded(kept, context.language)] : [])].join(
        '\n',
      ),
    );
    return undefined;
  } finally {
    await dataset.close();
  }
}

function askingOf(context: Context, dataset: Dataset): Asking {
  const texts = Object.fromEntries(
    (['positive', 'mean', 'total', 'ratio', 'over', 'standard', 'by', 'frame'] as const).map(it => [
      it,
      context.text(it),
    ]),
  );
  return {
    ...texts,
    ...designOf(context, dataset),
    compare: context.text('compare'),
    interval: oneOf(context, 'interval', INTERVALS, true),
    level: levelOf(context),
    lonely: oneOf(context, 'lonely', LONELY, true),
    variance: oneOf(context, 'variance', ['taylor', ...REPLICATES], true),
    margins: marginsOf(context),
  };
}

function levelOf(context: Context): number | undefined {
  const asked = oneOf(context, 'level', ['0.95', '0.9', '0.8'], true);
  return asked === undefined ? undefined : Number(asked);
}

async function mappingOf(context: Context): Promise<Mapping> {
  const file = context.text('map');
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem('file.missing', { what: file, where: file });
  });
  return readMapping(text, file);
}

function designOf(context: Context, dataset: Dataset) {
  const single = context.text('fpc');
  const [fpc, fpc2] = (single ?? '').split(',');
  const both = single !== undefined && !dataset.columns.includes(single) && fpc2 !== undefined;
  return {
    weight: context.text('weight'),
    strata: context.text('strata'),
    psu: context.text('psu'),
    stage2: context.text('stage2'),
    fpc: both ? fpc : single,
    fpc2: context.text('fpc2') ?? (both ? fpc2 : undefined),
  };
}

/** `--margin COL=VALUE:PEOPLE,VALUE:PEOPLE` */
function marginsOf(context: Context): NonNullable<Asking['margins']> {
  return context.texts('margin').map(asked => {
    const at = asked.indexOf('=');
    const totals = asked
      .slice(at + 1)
      .split(',')
      .map(it => {
        const colon = it.lastIndexOf(':');
        const people = Number(it.slice(colon + 1));
        if (at < 1 || colon < 1 || !(people > 0)) throw refused('margin', asked, 'COL=VALUE:PEOPLE,…');
        return [it.slice(0, colon), people] as const;
      });
    return { column: asked.slice(0, at), totals: Object.fromEntries(totals) };
  });
}

function printed({ rows, request, standard }: Surveyed, mapping: Mapping, language: Language): string {
  const share = request.asked === 'share';
  const say = (n: number | null) =>
    n === null ? '–' : share ? percent(n, language) : formatNumber(rounded(n), language);
  const head = [words.domain, words.n, words.missing, words.estimate, words.interval, words.deff].map(
    it => it[language],
  );
  const body = rows.map(row => [
    row.domain || words.all[language],
    row.suppressed ? '< 10' : formatNumber(row.n, language),
    row.suppressed ? '–' : formatNumber(row.missing, language),
    say(row.estimate),
    row.low === null || row.high === null ? '–' : `${say(row.low)} – ${say(row.high)}`,
    row.deff === null ? '–' : formatNumber(rounded(row.deff), language),
  ]);
  const notes = [...new Set(rows.flatMap(it => it.notes))].map(it => `· ${surveyNotes[it][language]}`);
  const bounds = rows.flatMap(row =>
    row.bounds
      ? [
          `· ${row.domain || words.all[language]}: ${words.bounds[language]}: ${say(row.bounds.low)}, ${say(row.bounds.high)}`,
        ]
      : [],
  );
  const whom =
    request.frame === null
      ? words.of.respondents[language]
      : sentence(words.of.population, language, { what: request.frame });
  const rule = standard
    ? [
        sentence(words.rule, language, {
          what: standard.title[language],
          where: standard.version,
          limit: standard.sha256.slice(0, 12),
        }),
        words.unasked[mapping.unasked ?? 'unknown'][language],
      ]
    : [];
  return [whom, ...rule, table(head, body), ...notes, ...bounds].join('\n');
}

function recorded({ source, claims }: Kept, language: Language): string {
  return sentence(recordWords.recorded, language, { what: source, n: claims.length });
}

function percent(share: number, language: Language): string {
  return `${formatNumber(Math.round(share * 1000) / 10, language)} %`;
}

/** Four figures that mean something. */
function rounded(n: number): number {
  return Number(n.toPrecision(n >= 1000 ? 6 : 4));
}
