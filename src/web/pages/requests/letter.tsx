/** A letter that asks: written from what is open, read here, taken as a file, and recorded once it was sent. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, bodyOf, type RequestList } from '#web/api.ts';
import { useAsked, useServer, useWords } from '#web/hooks.ts';
import { useActs } from '#web/pages/review/acts.ts';
import { Field } from '#web/parts/field.tsx';
import { Said } from '#web/parts/said.tsx';
import { requestPageWords as words } from '#words/pages/requests.ts';

/** As the server takes it. */
interface Asking {
  readonly from: string;
  readonly to: string;
  readonly standard: string;
  readonly place: string;
  readonly claims: string;
  readonly questions: string;
  readonly basis: string;
  readonly days?: string;
  readonly working: string;
}

export function Letter({ standards }: { readonly standards: RequestList['standards'] }) {
  const { t, language } = useWords();
  const asked = useAsked();
  const acts = useActs();
  const server = useServer();
  const [wanted, want] = useState<Asking | null>(null);
  const draft = useMutation({
    mutationFn: (asking: Asking) => bodyOf(api.requests.draft.$get({ query: { ...asking, lang: language } })),
  });
  const write = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (field: string) => String(form.get(field) ?? '').trim();
    const days = of('days');
    const asking: Asking = {
      ...{ from: of('from'), to: of('to'), standard: of('standard'), place: of('place') },
      ...{ claims: of('claims'), questions: of('questions'), basis: of('basis'), working: of('working') },
      ...(days === '' ? {} : { days }),
    };
    want(asking);
    draft.mutate(asking);
  };
  const record = (asking: Asking) =>
    acts.run(async () => {
      const { days, ...json } = asking;
      const lasting = days === undefined ? {} : { days: Number(days) };
      return t(
        words.done,
        await bodyOf(api.requests.$post({ json: { ...json, ...lasting, lang: language } })),
      );
    });
  return (
    <>
      <form className="form" onSubmit={write}>
        <Field name="from" label={t(words.from)} list="parties" required />
        <Field name="to" label={t(words.to)} list="parties" required />
        <label className="field">
          <span>{t(words.standard)}</span>
          <select name="standard" defaultValue={asked.standard ?? ''}>
            <option value="">–</option>
            {standards.map(it => (
              <option key={it.id} value={it.id}>
                {it.name}
              </option>
            ))}
          </select>
        </label>
        <Field name="place" label={t(words.place)} defaultValue={asked.place} />
        <Field name="claims" label={t(words.claims)} defaultValue={asked.claims} />
        <label className="field">
          <span>{t(words.ownQuestions)}</span>
          <textarea name="questions" rows={3} maxLength={10_000} />
        </label>
        <Field name="basis" label={t(words.basis)} />
        <Field name="days" label={t(words.days)} type="number" min={1} max={3650} />
        <Field name="working" label={t(words.workingOf)} />
        <button type="submit" className="primary" disabled={draft.isPending}>
          {t(words.draft)}
        </button>
      </form>
      {draft.error && (
        <p className="notice warn" role="alert">
          {draft.error.message}
        </p>
      )}
      {draft.data && wanted && (
        <section aria-live="polite">
          <h3>{t(words.letter)}</h3>
          <pre className="letter">{draft.data.text}</pre>
          <p className="row">
            <a href={hrefOf(wanted, 'docx', language)} download>
              {t(words.asDocx)}
            </a>
            <a href={hrefOf(wanted, 'txt', language)} download>
              {t(words.asText)}
            </a>
            {server.data?.readOnly === false && (
              <button type="button" disabled={acts.busy} onClick={() => record(wanted)}>
                {t(words.wasSent)}
              </button>
            )}
          </p>
          <Said acts={acts} />
        </section>
      )}
    </>
  );
}

function hrefOf(asking: Asking, format: 'docx' | 'txt', lang: string): string {
  return `/api/requests/letter?${new URLSearchParams({ ...asking, format, lang })}`;
}
