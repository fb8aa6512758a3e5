/** The review desk: what reading proposes, the surest first, for a person to decide; by mouse or by keyboard. */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { api, bodyOf, type Proposal } from '#web/api.ts';
import { useAsked, useData, useQuestion, useServer, useWords } from '#web/hooks.ts';
import { type Acts, useActs } from '#web/pages/review/acts.ts';
import { AddFiles } from '#web/pages/review/add-files.tsx';
import { EditDialog, LinkDialog } from '#web/pages/review/dialogs.tsx';
import { Choose } from '#web/parts/choose.tsx';
import { Opening } from '#web/parts/page.tsx';
import { Pager } from '#web/parts/pager.tsx';
import { Said } from '#web/parts/said.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { formatRange, formatShare } from '#words/language.ts';
import { deskWords as words } from '#words/pages/desk.ts';
import { shellWords } from '#words/pages/shell.ts';

const SIZE = 20;

export function Page() {
  const { t, name } = useWords();
  const query = useQuestion(['source', 'kind'], SIZE);
  const desk = useData(['review', query], () => bodyOf(api.review.$get({ query })));
  const server = useServer();
  const acts = useActs();
  const kinds = ['claim', 'figure', 'bearing', 'anchor'].map(id => ({ id, name: name('kind', id) }));
  return (
    <Loaded of={desk} title={t(words.title)}>
      {data => (
        <>
          <Opening
            title={t(words.title)}
            sentence={data.total === 0 ? t(words.empty) : t(words.sentence, { n: data.total })}
          />
          {server.data?.readOnly === false && <AddFiles />}
          <div className="filters">
            <Choose label={t(words.kind)} of="kind" none={t(shellWords.any)} choices={kinds} />
            <SourceChoice />
            <button type="button" onClick={() => acts.undo()} disabled={data.readOnly || acts.busy}>
              {t(words.undo)}
            </button>
            <Said acts={acts} />
          </div>
          {data.rows.length > 0 && <p className="soft">{t(words.keys)}</p>}
          <Proposals rows={data.rows} acts={acts} readOnly={data.readOnly} />
          <Pager total={data.total} size={SIZE} />
        </>
      )}
    </Loaded>
  );
}

function SourceChoice() {
  const { t, language } = useWords();
  const { source } = useAsked();
  const query = { lang: language, held: 'original', limit: '200' };
  const sources = useData(['sources', query], () => bodyOf(api.sources.$get({ query })));
  const held = (sources.data?.rows ?? []).map(it => ({ id: it.id, name: it.title }));
  const choices =
    source === undefined || held.some(it => it.id === source)
      ? held
      : [...held, { id: source, name: source }];
  return <Choose label={t(words.source)} of="source" none={t(words.allSources)} choices={choices} />;
}

type Doing = { readonly what: 'edit' | 'link'; readonly proposal: Proposal } | null;

function Proposals({
  rows,
  acts,
  readOnly,
}: {
  readonly rows: readonly Proposal[];
  readonly acts: Acts;
  readonly readOnly: boolean;
}) {
  const navigate = useNavigate();
  const [at, move] = useState(0);
  const [doing, show] = useState<Doing>(null);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(false);
  const current = Math.min(at, rows.length - 1);
  // a decided card goes and the next one takes its place: the keyboard stays on the list
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the list
  useEffect(() => {
    if (focused.current && doing === null)
      (list.current?.children[current] as HTMLElement | undefined)?.focus();
  }, [rows, current, doing]);
  const verbs: Readonly<Record<string, (it: Proposal) => unknown>> = {
    a: it => acts.decide('accept', it.id),
    r: it => acts.decide('reject', it.id),
    e: it => show({ what: 'edit', proposal: it }),
    l: async it => {
      if (it.kind === 'claim' && (await acts.decide('accept', it.id))) show({ what: 'link', proposal: it });
    },
    u: () => acts.undo(),
    o: it =>
      navigate({
        to: `/sources/${it.source}` as '/',
        search: { text: it.text, at: String(it.start) } as never,
        hash: `p-${it.id}`,
      }),
    arrowdown: () => move(Math.min(current + 1, rows.length - 1)),
    arrowup: () => move(Math.max(current - 1, 0)),
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const proposal = rows[current];
    const key = event.key.toLowerCase();
    const verb = { j: 'arrowdown', k: 'arrowup' }[key] ?? key;
    const acting = ['a', 'r', 'e', 'l', 'u'].includes(verb);
    if (!proposal || event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget)
      return;
    if (!verbs[verb] || (acting && (readOnly || acts.busy))) return;
    event.preventDefault();
    verbs[verb]?.(proposal);
  };
  return (
    <>
      <ul className="desk" ref={list}>
        {rows.map((it, index) => (
          <li
            key={it.id}
            tabIndex={index === current ? 0 : -1}
            onKeyDown={press}
            onFocus={() => {
              focused.current = true;
              move(index);
            }}
            className={index === current ? 'card current' : 'card'}
          >
            <Card proposal={it} />
            {!readOnly && <Buttons proposal={it} verbs={verbs} busy={acts.busy} />}
          </li>
        ))}
      </ul>
      {doing?.what === 'edit' && (
        <EditDialog
          id={doing.proposal.id}
          kind={doing.proposal.kind}
          row={proposed(doing.proposal)}
          verb="acceptChanged"
          close={() => show(null)}
          save={changes => acts.decide('accept', doing.proposal.id, changes)}
        />
      )}
      {doing?.what === 'link' && (
        <LinkDialog claim={doing.proposal.id} close={() => show(null)} save={acts.link} />
      )}
    </>
  );
}

/** What accepting would write, as the form shows it before a person changes it. */
function proposed({ kind, exact, found }: Proposal): Record<string, unknown> {
  if (kind === 'claim')
    return {
      proposition: exact,
      side: 'neutral',
      type: 'fact',
      mode: found.mode,
      knowledge: 'hearsay',
      stake: 'no',
      reach: 'unspecified',
      credibility: '6',
    };
  if (kind === 'bearing')
    return { element: found.element, direction: found.direction, reason: `“${exact.slice(0, 200)}”` };
  return { ...found, counted: found.unit };
}

function Card({ proposal }: { readonly proposal: Proposal }) {
  const { t, name, language } = useWords();
  const { found } = proposal;
  return (
    <>
      <p className="facts">
        <b className="tag">{name('kind', proposal.kind)}</b>
        <span>{t(words.sure, { share: formatShare(proposal.confidence, language) })}</span>
        {proposal.kind === 'claim' && (
          <span>{proposal.speaker ? t(words.speaker, { name: proposal.speaker }) : t(words.noSpeaker)}</span>
        )}
        {found.mode && <span>{name('mode', found.mode)}</span>}
        {found.element && (
          <span>
            {found.element} {name('direction', found.direction ?? '')}
          </span>
        )}
        {proposal.kind === 'figure' && (
          <span>
            {formatRange(found.low ?? null, found.high ?? null, language)} {found.currency ?? found.unit}
          </span>
        )}
        {proposal.claim && <code>{proposal.claim}</code>}
        <cite>{proposal.sourceTitle}</cite>
      </p>
      <blockquote>
        <span className="around">{proposal.before}</span>
        <mark>{proposal.exact}</mark>
        <span className="around">{proposal.after}</span>
      </blockquote>
    </>
  );
}

function Buttons({
  proposal,
  verbs,
  busy,
}: {
  readonly proposal: Proposal;
  readonly verbs: Readonly<Record<string, (it: Proposal) => unknown>>;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const all = [
    ['a', words.accept],
    ['r', words.reject],
    ['e', words.edit],
    ...(proposal.kind === 'claim' ? [['l', words.link] as const] : []),
    ['o', words.open],
  ] as const;
  return (
    <div className="acts">
      {all.map(([key, word]) => (
        <button
          key={key}
          type="button"
          disabled={busy}
          onClick={() => verbs[key]?.(proposal)}
          title={key.toUpperCase()}
        >
          {t(word)}
        </button>
      ))}
    </div>
  );
}
