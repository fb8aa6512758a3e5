/** A report to look at before it leaves, and its files as one ZIP. */
import { type ZippableFile, zipSync } from 'fflate';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Evidence } from '#evidence/claims/claims.ts';
import {
  AUDIENCES,
  buildReport,
  OPEN,
  previewReport,
  type ReportOptions,
  redactionOf,
} from '#report/report.ts';
import { asked, lang, periodOf, place, word } from '#server/asked.ts';
import { attachment } from '#server/leaving.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import { LANGUAGES } from '#words/language.ts';

const question = {
  place,
  period: word,
  held: z.enum(['all', 'originals']).default('originals'),
  audience: z.enum(AUDIENCES).default('public'),
  languages: z.enum([...LANGUAGES, 'all']).optional(),
  docx: word,
  /** Ids of claims, sources and parties, a space between. */
  withhold: z.string().max(20_000).optional(),
  lang,
};

/** The first day that a ZIP can tell, so that the same report is the same file. */
const NEVER = new Date(1980, 0, 1);
/** Dangers that a page lists; their number is told whole. */
const SHOWN = 200;

export const reportRoutes = (live: Live) =>
  new Hono()
    .get('/report', asked(question), async context => {
      const query = context.req.valid('query');
      const evidence = await live.evidence();
      const preview = await once(evidence, `report ${JSON.stringify(query)}`, () =>
        previewReport(evidence, optionsOf(query, evidence)),
      );
      const dangers = preview.dangers.slice(0, SHOWN);
      return context.json({ preview: { ...preview, dangers }, all: preview.dangers.length });
    })
    .get('/report/download', asked(question), async context => {
      const evidence = await live.evidence();
      const files = await buildReport(evidence, optionsOf(context.req.valid('query'), evidence));
      const entries = files.map(
        it => [it.path, [it.bytes, { mtime: NEVER }] satisfies ZippableFile] as const,
      );
      const zip = zipSync(Object.fromEntries(entries));
      return attachment(zip, 'application/zip', `${evidence.dossier.id}-report.zip`);
    });

type Asked = z.infer<z.ZodObject<typeof question>>;

/** Throws `report.redaction` where an id is not in the dossier. */
function optionsOf(query: Asked, evidence: Evidence): ReportOptions {
  const ids = (query.withhold ?? '').split(/[\s,;]+/).filter(it => it !== '');
  const chosen = query.languages ?? query.lang;
  return {
    languages: chosen === 'all' ? LANGUAGES : [chosen],
    held: query.held,
    place: query.place,
    period: periodOf(query.period),
    redaction: { ...OPEN, audience: query.audience, withhold: redactionOf(ids, evidence) },
    docx: query.docx === 'yes',
  };
}
