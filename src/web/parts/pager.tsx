/** Which part of a long list is shown, and the way to the next. */
import { useAsk, useOffset, useWords } from '#web/hooks.ts';
import { shellWords as words } from '#words/pages/shell.ts';

export const PAGE = 50;

export function Pager({ total, size = PAGE }: { readonly total: number; readonly size?: number }) {
  const { t } = useWords();
  const ask = useAsk();
  const offset = useOffset();
  if (total <= size && offset === 0) return null;
  const go = (to: number) => {
    ask({ offset: to > 0 ? String(to) : undefined });
    document.getElementById('page')?.scrollIntoView();
  };
  return (
    <p className="pager">
      <button type="button" disabled={offset === 0} onClick={() => go(offset - size)}>
        {t(words.previous)}
      </button>
      <span>
        {t(words.page, { from: Math.min(offset + 1, total), to: Math.min(offset + size, total), n: total })}
      </span>
      <button type="button" disabled={offset + size >= total} onClick={() => go(offset + size)}>
        {t(words.next)}
      </button>
    </p>
  );
}
