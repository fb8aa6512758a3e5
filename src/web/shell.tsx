/** The frame of every page: where one is, where one can go, language, appearance, and how the server does. */
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Failed } from '#web/api.ts';
import { useAsk, useAsked, useServer, useTitle, useWords } from '#web/hooks.ts';
import { To } from '#web/parts/to.tsx';
import { applyTheme, rememberLanguage, THEMES, type Theme, theme } from '#web/settings.ts';
import { answerWords, questionNames } from '#words/answers.ts';
import { LANGUAGES, type Language } from '#words/language.ts';
import { shellWords as words } from '#words/pages/shell.ts';

export function Shell() {
  const { t, language } = useWords();
  const server = useServer();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const locked = server.error instanceof Failed && server.error.status === 401;
  const { dossier } = server.data ?? {};
  return (
    <>
      <a className="skip" href="#page">
        {t(words.skip)}
      </a>
      <header className="top">
        <To to="/" className="brand">
          <img src="/icon.svg" alt="" width="20" height="20" /> Probanza
        </To>
        {dossier && <span className="dossier">{dossier.titles[language] ?? dossier.title}</span>}
        <Settings />
      </header>
      <Places />
      <Notices />
      <main id="page" tabIndex={-1}>
        {locked ? <Key /> : <Outlet />}
      </main>
      <footer>
        <p>{t(words.footer)}</p>
      </footer>
    </>
  );
}

function Places() {
  const { t } = useWords();
  return (
    <div className="places">
      <nav aria-label={t(words.questions)}>
        {questionNames.map(name => (
          <To key={name} to={`/${name}`}>
            {t(answerWords.titles[name])}
          </To>
        ))}
      </nav>
      <nav aria-label={t(words.work)} className="work">
        <To to="/sources">{t(words.sources)}</To>
        <To to="/parties">{t(words.parties)}</To>
        <To to="/standards">{t(words.standards)}</To>
        <To to="/interviews">{t(words.interviews)}</To>
        <To to="/lists">{t(words.lists)}</To>
        <To to="/review">{t(words.review)}</To>
        <To to="/report">{t(words.report)}</To>
        <To to="/read">{t(words.read)}</To>
      </nav>
    </div>
  );
}

function Settings() {
  const { t, language } = useWords();
  const ask = useAsk();
  const { offset } = useAsked();
  const [chosen, choose] = useState<Theme>(theme());
  const speak = (to: Language) => {
    rememberLanguage(to);
    ask({ lang: to, offset });
  };
  return (
    <div className="settings">
      <label>
        <span className="hidden">{t(words.language)}</span>
        <select value={language} onChange={event => speak(event.target.value as Language)}>
          {LANGUAGES.map(it => (
            <option key={it} value={it} lang={it}>
              {words.names[it]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="hidden">{t(words.theme)}</span>
        <select
          value={chosen}
          onChange={event => {
            const to = event.target.value as Theme;
            applyTheme(to);
            choose(to);
          }}
        >
          {THEMES.map(it => (
            <option key={it} value={it}>
              {t(words.themes[it])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Says what happened to the server, or in another window; what is shown is asked again when anything did. */
function Notices() {
  const { t } = useWords();
  const client = useQueryClient();
  const server = useServer();
  const known = useRef<{ start: string; seq: number } | null>(null);
  const [said, say] = useState<'restarted' | 'elsewhere' | null>(null);
  const { start, seq } = server.data ?? {};
  useEffect(() => {
    if (start === undefined || seq === undefined) return;
    const before = known.current;
    known.current = { start, seq };
    if (before === null || (before.start === start && before.seq === seq)) return;
    if (before.start !== start) say('restarted');
    else if (!client.isMutating() && Date.now() - lastOwnAct(client) > 3000) say('elsewhere');
    client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'state' });
  }, [client, start, seq]);
  const away = server.isError && !(server.error instanceof Failed);
  return (
    <div aria-live="polite" className="notices">
      {away && <p className="notice warn">{t(words.lost, { seq: seq ?? 0 })}</p>}
      {!away && said && (
        <p className="notice">
          {t(words[said], { seq: seq ?? 0 })}{' '}
          <button type="button" className="plain" onClick={() => say(null)}>
            {t(words.close)}
          </button>
        </p>
      )}
      {server.data?.readOnly && <p className="notice">{t(words.readOnly)}</p>}
    </div>
  );
}

function lastOwnAct(client: ReturnType<typeof useQueryClient>): number {
  return Math.max(
    0,
    ...client
      .getMutationCache()
      .getAll()
      .map(it => it.state.submittedAt),
  );
}

/** Asks for the link that was printed: without this start's key the server gives nothing. */
function Key() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [wrong, fail] = useState('');
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const link = new FormData(event.currentTarget).get('link');
    const response = await fetch(`/session?lang=${language}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link }),
    }).catch(() => null);
    // what was refused without the key is no answer any more: it is asked as if for the first time
    if (response?.ok) client.resetQueries();
    else
      fail(
        ((await response?.json().catch(() => null)) as { detail?: string } | null)?.detail ?? t(words.wrong),
      );
  }
  return (
    <section className="state">
      <h1>{t(words.keyAsked)}</h1>
      <p>{t(words.keyWhy)}</p>
      <form onSubmit={send} className="row">
        <label className="field">
          <span>{t(words.keyLabel)}</span>
          <input name="link" type="text" autoComplete="off" required size={48} />
        </label>
        <button type="submit">{t(words.keyGo)}</button>
      </form>
      {wrong !== '' && <p role="alert">{wrong}</p>}
    </section>
  );
}

export function Missing() {
  const { t } = useWords();
  const { pathname } = useLocation();
  useTitle(t(words.missing));
  return (
    <section className="state">
      <h1>{t(words.missing)}</h1>
      <p>
        <code>{pathname}</code>
      </p>
      <To to="/">{t(words.overview)}</To>
    </section>
  );
}
