/** What was counted and paid before a measure and after it, where the address asks for one. */
import { api, bodyOf } from '#web/api.ts';
import { useAsked, useData, useWords } from '#web/hooks.ts';
import { Section } from '#web/parts/page.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { aroundWords as words } from '#words/around.ts';
import { formatBounds, formatDates } from '#words/language.ts';
import { placeName } from '#words/places.ts';

export function BeforeAndAfter() {
  const { around } = useAsked();
  return around === undefined ? null : <Lines id={around} />;
}

interface Told {
  readonly claim: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

function Lines({ id }: { readonly id: string }) {
  const { t, name, language } = useWords();
  const found = useData(['around', id, language], () =>
    bodyOf(api.measures[':id'].around.$get({ param: { id }, query: { lang: language } })),
  );
  const cell = (rows: readonly Told[]) =>
    rows.length === 0
      ? '–'
      : rows.map(it => (
          <div key={`${it.claim} ${it.low} ${it.high}`}>
            <To to={`/claims/${it.claim}`}>{formatBounds(it.low, it.high, language)}</To>{' '}
            <span className="soft">{formatDates(it.from, it.to, language)}</span>
          </div>
        ));
  return (
    <Loaded of={found}>
      {({ title, sentence, lines }) => (
        <Section title={title} note={sentence} id="around">
          <Table
            caption={title}
            head={[t(words.what), t(words.place), t(words.before), t(words.after)]}
            rows={lines.map(it => ({
              id: [it.of, it.place, ...it.what, it.unit].join(' '),
              cells: [
                `${it.of === 'terms' ? name('leg', it.what[0]) : it.what.join(', ')}${it.unit ? `, ${it.unit}` : ''}`,
                placeName(it.place, language),
                cell(it.before),
                cell(it.after),
              ],
            }))}
          />
        </Section>
      )}
    </Loaded>
  );
}
