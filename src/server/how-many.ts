/** How many: rival figures of one thing, on one line for each place and moment. */
import { Hono } from 'hono';
import { daysOfPeriod } from '#core/dates.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type FigureGroup, figures } from '#numbers/figures/figures.ts';
import { howManyAnswer } from '#report/report.ts';
import { asked, lang, limit, offset, periodOf, place, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';

export const howManyRoutes = (live: Live) =>
  new Hono().get(
    '/figures',
    asked({ counted: word, place, period: word, lang, offset, limit }),
    async context => {
      const { period, lang: language, offset: from, limit: count, ...query } = context.req.valid('query');
      const counted = query.counted ?? 'workers';
      const evidence = await live.evidence();
      const groups = once(evidence, `figures ${JSON.stringify([counted, query.place, period])}`, () =>
        figures(evidence, { ...query, counted, period: periodOf(period) }).toSorted(byPlace),
      );
      const named = groups.slice(from, from + count).map(group => withNames(group, evidence));
      return context.json({
        ...howManyAnswer(groups, evidence, language),
        total: groups.length,
        counted: countedThings(evidence),
        groups: named,
        moments: groups.map(momentOf),
      });
    },
  );

/** What is counted anywhere, the most often first. */
function countedThings(evidence: Evidence): { id: string; n: number }[] {
  return [...Map.groupBy(evidence.figures, it => it.counted)]
    .map(([id, rows]) => ({ id, n: rows.length }))
    .sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

function withNames(group: FigureGroup, evidence: Evidence) {
  return {
    ...group,
    figures: group.figures.map(it => ({
      ...it,
      asserterName: evidence.parties.get(it.asserter)?.name ?? it.asserter,
      abstract: evidence.claims.get(it.claim)?.abstract ?? false,
    })),
  };
}

/** A group as the map shows it: where, when, from the lowest to the highest that anybody says. */
function momentOf(group: FigureGroup) {
  const standing = group.figures.filter(it => !it.revised);
  const lows = standing.map(it => it.low ?? it.high ?? 0);
  const highs = standing.map(it => it.high ?? it.low ?? 0);
  const [from = '', to = from] = group.at.split('/');
  const days = daysOfPeriod({ from: from || null, to: to || null });
  return {
    place: group.place,
    at: group.at,
    from: Number.isFinite(days.first) ? Number(from.slice(0, 4)) : null,
    to: Number.isFinite(days.last) ? Number((to || from).slice(0, 4)) : null,
    low: Math.min(...lows),
    high: Math.max(...highs),
    open: standing.some(it => it.low === null || it.high === null),
    unit: group.unit,
    relation: group.relation,
    n: standing.length,
  };
}

function byPlace(a: FigureGroup, b: FigureGroup): number {
  const world = Number(b.place === 'WLD') - Number(a.place === 'WLD');
  return world || (a.place < b.place ? -1 : a.place > b.place ? 1 : a.at < b.at ? 1 : -1);
}
