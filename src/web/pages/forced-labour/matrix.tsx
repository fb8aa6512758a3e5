/** Every place on its own, against every element: what is shown where. */
import { api, bodyOf, type Finding } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { Balance } from '#web/parts/marks.tsx';
import { Loading } from '#web/parts/states.tsx';
import { Scroll } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import type { Search } from '#web/router.tsx';
import { assessWords } from '#words/assess.ts';
import { labourWords as words } from '#words/pages/labour.ts';
import { shellWords } from '#words/pages/shell.ts';
import { placeName } from '#words/places.ts';

interface MatrixProps {
  readonly query: Search;
  readonly elements: Finding['elements'];
}

export function Matrix({ query, elements }: MatrixProps) {
  const { t, language } = useWords();
  const { place: _, ...rest } = query;
  const matrix = useData(['findings', 'places', rest], () =>
    bodyOf(api.findings.places.$get({ query: rest as never })),
  );
  if (!matrix.data) return <Loading />;
  if (matrix.data.places.length === 0) return <p className="soft">{t(words.matrixNone)}</p>;
  return (
    <Scroll label={t(words.matrix)}>
      <table className="matrix">
        <caption className="hidden">{t(words.matrix)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(shellWords.place)}</th>
            {elements.map(it => (
              <th key={it.id} scope="col">
                <span>{it.name}</span>
              </th>
            ))}
            <th scope="col">{t(words.verdict)}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.data.places.map(row => (
            <tr key={row.place}>
              <th scope="row">
                <To to="/forced-labour" search={{ ...rest, place: row.place }}>
                  {placeName(row.place, language)}
                </To>
              </th>
              {row.elements.map(it => (
                <td key={it.id} title={t(words.origins, it.origins)}>
                  <Balance status={it.status} />
                  <span className="hidden">{t(words.status[it.status])}</span>
                </td>
              ))}
              <td>{t(assessWords.verdicts[row.verdict])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
