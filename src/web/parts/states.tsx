/** What a page shows while it waits, when something fails, and when there is nothing. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { shellWords as words } from '#words/pages/shell.ts';

interface LoadedProps<T> {
  readonly of: UseQueryResult<T>;
  /** Of a page; a part of one has its own heading. */
  readonly title?: string;
  readonly children: (data: T) => ReactNode;
}

/** The data's page once it is there; the title stands at once. */
export function Loaded<T>({ of, title, children }: LoadedProps<T>) {
  // what is shown stays while the server is away; what the server refuses takes its place
  if (of.data !== undefined && !(of.error instanceof Failed)) {
    return (
      <div className="loaded" aria-busy={of.isPlaceholderData}>
        {children(of.data)}
      </div>
    );
  }
  return (
    <>
      {title !== undefined && <h1>{title}</h1>}
      {of.isError ? <Failure error={of.error} again={() => of.refetch()} /> : <Loading />}
    </>
  );
}

export function Loading() {
  const { t } = useWords();
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{t(words.loading)}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

function Failure({ error, again }: { readonly error: Error | null; readonly again: () => void }) {
  const { t } = useWords();
  const why = error instanceof Failed ? error.message : null;
  return (
    <div className="state" role="alert">
      <h2>{t(words.wrong)}</h2>
      {why && <p>{why}</p>}
      <button type="button" onClick={again}>
        {t(words.again)}
      </button>
    </div>
  );
}

export function Empty({ clear }: { readonly clear?: () => void }) {
  const { t } = useWords();
  return (
    <div className="state">
      <p>{t(words.nothing)}</p>
      {clear && (
        <button type="button" onClick={clear}>
          {t(words.clear)}
        </button>
      )}
    </div>
  );
}
