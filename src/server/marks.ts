/** What is marked in a piece of a text: claims by speaker, figures, bearings, proposals however decided; the outlet's own voice. */
import { rowsWith } from '#core/lookup.ts';
import { claimsBySource, partyName } from '#evidence/claims/claims.ts';
import { read } from '#evidence/reading/reading.ts';
import { lexicons } from '#server/lexicons.ts';
import type { Live } from '#server/live.ts';
import { findRows, readText } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** UTF-16 units of a text sent at once: a book is read in pieces. */
const PIECE = 120_000;

function pieceAt(length: number, at: number): { from: number; to: number } {
  const from = Math.min(Math.floor(at / PIECE) * PIECE, Math.max(0, length - 1));
  return { from, to: Math.min(length, from + PIECE) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export async function pieceOf(live: Live, text: Row<'texts'>, at: number) {
  const [body, evidence, proposals] = await Promise.all([
    readText(live.store, text.id),
    live.evidence(),
    findRows(live.store, 'proposals', 'text', text.id),
  ]);
  const length = body?.length ?? 0;
  const { from, to } = pieceAt(length, at);
  const inside = (it: Span) => it.start < to && it.end > from;
  const own = claimsBySource(evidence).get(text.source) ?? [];
  const claims = own.filter(it => it.text.id === text.id && inside(it.passage));
  // a figure or a bearing was accepted from the words of its proposal; else it is marked with its claim's
  const spans = new Map(proposals.map(it => [it.id, it]));
  const spanOf = (id: string, claim: (typeof claims)[number]): Span => {
    const { start, end } = spans.get(id) ?? claim.passage;
    return { start, end };
  };
  return {
    id: text.id,
    kind: text.kind,
    extractor: text.extractor,
    from,
    to,
    length,
    body: body?.slice(from, to) ?? '',
    pages: (text.pages ?? '').split(' ').flatMap(it => (it === '' ? [] : [Number(it)])),
    claims: claims.map(it => ({
      id: it.id,
      start: it.passage.start,
      end: it.passage.end,
      side: it.side,
      state: it.state,
      proposition: it.proposition,
      asserter: it.asserter,
      asserterName: partyName(evidence, it.asserter),
    })),
    figures: claims.flatMap(claim =>
      rowsWith(evidence.figures, 'claim', claim.id).map(it => ({
        id: it.id,
        claim: claim.id,
        ...spanOf(it.id, claim),
        low: it.low,
        high: it.high,
        of: it.currency ?? it.unit,
      })),
    ),
    bearings: claims.flatMap(claim =>
      rowsWith(evidence.bearings, 'claim', claim.id).map(it => ({
        id: it.id,
        claim: claim.id,
        ...spanOf(it.id, claim),
        element: it.element,
        direction: it.direction,
      })),
    ),
    proposals: proposals.filter(inside).map(({ id, kind, start, end, confidence, state, claim }) => ({
      ...{ id, kind, start, end, confidence },
      ...{ state, claim },
    })),
  };
}

interface OutletMark extends Span {
  readonly kind: 'assertion' | 'label' | 'scare-quote' | 'date' | 'place';
  readonly what: string;
}

/** Longer texts are read in their piece alone, so that nobody waits for a book. In UTF-16 units. */
const MAX_READ = 600_000;
const MOST_KEPT = 8;
const kept = new Map<string, Promise<readonly OutletMark[]>>();

/** What reading finds besides proposals and is not stored: read again when it is asked for, and kept for a while. */
export async function outletIn(live: Live, source: Row<'sources'>, text: Row<'texts'>, at: number) {
  // our own summary has no outlet's voice
  if (text.kind === 'abstract') return { marks: [] };
  const body = (await readText(live.store, text.id)) ?? '';
  const piece = pieceAt(body.length, at);
  const whole = body.length <= MAX_READ;
  const key = `${text.sha256} ${source.date} ${source.lang} ${whole ? '' : piece.from}`;
  const marks = kept.get(key) ?? marksIn(whole ? body : body.slice(piece.from, piece.to), source);
  kept.delete(key);
  kept.set(key, marks);
  marks.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  const by = whole ? 0 : piece.from;
  return {
    marks: (await marks)
      .map(it => ({ ...it, start: it.start + by, end: it.end + by }))
      .filter(it => it.start < piece.to && it.end > piece.from),
  };
}

async function marksIn(body: string, { lang, date }: Row<'sources'>): Promise<readonly OutletMark[]> {
  const all = await lexicons();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? date : null;
  const reading = read(body, all, lang in all ? lang : undefined, day);
  const span = ({ start, end }: Span) => ({ start, end });
  return [
    ...reading.outlet.map(it => ({ ...span(it), kind: it.kind, what: it.exact })),
    ...reading.dates.map(it => ({
      ...span(it),
      kind: 'date' as const,
      what: it.from === it.to ? (it.from ?? '') : `${it.from ?? ''}/${it.to ?? ''}`,
    })),
    ...reading.places.map(it => ({ ...span(it), kind: 'place' as const, what: it.place })),
  ];
}
