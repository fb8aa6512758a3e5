/** The same question at every level of proof: a row each, with a link to the finding at that level. */
import { api, bodyOf } from '#web/api.ts';
import { useAsked, useData, useWords } from '#web/hooks.ts';
import { StatusMark } from '#web/parts/marks.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { assessWords } from '#words/assess.ts';
import { labourWords as words } from '#words/pages/labour.ts';

export function LadderTable({ query }: { readonly query: Readonly<Record<string, string | undefined>> }) {
  const { t } = useWords();
  const { lang: _, ...asked } = useAsked();
  const ladder = useData(['ladder', query], () =>
    bodyOf(api.findings.ladder.$get({ query: query as never })),
  );
  return (
    <Loaded of={ladder}>
      {({ ladder: rungs }) => (
        <Table
          caption={t(words.ladder)}
          head={[t(words.proof), t(words.answer), ...(rungs[0]?.elements ?? []).map(it => it.name)]}
          rows={rungs.map(({ proof, verdict, elements }) => ({
            id: proof.id,
            cells: [
              <To key="proof" to="/forced-labour" search={{ ...asked, proof: proof.id }}>
                {proof.name}
              </To>,
              <b key="verdict">{t(assessWords.verdicts[verdict])}</b>,
              ...elements.map(it => <StatusMark key={it.id} status={it.status} />),
            ],
          }))}
        />
      )}
    </Loaded>
  );
}
