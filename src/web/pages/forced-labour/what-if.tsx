/** The finding as it would be without some claims or with other grades. What is supposed is in the address, never on record. */
import { api, bodyOf, type Found } from '#web/api.ts';
import { useAsk, useAsked, useData, useWords } from '#web/hooks.ts';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { assessWords } from '#words/assess.ts';
import { labourWords as words } from '#words/pages/labour.ts';

/** From the surest to what carries nothing. */
const GRADES = ['A1', 'B2', 'C3', 'D4', 'E5'] as const;

interface WhatIfProps {
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly data: Found;
}

export function WhatIf({ query, data }: WhatIfProps) {
  const { t } = useWords();
  const ask = useAsk();
  const { without = '', grades = '' } = useAsked();
  const [out, regraded] = [listed(without), new Map(listed(grades).map(pairOf))];
  const supposing = out.length + regraded.size > 0;
  const ids = [...data.finding.elements, ...data.finding.exceptions].flatMap(it => [
    ...it.for,
    ...it.against,
    ...it.setAside,
  ]);
  const claims = [...new Set([...ids, ...out, ...regraded.keys()])].flatMap(id => data.claims[id] ?? []);
  const leave = (id: string) =>
    ask({ without: (out.includes(id) ? out.filter(it => it !== id) : [...out, id]).join(' ') || undefined });
  const grade = (id: string, to: string) => {
    const next = new Map(regraded);
    if (to === '') next.delete(id);
    else next.set(id, to);
    ask({ grades: [...next].map(it => it.join('=')).join(' ') || undefined });
  };
  return (
    <>
      {supposing && <Outcome query={{ ...query, without, grades }} data={data} />}
      <details open={supposing}>
        <summary>
          {t(words.evidence)} ({claims.length})
        </summary>
        <Table
          caption={t(words.whatIf)}
          head={[t(words.theClaim), t(words.leaveOut), t(words.regrade)]}
          rows={claims.map(it => ({
            id: it.id,
            cells: [
              <span key="claim">
                {it.asserterName}: <To to={`/claims/${it.id}`}>{it.proposition}</To>
              </span>,
              <input
                key="out"
                type="checkbox"
                checked={out.includes(it.id)}
                onChange={() => leave(it.id)}
                aria-label={`${t(words.leaveOut)}: ${it.id}`}
              />,
              <select
                key="grade"
                value={regraded.get(it.id) ?? ''}
                onChange={event => grade(it.id, event.target.value)}
                aria-label={`${t(words.regrade)}: ${it.id}`}
              >
                <option value="">{t(words.asGraded, { grade: `${it.grade}${it.credibility}` })}</option>
                {GRADES.map(one => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>,
            ],
          }))}
        />
      </details>
    </>
  );
}

function Outcome({ query, data }: WhatIfProps) {
  const { t } = useWords();
  const ask = useAsk();
  const found = useData(['findings', 'if', query], () =>
    bodyOf(api.findings.if.$get({ query: query as never })),
  );
  const names = new Map([...data.finding.elements, ...data.finding.exceptions].map(it => [it.id, it.name]));
  return (
    <Loaded of={found}>
      {({ after, moved }) => (
        <div className="notice" role="status">
          <p>{t(words.supposing, { sentence: after.sentence })}</p>
          {moved.length === 0 ? (
            <p className="soft">{t(words.nothingMoves)}</p>
          ) : (
            <ul>
              {moved.map(({ id, from, to }) => (
                <li key={id}>
                  {t(words.moves, {
                    name: names.get(id) ?? id,
                    from: t(assessWords.statuses[from]),
                    to: t(assessWords.statuses[to]),
                  })}
                </li>
              ))}
            </ul>
          )}
          <button type="button" onClick={() => ask({ without: undefined, grades: undefined })}>
            {t(words.supposeNothing)}
          </button>
        </div>
      )}
    </Loaded>
  );
}

function listed(text: string): string[] {
  return text.split(' ').filter(it => it !== '');
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}
