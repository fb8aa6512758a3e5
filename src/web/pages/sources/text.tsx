/** The text with its marks: each ends in its sign, which is a button that chooses it. */
import { Fragment, useMemo } from 'react';
import { useWords } from '#web/hooks.ts';
import { type Mark, SIGNS, type Stretch, stretches, type Text } from '#web/pages/sources/marks.ts';
import { roomWords as words } from '#words/pages/room.ts';

interface MarkedProps {
  readonly text: Text;
  readonly marks: readonly Mark[];
  readonly lang: string;
  /** True where the pages stand beside it. */
  readonly paged: boolean;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

export function Marked({ text, marks, lang, paged, chosen, choose }: MarkedProps) {
  const { t } = useWords();
  const starts = useMemo(
    () => new Map(paged ? [0, ...text.pages].map((start, index) => [start, index + 1] as const) : []),
    [text, paged],
  );
  const parts = useMemo(() => stretches(text, marks, [...starts.keys()]), [text, marks, starts]);
  return (
    <section className="page-text" lang={lang} aria-label={t(words.textBeside)}>
      {parts.map(it => (
        <Fragment key={it.start}>
          {starts.has(it.start) && <PageStart number={starts.get(it.start) ?? 1} />}
          <Part it={it} chosen={chosen} choose={choose} />
        </Fragment>
      ))}
    </section>
  );
}

/** Where a page begins in the text: chosen, its picture comes beside. */
function PageStart({ number }: { readonly number: number }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="page-start"
      onClick={() => document.getElementById(`page-${number}`)?.scrollIntoView({ block: 'start' })}
    >
      {t(words.page, { n: number })}
    </button>
  );
}

function signOf({ speaker, layer }: Mark): string {
  return speaker === null ? SIGNS[layer] : String(speaker);
}

interface PartProps {
  readonly it: Stretch;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

function Part({ it, chosen, choose }: PartProps) {
  const { t } = useWords();
  if (it.marks.length === 0) return <>{it.words}</>;
  const layers = new Set(it.marks.map(mark => mark.layer));
  const speaker = it.marks.find(mark => mark.speaker !== null)?.speaker ?? null;
  const names = [
    ...[...layers].map(layer => `layer-${layer}`),
    ...(speaker === null ? [] : [`speaker-${speaker % 6}`]),
    ...(it.marks.some(mark => mark.key === chosen) ? ['chosen'] : []),
  ];
  const [first] = it.beginning;
  return (
    <mark {...(first ? { id: first.key } : {})} className={names.join(' ')}>
      {it.beginning.slice(1).map(mark => (
        <span key={mark.key} id={mark.key} />
      ))}
      {it.words}
      {it.ending.map(mark => (
        <button
          key={mark.key}
          type="button"
          className={`pin layer-${mark.layer}`}
          title={mark.what}
          aria-label={`${signOf(mark)} ${t(words.layer[mark.layer])}: ${mark.what}`}
          aria-pressed={mark.key === chosen}
          onClick={() => choose(mark.key)}
        >
          {signOf(mark)}
        </button>
      ))}
    </mark>
  );
}
