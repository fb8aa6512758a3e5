/** Is it forced labour: standards to choose, a finding with the claims behind it, and its matrix of places. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  ask,
  askHypotheses,
  askIf,
  askLadder,
  DEFAULT_PROOF,
  type Finding,
  mapPlaces,
} from '#assessment/findings/findings.ts';
import { loadProofs, loadStandards } from '#assessment/standards/standards.ts';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import { asked, lang, listed, periodOf, place, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import { withAnswers } from '#server/who.ts';
import { ROUTES } from '#store/tables.ts';

const question = {
  standard: z.string().default('ilo-c029'),
  proof: z.string().default(DEFAULT_PROOF),
  place,
  period: word,
  route: z.enum(ROUTES).optional(),
  held: z.enum(['all', 'originals']).default('all'),
  duty: word,
  lang,
};

/** Claims that are supposed away or graded otherwise, a space between. */
const ids = z.string().max(5000).default('');

export const labourRoutes = (live: Live) =>
  new Hono()
    .get('/standards', asked({ lang }), async context => {
      const { lang: language } = context.req.valid('query');
      const [standards, proofs] = await Promise.all([loadStandards(), loadProofs()]);
      return context.json({
        standards: standards
          .filter(it => !it.stub)
          .map(it => ({
            id: it.id,
            title: it.title[language],
            kind: it.kind,
            routes: it.routes,
            source: it.source.title,
            url: it.source.url,
            verified: it.verified,
            elements: [it, ...it.basis].flatMap(inner =>
              [...inner.elements, ...inner.exceptions].map(({ id, name, description, lookFor }) => ({
                id,
                name: name[language],
                description,
                lookFor,
              })),
            ),
          })),
        proofs: proofs.map(it => ({ id: it.id, name: it.name[language], family: it.family })),
      });
    })
    .get('/findings', asked(question), async context => {
      const asking = askingOf(context.req.valid('query'));
      const evidence = await live.evidence();
      const finding = await once(evidence, `finding ${JSON.stringify(asking)}`, () => ask(evidence, asking));
      const shown = {
        ...finding,
        elements: finding.elements.map(firstClaims),
        exceptions: finding.exceptions.map(firstClaims),
        missed: finding.missed.slice(0, SHOWN),
        allMissed: finding.missed.length,
        robust: whatTurns(finding),
        unmoved: finding.robust.length - whatTurns(finding).length,
      };
      const ids = [...shown.elements, ...shown.exceptions].flatMap(it => [
        ...it.for,
        ...it.against,
        ...it.setAside,
      ]);
      const named = finding.wouldChange.flatMap(it => ('withdraw' in it ? it.withdraw : []));
      return context.json({
        finding: shown,
        claims: linesById([...ids, ...named], evidence),
        names: namesOf(shown, evidence),
      });
    })
    .get(
      '/hypotheses',
      asked({ set: word, place, period: word, held: z.enum(['all', 'originals']).default('all'), lang }),
      async context => {
        const { period, lang: language, ...rest } = context.req.valid('query');
        const asking = { ...rest, period: periodOf(period), language };
        const evidence = await live.evidence();
        const found = await askHypotheses(live.store, evidence, asking);
        const rows = found.rows.slice(0, SHOWN);
        const ids = rows.map(it => it.claim);
        return context.json({ ...found, rows, total: found.rows.length, claims: linesById(ids, evidence) });
      },
    )
    .get('/findings/ladder', asked(question), async context => {
      const { proof: _, ...asking } = askingOf(context.req.valid('query'));
      const evidence = await live.evidence();
      const key = `ladder ${JSON.stringify(asking)}`;
      return context.json(await once(evidence, key, () => askLadder(evidence, asking)));
    })
    .get('/findings/if', asked({ ...question, without: ids, grades: ids }), async context => {
      const { without, grades, ...asking } = askingOf(context.req.valid('query'));
      const supposed = { without: listed(without), grades: gradesIn(grades) };
      const { before, after, moved } = await askIf(await live.evidence(), asking, supposed);
      const { verdict, because, sentence } = after;
      return context.json({ before, after: { verdict, because, sentence }, moved });
    })
    .get('/findings/places', asked(question), async context => {
      const { place: _, ...asking } = askingOf(context.req.valid('query'));
      const evidence = await live.evidence();
      const places = await once(evidence, `places ${JSON.stringify(asking)}`, () =>
        mapPlaces(evidence, asking),
      );
      return context.json({ places });
    });

type AskedFor = Pick<z.infer<z.ZodObject<typeof question>>, 'period' | 'lang' | 'duty'>;

/** What an address asks, as the findings are asked. */
function askingOf<T extends AskedFor>({ period, lang: language, duty, ...rest }: T) {
  return { ...rest, dutyBearer: duty, period: periodOf(period), language };
}

/** `f0007=B2 f0105=E`: a grade for each claim. */
function gradesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    listed(text).map(it => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)] as const),
  );
}

/** Claims of one element and direction that are sent with a finding; the rest are a filter away. */
const SHOWN = 100;

/** An element with its first claims, and how many there are. */
function firstClaims<T extends Pick<Finding['elements'][number], 'for' | 'against' | 'setAside'>>(
  element: T,
) {
  return {
    ...element,
    for: element.for.slice(0, SHOWN),
    against: element.against.slice(0, SHOWN),
    setAside: element.setAside.slice(0, SHOWN),
    total: { for: element.for.length, against: element.against.length, setAside: element.setAside.length },
  };
}

/** Dropping grades is always told; dropping one voice where it turns the answer. */
function whatTurns(finding: Finding): Finding['robust'] {
  return finding.robust.filter(it => it.verdict !== finding.verdict || it.without.startsWith('grades'));
}

export function linesById(ids: readonly string[], evidence: Evidence) {
  return Object.fromEntries(
    [...new Set(ids)].flatMap(id => {
      const claim = evidence.claims.get(id);
      return claim ? [[id, withAnswers(claim, evidence)] as const] : [];
    }),
  );
}

function namesOf(finding: Pick<Finding, 'scope' | 'robust'>, evidence: Evidence): Record<string, string> {
  const ids = [
    finding.scope.dutyBearer,
    ...finding.robust.map(it => it.without.slice(it.without.indexOf(':') + 1)),
  ];
  return Object.fromEntries(ids.map(id => [id, partyName(evidence, id)]));
}
