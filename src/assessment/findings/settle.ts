/** All of a finding that no language changes, kept for the next who asks the same. */
import { answer, type Question } from '#assessment/findings/case.ts';
import { type Changes, type Robust, robust, whatChanges } from '#assessment/findings/change.ts';
import { type Circle, circlesIn } from '#assessment/findings/circles.ts';
import type { Case, Judged } from '#assessment/findings/judge.ts';
import { Scales } from '#assessment/findings/scales.ts';
import { BINDING, type Item, type Missed } from '#assessment/findings/scope.ts';
import { setAside } from '#assessment/findings/stand.ts';
import type { Standard } from '#assessment/standards/standards.ts';
import { sha256 } from '#core/hash.ts';
import { onceFor } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';

/** All of a finding that no language changes; the same question comes again in another, and from another page. */
export interface Settled {
  readonly answered: ReturnType<typeof answer>;
  readonly circles: readonly Circle[];
  readonly turns: ReturnType<typeof whatTurns>;
  readonly hash: () => string;
}

/** Kept of the last questions alone: a case of a large dossier is large. */
const MOST_KEPT = 8;

const settledFor = onceFor((_evidence: Evidence) =>
  onceFor((_standard: Standard) => new Map<string, Settled>()),
);

export function settle(evidence: Evidence, question: Question): Settled {
  const { standard, presume, proof, strength, place, period, route, dutyBearer, held } = question;
  const known = settledFor(evidence)(standard);
  const presumed = presume?.map(it => it.id);
  const key = JSON.stringify([proof, strength, place, period, route, dutyBearer, held, presumed]);
  const found = known.get(key);
  if (found) return found;
  const answered = answer(evidence, question);
  const circles = circlesIn(answered.judged, evidence.parties);
  const settled = {
    answered,
    circles,
    turns: whatTurns(answered, circles),
    hash: lazily(() => evidenceHash(answered.it, answered.missed)),
  };
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, settled);
  return settled;
}

/** Whether claims that nobody here accepted, or our summaries, count here: for an element, or for the binding of its rule. */
export function restsOnUnaccepted(it: Case, judged: Judged): boolean {
  const unaccepted = ({ claim }: Item) => claim.state === 'collected' || claim.abstract;
  const used = [...judged.elements.values()].flatMap(state => [state.for, state.against]);
  if (used.some(items => items.some(unaccepted))) return true;
  const binding = it.items.filter(item => item.bearing.standard === BINDING && unaccepted(item));
  if (it.route !== 'rules' || binding.length === 0) return false;
  const aside = setAside(it.attacks);
  const rules = new Set(used.flatMap(items => items.map(item => item.subject.id)));
  return binding.some(item => rules.has(item.subject.id) && !aside.has(item.claim.id));
}

function lazily<T>(work: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

function whatTurns(
  { it, weighed, judged }: Settled['answered'],
  circles: readonly Circle[],
): Changes & { readonly robust: Robust } {
  if (judged.verdict === 'none') return { ...NOTHING_TURNS, robust: [] };
  const scales = new Scales(it);
  return { ...whatChanges(it, judged, weighed, scales), robust: robust(it, scales, circles) };
}

function evidenceHash({ items, attacks, levels, shares }: Case, missed: readonly Missed[]): string {
  const weighed = items.map(({ bearing: { id, element, direction, subject, standard }, claim }) => [
    [id, standard, element, direction, subject],
    [claim.id, claim.state, claim.origin, claim.side, claim.asserter, claim.collector, claim.abstract],
    [levels.get(claim.id) ?? 0, shares.get(claim.id) ?? null],
  ]);
  const inOrder = attacks.map(it => `${it.from} ${it.to}`).sort();
  return sha256(JSON.stringify([weighed, inOrder, missed]));
}

const NONE = { exact: true, size: 0, of: 0 };
const NOTHING_TURNS: Changes = {
  wouldChange: [],
  wouldRefute: [],
  bounds: { withdraw: NONE, show: NONE, refute: NONE },
};
