/** Who was asked and who answered: each request with how it stands, and a desk for letters and replies. */
import { api, bodyOf, type RequestList } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { Follow } from '#web/pages/requests/follow.tsx';
import { Letter } from '#web/pages/requests/letter.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Empty, Loaded } from '#web/parts/states.tsx';
import { To } from '#web/parts/to.tsx';
import { formatDate } from '#words/language.ts';
import { requestPageWords as words } from '#words/pages/requests.ts';
import { placeName } from '#words/places.ts';

export type RequestRow = RequestList['rows'][number];

export function Page() {
  const { t, language } = useWords();
  const list = useData(['requests', language], () =>
    bodyOf(api.requests.$get({ query: { lang: language } })),
  );
  return (
    <Loaded of={list} title={t(words.title)}>
      {data => (
        <>
          <Opening
            title={t(words.title)}
            sentence={data.sentence}
            counts={
              <a href={`/api/requests/calendar?lang=${language}`} download>
                {t(words.calendar)}
              </a>
            }
          />
          <datalist id="parties">
            {data.parties.map(it => (
              <option key={it} value={it} />
            ))}
          </datalist>
          <Section title={t(words.list)}>
            {data.rows.length === 0 ? <Empty /> : data.rows.map(it => <OneRequest key={it.id} row={it} />)}
          </Section>
          <Section title={t(words.write)} note={t(words.writeNote)} id="letter">
            <Letter standards={data.standards} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function OneRequest({ row }: { readonly row: RequestRow }) {
  const { t, name, language } = useWords();
  return (
    <article className="request">
      <h3>
        <To to={`/claims/${row.claims[0]}`}>{row.about}</To>
      </h3>
      <p className="soft">
        {row.asker} · {row.sent && `${t(words.sent, { date: formatDate(row.sent, language) })} · `}
        <Due row={row} />
      </p>
      {row.questions.length > 0 && (
        <details>
          <summary>
            {t(words.questions)} ({row.questions.length})
          </summary>
          <ol>
            {row.questions.map(it => (
              <li key={it.id}>{it.about ? <To to={`/claims/${it.about}`}>{it.text}</To> : it.text}</li>
            ))}
          </ol>
        </details>
      )}
      <details open={row.standing.length <= FEW}>
        <summary>
          {t(words.standing)} ({row.standing.length})
        </summary>
        <ul className="standing">
          {row.standing.map(it => (
            <li key={it.party}>
              <To to={`/parties/${it.party}`}>{it.name}</To>: {name('status', it.state)}
              {it.late && it.late !== 'no' && <strong>, {t(words.late[it.late])}</strong>}
            </li>
          ))}
        </ul>
      </details>
      {row.replies.length > 0 && (
        <>
          <h4>{t(words.replies)}</h4>
          <ul>
            {row.replies.map(it => (
              <li key={it.id}>
                {it.date && `${formatDate(it.date, language)} · `}
                {it.name}, {t(words.kinds[it.kind])}: <To to={`/claims/${it.claim}`}>{it.summary}</To>
                {it.enclosures.map(source => (
                  <span key={source}>
                    {' '}
                    · <To to={`/sources/${source}`}>{source}</To>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Follow row={row} />
    </article>
  );
}

/** With no more addressees than these, they are open to the eye. */
const FEW = 8;

function Due({ row: { due, deadline, holidays } }: { readonly row: RequestRow }) {
  const { t, language } = useWords();
  if (due === null) return <>{t(words.noDue)}</>;
  const place = placeName(deadline?.place ?? 'WLD', language);
  return (
    <>
      {t(words.due, { date: formatDate(due, language) })}
      {deadline?.counted === 'working' && ` (${t(words.working, { days: deadline.days, place, holidays })})`}
    </>
  );
}
