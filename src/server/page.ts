/** The five answers as one plain page: no script, one style sheet, light and dark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from 'hono/html';
import type { Answer } from '#report/report.ts';
import type { Dossier } from '#store/tables.ts';
import { LANGUAGES, type Language } from '#words/language.ts';
import { pageWords as words } from '#words/page.ts';

export function page(dossier: Dossier, answers: readonly Answer[], language: Language) {
  const title = dossier.titles[language] ?? dossier.title;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Probanza</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header>
<p class="name">Probanza</p>
<nav aria-label="${words.languages[language]}">${LANGUAGES.map(it => languageLink(it, language))}</nav>
</header>
<main>
<h1>${title}</h1>
<p class="note">${words.note[language]}</p>
${answers.map(section)}
</main>
<footer><p>${words.footer[language]}</p></footer>
</body>
</html>`;
}

page.style = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');

function languageLink(it: Language, current: Language) {
  const name = words.names[it];
  return it === current
    ? html`<span aria-current="true" lang="${it}">${name}</span> `
    : html`<a href="/?lang=${it}" hreflang="${it}" lang="${it}">${name}</a> `;
}

function section(answer: Answer) {
  return html`<section aria-labelledby="${answer.question}">
<h2 id="${answer.question}">${answer.title}</h2>
<p class="answer">${answer.sentence}</p>
<p class="counts">${answer.counts}</p>
</section>`;
}
