/** Pictures drawn on the server as inline SVG. What each shows is said in words; the table below has every number. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { daysOfPeriod, type Period, splitPeriod } from '#core/dates.ts';
import { partyName } from '#evidence/claims/claims.ts';
import type { Waterfall } from '#money/money.ts';
import type { FigureGroup } from '#numbers/figures/figures.ts';
import type { Block } from '#report/blocks.ts';
import { type Saying, shareText, sideSign } from '#report/saying.ts';
import type { Dated } from '#response/measures/measures.ts';
import { label } from '#words/labels.ts';
import { formatDate, formatDates, formatNumber } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { reportWords as words } from '#words/report.ts';

const WIDTH = 720;
const ROW = 20;
const DAY = 86_400_000;

function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html><body></body></html>');
  const drawn = Plot.plot({
    ...options,
    document: document as unknown as Document,
    width: WIDTH,
    className: 'plot',
  });
  // one picture with one name, given by its figure: the names of its layers say nothing to a reader
  for (const layer of drawn.querySelectorAll('[aria-label]')) layer.removeAttribute('aria-label');
  for (const style of drawn.querySelectorAll('style')) style.remove();
  drawn.setAttribute('aria-hidden', 'true');
  return drawn.outerHTML;
}

interface Bar {
  readonly row: string;
  readonly low: number;
  readonly high: number;
  readonly sign: string;
}

function bars(list: readonly Bar[], x: Plot.ScaleOptions): string {
  return draw({
    height: list.length * ROW + 50,
    marginLeft: 290,
    x: { label: null, grid: true, ...x },
    y: { label: null, domain: [...new Set(list.map(it => it.row))] },
    marks: [
      Plot.ruleY(list, { y: 'row', x1: 'low', x2: 'high', strokeWidth: 3 }),
      Plot.text(list, { y: 'row', x: 'low', text: 'sign' }),
      Plot.text(list, { y: 'row', x: 'high', text: 'sign' }),
    ],
  });
}

/** Closed figures of one place, each on a line of its own; an open end is in the table only. */
export function figuresChart(it: Saying, groups: readonly FigureGroup[]): Block[] {
  const all = groups.flatMap(group => group.figures).filter(figure => !figure.revised);
  const closed = all.filter(
    (figure): figure is typeof figure & { low: number; high: number } =>
      figure.low !== null && figure.high !== null,
  );
  if (closed.length < 2) return [];
  const list = closed.map(figure => {
    const { from, to } = splitPeriod(figure.at);
    const row = `${formatDates(from, to, it.language)}: ${partyName(it.evidence, figure.asserter)}`.slice(
      0,
      38,
    );
    return { row: `${row} ${figure.claim}`, low: figure.low, high: figure.high, sign: sideSign(figure.side) };
  });
  const starts = closed.map(figure => figure.at.slice(0, 4)).sort();
  const text = it.t(words.worldText, {
    n: list.length,
    from: starts[0] ?? '',
    to: starts.at(-1) ?? '',
    low: formatNumber(Math.min(...list.map(bar => bar.low)), it.language),
    high: formatNumber(Math.max(...list.map(bar => bar.high)), it.language),
  });
  return [{ kind: 'chart', svg: bars(list, {}), title: it.t(words.world), text }];
}

export function sharesChart(it: Saying, rows: readonly Waterfall[]): Block[] {
  const list = rows.flatMap(row =>
    row.workerShare
      ? [
          {
            row: `${placeName(row.place, it.language)}, ${formatDates(row.from, row.to, it.language)}, ${row.currency}`,
            low: row.workerShare.low * 100,
            high: row.workerShare.high * 100,
            sign: '|',
          },
        ]
      : [],
  );
  if (list.length === 0) return [];
  const [low, high] = [Math.min(...list.map(bar => bar.low)), Math.max(...list.map(bar => bar.high))];
  const [from, to] = [low, high].map(end => shareText({ low: end / 100, high: end / 100 }, it));
  const text = it.t(words.sharesText, { n: list.length, low: from ?? '', high: to ?? '' });
  const svg = bars(list, { domain: [0, Math.max(100, high)], tickFormat: (end: number) => `${end} %` });
  return [{ kind: 'chart', svg, title: it.t(words.shares), text }];
}

export function timelineChart(it: Saying, all: readonly Dated[]): Block[] {
  const dated = all.filter((row): row is Dated & { from: string } => row.from !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return [];
  const day = (of: Period) => new Date(daysOfPeriod({ from: of.from, to: of.from }).first * DAY);
  const marks = dated.map(row => ({
    kind: label('dated', row.kind, it.language),
    at: day(row),
    sign: sideSign(row.side),
  }));
  const svg = draw({
    height: 220,
    marginLeft: 100,
    x: { type: 'utc', label: null, grid: true },
    y: { label: null, type: 'band' },
    marks: [Plot.text(marks, { x: 'at', y: 'kind', text: 'sign' })],
  });
  const ends = { from: formatDate(first.from, it.language), to: formatDate(last.from, it.language) };
  const text = it.t(words.timelineText, { n: marks.length, ...ends });
  return [{ kind: 'chart', svg, title: it.t(words.timeline), text }];
}
