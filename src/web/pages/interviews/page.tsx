/** Interviews: a table is given, a question asked of it, and answered of a population or of respondents alone. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { askFile } from '#web/ask-file.ts';
import { useWords } from '#web/hooks.ts';
import { type Columns, Design, What } from '#web/pages/interviews/fields.tsx';
import { type Bound, Elements, mappingOf } from '#web/pages/interviews/mapping.tsx';
import { type Answer, Results } from '#web/pages/interviews/results.tsx';
import { Opening } from '#web/parts/page.tsx';
import { formatNumber, type Language } from '#words/language.ts';
import { interviewsWords as words } from '#words/pages/interviews.ts';

export function Page() {
  const { t, language } = useWords();
  const [file, take] = useState<File | null>(null);
  const [kind, choose] = useState('positive');
  const [standard, name] = useState('');
  const [bound, bind] = useState<Readonly<Record<string, Bound>>>({});
  const [unasked, suppose] = useState(false);
  const columns = useMutation({
    mutationFn: (it: File) => askFile<Columns>('/api/interviews/columns', it, {}, language),
  });
  const ask = useMutation({
    mutationFn: (asking: object) =>
      askFile<Answer>(
        '/api/interviews',
        file as File,
        {
          asking: JSON.stringify(asking),
          mapping:
            kind === 'standard' && columns.data
              ? JSON.stringify(mappingOf(columns.data, bound, unasked))
              : '',
        },
        language,
      ),
  });
  const open = (it: File | undefined) => {
    take(it ?? null);
    ask.reset();
    bind({});
    if (it) columns.mutate(it);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    const { of, ...rest } = Object.fromEntries(given) as Record<string, string>;
    ask.mutate({ ...rest, [kind]: kind === 'standard' ? standard : of });
  };
  const error = columns.error ?? ask.error;
  return (
    <>
      <Opening
        title={t(words.title)}
        sentence={<span aria-live="polite">{useSentence(columns.data, ask.data)}</span>}
      />
      <div className="filters">
        <label className="field">
          <span>{t(words.file)}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.parquet,.xlsx"
            onChange={event => open(event.target.files?.[0])}
          />
        </label>
      </div>
      {columns.data && (
        <form onSubmit={send}>
          <What columns={columns.data} kind={kind} choose={choose} standard={standard} name={name} />
          <Design columns={columns.data} />
          {kind === 'standard' && standard !== '' && (
            <Elements
              columns={columns.data}
              standard={standard}
              bound={bound}
              bind={bind}
              unasked={unasked}
              suppose={suppose}
            />
          )}
          <p>
            <button type="submit" disabled={ask.isPending || (kind === 'standard' && standard === '')}>
              {t(words.ask)}
            </button>
          </p>
        </form>
      )}
      <div role="status">
        {(columns.isPending || ask.isPending) && <p className="notice">{t(words.working)}</p>}
      </div>
      {error && (
        <p className="notice warn" role="alert">
          {error.message}
        </p>
      )}
      {ask.data && <Results answer={ask.data} />}
    </>
  );
}

function useSentence(columns: Columns | undefined, answer: Answer | undefined): string {
  const { t, language } = useWords();
  const [row] = answer?.rows ?? [];
  if (!columns) return t(words.empty);
  if (!row || !answer)
    return t(words.loaded, { n: formatNumber(columns.rows, language), columns: columns.columns.length });
  if (row.estimate === null) return t(words.nothing);
  const share = answer.asked === 'share';
  const estimate = shown(row.estimate, share, language);
  if (row.of === 'respondents') return t(words.respondents, { n: formatNumber(row.n, language), estimate });
  if (row.low === null || row.high === null) return t(words.open, { estimate });
  const [low, high] = [shown(row.low, share, language), shown(row.high, share, language)];
  return t(words.population, { estimate, level: formatNumber(row.level * 100, language), low, high });
}

/** A share in per cent, another number in four figures that mean something. */
export function shown(n: number | null, share: boolean, language: Language): string {
  if (n === null) return '–';
  if (share) return `${formatNumber(Math.round(n * 1000) / 10, language)} %`;
  return formatNumber(Number(n.toPrecision(Math.abs(n) >= 1000 ? 6 : 4)), language);
}
