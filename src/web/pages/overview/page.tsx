/** The five answers, each with the way to its page. */
import { api, bodyOf } from '#web/api.ts';
import { useData, useServer, useTitle, useWords } from '#web/hooks.ts';
import { Drawn } from '#web/pages/overview/glance.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { To } from '#web/parts/to.tsx';
import { shellWords as words } from '#words/pages/shell.ts';

export function Page() {
  const { t, language } = useWords();
  const { dossier } = useServer().data ?? {};
  const title = dossier ? (dossier.titles[language] ?? dossier.title) : 'Probanza';
  useTitle(title);
  const answers = useData(['answers', language], () =>
    bodyOf(api.answers.$get({ query: { lang: language } })),
  );
  return (
    <Loaded of={answers} title={title}>
      {data => (
        <>
          <header className="opening">
            <h1>{title}</h1>
            <p className="soft">{t(words.note)}</p>
          </header>
          <ol className="questions">
            {data.answers.map(it => (
              <li key={it.question}>
                <h2>
                  <To to={`/${it.question}`}>{it.title}</To>
                </h2>
                <p className="answer">{it.glance?.lead ?? it.sentence}</p>
                {it.glance && <Drawn glance={it.glance.drawn} />}
                <p className="soft">{it.glance?.rest ?? it.counts}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}
