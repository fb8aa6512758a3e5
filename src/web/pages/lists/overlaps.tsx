/** An UpSet plot (Lex et al. 2014): a column for each combination of lists, its people above, its lists below. */
import type { Sized } from '#server/server.ts';
import { useWords } from '#web/hooks.ts';
import { Scroll, Table } from '#web/parts/table.tsx';
import { formatNumber } from '#words/language.ts';
import { listsWords as words } from '#words/pages/lists.ts';
import { shellWords } from '#words/pages/shell.ts';

/** Columns beyond this are in the table alone. */
const MOST = 32;
/** In units of the picture. */
const COLUMN = 26;
const ROW = 22;
const BARS = 130;
const NAMES = 110;

export function Overlaps({ sized: { lists, histories } }: { readonly sized: Sized }) {
  const { t, language } = useWords();
  const sorted = histories.toSorted((a, b) => b.count - a.count);
  const shown = sorted.slice(0, MOST);
  const names = (mask: number) => lists.filter((_, bit) => mask & (1 << bit)).join(' + ');
  const width = NAMES + shown.length * COLUMN + 10;
  const height = BARS + 20 + lists.length * ROW;
  const most = shown[0]?.count ?? 1;
  const rowAt = (bit: number) => BARS + 30 + bit * ROW;
  return (
    <figure className="chart">
      <Scroll label={t(words.overlaps)}>
        <svg
          className="upset"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t(words.overlapsText, { n: histories.length, lists: lists.length })}
        >
          {lists.map((list, bit) => (
            <g key={list}>
              <rect
                className="band"
                x={0}
                y={rowAt(bit) - ROW / 2}
                width={width}
                height={ROW}
                data-odd={bit % 2 === 1}
              />
              <text x={NAMES - 12} y={rowAt(bit)} textAnchor="end" dominantBaseline="central">
                {list.length > 14 ? `${list.slice(0, 13)}…` : list}
              </text>
            </g>
          ))}
          {shown.map(({ mask, count }, at) => (
            <Column
              key={mask}
              x={NAMES + at * COLUMN + COLUMN / 2}
              bar={(count / most) * (BARS - 16)}
              count={formatNumber(count, language)}
              on={lists.map((_, bit) => (mask & (1 << bit)) !== 0)}
              rowAt={rowAt}
            />
          ))}
        </svg>
      </Scroll>
      <details>
        <summary>{t(shellWords.table)}</summary>
        <Table
          caption={t(words.overlaps)}
          head={[t(words.combination), t(words.people)]}
          numbers={[1]}
          rows={sorted.map(it => ({
            id: String(it.mask),
            cells: [names(it.mask), formatNumber(it.count, language)],
          }))}
        />
      </details>
    </figure>
  );
}

interface ColumnProps {
  readonly x: number;
  readonly bar: number;
  readonly count: string;
  readonly on: readonly boolean[];
  rowAt(bit: number): number;
}

function Column({ x, bar, count, on, rowAt }: ColumnProps) {
  const held = on.flatMap((it, bit) => (it ? [bit] : []));
  return (
    <g>
      <rect className="bar" x={x - 8} y={BARS - bar} width={16} height={bar} />
      <text className="count" x={x} y={BARS - bar - 4} textAnchor="middle">
        {count}
      </text>
      <line x1={x} x2={x} y1={rowAt(held[0] ?? 0)} y2={rowAt(held.at(-1) ?? 0)} />
      {on.map((it, bit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list is known by its place
        <circle key={bit} className={it ? 'on' : 'off'} cx={x} cy={rowAt(bit)} r={6} />
      ))}
    </g>
  );
}
