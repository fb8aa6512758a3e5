/** A rule as a tree of sentences: each joint with what stands under it; elements and standards are links. */
import type { StandardPage } from '#web/api.ts';
import { To } from '#web/parts/to.tsx';

type Line = StandardPage['standard']['rule'];

/** The client's type of an answer ends at the first level of a tree; the tree goes on alike. */
function underOf({ under }: Line): readonly Line[] {
  return under as readonly Line[];
}

export function Rule({ line }: { readonly line: Line }) {
  const under = underOf(line);
  return (
    <li>
      <Words line={line} />
      {under.length > 0 && (
        <ul>
          {under.map(it => (
            <Rule key={keyOf(it)} line={it} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Words({ line: { text, element, standard } }: { readonly line: Line }) {
  if (element !== null) return <a href={`#${element}`}>{text}</a>;
  if (standard !== null) return <To to={`/standards/${standard}`}>{text}</To>;
  return <>{text}</>;
}

/** Two joints of one rule may read alike: what stands under them tells them apart. */
function keyOf({ text, element, standard, under }: Line): string {
  return JSON.stringify([text, element, standard, under]);
}
