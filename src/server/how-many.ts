/** How many: rival figures of one thing, on one line for each place and moment. */
import { Hono } from 'hono';
import { splitPeriod } from '#core/dates.ts';
import { tally } from '#core/lookup.ts';
import { WORLD } from '#core/places.ts';
import { type Evidence, originName, partyName } from '#evidence/claims/claims.ts';
import { type FigureGroup, figures, register } from '#numbers/figures/figures.ts';
import { figureTable, howManyAnswer } from '#report/report.ts';
import { asked, format, lang, limit, offset, periodOf, place, word } from '#server/asked.ts';
import { sent } from '#server/leaving.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';

export const howManyRoutes = (live: Live, now: () => Date) =>
  new Hono()
    .get('/figures/table', asked({ counted: word, place, period: word, format, lang }), async context => {
      const { period, lang: language, format: kind, ...query } = context.req.valid('query');
      const evidence = await live.evidence();
      const groups = figures(evidence, { ...query, period: periodOf(period) });
      return sent(figureTable(groups, evidence, language), kind, 'figures');
    })
    .get('/register', asked({ place, lang }), async context => {
      const { place: where } = context.req.valid('query');
      const evidence = await live.evidence();
      const found = register(evidence, now().toISOString().slice(0, 10), where);
      const agreements = found.agreements.map(it => ({
        ...it,
        partyNames: it.parties.map(id => partyName(evidence, id)),
      }));
      return context.json({ at: found.at, agreements, deployments: found.deployments, totals: found.totals });
    })
    .get('/figures', asked({ counted: word, place, period: word, lang, offset, limit }), async context => {
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
        counted: once(evidence, 'counted', () => tally(evidence.figures, it => it.counted)).map(
          ([id, n]) => ({ id, n }),
        ),
        groups: named,
        moments: groups.map(momentOf),
      });
    });

function withNames(group: FigureGroup, evidence: Evidence) {
  return {
    ...group,
    without: group.restored.sets.map(set => set.map(id => originName(evidence, id))),
    figures: group.figures.map(it => ({
      ...it,
      asserterName: partyName(evidence, it.asserter),
      abstract: evidence.claims.get(it.claim)?.abstract ?? false,
    })),
  };
}

/** A group as the map shows it: where, when, from the lowest to the highest that anybody says. */
function momentOf(group: FigureGroup) {
  const standing = group.figures.filter(it => !it.revised);
  const lows = standing.map(it => it.low ?? it.high ?? 0);
  const highs = standing.map(it => it.high ?? it.low ?? 0);
  const { from, to } = splitPeriod(group.at);
  return {
    place: group.place,
    at: group.at,
    from: yearOf(from),
    to: yearOf(to),
    low: Math.min(...lows),
    high: Math.max(...highs),
    open: standing.some(it => it.low === null || it.high === null),
    unit: group.unit,
    relation: group.relation,
    n: standing.length,
  };
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

function byPlace(a: FigureGroup, b: FigureGroup): number {
  const world = Number(b.place === WORLD) - Number(a.place === WORLD);
  return world || (a.place < b.place ? -1 : a.place > b.place ? 1 : a.at < b.at ? 1 : -1);
}
