/** The size of a group nobody counted, from lists that overlap: every method beside the others. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import type { Sized } from '#server/server.ts';
import { askFile } from '#web/ask-file.ts';
import { useWords } from '#web/hooks.ts';
import { Methods, Posteriors } from '#web/pages/lists/charts.tsx';
import { Overlaps } from '#web/pages/lists/overlaps.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { formatNumber } from '#words/language.ts';
import { listsWords as words } from '#words/pages/lists.ts';
import { populationWords } from '#words/population.ts';

export function Page() {
  const { t, language } = useWords();
  const stop = useRef<AbortController | null>(null);
  const ask = useMutation({
    mutationFn: (form: FormData) => {
      stop.current?.abort();
      stop.current = new AbortController();
      const fields = { level: String(form.get('level')), resamples: String(form.get('resamples')) };
      return askFile<Sized>('/api/lists', form.get('file') as File, fields, language, stop.current.signal);
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate(new FormData(event.currentTarget));
  };
  return (
    <>
      <Opening
        title={t(words.title)}
        sentence={<span aria-live="polite">{useSentence(ask.data)}</span>}
        counts={ask.data && t(words.table, { sha: ask.data.table.slice(0, 16) })}
      />
      <form className="filters" onSubmit={send}>
        <label className="field">
          <span>{t(words.file)}</span>
          <input type="file" name="file" accept=".csv,text/csv" required />
        </label>
        <label className="field">
          <span>{t(words.level)}</span>
          <select name="level" defaultValue="0.95">
            <option value="0.95">{formatNumber(95, language)} %</option>
            <option value="0.8">{formatNumber(80, language)} %</option>
          </select>
        </label>
        <label className="field">
          <span>{t(words.resamples)}</span>
          <input type="number" name="resamples" min={0} max={100000} defaultValue={2000} />
        </label>
        <button type="submit" disabled={ask.isPending}>
          {t(words.ask)}
        </button>
      </form>
      <p className="soft">{t(words.fileNote)}</p>
      <div role="status">{ask.isPending && <p className="notice">{t(words.working)}</p>}</div>
      {ask.error && (
        <p className="notice warn" role="alert">
          {ask.error.message}
        </p>
      )}
      {ask.data && (
        <>
          <Section title={t(words.methods)} note={t(words.methodsNote)}>
            <Methods rows={ask.data.rows} />
            <p className="soft">{t(populationWords.critique)}</p>
          </Section>
          <Section title={t(words.overlaps)} note={t(words.overlapsNote)}>
            <Overlaps sized={ask.data} />
          </Section>
          <Posteriors rows={ask.data.rows} />
        </>
      )}
    </>
  );
}

function useSentence(data: Sized | undefined): string {
  const { t, language } = useWords();
  if (!data) return t(words.empty);
  const say = (n: number) => formatNumber(Math.round(n), language);
  const found = data.rows.flatMap(it => (it.estimate === null ? [] : [it.estimate]));
  const about = { n: say(data.observed), lists: data.lists.length };
  if (found.length === 0) return t(words.none, about);
  return t(words.sentence, { ...about, low: say(Math.min(...found)), high: say(Math.max(...found)) });
}
