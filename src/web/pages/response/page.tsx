/** What is being done: one timeline of everything dated, and the tables behind it. */
import { useNavigate } from '@tanstack/react-router';
import { api, bodyOf, type Response } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { BeforeAndAfter } from '#web/pages/response/around.tsx';
import { Chart } from '#web/parts/chart.tsx';
import { Choose, PeriodFields } from '#web/parts/choose.tsx';
import { SideMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { PAGE, Pager } from '#web/parts/pager.tsx';
import { PlaceField } from '#web/parts/place-field.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { answerWords } from '#words/answers.ts';
import { aroundWords } from '#words/around.ts';
import { formatDate, formatDates } from '#words/language.ts';
import { requestPageWords } from '#words/pages/requests.ts';
import { responseWords as words } from '#words/pages/response.ts';
import { shellWords } from '#words/pages/shell.ts';
import { placeName } from '#words/places.ts';

const KINDS = ['agreement', 'measure', 'request', 'reply', 'event'] as const;

export function Page() {
  const { t, name } = useWords();
  const query = useQuestion(['place', 'period', 'kind'], PAGE);
  const response = useData(['response', query], () => bodyOf(api.response.$get({ query })));
  const title = t(answerWords.titles.response);
  return (
    <Loaded of={response} title={title}>
      {data => (
        <>
          <Opening title={title} sentence={data.sentence} counts={data.counts} />
          <form className="filters" onSubmit={event => event.preventDefault()}>
            <Choose
              label={t(words.kind)}
              of="kind"
              none={t(shellWords.any)}
              choices={KINDS.map(id => ({ id, name: name('dated', id) }))}
            />
            <PlaceField />
            <PeriodFields />
          </form>
          {data.total === 0 ? (
            <Empty />
          ) : (
            <>
              <Section title={t(words.timeline)} note={t(words.timelineNote)}>
                <Timeline data={data} />
              </Section>
              <BeforeAndAfter />
              <Section title={t(words.list)}>
                <List rows={data.rows} caption={t(words.list)} />
                <Pager total={data.total} />
              </Section>
            </>
          )}
          <Section title={t(words.requests)} note={<To to="/requests">{t(requestPageWords.all)}</To>}>
            {data.requests.length > 0 && <Requests rows={data.requests} />}
          </Section>
          {data.kinds.length > 0 && (
            <Section title={t(words.kinds)}>
              <Table
                caption={t(words.kinds)}
                head={[t(words.kind), t(words.number)]}
                numbers={[1]}
                rows={data.kinds.map(it => ({ id: it.kind, cells: [name('measure', it.kind), it.n] }))}
              />
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}

type Mark = Response['marks'][number];
function Timeline({ data }: { readonly data: Response }) {
  const { t, name, language } = useWords();
  const navigate = useNavigate();
  const day = (date: string, end: boolean) => {
    const [year = '', month, last] = date.split('-');
    const at = [
      Number(year),
      month === undefined ? (end ? 11 : 0) : Number(month) - 1,
      last === undefined ? (end ? 28 : 1) : Number(last),
    ] as const;
    return new Date(Date.UTC(...at));
  };
  const dated = data.marks.filter((it): it is Mark & { from: string } => it.from !== null);
  const marks = dated.map((it, index) => ({
    ...it,
    row: name('dated', it.kind),
    lane: index % LANES,
    start: day(it.from, false),
    end: it.to === null ? null : day(it.to, true),
  }));
  const latest = marks.reduce((last, it) => (it.start > last ? it.start : last), new Date(0));
  const lasting = marks.filter(it => it.from !== it.to);
  const symbols: Readonly<Record<string, string>> = {
    critical: 'triangle',
    neutral: 'square',
    defending: 'circle',
  };
  const title = t(words.timeline);
  return (
    <Chart
      text={title}
      of={data.marks}
      onOpen={datum => navigate({ to: `/claims/${firstClaim(data, datum)}` as '/' })}
      draw={(plot, width) => ({
        height: 340,
        marginLeft: width < 560 ? 70 : 100,
        x: { type: 'utc', grid: true, label: null, ticks: width < 560 ? 4 : 8 },
        y: { axis: null, domain: [-1, LANES] },
        fy: { label: null, domain: KINDS.map(it => name('dated', it)), axis: 'left' },
        marks: [
          plot.frame({ className: 'lane' }),
          plot.ruleY(lasting, {
            fy: 'row',
            y: 'lane',
            x1: 'start',
            x2: (it: (typeof marks)[number]) => it.end ?? latest,
            className: 'span',
          }),
          plot.dot(marks, {
            fy: 'row',
            y: 'lane',
            x: 'start',
            symbol: (it: (typeof marks)[number]) => symbols[it.side] ?? 'circle',
            r: 4,
            className: 'ends',
          }),
          plot.tip(
            marks,
            plot.pointer({
              fy: 'row',
              y: 'lane',
              x: 'start',
              title: (it: (typeof marks)[number]) =>
                `${formatDates(it.from, it.to, language)}\n${summaryOf(data, it.id) ?? it.row}`,
            }),
          ),
        ],
      })}
      table={<List rows={data.rows} caption={title} />}
    />
  );
}

/** Lines in a row of the picture, so that marks of one time lie beside each other. */
const LANES = 5;

function summaryOf(data: Response, id: string): string | undefined {
  return data.rows.find(it => it.id === id)?.summary.slice(0, 90);
}

function firstClaim(data: Response, datum: unknown): string {
  const { id } = datum as { id: string };
  return data.marks.find(it => it.id === id)?.claim ?? '';
}

function List({ rows, caption }: { readonly rows: Response['rows']; readonly caption: string }) {
  const { t, name, language } = useWords();
  return (
    <Table
      caption={caption}
      head={[
        t(words.when),
        t(words.kind),
        t(words.what),
        t(words.by),
        t(words.where),
        t(words.status),
        t(shellWords.words),
      ]}
      rows={rows.map(it => ({
        id: `${it.kind} ${it.id}`,
        cells: [
          formatDates(it.from, it.to, language) || t(words.undated),
          it.what ? name('measure', it.what) : name('dated', it.kind),
          <span key="what">
            <To to={`/claims/${it.claims[0]}`}>{it.summary}</To>
            {it.kind === 'measure' && (
              <>
                {' '}
                <To to="/response" search={{ around: it.id }} hash="around" className="soft">
                  ({t(aroundWords.link)})
                </To>
              </>
            )}
          </span>,
          it.by ?? '–',
          placeName(it.place, language),
          it.status ? name('status', it.status) : '–',
          <SideMark key="side" side={it.side} />,
        ],
      }))}
    />
  );
}

function Requests({ rows }: { readonly rows: Response['requests'] }) {
  const { t, name, language } = useWords();
  return (
    <Table
      caption={t(words.requests)}
      head={[
        t(words.asked),
        t(words.what),
        t(words.sent),
        t(words.due),
        t(words.status),
        t(words.addressees),
        t(words.silent),
      ]}
      numbers={[5]}
      rows={rows.map(it => ({
        id: it.id,
        cells: [
          it.asker,
          <To key="about" to={`/claims/${it.claims[0]}`}>
            {it.about}
          </To>,
          it.sent ? formatDate(it.sent, language) : '–',
          it.due ? formatDate(it.due, language) : '–',
          `${name('status', it.state)}${it.overdue ? `, ${t(words.overdue)}` : ''}; ${t(words.replies, { n: it.replies.length })}`,
          it.addressees,
          it.silent.slice(0, 8).join(', ') || '–',
        ],
      }))}
    />
  );
}
