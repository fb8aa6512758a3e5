/** Where the money goes: the waterfall and the worker's share of each place and period, or why not. */
import { Hono } from 'hono';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import { money, type Waterfall, whyNotIn } from '#money/money.ts';
import { moneyAnswer, moneyTable } from '#report/report.ts';
import { asked, format, lang, limit, offset, periodOf, place, word } from '#server/asked.ts';
import { linesById } from '#server/labour.ts';
import { sent } from '#server/leaving.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import type { Language } from '#words/language.ts';

export const moneyRoutes = (live: Live) =>
  new Hono()
    .get('/money/table', asked({ place, period: word, format, lang }), async context => {
      const { place: where, period, lang: language, format: kind } = context.req.valid('query');
      const evidence = await live.evidence();
      const rows = money(evidence, { place: where, period: periodOf(period) });
      return sent(moneyTable(rows, evidence, language), kind, 'money');
    })
    .get('/money', asked({ place, period: word, lang, offset, limit }), async context => {
      const { place: where, period, lang: language, offset: from, limit: count } = context.req.valid('query');
      const evidence = await live.evidence();
      const rows = once(evidence, `money ${JSON.stringify([where, period])}`, () =>
        money(evidence, { place: where, period: periodOf(period) }),
      );
      const sorted = rows.toSorted((a, b) => Number(b.workerShare !== null) - Number(a.workerShare !== null));
      const shown = sorted.slice(from, from + count);
      return context.json({
        ...moneyAnswer(rows, evidence, language),
        total: rows.length,
        places: [...new Set(evidence.terms.map(it => it.place))].sort(),
        shares: rows.flatMap(shareOf).slice(0, MOST_SHARES),
        rows: shown.map(row => inLanguage(row, language)),
        claims: linesById(
          shown.flatMap(row => [...row.claims, ...row.assertedShares.map(it => it.claim)]),
          evidence,
        ),
        names: partyNames(shown, evidence),
      });
    });

/** More than these are not told apart in one picture; the rows have them all. */
const MOST_SHARES = 200;

function shareOf({ place: where, from, to, currency, per, workerShare, withDeferred, withHome }: Waterfall) {
  return workerShare ? [{ place: where, from, to, currency, per, workerShare, withDeferred, withHome }] : [];
}

function inLanguage(row: Waterfall, language: Language) {
  return { ...row, whyNot: whyNotIn(row, language) };
}

function partyNames(rows: readonly Waterfall[], evidence: Evidence): Record<string, string> {
  const ids = rows.flatMap(row => row.terms.flatMap(it => [it.payer, it.payee, it.asserter]));
  return Object.fromEntries(ids.flatMap(id => (id === null ? [] : [[id, partyName(evidence, id)]])));
}
