/** Where the money goes: the worker's share as a range, the waterfall behind it, or why it cannot be computed. */
import { lazy, Suspense } from 'react';
import { api, bodyOf, type MoneyList, type MoneyRow } from '#web/api.ts';
import { useAsk, useData, useQuestion, useWords } from '#web/hooks.ts';
import { Chart } from '#web/parts/chart.tsx';
import { PeriodFields } from '#web/parts/choose.tsx';
import { Claims } from '#web/parts/claim-item.tsx';
import { Leaving } from '#web/parts/leaving.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { PAGE, Pager } from '#web/parts/pager.tsx';
import { PlaceField } from '#web/parts/place-field.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { answerWords } from '#words/answers.ts';
import { formatBounds, formatDates, formatRange, formatShare, type Language } from '#words/language.ts';
import { moneyPageWords as words } from '#words/pages/money.ts';
import { shellWords } from '#words/pages/shell.ts';
import { placeName } from '#words/places.ts';

const Flows = lazy(() => import('#web/pages/money/flows.tsx'));

export function Page() {
  const { t } = useWords();
  const query = useQuestion(['place', 'period'], PAGE);
  const money = useData(['money', query], () => bodyOf(api.money.$get({ query })));
  const title = t(answerWords.titles.money);
  return (
    <Loaded of={money} title={title}>
      {data => (
        <>
          <Opening title={title} sentence={data.sentence} counts={data.counts} />
          <form className="filters" onSubmit={event => event.preventDefault()}>
            <PlaceField />
            <PeriodFields />
          </form>
          {data.shares.length > 0 && (
            <Section title={t(words.shares)} note={t(words.sharesNote)}>
              <Shares shares={data.shares.slice(0, 60)} />
            </Section>
          )}
          {data.rows.length === 0 && <Empty />}
          {data.rows.map(row => (
            <Row
              key={`${row.place} ${row.from} ${row.to} ${row.currency} ${row.per}`}
              row={row}
              data={data}
            />
          ))}
          <Pager total={data.total} />
          <Leaving of="money" names={['place', 'period']} />
        </>
      )}
    </Loaded>
  );
}

type Share = { readonly low: number; readonly high: number };
type Shared = MoneyList['shares'][number];

const KINDS = [
  ['workerShare', 'cash', 'circle'],
  ['withDeferred', 'withDeferred', 'diamond'],
  ['withHome', 'withHome', 'square'],
] as const;

function shareText(share: Share | null, language: Language): string {
  if (share === null) return '–';
  const [low, high] = [formatShare(share.low, language), formatShare(share.high, language)];
  return low === high ? low : `${low} – ${high}`;
}

function whereWhen(it: Pick<Shared, 'place' | 'from' | 'to' | 'currency'>, language: Language): string {
  return `${placeName(it.place, language)}, ${formatDates(it.from, it.to, language)}${it.currency ? `, ${it.currency}` : ''}`;
}

function Shares({ shares }: { readonly shares: readonly Shared[] }) {
  const { t, language } = useWords();
  const ask = useAsk();
  const marks = shares.flatMap(it =>
    KINDS.flatMap(([key, word, symbol]) => {
      const share = it[key];
      return share
        ? [{ where: whereWhen(it, language), kind: t(words[word]), symbol, place: it.place, ...share }]
        : [];
    }),
  );
  const title = t(words.shares);
  return (
    <Chart
      text={title}
      of={shares}
      onOpen={datum => ask({ place: (datum as { place: string }).place })}
      draw={(plot, width) => ({
        marginLeft: width < 560 ? 130 : 240,
        height: 60 + shares.length * 26,
        x: {
          domain: [0, 1],
          tickFormat: (value: number) => formatShare(value, language),
          grid: true,
          label: null,
          ticks: 5,
        },
        y: {
          label: null,
          domain: [...new Set(marks.map(it => it.where))],
          tickFormat: (text: string) => (width < 560 ? text.slice(0, 20) : text),
        },
        marks: [
          plot.ruleY(marks, { y: 'where', x1: 'low', x2: 'high', strokeWidth: 3, className: 'span' }),
          plot.dot(marks, { y: 'where', x: 'low', symbol: 'symbol', r: 5, className: 'ends' }),
          plot.dot(marks, { y: 'where', x: 'high', symbol: 'symbol', r: 5, className: 'ends' }),
          plot.tip(
            marks,
            plot.pointer({
              y: 'where',
              x: 'high',
              title: (it: (typeof marks)[number]) => `${it.where}\n${it.kind}: ${shareText(it, language)}`,
            }),
          ),
        ],
      })}
      table={
        <Table
          caption={title}
          head={[t(shellWords.place), t(words.cash), t(words.withDeferred), t(words.withHome)]}
          numbers={[1, 2, 3]}
          rows={shares.map(it => ({
            id: `${it.place} ${it.from} ${it.to} ${it.currency} ${it.per}`,
            cells: [
              <To key="place" to="/money" search={{ place: it.place }}>
                {whereWhen(it, language)}
              </To>,
              ...KINDS.map(([key]) => shareText(it[key], language)),
            ],
          }))}
        />
      }
    />
  );
}

function Row({ row, data }: { readonly row: MoneyRow; readonly data: MoneyList }) {
  const { t, name, language } = useWords();
  return (
    <section className="part money">
      <h2>{whereWhen(row, language)}</h2>
      <p className="answer">
        {row.workerShare ? `${t(words.share)}: ${shareText(row.workerShare, language)}` : row.whyNot}
        {row.withDeferred && ` · ${t(words.withDeferred)}: ${shareText(row.withDeferred, language)}`}
        {row.withHome && ` · ${t(words.withHome)}: ${shareText(row.withHome, language)}`}
      </p>
      {row.sharesBySide.length > 1 && (
        <p>
          {row.sharesBySide
            .map(it => `${name('side', it.side)}: ${shareText(it.workerShare, language)}`)
            .join(' · ')}
        </p>
      )}
      {row.notAccountedFor && (
        <p>
          {t(words.notAccountedFor)}:{' '}
          {formatRange(row.notAccountedFor.low, row.notAccountedFor.high, language)} {row.currency}
        </p>
      )}
      {row.per && (
        <p className="soft">
          {row.currency} {name('per', row.per)}
        </p>
      )}
      {row.workerShare && (
        <Suspense fallback={null}>
          <Flows row={row} />
        </Suspense>
      )}
      {row.legs.length > 0 && <Waterfall row={row} />}
      {row.perWorkerMonth.map(it => (
        <p key={it.computation}>
          {t(words.perWorkerMonth, {
            what: `${it.computation} = ${formatBounds(it.low, it.high, language)} ${it.currency}`,
          })}{' '}
          <To to={`/claims/${it.claim}`}>{it.claim}</To>
        </p>
      ))}
      {row.checks.map(it => (
        <p key={it.computation} className="notice warn">
          {t(words.check, { what: it.computation })} {it.slip && t(words.slips[it.slip])}{' '}
          {it.claims.map(id => (
            <span key={id}>
              <To to={`/claims/${id}`}>{id}</To>{' '}
            </span>
          ))}
        </p>
      ))}
      {row.assertedShares.length > 0 && (
        <>
          <h3>{t(words.asserted)}</h3>
          <p className="soft">{t(words.assertedNote)}</p>
          <Claims ids={row.assertedShares.map(it => it.claim)} claims={data.claims} />
        </>
      )}
      {row.terms.length > 0 && (
        <details>
          <summary>
            {t(words.terms)} ({row.terms.length})
          </summary>
          <Table
            caption={`${t(words.terms)}: ${whereWhen(row, language)}${row.per ? `, ${name('per', row.per)}` : ''}`}
            head={[
              t(words.leg),
              t(words.amount),
              t(words.basis),
              t(words.payer),
              t(words.payee),
              t(words.asserter),
              t(shellWords.words),
            ]}
            numbers={[1]}
            rows={row.terms.map(it => ({
              id: it.id,
              cells: [
                name('leg', it.leg),
                amount(it.low, it.high, it.currency, language),
                name('basis', it.basis),
                it.payer ? (data.names[it.payer] ?? it.payer) : '–',
                it.payee ? (data.names[it.payee] ?? it.payee) : '–',
                <To key="party" to={`/parties/${it.asserter}`}>
                  {data.names[it.asserter] ?? it.asserter}
                </To>,
                <To key="words" to={`/claims/${it.claim}`}>
                  {it.claim}
                </To>,
              ],
            }))}
          />
        </details>
      )}
    </section>
  );
}

/** Bars from nothing to the lowest amount, a line on to the highest; each opens the words of its first claim. */
function Waterfall({ row }: { readonly row: MoneyRow }) {
  const { t, name, language } = useWords();
  const most = Math.max(1, ...row.legs.map(it => it.high ?? it.low ?? 0));
  const at = (value: number) => `${(value / most) * 100}%`;
  return (
    <table className="waterfall">
      <caption className="hidden">{t(words.waterfall)}</caption>
      <thead className="hidden">
        <tr>
          <th scope="col">{t(words.leg)}</th>
          <th scope="col">{t(words.waterfall)}</th>
          <th scope="col">{t(words.amount)}</th>
        </tr>
      </thead>
      <tbody>
        {row.legs.map(it => (
          <tr key={`${it.leg} ${it.basis}`} className={`leg-${it.leg}`}>
            <th scope="row">
              {name('leg', it.leg)} <span className="soft">{name('basis', it.basis)}</span>
            </th>
            <td aria-hidden="true">
              <i className="bar" style={{ inlineSize: at(it.low ?? 0) }} />
              <i
                className={it.high === null ? 'reach open' : 'reach'}
                style={{ inlineSize: at((it.high ?? most) - (it.low ?? 0)) }}
              />
            </td>
            <td className="number">
              <To to={`/claims/${it.claims[0]}`} title={t(shellWords.open)}>
                {amount(it.low, it.high, it.currency, language)}
              </To>
              {it.claims.slice(1, 4).map(id => (
                <span key={id}>
                  {' '}
                  <To to={`/claims/${id}`}>{id}</To>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function amount(low: number | null, high: number | null, currency: string, language: Language): string {
  return `${formatRange(low, high, language)} ${currency}`;
}
