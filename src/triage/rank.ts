/**
 * Waiting proposals by what they would settle in the dossier. Classes in order, never a score: what bears on an open
 * element, what answers, what a figure or the money lacks, who is known already, the rest. Pure.
 */
import { countryOf, WORLD } from '#core/places.ts';
import { type Evidence, partyNamed, topmost, type Waits } from '#evidence/claims/claims.ts';
import type { Open, OpenElement } from '#triage/open.ts';
import type { Why } from '#words/triage.ts';

export const CLASSES = [1, 2, 3, 4, 5] as const;
export type Class = (typeof CLASSES)[number];

export interface Ranked {
  readonly waits: Waits;
  readonly class: Class;
  /** Null in the last class: nothing in the dossier asks for it. */
  readonly why: Why | null;
}

/** What settles most first; within a class the surest first, then as they stand in the text. */
export function rank(waiting: readonly Waits[], open: Open, evidence: Evidence): Ranked[] {
  const context = { open, evidence };
  const own = waiting.map(waits => ranked(waits, context));
  // to accept what stands in a claim is to accept the claim: it settles what they settle
  const inside = new Map<string, Ranked>();
  for (const it of own) {
    const { within } = it.waits;
    if (within !== null && before(it, inside.get(within))) inside.set(within, it);
  }
  const all = own.map(it => {
    const best = inside.get(it.waits.id);
    return best && before(best, it) ? { ...it, class: best.class, why: best.why } : it;
  });
  return all.sort((a, b) => a.class - b.class || surest(a.waits, b.waits));
}

/** The surest first, then as they stand in the text. */
export function surest(a: Waits, b: Waits): number {
  return b.confidence - a.confidence || inText(a, b);
}

export function inText(a: Waits, b: Waits): number {
  return byWords(a.text, b.text) || a.start - b.start || byWords(a.id, b.id);
}

function byWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function before(a: Ranked, b: Ranked | undefined): boolean {
  return b === undefined || a.class < b.class;
}

interface Context {
  readonly open: Open;
  readonly evidence: Evidence;
}

type Settles = (it: Waits, context: Context) => Why | null;

/** What each class asks, the first first. */
const SETTLES: readonly (readonly [Class, Settles])[] = [
  [1, onElement],
  [1, onPillar],
  [2, answers],
  [2, otherSide],
  [3, onMoney],
  [3, onFigures],
  [4, knownSpeaker],
];

function ranked(waits: Waits, context: Context): Ranked {
  for (const [number, settles] of SETTLES) {
    const why = settles(waits, context);
    if (why) return { waits, class: number, why };
  }
  return { waits, class: 5, why: null };
}

function onElement(it: Waits, { open, evidence }: Context): Why | null {
  const element = it.element === null ? undefined : open.elements.get(it.element);
  if (!element || it.direction === null) return null;
  const speaker = partyOf(it, evidence);
  const origins = element[it.direction];
  const again = speaker !== undefined && origins.has(topmost(speaker, evidence.parties));
  return { key: again ? 'sameOrigin' : 'origin', ...elementWhy(element, it.direction) };
}

function elementWhy(element: OpenElement, direction: 'supports' | 'rebuts') {
  const { name, standard, status, turns, origins } = element;
  const nth = 1 + (direction === 'supports' ? origins.for : origins.against);
  return { element: name, standard, status, turns, direction, nth, ...origins };
}

/** The true words of a claim on which a finding turns. */
function onPillar({ kind, claim }: Waits, { open }: Context): Why | null {
  const standard = kind === 'anchor' && claim !== null ? open.pillars.get(claim) : undefined;
  return standard && claim !== null ? { key: 'pillar', claim, standard } : null;
}

function answers(it: Waits, { open, evidence }: Context): Why | null {
  const party = partyOf(it, evidence);
  const claim = party === undefined ? undefined : open.unanswered.get(party);
  return claim === undefined ? null : { key: 'answers', name: it.speaker ?? '', claim };
}

/** Somebody who has taken a side that is not heard yet about this host. */
function otherSide(it: Waits, { open, evidence }: Context): Why | null {
  const host = hostOf(it, evidence);
  const party = partyOf(it, evidence);
  const heard = host === null ? undefined : open.heard.get(host);
  if (host === null || party === undefined || heard === undefined) return null;
  const side = [...(open.taken.get(party) ?? [])].sort().find(taken => !heard.has(taken));
  return side === undefined ? null : { key: 'otherSide', name: it.speaker ?? '', side, place: host };
}

function onMoney(it: Waits, { open, evidence }: Context): Why | null {
  const host = hostOf(it, evidence);
  if (it.kind !== 'figure' || it.currency === null || host === null) return null;
  const row = open.missingLegs.get(host)?.[0];
  return row?.why ? { key: 'money', place: host, whyNot: row.why } : null;
}

function onFigures(it: Waits, { open, evidence }: Context): Why | null {
  if (it.kind !== 'figure' || it.currency !== null || it.unit === null || it.unit === 'percent') return null;
  const host = hostOf(it, evidence);
  const rival = open.conflicts
    .get(host ?? WORLD)
    ?.find(({ counted, figures }) => counted === it.unit || figures.some(one => one.unit === it.unit));
  if (rival) return { key: 'conflict', place: rival.place, counted: rival.counted, n: rival.figures.length };
  return host !== null && !open.places.has(host) ? { key: 'noFigure', place: host } : null;
}

function knownSpeaker(it: Waits, { evidence }: Context): Why | null {
  return partyOf(it, evidence) === undefined ? null : { key: 'known', name: it.speaker ?? '' };
}

function partyOf({ speaker }: Waits, evidence: Evidence): string | undefined {
  return speaker === null ? undefined : partyNamed(evidence, speaker);
}

/** The one host that the words name. */
function hostOf({ places }: Waits, { dossier }: Evidence): string | null {
  const hosts = places.filter(it => it !== dossier.sendingState);
  return hosts.length === 1 ? countryOf(hosts[0] ?? '') : null;
}
