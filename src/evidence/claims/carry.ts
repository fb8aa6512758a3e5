/** Decisions on proposals of an older text, taken over to those of a newer one, so that nobody decides twice. */
import { canonical, type Json } from '#core/canonical.ts';
import { findExact, type Ready, widened } from '#evidence/sources/sources.ts';
import type { Row } from '#store/tables.ts';

type Proposal = Row<'proposals'>;
type Place = { readonly start: number; readonly end: number };

/** How much of two stretches must be the same for them to be one proposal. */
const SHARED = 0.8;

/**
 * The proposals read from the newer text, with the decision of the older proposal whose words they have, and those of a
 * model (which is not asked again) where their words stand now. `decided` counts the decisions taken over.
 */
export function carried(
  old: readonly Proposal[],
  older: ReadonlyMap<string, Ready>,
  newer: Ready,
  textId: string,
  fresh: readonly Proposal[],
): { rows: Proposal[]; decided: number } {
  const rows = new Map(fresh.map(it => [it.id, it]));
  const byKind = Map.groupBy(fresh, it => it.kind);
  const ofModel: Proposal[] = [];
  let decided = 0;
  for (const proposal of old) {
    const modelled = proposal.rule.startsWith('model');
    const place = proposal.state !== 'waiting' || modelled ? placeOf(proposal, older, newer) : undefined;
    if (!place) continue;
    const same = byKind.get(proposal.kind)?.find(it => isSame(it, proposal, place));
    const { state, claim } = proposal;
    if (same && state !== 'waiting') rows.set(same.id, { ...same, state, claim });
    const moved = same || !modelled ? undefined : movedTo(proposal, place, newer.text);
    if (moved) ofModel.push({ ...moved, text: textId, id: `${textId}.m${ofModel.length + 1}` });
    if (state !== 'waiting' && (same || moved)) decided += 1;
  }
  return { rows: [...rows.values(), ...ofModel], decided };
}

function placeOf(proposal: Proposal, older: ReadonlyMap<string, Ready>, newer: Ready): Place | undefined {
  const old = older.get(proposal.text);
  if (!old) return undefined;
  const { exact, start, end } = proposal;
  const passage = { exact, prefix: '', suffix: '', start, end, page: null };
  return findExact(widened(passage, old), old.text.length, newer);
}

function isSame(fresh: Proposal, old: Proposal, place: Place): boolean {
  const shared = Math.min(fresh.end, place.end) - Math.max(fresh.start, place.start);
  const all = Math.max(fresh.end, place.end) - Math.min(fresh.start, place.start);
  return shared / all >= SHARED && senseOf(fresh) === senseOf(old);
}

/** What a decision on it was about, beyond its words. */
function senseOf({ kind, body }: Proposal): string {
  const it = JSON.parse(body) as Readonly<Record<string, Json>>;
  if (kind === 'figure') return canonical([it.low ?? null, it.high ?? null, it.unit ?? null]);
  return kind === 'bearing' ? canonical([it.element ?? null, it.direction ?? null]) : '';
}

/** The proposal at its new place; nothing where its speaker is no longer named before its end. */
function movedTo(proposal: Proposal, { start, end }: Place, text: string): Proposal | undefined {
  const body = JSON.parse(proposal.body) as { speaker?: { text: string } | null; [member: string]: unknown };
  const exact = text.slice(start, end);
  const { speaker } = body;
  const at = speaker ? text.lastIndexOf(speaker.text, end) : -1;
  if (speaker && at < 0) return undefined;
  const moved = {
    ...body,
    start,
    end,
    exact,
    ...('spans' in body ? { spans: [[start, end]] } : {}),
    ...(speaker ? { speaker: { ...speaker, start: at, end: at + speaker.text.length } } : {}),
  };
  return { ...proposal, start, end, exact, body: canonical(moved as unknown as Json) };
}
