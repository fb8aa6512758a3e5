/** A table of what a picture shows; it scrolls sideways by itself where the page is narrow. */
import type { ReactNode } from 'react';

export interface Row {
  readonly id: string;
  readonly cells: readonly ReactNode[];
}

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** Columns that hold numbers, from 0. */
  readonly numbers?: readonly number[];
}

/** What is wider than the page scrolls by itself, also by keyboard. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

export function Table({ caption, head, rows, numbers = [] }: TableProps) {
  return (
    <Scroll label={caption}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((it, at) => (
              <th key={it} scope="col" className={numbers.includes(at) ? 'number' : undefined}>
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              {row.cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={at} className={numbers.includes(at) ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
