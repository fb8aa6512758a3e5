/** Findings: every standard over every place of the reference dossier, and one finding over a million bearings. */
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '#assessment/findings/case.ts';
import { assess } from '#assessment/findings/findings.ts';
import { Scales } from '#assessment/findings/scales.ts';
import {
  findProof,
  findStandard,
  loadProofs,
  loadStandards,
  loadStrength,
} from '#assessment/standards/standards.ts';
import { countryOf } from '#core/places.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { importPackage } from '#package/package.ts';
import { someEvidence } from '#test/factories.ts';
import { type Measure, percentile, repeated, timed } from './measure.ts';

const root = join(import.meta.dirname, '..');
const CLAIMS = 100_000;
const BEARINGS = 1_000_000;

export async function findingsBench(): Promise<Measure[]> {
  const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
  const proof = findProof(proofs, 'reasonable-grounds');
  const applied = standards.filter(it => !it.stub);
  const evidence = await reference();
  const hosts = new Set(
    [...evidence.claims.values()].filter(it => it.reach === 'host').map(it => countryOf(it.place)),
  );
  let answers = 0;
  const every = () => {
    answers = 0;
    for (const standard of applied)
      for (const place of hosts) {
        answer(evidence, { standard, proof, strength, place });
        answers += 1;
      }
  };
  const matrix = await repeated(9, every);
  const c029 = findStandard(standards, 'ilo-c029');
  const many = manyBearings(
    c029.elements.map(it => it.id),
    CLAIMS,
    BEARINGS,
  );
  const question = { standard: c029, proof, strength };
  const whole: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    // other evidence each time: the same is answered from what is kept
    const fresh = { ...many };
    whole.push(await timed(() => assess(fresh, question, 'en')));
  }
  const scales = new Scales(answer(many, question).it);
  const again = await repeated(99, n => scales.verdict(new Set([`c${n}`])));
  const median = (times: number[]) =>
    percentile(
      times.sort((a, b) => a - b),
      0.5,
    );
  return [
    {
      bench: 'findings',
      what: `${answers} verdicts (${applied.length} standards × places), median of 9`,
      value: median(matrix),
      unit: 'ms',
    },
    {
      bench: 'findings',
      what: 'a finding over 1,000,000 bearings, median of 3',
      value: median(whole),
      unit: 'ms',
      peer: { name: 'reading each bearing once', value: await timed(() => reading(many)) },
    },
    {
      bench: 'findings',
      what: 'its verdict after one claim is withdrawn, median of 99',
      value: median(again),
      unit: 'ms',
    },
  ];
}

async function reference(): Promise<Evidence> {
  const [name = ''] = readdirSync(join(root, 'dossiers')).sort();
  const folder = join(tmpdir(), `probanza-bench-findings-${process.pid}`);
  const store = await importPackage(join(root, 'dossiers', name), folder);
  const evidence = await loadEvidence(store);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return evidence;
}

/** A thousand origins, one rule, every element for and against. */
function manyBearings(elements: readonly string[], claims: number, bearings: number): Evidence {
  const some = someEvidence(
    Array.from({ length: claims }, (_, n) => ({
      id: `c${n}`,
      origin: `o${n % 1000}`,
      knowledge: 'document',
    })),
    { parties: [] },
  );
  const rows = Array.from({ length: bearings }, (_, n) => ({
    id: `b${n}`,
    claim: `c${n % claims}`,
    standard: n % 20 === 0 ? 'binding' : 'ilo-c029',
    element: n % 20 === 0 ? 'binding.all-posted' : (elements[n % elements.length] ?? ''),
    direction: n % 4 === 0 ? ('rebuts' as const) : ('supports' as const),
    subject: 'rule',
    reason: 'It says so.',
  }));
  return { ...some, bearings: rows };
}

function reading({ bearings, claims }: Evidence): number {
  return bearings.filter(it => claims.get(it.claim)?.state === 'accepted').length;
}
