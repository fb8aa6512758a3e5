/** One claim: its exact words in their place, what speaks for trusting it, what it bears on, what answers it, its history. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, type WholeClaim } from '#web/api.ts';
import { useData, useServer, useWords } from '#web/hooks.ts';
import { useActs } from '#web/pages/review/acts.ts';
import { EditDialog, LinkDialog } from '#web/pages/review/dialogs.tsx';
import { DriftedHere } from '#web/pages/review/drifted.tsx';
import { SearchForm } from '#web/pages/who/search-form.tsx';
import { Translations } from '#web/pages/who/translations.tsx';
import { Line } from '#web/parts/claim-item.tsx';
import { Held, SideMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Proposition } from '#web/parts/proposition.tsx';
import { Record, useOnRecord } from '#web/parts/record.tsx';
import { Said } from '#web/parts/said.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { translationIn } from '#words/claims.ts';
import { formatDates, formatRange } from '#words/language.ts';
import { shellWords } from '#words/pages/shell.ts';
import { whoWords as words } from '#words/pages/who.ts';
import { placeName } from '#words/places.ts';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { t, language } = useWords();
  const claim = useData(['claim', id, language], () =>
    bodyOf(api.claims[':id'].$get({ param: { id }, query: { lang: language } })),
  );
  return (
    <Loaded of={claim} title={`${t(words.claim)} ${id}`}>
      {data => <Whole data={data} />}
    </Loaded>
  );
}

function Whole({ data }: { readonly data: WholeClaim }) {
  const { t, name, language } = useWords();
  const { line, claim } = data;
  const translated = translationIn(line.translations, language);
  return (
    <>
      <Opening
        title={translated?.proposition ?? line.proposition}
        heading={<Proposition claim={line} />}
        sentence={
          <>
            <strong>
              <To to={`/parties/${line.asserter}`}>{data.asserter?.name ?? line.asserter}</To>
            </strong>{' '}
            {t(words.says)}
            {data.reporter && (
              <>
                ,{' '}
                <To to={`/parties/${data.reporter.id}`}>
                  {t(words.reportedBy, { name: data.reporter.name })}
                </To>
              </>
            )}
            .
          </>
        }
      >
        <p className="facts">
          <SideMark side={line.side} />
          <span>{name('type', line.type)}</span>
          <span>{name('state', line.state)}</span>
          <span>{line.reach === 'host' ? placeName(line.place, language) : name('reach', line.reach)}</span>
          <span>{formatDates(claim.from, claim.to, language)}</span>
          <code>{line.id}</code>
        </p>
        {translated && (
          <p className="soft">
            {t(words.translatedFrom)}
            {line.proposition}
          </p>
        )}
        <Actions data={data} />
      </Opening>
      <Section title={t(words.exact)} {...(line.held === 'abstract' ? { note: t(words.abstractNote) } : {})}>
        <DriftedHere claim={line.id} source={data.source.id} />
        <Quote data={data} />
        <Trust data={data} />
      </Section>
      <Section title={t(shellWords.answeredBy)}>
        <Answers rows={data.answeredBy} searches={data.searches} />
        <SearchForm claim={data.line.id} />
      </Section>
      {data.answers.length > 0 && (
        <Section title={t(words.answers)}>
          <Answers rows={data.answers} searches={[]} />
        </Section>
      )}
      <Section title={t(words.bears)}>
        {data.bearings.length === 0 ? (
          <p className="soft">{t(words.bearsNone)}</p>
        ) : (
          <ul className="plainlist">
            {data.bearings.map(it => (
              <li key={it.id}>
                <To to="/forced-labour" search={{ standard: it.standard }} hash={it.element}>
                  {it.element}
                </To>{' '}
                <b>{name('direction', it.direction)}</b> ({it.subjectName}): {it.reason}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Numbers data={data} />
      <Translations data={data} />
      <Section title={t(words.history)}>
        <History rows={data.history} />
      </Section>
    </>
  );
}

function Quote({ data: { passage, source, line } }: { readonly data: WholeClaim }) {
  const { t } = useWords();
  return (
    <figure className="quote">
      <blockquote lang={line.held === 'abstract' ? 'en' : source.lang}>
        <span className="around">{passage.before}</span>
        <mark>{passage.exact}</mark>
        <span className="around">{passage.after}</span>
      </blockquote>
      <figcaption>
        <To
          to={`/sources/${source.id}`}
          search={{ at: String(passage.start), text: line.passage.text }}
          hash={`c-${line.id}`}
        >
          {t(words.inSource)}
        </To>
        : <cite>{source.title}</cite>, {source.publisher}
        {source.date && `, ${source.date}`}
        {passage.page !== null && `, ${t(words.page, { n: passage.page })}`} <Held held={line.held} />
      </figcaption>
    </figure>
  );
}

/** Why it may be trusted or not: grades with their grader, how it is known, from whom first, how it was captured. */
function Trust({ data }: { readonly data: WholeClaim }) {
  const { t, name } = useWords();
  const { source, claim, line } = data;
  const { graded, captured } = useOnRecord(source);
  const rows = [
    [t(words.reliability), `${source.grade} · ${[source.gradeReason, graded].filter(it => it).join('; ')}`],
    [
      t(words.credibility),
      `${claim.credibility}${claim.credibilityReason ? ` · ${claim.credibilityReason}` : ''}`,
    ],
    [
      t(words.knows),
      `${name('knowledge', claim.knowledge)}; ${name('stake', claim.stake)}; ${name('mode', line.mode)}`,
    ],
    [t(words.origin), data.originName],
    [t(words.collector), claim.collector],
    [t(words.captured), captured],
  ] as const;
  return <Record rows={rows} />;
}

function Answers({
  rows,
  searches,
}: {
  readonly rows: WholeClaim['answeredBy'];
  readonly searches: WholeClaim['searches'];
}) {
  const { t, name } = useWords();
  return (
    <>
      {rows.length === 0 && searches.length === 0 && <p className="soft">{t(shellWords.noAnswer)}</p>}
      <ul className="claims">
        {rows.map(it => (
          <li key={it.line.id} className="claim">
            <Line claim={it.line} />
            <p className="soft">
              {name('answer', it.kind)}: {it.reason}
            </p>
          </li>
        ))}
        {searches.map(it => (
          <li key={it.id}>
            {t(words.searched, { places: it.places, at: it.at, languages: it.languages, found: it.found })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Numbers({ data }: { readonly data: WholeClaim }) {
  const { t, name, language } = useWords();
  const rows = [
    ...data.figures.map(it => ({
      id: it.id,
      cells: [
        <To key="to" to="/how-many" search={{ counted: it.counted, place: it.place }}>
          {name('counted', it.counted)}
        </To>,
        `${formatRange(it.low, it.high, language)} ${it.currency ?? it.unit}`,
        placeName(it.place, language),
        formatDates(it.from, it.to, language),
      ],
    })),
    ...data.terms.map(it => ({
      id: it.id,
      cells: [
        <To key="to" to="/money" search={{ place: it.place }}>
          {name('leg', it.leg)}
        </To>,
        `${formatRange(it.low, it.high, language)} ${it.currency} ${name('per', it.per)}`,
        placeName(it.place, language),
        formatDates(it.from, it.to, language),
      ],
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t(words.numbers)}>
      <Table
        caption={t(words.numbers)}
        head={[t(words.about), t(words.amount), t(shellWords.place), t(words.when)]}
        rows={rows}
      />
    </Section>
  );
}

function History({ rows }: { readonly rows: WholeClaim['history'] }) {
  const { t, name } = useWords();
  return (
    <Table
      caption={t(words.history)}
      head={['#', t(words.at), t(words.by), t(words.act), t(words.changed)]}
      numbers={[0]}
      rows={rows.map(it => ({
        id: String(it.seq),
        cells: [
          it.seq,
          it.at.slice(0, 19).replace('T', ' '),
          it.by,
          name('act', it.act),
          it.changed.map(({ column, was, is }) => `${column}: ${was || '–'} → ${is || '–'}`).join('; '),
        ],
      }))}
    />
  );
}

function Actions({ data }: { readonly data: WholeClaim }) {
  const { t } = useWords();
  const server = useServer();
  const acts = useActs();
  const [open, show] = useState<'edit' | 'link' | null>(null);
  const { id, state } = data.line;
  if (server.data?.readOnly !== false) return null;
  return (
    <div className="acts">
      {state !== 'accepted' && (
        <button type="button" onClick={() => acts.decide('accept', id)}>
          {t(words.accept)}
        </button>
      )}
      {state !== 'withdrawn' && (
        <button type="button" onClick={() => acts.decide('withdraw', id)}>
          {t(words.withdraw)}
        </button>
      )}
      <button type="button" onClick={() => show('edit')}>
        {t(words.edit)}
      </button>
      <button type="button" onClick={() => show('link')}>
        {t(words.link)}
      </button>
      <Said acts={acts} />
      {open === 'edit' && (
        <EditDialog
          id={id}
          kind="claim"
          row={data.claim as unknown as Readonly<{ [column: string]: unknown }>}
          verb="save"
          close={() => show(null)}
          save={changes => acts.edit(id, changes)}
        />
      )}
      {open === 'link' && <LinkDialog claim={id} close={() => show(null)} save={acts.link} />}
    </div>
  );
}
