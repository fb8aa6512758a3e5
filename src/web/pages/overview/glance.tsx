/** An answer at a glance: rows of marks and bars that say what the sentence says, each leading to what is behind it. */
import type { InferResponseType } from 'hono/client';
import type { CSSProperties } from 'react';
import type { api } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { Origins, SideMark, StatusMark } from '#web/parts/marks.tsx';
import { To } from '#web/parts/to.tsx';
import '#web/styles/overview.css';
import { formatNumber, formatShare } from '#words/language.ts';
import { overviewWords as words } from '#words/pages/overview.ts';

type Glance = NonNullable<InferResponseType<typeof api.answers.$get>['answers'][number]['glance']>['drawn'];
type Of<K extends Glance['kind']> = Extract<Glance, { kind: K }>;

export function Drawn({ glance }: { readonly glance: Glance }) {
  if (glance.kind === 'sides') return <Sides glance={glance} />;
  if (glance.kind === 'elements') return <Elements glance={glance} />;
  if (glance.kind === 'ranges') return <Ranges glance={glance} />;
  return <Years glance={glance} />;
}

const SIDES = ['critical', 'neutral', 'defending'] as const;

/** One band, as wide as its claims are many: critical to the left, defending to the right. */
function Sides({ glance: { sides } }: { readonly glance: Of<'sides'> }) {
  const { language } = useWords();
  return (
    <div className="glance">
      <div className="band" aria-hidden="true">
        {SIDES.map(side => (
          <i key={side} className={`band-${side}`} style={{ flexGrow: sides[side] }} />
        ))}
      </div>
      <ul className="keys">
        {SIDES.map(side => (
          <li key={side}>
            <To to="/who" search={{ side }}>
              <SideMark side={side} /> {formatNumber(sides[side], language)}
            </To>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Elements({ glance: { rows } }: { readonly glance: Of<'elements'> }) {
  return (
    <ul className="glance rows">
      {rows.map(row => (
        <li key={row.id} className="three">
          <To to="/forced-labour" hash={row.id}>
            {row.name}
          </To>
          <StatusMark status={row.status} />
          <Origins strength={row.strength} origins={row.origins} />
        </li>
      ))}
    </ul>
  );
}

/** A bar from the lowest to the highest on one scale for all rows; an open end fades to the edge. */
function Ranges({ glance }: { readonly glance: Of<'ranges'> }) {
  const { t, language } = useWords();
  const most = glance.of === 'share' ? 1 : round(Math.max(...glance.rows.map(it => it.high ?? it.low ?? 0)));
  const at = (n: number) => `${(n / most) * 100}%`;
  const said = glance.of === 'share' ? formatShare(most, language) : formatNumber(most, language);
  return (
    <>
      <ul className="glance rows">
        {glance.rows.map(row => (
          <li key={`${row.name} ${row.text}`} className="three">
            <To
              to={row.claim === undefined ? '/money' : `/claims/${row.claim}`}
              {...(row.place === undefined ? {} : { search: { place: row.place } })}
            >
              {row.name}
            </To>
            <span className="scale" aria-hidden="true">
              <i
                className={row.low === null ? 'open-low' : row.high === null ? 'open-high' : ''}
                style={
                  {
                    insetInlineStart: at(row.low ?? 0),
                    insetInlineEnd: at(most - (row.high ?? most)),
                  } as CSSProperties
                }
              />
            </span>
            <span className="number">{row.text}</span>
          </li>
        ))}
      </ul>
      <p className="soft three axis" aria-hidden="true">
        <span className="ends">
          <b>0</b>
          <b>{said}</b>
        </span>
      </p>
      <p className="hidden">{t(words.scale, { most: said })}</p>
    </>
  );
}

/** The next round number, so that the longest bar nearly fills the scale. */
function round(n: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(n, 1)));
  return (Math.ceil((n / unit) * 2) / 2) * unit;
}

/** A column for each year, its height the number of things that began in it. */
function Years({ glance: { rows } }: { readonly glance: Of<'years'> }) {
  const { t } = useWords();
  const most = Math.max(...rows.map(it => it.n));
  const ends = [rows[0]?.year, rows.at(-1)?.year];
  return (
    <>
      <ol className="glance years" aria-label={t(words.years)}>
        {rows.map(({ year, n }) => (
          <li key={year} title={`${year}: ${n}`} style={{ blockSize: `${(n / most) * 100}%` }}>
            {n > 0 && (
              <span className="hidden">
                {year}: {n}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="soft ends" aria-hidden="true">
        {ends.map(year => (
          <b key={year}>{year}</b>
        ))}
      </p>
    </>
  );
}
