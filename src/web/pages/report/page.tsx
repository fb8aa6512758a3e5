/** Makes a report: what leaves, what stays, who might be told by it, and the files. */
import { api, bodyOf, type ReportPreview } from '#web/api.ts';
import { useData, useQuestion, useWords, type Words } from '#web/hooks.ts';
import { Choose, PeriodFields, WordField } from '#web/parts/choose.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { PlaceField } from '#web/parts/place-field.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { LANGUAGES } from '#words/language.ts';
import { reportPageWords as words } from '#words/pages/report.ts';
import { shellWords } from '#words/pages/shell.ts';
import { previewWords } from '#words/preview.ts';
import { reportWords } from '#words/report.ts';

const ASKED = ['place', 'period', 'held', 'audience', 'languages', 'docx', 'withhold'] as const;

export function Page() {
  const { t } = useWords();
  const query = useQuestion(ASKED) as Record<string, string>;
  const report = useData(['report', query], () => bodyOf(api.report.$get({ query: query as never })));
  const title = t(reportWords.report);
  return (
    <Loaded of={report} title={title}>
      {({ preview, all }) => (
        <>
          <Opening
            title={title}
            sentence={t(previewWords.shown, {
              ...preview.shown,
              audience: t(previewWords.audiences[preview.audience]),
            })}
            counts={withheldSentence(preview, t)}
          />
          <Choices />
          {preview.dangers.some(it => it.kind === 'name') ? (
            <p className="notice warn">{t(words.blocked)}</p>
          ) : (
            <p>
              <a href={`/api/report/download?${new URLSearchParams(query)}`} download>
                {t(words.download)}
              </a>
            </p>
          )}
          <Withheld preview={preview} />
          <Dangers preview={preview} all={all} />
        </>
      )}
    </Loaded>
  );
}

function withheldSentence({ withheld, rows }: ReportPreview, t: Words['t']): string {
  const [claims, sources, parties] = [
    withheld.claims.length,
    withheld.sources.length,
    withheld.parties.length,
  ];
  if (claims + sources + parties === 0) return t(reportWords.withheldNone);
  return `${t(reportWords.withheldCounts, { claims, sources, parties })} ${t(previewWords.rows, { rows })}`;
}

function Choices() {
  const { t, language } = useWords();
  const audiences = ['public', 'partners', 'court'] as const;
  const languages = LANGUAGES.map(id => ({ id, name: shellWords.names[id] }));
  return (
    <form className="filters" onSubmit={event => event.preventDefault()}>
      <Choose
        label={t(words.audience)}
        of="audience"
        otherwise="public"
        choices={audiences.map(id => ({ id, name: t(previewWords.audiences[id]) }))}
      />
      <Choose
        label={t(words.held)}
        of="held"
        otherwise="originals"
        choices={(['originals', 'all'] as const).map(id => ({ id, name: t(words[id]) }))}
      />
      <Choose
        label={t(words.languages)}
        of="languages"
        otherwise={language}
        choices={[...languages, { id: 'all', name: t(words.every) }]}
      />
      <Choose
        label={t(words.documents)}
        of="docx"
        otherwise="no"
        choices={[
          { id: 'no', name: t(words.pages) },
          { id: 'yes', name: t(words.docx) },
        ]}
      />
      <PlaceField />
      <PeriodFields />
      <WordField label={t(words.withhold)} of="withhold" />
    </form>
  );
}

function Withheld({ preview }: { readonly preview: ReportPreview }) {
  const { t } = useWords();
  const kinds = [
    ['claims', reportWords.number],
    ['sources', reportWords.sources],
    ['parties', shellWords.parties],
  ] as const;
  const rows = kinds.filter(([kind]) => preview.withheld[kind].length > 0);
  if (rows.length === 0) return null;
  return (
    <Section title={t(words.withheldList)}>
      <dl>
        {rows.map(([kind, name]) => (
          <div key={kind}>
            <dt>{t(name)}</dt>
            <dd>{preview.withheld[kind].join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Dangers({ preview: { dangers }, all }: { readonly preview: ReportPreview; readonly all: number }) {
  const { t } = useWords();
  const title = t(words.dangersTitle);
  if (all === 0)
    return (
      <Section title={title}>
        <p>{t(previewWords.safe)}</p>
      </Section>
    );
  return (
    <Section title={title} note={all > dangers.length ? t(words.first, { n: dangers.length, all }) : ''}>
      <Table
        caption={title}
        head={[t(words.danger), t(words.id), t(words.where)]}
        rows={dangers.map(it => ({
          id: `${it.kind} ${it.id} ${it.where}`,
          cells: [t(previewWords.kinds[it.kind]), it.id, it.where],
        }))}
      />
    </Section>
  );
}
