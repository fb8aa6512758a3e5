/** What is on record about a claim or a source: terms with what is known of each, and how its bytes were taken. */
import type { ReactNode } from 'react';
import type { Source } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { whoWords as words } from '#words/pages/who.ts';

/** What is not known is left out. */
export function Record({ rows }: { readonly rows: readonly (readonly [term: string, value: ReactNode])[] }) {
  return (
    <dl className="trust">
      {rows
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

type Held = Pick<Source['source'], 'gradedBy' | 'capturedAt' | 'capturedBy' | 'captureHow'>;

/** Who graded a source, and when, by whom and how its bytes were taken. */
export function useOnRecord({ gradedBy, capturedAt, capturedBy, captureHow }: Held) {
  const { t } = useWords();
  return {
    graded: gradedBy ? t(words.gradedBy, { name: gradedBy }) : t(words.notGraded),
    captured: capturedAt
      ? [capturedAt, capturedBy, captureHow].filter(it => it !== null).join(', ')
      : t(words.notCaptured),
  };
}
