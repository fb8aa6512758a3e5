/** The routes of the workbench: the five questions, the reading room and the desk under `/api`, its pages elsewhere. */
import { Hono } from 'hono';
import { Problem } from '#core/errors.ts';
import { countryOf } from '#core/places.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { fiveAnswers } from '#report/report.ts';
import { anchorRoutes } from '#server/anchors.ts';
import { asked, lang } from '#server/asked.ts';
import { deskRoutes } from '#server/desk.ts';
import { estimateRoutes } from '#server/estimates.ts';
import { familyRoutes } from '#server/families.ts';
import { headers, keep, ownHost, same, takeToken, withToken } from '#server/guard.ts';
import { howManyRoutes } from '#server/how-many.ts';
import { jobRoutes } from '#server/jobs.ts';
import { labourRoutes } from '#server/labour.ts';
import { lexiconRoutes } from '#server/lexicons.ts';
import type { Live } from '#server/live.ts';
import { moneyRoutes } from '#server/money.ts';
import { once } from '#server/once.ts';
import { type Pages, pageRoutes } from '#server/pages.ts';
import { partyRoutes } from '#server/parties.ts';
import { languageOf, problemJson, problemOf } from '#server/problem.ts';
import { reportRoutes } from '#server/report.ts';
import { requestRoutes } from '#server/requests.ts';
import { responseRoutes } from '#server/response.ts';
import { searchRoutes } from '#server/searches.ts';
import { sourceRoutes } from '#server/sources.ts';
import { standardRoutes } from '#server/standards.ts';
import { translationRoutes } from '#server/translations.ts';
import { whoRoutes } from '#server/who.ts';

export interface Serving {
  readonly port: number;
  readonly token: string;
  readonly pages: Pages;
  readonly now: () => Date;
}

/** The dossier's routes; their type is the page's client. */
function dossierRoutes(live: Live, now: () => Date) {
  return new Hono()
    .get('/state', async context => {
      const { dossier } = await live.evidence();
      return context.json({
        start: live.start,
        seq: await live.seq(),
        readOnly: live.store.readOnly,
        by: live.by,
        model: live.model && { name: live.model.name, host: live.model.url.host },
        dossier: { id: dossier.id, title: dossier.title, titles: dossier.titles, license: dossier.license },
      });
    })
    .get('/answers', asked({ lang }), async context => {
      const evidence = await live.evidence();
      const { lang: language } = context.req.valid('query');
      const answers = await once(evidence, `answers ${language}`, () => fiveAnswers(evidence, language));
      return context.json({ dossier: evidence.dossier.id, answers });
    })
    .get('/places', async context => {
      const evidence = await live.evidence();
      return context.json({ places: once(evidence, 'places', () => placesOf(evidence)) });
    })
    .route('/', whoRoutes(live))
    .route('/', labourRoutes(live))
    .route('/', standardRoutes(live))
    .route('/', howManyRoutes(live, now))
    .route('/', moneyRoutes(live))
    .route('/', responseRoutes(live, now))
    .route('/', requestRoutes(live, now))
    .route('/', sourceRoutes(live))
    .route('/', familyRoutes(live))
    .route('/', deskRoutes(live))
    .route('/', translationRoutes(live))
    .route('/', searchRoutes(live))
    .route('/', jobRoutes(live))
    .route('/', anchorRoutes(live))
    .route('/', partyRoutes(live))
    .route('/', reportRoutes(live))
    .route('/', estimateRoutes())
    .route('/', lexiconRoutes());
}

/** Every place the dossier speaks of, by code. */
function placesOf(evidence: Evidence): string[] {
  const claims = [...evidence.claims.values()].filter(it => it.reach === 'host').map(it => it.place);
  const rows = [evidence.figures, evidence.terms, evidence.measures, evidence.agreements, evidence.events];
  const places = new Set([...claims, ...rows.flatMap(list => list.map(it => it.place))]);
  return [...places, ...[...places].map(countryOf)].filter((it, at, all) => all.indexOf(it) === at).sort();
}

export type Api = ReturnType<typeof dossierRoutes>;

export function app(live: Live, { port, token, pages, now }: Serving): Hono {
  const routes = new Hono();
  routes.use(headers(pages.inlineStyles));
  routes.use(ownHost(port));
  routes.use(takeToken(token, port));
  // a page that outlived its server is given the new link by hand
  routes.post('/session', async context => {
    const { link } = await context.req.json<{ link?: unknown }>().catch(() => ({ link: '' }));
    const given = /(?:token=)?([\w-]+)\s*$/.exec(String(link))?.[1] ?? '';
    if (!same(given, token)) throw new Problem('http.token');
    keep(context, token, port);
    return context.json({ start: live.start });
  });
  routes.use('/api/*', withToken(token, port));
  routes.use('/api/*', async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  routes.route('/api', dossierRoutes(live, now));
  routes.all('/api/*', context => {
    throw new Problem('http.missing', { what: context.req.path });
  });
  routes.route('/', pageRoutes(pages));
  routes.onError((error, context) => {
    const language = languageOf(context.req.query('lang'), context.req.header('accept-language'));
    return problemJson(problemOf(error, live.store.location), language);
  });
  return routes;
}
