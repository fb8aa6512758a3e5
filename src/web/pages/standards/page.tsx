/** The standards there are, to be searched and opened one by one. */
import { api, bodyOf, type StandardList } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { Choose, WordField } from '#web/parts/choose.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { standardPageWords as words } from '#words/pages/standards.ts';
import { standardKinds, standardWords } from '#words/standards.ts';

const KINDS = Object.keys(standardKinds) as (keyof typeof standardKinds)[];

export function Page() {
  const { t } = useWords();
  const query = useQuestion(['q', 'kind']);
  const list = useData(['standard-list', query], () =>
    bodyOf(api['standard-list'].$get({ query: query as never })),
  );
  const title = t(words.title);
  return (
    <Loaded of={list} title={title}>
      {({ total, rows, proofs }) => (
        <>
          <Opening title={title} sentence={t(words.sentence, { n: rows.length, total })} />
          <div className="filters">
            <WordField label={t(words.search)} of="q" />
            <Choose
              label={t(words.kind)}
              of="kind"
              none={t(words.any)}
              choices={KINDS.map(id => ({ id, name: t(standardKinds[id]) }))}
            />
          </div>
          {rows.length === 0 ? (
            <Empty />
          ) : (
            <Table
              caption={title}
              head={[words.standard, words.kind, words.year, words.elements, words.text].map(it => t(it))}
              numbers={[2, 3]}
              rows={rows.map(it => ({
                id: it.id,
                cells: [
                  <To key="to" to={`/standards/${it.id}`}>
                    {it.title}
                  </To>,
                  t(standardKinds[it.kind]),
                  it.year,
                  it.elements,
                  t(it.stub ? standardWords.stubbed : it.verified ? standardWords.yes : standardWords.no),
                ],
              }))}
            />
          )}
          <Proofs proofs={proofs} />
        </>
      )}
    </Loaded>
  );
}

function Proofs({ proofs }: Pick<StandardList, 'proofs'>) {
  const { t } = useWords();
  return (
    <Section title={t(words.proofs)} note={t(words.proofsNote)}>
      <Table
        caption={t(words.proofs)}
        head={[words.level, words.asks, words.elsewhere].map(it => t(it))}
        rows={proofs.map(it => ({
          id: it.id,
          cells: [it.name, <List key="asks" of={it.asks} />, <Elsewhere key="elsewhere" of={it.elsewhere} />],
        }))}
      />
    </Section>
  );
}

function List({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="plainlist">
      {of.map(it => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  );
}

function Elsewhere({ of }: { readonly of: StandardList['proofs'][number]['elsewhere'] }) {
  const { t } = useWords();
  const told = of.map(it => {
    const parts = it.parts.length > 0 ? ` (${it.parts.join('; ')})` : '';
    return `${it.by}, “${it.name}”: ${it.where}${parts}${it.verified ? '' : ` [${t(words.notVerified)}]`}`;
  });
  return <List of={told} />;
}
