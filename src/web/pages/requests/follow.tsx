/** What a person records of a request: a reply that came, or a state that no reply says. */
import type { FormEvent } from 'react';
import { api, bodyOf } from '#web/api.ts';
import { useServer, useWords } from '#web/hooks.ts';
import type { RequestRow } from '#web/pages/requests/page.tsx';
import { useActs } from '#web/pages/review/acts.ts';
import { DateInput, Field } from '#web/parts/field.tsx';
import { Said } from '#web/parts/said.tsx';
import { requestPageWords as words } from '#words/pages/requests.ts';

const KINDS = Object.keys(words.kinds) as (keyof typeof words.kinds)[];
const STATES = ['waiting', 'clarification', 'not-held', 'internal-review', 'refused', 'silent'] as const;

export function Follow({ row }: { readonly row: RequestRow }) {
  const { t, name, language } = useWords();
  const acts = useActs();
  const server = useServer();
  const [only, ...more] = row.standing;
  if (server.data?.readOnly !== false) return null;
  const reply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const of = (field: string) => String(new FormData(form).get(field) ?? '');
    acts.run(async () => {
      const kind = KINDS.find(it => it === of('kind')) ?? 'reply';
      const json = { request: row.id, party: of('party'), kind, date: of('date'), summary: of('summary') };
      const done = await bodyOf(api.requests.reply.$post({ json: { ...json, lang: language } }));
      form.reset();
      return t(words.done, done);
    });
  };
  const note = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get('state') ?? '');
    const state = STATES.find(it => it === asked);
    if (!state) return;
    acts.run(async () =>
      t(words.done, await bodyOf(api.requests.state.$post({ json: { request: row.id, state } }))),
    );
  };
  return (
    <details>
      <summary>{t(words.addReply)}</summary>
      <form className="form" onSubmit={reply}>
        <Field
          label={t(words.party)}
          name="party"
          list="parties"
          required
          defaultValue={more.length === 0 ? only?.name : ''}
        />
        <label className="field">
          <span>{t(words.kind)}</span>
          <select name="kind">
            {KINDS.map(it => (
              <option key={it} value={it}>
                {t(words.kinds[it])}
              </option>
            ))}
          </select>
        </label>
        <DateInput label={t(words.date)} name="date" />
        <label className="field">
          <span>{t(words.summary)}</span>
          <textarea name="summary" required rows={3} maxLength={5000} />
        </label>
        <button type="submit" disabled={acts.busy}>
          {t(words.save)}
        </button>
      </form>
      <form className="form" onSubmit={note}>
        <label className="field">
          <span>{t(words.state)}</span>
          <select name="state" defaultValue={row.state}>
            {STATES.map(it => (
              <option key={it} value={it}>
                {name('status', it)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={acts.busy}>
          {t(words.save)}
        </button>
      </form>
      <Said acts={acts} />
    </details>
  );
}
