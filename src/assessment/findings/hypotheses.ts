/**
 * Competing hypotheses over the same evidence: what each claim is consistent with, which claims tell hypotheses apart and
 * which fit them all. Inconsistent origins are counted by strength, side by side; nothing is added up or ranked. Pure.
 */
import { type Scope, whyMissed } from '#assessment/findings/scope.ts';
import { setAside } from '#assessment/findings/stand.ts';
import { bodyOf, type Level, levelOf } from '#assessment/findings/weigh.ts';
import type { Hypotheses, Hypothesis, StrengthTable } from '#assessment/standards/standards.ts';
import type { Claim, Evidence } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';

export type Fit = 'consistent' | 'inconsistent' | 'neutral';

export interface HypothesisRow {
  readonly claim: string;
  readonly origin: string;
  readonly side: Claim['side'];
  readonly strength: Level;
  /** By hypothesis, in the order of the file. */
  readonly fits: readonly Fit[];
  /** It is inconsistent with some and not with all: it tells them apart. */
  readonly discriminates: boolean;
}

/** Independent origins, strong, fair and weak. */
type Counts = readonly [strong: number, fair: number, weak: number];

export interface HypothesesFound {
  readonly id: string;
  readonly hypotheses: readonly {
    readonly id: string;
    readonly inconsistent: Counts;
    readonly consistent: Counts;
  }[];
  readonly rows: readonly HypothesisRow[];
  readonly discriminating: readonly string[];
  /** Consistent with every hypothesis: they tell nothing apart. */
  readonly fitEvery: readonly string[];
}

/** Claims that stand and bear on an element which some hypothesis names, of every kind of subject. */
export function hypotheses(
  evidence: Evidence,
  set: Hypotheses,
  table: StrengthTable,
  scope: Omit<Scope, 'route'>,
): HypothesesFound {
  const named = new Set(set.hypotheses.flatMap(it => Object.keys(it.elements)));
  const aside = setAside(
    evidence.answers
      .filter(it => it.kind === 'undercuts' && stands(evidence, it.claim) && stands(evidence, it.answers))
      .map(it => ({ from: it.claim, to: it.answers })),
  );
  const byClaim = Map.groupBy(
    evidence.bearings.filter(it => named.has(it.element) && !aside.has(it.claim)),
    it => it.claim,
  );
  const rows = [...byClaim]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, bearings]) => {
      const claim = evidence.claims.get(id);
      return claim && whyMissed(claim, scope) === null ? [rowOf(claim, bearings, set, table)] : [];
    });
  return {
    id: set.id,
    hypotheses: set.hypotheses.map((it, at) => ({
      id: it.id,
      inconsistent: countsOf(rows, at, 'inconsistent'),
      consistent: countsOf(rows, at, 'consistent'),
    })),
    rows,
    discriminating: rows.filter(it => it.discriminates).map(it => it.claim),
    fitEvery: rows.filter(it => it.fits.every(fit => fit === 'consistent')).map(it => it.claim),
  };
}

function stands({ claims }: Evidence, id: string): boolean {
  return (claims.get(id)?.state ?? 'withdrawn') !== 'withdrawn';
}

function rowOf(
  claim: Claim,
  bearings: readonly Row<'bearings'>[],
  set: Hypotheses,
  table: StrengthTable,
): HypothesisRow {
  const fits = set.hypotheses.map(it => fitOf(claim, bearings, it));
  const against = fits.filter(it => it === 'inconsistent').length;
  return {
    claim: claim.id,
    origin: claim.origin,
    side: claim.side,
    strength: levelOf(claim, table),
    fits,
    discriminates: against > 0 && against < fits.length,
  };
}

/** One bearing the wrong way is enough against it; one the right way, and none the wrong way, is for it. */
function fitOf(claim: Claim, bearings: readonly Row<'bearings'>[], { elements }: Hypothesis): Fit {
  const each = bearings.map(({ element, direction }): Fit => {
    const expected = elements[element];
    if (expected === undefined) return 'neutral';
    if (expected !== 'varies') return expected === direction ? 'consistent' : 'inconsistent';
    // of one place anything may be so; of every place alike it may not
    if (claim.reach === 'unspecified') return 'neutral';
    return claim.reach === 'host' ? 'consistent' : 'inconsistent';
  });
  if (each.includes('inconsistent')) return 'inconsistent';
  return each.includes('consistent') ? 'consistent' : 'neutral';
}

function countsOf(rows: readonly HypothesisRow[], at: number, fit: Fit): Counts {
  const fitting = rows.filter(it => it.fits[at] === fit);
  const body = bodyOf(fitting.map(({ claim, origin, strength }) => ({ claim, origin, level: strength })));
  return [body[3], body[2], body[1]];
}
