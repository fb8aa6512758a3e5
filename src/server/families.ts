/** Families of sources, relations a person records, and two texts compared. */
import { Hono } from 'hono';
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import { type Compared, compare, families, partyName, relate } from '#evidence/claims/claims.ts';
import type { Piece } from '#evidence/sources/sources.ts';
import { asked, body, lang, limit, offset, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';

const id = z.string().min(1).max(200);
/** Characters of one piece that are sent: what is the same, and what is not. */
const SHOWN = { same: 160, different: 20_000 } as const;
const MOST_FACTS = 500;

export const familyRoutes = (live: Live) =>
  new Hono()
    .get('/families', asked({ source: word, lang }), async context => {
      const { source } = context.req.valid('query');
      return context.json({ families: await families(live.store, source) });
    })
    .get('/compare', asked({ a: id, b: id, lang, offset, limit }), async context => {
      const { a, b, offset: from, limit: count } = context.req.valid('query');
      const evidence = await live.evidence();
      const compared = await compare(live.store, evidence, a, b);
      const { pieces, facts, claims, same } = compared;
      const of = (kind: Piece['kind']) => pieces.filter(it => it.kind === kind).length;
      return context.json({
        a: sideOf(compared, 'a'),
        b: sideOf(compared, 'b'),
        same,
        counts: { removed: of('removed'), added: of('added'), changed: of('changed') },
        factTotal: facts.length,
        facts: facts.slice(0, MOST_FACTS).map(({ kind, before, after }, at) => ({ at, kind, before, after })),
        claims: claims.map(({ claim, side, fate }) => ({
          id: claim.id,
          proposition: claim.proposition,
          exact: claim.passage.exact,
          asserterName: partyName(evidence, claim.asserter),
          claimSide: claim.side,
          side,
          fate,
        })),
        total: pieces.length,
        pieces: pieces.slice(from, from + count).map((piece, at) => shown(compared, piece, from + at)),
      });
    })
    .post(
      '/relations',
      body(
        z.object({
          source: id,
          of: id,
          kind: z.enum(['version', 'copy', 'part']),
          reason: z.string().min(1).max(2000),
        }),
      ),
      async context => {
        if (live.store.readOnly) throw new Problem('store.read-only', { what: live.store.location });
        const relation = await relate(live.store, { by: live.by }, context.req.valid('json'));
        return context.json({ id: relation, seq: await live.seq() });
      },
    );

function sideOf({ sides }: Compared, side: 'a' | 'b') {
  const { source, text, body: whole } = sides[side];
  const { title, publisher, date } = source;
  return {
    source: source.id,
    text: text.id,
    title,
    publisher,
    date,
    lang: text.kind === 'abstract' ? 'en' : source.lang,
    length: whole.length,
  };
}

/** A piece cut into stretches, each with whether its words changed, and the claims that rest on it. */
function shown(compared: Compared, piece: Piece, at: number) {
  const claims = (side: 'a' | 'b') =>
    compared.claims
      .filter(it => it.side === side && meets(it.claim.passage, piece[side]) && piece.kind !== 'same')
      .map(it => it.claim.id);
  return {
    at,
    kind: piece.kind,
    length: piece.a.end - piece.a.start,
    a: { ...stretches(compared.sides.a.body, piece, 'a'), start: piece.a.start, claims: claims('a') },
    b: { ...stretches(compared.sides.b.body, piece, 'b'), start: piece.b.start, claims: claims('b') },
  };
}

function meets(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && one.end > other.start;
}

function stretches(text: string, piece: Piece, side: 'a' | 'b') {
  const { start } = piece[side];
  const most = piece.kind === 'same' ? SHOWN.same : SHOWN.different;
  const end = Math.min(piece[side].end, start + most);
  const marks = side === 'a' ? piece.gone : piece.came;
  const parts: { start: number; words: string; changed: boolean }[] = [];
  let from = start;
  for (const mark of marks.filter(it => it.end <= end)) {
    parts.push({ start: from, words: text.slice(from, mark.start), changed: false });
    parts.push({ start: mark.start, words: text.slice(mark.start, mark.end), changed: true });
    from = mark.end;
  }
  parts.push({ start: from, words: text.slice(from, end), changed: false });
  return { parts: parts.filter(it => it.words !== ''), cut: end < piece[side].end };
}
