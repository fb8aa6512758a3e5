/** The layers of a text, each with its sign and how many there are of it; and who speaks, by number. */
import { useAsk, useWords } from '#web/hooks.ts';
import { LAYERS, type Layer, layersWord, type Mark, SIGNS, type Speaker } from '#web/pages/sources/marks.ts';
import { To } from '#web/parts/to.tsx';
import { roomWords as words } from '#words/pages/room.ts';

interface LegendProps {
  readonly marks: readonly Mark[];
  readonly layers: ReadonlySet<Layer>;
  readonly speakers: readonly Speaker[];
  /** False until what reading finds is there. */
  readonly read: boolean;
}

export function Legend({ marks, layers, speakers, read }: LegendProps) {
  const { t } = useWords();
  const ask = useAsk();
  const counts = Map.groupBy(marks, it => it.layer);
  const set = (layer: Layer, on: boolean) => {
    const next = new Set(on ? [...layers, layer] : [...layers].filter(it => it !== layer));
    ask({ layers: layersWord(next) });
  };
  return (
    <fieldset className="legend">
      <legend>{t(words.layers)}</legend>
      {LAYERS.map(layer => (
        <label key={layer} className="check">
          <input
            type="checkbox"
            checked={layers.has(layer)}
            onChange={event => set(layer, event.target.checked)}
          />
          <i className={`sign layer-${layer}`} aria-hidden="true">
            {SIGNS[layer]}
          </i>
          {t(words.layer[layer])}{' '}
          <span className="soft">
            {read || counts.has(layer) || !LATE.includes(layer) ? (counts.get(layer)?.length ?? 0) : '…'}
          </span>
        </label>
      ))}
      {layers.has('claims') && speakers.length > 0 && (
        <ol className="speakers" aria-label={t(words.speakers)}>
          {speakers.map(it => (
            <li key={it.id}>
              <i className={`sign layer-claims speaker-${it.number % 6}`} aria-hidden="true">
                {it.number}
              </i>{' '}
              <To to={`/parties/${it.id}`}>{it.name}</To> <span className="soft">{it.n}</span>
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  );
}

const LATE: readonly Layer[] = ['outlet', 'dates', 'places'];
