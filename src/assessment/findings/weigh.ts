/**
 * How strong the evidence on one element is, in either direction, and whether that is enough.
 * Strength is looked up, never computed from grades; one origin counts once, with its best claim; bodies are
 * compared by counts of origins, never by sums.
 */
import type { Proof, StrengthTable } from '#assessment/standards/standards.ts';
import type { Claim } from '#evidence/claims/claims.ts';

/** 0 none, 1 weak, 2 fair, 3 strong. */
export type Level = 0 | 1 | 2 | 3;
const LEVELS: readonly string[] = ['none', 'weak', 'fair', 'strong'];

export function levelOf(claim: Claim, table: StrengthTable): Level {
  const { grade } = claim.source;
  const row = table.rows.find(
    it =>
      it.reliability.includes(grade) &&
      it.credibility.includes(claim.credibility) &&
      (it.knowledge?.includes(claim.knowledge) ?? true),
  );
  if (grade === 'F' || claim.credibility === '6') return 0;
  const level = LEVELS.indexOf(row?.strength ?? 'none');
  const hearsay = table.stepsDown.includes('hearsay') && claim.knowledge === 'hearsay' ? 1 : 0;
  const stake = table.stepsDown.includes('stake') && claim.stake === 'yes' ? 1 : 0;
  return Math.max(0, level - hearsay - stake) as Level;
}

export interface Weighed {
  readonly claim: string;
  readonly origin: string;
  readonly level: Level;
}

/** Independent origins of one direction: how many at each level; index is the level. */
export type Body = readonly [none: number, weak: number, fair: number, strong: number];

export function bodyOf(items: readonly Weighed[]): Body {
  const best = new Map<string, Level>();
  for (const { origin, level } of items) if (level >= (best.get(origin) ?? 0)) best.set(origin, level);
  const body: [number, number, number, number] = [0, 0, 0, 0];
  for (const level of best.values()) body[level] += 1;
  return body;
}

/** Origins that count for something. */
export function originsIn(body: Body): number {
  return body[1] + body[2] + body[3];
}

/** Whether `ours` has what the proof standard asks for, and whether `theirs` defeats it. */
export function meets(
  proof: Proof,
  ours: Body,
  theirs: Body,
  table: StrengthTable,
): { enough: boolean; defeated: boolean } {
  return proof.family === 'ladder' ? onLadder(proof, ours, theirs) : numeric(proof, ours, theirs, table);
}

function onLadder(proof: Proof & { family: 'ladder' }, ours: Body, theirs: Body) {
  const enough = proof.atLeast.every(it => atLeast(ours, LEVELS.indexOf(it.strength)) >= it.origins);
  const difference = compare(ours, theirs);
  const defeats: Readonly<Record<string, boolean>> = {
    'strong-without-ours': theirs[3] > 0 && ours[3] === 0,
    stronger: difference < 0,
    'not-weaker': difference <= 0,
    'any-strong': theirs[3] > 0,
    'any-fair': atLeast(theirs, 2) > 0,
  };
  return { enough, defeated: proof.contrary.some(it => defeats[it]) };
}

function atLeast(body: Body, level: number): number {
  return body.slice(level).reduce((sum, count) => sum + count, 0);
}

/** What it would still take to have enough: origins that are wanted at each strength or above, weak first. */
export function lacking(proof: Proof, ours: Body): { strength: 'weak' | 'fair' | 'strong'; more: number }[] {
  if (proof.family !== 'ladder') return originsIn(ours) > 0 ? [] : [{ strength: 'weak', more: 1 }];
  return (['weak', 'fair', 'strong'] as const).flatMap(strength => {
    const wanted = proof.atLeast.filter(it => it.strength === strength).map(it => it.origins);
    const more = Math.max(0, ...wanted) - atLeast(ours, LEVELS.indexOf(strength));
    return more > 0 ? [{ strength, more }] : [];
  });
}

/** By strong origins, then fair, then weak. */
export function compare(a: Body, b: Body): number {
  return a[3] - b[3] || a[2] - b[2] || a[1] - b[1];
}

/** Carneades: the maximum of each side, never the sum; the empty side is 0; a tie fails. */
function numeric(proof: Proof & { family: 'carneades' }, ours: Body, theirs: Body, table: StrengthTable) {
  const { alpha, beta, gamma } = proof.parameters;
  const [pro, con] = [maximum(ours, table), maximum(theirs, table)];
  const some = originsIn(ours) > 0;
  const preponderant = pro > con;
  const clear = preponderant && pro > alpha && difference(pro, con) > beta;
  const shown = {
    SE: some,
    PE: preponderant,
    CCE: clear,
    BRD: clear && con < gamma,
    DV: some && originsIn(theirs) === 0,
  }[proof.formula];
  return { enough: some, defeated: !shown };
}

/** Decimal weights are not exact in binary: 0.9 − 0.6 must not be above 0.3. */
function difference(a: number, b: number): number {
  return Number((a - b).toFixed(9));
}

function maximum(body: Body, table: StrengthTable): number {
  const level = body.findLastIndex((count, index) => index > 0 && count > 0);
  return level < 0 ? 0 : (table.weights[LEVELS[level] as keyof StrengthTable['weights']] ?? 0);
}

export type Status = 'supported' | 'refuted' | 'conflicting' | 'unknown';

/** Both directions by the same measure. Conflicting: both are shown, or one would be but for the other. */
export function statusOf(proof: Proof, forIt: Body, against: Body, table: StrengthTable): Status {
  const pro = meets(proof, forIt, against, table);
  const con = meets(proof, against, forIt, table);
  const shown = { pro: pro.enough && !pro.defeated, con: con.enough && !con.defeated };
  if (shown.pro !== shown.con) return shown.pro ? 'supported' : 'refuted';
  return shown.pro || pro.enough || con.enough ? 'conflicting' : 'unknown';
}
