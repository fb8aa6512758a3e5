/** The fields of a question to interviews: what is asked, and how the people were chosen. */
import { api, bodyOf } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { interviewsWords as words } from '#words/pages/interviews.ts';

export interface Columns {
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly n: number }[] | null;
  }[];
}

/** The answers of a column, where they are few; an empty one is a missing answer. */
export function answersOf({ columns }: Columns, name: string): string[] {
  const values = columns.find(it => it.name === name)?.values ?? [];
  return values.map(it => it.value).filter(it => it !== '');
}

const KINDS = ['positive', 'mean', 'total', 'standard'] as const;

interface WhatProps {
  readonly columns: Columns;
  readonly kind: string;
  choose(kind: string): void;
  readonly standard: string;
  name(standard: string): void;
}

export function What({ columns, kind, choose, standard, name }: WhatProps) {
  const { t, language } = useWords();
  const query = { lang: language };
  const standards = useData(['standard-list', query], () => bodyOf(api['standard-list'].$get({ query })));
  const counting = (standards.data?.rows ?? []).filter(it => it.routes.includes('person') && !it.stub);
  return (
    <div className="filters">
      <label className="field">
        <span>{t(words.what)}</span>
        <select value={kind} onChange={event => choose(event.target.value)}>
          {KINDS.map(it => (
            <option key={it} value={it}>
              {t(words.kinds[it])}
            </option>
          ))}
        </select>
      </label>
      {kind === 'standard' ? (
        <label className="field">
          <span>{t(words.standard)}</span>
          <select value={standard} onChange={event => name(event.target.value)}>
            <option value="">{t(words.none)}</option>
            {counting.map(it => (
              <option key={it.id} value={it.id}>
                {it.title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <ColumnField label={t(words.column)} name="of" columns={columns} required />
      )}
      <ColumnField label={t(words.by)} name="by" columns={columns} few />
    </div>
  );
}

export function Design({ columns }: { readonly columns: Columns }) {
  const { t } = useWords();
  return (
    <fieldset className="design">
      <legend>{t(words.design)}</legend>
      <label className="field">
        <span>{t(words.frame)}</span>
        <input name="frame" autoComplete="off" />
      </label>
      <div className="filters">
        {(['weight', 'strata', 'psu', 'fpc'] as const).map(it => (
          <ColumnField key={it} label={t(words[it])} name={it} columns={columns} />
        ))}
        <label className="field">
          <span>{t(words.interval)}</span>
          <select name="interval">
            {['logit', 'beta', 'asin', 'mean'].map(it => (
              <option key={it}>{it}</option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
}

interface ColumnFieldProps {
  readonly label: string;
  readonly name: string;
  readonly columns: Columns;
  readonly required?: boolean;
  /** Only columns with few answers. */
  readonly few?: boolean;
}

function ColumnField({ label, name, columns, required = false, few = false }: ColumnFieldProps) {
  const { t } = useWords();
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} required={required} defaultValue="">
        <option value="">{t(words.none)}</option>
        {columns.columns
          .filter(it => !few || it.values !== null)
          .map(it => (
            <option key={it.name}>{it.name}</option>
          ))}
      </select>
    </label>
  );
}
