/** What a person does with a party: gives it other names, or says that it and another are one. */
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, bodyOf, type Party } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { useActs } from '#web/pages/review/acts.ts';
import { FormEnd, Frame } from '#web/pages/review/dialogs.tsx';
import { Said } from '#web/parts/said.tsx';
import { deskWords } from '#words/pages/desk.ts';
import { partyWords as words } from '#words/pages/parties.ts';

export function PartyActs({ data: { party } }: { readonly data: Party }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const acts = useActs();
  const [open, show] = useState<'edit' | 'merge' | null>(null);
  const asking = { headers: { 'accept-language': language } };
  const param = { id: party.id };
  async function edit(form: FormData) {
    const text = (column: string) => String(form.get(column) ?? '');
    const changes = { name: text('name'), aliases: text('aliases') };
    const done = await acts.run(async () => {
      const { seq } = await bodyOf(api.parties[':id'].$post({ param, json: { changes } }, asking));
      return t(deskWords.doneEdit, { id: party.id, seq });
    });
    if (done) show(null);
  }
  async function merge(form: FormData) {
    const into = String(form.get('into') ?? '');
    const done = await acts.run(async () => {
      const { n, seq } = await bodyOf(api.parties[':id'].merge.$post({ param, json: { into } }, asking));
      return t(words.merged, { id: into, n, seq });
    });
    if (!done) return;
    show(null);
    navigate({ to: `/parties/${into}` as '/', search: before => before });
  }
  const sent = (save: (form: FormData) => unknown) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(new FormData(event.currentTarget));
  };
  return (
    <div className="acts">
      <button type="button" onClick={() => show('edit')}>
        {t(words.edit)}
      </button>
      <button type="button" onClick={() => show('merge')}>
        {t(words.merge)}
      </button>
      <button type="button" onClick={() => acts.undo()} disabled={acts.busy}>
        {t(deskWords.undo)}
      </button>
      <Said acts={acts} />
      {open === 'edit' && (
        <Frame title={t(words.editTitle, { name: party.name })} close={() => show(null)}>
          <form className="form" onSubmit={sent(edit)}>
            <label className="field wide">
              <span>{t(words.name)}</span>
              <input name="name" defaultValue={party.name} required autoComplete="off" />
            </label>
            <label className="field wide">
              <span>{t(words.aliasHint)}</span>
              <textarea name="aliases" rows={3} defaultValue={party.aliases ?? ''} />
            </label>
            <FormEnd save={t(deskWords.save)} busy={acts.busy} close={() => show(null)} />
          </form>
        </Frame>
      )}
      {open === 'merge' && (
        <Frame title={t(words.mergeTitle, { name: party.name })} close={() => show(null)}>
          <form className="form" onSubmit={sent(merge)}>
            <p className="wide">{t(words.mergeNote, { name: party.name })}</p>
            <Others than={party.id} />
            <FormEnd save={t(words.merge)} busy={acts.busy} close={() => show(null)} />
          </form>
        </Frame>
      )}
    </div>
  );
}

/** Parties to choose one of, by a part of their names. */
function Others({ than }: { readonly than: string }) {
  const { t, language } = useWords();
  const [q, search] = useState('');
  const query = { q, lang: language, limit: '8' };
  const found = useData(['parties', query], () => bodyOf(api.parties.$get({ query })));
  return (
    <>
      <label className="field wide">
        <span>{t(words.search)}</span>
        <input type="search" value={q} onChange={event => search(event.target.value)} autoComplete="off" />
      </label>
      <fieldset className="wide options">
        <legend className="hidden">{t(words.title)}</legend>
        {(found.data?.rows ?? [])
          .filter(it => it.id !== than)
          .map(it => (
            <label key={it.id}>
              <input type="radio" name="into" value={it.id} required /> {it.name} <small>({it.id})</small>
            </label>
          ))}
      </fieldset>
    </>
  );
}
