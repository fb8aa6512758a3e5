/** Figures on a world map, a year at a time: the outer ring is the highest anybody says, the disc the lowest. */
import { geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { useEffect, useMemo, useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?url';
import { countryOf, WORLD } from '#core/places.ts';
import type { FigureList } from '#web/api.ts';
import { useAsk, useAsked, useWords } from '#web/hooks.ts';
import { Section } from '#web/parts/page.tsx';
import { Table } from '#web/parts/table.tsx';
import { formatBounds } from '#words/language.ts';
import { howManyWords as words } from '#words/pages/how-many.ts';
import { shellWords } from '#words/pages/shell.ts';
import { placeName, placeOfNumber } from '#words/places.ts';

type Moment = FigureList['moments'][number];
type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const WIDTH = 960;
const HEIGHT = 470;
/** Radius of the largest ring, in units of the picture. */
const LARGEST = 34;

export default function WorldMap({ moments }: { readonly moments: readonly Moment[] }) {
  const { t, language } = useWords();
  const ask = useAsk();
  const years = moments.flatMap(it => [it.from, it.to]).filter(it => it !== null);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const asked = Number(useAsked().year);
  const [dragged, drag] = useState<number | null>(null);
  const chosen = dragged ?? (Number.isInteger(asked) && asked > 0 ? asked : null);
  const year = Math.min(Math.max(chosen ?? fullest(moments, first, last), first), last);
  const world = useWorld();
  const shown = moments
    .filter(it => it.place !== WORLD && (it.from ?? first) <= year && (it.to ?? last) >= year)
    .toSorted((a, b) => b.high - a.high);
  const most = Math.max(1, ...moments.filter(it => it.place !== WORLD).map(it => it.high));
  // areas, not radii, follow the numbers
  const radius = (value: number) => Math.max(2, Math.sqrt(Math.max(0, value) / most) * LARGEST);
  if (years.length === 0) return null;
  const title = t(words.map, { year: String(year) });
  return (
    <Section title={title} note={t(words.mapNote)}>
      <figure className="chart">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className="map"
          role="img"
          aria-label={`${title}. ${t(words.mapText, { n: shown.length, year: String(year) })}`}
        >
          <path d={world?.land ?? ''} className="land" />
          {shown.map(it => {
            const at = world?.centres.get(countryOf(it.place));
            if (!at) return null;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for who points
              <g
                key={`${it.place} ${it.at}`}
                transform={`translate(${at[0]},${at[1]})`}
                className={`place relation-${it.relation}`}
                onClick={() => ask({ place: it.place })}
              >
                <title>{`${placeName(it.place, language)}, ${it.at}: ${formatBounds(it.low, it.high, language)}`}</title>
                <circle r={radius(it.high)} className="ring" />
                <circle r={radius(it.low)} className="disc" />
              </g>
            );
          })}
        </svg>
        {first < last && (
          <Slider
            minValue={first}
            maxValue={last}
            value={year}
            onChange={value => drag(Number(value))}
            onChangeEnd={value => {
              ask({ year: String(value) });
              drag(null);
            }}
            formatOptions={{ useGrouping: false }}
            className="slider"
          >
            <Label>{t(words.year)}</Label>
            <SliderOutput />
            <SliderTrack className="slider-track">
              <SliderThumb className="thumb" />
            </SliderTrack>
          </Slider>
        )}
        <details>
          <summary>{t(shellWords.table)}</summary>
          <Table
            caption={title}
            head={[t(words.place), t(words.when), t(words.low), t(words.high), t(words.relationHead)]}
            numbers={[2, 3]}
            rows={shown.map(it => ({
              id: `${it.place} ${it.at}`,
              cells: [
                <button key="place" type="button" className="plain" onClick={() => ask({ place: it.place })}>
                  {placeName(it.place, language)}
                </button>,
                it.at.replace('/', ' – '),
                formatBounds(it.low, it.low, language),
                it.open ? t(words.open) : formatBounds(it.high, it.high, language),
                t(words.relation[it.relation]),
              ],
            }))}
          />
        </details>
      </figure>
    </Section>
  );
}

/** The year of which the most places are told; of several, the latest. */
function fullest(moments: readonly Moment[], first: number, last: number): number {
  const count = (year: number) =>
    new Set(
      moments
        .filter(it => it.place !== WORLD && (it.from ?? first) <= year && (it.to ?? last) >= year)
        .map(it => it.place),
    ).size;
  let best = last;
  for (let year = last; year >= first; year -= 1) if (count(year) > count(best)) best = year;
  return best;
}

/** The shapes of the countries, and a point inside each, by three-letter code. */
function useWorld() {
  const [topology, load] = useState<World | null>(null);
  useEffect(() => {
    let gone = false;
    fetch(atlas)
      .then(response => response.json())
      .then((it: World) => !gone && load(it))
      .catch(() => undefined); // without its shapes the map still shows its table
    return () => {
      gone = true;
    };
  }, []);
  return useMemo(() => {
    if (!topology) return null;
    const countries = feature(topology, topology.objects.countries);
    const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], countries);
    const path = geoPath(projection).digits(1);
    const centres = new Map(
      countries.features.flatMap(it => {
        const place = placeOfNumber(String(it.id));
        const at = projection(geoCentroid(largest(it)));
        return place && at ? [[place, at] as const] : [];
      }),
    );
    return { land: path(countries) ?? '', centres };
  }, [topology]);
}

type Country = Feature<Geometry, { name: string }>;

/** A country's largest piece: the middle of all pieces may lie in the sea, or in another country. */
function largest(country: Country): Country {
  if (country.geometry.type !== 'MultiPolygon') return country;
  const [biggest] = country.geometry.coordinates.toSorted(
    (a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0),
  );
  return { ...country, geometry: { type: 'Polygon', coordinates: biggest ?? [] } };
}
