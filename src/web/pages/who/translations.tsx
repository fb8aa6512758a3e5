/** The translations of a claim, each with who made it, and a form for one more. */
import { type FormEvent, useState } from 'react';
import type { WholeClaim } from '#web/api.ts';
import { useServer, useWords } from '#web/hooks.ts';
import { useActs } from '#web/pages/review/acts.ts';
import { Section } from '#web/parts/page.tsx';
import { Said } from '#web/parts/said.tsx';
import { isLanguage, LANGUAGES, languageName } from '#words/language.ts';
import { deskWords } from '#words/pages/desk.ts';
import { whoWords as words } from '#words/pages/who.ts';

export function Translations({ data }: { readonly data: WholeClaim }) {
  const { t, language } = useWords();
  const server = useServer();
  const acts = useActs();
  const { translations, line } = data;
  const mayWrite = server.data?.readOnly === false;
  if (translations.length === 0 && !mayWrite) return null;
  return (
    <Section title={t(words.translations)} note={t(words.translationsNote)}>
      <ul className="plainlist">
        {translations.map(it => (
          <li key={it.id}>
            <b>{languageName(it.lang, language)}</b>: <span lang={it.lang}>{it.proposition}</span>{' '}
            <small className="soft">
              {t(words.translatedBy, { name: it.by })}
              {it.stale && ` · ${t(words.staleTranslation)}`}
            </small>{' '}
            {mayWrite && (
              <button type="button" className="plain" onClick={() => acts.untranslate(line.id, it.lang)}>
                {t(words.takeTranslation)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <Form claim={line.id} save={acts.translate} busy={acts.busy} />}
      <Said acts={acts} />
    </Section>
  );
}

interface FormProps {
  readonly claim: string;
  readonly save: (claim: string, lang: string, proposition: string) => Promise<boolean>;
  readonly busy: boolean;
}

function Form({ claim, save, busy }: FormProps) {
  const { t, language } = useWords();
  const [lang, choose] = useState<string>(language);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (await save(claim, lang, String(new FormData(form).get('proposition') ?? ''))) form.reset();
  }
  return (
    <form onSubmit={send} className="form">
      <label className="field">
        <span>{t(words.translateInto)}</span>
        <select value={lang} onChange={event => choose(event.target.value)}>
          {LANGUAGES.map(it => (
            <option key={it} value={it}>
              {languageName(it, language)}
            </option>
          ))}
        </select>
      </label>
      <label className="field wide">
        <span>{t(words.translation)}</span>
        <textarea name="proposition" rows={2} required lang={isLanguage(lang) ? lang : undefined} />
      </label>
      <div className="row">
        <button type="submit" disabled={busy}>
          {t(deskWords.save)}
        </button>
      </div>
    </form>
  );
}
