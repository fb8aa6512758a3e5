/** Chapter 3: how many. Rival figures side by side, how they relate, and which checks fail. */
import { splitPeriod } from '#core/dates.ts';
import { WORLD } from '#core/places.ts';
import { originName, partyName } from '#evidence/claims/claims.ts';
import { type FigureGroup, figures } from '#numbers/figures/figures.ts';
import { howManyAnswer } from '#report/answers.ts';
import { type Block, type Cell, heading, joined, lead, para } from '#report/blocks.ts';
import { figuresChart } from '#report/charts.ts';
import { bounds, opens, type Saying, sideSign, unitOf } from '#report/saying.ts';
import { answerWords } from '#words/answers.ts';
import { label } from '#words/labels.ts';
import { formatDates, formatList } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { reportWords as words } from '#words/report.ts';

export function numbersChapter(it: Saying): Block[] {
  const { place, period } = it.options;
  const groups = figures(it.evidence, { place, period });
  const workers = groups.filter(group => group.counted === 'workers');
  const part = howManyAnswer(workers, it.evidence, it.language);
  const counted = [...Map.groupBy(groups, group => group.counted)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    lead(part.sentence),
    para(part.counts),
    ...figuresChart(
      it,
      workers.filter(group => group.place === (place ?? WORLD)),
    ),
    ...counted.flatMap(([name, list]) => [
      heading(label('counted', name, it.language)),
      tableOf(it, name, list),
    ]),
  ];
}

function tableOf(it: Saying, counted: string, groups: readonly FigureGroup[]): Block {
  const head = [words.where, words.when, words.figures, words.relation].map(word => it.t(word));
  const rows = groups.map((group): Cell[] => {
    const { from, to } = splitPeriod(group.at);
    return [
      [placeName(group.place, it.language), ...(group.population ? [`: ${group.population}`] : [])],
      [formatDates(from, to, it.language)],
      joined(group.figures.map(figure => figureCell(it, figure))),
      relationCell(it, group),
    ];
  });
  return { kind: 'table', caption: label('counted', counted, it.language), head, rows };
}

function figureCell(it: Saying, figure: FigureGroup['figures'][number]): Cell {
  const number = bounds(figure.low, figure.high, it);
  const unit = figure.currency ?? unitOf(figure.unit, it.language);
  const revised = figure.revised ? `, ${it.t(words.revised)}` : '';
  return [
    ...opens(it, `${number} ${unit}`, [figure.claim]),
    ` (${sideSign(figure.side)} ${partyName(it.evidence, figure.asserter)}${revised})`,
  ];
}

function relationCell(it: Saying, group: FigureGroup): Cell {
  const sets = group.restored.sets.map(set =>
    formatList(
      set.map(id => originName(it.evidence, id)),
      it.language,
    ),
  );
  return [
    answerWords.relations[group.conflict ?? group.relation][it.language],
    ...(sets.length > 0 ? [`; ${it.t(words.restored, { list: sets.join(' / ') })}`] : []),
    ...group.checks.flatMap(
      (check): Cell => ['; ', ...opens(it, it.t(words.check, { what: check.computation }), check.claims)],
    ),
  ];
}
