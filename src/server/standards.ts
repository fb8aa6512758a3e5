/** The standards: the list, and everything on one of them with where the crosswalk leads from its elements. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  type Explained,
  explain,
  leadsFrom,
  loadCrosswalk,
  loadStandards,
  type Standard,
  standardNamed,
} from '#assessment/standards/standards.ts';
import { asked, lang, word } from '#server/asked.ts';
import type { Language } from '#words/language.ts';

const KINDS = ['verdict', 'screening', 'map', 'checklist', 'questions'] as const;

export const standardRoutes = () =>
  new Hono()
    .get('/standard-list', asked({ q: word, kind: z.enum(KINDS).optional(), lang }), async context => {
      const { q, kind, lang: language } = context.req.valid('query');
      const all = await loadStandards();
      const found = all.filter(it => (kind === undefined || it.kind === kind) && holds(it, q));
      return context.json({ total: all.length, rows: found.map(it => lineOf(it, language)) });
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
    });

/** Words of its id, title, body or elements, in any of our languages, accents apart. */
function holds({ id, title, body, elements }: Standard, q: string | undefined): boolean {
  if (q === undefined) return true;
  const names = [title, ...elements.map(it => it.name)].flatMap(it => Object.values(it));
  return plain([id, body, ...elements.map(it => it.id), ...names].join('\n')).includes(plain(q));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function lineOf(it: Standard, language: Language) {
  return {
    ...{ id: it.id, kind: it.kind, body: it.body, year: it.year, verified: it.verified.yes },
    title: it.title[language],
    stub: it.stub === true,
    elements: it.elements.length + it.exceptions.length,
  };
}

function elementName(all: readonly Standard[], element: string, language: Language): string {
  const found = all.flatMap(it => [...it.elements, ...it.exceptions]).find(it => it.id === element);
  return found?.name[language] ?? element;
}
