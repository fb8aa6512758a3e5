/** Is it forced labour: standards to choose, a finding with the claims behind it, and its matrix of places. */
import { Hono } from 'hono';
import { z } from 'zod';
import { ask, DEFAULT_PROOF, mapPlaces } from '#assessment/findings/findings.ts';
import { loadProofs, loadStandards } from '#assessment/standards/standards.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { asked, lang, periodOf, place, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
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

export const labourRoutes = (live: Live) =>
  new Hono()
    .get('/standards', asked({ lang }), async context => {
      const { lang: language } = context.req.valid('query');
      const [standards, proofs] = await Promise.all([loadStandards(), loadProofs()]);
      return context.json({
        standards: standards.map(it => ({
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
      const { period, lang: language, duty, ...rest } = context.req.valid('query');
      const evidence = await live.evidence();
      const finding = await ask(evidence, {
        ...rest,
        dutyBearer: duty,
        period: periodOf(period),
        language,
      });
      const ids = [...finding.elements, ...finding.exceptions].flatMap(it => [
        ...it.for.slice(0, SHOWN),
        ...it.against.slice(0, SHOWN),
        ...it.setAside.slice(0, SHOWN),
      ]);
      const named = finding.wouldChange.flatMap(it => ('withdraw' in it ? it.withdraw : []));
      return context.json({
        finding,
        claims: linesById([...ids, ...named], evidence),
        names: namesOf(finding, evidence),
      });
    })
    .get('/findings/places', asked(question), async context => {
      const { period, lang: language, duty, place: _, ...rest } = context.req.valid('query');
      const places = await mapPlaces(await live.evidence(), {
        ...rest,
        dutyBearer: duty,
        period: periodOf(period),
        language,
      });
      return context.json({ places });
    });

/** Claims of one element and direction that are sent with a finding; the rest are a filter away. */
const SHOWN = 100;

export function linesById(ids: readonly string[], evidence: Evidence) {
  return Object.fromEntries(
    [...new Set(ids)].flatMap(id => {
      const claim = evidence.claims.get(id);
      return claim ? [[id, withAnswers(claim, evidence)] as const] : [];
    }),
  );
}

function namesOf(finding: Awaited<ReturnType<typeof ask>>, evidence: Evidence): Record<string, string> {
  const ids = [
    finding.scope.dutyBearer,
    ...finding.robust.map(it => it.without.slice(it.without.indexOf(':') + 1)),
  ];
  return Object.fromEntries(ids.map(id => [id, evidence.parties.get(id)?.name ?? id]));
}
