/**
 * The report as a list of files with their bytes: the same evidence and options give the same bytes, always.
 * No clock, no chance and no place of this machine goes in.
 */
import { Problem } from '#core/errors.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { fiveAnswers } from '#report/answers.ts';
import {
  anchorOf,
  type Block,
  CHAPTERS,
  type Chapter,
  type ChapterName,
  heading,
  lead,
  note,
  para,
} from '#report/blocks.ts';
import { docxOf } from '#report/docx.ts';
import { claimEntries } from '#report/entries.ts';
import { moneyChapter } from '#report/flows.ts';
import { type Hrefs, languagePage, page, sheet } from '#report/html.ts';
import { labourChapter } from '#report/labour.ts';
import { leaks } from '#report/leaks.ts';
import { methodChapter, withheldBlocks } from '#report/method.ts';
import { numbersChapter } from '#report/numbers.ts';
import type { ReportFile, ReportOptions } from '#report/options.ts';
import { redact } from '#report/redact.ts';
import { responseChapter } from '#report/response.ts';
import { type Saying, saying } from '#report/saying.ts';
import { STYLE } from '#report/style.ts';
import { whoChapter } from '#report/who.ts';
import { answerWords } from '#words/answers.ts';
import { formatDates, type Language } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { reportWords as words } from '#words/report.ts';

/** Claims on one page: a page of them opens at once from a slow disk. */
const ON_PAGE = 200;

/** Sorted by path. Throws `report.leak` where a withheld name would leave, and what `ask` throws. */
export async function buildReport(given: Evidence, options: ReportOptions): Promise<ReportFile[]> {
  const evidence = sorted(given);
  const redacted = redact(evidence, options.redaction);
  const files: ReportFile[] = [textFile('style.css', STYLE)];
  for (const language of options.languages) {
    const it = saying(evidence, redacted, options, language);
    const chapters = await chaptersOf(it);
    refuseLeaks(evidence, redacted, chapters);
    files.push(...site(it, chapters));
    if (options.sheet)
      files.push(textFile(`${language}/report.html`, sheet(language, titleOf(it), chapters, inSheet)));
    if (options.docx)
      files.push({ path: `${language}/report.docx`, bytes: await docxOf(titleOf(it), chapters, language) });
  }
  const { dossier } = evidence;
  files.push(textFile('index.html', languagePage(dossier.title, options.languages)));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** By id, however the rows came in. */
function sorted(evidence: Evidence): Evidence {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  const members = Object.entries(evidence).map(([name, value]) => {
    if (Array.isArray(value)) return [name, value.toSorted(byId)];
    return value instanceof Map
      ? [name, new Map([...value].sort(([a], [b]) => (a < b ? -1 : 1)))]
      : [name, value];
  });
  return Object.fromEntries(members) as Evidence;
}

function refuseLeaks(
  evidence: Evidence,
  redacted: ReturnType<typeof redact>,
  chapters: readonly Chapter[],
): void {
  const [first] = leaks(evidence, redacted.withheld, chapters);
  if (first) throw new Problem('report.leak', { what: first.id, where: first.where });
}

/** Chapters in one language, before they are pages. */
export async function chaptersOf(it: Saying): Promise<Chapter[]> {
  const parts: Partial<Record<ChapterName, readonly Block[]>> = {
    index: await indexChapter(it),
    who: whoChapter(it),
    'forced-labour': await labourChapter(it),
    'how-many': numbersChapter(it),
    money: moneyChapter(it),
    response: responseChapter(it),
    method: await methodChapter(it),
  };
  const entries = claimEntries(it, Object.values(parts).flat());
  const all = { ...parts, ...entries };
  return CHAPTERS.map(name => ({ name, title: chapterTitle(name, it.language), blocks: all[name] ?? [] }));
}

async function indexChapter(it: Saying): Promise<Block[]> {
  const { place, period } = it.options;
  const scope = [
    place === undefined ? null : placeName(place, it.language),
    period ? formatDates(period.from, period.to, it.language) : null,
  ].filter(part => part !== null);
  const answers = await fiveAnswers(it.evidence, it.language, it.options);
  return [
    para(it.t(words.generated)),
    note(it.t(words.scope, { scope: scope.join(', ') || it.t(words.all) })),
    ...answers.flatMap(answer => [
      heading(answer.title),
      lead(answer.sentence),
      ...(answer.counts === '' ? [] : [para(answer.counts)]),
      para({ text: answer.title, chapter: answer.question }),
    ]),
    heading(it.t(words.withheld)),
    ...withheldBlocks(it),
  ];
}

function chapterTitle(name: ChapterName, language: Language): string {
  if (name === 'index') return words.start[language];
  if (name === 'claims' || name === 'sources' || name === 'method') return words[name][language];
  return answerWords.titles[name][language];
}

function titleOf({ evidence: { dossier }, language }: Saying): string {
  return dossier.titles[language] ?? dossier.title;
}

const inSheet: Hrefs = it => ('url' in it ? it.url : `#${anchorOf(it)}`);

interface Printed {
  readonly path: string;
  readonly chapter: Chapter;
  readonly blocks: readonly Block[];
}

/** Every chapter as a page; entries that are many as several, each entry at a known address. */
function site(it: Saying, chapters: readonly Chapter[]): ReportFile[] {
  const pages = chapters.flatMap(pagesOf);
  const at = new Map(
    pages.flatMap(({ path, blocks }) =>
      blocks.flatMap(block => (block.kind === 'entry' ? [[block.anchor, path] as const] : [])),
    ),
  );
  const href: Hrefs = link => {
    if ('url' in link) return link.url;
    if ('chapter' in link) return `${link.chapter}.html`;
    return `${at.get(anchorOf(link)) ?? 'claims.html'}#${anchorOf(link)}`;
  };
  return pages.map(({ path, chapter, blocks }) => {
    const frame = {
      language: it.language,
      title: chapter.title,
      dossier: titleOf(it),
      pages: chapters.map(({ name, title }) => ({
        href: `${name}.html`,
        name: title,
        here: name === chapter.name,
      })),
      languages: it.options.languages.map(language => ({ language, href: `../${language}/${path}` })),
    };
    return textFile(`${it.language}/${path}`, page(frame, blocks, href));
  });
}

function pagesOf(chapter: Chapter): Printed[] {
  const { name, blocks } = chapter;
  const count = Math.max(1, Math.ceil(blocks.length / ON_PAGE));
  if ((name !== 'claims' && name !== 'sources') || count === 1)
    return [{ path: `${name}.html`, chapter, blocks }];
  const paths = Array.from({ length: count }, (_, index) =>
    index === 0 ? `${name}.html` : `${name}-${index + 1}.html`,
  );
  return paths.map((path, index) => {
    const links: Block = { kind: 'list', items: paths.map((to, n) => [{ text: `${n + 1}`, url: to }]) };
    return { path, chapter, blocks: [links, ...blocks.slice(index * ON_PAGE, (index + 1) * ON_PAGE)] };
  });
}

function textFile(path: string, text: string): ReportFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
