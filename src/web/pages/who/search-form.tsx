/** A form for a search that was made for an answer to a claim. */
import type { FormEvent } from 'react';
import { api, bodyOf } from '#web/api.ts';
import { useServer, useWords } from '#web/hooks.ts';
import { useActs } from '#web/pages/review/acts.ts';
import { DateInput, Field } from '#web/parts/field.tsx';
import { Said } from '#web/parts/said.tsx';
import { deskWords } from '#words/pages/desk.ts';
import { whoWords as words } from '#words/pages/who.ts';

export function SearchForm({ claim }: { readonly claim: string }) {
  const { t } = useWords();
  const server = useServer();
  const acts = useActs();
  if (server.data?.readOnly !== false) return null;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const of = (field: string) => String(new FormData(form).get(field) ?? '');
    acts.run(async () => {
      const json = {
        claim,
        places: of('places'),
        languages: of('languages'),
        found: of('found'),
        at: of('at'),
      };
      const done = await bodyOf(api.searches.$post({ json }));
      form.reset();
      return t(words.searchDone, done);
    });
  };
  return (
    <details>
      <summary>{t(words.addSearch)}</summary>
      <form className="form" onSubmit={send}>
        {(
          [
            ['places', words.searchPlaces],
            ['languages', words.searchLanguages],
            ['found', words.searchFound],
          ] as const
        ).map(([field, label]) => (
          <Field key={field} label={t(label)} name={field} required maxLength={2000} />
        ))}
        <DateInput label={t(words.searchAt)} name="at" />
        <button type="submit" disabled={acts.busy}>
          {t(deskWords.save)}
        </button>
      </form>
      <Said acts={acts} />
    </details>
  );
}
