/** Who says so: the claims, filtered and searched, each with its answers. */
import { api, bodyOf, type ClaimList } from '#web/api.ts';
import { useAsk, useData, useQuestion, useWords } from '#web/hooks.ts';
import { Chart } from '#web/parts/chart.tsx';
import { Choose, PeriodFields, WordField } from '#web/parts/choose.tsx';
import { ClaimItem } from '#web/parts/claim-item.tsx';
import { SideMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { PAGE, Pager } from '#web/parts/pager.tsx';
import { PlaceField } from '#web/parts/place-field.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { answerWords } from '#words/answers.ts';
import { labels } from '#words/labels.ts';
import { partyWords } from '#words/pages/parties.ts';
import { shellWords } from '#words/pages/shell.ts';
import { whoWords as words } from '#words/pages/who.ts';

const FILTERS = ['q', 'asserter', 'side', 'place', 'period', 'type', 'state', 'element', 'source'] as const;

export function Page() {
  const { t } = useWords();
  const ask = useAsk();
  const query = useQuestion(FILTERS, PAGE);
  const claims = useData(['claims', query], () => bodyOf(api.claims.$get({ query })));
  const title = t(answerWords.titles.who);
  const clear = () => ask(Object.fromEntries(FILTERS.map(it => [it, undefined])));
  return (
    <Loaded of={claims} title={title}>
      {data => (
        <>
          <Opening title={title} sentence={data.sentence} counts={data.counts} />
          <Filters data={data} />
          {data.total === 0 ? (
            <Empty clear={clear} />
          ) : (
            <>
              <Section title={t(words.chartTitle)} note={t(words.chartNote)}>
                <Asserters rows={data.asserters} />
                <Years rows={data.years} />
              </Section>
              <Section title={t(words.list)}>
                <ul className="claims">
                  {data.rows.map(it => (
                    <ClaimItem key={it.id} claim={it} />
                  ))}
                </ul>
                <Pager total={data.total} />
              </Section>
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function Filters({ data }: { readonly data: ClaimList }) {
  const { t, name, language } = useWords();
  const standards = useData(['standards', language], () =>
    bodyOf(api.standards.$get({ query: { lang: language } })),
  );
  const of = (kind: 'side' | 'type' | 'state', values: readonly string[]) =>
    values.map(id => ({ id, name: name(kind, id) }));
  const elements = new Map(
    (standards.data?.standards ?? []).flatMap(it => it.elements.map(inner => [inner.id, inner] as const)),
  );
  const none = t(shellWords.any);
  return (
    <form className="filters" onSubmit={event => event.preventDefault()} aria-label={t(words.filters)}>
      <WordField label={t(words.search)} of="q" hint={t(words.searchHint)} />
      <WordField label={t(words.asserter)} of="asserter" suggestions={data.asserters.map(it => it.name)} />
      <Choose label={t(words.side)} of="side" none={none} choices={of('side', Object.keys(labels.side))} />
      <PlaceField />
      <PeriodFields />
      <Choose label={t(words.type)} of="type" none={none} choices={of('type', Object.keys(labels.type))} />
      <Choose
        label={t(words.state)}
        of="state"
        none={none}
        choices={of('state', ['collected', 'accepted', 'withdrawn'])}
      />
      <Choose
        label={t(words.element)}
        of="element"
        none={none}
        choices={[...elements.values()].map(it => ({ id: it.id, name: it.name }))}
      />
    </form>
  );
}

type Sides = 'critical' | 'neutral' | 'defending';
const SIDES: readonly Sides[] = ['critical', 'neutral', 'defending'];

/** Bars by side: the side is told by the column it stands in, then by its shape. A name chooses whose claims are shown. */
function Asserters({ rows }: { readonly rows: ClaimList['asserters'] }) {
  const { t } = useWords();
  const ask = useAsk();
  const most = Math.max(1, ...rows.flatMap(row => SIDES.map(side => row[side])));
  return (
    <table className="mirror">
      <caption className="hidden">{t(words.chartTitle)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(words.asserter)}</th>
          {SIDES.map(side => (
            <th key={side} scope="col">
              <SideMark side={side} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            <th scope="row">
              <button type="button" className="plain" onClick={() => ask({ asserter: row.id })}>
                {row.name}
              </button>{' '}
              <To to={`/parties/${row.id}`} title={t(partyWords.party)} className="more">
                <span className="hidden">
                  {t(partyWords.party)}: {row.name}
                </span>
                <span aria-hidden="true">→</span>
              </To>
            </th>
            {SIDES.map(side => (
              <td key={side} className={`bar-${side}`}>
                <i style={{ inlineSize: `${(row[side] / most) * 100}%` }} />
                <b>{row[side]}</b>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Years({ rows }: { readonly rows: ClaimList['years'] }) {
  const { t, name } = useWords();
  const bars = rows.flatMap(row =>
    SIDES.map(side => ({ year: row.year, side: name('side', side), n: row[side] })),
  );
  const title = t(words.yearsTitle);
  const order = SIDES.map(side => name('side', side));
  return (
    <>
      <h3>{title}</h3>
      <Chart
        text={title}
        of={rows}
        draw={plot => ({
          height: 240,
          marginLeft: 32,
          marginRight: 74,
          x: { label: null, tickFormat: 'd', insetLeft: 8, insetRight: 8 },
          y: { label: null, ticks: 3, grid: true },
          fy: { label: null, domain: order, padding: 0.25 },
          marks: [
            plot.axisFy({ anchor: 'right', label: null }),
            ...SIDES.map(side =>
              plot.ruleX(
                bars.filter(it => it.n > 0 && it.side === name('side', side)),
                { x: 'year', y: 'n', fy: 'side', strokeWidth: 6, className: `bars bars-${side}` },
              ),
            ),
            plot.tip(
              bars.filter(it => it.n > 0),
              plot.pointerX({
                x: 'year',
                y: 'n',
                fy: 'side',
                title: (it: (typeof bars)[number]) => `${it.year}, ${it.side}: ${it.n}`,
              }),
            ),
          ],
        })}
        table={
          <Table
            caption={title}
            head={[t(words.year), ...order]}
            numbers={[1, 2, 3]}
            rows={rows.map(row => ({
              id: String(row.year),
              cells: [row.year, ...SIDES.map(side => row[side])],
            }))}
          />
        }
      />
    </>
  );
}
