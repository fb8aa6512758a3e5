/** How many: rival figures of one thing, on a map and side by side on lines, never averaged. */
import { lazy, Suspense } from 'react';
import { api, bodyOf, type FigureGroup, type FigureList } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { Register } from '#web/pages/how-many/register.tsx';
import { Choose, PeriodFields } from '#web/parts/choose.tsx';
import { Leaving } from '#web/parts/leaving.tsx';
import { Held, SideMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { PAGE, Pager } from '#web/parts/pager.tsx';
import { PlaceField } from '#web/parts/place-field.tsx';
import { Empty, Loaded, Loading } from '#web/parts/states.tsx';
import { To } from '#web/parts/to.tsx';
import { answerWords } from '#words/answers.ts';
import { formatBounds, formatNumber } from '#words/language.ts';
import { howManyWords as words } from '#words/pages/how-many.ts';
import { placeName } from '#words/places.ts';
import { tableWords } from '#words/tables.ts';

const WorldMap = lazy(() => import('#web/pages/how-many/map.tsx'));

export function Page() {
  const { t, name } = useWords();
  const query = useQuestion(['counted', 'place', 'period'], PAGE);
  const figures = useData(['figures', query], () => bodyOf(api.figures.$get({ query })));
  const title = t(answerWords.titles['how-many']);
  return (
    <Loaded of={figures} title={title}>
      {data => (
        <>
          <Opening title={title} sentence={data.sentence} counts={data.counts} />
          <form className="filters" onSubmit={event => event.preventDefault()}>
            <Choose
              label={t(words.counted)}
              of="counted"
              otherwise="workers"
              choices={data.counted.map(it => ({ id: it.id, name: `${name('counted', it.id)} (${it.n})` }))}
            />
            <PlaceField />
            <PeriodFields />
          </form>
          {data.total === 0 ? (
            <Empty />
          ) : (
            <>
              <Suspense fallback={<Loading />}>
                <WorldMap moments={data.moments} />
              </Suspense>
              <Section title={t(words.lines)} note={t(words.linesNote)}>
                <Lines data={data} />
                <Pager total={data.total} />
                <Leaving of="figures" names={['counted', 'place', 'period']} />
              </Section>
            </>
          )}
          <Register />
        </>
      )}
    </Loaded>
  );
}

function Lines({ data }: { readonly data: FigureList }) {
  return (
    <ol className="lines">
      {data.groups.map(group => (
        <Group key={`${group.place} ${group.at} ${group.measure} ${group.population}`} group={group} />
      ))}
    </ol>
  );
}

type Figure = FigureGroup['figures'][number];

/** One line: marks above it are critical, below it defending, on it neutral; each at what its words allow. */
function Group({ group }: { readonly group: FigureGroup }) {
  const { t, language } = useWords();
  const most = Math.max(1, ...group.figures.map(it => it.high ?? (it.low ?? 0) * 1.25));
  const relation = group.conflict ? words.conflict[group.conflict] : words.relation[group.relation];
  return (
    <li className="group">
      <h3>
        {placeName(group.place, language)} <span className="soft">{group.at.replace('/', ' – ')}</span>
      </h3>
      <p className={`relation relation-${group.relation}`}>
        {t(relation)}
        {group.agreed &&
          `: ${t(words.agreed, { range: formatBounds(group.agreed.low, group.agreed.high, language) })}`}
        {group.population && ` · ${group.population}`}
      </p>
      <div className="track" aria-hidden="true">
        {group.figures.map(it => (
          <i
            key={it.id}
            className={`mark mark-${it.side}${it.high === null ? ' open' : ''}${it.revised ? ' revised' : ''}`}
            style={extent(it, most)}
          />
        ))}
      </div>
      <p className="scale" aria-hidden="true">
        <span>0</span>
        <span>{formatNumber(most, language, 0)}</span>
      </p>
      <ul className="figures">
        {group.figures.map(it => (
          <FigureLine key={it.id} figure={it} />
        ))}
      </ul>
      {group.without.length > 0 && (
        <details>
          <summary>{t(words.wouldAgree)}</summary>
          <ul>
            {group.without.map(it => (
              <li key={it.join()}>{t(words.restored, { who: it.join(', ') })}</li>
            ))}
            {group.restored.more > 0 && <li>{t(words.more, { n: group.restored.more })}</li>}
          </ul>
        </details>
      )}
      {group.notComparable.length > 0 && (
        <details>
          <summary>{t(words.apart, { n: group.notComparable.length })}</summary>
          <ul>
            {group.notComparable.map(it => (
              <li key={`${it.at} ${it.measure} ${it.population}`}>
                {it.at.replace('/', ' – ')}: {t(tableWords.apart[it.why])}
                {it.conversion && `: ${it.conversion}`}
                {it.population && ` · ${it.population}`}{' '}
                {it.claims.map(id => (
                  <span key={id}>
                    <To to={`/claims/${id}`}>{id}</To>{' '}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {group.checks.map(it => (
        <p key={it.computation} className="notice warn">
          {t(words.check, { what: it.computation })}{' '}
          {it.claims.map(id => (
            <span key={id}>
              <To to={`/claims/${id}`}>{id}</To>{' '}
            </span>
          ))}
        </p>
      ))}
    </li>
  );
}

function FigureLine({ figure }: { readonly figure: Figure }) {
  const { t, language } = useWords();
  const unit =
    figure.currency ?? answerWords.units[figure.unit]?.[language] ?? figure.unit.replaceAll('-', ' ');
  return (
    <li>
      <SideMark side={figure.side} />
      <To to={`/claims/${figure.claim}`}>
        {formatBounds(figure.low, figure.high, language)} {unit}
      </To>
      <To to={`/parties/${figure.asserter}`}>{figure.asserterName}</To>
      <span className="soft">{figure.at.replace('/', ' – ')}</span>
      {figure.revised && <span className="tag">{t(words.revised)}</span>}
      {figure.abstract && <Held held="abstract" />}
    </li>
  );
}

function extent({ low, high }: Figure, most: number): { insetInlineStart: string; inlineSize: string } {
  const [start, end] = [low ?? 0, high ?? most];
  return {
    insetInlineStart: `${(start / most) * 100}%`,
    inlineSize: `${Math.max(0, ((end - start) / most) * 100)}%`,
  };
}
