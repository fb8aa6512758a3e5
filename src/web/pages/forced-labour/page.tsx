/** Is it forced labour: a standard at a level of proof, element by element, for beside against. */
import { api, bodyOf, type Finding, type Found, type Standards } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { LadderTable } from '#web/pages/forced-labour/ladder.tsx';
import { Matrix } from '#web/pages/forced-labour/matrix.tsx';
import { WhatIf } from '#web/pages/forced-labour/what-if.tsx';
import { Choose, PeriodFields } from '#web/parts/choose.tsx';
import { Claims, TwoSides } from '#web/parts/claim-item.tsx';
import { Origins, StatusMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { PlaceField } from '#web/parts/place-field.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { answerWords } from '#words/answers.ts';
import { assessWords } from '#words/assess.ts';
import type { Sentence } from '#words/language.ts';
import { labourWords as words } from '#words/pages/labour.ts';
import { requestPageWords } from '#words/pages/requests.ts';
import { shellWords } from '#words/pages/shell.ts';
import { standardPageWords } from '#words/pages/standards.ts';

const ASKED = ['standard', 'proof', 'place', 'period', 'route', 'held', 'duty'] as const;
const FIRST = { standard: 'ilo-c029', proof: 'reasonable-grounds', held: 'all' } as const;

export function Page() {
  const { t, language } = useWords();
  const query = useQuestion(ASKED);
  const finding = useData(['findings', query], () => bodyOf(api.findings.$get({ query: query as never })));
  const standards = useData(['standards', language], () =>
    bodyOf(api.standards.$get({ query: { lang: language } })),
  );
  const title = t(answerWords.titles['forced-labour']);
  return (
    <Loaded of={finding} title={title}>
      {data => (
        <>
          <Opening title={title} sentence={data.finding.sentence}>
            {data.finding.banner && <p className="notice warn">{data.finding.banner}</p>}
            {data.finding.illustrative && <Illustrative />}
            <p>
              <To to={`/standards/${data.finding.standard.id}`}>{t(standardPageWords.link)}</To>
            </p>
          </Opening>
          {standards.data && <Choosers standards={standards.data} finding={data.finding} />}
          <Section title={t(words.elements)} note={t(words.legend)}>
            <Elements data={data} standards={standards.data} />
          </Section>
          <Section title={t(words.matrix)} note={t(words.matrixNote)}>
            <Matrix query={query} elements={data.finding.elements} />
          </Section>
          <Section title={t(words.ladder)} note={t(words.ladderNote)}>
            <LadderTable query={query} />
          </Section>
          <Section title={t(words.whatIf)} note={t(words.whatIfNote)}>
            <WhatIf query={query} data={data} />
          </Section>
          <Section title={t(words.change)}>
            <Change data={data} />
            <p>
              <To
                to="/requests"
                search={{ standard: data.finding.standard.id, place: query.place }}
                hash="letter"
              >
                {t(requestPageWords.askOpen)}
              </To>
            </p>
          </Section>
          <Section title={t(words.robust)} note={t(words.robustNote)}>
            <Robust data={data} />
          </Section>
          <ProofTable finding={data.finding} />
          <Missed finding={data.finding} />
        </>
      )}
    </Loaded>
  );
}

function Illustrative() {
  const { t } = useWords();
  return (
    <details className="illustrative">
      <summary>
        <span className="tag cited">{t(words.illustrative)}</span> {t(words.illustrativeWhat)}
      </summary>
      <p>
        {t(words.illustrativeWhy)} <To to="/review">{t(shellWords.review)}</To>
      </p>
    </details>
  );
}

function Choosers({
  standards: { standards, proofs },
  finding,
}: {
  readonly standards: Standards;
  readonly finding: Finding;
}) {
  const { t, name } = useWords();
  const routes = standards.find(it => it.id === finding.standard.id)?.routes ?? [];
  const held = [
    { id: 'all', name: t(words.heldAll) },
    { id: 'originals', name: t(words.heldOriginals) },
  ];
  return (
    <form className="filters" onSubmit={event => event.preventDefault()}>
      <Choose
        label={t(words.standard)}
        of="standard"
        otherwise={FIRST.standard}
        choices={standards.map(it => ({ id: it.id, name: it.title }))}
      />
      <Choose label={t(words.proof)} of="proof" otherwise={FIRST.proof} choices={proofs} />
      <Choose
        label={t(words.route)}
        of="route"
        {...(finding.scope.route === null ? { none: t(shellWords.all) } : { otherwise: finding.scope.route })}
        choices={routes.map(id => ({ id, name: name('route', id) }))}
      />
      <PlaceField />
      <PeriodFields />
      <Choose label={t(words.held)} of="held" otherwise={FIRST.held} choices={held} />
    </form>
  );
}

function Elements({
  data: { finding, claims },
  standards,
}: {
  readonly data: Found;
  readonly standards: Standards | undefined;
}) {
  const { t } = useWords();
  const described = new Map(
    (standards?.standards ?? []).flatMap(it => it.elements.map(inner => [inner.id, inner] as const)),
  );
  const invoked = (it: Finding['exceptions'][number]) =>
    it.invoked ? t(words.invoked) : t(words.notInvoked);
  return (
    <>
      <ol className="elements">
        {finding.elements.map(it => (
          <ElementCard key={it.id} element={it} claims={claims} look={described.get(it.id)?.lookFor ?? []} />
        ))}
      </ol>
      {finding.exceptions.length > 0 && (
        <details className="exceptions">
          <summary>{t(words.exceptions)}</summary>
          <ol className="elements">
            {finding.exceptions.map(it => (
              <ElementCard key={it.id} element={it} claims={claims} look={[]} note={invoked(it)} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function ElementCard({
  element,
  claims,
  look,
  note,
}: {
  readonly element: Finding['elements'][number];
  readonly claims: Found['claims'];
  readonly look: readonly string[];
  readonly note?: string;
}) {
  const { t } = useWords();
  const { total } = element;
  const n = total.for + total.against + total.setAside;
  return (
    <li id={element.id} className="element">
      <div className="head">
        <h3>{element.name}</h3>
        <StatusMark status={element.status} />
        <Origins strength={element.strength} origins={element.origins} />
      </div>
      <p className="soft">
        {element.reason}
        {note && ` (${note})`}
      </p>
      <details>
        <summary>
          {t(words.evidence)} ({n})
        </summary>
        <TwoSides left={element.for} right={element.against} total={total} claims={claims} />
        {element.setAside.length > 0 && (
          <>
            <h4>{t(shellWords.setAside)}</h4>
            <Claims ids={element.setAside} claims={claims} />
          </>
        )}
        {look.length > 0 && (
          <>
            <h4>{t(words.lookFor)}</h4>
            <ul className="look" lang="en">
              {look.map(it => (
                <li key={it}>{it}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  );
}

function Change({ data: { finding, claims } }: { readonly data: Found }) {
  const { t } = useWords();
  const names = new Map([...finding.elements, ...finding.exceptions].map(it => [it.id, it.name]));
  if (finding.wouldChange.length === 0) return <p className="soft">{t(words.changeNone)}</p>;
  return (
    <ul className="changes">
      {finding.wouldChange.slice(0, 12).map(it =>
        'withdraw' in it ? (
          <li key={it.withdraw.join()}>
            <b>{t(words.withdrawing)}</b>
            <Claims ids={it.withdraw} claims={claims} />
          </li>
        ) : (
          <li key={it.show.join()}>
            <b>{t(words.showing)}</b>: {it.show.map(id => names.get(id) ?? id).join(' + ')}
          </li>
        ),
      )}
    </ul>
  );
}

/** What turns comes first; what changes nothing is counted. */
function Robust({ data: { finding, names } }: { readonly data: Found }) {
  const { t, name } = useWords();
  const what = (without: string) => {
    const [kind = '', id = ''] = [without.split(':')[0], without.slice(without.indexOf(':') + 1)];
    if (without === 'grades') return t(words.allGrades);
    if (kind === 'grades-of') return t(words.gradesOf, { side: name('side', id) });
    if (kind === 'side') return t(words.allOf, { side: name('side', id) });
    return t(kind === 'collector' ? words.collector : words.asserter, { name: names[id] ?? id });
  };
  const verdict = (it: string) => t(assessWords.verdicts[it as 'met']);
  return (
    <>
      <Table
        caption={t(words.robust)}
        head={[t(words.without), t(words.answer)]}
        rows={finding.robust.map(it => ({ id: it.without, cells: [what(it.without), verdict(it.verdict)] }))}
      />
      <p className="soft">{t(words.unchanged, { n: finding.unmoved })}</p>
    </>
  );
}

interface Ladder {
  readonly atLeast?: readonly { readonly strength: 'weak' | 'fair' | 'strong'; readonly origins: number }[];
  readonly contrary?: readonly string[];
  readonly formula?: string;
  readonly parameters?: { readonly alpha: number; readonly beta: number; readonly gamma: number };
}

function ProofTable({ finding }: { readonly finding: Finding }) {
  const { t } = useWords();
  const proof = finding.proof.table as Ladder;
  const contrary = words.contrary as Readonly<Record<string, Sentence>>;
  return (
    <details className="part">
      <summary>
        {t(words.proofTable)}: {finding.proof.name}
      </summary>
      <ul>
        {(proof.atLeast ?? []).map(it => (
          <li key={`${it.strength}${it.origins}`}>
            {t(words.atLeast, { n: it.origins, strength: t(words.strengths[it.strength]) })}
          </li>
        ))}
        {[...new Set(proof.contrary ?? [])].map(it => (
          <li key={it}>{t(contrary[it])}</li>
        ))}
        {proof.formula && (
          <li>{t(words.formula, { formula: proof.formula, ...(proof.parameters ?? {}) })}</li>
        )}
      </ul>
    </details>
  );
}

function Missed({ finding }: { readonly finding: Finding }) {
  const { t } = useWords();
  if (finding.missed.length === 0) return null;
  return (
    <details className="part">
      <summary>{t(words.missed, { n: finding.allMissed })}</summary>
      <ul className="plainlist">
        {finding.missed.map(it => (
          <li key={`${it.claim} ${it.element}`}>
            <To to={`/claims/${it.claim}`}>{it.claim}</To> ({it.element}):{' '}
            {t(words.missedWhy[it.why], { is: it.is })}
          </li>
        ))}
      </ul>
    </details>
  );
}
