/** Blocks as HTML: pages that open from a disk with no script, and one sheet to print. All text is escaped by hono. */
import { html, raw } from 'hono/html';
import type { Block, Cell, Chapter, Inline } from '#report/blocks.ts';
import { STYLE } from '#report/style.ts';
import { LANGUAGES, type Language } from '#words/language.ts';
import { shellWords } from '#words/pages/shell.ts';
import { reportWords as words } from '#words/report.ts';

type Markup = ReturnType<typeof html>;

/** Where a link leads, from the page it stands on. */
export type Hrefs = (it: Exclude<Inline, string | { mark: string }>) => string;

export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly dossier: string;
  /** Of the navigation: address and name, null where one is. */
  readonly pages: readonly { readonly href: string; readonly name: string; readonly here: boolean }[];
  /** Other languages of the same page. */
  readonly languages: readonly { readonly language: Language; readonly href: string }[];
}

const none = raw('');

export function page(frame: Frame, blocks: readonly Block[], href: Hrefs): string {
  const { language, title, dossier } = frame;
  return String(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src data:">
<title>${title} · ${dossier}</title><link rel="stylesheet" href="../style.css"></head>
<body><a class="skip" href="#text">${words.skip[language]}</a>
<header><p>${words.report[language]} · ${dossier}</p>
<nav aria-label="${words.chapters[language]}"><ul>${frame.pages.map(it => html`<li><a href="${it.href}"${it.here ? raw(' aria-current="page"') : none}>${it.name}</a></li>`)}</ul></nav>
${frame.languages.length > 1 ? html`<nav aria-label="${words.languages[language]}"><ul>${frame.languages.map(it => html`<li><a lang="${it.language}" hreflang="${it.language}" href="${it.href}">${shellWords.names[it.language]}</a></li>`)}</ul></nav>` : none}</header>
<main id="text"><h1>${title}</h1>
${blocks.map(it => block(it, href))}</main><footer><p><mark>°</mark> ${words.cited[language]}</p></footer></body></html>
`);
}

/** All chapters one after the other, each on a new sheet. */
export function sheet(
  language: Language,
  dossier: string,
  chapters: readonly Chapter[],
  href: Hrefs,
): string {
  return String(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.report[language]} · ${dossier}</title><style>${raw(STYLE)}</style></head>
<body><main><h1>${dossier}</h1>
<nav aria-label="${words.chapters[language]}"><ul>${chapters.map(it => html`<li><a href="#chapter-${it.name}">${it.title}</a></li>`)}</ul></nav>
${chapters.map(it => html`<section id="chapter-${it.name}"><h2 class="chapter">${it.title}</h2>${it.blocks.map(of => block(of, href))}</section>`)}</main></body></html>
`);
}

function block(it: Block, href: Hrefs): Markup {
  switch (it.kind) {
    case 'heading':
      return it.level === 2 ? html`<h2>${it.text}</h2>` : html`<h3>${it.text}</h3>`;
    case 'para':
      return html`<p${it.tone ? raw(` class="${it.tone}"`) : none}>${cell(it.of, href)}</p>\n`;
    case 'list':
      return html`<ul>${it.items.map(item => html`<li>${cell(item, href)}</li>`)}</ul>\n`;
    case 'chart':
      return html`<figure><figcaption><b>${it.title}</b><br>${it.text}</figcaption><div class="wide" tabindex="0" role="img" aria-label="${it.title}. ${it.text}">${raw(it.svg)}</div></figure>\n`;
    case 'table':
      return table(it, href);
    case 'entry':
      return html`<article id="${it.anchor}"><h2>${cell(it.head, href)} <a href="#${it.anchor}">${it.id}</a></h2>${it.quote === undefined ? none : html`<blockquote>${it.quote}</blockquote>`}${it.lines.map(line => html`<p>${cell(line, href)}</p>`)}</article>\n`;
  }
}

function table({ caption, head, rows }: Block & { kind: 'table' }, href: Hrefs): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map(it => html`<th scope="col">${it}</th>`)}</tr></thead><tbody>
${rows.map(row => html`<tr>${row.map(it => html`<td>${cell(it, href)}</td>`)}</tr>\n`)}</tbody></table></div>\n`;
}

function cell(of: Cell, href: Hrefs): Markup[] {
  return of.map(it => {
    if (typeof it === 'string') return html`${it}`;
    if ('mark' in it) return html`<mark>${it.mark}</mark>`;
    return html`<a href="${href(it)}"${'url' in it ? raw(' rel="noreferrer"') : none}>${it.text}</a>`;
  });
}

/** A page that leads to the languages of the report. */
export function languagePage(dossier: string, languages: readonly Language[]): string {
  const [first = 'en'] = languages;
  const list = LANGUAGES.filter(it => languages.includes(it));
  return String(html`<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.report[first]} · ${dossier}</title><link rel="stylesheet" href="style.css"></head>
<body><main><h1>${dossier}</h1><ul>${list.map(it => html`<li><a lang="${it}" hreflang="${it}" href="${it}/index.html">${words.report[it]}: ${shellWords.names[it]}</a></li>`)}</ul></main></body></html>
`);
}
