/** Everything on one party: what it asserts, what is said of it, what it was asked, did, agreed and paid, what waits. */
import { useParams } from '@tanstack/react-router';
import { api, bodyOf, type Party } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { PartyActs } from '#web/pages/parties/acts.tsx';
import { useActs } from '#web/pages/review/acts.ts';
import { Bulk } from '#web/pages/review/bulk.tsx';
import { Line } from '#web/parts/claim-item.tsx';
import { SideMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Record } from '#web/parts/record.tsx';
import { Said } from '#web/parts/said.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { formatDate, formatDates, formatRange } from '#words/language.ts';
import { partyWords as words } from '#words/pages/parties.ts';
import { shellWords } from '#words/pages/shell.ts';
import { whoWords } from '#words/pages/who.ts';
import { placeName } from '#words/places.ts';

const SIDES = ['critical', 'neutral', 'defending'] as const;

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { t, language } = useWords();
  const party = useData(['party', id, language], () =>
    bodyOf(api.parties[':id'].$get({ param: { id }, query: { lang: language } })),
  );
  return (
    <Loaded of={party} title={`${t(words.party)} ${id}`}>
      {data => <Whole data={data} />}
    </Loaded>
  );
}

function Whole({ data }: { readonly data: Party }) {
  const { t, language } = useWords();
  const { party } = data;
  return (
    <>
      <Opening title={party.name} sentence={data.sentence}>
        <Record
          rows={[
            [t(words.aliases), data.aliases.join('; ')],
            [t(words.kind), party.kind.replaceAll('-', ' ')],
            [t(words.place), party.place && placeName(party.place, language)],
            [t(words.parent), data.parent.length > 0 && <Named key="p" of={data.parent} />],
            [t(words.bodies), data.bodies.length > 0 && <Named key="b" of={data.bodies} />],
            [t(words.members), data.members.length > 0 && <Named key="m" of={data.members} />],
            [t(words.groups), data.groups.length > 0 && <Named key="g" of={data.groups} />],
          ]}
        />
        {!data.readOnly && <PartyActs data={data} />}
      </Opening>
      {data.waiting.length > 0 && <Waiting data={data} />}
      <Section title={t(words.asserts)}>
        <div className="sides three">
          {SIDES.map(side => (
            <div key={side}>
              <h3>
                <SideMark side={side} /> {data.asserts[side]}
              </h3>
              <Lines rows={data.sides[side]} />
            </div>
          ))}
        </div>
        <p>
          <To to="/who" search={{ asserter: party.id }}>
            {t(words.all)}
          </To>
        </p>
      </Section>
      <Section title={t(words.said)} note={t(words.saidNote)}>
        <Lines rows={data.naming} total={data.allNaming} />
      </Section>
      <Dated data={data} />
      <Money data={data} />
      {data.published.length > 0 && (
        <Section title={t(words.published)}>
          <ul className="plainlist">
            {data.published.map(it => (
              <li key={it.id}>
                <To to={`/sources/${it.id}`}>{it.title}</To> {it.date && formatDate(it.date, language)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Named({ of }: { readonly of: readonly { id: string; name: string }[] }) {
  return (
    <>
      {of.map((it, index) => (
        <span key={it.id}>
          {index > 0 && ', '}
          <To to={`/parties/${it.id}`}>{it.name}</To>
        </span>
      ))}
    </>
  );
}

function Lines({ rows, total = rows.length }: { readonly rows: Party['naming']; readonly total?: number }) {
  const { t } = useWords();
  if (rows.length === 0) return <p className="soft">{t(words.none)}</p>;
  return (
    <>
      <ul className="claims">
        {rows.map(it => (
          <li key={it.id} className="claim">
            <Line claim={it} />
          </li>
        ))}
      </ul>
      {rows.length < total && <p className="soft">{t(shellWords.more, { n: total - rows.length })}</p>}
    </>
  );
}

function Waiting({ data }: { readonly data: Party }) {
  const { t } = useWords();
  const acts = useActs();
  return (
    <Section title={t(words.waiting)}>
      {data.waiting.map(({ name, n }) => (
        <div key={name} className="bulk">
          <To to="/review" search={{ speaker: name }}>
            {t(words.waitingOf, { n, name })}
          </To>
          {!data.readOnly && <Bulk acts={acts} chosen={{ where: { speaker: name }, n }} n={n} />}
        </div>
      ))}
      <Said acts={acts} />
    </Section>
  );
}

function Dated({ data: { dated } }: { readonly data: Party }) {
  const { t, name, language } = useWords();
  if (dated.length === 0) return null;
  return (
    <Section title={t(words.response)}>
      <ul className="plainlist">
        {dated.map(it => (
          <li key={`${it.kind}-${it.id}`}>
            <b>{name('dated', it.kind)}</b> {it.at && formatDate(it.at, language)}:{' '}
            <To to={`/claims/${it.claim}`}>{it.words}</To>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Money({ data: { terms } }: { readonly data: Party }) {
  const { t, name, language } = useWords();
  if (terms.length === 0) return null;
  return (
    <Section title={t(words.money)}>
      <Table
        caption={t(words.money)}
        head={[t(words.pays), t(whoWords.amount), t(shellWords.place), t(whoWords.when)]}
        rows={terms.map(it => ({
          id: it.id,
          cells: [
            t(it.pays ? words.pays : words.paid),
            <To key="to" to={`/claims/${it.claim}`}>
              {formatRange(it.low, it.high, language)} {it.currency} {name('per', it.per)}
            </To>,
            placeName(it.place, language),
            formatDates(it.from, it.to, language),
          ],
        }))}
      />
    </Section>
  );
}
