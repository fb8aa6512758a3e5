/** What is kept of a survey, in words: what its estimates rest on, then a line for each. No answer of one person is in it. Pure. */
import type { Surveyed } from '#numbers/survey/ask.ts';
import type { Mapping } from '#numbers/survey/mapping.ts';
import type { Row } from '#numbers/survey/rows.ts';
import { formatNumber, type Language, oneLine, say } from '#words/language.ts';
import { surveyWords } from '#words/survey.ts';
import { recordWords as words } from '#words/survey-record.ts';

/** One question and its answer; `element` where a single element of the standard was asked about. */
export interface Answered {
  readonly found: Surveyed;
  /** The column, or empty where a standard's rule was asked. */
  readonly column: string;
  readonly element: string | null;
}

export interface Basis {
  /** Name and hash of the table of interviews. */
  readonly name: string;
  readonly sha256: string;
  readonly mapping: Mapping;
  readonly language: Language;
}

export interface Line {
  readonly row: Row;
  readonly element: string | null;
  readonly sentence: string;
}

/** A line for each share that is shown. */
export function linesOf(answered: readonly Answered[], language: Language): Line[] {
  return answered.flatMap(({ found, column, element }) =>
    found.rows
      .filter(row => row.estimate !== null && row.asked === 'share')
      .map(row => ({
        row,
        element,
        sentence: sentenceOf(row, askedFor(found, column, element, language), language),
      })),
  );
}

function askedFor(found: Surveyed, column: string, element: string | null, language: Language): string {
  const { standard } = found;
  if (standard === null) return say(words.asked.share, language, { what: oneLine(column) });
  const title = standard.title[language];
  if (element === null)
    return say(words.asked.rule, language, {
      what: title,
      where: standard.version,
      limit: standard.sha256.slice(0, 12),
    });
  const named = standard.elements.find(it => it.id === element)?.name[language] ?? element;
  return say(words.asked.element, language, { what: named, where: title, limit: standard.version });
}

function sentenceOf(row: Row, asked: string, language: Language): string {
  const bounded = row.low !== null && row.high !== null;
  return say(bounded ? words.population : words.respondents, language, {
    domain: row.domain === '' ? surveyWords.all[language] : oneLine(row.domain),
    estimate: percent(row.estimate, language),
    low: percent(row.low, language),
    high: percent(row.high, language),
    level: String(row.level * 100),
    n: row.n,
    missing: row.missing,
    asked,
  });
}

function percent(share: number | null, language: Language): string {
  return share === null ? '–' : formatNumber(share * 100, language, 1);
}

/** The whole statement; each line of `lines` stands in it once, by itself. */
export function statementOf(basis: Basis, method: string, lines: readonly Line[]): string {
  const { name, sha256, mapping, language } = basis;
  const told = mapping.survey ?? {};
  const head = [
    say(words.title, language, { what: name }),
    say(words.dataset, language, { what: name, where: sha256 }),
    ...(
      [
        [words.by, told.by],
        [words.frame, told.frame ?? words.noFrame[language]],
        [words.selection, told.selection],
        [words.period, [told.from, told.to].filter(it => it !== undefined).join(' – ') || undefined],
        [words.mode, told.mode],
        [words.nonResponse, told.nonResponse],
        [words.notReached, told.notReached],
        [words.method, method],
      ] as const
    ).map(([word, value]) => `${word[language]}: ${oneLine(value ?? words.notStated[language])}`),
  ];
  return `${head.join('\n')}\n\n${lines.map((it, i) => `${i + 1}. ${it.sentence}`).join('\n')}\n`;
}
