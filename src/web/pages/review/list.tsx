/** The proposals of a page, decided on by mouse or by keyboard; the keyboard stays where a card went. */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Proposal } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import type { Acts } from '#web/pages/review/acts.ts';
import { Card } from '#web/pages/review/card.tsx';
import { EditDialog, LinkDialog } from '#web/pages/review/dialogs.tsx';
import { decidedNow, stands } from '#web/pages/review/sitting.ts';
import { deskWords as words } from '#words/pages/desk.ts';

type Doing = { readonly what: 'edit' | 'link'; readonly proposal: Proposal } | null;
type Verbs = Readonly<Record<string, (it: Proposal) => unknown>>;

interface ProposalsProps {
  readonly rows: readonly Proposal[];
  readonly acts: Acts;
  readonly readOnly: boolean;
  readonly picked: ReadonlySet<string>;
  readonly pick: (id: string) => void;
  /** What stands over a proposal where its group begins. */
  readonly head: (it: Proposal, before: Proposal | undefined) => ReactNode;
}

const ACTING = ['a', 'd', 'r', 'e', 'l', 'u', 'x'];

export function Proposals({ rows, acts, readOnly, picked, pick, head }: ProposalsProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [at, move] = useState(0);
  const [doing, show] = useState<Doing>(null);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(false);
  const current = Math.min(at, rows.length - 1);
  useEffect(() => stands(rows[current]?.id), [rows, current]);
  // a decided card goes and the next one takes its place: the keyboard stays on the list
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the list
  useEffect(() => {
    if (focused.current && doing === null)
      list.current?.querySelectorAll<HTMLElement>(':scope > .card')[current]?.focus();
  }, [rows, current, doing]);
  const decide = async (decision: 'accept' | 'reject', it: Proposal, changes = {}) => {
    const done = await acts.decide(decision, it.id, changes);
    if (!done) return false;
    decidedNow();
    if (picked.has(it.id)) pick(it.id);
    return true;
  };
  const verbs: Verbs = {
    a: it => decide('accept', it),
    d: it => decide('accept', it, it.carried?.changes),
    r: it => decide('reject', it),
    e: it => show({ what: 'edit', proposal: it }),
    l: async it => {
      if (it.kind === 'claim' && (await decide('accept', it))) show({ what: 'link', proposal: it });
    },
    x: it => pick(it.id),
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
    if (!proposal || event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget)
      return;
    if (!verbs[verb] || (ACTING.includes(verb) && (readOnly || acts.busy))) return;
    event.preventDefault();
    verbs[verb]?.(proposal);
  };
  return (
    <>
      <ul className="desk" ref={list}>
        {rows.flatMap((it, index) => {
          const over = head(it, rows[index - 1]);
          return [
            ...(over === null ? [] : [<li key={`over-${it.id}`}>{over}</li>]),
            <li
              key={it.id}
              id={`w-${it.id}`}
              tabIndex={index === current ? 0 : -1}
              onKeyDown={press}
              onFocus={() => {
                focused.current = true;
                move(index);
              }}
              className={index === current ? 'card current' : 'card'}
            >
              <Card proposal={it} />
              {!readOnly && (
                <div className="acts">
                  <Buttons proposal={it} verbs={verbs} busy={acts.busy} />
                  <label className="check">
                    <input type="checkbox" checked={picked.has(it.id)} onChange={() => pick(it.id)} />
                    <span className="hidden">{t(words.chooseThis, { id: it.id })}</span>
                  </label>
                </div>
              )}
            </li>,
          ];
        })}
      </ul>
      {doing?.what === 'edit' && (
        <EditDialog
          id={doing.proposal.id}
          kind={doing.proposal.kind}
          row={proposed(doing.proposal)}
          verb="acceptChanged"
          close={() => show(null)}
          save={changes => decide('accept', doing.proposal, changes)}
        />
      )}
      {doing?.what === 'link' && (
        <LinkDialog claim={doing.proposal.id} close={() => show(null)} save={acts.link} />
      )}
    </>
  );
}

/** What accepting would write, as the form shows it before a person changes it. */
function proposed({ kind, exact, found, written }: Proposal): Record<string, unknown> {
  if (kind === 'claim') return { proposition: exact, mode: found.mode, ...written };
  if (kind === 'bearing')
    return {
      element: found.element,
      direction: found.direction,
      reason: found.reason ?? `“${exact.slice(0, 200)}”`,
    };
  return { ...found, counted: found.unit };
}

function Buttons({
  proposal,
  verbs,
  busy,
}: {
  readonly proposal: Proposal;
  readonly verbs: Verbs;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const all = [
    ['a', words.accept],
    ...(proposal.carried ? [['d', words.acceptCarried] as const] : []),
    ['r', words.reject],
    ['e', words.edit],
    ...(proposal.kind === 'claim' ? [['l', words.link] as const] : []),
    ['o', words.open],
  ] as const;
  return (
    <>
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
    </>
  );
}
