/** Proof standards as data: the ladder nested, Carneades' five formulas and its published example, who uses which rung. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Body, meets } from '#assessment/findings/weigh.ts';
import {
  type Elsewhere,
  evaluate,
  expand,
  findProof,
  loadElsewhere,
  loadGrades,
  loadProofs,
  loadStrength,
  type Proof,
  type StrengthTable,
  type Written,
} from '#assessment/standards/standards.ts';

let proofs: Proof[];
let strength: StrengthTable;
let elsewhere: Elsewhere[];
beforeAll(async () => {
  [proofs, strength, elsewhere] = await Promise.all([loadProofs(), loadStrength(), loadElsewhere()]);
});

describe('the ladder', () => {
  const rungs = () => proofs.filter(it => it.family === 'ladder');

  test('is nested: each rung keeps every condition of the one below', () => {
    const all = rungs();
    expect(all).toHaveLength(6);
    all.slice(1).forEach((it, n) => {
      expect(it.atLeast).toEqual(expect.arrayContaining(all[n]?.atLeast ?? []));
      expect(it.contrary).toEqual(expect.arrayContaining(all[n]?.contrary ?? []));
    });
  });

  test('any bodies: what is shown at a rung is shown at every lower one', () => {
    const count = fc.nat({ max: 4 });
    const body = fc.tuple(count, count, count, count) as fc.Arbitrary<Body>;
    fc.assert(
      fc.property(body, body, (ours, theirs) => {
        const shown = rungs().map(it => {
          const { enough, defeated } = meets(it, ours, theirs, strength);
          return enough && !defeated;
        });
        const last = shown.lastIndexOf(true);
        expect(shown.slice(0, last + 1)).not.toContain(false);
      }),
    );
  });

  test('any rung that others are said to use is one of ours, and those of two stages come in their order', () => {
    const ids = rungs().map(it => it.id);
    for (const it of elsewhere.flatMap(one => one.rungs)) expect(ids).toContain(it.is);
    const stages =
      elsewhere.find(it => it.id === 'uk-nrm-two-stage')?.rungs.map(it => ids.indexOf(it.is)) ?? [];
    expect(stages).toEqual(stages.toSorted((a, b) => a - b));
    const coi = elsewhere.find(it => it.id === 'un-coi-reasonable-grounds')?.rungs[0]?.parts ?? [];
    expect(coi.map(it => it.id)).toEqual(['rgb.reliable', 'rgb.corroborated', 'rgb.prudent', 'rgb.contrary']);
  });
});

/** Weights of applicable arguments on each side. */
function values(pro: readonly number[], con: readonly number[], parameters: Record<string, number>) {
  const numbers: Record<string, number> = {
    ...parameters,
    ...{ nPro: pro.length, nCon: con.length, maxPro: Math.max(0, ...pro), maxCon: Math.max(0, ...con) },
  };
  return (name: string) => numbers[name] ?? null;
}

function formula(id: string): Written {
  const proof = findProof(proofs, `carneades-${id}`);
  if (proof.family !== 'carneades') throw new Error(id);
  return proof.rule;
}

/** The parameters that Carneades' engine gives clear and convincing evidence. */
const ENGINE = { alpha: 0.5, beta: 0.3, gamma: 0.2 };

function holds(id: string, pro: readonly number[], con: readonly number[], parameters = ENGINE) {
  const core = expand(formula(id), [], () => []);
  return evaluate(core, () => null, undefined, values(pro, con, parameters));
}

describe('Carneades', () => {
  test.each<[string, number[], number[], boolean]>([
    ['scintilla', [0.1], [0.9], true],
    ['scintilla', [], [], false],
    ['preponderance', [0.6], [0.5], true],
    ['preponderance', [0.6], [0.6], false],
    ['preponderance', [], [], false],
    ['preponderance', [0.1], [], true],
    ['preponderance', Array(20).fill(0.3), [0.4], false],
    ['clear-and-convincing', [0.9], [0.5], true],
    ['clear-and-convincing', [0.9], [0.6], false],
    ['clear-and-convincing', [0.5], [], false],
    ['clear-and-convincing', [0.51], [], true],
    ['beyond-reasonable-doubt', [0.9], [0.1], true],
    ['beyond-reasonable-doubt', [0.9], [0.2], false],
    ['beyond-reasonable-doubt', [0.4], [0.05], false],
    ['dialectical-validity', [0.1], [], true],
    ['dialectical-validity', [0.9], [0.01], false],
    ['dialectical-validity', [], [], false],
  ])('%s with %j for and %j against is %s', (id, pro, con, wanted) => {
    expect(holds(id, pro, con)).toBe(wanted);
  });

  test('any weights: each of the stricter ones implies the laxer, and never the sum counts', () => {
    const weights = fc.array(
      fc.integer({ min: 0, max: 100 }).map(it => it / 100),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(weights, weights, (pro, con) => {
        if (holds('beyond-reasonable-doubt', pro, con))
          expect(holds('clear-and-convincing', pro, con)).toBe(true);
        if (holds('clear-and-convincing', pro, con)) expect(holds('preponderance', pro, con)).toBe(true);
        if (holds('preponderance', pro, con)) expect(holds('scintilla', pro, con)).toBe(true);
        for (const id of ['preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt'])
          expect(holds(id, [...pro, ...pro], [...con, ...con])).toBe(holds(id, pro, con));
      }),
    );
  });

  test('any bodies: the formulas as data answer what findings answer', () => {
    const count = fc.nat({ max: 3 });
    const body = fc.tuple(fc.constant(0), count, count, count) as fc.Arbitrary<Body>;
    const { weights } = strength;
    const listed = ([, weak, fair, strong]: Body) => [
      ...Array(weak).fill(weights.weak),
      ...Array(fair).fill(weights.fair),
      ...Array(strong).fill(weights.strong),
    ];
    fc.assert(
      fc.property(body, body, (ours, theirs) => {
        for (const proof of proofs) {
          if (proof.family !== 'carneades') continue;
          const { enough, defeated } = meets(proof, ours, theirs, strength);
          const id = proof.id.replace('carneades-', '');
          expect(holds(id, listed(ours), listed(theirs), proof.parameters), proof.id).toBe(
            enough && !defeated,
          );
        }
      }),
    );
  });

  /**
   * The murder case of Gordon & Walton (2009), as the published Haskell version gives it: killing and intent make murder;
   * one witness says intent (weight 0.3), another says none (0.8), but is known to be unreliable.
   */
  test('the published case of murder: the unreliable witness does not count, and intent is not beyond doubt', () => {
    const applies = (premises: boolean[], exceptions: boolean[]) => {
      const elements = [
        ...premises.map((_, n) => ({ id: `p${n}`, dimension: 'premises' })),
        ...exceptions.map((_, n) => ({ id: `x${n}`, dimension: 'exceptions' })),
      ];
      const rule = expand(applicable(), elements, () => []);
      return evaluate(rule, id => (id[0] === 'p' ? premises : exceptions)[Number(id.slice(1))] ?? null);
    };
    expect(applies([true], [false])).toBe(true);
    expect(applies([true], [true])).toBe(false);
    expect(applies([true, false], [])).toBe(false);
    expect(applies([], [])).toBe(true);
    const published = { alpha: 0.4, beta: 0.3, gamma: 0.2 };
    expect(holds('beyond-reasonable-doubt', [0.3], [], published)).toBe(false);
    expect(holds('preponderance', [0.3], [], published)).toBe(true);
    expect(holds('preponderance', [0.3], [0.8], published)).toBe(false);
    // murder needs intent: its argument does not apply, so not even a scintilla is left
    expect(applies([true, holds('beyond-reasonable-doubt', [0.3], [], published) === true], [])).toBe(false);
    expect(holds('scintilla', [], [], published)).toBe(false);
  });
});

/** When an argument counts, as the file says. */
function applicable(): Written {
  const proof = findProof(proofs, 'carneades-scintilla');
  if (proof.family !== 'carneades') throw new Error(proof.id);
  return proof.applicable;
}

test('Admiralty grades are six letters and six digits, each named in three languages', async () => {
  const { reliability, credibility } = await loadGrades();
  expect(reliability.map(it => it.id).join('')).toBe('ABCDEF');
  expect(credibility.map(it => it.id).join('')).toBe('123456');
});
