/** What reading found, as rows that wait for a person. */
import { canonical, type Json } from '#core/canonical.ts';
import type { Reading } from '#evidence/reading/reading.ts';
import type { Row } from '#store/tables.ts';

/** What the three kinds of proposal share. Offsets are UTF-16 indices into the text. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly rule: string;
  readonly confidence: number;
}

/** Rows `TEXT.c1`, `TEXT.n1`, `TEXT.b1`, … in the order of the text. */
export function proposalRows(textId: string, reading: Reading): Row<'proposals'>[] {
  const rows = (kind: Row<'proposals'>['kind'], letter: string, found: readonly Found[]) =>
    found.map((it, index) => ({
      id: `${textId}.${letter}${index + 1}`,
      text: textId,
      kind,
      start: it.start,
      end: it.end,
      exact: it.exact,
      body: canonical(it as unknown as Json),
      rule: it.rule,
      confidence: it.confidence,
      state: 'waiting' as const,
      claim: null,
    }));
  return [
    ...rows(
      'claim',
      'c',
      reading.claims.map((it, index) => ({ ...it, ...said(reading, index) })),
    ),
    ...rows('figure', 'n', reading.figures),
    ...rows('bearing', 'b', reading.bearings),
  ];
}

/** The places that a claim's words name, and the period where they name one: offered when it is accepted. */
function said({ places, dates }: Reading, claim: number) {
  const within = places.filter(it => it.claim === claim).map(it => it.place);
  const periods = dates
    .filter(it => it.claim === claim && (it.from !== null || it.to !== null))
    .map(({ from, to }) => ({ from, to }));
  const distinct = new Map(periods.map(it => [`${it.from}/${it.to}`, it]));
  const [period] = distinct.size === 1 ? distinct.values() : [];
  const all = [...new Set(within)].sort();
  return {
    places: all,
    place: all.length === 1 ? all[0] : null,
    from: period?.from ?? null,
    to: period?.to ?? null,
  };
}
