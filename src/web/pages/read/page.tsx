/** Reads a text while it is typed, in the browser, by the code that the command line reads with. Nothing is kept. */
import { useDeferredValue, useMemo, useState } from 'react';
import { type Reading, read } from '#evidence/reading/reading.ts';
import { useAsk, useAsked, useData, useWords } from '#web/hooks.ts';
import { loadLexicons } from '#web/pages/read/lexicons.ts';
import { Choose } from '#web/parts/choose.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { formatShare, LANGUAGES } from '#words/language.ts';
import { readWords as words } from '#words/pages/read.ts';
import { shellWords } from '#words/pages/shell.ts';
import { placeName } from '#words/places.ts';

const LAYERS = ['claims', 'figures', 'bearings', 'outlet', 'dates', 'places'] as const;
type Layer = (typeof LAYERS)[number];

/** UTF-16 units and rows that are drawn; a longer text is read whole. */
const MOST_SHOWN = 40_000;
const MOST_ROWS = 200;

export function Page() {
  const { t } = useWords();
  const lexicons = useData(['lexicons'], loadLexicons);
  return (
    <Loaded of={lexicons} title={t(words.title)}>
      {data => <Desk lexicons={data} />}
    </Loaded>
  );
}

function Desk({ lexicons }: { readonly lexicons: Readonly<Record<string, unknown>> }) {
  const { t } = useWords();
  const { of: language, layer = 'claims', day = '' } = useAsked();
  const ask = useAsk();
  const [text, write] = useState('');
  const late = useDeferredValue(text);
  const reading = useMemo(
    () => read(late, lexicons, language, /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null),
    [late, lexicons, language, day],
  );
  const shown = LAYERS.find(it => it === layer) ?? 'claims';
  const attributed = reading.claims.filter(it => it.cue !== null);
  const sentence =
    late.trim() === ''
      ? t(words.empty)
      : t(words.sentence, {
          n: attributed.length,
          figures: reading.figures.length,
          bearings: reading.bearings.length,
          outlet: reading.outlet.filter(it => it.kind === 'assertion').length,
        });
  return (
    <>
      <Opening title={t(words.title)} sentence={<span aria-live="polite">{sentence}</span>} />
      <div className="filters">
        <Choose
          label={t(words.language)}
          of="of"
          none={t(words.detected, { language: reading.language })}
          choices={LANGUAGES.map(id => ({ id, name: shellWords.names[id] }))}
        />
        <label>
          {t(words.published)}
          <input type="date" value={day} onChange={event => ask({ day: event.target.value || undefined })} />
        </label>
        <label>
          {t(words.show)}
          <select value={shown} onChange={event => ask({ layer: event.target.value })}>
            {LAYERS.map(id => (
              <option key={id} value={id}>
                {t(words.layers[id])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="read-input">
        {t(words.text)}
        <textarea rows={8} value={text} onChange={event => write(event.target.value)} spellCheck={false} />
      </label>
      {late.trim() !== '' && (
        <>
          <Section title={t(words.read)}>
            <div className="page-text" lang={reading.language}>
              <Marked text={late.slice(0, MOST_SHOWN)} reading={reading} layer={shown} />
            </div>
            {late.length > MOST_SHOWN && <p className="soft">{t(words.cut, { n: MOST_SHOWN })}</p>}
          </Section>
          <Section title={t(words.layers[shown])}>
            <Found reading={reading} layer={shown} />
          </Section>
        </>
      )}
    </>
  );
}

/** The stretches of a layer; where two overlap the earlier one is marked. */
function spansOf(reading: Reading, layer: Layer): (readonly [number, number, string])[] {
  if (layer === 'claims')
    return reading.claims.flatMap(it =>
      it.mode === 'narration' ? [] : it.spans.map(([a, b]) => [a, b, it.mode] as const),
    );
  return reading[layer].map(it => [it.start, it.end, 'kind' in it ? String(it.kind) : layer] as const);
}

function Marked({
  text,
  reading,
  layer,
}: {
  readonly text: string;
  readonly reading: Reading;
  readonly layer: Layer;
}) {
  const spans = spansOf(reading, layer)
    .filter(([, , kind]) => kind !== 'assertion' || layer !== 'outlet')
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [start, end, kind] of spans) {
    if (start < at || end > text.length) continue;
    parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} className={kind}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

function Found({ reading, layer }: { readonly reading: Reading; readonly layer: Layer }) {
  const { t } = useWords();
  const rows = useRows(reading, layer);
  if (rows.length === 0) return <p className="soft">{t(words.none)}</p>;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t(words.what)}</th>
            <th scope="col">{t(words.words)}</th>
            <th scope="col">{t(words.rule)}</th>
            <th scope="col">{t(words.sureness)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ key, what, exact, rule, confidence }) => (
            <tr key={key}>
              <th scope="row">{what}</th>
              <td>{exact}</td>
              <td>{rule}</td>
              <td>{confidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p className="soft">{t(words.more, { n: rows.length - MOST_ROWS })}</p>}
    </div>
  );
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly exact: string;
  readonly rule: string;
  readonly confidence: string;
}

function useRows(reading: Reading, layer: Layer): Line[] {
  const { t, language, name } = useWords();
  const sure = (it: { rule?: string; confidence?: number }) => ({
    rule: it.rule ?? '',
    confidence: it.confidence === undefined ? '' : formatShare(it.confidence, language),
  });
  const line = (it: { start: number; end: number; exact: string }, what: string): Line => ({
    key: `${it.start}-${it.end}-${what}`,
    what,
    exact: it.exact,
    ...sure(it as { rule?: string; confidence?: number }),
  });
  if (layer === 'claims')
    return reading.claims.map(it => {
      const who =
        it.mode === 'narration'
          ? t(words.outlet)
          : (it.speaker?.name ?? it.dropped ?? it.speaker?.text ?? t(words.nobody));
      return line(it, it.repeats === null ? who : `${who} (${t(words.repeats)})`);
    });
  if (layer === 'figures')
    return reading.figures.map(it =>
      line(
        it,
        [name('comparator', it.comparator), it.value, it.currency, it.unit, it.per]
          .filter(part => part !== null)
          .join(' '),
      ),
    );
  if (layer === 'bearings')
    return reading.bearings.map(it =>
      line(it, `${it.element}: ${name('direction', it.direction)} (${it.speaker ?? t(words.outlet)})`),
    );
  if (layer === 'outlet') return reading.outlet.map(it => line(it, t(words.kinds[it.kind])));
  if (layer === 'dates')
    return reading.dates.map(it =>
      line(it, it.from === it.to ? (it.from ?? '?') : `${it.from ?? '…'} – ${it.to ?? '…'}`),
    );
  return reading.places.map(it => line(it, placeName(it.place, language)));
}
