/** The review desk: what reading proposes, by what it would settle, for a person to decide; one by one or many at once. */
import { useState } from 'react';
import { api, bodyOf, type Desk, type Proposal } from '#web/api.ts';
import { useAsked, useData, useQuestion, useServer, useWords } from '#web/hooks.ts';
import { type Acts, useActs } from '#web/pages/review/acts.ts';
import { AddFiles } from '#web/pages/review/add-files.tsx';
import { Bulk } from '#web/pages/review/bulk.tsx';
import { Drifted } from '#web/pages/review/drifted.tsx';
import { Proposals } from '#web/pages/review/list.tsx';
import { sitting } from '#web/pages/review/sitting.ts';
import { Choose } from '#web/parts/choose.tsx';
import { Opening } from '#web/parts/page.tsx';
import { Pager } from '#web/parts/pager.tsx';
import { Said } from '#web/parts/said.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { deskWords as words } from '#words/pages/desk.ts';
import { shellWords } from '#words/pages/shell.ts';

const SIZE = 20;
const CHOICE = ['source', 'kind', 'speaker', 'element'] as const;
/** Classes whose proposals settle something that stands open. */
const OPEN = [1, 2, 3] as const;

export function Page() {
  const { t } = useWords();
  const query = useQuestion([...CHOICE, 'order', 'group'], SIZE) as Parameters<
    typeof api.review.$get
  >[0]['query'];
  const desk = useData(['review', query], () => bodyOf(api.review.$get({ query })));
  const server = useServer();
  const acts = useActs();
  return (
    <Loaded of={desk} title={t(words.title)}>
      {data => (
        <>
          <Opening title={t(words.title)} sentence={sentenceOf(data, t)}>
            <Progress data={data} />
          </Opening>
          <Drifted />
          {server.data?.readOnly === false && <AddFiles />}
          <Filters data={data} acts={acts} />
          {data.rows.length > 0 && <p className="soft">{t(words.keys)}</p>}
          <Waiting data={data} acts={acts} />
          <Pager total={data.total} size={SIZE} />
        </>
      )}
    </Loaded>
  );
}

function sentenceOf({ total, classes }: Desk, t: ReturnType<typeof useWords>['t']): string {
  const open = OPEN.reduce((sum, it) => sum + (classes[it] ?? 0), 0);
  return total === 0 ? t(words.empty) : t(words.sentence, { n: total, open });
}

function Progress({ data: { total, decided } }: { readonly data: Desk }) {
  const { t } = useWords();
  const sat = sitting();
  const all = total + decided;
  if (all === 0) return null;
  const said = t(words.decidedOf, { done: decided, n: all });
  return (
    <p className="progress">
      <progress value={decided} max={all} aria-label={said} /> <span>{said}</span>{' '}
      {sat && <span className="sitting">{t(words.sitting, sat)}</span>}
    </p>
  );
}

function Filters({ data, acts }: { readonly data: Desk; readonly acts: Acts }) {
  const { t, name } = useWords();
  const any = t(shellWords.any);
  const counted = (list: readonly { id: string; n: number; name?: string }[]) =>
    list.map(it => ({ id: it.id, name: `${it.name ?? it.id} (${it.n})` }));
  const kinds = data.kinds.map(it => ({ ...it, name: name('kind', it.id) }));
  const orders = (['settles', 'confidence', 'text'] as const).map(id => ({ id, name: t(words.orders[id]) }));
  const groups = (['source', 'speaker'] as const).map(id => ({ id, name: t(words.groups[id]) }));
  return (
    <div className="filters">
      <Choose label={t(words.order)} of="order" otherwise="settles" choices={orders} />
      <Choose label={t(words.group)} of="group" none={t(words.groups.none)} choices={groups} />
      <Chosen label={t(words.kind)} of="kind" none={any} choices={counted(kinds)} />
      <Chosen
        label={t(words.source)}
        of="source"
        none={t(words.allSources)}
        choices={counted(data.sources)}
      />
      <Chosen label={t(words.who)} of="speaker" none={any} choices={counted(data.speakers)} />
      <Chosen label={t(words.element)} of="element" none={any} choices={counted(data.elements)} />
      <button type="button" onClick={() => acts.undo()} disabled={data.readOnly || acts.busy}>
        {t(words.undo)}
      </button>
      <Said acts={acts} />
    </div>
  );
}

/** What is chosen stays in the list when nothing of it waits any more. */
function Chosen({ choices, ...rest }: Parameters<typeof Choose>[0]) {
  const asked = useAsked()[rest.of];
  const known = asked === undefined || choices.some(it => it.id === asked);
  return <Choose {...rest} choices={known ? choices : [...choices, { id: asked, name: asked }]} />;
}

function Waiting({ data, acts }: { readonly data: Desk; readonly acts: Acts }) {
  const { t } = useWords();
  const asked = useAsked();
  const [picked, choose] = useState<ReadonlySet<string>>(new Set());
  const pick = (id: string) =>
    choose(before => new Set(before.has(id) ? [...before].filter(it => it !== id) : [...before, id]));
  const where = Object.fromEntries(
    CHOICE.flatMap(it => (asked[it] === undefined ? [] : [[it, asked[it]] as const])),
  );
  return (
    <>
      {!data.readOnly && data.total > 0 && (
        <div className="bulk">
          {picked.size > 0 ? (
            <>
              <span>{t(words.chosen, { n: picked.size })}</span>
              <Bulk
                acts={acts}
                chosen={{ ids: [...picked] }}
                n={picked.size}
                done={() => choose(new Set())}
              />
              <button type="button" onClick={() => choose(new Set())}>
                {t(shellWords.clear)}
              </button>
            </>
          ) : (
            <>
              <span>{t(words.fitting, { n: data.total })}</span>
              <Bulk acts={acts} chosen={{ where, n: data.total }} n={data.total} />
            </>
          )}
        </div>
      )}
      <Proposals
        rows={data.rows}
        acts={acts}
        readOnly={data.readOnly}
        picked={picked}
        pick={pick}
        head={(it, before) =>
          begins(it, before, asked.group) ? <Head it={it} data={data} acts={acts} where={where} /> : null
        }
      />
    </>
  );
}

function begins(it: Proposal, before: Proposal | undefined, group: string | undefined): boolean {
  if (group !== 'source' && group !== 'speaker') return false;
  return before === undefined || before[group] !== it[group];
}

interface HeadProps {
  readonly it: Proposal;
  readonly data: Desk;
  readonly acts: Acts;
  readonly where: Readonly<Record<string, string>>;
}

/** The name of a group where it begins, and all of it at once. */
function Head({ it, data, acts, where }: HeadProps) {
  const { t } = useWords();
  const group = useAsked().group === 'source' ? 'source' : 'speaker';
  const id = it[group];
  const tally = (group === 'source' ? data.sources : data.speakers).find(one => one.id === id);
  return (
    <div className="bulk head">
      <h2>{group === 'source' ? it.sourceTitle : (id ?? t(words.noSpeaker))}</h2>
      {tally && id !== null && !data.readOnly && (
        <Bulk acts={acts} chosen={{ where: { ...where, [group]: id }, n: tally.n }} n={tally.n} />
      )}
    </div>
  );
}
