/** The standards: the list, and everything on one of them with where the crosswalk leads from its elements. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  type Explained,
  explain,
  leadsFrom,
  loadCrosswalk,
  loadElsewhere,
  loadProofs,
  loadStandards,
  type Standard,
  standardNamed,
  tellProof,
} from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import { asked, body, lang, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { type Crossed, crosswalk } from '#triage/triage.ts';
import type { Language } from '#words/language.ts';

const KINDS = ['verdict', 'screening', 'map', 'checklist', 'questions'] as const;

export const standardRoutes = (live: Live) =>
  new Hono()
    .get('/standard-list', asked({ q: word, kind: z.enum(KINDS).optional(), lang }), async context => {
      const { q, kind, lang: language } = context.req.valid('query');
      const all = await loadStandards();
      const found = all.filter(it => (kind === undefined || it.kind === kind) && holds(it, q));
      const [proofs, elsewhere] = await Promise.all([loadProofs(), loadElsewhere()]);
      return context.json({
        total: all.length,
        rows: found.map(it => lineOf(it, language)),
        proofs: proofs.map(it => tellProof(it, elsewhere, language)),
      });
    })
    .get('/standards/:id', asked({ lang }), async context => {
      const { lang: language } = context.req.valid('query');
      const all = await loadStandards();
      const standard = standardNamed(all, context.req.param('id'));
      const facts = await loadCrosswalk(all);
      const leads = Object.fromEntries(
        [...standard.elements, ...standard.exceptions].map(({ id }) => [
          id,
          leadsFrom(facts, all, { element: id, direction: 'supports' }).map(it => ({
            ...{ element: it.element, standard: it.standard, direction: it.direction, ask: it.ask },
            name: elementName(all, it.element, language),
            title: standardNamed(all, it.standard).title[language],
            fact: it.fact.name[language],
            note: it.note?.[language] ?? null,
          })),
        ]),
      );
      const told: Explained = explain(standard, all, language);
      return context.json({ standard: told, leads });
    })
    .post('/crosswalk', body(z.object({ standard: z.string().max(200).optional(), lang })), async context => {
      const { standard, lang: language } = context.req.valid('json');
      if (live.store.readOnly) throw new Problem('store.read-only', { what: live.store.location });
      const evidence = await live.evidence();
      const rows = await crosswalk(live.store, evidence, { standard }, language, { by: live.by });
      const count = (fits: (it: Crossed) => boolean) => rows.filter(fits).length;
      const [ask, proposed] = [count(it => it.ask), count(it => it.state === 'new')];
      return context.json({ total: rows.length, ask, proposed, seq: await live.seq() });
    });

/** Words of its id, title, body or elements, in any of our languages, accents apart. */
function holds({ id, title, body: by, elements }: Standard, q: string | undefined): boolean {
  if (q === undefined) return true;
  const names = [title, ...elements.map(it => it.name)].flatMap(it => Object.values(it));
  return plain([id, by, ...elements.map(it => it.id), ...names].join('\n')).includes(plain(q));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function lineOf(it: Standard, language: Language) {
  return {
    ...{ id: it.id, kind: it.kind, body: it.body, year: it.year, verified: it.verified.yes },
    title: it.title[language],
    routes: it.routes,
    stub: it.stub === true,
    elements: it.elements.length + it.exceptions.length,
  };
}

function elementName(all: readonly Standard[], element: string, language: Language): string {
  const found = all.flatMap(it => [...it.elements, ...it.exceptions]).find(it => it.id === element);
  return found?.name[language] ?? element;
}
