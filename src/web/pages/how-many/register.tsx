/** The programme's register under the figures: agreements with their state, and who is in service where. */
import { useState } from 'react';
import { api, bodyOf } from '#web/api.ts';
import { useData, useQuestion, useWords } from '#web/hooks.ts';
import { Section } from '#web/parts/page.tsx';
import { Loading } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { answerWords } from '#words/answers.ts';
import { formatBounds, formatDate, formatDates } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { registerWords as words } from '#words/register.ts';

/** Asked for when it is opened: the page's own answer does not wait for it. */
export function Register() {
  const { t } = useWords();
  const [open, turn] = useState(false);
  return (
    <details className="part" onToggle={event => turn(event.currentTarget.open)}>
      <summary>{t(words.title)}</summary>
      {open && <Whole />}
    </details>
  );
}

function Whole() {
  const { t, language } = useWords();
  const query = useQuestion(['place']);
  const found = useData(['register', query], () => bodyOf(api.register.$get({ query })));
  if (!found.data) return <Loading />;
  const { at, agreements, deployments, totals } = found.data;
  return (
    <>
      <p className="soft">{t(words.note, { at: formatDate(at, language) })}</p>
      <Section title={t(words.agreements)}>
        <Table
          caption={t(words.agreements)}
          head={[words.name, words.parties, words.inForce, words.state, words.text].map(it => t(it))}
          rows={agreements.map(it => ({
            id: it.id,
            cells: [
              <To key="name" to={`/claims/${it.claim}`}>
                {placeName(it.place, language)}: {it.name}
              </To>,
              it.partyNames.join('; '),
              formatDates(it.from ?? it.signed, it.to, language),
              t(words.states[it.state]),
              t(words.published[it.published]),
            ],
          }))}
        />
      </Section>
      {(
        [
          [words.deployments, deployments],
          [words.current, totals.current],
          [words.cumulative, totals.cumulative],
        ] as const
      ).map(([title, groups]) => (
        <Section key={title.en} title={t(title)}>
          <Table
            caption={t(title)}
            head={[words.where, words.figures, words.claim].map(it => t(it))}
            rows={groups.map(group => ({
              id: `${group.place} ${group.at} ${group.population}`,
              cells: [
                `${placeName(group.place, language)}, ${group.at.replace('/', ' – ')}`,
                group.figures
                  .map(
                    it =>
                      `${formatBounds(it.low, it.high, language)} ${answerWords.units[it.unit]?.[language] ?? it.unit}`,
                  )
                  .join('; '),
                group.figures.map(it => (
                  <span key={it.id}>
                    <To to={`/claims/${it.claim}`}>{it.claim}</To>{' '}
                  </span>
                )),
              ],
            }))}
          />
        </Section>
      ))}
    </>
  );
}
