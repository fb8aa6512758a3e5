/** What is being done: one timeline, and the tables behind it. */
import { Hono } from 'hono';
import { rowsWith, tally } from '#core/lookup.ts';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import { responseAnswer } from '#report/report.ts';
import { around, type Dated, measures, timeline } from '#response/measures/measures.ts';
import { requests } from '#response/requests/requests.ts';
import { asked, lang, limit, offset, periodOf, place, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import { aroundSentence, aroundWords } from '#words/around.ts';
import { say } from '#words/language.ts';

export const responseRoutes = (live: Live, now: () => Date) =>
  new Hono()
    .get('/measures/:id/around', asked({ place, lang }), async context => {
      const { place: at, lang: language } = context.req.valid('query');
      const evidence = await live.evidence();
      const found = around(evidence, context.req.param('id'), { place: at });
      return context.json({
        title: say(aroundWords.title, language, { what: found.measure.summary }),
        sentence: aroundSentence(found, language),
        lines: found.lines,
      });
    })
    .get('/response', asked({ place, period: word, kind: word, lang, offset, limit }), async context => {
      const query = context.req.valid('query');
      const evidence = await live.evidence();
      const when = { place: query.place, period: periodOf(query.period) };
      const key = JSON.stringify(when);
      const all = once(evidence, `timeline ${key}`, () => timeline(evidence, when));
      const shown = all.filter(it => query.kind === undefined || it.kind === query.kind).toReversed();
      const ids = new Set(all.map(it => it.id));
      return context.json({
        ...responseAnswer(all, evidence, query.lang),
        total: shown.length,
        marks: all.slice(-MOST_MARKS).map(({ id, kind, from, to, side, place: where, claims }) => ({
          id,
          kind,
          from,
          to,
          side,
          place: where,
          claim: claims[0] ?? '',
        })),
        rows: shown.slice(query.offset, query.offset + query.limit).map(it => detail(it, evidence)),
        requests: requests(evidence, now().toISOString().slice(0, 10))
          .filter(it => ids.has(it.id))
          .slice(0, 100)
          .map(it => ({
            ...it,
            addressees: it.addressees.length,
            silent: it.silent.map(id => partyName(evidence, id)),
            asker: partyName(evidence, it.asker),
          })),
        kinds: once(evidence, `kinds ${key}`, () =>
          tally(measures(evidence, when), it => it.kind).map(([kind, n]) => ({ kind, n })),
        ),
      });
    });

/** More than these are not told apart in one picture: the latest. */
const MOST_MARKS = 1500;

/** A dated thing with who took it, and the words of its table. */
function detail(it: Dated, evidence: Evidence) {
  const measure = it.kind === 'measure' ? rowsWith(evidence.measures, 'id', it.id)[0] : undefined;
  return {
    ...it,
    by: measure ? partyName(evidence, measure.authority) : null,
    what: measure?.kind ?? null,
    target: measure?.target ?? null,
    status: measure?.status ?? null,
  };
}
