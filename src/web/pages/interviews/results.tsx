/** Estimates as dots with their intervals, a row for each group; what cannot be said, and why. */
import type { SurveyRow as Row } from '#server/server.ts';
import { useWords } from '#web/hooks.ts';
import { shown } from '#web/pages/interviews/page.tsx';
import { Chart } from '#web/parts/chart.tsx';
import { Section } from '#web/parts/page.tsx';
import { Table } from '#web/parts/table.tsx';
import { formatNumber } from '#words/language.ts';
import { interviewsWords as words } from '#words/pages/interviews.ts';
import { surveyNotes, surveyWords } from '#words/survey.ts';

export interface Answer {
  readonly rows: readonly Row[];
  readonly frame: string | null;
  readonly asked: Row['asked'];
}

export function Results({ answer }: { readonly answer: Answer }) {
  const { t, language } = useWords();
  const share = answer.asked === 'share';
  const named = answer.rows.map(it => ({ ...it, name: it.domain || t(surveyWords.all) }));
  const known = named.filter(it => it.estimate !== null);
  const format = (n: number) => shown(n, share, language);
  const notes = [...new Set(answer.rows.flatMap(it => it.notes))];
  return (
    <Section title={t(words.results)}>
      {known.length > 0 && (
        <Chart
          text={t(words.resultsText, { n: known.length })}
          of={answer}
          draw={(plot, width) => ({
            marginLeft: Math.min(200, width / 3),
            height: 50 + 30 * known.length,
            x: {
              ...(share ? { domain: [0, 1] } : { zero: true }),
              tickFormat: format,
              label: null,
              grid: true,
              ticks: 5,
            },
            y: { label: null, domain: known.map(it => it.name) },
            marks: [
              plot.ruleY(
                known.filter(it => it.low !== null && it.high !== null),
                {
                  y: 'name',
                  x1: 'low',
                  x2: 'high',
                  strokeWidth: 4,
                  strokeOpacity: 0.35,
                  stroke: 'currentColor',
                },
              ),
              plot.dot(known, {
                y: 'name',
                x: 'estimate',
                r: 5,
                fill: it => (it.of === 'respondents' ? 'none' : 'currentColor'),
                stroke: 'currentColor',
              }),
            ],
          })}
          table={null}
        />
      )}
      <Table
        caption={t(words.results)}
        head={[
          surveyWords.domain,
          surveyWords.n,
          surveyWords.missing,
          surveyWords.estimate,
          surveyWords.interval,
          surveyWords.deff,
        ].map(it => t(it))}
        numbers={[1, 2, 3, 4, 5]}
        rows={named.map(row => ({
          id: row.name,
          cells: [
            row.name,
            row.suppressed ? '< 10' : formatNumber(row.n, language),
            row.suppressed ? '–' : formatNumber(row.missing, language),
            shown(row.estimate, share, language),
            row.low === null || row.high === null ? '–' : `${format(row.low)} – ${format(row.high)}`,
            row.deff === null ? '–' : formatNumber(Number(row.deff.toPrecision(3)), language),
          ],
        }))}
      />
      {notes.length > 0 && (
        <>
          <h3>{t(words.why)}</h3>
          <ul>
            {notes.map(it => (
              <li key={it}>{t(surveyNotes[it])}</li>
            ))}
          </ul>
        </>
      )}
      {named.some(it => it.bounds) && (
        <ul>
          {named.map(
            it =>
              it.bounds && (
                <li key={it.name}>
                  {it.name}: {t(surveyWords.bounds)}: {format(it.bounds.low)}, {format(it.bounds.high)}
                </li>
              ),
          )}
        </ul>
      )}
    </Section>
  );
}
