/** Parties: the list, everything on one of them, and what a person does with them. */
import { Hono } from 'hono';
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import {
  type Claim,
  claimLine,
  type Evidence,
  editParty,
  listParties,
  mergeParties,
  namesOf,
  type PartyWhole,
  partyName,
  wholeParty,
} from '#evidence/claims/claims.ts';
import { asked, body, lang, limit, offset, word } from '#server/asked.ts';
import type { Live } from '#server/live.ts';
import { once } from '#server/once.ts';
import { findRows } from '#store/store.ts';
import type { Row } from '#store/tables.ts';
import { say } from '#words/language.ts';
import { partyWords } from '#words/pages/parties.ts';

/** Claims and rows of one kind that are sent; the rest are a filter away. */
const SHOWN = 50;

export const partyRoutes = (live: Live) => {
  const actor = { by: live.by };
  return new Hono()
    .get('/parties', asked({ q: word, lang, offset, limit }), async context => {
      const { q, offset: from, limit: count } = context.req.valid('query');
      const evidence = await live.evidence();
      const all = once(evidence, `parties ${q ?? ''}`, () => listParties(evidence, q));
      return context.json({ total: all.length, rows: all.slice(from, from + count) });
    })
    .get('/parties/:id', asked({ lang }), async context => {
      const evidence = await live.evidence();
      const party = wholeParty(evidence, context.req.param('id'));
      if (!party) throw new Problem('row.missing', { where: 'party', what: context.req.param('id') });
      const names = namesOf(party.row);
      const waiting = await waitingOf(live, names);
      const n = waiting.reduce((sum, it) => sum + it.n, 0);
      const { critical, defending, neutral } = party.asserts;
      return context.json({
        sentence: say(partyWords.one, context.req.valid('query').lang, {
          name: party.name,
          n: party.claims.length,
          ...{ critical, defending, neutral, named: party.named, waiting: n },
        }),
        readOnly: live.store.readOnly,
        ...shown(party, evidence),
        waiting,
        published: await publishedBy(live, names),
      });
    })
    .post(
      '/parties/:id',
      body(z.object({ changes: z.record(z.string().max(40), z.string().max(5000)) })),
      async context => {
        await editParty(live.store, actor, context.req.param('id'), context.req.valid('json').changes);
        return context.json({ seq: await live.seq() });
      },
    )
    .post('/parties/:id/merge', body(z.object({ into: z.string().min(1).max(200) })), async context => {
      const { into } = context.req.valid('json');
      const n = await mergeParties(live.store, actor, context.req.param('id'), into);
      return context.json({ n, into, seq: await live.seq() });
    });
};

/** How many proposals wait for each of its names. */
async function waitingOf(live: Live, names: readonly string[]) {
  const desk = await live.triage.desk();
  const speakers = Map.groupBy(desk.waiting.values(), it => it.speaker);
  return names.flatMap(name => {
    const n = speakers.get(name)?.length ?? 0;
    return n > 0 ? [{ name, n }] : [];
  });
}

async function publishedBy(live: Live, names: readonly string[]) {
  const rows = await Promise.all(names.map(name => findRows(live.store, 'sources', 'publisher', name)));
  return rows
    .flat()
    .slice(0, SHOWN)
    .map(({ id, title, date }) => ({ id, title, date }));
}

function shown(party: PartyWhole, evidence: Evidence) {
  const named = (ids: readonly string[]) => ids.map(id => ({ id, name: partyName(evidence, id) }));
  const lines = (claims: readonly Claim[]) => claims.slice(0, SHOWN).map(it => claimLine(it, evidence));
  return {
    party: party.row,
    aliases: party.aliases,
    asserts: party.asserts,
    parent: named(party.parent === null ? [] : [party.parent]),
    bodies: named(party.bodies),
    members: named(party.members),
    groups: named(party.groups),
    sides: {
      critical: lines(party.claims.filter(it => it.side === 'critical')),
      defending: lines(party.claims.filter(it => it.side === 'defending')),
      neutral: lines(party.claims.filter(it => it.side === 'neutral')),
    },
    naming: lines(party.naming),
    allNaming: party.naming.length,
    reports: party.reports.length,
    dated: datedOf(party),
    terms: party.terms.slice(0, SHOWN).map(it => ({ ...it, pays: it.payer === party.id })),
  };
}

/** Requests, replies, measures and agreements as lines with a day and the claim they rest on. */
function datedOf({ requests, replies, measures, agreements }: PartyWhole) {
  const line = (kind: string, it: { id: string; claim: string }, at: string | null, words: string) => ({
    ...{ id: it.id, claim: it.claim },
    ...{ kind, at, words },
  });
  return [
    ...requests.map((it: Row<'requests'>) => line('request', it, it.sent, it.about)),
    ...replies.map(it => line('reply', it, it.date, it.summary)),
    ...measures.map(it => line('measure', it, it.announced ?? it.inForce, it.summary)),
    ...agreements.map(it => line('agreement', it, it.signed ?? it.from, it.name)),
  ]
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))
    .slice(0, 4 * SHOWN);
}
