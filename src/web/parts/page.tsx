/** The opening of a page: its question, its answer in one sentence, and what stands behind it. */
import type { ReactNode } from 'react';
import { useTitle } from '#web/hooks.ts';

interface OpeningProps {
  readonly title: string;
  /** The title as the page prints it, where that is more than its words. */
  readonly heading?: ReactNode;
  readonly sentence: ReactNode;
  readonly counts?: ReactNode;
  readonly children?: ReactNode;
}

export function Opening({ title, heading = title, sentence, counts, children }: OpeningProps) {
  useTitle(title);
  return (
    <header className="opening">
      <h1>{heading}</h1>
      <p className="answer">{sentence}</p>
      {counts && <p className="soft">{counts}</p>}
      {children}
    </header>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

export function Section({ title, note, id, children }: SectionProps) {
  return (
    <section className="part" {...(id === undefined ? {} : { id })}>
      <h2>{title}</h2>
      {note && <p className="soft">{note}</p>}
      {children}
    </section>
  );
}
