/** A picture drawn by Observable Plot when it is needed, with its words and its table behind it. */
import type { PlotOptions } from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '#web/hooks.ts';
import { shellWords as words } from '#words/pages/shell.ts';

export type PlotLibrary = typeof import('@observablehq/plot');

interface ChartProps {
  /** What the picture shows, for who does not see it. */
  readonly text: string;
  readonly draw: (plot: PlotLibrary, width: number) => PlotOptions;
  /** What follows from the picture: drawn again when it changes. */
  readonly of: unknown;
  /** A datum that was clicked. */
  readonly onOpen?: (datum: unknown) => void;
  /** Null where the page shows it by itself. */
  readonly table: ReactNode;
}

export function Chart({ text, draw, of, onOpen, table }: ChartProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` stands for what `draw` reads
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    let gone = false;
    let width = 0;
    const drawn = async () => {
      const plot = await import('@observablehq/plot');
      if (gone || box.clientWidth === width) return;
      width = box.clientWidth;
      const chart = plot.plot({ ...draw(plot, width), width, className: 'plot', ariaLabel: text });
      const [svg] = chart instanceof SVGElement ? [chart] : chart.querySelectorAll('svg');
      svg?.setAttribute('role', 'img');
      // one picture with one name: the names of its layers say nothing to a reader
      for (const layer of chart.querySelectorAll('g[aria-label], g [aria-label]'))
        layer.removeAttribute('aria-label');
      chart.addEventListener('click', () => {
        const datum = (chart as unknown as { value?: unknown }).value;
        if (datum) onOpen?.(datum);
      });
      box.replaceChildren(chart);
    };
    const watch = new ResizeObserver(() => void drawn());
    watch.observe(box);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [of, text]);
  return (
    <figure className="chart">
      <div ref={place} className="drawing" />
      {table && (
        <details>
          <summary>{t(words.table)}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
