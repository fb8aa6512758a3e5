/** The sources, to be opened one by one. */
import { api, bodyOf } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { Choose, WordField } from '#web/parts/choose.tsx';
import { Held } from '#web/parts/marks.tsx';
import { Opening } from '#web/parts/page.tsx';
import { PAGE, Pager } from '#web/parts/pager.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { To } from '#web/parts/to.tsx';
import { formatDate } from '#words/language.ts';
import { deskWords as words } from '#words/pages/desk.ts';
import { shellWords } from '#words/pages/shell.ts';

export function Page() {
  const { t, name, language } = useWords();
  const query = useQuestion(['q', 'held'], PAGE);
  const sources = useData(['sources', query], () => bodyOf(api.sources.$get({ query })));
  const choices = ['original', 'abstract'].map(id => ({ id, name: name('held', id) }));
  return (
    <Loaded of={sources} title={t(words.sourcesTitle)}>
      {data => (
        <>
          <Opening title={t(words.sourcesTitle)} sentence={t(words.sourcesSentence, { n: data.total })} />
          <div className="filters">
            <WordField label={t(words.sourceSearch)} of="q" />
            <Choose label={t(words.held)} of="held" none={t(shellWords.any)} choices={choices} />
          </div>
          {data.total === 0 && <Empty />}
          <ul className="claims">
            {data.rows.map(it => (
              <li key={it.id} className="claim">
                <p className="proposition">
                  <To to={`/sources/${it.id}`}>{it.title}</To>
                </p>
                <p className="facts">
                  <span>{it.publisher}</span>
                  {it.date && <span>{formatDate(it.date, language)}</span>}
                  <span lang={it.lang}>{it.lang}</span>
                  <abbr title={`${it.grade} ${it.gradeReason ?? ''}`}>{it.grade}</abbr>
                  <span>{t(words.claims, { n: it.claims })}</span>
                  <Held held={it.held} />
                </p>
              </li>
            ))}
          </ul>
          <Pager total={data.total} />
        </>
      )}
    </Loaded>
  );
}
