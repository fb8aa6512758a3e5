/** Links that take a page's table as a file: what the page asks, in CSV or XLSX. */
import { useAsked, useWords } from '#web/hooks.ts';
import { leavingWords as words } from '#words/leaving.ts';

export function Leaving({
  of,
  names,
}: {
  readonly of: 'figures' | 'money';
  readonly names: readonly string[];
}) {
  const { t, language } = useWords();
  const asked = useAsked();
  const href = (format: string) => {
    const query = new URLSearchParams({ format, lang: language });
    for (const name of names) if (asked[name]) query.set(name, asked[name]);
    return `/api/${of}/table?${query}`;
  };
  return (
    <p className="soft">
      <a href={href('csv')} download>
        {t(words.asCsv)}
      </a>{' '}
      ·{' '}
      <a href={href('xlsx')} download>
        {t(words.asXlsx)}
      </a>
    </p>
  );
}
