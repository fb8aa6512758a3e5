/** The parties of the dossier, to be opened one by one. */
import { api, bodyOf } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { WordField } from '#web/parts/choose.tsx';
import { Opening } from '#web/parts/page.tsx';
import { PAGE, Pager } from '#web/parts/pager.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { partyWords as words } from '#words/pages/parties.ts';

export function Page() {
  const { t, name } = useWords();
  const query = useQuestion(['q'], PAGE);
  const parties = useData(['parties', query], () => bodyOf(api.parties.$get({ query })));
  const sides = ['critical', 'neutral', 'defending'] as const;
  return (
    <Loaded of={parties} title={t(words.title)}>
      {data => (
        <>
          <Opening title={t(words.title)} sentence={t(words.sentence, { n: data.total })} />
          <div className="filters">
            <WordField label={t(words.search)} of="q" />
          </div>
          {data.total === 0 ? (
            <Empty />
          ) : (
            <Table
              caption={t(words.title)}
              head={[t(words.party), ...sides.map(it => name('side', it)), t(words.named)]}
              numbers={[1, 2, 3, 4]}
              rows={data.rows.map(it => ({
                id: it.id,
                cells: [
                  <To key="to" to={`/parties/${it.id}`}>
                    {it.name}
                  </To>,
                  ...sides.map(side => it.asserts[side]),
                  it.named,
                ],
              }))}
            />
          )}
          <Pager total={data.total} />
        </>
      )}
    </Loaded>
  );
}
