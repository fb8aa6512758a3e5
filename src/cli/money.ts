/** `probanza money`: where the money goes. */
import type { Context } from '#cli/context.ts';
import { leave } from '#cli/leaving.ts';
import { table } from '#cli/table.ts';
import { formatPeriod } from '#core/dates.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { money, type Waterfall, whyNotIn } from '#money/money.ts';
import { moneyTable } from '#report/report.ts';
import { labels } from '#words/labels.ts';
import { formatNumber, formatShare, type Language } from '#words/language.ts';
import { moneyPageWords } from '#words/pages/money.ts';
import { tableWords } from '#words/tables.ts';

export async function run(context: Context): Promise<undefined> {
  const evidence = await loadEvidence(await context.dossier());
  const rows = money(evidence, { place: context.place(), period: context.period() });
  if (await leave(context, () => moneyTable(rows, evidence, context.language))) return undefined;
  context.print(rows, () => printed(rows, context.language));
  return undefined;
}

function printed(rows: readonly Waterfall[], language: Language): string {
  const head = [tableWords.place, tableWords.period, tableWords.legs, tableWords.share, tableWords.why].map(
    it => it[language],
  );
  return table(
    head,
    rows.map(row => [
      row.place,
      formatPeriod(row),
      [legs(row, language), ...left(row, language)].join('; '),
      share(row.workerShare, language),
      whyNotIn(row, language) ??
        [deferred(row, language), ...sides(row, language)].filter(Boolean).join('; '),
    ]),
  );
}

function legs(row: Waterfall, language: Language): string {
  return row.legs.map(it => `${it.leg} ${range(it, language)} ${it.currency}`).join('; ');
}

function left({ notAccountedFor: it, currency }: Waterfall, language: Language): string[] {
  return it
    ? [`${moneyPageWords.notAccountedFor[language].toLowerCase()} ${range(it, language)} ${currency}`]
    : [];
}

function deferred(row: Waterfall, language: Language): string {
  return row.withDeferred ? `${tableWords.withDeferred[language]} ${share(row.withDeferred, language)}` : '';
}

/** Only where the sides do not tell the same. */
function sides({ sharesBySide }: Waterfall, language: Language): string[] {
  if (sharesBySide.length < 2) return [];
  return sharesBySide.map(it => `${labels.side[it.side][language]} ${share(it.workerShare, language)}`);
}

function share(it: { low: number; high: number } | null, language: Language): string {
  if (!it) return '—';
  const [low, high] = [formatShare(it.low, language), formatShare(it.high, language)];
  return low === high ? low : `${low}–${high}`;
}

function range({ low, high }: { low: number | null; high: number | null }, language: Language): string {
  const [from, to] = [low, high].map(it => (it === null ? '…' : formatNumber(it, language)));
  return from === to ? `${from}` : `${from}–${to}`;
}
