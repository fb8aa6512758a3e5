/** Chapter 4: where the money goes. Legs, shares as ranges, what is merely claimed, and why a share is not computed. */
import { money, type Waterfall, whyNotIn } from '#money/money.ts';
import { moneyAnswer } from '#report/answers.ts';
import { type Block, type Cell, heading, joined, lead, para } from '#report/blocks.ts';
import { sharesChart } from '#report/charts.ts';
import { bounds, opens, type Saying, shareText } from '#report/saying.ts';
import { label } from '#words/labels.ts';
import { formatDates } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { reportWords as words } from '#words/report.ts';

export function moneyChapter(it: Saying): Block[] {
  const { place, period } = it.options;
  const rows = money(it.evidence, { place, period });
  const part = moneyAnswer(rows, it.evidence, it.language);
  const head = [words.where, words.leg, words.share, words.asserted].map(word => it.t(word));
  return [
    lead(part.sentence),
    para(part.counts),
    ...sharesChart(it, rows),
    heading(it.t(words.waterfall)),
    { kind: 'table', caption: it.t(words.waterfall), head, rows: rows.map(row => cells(it, row)) },
  ];
}

function cells(it: Saying, row: Waterfall): Cell[] {
  const per = row.per === null ? '' : `, ${row.currency} ${label('per', row.per, it.language)}`;
  return [
    [`${placeName(row.place, it.language)}, ${formatDates(row.from, row.to, it.language)}${per}`],
    joined(
      row.legs.map(leg => [
        `${label('leg', leg.leg, it.language)} (${label('basis', leg.basis, it.language)}) `,
        ...opens(it, bounds(leg.low, leg.high, it), leg.claims),
      ]),
    ),
    shareCell(it, row),
    joined(
      row.assertedShares.map(asserted => {
        const [low, high] = [asserted.low, asserted.high].map(end => (end === null ? null : end * 100));
        return opens(it, `${bounds(low ?? null, high ?? null, it)} %`, [asserted.claim]);
      }),
    ),
  ];
}

function shareCell(it: Saying, row: Waterfall): Cell {
  const checks = row.checks.flatMap(
    (check): Cell => [' ', ...opens(it, it.t(words.check, { what: check.computation }), check.claims)],
  );
  if (!row.workerShare) return [whyNotIn(row, it.language) ?? '', ...checks];
  const used = row.legs
    .filter(leg => leg.basis === 'contract-price' && ['host-pays', 'worker-cash'].includes(leg.leg))
    .flatMap(leg => leg.claims);
  const also = [
    row.withDeferred && it.t(words.deferred, { share: shareText(row.withDeferred, it) }),
    row.withHome && it.t(words.home, { share: shareText(row.withHome, it) }),
  ].filter(text => text !== null);
  return [
    ...opens(it, shareText(row.workerShare, it), [...new Set(used)]),
    ...also.map(text => `; ${text}`),
    ...checks,
  ];
}
