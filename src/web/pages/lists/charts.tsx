/** Pictures of sizes: methods as dots with intervals, posteriors with their peaks. */
import type { Sized } from '#server/server.ts';
import { useWords } from '#web/hooks.ts';
import { Chart } from '#web/parts/chart.tsx';
import { Section } from '#web/parts/page.tsx';
import { Table } from '#web/parts/table.tsx';
import { formatNumber, type Language } from '#words/language.ts';
import { listsWords as words } from '#words/pages/lists.ts';
import { populationNotes, populationWords } from '#words/population.ts';
import { tableWords } from '#words/tables.ts';

type Estimate = Sized['rows'][number];

const whole = (n: number | null, language: Language) =>
  n === null ? '–' : formatNumber(Math.round(n), language);

function methodName({ method, choice }: Estimate, language: Language): string {
  return choice ? `${method}, ${populationWords.choices[choice][language]}` : method;
}

export function Methods({ rows }: { readonly rows: readonly Estimate[] }) {
  const { t, language } = useWords();
  const known = rows.filter(it => it.estimate !== null);
  const named = known.map(it => ({ ...it, name: methodName(it, language) }));
  const most = Math.max(...named.flatMap(it => [it.high ?? 0, (it.estimate ?? 0) * 1.1]));
  const near = named.flatMap(it => it.models.slice(1).map(model => ({ name: it.name, at: model.estimate })));
  return (
    <Chart
      text={t(words.methodsText, { n: known.length })}
      of={rows}
      draw={(plot, width) => ({
        marginLeft: Math.min(220, width / 2.6),
        height: 40 + 34 * named.length,
        x: { domain: [0, most], label: t(words.people), grid: true },
        y: {
          label: null,
          domain: named.map(it => it.name),
          tickFormat: (name: string) => wrapped(name, width),
        },
        marks: [
          plot.ruleY(named, {
            y: 'name',
            x1: it => it.low ?? it.estimate,
            x2: it => it.high ?? (it.low === null ? it.estimate : most),
            strokeWidth: 4,
            strokeOpacity: 0.35,
            stroke: 'currentColor',
          }),
          plot.tickX(near, { y: 'name', x: 'at', strokeOpacity: 0.6, inset: 8 }),
          plot.dot(named, {
            y: 'name',
            x: 'estimate',
            r: 5,
            fill: it => (it.refused.length > 0 ? 'none' : 'currentColor'),
            stroke: 'currentColor',
          }),
        ],
      })}
      table={<MethodTable rows={rows} />}
    />
  );
}

function wrapped(name: string, width: number): string {
  return width < 500 && name.length > 18 ? `${name.slice(0, 17)}…` : name;
}

function MethodTable({ rows }: { readonly rows: readonly Estimate[] }) {
  const { t, language } = useWords();
  return (
    <Table
      caption={t(words.methods)}
      head={[
        populationWords.method,
        populationWords.estimate,
        populationWords.interval,
        words.near,
        tableWords.why,
      ].map(it => t(it))}
      numbers={[1]}
      rows={rows.map(row => ({
        id: `${row.method} ${row.choice}`,
        cells: [
          methodName(row, language),
          whole(row.estimate, language),
          row.intervals
            .map(
              it =>
                `${t(populationWords.kinds[it.kind])} ${whole(it.low, language)} – ${it.high === null ? '∞' : whole(it.high, language)}`,
            )
            .join('; '),
          row.models
            .slice(0, 12)
            .map(it => `${it.model} ${whole(it.estimate, language)}`)
            .join('; '),
          [
            ...row.refused.map(it => `${t(populationWords.refused)}: ${t(populationNotes[it])}`),
            ...row.warnings.map(it => t(populationNotes[it])),
          ].join('; '),
        ],
      }))}
    />
  );
}

export function Posteriors({ rows }: { readonly rows: readonly Estimate[] }) {
  const { t } = useWords();
  const drawn = rows.filter(it => it.posterior !== null);
  if (drawn.length === 0) return null;
  return (
    <Section title={t(words.posterior)}>
      {drawn.map(it => (
        <Posterior key={it.method} row={it} />
      ))}
    </Section>
  );
}

function Posterior({ row }: { readonly row: Estimate }) {
  const { t, language } = useWords();
  const { from, step, shares } = row.posterior ?? { from: 0, step: 1, shares: [] };
  const bars = shares.map((share, i) => ({ x1: from + i * step, x2: from + (i + 1) * step, share }));
  const peaks = row.models.filter(it => it.model === 'mode').map(it => it.estimate);
  const said = (peaks.length > 0 ? peaks : [row.estimate ?? 0]).map(it => whole(it, language)).join(', ');
  return (
    <>
      <h3>{row.method}</h3>
      <Chart
        text={t(words.posteriorText, { method: row.method, peaks: said })}
        of={row}
        draw={plot => ({
          height: 180,
          x: { label: t(words.people) },
          y: { label: t(words.share), percent: true },
          marks: [
            plot.rectY(bars, { x1: 'x1', x2: 'x2', y: 'share', fill: 'currentColor', fillOpacity: 0.5 }),
            plot.ruleX(peaks, { stroke: 'currentColor', strokeDasharray: '3 3' }),
            plot.ruleY([0]),
          ],
        })}
        table={
          <Table
            caption={row.method}
            head={[t(words.people), t(words.share)]}
            numbers={[0, 1]}
            rows={bars.map(it => ({
              id: String(it.x1),
              cells: [
                `${whole(it.x1, language)} – ${whole(it.x2 - 1, language)}`,
                `${formatNumber(Math.round(it.share * 1000) / 10, language)} %`,
              ],
            }))}
          />
        }
      />
    </>
  );
}
