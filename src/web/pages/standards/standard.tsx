/** One standard: its rule as a tree, its elements and where each leads, its exceptions, and whom it bound when. */
import { useParams } from '@tanstack/react-router';
import { api, bodyOf, type StandardPage } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { Propose } from '#web/pages/standards/propose.tsx';
import { Rule } from '#web/pages/standards/rule.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Record } from '#web/parts/record.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { formatDates, say } from '#words/language.ts';
import { standardPageWords as words } from '#words/pages/standards.ts';
import { placeName } from '#words/places.ts';
import { gradeNames, standardKinds, standardWords, subjectNames } from '#words/standards.ts';

type Told = StandardPage['standard'];
type ElementTold = Told['elements'][number];

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { t, language } = useWords();
  const standard = useData(['standard', id, language], () =>
    bodyOf(api.standards[':id'].$get({ param: { id }, query: { lang: language } })),
  );
  return (
    <Loaded of={standard} title={`${t(words.standard)} ${id}`}>
      {data => <Whole data={data} />}
    </Loaded>
  );
}

function Whole({ data: { standard, leads } }: { readonly data: StandardPage }) {
  const { t } = useWords();
  const n = standard.elements.length + standard.exceptions.length;
  const text = t(standard.verified.yes ? words.textYes : words.textNo);
  const sentence = t(words.one, { kind: t(standardKinds[standard.kind]), n, text });
  return (
    <>
      <Opening title={standard.title} sentence={sentence}>
        {!standard.verified.yes && (
          <p className="notice warn">{t(standardWords.unverified, { how: standard.verified.how })}</p>
        )}
        {standard.stub ? (
          <p className="notice warn">{t(standardWords.stub)}</p>
        ) : (
          <p>
            <To to="/forced-labour" search={{ standard: standard.id }}>
              {t(words.apply)}
            </To>
          </p>
        )}
        <Facts standard={standard} />
      </Opening>
      <Section title={t(words.rule)} {...(standard.says ? { note: standard.says } : {})}>
        <ul className="rule">
          <Rule line={standard.rule} />
        </ul>
      </Section>
      <Section title={t(words.elements)} note={t(words.leadsNote)}>
        <Propose standard={standard.id} />
        <Elements elements={standard.elements} leads={leads} />
      </Section>
      {standard.exceptions.length > 0 && (
        <Section title={t(words.exceptions)}>
          <Elements elements={standard.exceptions} leads={leads} />
        </Section>
      )}
      {standard.binds.length > 0 && <Bound standard={standard} />}
    </>
  );
}

function Facts({ standard: it }: { readonly standard: Told }) {
  const { t, name } = useWords();
  return (
    <Record
      rows={[
        [t(standardWords.id), `${it.id} ${it.version}`],
        [t(words.body), `${it.body}, ${it.year}`],
        [
          t(standardWords.source),
          <a key="source" href={it.source.url} rel="noreferrer">
            {it.source.title}
          </a>,
        ],
        [t(standardWords.paragraphs), it.source.paragraphs.join('; ')],
        [t(standardWords.how), it.verified.yes && it.verified.how],
        [t(standardWords.subjects), it.subjects.map(one => t(subjectNames[one])).join(', ')],
        [t(standardWords.routes), it.routes.map(one => name('route', one)).join(', ')],
        [t(standardWords.file), it.file],
      ]}
    />
  );
}

interface ElementsProps {
  readonly elements: readonly (ElementTold & { readonly paragraph?: string; readonly burden?: string })[];
  readonly leads: StandardPage['leads'];
}

function Elements({ elements, leads }: ElementsProps) {
  const { t } = useWords();
  const gradeName = (id: string | null) => (id === null ? null : t(gradeNames[id]));
  return (
    <ol className="elements">
      {elements.map(it => (
        <li key={it.id} id={it.id} className="element">
          <div className="named">
            <h3>{it.name}</h3>
            <code>{it.id}</code>
            {[it.dimension, gradeName(it.type === 'other' ? null : it.type), gradeName(it.strength)]
              .filter(one => one)
              .map(one => (
                <span key={one} className="tag">
                  {one}
                </span>
              ))}
          </div>
          {it.paragraph && (
            <p className="soft">
              {it.paragraph}; {t(standardWords.burden)} {burden(it.burden ?? '', t)}
            </p>
          )}
          <p lang="en">{it.description}</p>
          <More look={it.lookFor} leads={leads[it.id] ?? []} />
        </li>
      ))}
    </ol>
  );
}

function burden(on: string, t: ReturnType<typeof useWords>['t']): string {
  return on === standardWords.reliesOnIt.en ? t(standardWords.reliesOnIt) : on;
}

function More({
  look,
  leads,
}: {
  readonly look: readonly string[];
  readonly leads: NonNullable<StandardPage['leads'][string]>;
}) {
  const { t } = useWords();
  return (
    <>
      {look.length > 0 && (
        <details>
          <summary>{t(words.lookFor)}</summary>
          <ul className="look" lang="en">
            {look.map(it => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </details>
      )}
      {leads.length > 0 && (
        <details>
          <summary>
            {t(words.leads)} ({leads.length})
          </summary>
          <ul className="plainlist">
            {leads.map(it => (
              <li key={it.element}>
                <To to={`/standards/${it.standard}`}>{it.name}</To> <code>{it.element}</code>{' '}
                {it.ask && <span className="tag cited">{t(standardWords.ask)}</span>}{' '}
                {it.direction === 'rebuts' && <b>{t(words.against)}</b>}{' '}
                <span className="soft">
                  {t(words.where, { fact: it.fact })}. {it.note}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Bound({ standard }: { readonly standard: Told }) {
  const { t, language } = useWords();
  const when = (it: Told['binds'][number]) => {
    if (it.never) return t(standardWords.never);
    const days = formatDates(it.from, it.to ?? it.from, language) ?? '';
    return it.to === null ? say(standardWords.onward, language, { from: days }) : days;
  };
  return (
    <Section title={t(words.bound)} note={t(standardWords.others)}>
      <Table
        caption={t(words.bound)}
        head={[standardWords.state, standardWords.period, standardWords.source].map(it => t(it))}
        rows={standard.binds.map((it, n) => ({
          id: `${it.state} ${n}`,
          cells: [
            placeName(it.state, language),
            when(it),
            <span key="source" lang="en">
              {it.source}
              {!it.verified && ` (${t(words.notVerified)})`}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
